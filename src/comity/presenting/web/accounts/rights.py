"""What each role may do: what is not allowed here is refused.

A reader reads. An annotator decides about single claims too, corrects and adds them, and takes back what he decided himself.
A curator decides everything: between sources, what is of the same thing, by rule, and takes back what others decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import NotAllowed, NotYourName
from comity.presenting.web.accounts.book import ANNOTATOR, CURATOR, ROLES, key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

    from comity.presenting.web.accounts.book import Account
    from comity.recording.store import Store

ANNOTATING = ("accept", "reject", "unsure", "correct", "add", "undo")
"""What an annotator may decide; all else is for a curator."""


def account_of(request: Request) -> Account | None:
    """Who signed in; None where there are no accounts, and everybody who is let in may do everything."""
    found: Account | None = getattr(request.state, "account", None)
    return found


def role_of(request: Request) -> str:
    """The role of who signed in; "" where nobody has to."""
    account = account_of(request)
    return account.role if account else ""


def is_outside(request: Request) -> bool:
    """Are there accounts, and nobody has signed in?"""
    return bool(getattr(request.state, "shared", False)) and account_of(request) is None


def may(role: str, needed: str) -> bool:
    """Is the role as much as is needed?

    >>> may("curator", "annotator"), may("reader", "annotator"), may("", "reader")
    (True, False, False)
    """
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)


def deciding(request: Request) -> dict[str, bool]:
    """What whoever asks may decide, for pages that offer it: about single claims, and between sources."""
    account = account_of(request)
    needed = {"judge": ANNOTATOR, "settle": CURATOR}
    return {name: account is None or may(account.role, role) for name, role in needed.items()}


def allow(request: Request, verdict: str) -> None:
    """A NotAllowed error where whoever asks may not decide so."""
    account, needed = account_of(request), ANNOTATOR if verdict in ANNOTATING else CURATOR
    if account and not may(account.role, needed):
        raise NotAllowed(name=account.name, role=account.role, what=verdict, needed=needed)


def allow_undo(request: Request, store: Store, what: Iterable[int | str]) -> None:
    """The same for taking back: what others decided only a curator takes back."""
    from comity.recording.undoing import deciders

    allow(request, "undo")
    account = account_of(request)
    if account and not may(account.role, CURATOR) and deciders(store, what) - {account.name}:
        raise NotAllowed(name=account.name, role=account.role, what="undo what others decided", needed=CURATOR)


def signed(request: Request, given: str) -> str:
    """The name under which a judgement stands: that of the account; a NotYourName error where another is given."""
    account = account_of(request)
    if account is None:
        return given
    if given.strip() and key(given) != key(account.name):
        raise NotYourName(name=account.name, given=given)
    return account.name
