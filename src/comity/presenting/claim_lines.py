"""Claims as JSON Lines: each with every field of its kind, the words that say it, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.presenting import _json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.model import Claim, Document, Value
    from comity.schema import Kinds


def lines(document: Document, claims: Iterable[Claim], kinds: Kinds) -> Iterator[str]:
    """The lines of one document, in the order of its text; what two claims tell in the same words is written once."""
    seen: set[str] = set()
    for claim in sorted(claims, key=lambda claim: (claim.evidence.start, claim.kind, claim.id)):
        all_told = told(claim, document, kinds)
        same = _json.line({name: value for name, value in all_told.items() if name not in ("id", "rule", "how")})
        if same not in seen:
            seen.add(same)
            yield _json.line(all_told) + "\n"


def told(claim: Claim, document: Document, kinds: Kinds) -> dict[str, object]:
    """All that a claim tells.

    >>> from comity.model import Claim, Document, Span
    >>> from comity.schema import kinds
    >>> document = Document("a", "Peru left.")
    >>> fields = {"member": "PER", "organization": "OAS", "change": "left"}
    >>> told(Claim("a", "membership", fields, "", "asserted", Span(0, 10), "membership/left:1"), document, kinds())["quote"]
    'Peru left.'
    """
    return {
        "doc": claim.doc,
        "kind": claim.kind,
        "quote": claim.evidence.of(document),
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        **_fields(claim, kinds),
        "when": claim.when,
        "factuality": claim.factuality,
        "id": claim.id,
        "rule": claim.rule,
        "how": claim.how,
    }


def _fields(claim: Claim, kinds: Kinds) -> dict[str, object]:
    """The fields in the order of their kind; those of a kind that is not known here, by name."""
    kind = kinds.get(claim.kind)
    if kind is None:
        return {name: plain(value) for name, value in sorted(claim.fields.items())}
    given = {name: claim.fields.get(name, field.empty) for name, field in kind.fields.items()}
    left_out = {name for name, field in kind.fields.items() if field.optional and given[name] == field.empty}
    return {name: plain(value) for name, value in given.items() if name not in left_out}


def plain(value: Value) -> object:
    """A value as JSON has it: a list of codes, and whole numbers without a point.

    >>> plain(4900000000.0), plain(("LAO", "RUS"))
    (4900000000, ['LAO', 'RUS'])
    """
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value
