"""Why a claim is in the record: its words in their place, the rule, the steps, and who else says so.

>>> from comity.querying._example import small
>>> claim = small().store.claims("status")[0]
>>> small().why(claim.id[:8]).lead
('Relations of Kenya and Peru: established, 3 March 1965, asserted [1].',)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.model import Joined
from comity.querying._cite import quoted
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import caption, value_of
from comity.sameness import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.model import Claim, Document, Entry, Span
    from comity.recording.deciding import Ruling
    from comity.recording.store import Store
    from comity.schema import Kind

# Enough of the text around a quote to read it right.
_AROUND = 240

_HOW = {
    "words": "the words next to each other in the sentence",
    "syntax": "the grammar of the sentence",
    "gleaned": "the sentence as a whole, and no rule alone: likely, not sure",
    "list": "a list",
    "pair": "a key and its value",
    "table": "a table",
    "judgement": "a person",
}


def ask(store: Store, claim: str) -> Answer:
    """All that is known of how one claim came about; the claim is given by the first letters of its id."""
    told = store.claim(claim)
    document, entry = store.document(told.doc), store.entry_of(told)
    before, after = _context(document, told.evidence)
    others = [one for one in (entry.claims if entry else ()) if one.id != told.id]
    sources = (quoted(store, told), *(quoted(store, one) for one in others))
    joined = entry.joined.get(told.id, Joined()) if entry else Joined()
    tables = [_fields(store, told), _path(document, told, before, after, joined)]
    rulings = store.judged.rulings([told.id]).get(told.id, [])
    if rulings:
        tables.append(_decided(store, rulings))
    if others:
        tables.append(_others(store, told, others, entry))
    return Answer(
        question="why",
        asked={"claim": told.id},
        lead=(f"{caption(store, told)}, {edtf.say(told.when)}, {told.factuality} [1].",),
        tables=tuple(tables),
        sources=sources,
        data=_data(store, told, [before, after], [one.id for one in others], entry.id if entry else "")
        | {"joined": _joined(entry)}
        | {"rulings": [{"state": one.state, "judgements": list(one.judgements)} for one in rulings]},
    )


def _fields(store: Store, claim: Claim) -> Table:
    kind = store.kinds[claim.kind]
    rows = [(name, value_of(store, claim, name)) for name in (*kind.fields, "when", "factuality")]
    return Table(f"What it says ({claim.kind})", ("field", "value"), tuple(row for row in rows if row[1]))


def _path(document: Document, claim: Claim, before: str, after: str, joined: Joined) -> Table:
    """How the claim was read out of the document."""
    rows = [("rule", claim.rule), ("found by", _HOW.get(claim.how, claim.how))]
    rows += [(f"step {number}", step) for number, step in enumerate(claim.steps, 1)]
    rows += [("document", document.id), ("place", f"characters {claim.evidence.start} to {claim.evidence.end}")]
    rows += [("heading", " > ".join(heading)) for heading in [_headings(document, claim.evidence)] if heading]
    rows += [("before it", before), ("after it", after), ("in its entry", joined.why), ("copy of", joined.copy_of)]
    return Table("How it was found", ("what", "how"), tuple(row for row in rows if row[1]))


def _decided(store: Store, rulings: Sequence[Ruling]) -> Table:
    """What people decided about it."""
    by_number = {one.seq: one for one in store.judged.all()}
    said = [(ruling.state, by_number[number]) for ruling in rulings for number in ruling.judgements]
    rows = tuple((state, one.verdict, one.who, edtf.say(one.when[:10]), one.why, one.seq) for state, one in said)
    return Table("What people decided", ("so it is", "verdict", "by", "when", "why", "judgement"), rows)


def _others(store: Store, told: Claim, others: list[Claim], entry: Entry | None) -> Table:
    kind = store.kinds[told.kind]
    rows = [
        (
            f"{caption(store, one)} [{number}]",
            edtf.say(one.when),
            one.factuality,
            _likeness(told, one, kind),
            one.id,
            _copy(entry, one),
        )
        for number, one in enumerate(others, 2)
    ]
    width = 6 if any(row[-1] for row in rows) else 5
    heads = ("what", "when", "as", "likeness", "claim", "copy of")
    return Table("Other claims of the same thing", heads[:width], tuple(row[:width] for row in rows))


def _likeness(told: Claim, other: Claim, kind: Kind) -> str:
    """How another claim of the entry is like the one asked about."""
    found = compare(told, other, kind)
    return found.why if found.same else f"another act of it: {found.why}"


def _copy(entry: Entry | None, claim: Claim) -> str:
    return entry.copy_of(claim) if entry else ""


def _joined(entry: Entry | None) -> dict[str, dict[str, str]]:
    """For each claim of the entry, why it is there, and of which it is a copy."""
    return {claim: {"why": one.why, "copy_of": one.copy_of} for claim, one in entry.joined.items()} if entry else {}


def _context(document: Document, evidence: Span) -> tuple[str, str]:
    """The text just before and just after the words, cut at a blank."""
    before = document.text[max(0, evidence.start - _AROUND) : evidence.start]
    after = document.text[evidence.end : evidence.end + _AROUND]
    if evidence.start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if evidence.end + _AROUND < len(document.text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(before.split()), " ".join(after.split())


def _headings(document: Document, evidence: Span) -> list[str]:
    block = next((block for block in document.blocks if evidence.touches(block.span)), None)
    return [span.of(document) for span in block.headings] if block else []


def _data(store: Store, claim: Claim, context: list[str], others: list[str], entry: str) -> dict[str, object]:
    return {
        "claim": claim.id, "doc": claim.doc, "kind": claim.kind, "fields": dict(claim.fields), "when": claim.when,
        "factuality": claim.factuality, "quote": store.quote(claim), "start": claim.evidence.start, "end": claim.evidence.end,
        "rule": claim.rule, "how": claim.how, "steps": list(claim.steps), "before": context[0], "after": context[1],
        "entry": entry, "others": others,
    }  # fmt: skip


QUESTION = Question(
    name="why",
    what="Why a claim is in the record: its words in their place, rule, steps, and who else says so.",
    parameters=(Parameter("claim", "claim", "the id of a claim, or as much of its begin as names one", required=True),),
    example="comity why laos.comity 9f3c2a",
    ask=ask,
)
