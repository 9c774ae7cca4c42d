"""A claim as whoever decides about it is shown it: words in their context, fields, rule, why it fired, who else says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from comity.errors import BadParameter
from comity.querying._cite import quoted
from comity.querying._words import caption, value_of
from comity.recording.looking import around
from comity.registry import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from comity.model import Claim, Contradiction, Document, Entry, Span
    from comity.presenting.web.site import Site
    from comity.querying import Record
    from comity.querying._question import Quoted
    from comity.recording.deciding import Ruling
    from comity.recording.judgements import Judgement
    from comity.recording.store import Store

# Sentences shown before and after the one that says the claim.
_AROUND = 2
_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
# Characters that a claim's words may have: more than any sentence.
_LONGEST = 4000
# Others that say the same, named on a card.
_OTHERS = 6


@dataclass(frozen=True)
class Card:
    """One claim with what is needed to decide about it."""

    claim: Claim
    what: str
    fields: list[tuple[str, str]]
    source: Quoted
    pattern: str
    before: str
    quote: str
    after: str
    heading: str
    rulings: list[Ruling]
    others: list[Quoted] = field(default_factory=list)
    also: int = 0
    """How many others say the same, whether or not they are named."""
    entry: Entry | None = None
    decided: list[Judgement] = field(default_factory=list)

    @property
    def states(self) -> list[str]:
        """What people decided it to be."""
        return [one.state for one in self.rulings]

    @property
    def clashes(self) -> list[Contradiction]:
        """The contradictions that name it."""
        told = self.entry.contradictions if self.entry else ()
        return [one for one in told if any(self.claim.id in claims for _, claims in one.values)]

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two states that it is about, if it is about two."""
        told = sorted({code for code in self.claim.actors(self.claim.fields) if len(code) == 3 and code.isupper()})
        return (told[0], told[1]) if len(told) == 2 else None


def card(site: Site, record: Record, name: str) -> Card:
    """The card of the claim whose id begins so; an UnknownClaim error where there is none."""
    store = record.store
    claim = store.claim(name)
    document, entry = store.document(claim.doc), store.entry_of(claim)
    others = [one for one in (entry.claims if entry else ()) if one.id != claim.id]
    rulings = store.judged.rulings([claim.id]).get(claim.id, [])
    numbered = store.judged.numbered({number for one in rulings for number in one.judgements}) if rulings else {}
    return Card(
        claim, caption(store, claim), fields_of(store, claim), quoted(store, claim), pattern(site, claim.rule),
        *context(store, document, claim.evidence), _heading(document, claim), rulings,
        [quoted(store, one) for one in others[:_OTHERS]], len(others), entry, [numbered[number] for number in sorted(numbered)],
    )  # fmt: skip


def context(store: Store, document: Document, place: Span) -> tuple[str, str, str]:
    """Two sentences before a place, its words, two sentences after; where a line ends in the text, one ends here."""
    before, after = around(store, document.id, place, _AROUND)
    ordered = [*before, place, *after]
    gaps = ["\n" if "\n" in document.text[one.end : two.start] else " " for one, two in pairwise(ordered)]
    told = [one.of(document) for one in ordered]
    first = "".join(words + gap for words, gap in zip(told[: len(before)], gaps, strict=False))
    last = "".join(gap + words for gap, words in zip(gaps[len(before) :], told[len(before) + 1 :], strict=True))
    return first, told[len(before)], last


def fields_of(store: Store, claim: Claim) -> list[tuple[str, str]]:
    """What a claim says, field by field, in words."""
    names = (*store.kinds[claim.kind].fields, "when", "factuality")
    return [(name, value_of(store, claim, name) or "") for name in names]


def _heading(document: Document, claim: Claim) -> str:
    block = next((one for one in document.blocks if claim.evidence.touches(one.span)), None)
    return " › ".join(span.of(document) for span in block.headings) if block else ""


def pattern(site: Site, rule: str) -> str:
    """What a rule looks for, as its file has it; "" where no file does.

    >>> from comity.presenting.web.site import Site
    >>> from pathlib import Path
    >>> bool(pattern(Site(Path("x"), 1), "mission/exists:1")), pattern(Site(Path("x"), 1), "by/hand:1")
    (True, '')
    """
    name, _, number = rule.rpartition(":")
    told: dict[str, Any] = next((found for folder in site.folders.rules if (found := _rule(folder, name))), {})
    section, digits = ("rows", number[3:]) if number.startswith("row") else ("patterns", number)
    listed = told.get(section)
    if not isinstance(listed, list) or not digits.isdigit() or not 0 < int(digits) <= len(listed):
        return ""
    chosen = listed[int(digits) - 1]
    return chosen if isinstance(chosen, str) else ", ".join(f"{key}: {value}" for key, value in dict(chosen).items())


@lru_cache(maxsize=256)
def _rule(folder: Path, name: str) -> dict[str, Any] | None:
    path = folder / f"{name}.yaml"
    # A rule's name comes from a record, which may be another's: it names no file elsewhere.
    if not name or not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return None
    content = read_yaml(path).content
    return content if isinstance(content, dict) else None


def inputs(store: Store, kind: str, claim: Claim | None = None) -> list[dict[str, Any]]:
    """The fields of a kind as a form asks for them, filled with what a claim tells."""
    told: list[dict[str, Any]] = []
    for name, one in store.kinds[kind].fields.items():
        value = claim.fields.get(name, "") if claim else ""
        said = ", ".join(value) if isinstance(value, tuple) else str(value)
        hint = "codes or names, with commas between" if one.holds_actors else ""
        told.append(
            {"name": name, "what": one.what, "one_of": one.one_of, "required": one.required, "hint": hint,
             "number": one.type == "number", "value": said}
        )  # fmt: skip
    return told


def stretch(told: str, longest: int) -> tuple[int, int]:
    """The stretch of a text that an address or a form tells; nothing where it tells none."""
    if not told:
        return 0, 0
    found = _AT.fullmatch(told)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (start < end <= longest and end - start <= _LONGEST):
        why = f"it is a stretch of at most {_LONGEST:,} characters of the text, such as 12-80"
        raise BadParameter(name="at", value=told, why=why)
    return start, end
