"""Whom a known leader serves whose state no words of the text tell: `President Carter`, `Foreign Minister Abba Eban`.

>>> from comity.annotating._example import annotated
>>> document = annotated("In 1978 President Kekkonen received Prime Minister Rabin in Helsinki. President Soto stayed away.")
>>> [(mention.value.name, mention.value.state) for mention in document.all("person")]
[('Kekkonen', 'FIN'), ('Rabin', ''), ('Soto', '')]
>>> document = annotated("Finland traded in 1978. The government of Urho Kekkonen wrote to Olav V of Norway.")
>>> [(mention.value.name, mention.value.office, mention.value.state) for mention in document.all("person")]
[('Urho Kekkonen', 'president', 'FIN'), ('Olav V', 'monarch', 'NOR')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from comity.annotating._names import NAME, TITLE, name_of, untitled
from comity.annotating._offices import actors
from comity.annotating._years import spoken_of, years
from comity.gazetteer import Gazetteer
from comity.leaders import Leader, called, words_of
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span

_SLACK = 1
"""Years by which a term and what a text dates may miss one another."""
_LONG = 45
"""Years around his term in which a leader is spoken of by his whole name."""
_FOREMOST = frozenset(("USA", "GBR", "FRA", "SUN", "RUS", "DEU", "CHN", "VAT"))
"""Whose leaders texts speak of without naming the state."""
_RULE = r"(?:government|administration|regime|cabinet|dictatorship|presidency|premiership)"
_RULED = (
    re.compile(rf"\b{_RULE}\s+of\s+(?P<name>(?:{TITLE.pattern})?{NAME.pattern})"),
    re.compile(rf"(?P<name>{NAME.pattern})(?:['’]s?)?\s+{_RULE}\b"),
)
_RULES = frozenset(("president", "prime-minister"))
_PORTFOLIOS = frozenset(("foreign-minister", "defence-minister"))
_REIGNS = frozenset(("monarch",))
_REGNAL = re.compile(
    r"\b(?!(?:Part|Article|Annex|Chapter|Protocol|Phase|Title|Book|Volume|War|Section|Stage|Round|Appendix|Schedule)\b)"
    r"[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -][A-ZÀ-Þ][^\W\d_]{2,})?\s[IVX]{1,5}(?![\w-])"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


@dataclass(frozen=True)
class Leaders:
    """Tells the leaders of the states of one document, by the years of which it speaks."""

    annotated: Annotated
    gazetteer: Gazetteer

    def state(self, sentence: Span, person: PersonName) -> str:
        """The one state that a holder of an office can have led at the time; "" where there is none, or several."""
        many = len(words_of(person.name)) > 1
        told = [leader for leader in called(person.name, "" if many else person.office) if self._fits(leader, person, many)]
        codes = {leader.code for leader in self._then(told, sentence)}
        return next(iter(codes)) if len(codes) == 1 else ""

    def portfolio(self, sentence: Span, person: PersonName) -> str:
        """The office of a mere minister who is known by his whole name as that of foreign affairs, or of defence."""
        told = [each for each in called(person.name) if each.office in _PORTFOLIOS and self._fits(each, person, many=True)]
        first, last = self._spoken_of
        then = [each for each in told if len(words_of(person.name)) > 1 and _held(each, first, last)]
        offices = {each.office for each in self._then(then, sentence)}
        return next(iter(offices)) if len(offices) == 1 else person.office

    def ruling(self) -> Iterator[Mention]:
        """Those whose government is spoken of, and monarchs by their number: the government of Soto, Olav V of Norway."""
        text = self.annotated.document.text
        for match in chain.from_iterable(each.finditer(text) for each in _RULED):
            name = name_of(untitled(match["name"]))
            begin = match.start("name") + match["name"].rfind(name)
            span = Span(begin, begin + len(name))
            if name and match["name"].endswith((name, f"{name}'s", f"{name}’s")) and (told := self._ruler(span, name, _RULES)):
                office = told.office if match.re is _RULED[0] else ""  # Soto's government tells less of his office
                yield Mention("person", span, PersonName(name, office, told.code))
        for match in _REGNAL.finditer(text):
            span, king = Span(*match.span()), self._ruler(Span(*match.span()), match[0], _REIGNS)
            if state := self._realm(span) or (king.code if king else ""):
                yield Mention("person", span, PersonName(match[0], "monarch", state))

    def _ruler(self, span: Span, name: str, offices: frozenset[str]) -> Leader | None:
        """The one leader of a state whom a name calls at that time."""
        sentence = next((each.span for each in self.annotated.all("sentence") if span in each.span), span)
        fits = [
            leader
            for leader in called(name)
            if leader.office in offices and self._fits(leader, PersonName(name, leader.office), many=False)
        ]
        told = self._then(fits, sentence)
        return told[-1] if len({leader.code for leader in told}) == 1 else None

    def _realm(self, span: Span) -> str:
        """The state of which somebody is told to be right behind his name: Olav V of Norway."""
        text = self.annotated.document.text
        for where, actor in actors(self.annotated, Span(span.end, min(len(text), span.end + 40))):
            owns = text.startswith(("'s", "’s"), where.end)
            if actor.how is How.NAME and not owns and _OF.fullmatch(text, span.end, where.start):
                return actor.code
        return ""

    def _then(self, told: list[Leader], sentence: Span) -> list[Leader]:
        """Of leaders of several states, or in several offices, those who led in the years that the sentence names."""
        if len({(leader.code, leader.office) for leader in told}) < 2:
            return told
        here = years(self.annotated, sentence)
        then = [leader for leader in told if any(_held(leader, year, year) for year in here)]
        return then or (told if len({leader.code for leader in told}) == 1 else [])

    def _fits(self, leader: Leader, person: PersonName, many: bool) -> bool:
        first, last = self._spoken_of
        near = leader.code in self._named
        same = leader.office == person.office
        if many and (near or same):
            return _held(leader, first - _LONG, last + _LONG if near else last)
        if not same or not (near or leader.code in _FOREMOST):
            return False
        return _held(leader, first - _LONG if person.when == "former" else first, last)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The states that the document names, with what they were before and after."""
        values = (mention.value for mention in self.annotated.all("actor"))
        codes = {value.code for value in values if isinstance(value, ActorName) and value.code in self.gazetteer}
        return frozenset(code for one in codes for code in (one, *self.gazetteer.family(one)))

    @cached_property
    def _spoken_of(self) -> tuple[int, int]:
        return spoken_of(self.annotated)


def _held(leader: Leader, first: int, last: int) -> bool:
    """Did he hold the office in some year of a stretch?"""
    return leader.first - _SLACK <= last and first <= leader.last + _SLACK
