"""Forms that write: read, carried out under the name of who sent them, and answered with the page to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from comity.errors import BadBody, NoForm
from comity.presenting.web import faults, html, person

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site

MEDIA = "application/x-www-form-urlencoded"
SAYING = ("/review", "/history", "/contradictions/", "/doc/")
"""Where the pages begin that say what was done."""
# Fields that a form may have: more than any kind of claim has.
_MOST = 100


Act: TypeAlias = "Callable[[Request, Mapping[str, str]], str]"
"""Carries a form out, and gives the address to go on with."""


def endpoint(site: Site, act: Act, *, renames: bool = False) -> Callable[[Request], Awaitable[Response]]:
    """What takes a form; one that `renames` gives a new name to whoever has one already.

    That the form comes from one of this site's own pages has been seen to before.
    """

    async def respond(request: Request) -> Response:
        kind, body = request.headers.get("content-type", ""), await request.body()

        def write() -> Response:
            try:
                form = read(kind, body)
                response = RedirectResponse(act(request, form), status_code=303)
                given = person.checked(form.get("by", ""))
                return person.keep(site, response, given) if given and (renames or not person.whose(request)) else response
            except Exception as error:  # noqa: BLE001 (whatever a form meets with has its page)
                return html.refused(request, faults.known(error, seconds=site.seconds, record=site.path))

        return await run_in_threadpool(write)

    return respond


def read(kind: str, body: bytes) -> dict[str, str]:
    """The fields of a form, each once: of several, the last."""
    if kind.partition(";")[0].strip().casefold() != MEDIA:
        raise NoForm(found=kind)
    try:
        told = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST))
    except ValueError as error:
        raise BadBody(why=error) from error
    return {name: value.replace("\r\n", "\n") for name, value in told.items()}


def back(form: Mapping[str, str], otherwise: str, **more: object) -> str:
    """Where a form wants to go on: an address of this site, with something more told in it.

    >>> back({"back": "/review?kind=post&done=3"}, "/", done=4), back({"back": "//example.org/"}, "/")
    ('/review?kind=post&done=4', '/')
    """
    wanted = form.get("back", "")
    parts = urlsplit(wanted)
    own = (
        wanted.startswith("/")
        and not wanted.startswith("//")
        and "\\" not in wanted
        and not parts.netloc
        and wanted.isprintable()
    )
    parts = parts if own else urlsplit(otherwise)
    told = {name: value for name, value in more.items() if value not in ("", None)}
    if not parts.path.startswith(SAYING):
        told.pop("done", None)
    rest = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in more]
    query = urlencode([*rest, *told.items()], doseq=True)
    return parts.path + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")
