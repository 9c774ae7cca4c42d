"""Who is let in: requests to this machine's own name, of bounded size, with the token; and what a browser may do with a page."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse

from comity.errors import Error, ForeignHost, ForeignOrigin, NotAllowed, NoToken, NotSignedIn, TooLarge
from comity.presenting.web.accounts.book import ANNOTATOR
from comity.presenting.web.accounts.rights import may
from comity.presenting.web.person import who

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from comity.presenting.web.accounts.book import Book
    from comity.presenting.web.accounts.sessions import Sessions
    from comity.presenting.web.site import Site

LONGEST_QUERY = 4096
LONGEST_BODY = 256 * 1024
READING = ("GET", "HEAD")
OPEN = "/static/"
"""Style sheets and scripts hold nothing of a record; the page that refuses needs them too."""
SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""On every response, errors among them. None lets another origin read anything."""


class Guard:
    """Stands before everything else; `refuse` makes the response of an error."""

    def __init__(self, app: ASGIApp, *, site: Site, refuse: Callable[[Request, Error], Response]) -> None:
        self._app, self._site, self._refuse = app, site, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, turn it into a cookie, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request, sent = Request(scope), _with_headers(send)
        try:
            self._check(scope, request)
            self._let_in(scope, request)
            scope.setdefault("state", {})["who"] = who(self._site, request)
            if handed := self._handed_over(scope, request):
                await handed(scope, receive, sent)
                return
            body = b"" if request.method in READING else await _body(receive)
        except Error as error:
            await self._refuse(request, error)(scope, receive, sent)
            return
        await self._app(scope, receive if request.method in READING else _again(body, receive), sent)

    def _check(self, scope: Scope, request: Request) -> None:
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) != 1 or hosts[0].casefold() not in self._site.hosts:
            raise ForeignHost(host=", ".join(hosts), allowed=", ".join(self._site.hosts))
        if len(scope["query_string"]) > LONGEST_QUERY:
            raise TooLarge(what="the query", allowed=LONGEST_QUERY)

    def _let_in(self, scope: Scope, request: Request) -> None:
        """See who asks, and that what is written comes from a page of this site or from a program."""
        if request.url.path.startswith(OPEN):
            return
        book, sessions = self._site.accounts, self._site.sessions
        bearer = self._account(scope, request, book, sessions) if book and sessions else self._token(request)
        origin = request.headers.get("origin", "")
        foreign = origin not in self._site.origins and (origin or not bearer)
        if request.method not in READING and foreign:
            raise ForeignOrigin(origin=origin or "an unknown site")

    def _token(self, request: Request) -> bool:
        """Is the token sent as programs send it? A NoToken error where neither it nor the cookie is."""
        bearer = _same(_bearer(request), self._site.token)
        handed = request.method in READING and "token" in request.query_params
        if not bearer and not handed and not _same(request.cookies.get(self._site.cookie, ""), self._site.session):
            raise NoToken
        return bearer

    def _account(self, scope: Scope, request: Request, book: Book, sessions: Sessions) -> bool:
        """The same where there are accounts; who may not write is refused, but for coming and going."""
        token = _bearer(request)
        account = book.by_token(token) if token else sessions.of(request.cookies.get(self._site.cookie, ""))
        scope.setdefault("state", {}).update(account=account, shared=True)
        if request.url.path in (SIGN_IN, SIGN_OUT):
            return False
        if account is None:
            raise NotSignedIn
        if request.method not in READING and not may(account.role, ANNOTATOR):
            raise NotAllowed(name=account.name, role=account.role, what="decide", needed=ANNOTATOR)
        return bool(token)

    def _handed_over(self, scope: Scope, request: Request) -> Response | None:
        """For the address that the command printed: the cookie, and the same address without its token."""
        given = request.query_params.get("token")
        if given is None or self._site.accounts or request.method not in READING or request.url.path.startswith(OPEN):
            return None
        if not _same(given, self._site.token):
            raise NoToken
        rest = urlencode([pair for pair in parse_qsl(scope["query_string"].decode("latin-1"), True) if pair[0] != "token"])
        # A path of two slashes would be taken for another site's address.
        path = "/" + scope["raw_path"].decode("latin-1").lstrip("/\\")
        response = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
        response.set_cookie(self._site.cookie, self._site.session, httponly=True, samesite="strict", path="/")
        response.headers["Cache-Control"] = "no-store"
        return response


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else ""


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


async def _body(receive: Receive) -> bytes:
    """The whole body, up to the most that is taken."""
    found = bytearray()
    while True:
        message = await receive()
        found += bytes(message.get("body", b""))
        if len(found) > LONGEST_BODY:
            raise TooLarge(what="the body", allowed=LONGEST_BODY)
        if not message.get("more_body"):
            return bytes(found)


def _again(body: bytes, receive: Receive) -> Receive:
    """Hands on a body that was read already."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> Message:
        return waiting.pop() if waiting else await receive()

    return next_message


def _with_headers(send: Send) -> Send:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return send_on
