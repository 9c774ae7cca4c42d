"""What was done just now, said on the next page: a judgement or a batch, with the way to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._words import filled
from comity.recording.judgements import UNDO
from comity.recording.undoing import batches

if TYPE_CHECKING:
    from starlette.requests import Request

    from comity.recording.judgements import Anchor, Judgement
    from comity.recording.store import Store

WORDS = {
    "accept": "accepted", "reject": "rejected", "unsure": "left as unsure", "correct": "corrected", "same": "tied to another",
    "different": "told from another", "prefer": "preferred", "both": "held to be right beside its rival",
    "rougher": "held to be only less precise", "add": "added", "undo": "taken back",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """A judgement that was just made."""

    number: int
    said: str
    undo: str
    """What taking it back is asked with."""
    is_undo: bool


def done(request: Request, store: Store) -> Done | None:
    """What the address says was done."""
    told = request.query_params.get("done", "")
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
    one = store.judged.numbered([number]).get(number) if number else None
    if one is None:
        return None
    many = batches(store, [one.batch]).get(one.batch, 1) if one.batch else 1
    # A contradiction of two is one judgement, one of three is a batch of the same thing.
    some = f" and {many - 1} more" if many > 1 and not one.of_rivals else ""
    said = f"{of_what(store, one)}{some}: {WORDS.get(one.verdict, one.verdict)}"
    return Done(number, said, one.batch or str(number), one.verdict == UNDO)


def of_what(store: Store, one: Judgement) -> str:
    """What a judgement is about, in words."""
    return captioned(store, one.anchor) if one.anchor else ""


def captioned(store: Store, one: Anchor) -> str:
    """A claim as it was when it was judged, in words."""
    told = filled(store, store.kinds[one.kind], one.fields) if one.kind in store.kinds else one.kind
    return told + (f", {edtf.say(one.when)}" if one.when else "")
