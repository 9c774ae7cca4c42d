"""Who holds the office that a claim tells of, for whom and when, as the person's own words give it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity import edtf
from comity.mentions import Annotated, DateWords, Mention, PersonName
from comity.model import Span
from comity.resolving.datings import Datings
from comity.resolving.work import Work

_RESIDENT = frozenset({"ambassador", "consul", "chargé-d-affaires"})
"""Offices of those who live in the state to which they are sent."""
_LIVES = re.compile(r"\b(?:resid(?:es?|ed|ing|ent)|non-resident|based|lives?|lived|living)\b")
_NEAR = 60
"""Characters behind a person in which the words of his term stand."""


@dataclass(frozen=True)
class Holders:
    """Reads the persons of one document for claims that have a person."""

    annotated: Annotated
    dates: Datings

    def fill(self, work: Work) -> None:
        """Put the person into a claim, with office, state and term where these are still open."""
        if "person" not in work.kind.fields:
            return
        for mention in work.draft.slots.get("person", ()) or self._sent(work):
            if isinstance(mention.value, PersonName) and mention.value.name:
                self._take(work, mention, mention.value)

    def _sent(self, work: Work) -> tuple[Mention, ...]:
        """Those among the senders who hold the office themselves: a president who sends an envoy is none."""
        office = work.fields.get("office")
        sent = work.draft.slots.get("sender", ())
        return tuple(each for each in sent if isinstance(each.value, PersonName) and office in (None, each.value.office))

    def accredit(self, work: Work) -> None:
        """Of an envoy of one of two states, the other; where he is told to live in a third, that is where he resides."""
        if "office" not in work.kind.fields or work.fields.get("office") not in _RESIDENT:
            return
        sender, host = work.actors.get("sender", ()), work.actors.get("host", ())
        if len(sender) != 1 or not work.who.context.titled or not (other := work.who.context.other(sender[0])):
            return
        if host and host[0] not in (other, *sender) and not work.actors.get("resident") and self._resides(work):
            work.actors["resident"], host = host, ()
        if not host:
            work.actors["host"] = (other,)
            work.note(work.who.context.why_other(other))

    def _take(self, work: Work, mention: Mention, person: PersonName) -> None:
        work.fields["person"] = person.name
        resident = person.office == "ambassador" and work.fields.get("office") in ("minister", "special-envoy")
        if person.office and ("office" not in work.fields or resident):
            work.fields["office"] = person.office
        if person.host:
            work.actors.setdefault("host", (person.host,))
        work.when = work.when or self._term(mention)
        if person.when == "then" and not work.when:
            self._date_of_sentence(work)
        codes, step = work.who.codes(mention) if "sender" not in work.actors else ((), "")
        if codes:
            work.actors["sender"] = codes
            work.note(step)

    def _resides(self, work: Work) -> bool:
        """Is it told where the envoy lives, not to whom he is sent?"""
        return bool(_LIVES.search(work.draft.evidence.of(self.annotated.document)))

    def _term(self, mention: Mention) -> str:
        """The period that stands right behind a person: ambassador since 2016, king (1932–1970)."""
        for date in self.annotated.within("date", Span(mention.span.end, mention.span.end + _NEAR))[:1]:
            gap = self.annotated.document.text[mention.span.end : date.span.start]
            when = edtf.widened(self.dates.of(date)[0])
            bounded = isinstance(date.value, DateWords) and date.value.role in {"since", "from", "until"}
            if not gap.strip(" ,(") and ("/" in when or bounded):
                return when
        return ""

    def _date_of_sentence(self, work: Work) -> None:
        """Who is called "then" what he was held the office at the time that the sentence tells of."""
        dates = {self.dates.of(mention)[0] for mention in self.annotated.within("date", work.draft.evidence)} - {""}
        if len(dates) == 1:
            work.when = edtf.widened(dates.pop())
            work.note(f"the office was held then: {edtf.say(work.when)}")
