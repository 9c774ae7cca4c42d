"""Coming in and going out, where a record is shared among accounts: `/sign-in`, `/sign-out`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse
from starlette.routing import Route

from comity.errors import Error, TooManyTries, WrongPassword
from comity.presenting.web import faults, html, posting
from comity.presenting.web.accounts.sessions import LASTS
from comity.presenting.web.security import SIGN_IN, SIGN_OUT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.accounts.book import Book
    from comity.presenting.web.accounts.sessions import Sessions
    from comity.presenting.web.site import Site


def routes(site: Site) -> Iterator[Route]:
    """None where there are no accounts."""
    if site.accounts is not None and site.sessions is not None:
        yield Route(SIGN_IN, _page(site))
        yield Route(SIGN_IN, _sign_in(site, site.accounts, site.sessions), methods=["POST"])
        yield Route(SIGN_OUT, _sign_out(site, site.accounts, site.sessions), methods=["POST"])


def _page(site: Site) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        return _form(site, request, {"back": request.query_params.get("back", "/")})

    return show


def _form(site: Site, request: Request, given: Mapping[str, str], error: Error | None = None) -> Response:
    """The form, and what was wrong with what was sent; the name stays, the password does not."""
    response = html.page(
        request, "sign-in.html", title="Sign in", record=site.path.stem, back=posting.back(given, "/"),
        name=given.get("account", ""), sentence=error.sentence if error else "",
        status=faults.status(error) if error else 200, forms={},
    )  # fmt: skip
    response.headers["Cache-Control"] = "no-store"
    if isinstance(error, TooManyTries):
        response.headers["Retry-After"] = str(error.facts["seconds"])
    return response


def _sign_in(site: Site, book: Book, sessions: Sessions) -> Callable[[Request], Awaitable[Response]]:
    async def respond(request: Request) -> Response:
        kind, body = request.headers.get("content-type", ""), await request.body()
        where = request.client.host if request.client else ""

        def come_in() -> Response:
            form: Mapping[str, str] = {}
            try:
                form = posting.read(kind, body)
                token = _try(site, book, sessions, form, where)
            except Error as error:
                return _form(site, request, form, error)
            response = RedirectResponse(posting.back(form, "/"), status_code=303)
            response.set_cookie(
                site.cookie, token, max_age=int(LASTS), httponly=True, samesite="lax", secure=site.secure, path="/"
            )
            return response

        return await run_in_threadpool(come_in)

    return respond


def _try(site: Site, book: Book, sessions: Sessions, form: Mapping[str, str], where: str) -> str:
    """The token of a new session; an error where the password is wrong, or too many were."""
    name = form.get("account", "")
    site.tries.check(name, where)
    # Counted before it is reckoned: many tries at the same time are as many.
    site.tries.failed(name, where)
    account = book.by_password(name, form.get("password", ""))
    if account is None:
        book.note("refused", name, where)
        raise WrongPassword
    site.tries.right(name, where)
    book.note("signed in", account.name, where)
    return sessions.begin(account)


def _sign_out(site: Site, book: Book, sessions: Sessions) -> Callable[[Request], Response]:
    def go(request: Request) -> Response:
        token = request.cookies.get(site.cookie, "")
        account = sessions.of(token)
        sessions.end(token)
        if account:
            book.note("signed out", account.name, request.client.host if request.client else "")
        response = RedirectResponse(SIGN_IN, status_code=303)
        response.delete_cookie(site.cookie, path="/", secure=site.secure, httponly=True, samesite="lax")
        return response

    return go
