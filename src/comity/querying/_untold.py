"""What no source tells of two states: kinds of which nothing is told, spells without a begin or an end, what is undated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying import _standing
from comity.querying._history import WORDS
from comity.querying._listing import told
from comity.querying._question import Table
from comity.querying._sections import office
from comity.querying._spells import spells
from comity.querying._words import called, capital, day_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from comity.model import Claim, Entry
    from comity.querying._history import History
    from comity.querying._lineage import Line
    from comity.querying._spells import Spell
    from comity.recording.store import Store

NOTHING = {
    "status": "No source tells when relations began.",
    "mission": "No source tells of a mission of either in the other.",
    "post": "No source names an envoy or official.",
    "agreement": "No source tells of an agreement.",
    "event": "No source tells of a visit or another event.",
    "figure": "No source gives a figure.",
}
_CALLED = {
    "status": "relations", "mission": "missions", "post": "envoys and officials", "agreement": "agreements",
    "membership": "memberships", "event": "events", "figure": "figures",
}  # fmt: skip
_BEGIN = {"mission": "when these were opened", "agreement": "when these were made", "membership": "when these began"}
_NAMED = 5
Gap = tuple[str, str]


def gaps(store: Store, entries: Sequence[Entry], pasts: Sequence[tuple[Line, History]]) -> Table:
    """What is missing, as a table: of what, and what of it."""
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    rows = [(_CALLED[kind], words) for kind, words in NOTHING.items() if kind not in by_kind]
    rows += [gap for line, past in pasts for gap in _open(store, line, past)]
    rows += [gap for kind in _BEGIN for gap in _unbegun(store, kind, by_kind.get(kind, []))]
    rows += [*_terms(store, by_kind.get("post", [])), *_undated(by_kind)]
    return Table("What no source tells", ("of", "what is missing"), tuple(rows))


def _open(store: Store, line: Line, past: History) -> Iterator[Gap]:
    """The spells of relations that have no begin or no end."""
    pair = capital(f"{called(store, line.a)} and {called(store, line.b)}")
    for spell in spells(past.acts):
        words = WORDS["status"].holds if spell.holds else WORDS["status"].holds_not
        if not _begun(spell):
            yield pair, f"since when they were {words}"
        if spell.ended is None:
            since = f" (since {day_said(spell.begun[1])})" if _begun(spell) else ""
            yield pair, f"when, if ever, they ceased to be {words}{since}"
        elif spell.end is None:
            yield pair, f"until when they were {words}"


def _begun(spell: Spell) -> bool:
    return bool(spell.begin and not spell.begin.undated)


def _unbegun(store: Store, kind: str, entries: Sequence[Entry]) -> Iterator[Gap]:
    """The things of a kind of which nobody tells when they began; of what was only ever seen to be there, too."""
    missing = [
        thing.title
        for thing in _standing.things(store, kind, entries)
        if not any(claim.when and not _observes(store, claim) for claim in thing.entry.claims)
    ]
    if missing:
        yield _CALLED[kind], f"{_BEGIN[kind]}: {_names(missing)}"


def _observes(store: Store, claim: Claim) -> bool:
    kind = store.kinds[claim.kind]
    stage = kind.stage_means.get(str(claim.fields.get(kind.stages, "")))
    return bool(stage and stage.observes)


def _terms(store: Store, entries: Sequence[Entry]) -> Iterator[Gap]:
    undated = [one for one in entries if not any(claim.when for claim in one.claims)]
    if undated:
        yield _CALLED["post"], f"the term of: {_names([told(store, one, 'person') or office(store, one) for one in undated])}"


def _undated(by_kind: Mapping[str, Sequence[Entry]]) -> Iterator[Gap]:
    for kind in ("event", "figure"):
        every = by_kind.get(kind, ())
        count = sum(not any(claim.when for claim in one.claims) for one in every)
        if count:
            yield _CALLED[kind], f"the date of {count:,} of {len(every):,}"


def _names(titles: Sequence[str]) -> str:
    """Some of the names, and how many more there are."""
    names = list(dict.fromkeys(titles))
    rest = len(names) - _NAMED
    return "; ".join([*names[:_NAMED], *([f"{rest:,} more"] if rest > 0 else [])])
