"""Contradictions for the pages: all of them as a list that is quick to ask again, and one with all that decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.presenting._plain import shorten
from comity.presenting.web.cards import context
from comity.presenting.web.strip import strip
from comity.querying._cite import quoted
from comity.querying._decided import NOTHING, decisions
from comity.querying._words import caption
from comity.querying.contradictions import data
from comity.recording.looking import all_clashes, entries_named
from comity.recording.settling import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.model import Claim, Contradiction, Document, Entry
    from comity.presenting.web.site import Site
    from comity.querying import Record
    from comity.recording.store import Store

_WHEN = "when"
# Characters of a value that stand beside its bar.
_LABEL = 40
# Claims of one value that are shown whole; the rest is listed.
_WHOLE = 5


def rows(site: Site, record: Record) -> list[dict[str, Any]]:
    """All contradictions of a record as it is now, the gravest first, each with what was decided of it."""
    store = record.store
    now = all_clashes(store)
    new = [one for one in now if one not in site.clashes]
    found = {(one["entry"], one["contradiction"]): one for one in _data(store, {one.entry for one in new})}
    for clash in new:
        if told := found.get((clash.entry, mark(clash))):
            site.clashes[clash] = told
    for gone in set(site.clashes) - set(now):
        site.clashes.pop(gone, None)
    decided = decisions(store, now)
    told_of = [(clash, site.clashes[clash]) for clash in now if clash in site.clashes]
    listed = [{**told, "decided": decided.get(clash, NOTHING).to_json()} for clash, told in told_of]
    return sorted(listed, key=_gravity)


def _data(store: Store, entries: Iterable[str]) -> list[dict[str, Any]]:
    names = set(entries)
    return data(store, entries_named(store, names)) if names else []


def _gravity(one: dict[str, Any]) -> tuple[Any, ...]:
    days = one["apart_days"]
    return (1 if days is None else -days, one["what"], one["field"], one["stage"], str(one["values"]))


def detail(store: Store, entry: Entry) -> list[dict[str, Any]]:
    """The contradictions of one entry: the sides with their sentences, drawn on an axis, and what was decided."""
    told = {one["contradiction"]: one for one in data(store, [entry])}
    return [_shown(store, entry, clash, told[mark(clash)]) for clash in entry.contradictions if mark(clash) in told]


def _shown(store: Store, entry: Entry, clash: Contradiction, told: dict[str, Any]) -> dict[str, Any]:
    claims = {claim.id: claim for claim in entry.claims}
    sides = [(value, said(clash.field, value), [claims[one] for one in ids]) for value, ids in clash.values]
    drawn = [(shorten(words, _LABEL), value, own[0]) for value, words, own in sides]
    listed = [{"value": value, "said": words, "told": _told(store, entry, own)} for value, words, own in sides]
    return {**told, "sides": listed, "strip": strip(clash.field, drawn)}


def said(field: str, value: str) -> str:
    """A value in words."""
    return edtf.say(value) if field == _WHEN else value


def _told(store: Store, entry: Entry, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The sentences of one side; those that only print another's again last."""
    ordered = sorted(claims, key=lambda one: (bool(entry.copy_of(one)), one.doc, one.evidence))
    return [_sentence(store, entry, claim, whole=number < _WHOLE) for number, claim in enumerate(ordered)]


def _sentence(store: Store, entry: Entry, claim: Claim, *, whole: bool) -> dict[str, Any]:
    document = store.document(claim.doc)
    before, quote, after = context(store, document, claim.evidence) if whole else ("", claim.evidence.of(document), "")
    origin = entry.origin(claim)
    return {
        "claim": claim.id, "what": caption(store, claim), "doc": claim.doc, "quote": quote, "before": before, "after": after,
        "source": quoted(store, claim), "stands": _stands(document, claim), "factuality": claim.factuality,
        "copy_of": store.document(origin).source.title or origin if origin != claim.doc else "",
    }  # fmt: skip


def _stands(document: Document, claim: Claim) -> str:
    """What sort of text the words stand in: `list item`, under which heading."""
    block = next((one for one in document.blocks if claim.evidence.touches(one.span)), None)
    return f"{block.kind}" if block else "text"
