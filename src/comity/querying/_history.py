"""Acts and spells in words, with sources: what the questions of time share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.querying._acts import DAY, Act, acts
from comity.querying._spells import Held, Spell, at_odds, on, spells
from comity.querying._words import dated, day_said
from comity.sameness import NEAR_YEARS, meaning, stage_of, window, years_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from comity.model import Claim
    from comity.querying._cite import Citations
    from comity.recording.store import Store
    from comity.schema import Kind

_FIRM = "asserted"
_SAID = "reported"


@dataclass(frozen=True, slots=True)
class Words:
    """What the two states of a thing are called, and its acts."""

    holds: str
    holds_not: str

    def of(self, held: Held) -> str:
        """The word for an answer."""
        return {Held.YES: self.holds, Held.NO: self.holds_not}.get(held, str(held))


WORDS = {
    "status": Words("related", "not related"),
    "mission": Words("open", "not open"),
    "agreement": Words("in force", "not in force"),
    "membership": Words("member", "not a member"),
}
ANY = Words("so", "not so")


@dataclass(frozen=True)
class History:
    """The acts of one thing with the claims that tell them."""

    acts: tuple[Act, ...]
    only_reported: bool = False
    """Nobody asserts any of it; it stands as somebody's words."""

    def on(self, day: date) -> Held:
        """What sources say of a day."""
        return on(day, self.acts)

    def spell(self, day: date) -> Spell | None:
        """The spell that may have held on a day, the latest where several may."""
        return next((spell for spell in reversed(spells(self.acts)) if spell.covers(day)), None)

    def unsure(self, day: date) -> list[Act]:
        """The acts between whose dates a day falls."""
        return [act for act in self.acts if act.envelope[0] <= day < act.envelope[1]]

    def first(self) -> Act | None:
        """The act before which nothing is told."""
        return min(self.acts, key=lambda act: act.envelope, default=None)


def history(store: Store, claims: Sequence[Claim], kind: str) -> History:
    """The history that claims of one thing tell: what is asserted, and what is reported where nobody asserts the like."""
    firm = [claim for claim in claims if claim.factuality == _FIRM]
    said = [claim for claim in claims if claim.factuality == _SAID and not _asserted(claim, firm, store.kinds[kind])]
    found = acts([*firm, *said], store.kinds[kind], published(store))
    return History(found, only_reported=bool(found) and all(claim.factuality == _SAID for act in found for claim in act.claims))


def _asserted(told: Claim, firm: Sequence[Claim], kind: Kind) -> bool:
    """Does anybody assert what is reported: an act of the same sense near to it, or the one that happens but once?"""
    stage, means, stretch = stage_of(told, kind), meaning(told, kind), window(told.when)
    for claim in firm:
        if meaning(claim, kind).ends != means.ends:
            continue
        other = window(claim.when)
        once = stage_of(claim, kind) == stage and (means.once or means.observes)
        if once or stretch is None or other is None or years_apart(stretch, other) <= NEAR_YEARS:
            return True
    return False


def published(store: Store) -> Callable[[Claim], str]:
    """The date of the document, or of the article in it, that a claim stands in."""

    def date_of(claim: Claim) -> str:
        return store.source(claim).published

    return date_of


def dates(act: Act, cite: Citations) -> str:
    """When an act was, as each source has it: `in 1973 [1] or in August 1974 [2][3]`."""
    told = [(dated(one.when) or "at a time that no source tells", one.claims) for one in act.datings]
    words = " or ".join(cite.after(when, claims) for when, claims in told)
    return f"{words} (less precisely {cite.marks(act.vaguer)})" if act.vaguer else words


def since(spell: Spell, cite: Citations) -> str:
    """Since when a spell held: `since at least 31 August 1974 (opened in August 1974 [1])`."""
    if spell.begin is None:
        return "since a day that no source tells"
    told = f"({said(spell.begin)} {dates(spell.begin, cite)})"
    if spell.begin.undated and spell.begun[1] == date.max:
        return told
    sure = spell.begun[0] == spell.begun[1] and not spell.begin.observes
    return f"since {'' if sure else 'at least '}{day_said(spell.begun[1])} {told}"


def until(spell: Spell, cite: Citations) -> str:
    """Until when: `until at most 31 December 1975 (closed in 1975 [2])`; no end is inferred where none is told."""
    if spell.ended is None:
        return "no source tells of an end" if spell.holds else "no source tells of a later change"
    if spell.end is None:
        return f"until a day that no source tells, {day_said(spell.ended[1])} at most"
    told = f"({said(spell.end)} {dates(spell.end, cite)})"
    if spell.ended[1] == date.max:
        return f"until a day that no source tells {told}"
    sure = spell.ended[0] == spell.ended[1]
    return f"until {'' if sure else 'at most '}{day_said(spell.ended[1])} {told}"


def said(act: Act) -> str:
    """An act's stage in words."""
    return act.stage.replace("-", " ")


def reasons(past: History, day: date, held: Held, cite: Citations) -> str:
    """Why the answer for a day is what it is."""
    spell, unsure = past.spell(day), past.unsure(day)
    if held is Held.CONTRADICTED and not unsure:
        unsure = [act for pair in at_odds(past.acts) for act in pair]
    if held in (Held.CONTRADICTED, Held.UNCERTAIN) and unsure:
        return "; ".join(f"{said(act)} {dates(act, cite)}" for act in unsure)
    before = max((act for act in past.acts if act.envelope[1] <= day), key=lambda act: act.envelope, default=None)
    after = min((act for act in past.acts if act.envelope[0] > day), key=lambda act: act.envelope, default=None)
    if held is Held.UNCERTAIN and before and after:
        told = "no source tells what came between"
        return f"{said(before)} {dates(before, cite)}; {told}; {said(after)} {dates(after, cite)}"
    first = past.first()
    if spell is None or held is Held.UNTOLD:
        return f"{said(first)} only later, {dates(first, cite)}" if first and first.envelope[0] > day else ""
    return f"{since(spell, cite)}; {until(spell, cite)}"


def spell_row(spell: Spell, words: Words, cite: Citations) -> tuple[str, str, str]:
    """A spell as a row: state, since, until."""
    return (words.holds if spell.holds else words.holds_not, since(spell, cite), until(spell, cite))


def spell_data(spell: Spell) -> dict[str, Any]:
    """A spell for programs. Days are ISO dates, "" where open."""
    core = spell.core
    return {
        "holds": spell.holds,
        "since": edge_data(spell.begin, spell.begun),
        "until": edge_data(spell.end, spell.ended) if spell.ended else None,
        "certain": [iso(core[0]), iso(core[1])] if core else None,
    }


def edge_data(act: Act | None, window: tuple[date, date]) -> dict[str, Any]:
    """The begin or end of a spell for programs."""
    told = [{"when": one.when, "claims": [claim.id for claim in one.claims]} for one in act.datings] if act else []
    change = act.stage if act else ""
    return {"change": change, "earliest": iso(window[0]), "latest": iso(window[1]), "dates": told}


def iso(day: date) -> str:
    """A day as text; "" for one beyond what any source bounds."""
    return "" if day in (date.min, date.max, date.max - DAY) else day.isoformat()
