"""Requests over HTTP that cannot be served."""

from __future__ import annotations

from typing import ClassVar

from comity.errors._base import Error


class RequestError(Error):
    """A request over HTTP cannot be served: its sender mends it."""

    code = "request"


class UnknownParameter(RequestError):
    code = "request-unknown-parameter"
    wording = "{question} is not asked with {name!r}. There are: {allowed}.{hint}"
    example = {"question": "status", "name": "day", "allowed": "a, b, on, exact", "hint": ""}


class MissingParameter(RequestError):
    code = "request-missing-parameter"
    wording = "{question} is asked with {name}, {what}. Give it as {name}=VALUE behind a question mark."
    example = {"question": "status", "name": "b", "what": "the other state"}


class BadParameter(RequestError):
    code = "request-bad-parameter"
    wording = "{name} cannot be {value!r}: {why}."
    example = {"name": "limit", "value": "all", "why": "it is a number of 0 to 1000"}


class BadBody(RequestError):
    code = "request-bad-body"
    wording = "the body of this request cannot be read: {why}. Send a JSON object as /api/openapi.json describes it."
    example = {"why": "Object missing required field `by`"}


class NoJson(RequestError):
    code = "request-no-json"
    wording = "a judgement is sent as application/json, not as {found!r}. Set the header Content-Type."
    example = {"found": "text/plain"}


class NoForm(RequestError):
    code = "request-no-form"
    wording = "a page's form is sent as application/x-www-form-urlencoded, not as {found!r}. Programs use /api/judge."
    example = {"found": "text/plain"}


class TooLarge(RequestError):
    code = "request-too-large"
    wording = "{what} has more than {allowed} bytes. Send less."
    example = {"what": "the query", "allowed": 4096}


class NoToken(RequestError):
    code = "request-no-token"
    wording = (
        "this record is shown to whoever has the address that `comity serve` printed. Open that address, "
        "or send its token in the header Authorization as: Bearer TOKEN."
    )
    example: ClassVar[dict[str, object]] = {}


class NotSignedIn(RequestError):
    code = "request-not-signed-in"
    wording = "this record is shown to those who have an account. Sign in at /sign-in; programs send a token of their account."
    example: ClassVar[dict[str, object]] = {}


class WrongPassword(RequestError):
    code = "request-wrong-password"
    wording = "there is no account of this name with this password. Check both."
    example: ClassVar[dict[str, object]] = {}


class TooManyTries(RequestError):
    code = "request-too-many-tries"
    wording = "too many wrong passwords were given. Try again in {seconds} seconds."
    example = {"seconds": 900}


class NotAllowed(RequestError):
    code = "request-not-allowed"
    wording = "{name} is {role} here, and may not do this ({what}). It needs the role {needed}: ask whoever keeps the accounts."
    example = {"name": "A. Bee", "role": "reader", "what": "accept", "needed": "annotator"}


class NotYourName(RequestError):
    code = "request-not-your-name"
    wording = "you are signed in as {name!r} and cannot judge as {given!r}. Leave the name empty."
    example = {"name": "A. Bee", "given": "C. Dee"}


class ForeignHost(RequestError):
    code = "request-foreign-host"
    wording = "{host!r} is not where this record is served. It is: {allowed}."
    example = {"host": "example.org", "allowed": "127.0.0.1:8000, localhost:8000"}


class ForeignOrigin(RequestError):
    code = "request-foreign-origin"
    wording = "a page of {origin!r} may not judge here. Judge from a page of this record, or with its token."
    example = {"origin": "http://example.org"}


class NoSuchPlace(RequestError):
    code = "request-no-such-place"
    wording = "nothing is served at {path!r}. /api/openapi.json lists what is."
    example = {"path": "/api/statsu"}


class WrongMethod(RequestError):
    code = "request-wrong-method"
    wording = "{path} is not asked by {method}. /api/openapi.json tells how."
    example = {"path": "/api/judge", "method": "GET"}


class TookTooLong(RequestError):
    code = "request-took-too-long"
    wording = "the question was given up after {seconds} seconds. Ask for less: fewer states, a shorter time."
    example = {"seconds": 20}


class TooBusy(RequestError):
    code = "request-too-busy"
    wording = "{allowed} questions are being answered already. Ask again in a moment."
    example = {"allowed": 8}
