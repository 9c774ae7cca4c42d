"""Decides about a contradiction as a whole: one value stands, all do, one is only less precise, or it cannot be told.

What is decided is kept as judgements of its claims by twos, in one batch: a contradiction is no row that stays, but follows
from claims, which may be joined otherwise tomorrow.
"""

from __future__ import annotations

import hashlib
from itertools import combinations
from typing import TYPE_CHECKING

from comity.errors import MissingReason, UnknownChoice, did_you_mean
from comity.recording._rows import packed
from comity.recording.judgements import OF_RIVALS, PREFER
from comity.recording.judging import By, as_batch, judgement, write
from comity.recording.looking import entry_named
from comity.recording.store import Store
from comity.registry import Folders

if TYPE_CHECKING:
    from pathlib import Path

    from comity.model import Contradiction
    from comity.recording.judgements import Judgement


def mark(clash: Contradiction) -> str:
    """What names a contradiction among those of its entry, as long as its values and claims are the same."""
    told = packed([clash.entry, clash.field, clash.stage, clash.type, clash.values])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def settle(  # noqa: PLR0913 (an option each)
    path: Path | str,
    entry: str,
    clash: str,
    verdict: str,
    *,
    by: str,
    why: str,
    value: str = "",
    folders: Folders = Folders(),
) -> list[Judgement]:
    """Decide about one contradiction of an entry.

    Args:
        path: The record.
        entry: The id of the entry.
        clash: Which of its contradictions, as `mark` names it.
        verdict: `prefer` (this value stands), `both`, `rougher` or `unsure`.
        by: Who decides.
        why: The reason, which is compulsory.
        value: With `prefer`, the value that stands, as the contradiction has it.
        folders: A user's own kinds and actors.

    Raises:
        UnknownChoice: There is no such contradiction any more, no such value or verdict.
        MissingReason, NoName: The reason or the name is wanted.
    """
    _known("the verdict", verdict, OF_RIVALS)
    if not why.strip():
        raise MissingReason(verdict=verdict)
    person = By(by, why)
    with Store.open(path, folders) as store:
        chosen = _named(store, entry, clash)
        if verdict == PREFER:
            _known("the value", value, [one for one, _ in chosen.values])
        said = [
            judgement(store, verdict, store.claim(one), person, other=store.claim(other), changes={"field": chosen.field})
            for one, other in _rivals(chosen, value if verdict == PREFER else "")
        ]
    return write(path, as_batch(said), folders)


def _named(store: Store, entry: str, clash: str) -> Contradiction:
    told = entry_named(store, entry)
    clashes = {mark(one): one for one in told.contradictions} if told else {}
    _known("the contradiction", clash, clashes)
    return clashes[clash]


def _rivals(clash: Contradiction, value: str) -> list[tuple[str, str]]:
    """A claim of each value with one of each other; those of the value that stands first, and only with the others."""
    first = [(told, claims[0]) for told, claims in clash.values]
    if not value:
        return [(one, other) for (_, one), (_, other) in combinations(first, 2)]
    standing = next(claim for told, claim in first if told == value)
    return [(standing, claim) for told, claim in first if told != value]


def _known(what: str, value: str, allowed: object) -> None:
    names = list(allowed) if isinstance(allowed, list | tuple | dict) else []
    if value not in names:
        raise UnknownChoice(what=what, value=value, allowed=", ".join(names), hint=did_you_mean(value, names))
