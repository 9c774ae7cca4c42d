"""Acts that follow one just told: a reply to what was asked, the lifting of what was imposed. By whom it was, that act tells.

Which acts answer and undo which stands in the kind's file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from comity.mentions import RUNNING, Draft
from comity.model import Claim
from comity.resolving.context import BY_TITLE
from comity.resolving.work import Work

NEAR = 500
"""Characters between the sentence of an act and that of one that undoes it."""
THE_BEFORE, THE_AFTER = re.compile(r"\b[Tt]he\s+(?:[\w-]+\s+){1,3}$"), re.compile(r"\s+the\s")
IT = re.compile(r"\b(?:It|They|Both|it|they)\b")
OBJECT = re.compile(r"\b(?:it|them)$")
"""It is what something is done to: reopened it."""
NEXT = 3
"""Characters between two sentences of one paragraph."""


ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|suggest(?:s|ed|ing|ions?)?|offer(?:s|ed|ing)?|demand(?:s|ed|ing)?"
    r"|invit(?:e|es|ed|ing|ations?)|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:for|on|upon)|appeal(?:s|ed|ing)?|plead(?:s|ed|ing)?|pleas?|petition(?:s|ed)?"
    r"|press(?:es|ed|ing)?\s+for|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|ultimatum|overtures?|terms|plans?|bids?|begg(?:ed|ing)|insist(?:s|ed|ing)?"
    r"|appl(?:y|ied|ication)|sued?\s+for|wish(?:es|ed)?|put\s+forward|draft|note|conditions?)\b",
    re.I,
)
"""Words by which something is asked for, also where no claim was made of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act that the document has told: where, and as what."""

    draft: Draft
    claim: Claim

    def codes(self, side: str) -> tuple[str, ...]:
        """Who stands on a side of it."""
        value = self.claim.fields.get(side, ())
        return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _is_asked(work: Work) -> bool:
    """Do words of asking stand in the sentence before, or in this one up to the reply?"""
    annotated, draft = work.who.annotated, work.draft
    earlier = [
        each.span for each in annotated.all("sentence") if draft.evidence.start - NEXT <= each.span.end <= draft.evidence.start
    ]
    start = earlier[0].start if earlier else draft.evidence.start
    return bool(ASKING.search(annotated.document.text, start, draft.trigger.start))


def _agree(work: Work, told: Told, side: str) -> bool:
    """Is a side left open, or the same as in what was told before?"""
    codes = work.actors.get(side, ())
    return not codes or codes == (told.codes(side) or (str(told.claim.fields[side]),))


def _take_over(work: Work, told: Told, *, whole: bool) -> None:
    """The sides of what was told before, and where it is meant by a pronoun, all else that is told of it but its stage."""
    for name, body in work.kind.fields.items():
        if body.holds_actors and name in work.kind.sides:
            work.actors[name] = told.codes(name) or (str(told.claim.fields[name]),)
        elif whole and name != work.kind.stages and body.type in ("words", "place"):
            work.fields[name] = told.claim.fields.get(name, "")
    work.note("it is the one told last")


@dataclass(frozen=True, slots=True)
class Story:
    """The acts of a document in the order in which they are told."""

    acts: list[Told] = field(default_factory=list)

    def add(self, draft: Draft, claim: Claim) -> None:
        """Keep one more act."""
        self.acts.append(Told(draft, claim))

    def follow(self, work: Work) -> None:
        """Fill the sides of an act that answers or undoes one just told; an answer to nothing is none."""
        if work.draft.how not in RUNNING:
            return
        if work.kind.recalls is not None:
            self._recall(work, work.kind.recalls)
        elif len(work.kind.sides) == 2:
            self._reply(work)

    def _reply(self, work: Work) -> None:
        """An answer to what was asked just before, or the undoing of what was done."""
        kind_of = str(work.fields.get("type", ""))
        answered = self._asked(work, work.kind.answers.get(kind_of, ()))
        if answered:
            self._answer(work, answered)
        elif work.draft.answers:
            work.void = not _is_asked(work)
        elif not any(work.draft.slots.get(side) or work.actors.get(side) for side in work.kind.sides):
            self._go_on(work, kind_of)

    def _asked(self, work: Work, types: tuple[str, ...]) -> Told | None:
        """The last request that may be answered: by another, to who answers or to nobody named."""
        one, other = work.kind.sides
        mine, theirs = work.actors.get(one, ()), work.actors.get(other, ())
        for told in reversed(self._before(work.draft, NEXT)):
            asking, asked = told.codes(one), told.codes(other)
            if told.claim.fields.get("type") not in types or set(asking) & set(mine) or not asking:
                continue
            if not (mine or theirs or asked):
                return None
            fits = (not mine or not asked or set(mine) <= set(asked)) and (not theirs or set(theirs) <= set(asking))
            return told if fits else None
        return None

    def _answer(self, work: Work, told: Told) -> None:
        one, other = work.kind.sides
        for side, codes in ((one, told.codes(other)), (other, told.codes(one))):
            if codes and not work.actors.get(side) and not work.draft.slots.get(side):
                work.actors[side] = codes
                work.note(f"it answers what {', '.join(told.codes(one))} asked, told just before")

    def _go_on(self, work: Work, kind_of: str) -> None:
        """What names nobody undoes, or carries on, what was done before: the embargo was tightened, a further loan followed."""
        undone, says = work.kind.undoes.get(kind_of, ()), work.kind.even(work.fields) or work.kind.is_speech(work.fields)
        meant = self._last(work, undone, "" if says else kind_of)
        if told := meant or self._usual(work, kind_of):
            one, other = work.kind.sides
            work.actors[one], work.actors[other] = told.codes(one), told.codes(other)
            does = "undoes" if told.claim.fields.get("type") in undone else "carries on"
            work.note(f"it {does} what {', '.join(told.codes(one))} did, told before")

    def _last(self, work: Work, undone: tuple[str, ...], same: str) -> Told | None:
        """The last act of a type that this one undoes, or of its own type in the sentence before."""
        draft, one = work.draft, work.kind.sides[0]
        for told in reversed(self._before(draft, NEAR)):
            just_told = draft.evidence.start - told.draft.evidence.end <= NEXT
            meant = (*undone, same) if just_told else undone
            if told.claim.fields.get("type") in meant and told.claim.factuality == "asserted" and told.codes(one):
                return told
        return None

    def _usual(self, work: Work, kind_of: str) -> Told | None:
        """Of a type that goes on, the last told just before, or where all of the document are between the two, any of them."""
        if not work.kind.may_go_on(work.fields):
            return None
        alike = [told for told in self._before(work.draft, NEAR) if told.claim.fields.get("type") == kind_of][-1:]
        if not alike and work.who.context.why_pair == BY_TITLE:
            alike = [told for told in self.acts if told.claim.fields.get("type") == kind_of]
        ways = {tuple(map(told.codes, work.kind.sides)) for told in alike}
        between = all(sorted(way) == sorted((code,) for code in work.who.context.pair) for way in ways)
        return alike[0] if len(ways) == 1 and between else None

    def _recall(self, work: Work, alike: tuple[str, ...]) -> None:
        """What is called by "it", or "the", is the one of its sort that was told last: the embassy was closed."""
        draft, text = work.draft, work.who.annotated.document.text
        pointed = IT.search(text, draft.evidence.start, draft.trigger.end)
        definite = alike and (
            THE_BEFORE.search(text, draft.evidence.start, draft.trigger.start) or THE_AFTER.match(text, draft.trigger.end)
        )
        meant = OBJECT.search(draft.trigger.of(work.who.annotated.document))
        if not (pointed or definite) or (not meant and any(work.actors.get(side) for side in work.kind.sides)):
            return
        for told in reversed(self._before(draft, NEAR)):
            same = all(told.claim.fields.get(name) == work.fields.get(name) for name in alike)
            if told.claim.kind == draft.kind and same and all(_agree(work, told, side) for side in work.kind.sides):
                _take_over(work, told, whole=bool(pointed))
                return

    def _before(self, draft: Draft, reach: int) -> list[Told]:
        return [
            told
            for told in self.acts[-12:]
            if told.draft.block == draft.block
            and told.draft.trigger.start < draft.trigger.start
            and draft.evidence.start - told.draft.evidence.end <= reach
        ]
