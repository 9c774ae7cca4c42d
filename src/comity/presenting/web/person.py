"""Who is asking: the one place that tells by whose name a request judges.

On one's own machine nobody signs in: the name is asked for with the first decision, and kept by the browser. Where there are
accounts, it is the name of the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from comity.errors import NoName
from comity.presenting.web.accounts import rights

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site

LONGEST = 200
"""Characters that a name may have."""
# Seconds that a browser keeps it: a year.
_KEPT = 365 * 24 * 3600


def who(site: Site, request: Request) -> str:
    """The name under which a request judges; "" where nobody has told one yet."""
    if site.accounts is not None:
        account = rights.account_of(request)
        return account.name if account else ""
    return checked(unquote(request.cookies.get(_cookie(site), "")))


def whose(request: Request) -> str:
    """The same, as it was found when the request was let in."""
    return str(getattr(request.state, "who", ""))


def named(request: Request, given: str) -> str:
    """The name of whoever judges: as known, or as given with the decision; a NoName error without any."""
    name = rights.signed(request, whose(request) or checked(given))
    if not name:
        raise NoName
    return name


def keep(site: Site, response: Response, name: str) -> Response:
    """Let the browser keep a name, where there are no accounts to tell it."""
    if site.accounts is not None:
        return response
    response.set_cookie(_cookie(site), quote(name, safe=""), max_age=_KEPT, httponly=True, samesite="strict", path="/")
    return response


def checked(name: str) -> str:
    r"""A name on one line, without what surrounds it.

    >>> checked("  Ann\n Bee ")
    'Ann Bee'
    """
    return " ".join(name.split())[:LONGEST]


def _cookie(site: Site) -> str:
    """Ports share their cookies, so that it tells the port."""
    return f"{site.cookie}-name"
