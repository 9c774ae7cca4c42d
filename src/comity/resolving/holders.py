"""Who holds the office that a claim tells of, for whom and when, as the person's own words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity import edtf
from comity.mentions import ActorName, Annotated, DateWords, How, Mention, PersonName
from comity.model import Span
from comity.resolving.datings import Datings
from comity.resolving.work import Work

_RESIDENT = frozenset({"ambassador", "consul", "chargé-d-affaires"})
"""Offices of those who live in the state to which they are sent."""
_HOUSE = re.compile(r"\b(?:embass(?:y|ies)|high\s+commissions?|consulates?|legations?|missions?|offices?)\b")
_LIVES = re.compile(r"\b(?:resid(?:es?|ed|ing|ent)|non-resident|based|lives?|lived|living)\b")
_AND = re.compile(r"(?:,\s+and|,|\s+and(?:\s+to)?)\s+(?:the\s+)?")
_CLOSED = re.compile(r"\s*(?:[.;)]|,\s|$|\s(?:from|until|since|between|in)\s)")
_EXPELS = re.compile(
    r"\b(?:expel(?:s|led|ling)?|expulsion|persona\s+non\s+grata|summon(?:s|ed|ing)?|sen(?:d|t)\s+home|declared\s+unwelcome)\b"
)
_REACH = 200
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
        if host and work.actors.get("resident") == host:
            del work.actors["resident"]  # he lives where he is sent
            text, trigger = self.annotated.document.text, work.draft.trigger
            work.void = work.void or bool(_HOUSE.search(text, trigger.start, trigger.end))  # an embassy is no envoy
        if len(sender) != 1 or not work.who.context.titled or not (other := work.who.context.other(sender[0])):
            return
        if host and host[0] not in (other, *sender) and not work.actors.get("resident") and self._resides(work, host):
            work.actors["resident"], host = host, ()
        if not host and (sending := self._sending_away(work, (other, *sender))):
            work.actors["host"] = (sending,)
            work.note(f"{sending} sends the envoy away")
        elif not host:
            work.actors["host"] = (other,)
            work.note(work.who.context.why_other(other))

    def _sending_away(self, work: Work, pair: tuple[str, ...]) -> str:
        """The third state that expels an envoy, in a sentence that does not name the other of the pair."""
        text, evidence = self.annotated.document.text, work.draft.evidence
        named = work.who.named_in(evidence)
        third = named - set(pair)
        expelled = _EXPELS.search(text, evidence.start, evidence.end) and pair[0] not in named
        return third.pop() if expelled and len(third) == 1 else ""

    def _take(self, work: Work, mention: Mention, person: PersonName) -> None:
        work.fields["person"] = person.name
        resident = person.office == "ambassador" and work.fields.get("office") in ("minister", "special-envoy")
        if person.office and ("office" not in work.fields or resident):
            work.fields["office"] = person.office
        if person.host:
            self._post(work, mention, person)
        work.when = work.when or self._term(mention)
        if person.when == "then" and not work.when:
            self._date_of_sentence(work)
        codes, step = work.who.codes(mention) if "sender" not in work.actors else ((), "")
        if codes:
            work.actors["sender"] = codes
            work.note(step)

    def _post(self, work: Work, mention: Mention, person: PersonName) -> None:
        """Where the envoy is sent, by the words of his office; who is told to be sent elsewhere too resides there."""
        host = work.actors.setdefault("host", (person.host, *self._further(mention, person.host)))
        if person.host not in host and work.actors.get("sender") != (person.host,) and person.office in _RESIDENT:
            work.actors.setdefault("resident", (person.host,))

    def _further(self, mention: Mention, host: str) -> Iterator[str]:
        """The other states to which the same words accredit him: ambassador to Peru, Chile and Bolivia from 1990."""
        text = self.annotated.document.text
        near = self.annotated.within("actor", Span(mention.span.start, min(len(text), mention.span.start + _REACH)))
        listed = [
            (each.span, each.value.code) for each in near if isinstance(each.value, ActorName) and each.value.how is How.NAME
        ]
        first = next((at for at, (_, code) in enumerate(listed) if code == host), len(listed))
        codes, end = list[str](), listed[first][0].end if first < len(listed) else 0
        for span, code in listed[first + 1 :]:
            if not _AND.fullmatch(text, end, span.start):
                break
            codes.append(code)
            end = span.end
        yield from codes if _CLOSED.match(text, end) else ()

    def _resides(self, work: Work, host: tuple[str, ...]) -> bool:
        """Is it told that the envoy lives there, not that he is sent there?"""
        text, evidence = self.annotated.document.text, work.draft.evidence
        lives = _LIVES.search(text, evidence.start, evidence.end)
        if not lives:
            return False
        behind = Span(lives.end(), min(evidence.end, lives.end() + _NEAR))
        told = next((each for each in self.annotated.within("actor", behind) if isinstance(each.value, ActorName)), None)
        return told is None or not isinstance(told.value, ActorName) or told.value.code in host

    def _term(self, mention: Mention) -> str:
        """The period that stands right behind a person: ambassador since 2016, king (1932–1970)."""
        return self._term_at(mention.span.end) or next(filter(None, map(self._term_at, self._office_ends(mention))), "")

    def _term_at(self, end: int) -> str:
        for date in self.annotated.within("date", Span(end, end + _NEAR))[:1]:
            gap = self.annotated.document.text[end : date.span.start]
            when = edtf.widened(self.dates.of(date)[0])
            bounded = isinstance(date.value, DateWords) and date.value.role in {"since", "from", "until"}
            if not gap.strip(" ,(") and ("/" in when or bounded):
                return when
        return ""

    def _office_ends(self, mention: Mention) -> Iterator[int]:
        """Where the words of his office end, if a verb stands between him and them: she was ambassador to Peru until 1990."""
        sentence = next((each.span for each in self.annotated.all("sentence") if mention.span in each.span), mention.span)
        mine = mention.value
        for other in self.annotated.within("person", Span(mention.span.end, sentence.end))[:1]:
            his = other.value
            if isinstance(mine, PersonName) and isinstance(his, PersonName) and not his.name and his.office == mine.office:
                ends = (each.span.end for each in self.annotated.within("actor", Span(other.span.end, sentence.end)))
                yield from (other.span.end, *ends)

    def _date_of_sentence(self, work: Work) -> None:
        """Who is called "then" what he was held the office at the time that the sentence tells of."""
        dates = {self.dates.of(mention)[0] for mention in self.annotated.within("date", work.draft.evidence)} - {""}
        if len(dates) == 1:
            work.when = edtf.widened(dates.pop())
            work.note(f"the office was held then: {edtf.say(work.when)}")
