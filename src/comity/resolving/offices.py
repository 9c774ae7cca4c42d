"""Which of the two of whom a text speaks has had an office: of Nepal and Britain only Nepal has had a president."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from comity import edtf
from comity.gazetteer import Gazetteer
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span
from comity.resolving.datings import Datings
from comity.triggers import lexicon

FIRST, LAST = 1815, 2100
"""The years that actors' files tell of."""
_ABROAD = "foreign-minister"
"""The office that every state has under this name of which the files do not tell another: the United States have none."""
_OFFICES = ("monarch", "president", "prime-minister", _ABROAD)
_ANY = frozenset({"monarch", "head of state", "head of government"})
"""Words that fit whatever the holder of the office is called."""
_ALWAYS = "../.."
_CONSORT = re.compile(r"\b(?:[Kk]ing|[Ee]mperor|[Ss]ultan|[Ee]mir|[Ss]hah)\b[^.;,]*\band\s+(?:(?:his|the)\s+\w+,?\s+)?$")
"""Before a queen who does not reign."""
_DEPUTIES = frozenset({"vice", "deputy"})


@cache
def office_of(words: str) -> str:
    """The office of head of state, of government or of foreign minister that a word or a key of an actor's file means.

    >>> office_of("sultan"), office_of("prime-minister"), office_of("mayor")
    ('monarch', 'prime-minister', '')
    """
    if words in _OFFICES:
        return words
    return next((office for office in _OFFICES if words.lower() in lexicon().offices.get(office, ())), "")


@cache
def _titles(gazetteer: Gazetteer) -> frozenset[str]:
    """The words by which files tell offices: who is called so holds just that one."""
    return frozenset(_plain(key) for actor in gazetteer.values() for key in actor.offices) - _ANY


def _plain(key: str) -> str:
    return key.replace("-", " ")


@cache
def _held(gazetteer: Gazetteer, code: str, office: str, title: str) -> tuple[frozenset[int], frozenset[int]]:
    """The years in which a state has had an office under a title, and those of which no file tells."""
    had, untold = set[int](), set[int]()
    for year in range(FIRST, LAST):
        actor = gazetteer.get(gazetteer.at(code, str(year)))
        if actor is None or not actor.offices:
            untold.add(year)
        elif any(year in _spell(spell) for spell in _spells(actor.offices, office, title)):
            had.add(year)
    return frozenset(had), frozenset(untold)


def _spells(offices: Mapping[str, str | tuple[str, ...]], office: str, title: str) -> Iterator[str]:
    """The spells of an office under a title; without one, under any."""
    own = {key: told for key, told in offices.items() if office_of(key) == office}
    if office == _ABROAD and not own:
        own = {_ABROAD: _ALWAYS}
    for key, told in own.items():
        if not title or _plain(key) == title:
            yield from (told,) if isinstance(told, str) else told


@cache
def _spell(told: str) -> range:
    """The years of a spell; one that is open began before all, or lasts."""
    first, last = edtf.first_day(told), edtf.last_day(told)
    return range(first.year if first else FIRST, (last.year + 1) if last else LAST)


@dataclass(frozen=True)
class Holding:
    """Which of two have had an office, and how a claim's steps tell that it was one alone, or none."""

    codes: tuple[str, ...]
    step: str


@dataclass(frozen=True)
class Offices:
    """Reads the offices of one document for the years of which it speaks."""

    annotated: Annotated
    gazetteer: Gazetteer
    dates: Datings

    def of(self, mention: Mention, pair: Sequence[str], others: Iterable[str] = ()) -> Holding | None:
        """Which of two states a person may serve by the office; nothing where that cannot be told.

        The mention may be of somebody with a name, or of the mere office: "the king". `others` are further states that the
        holder may serve.
        """
        value = mention.value
        office = value.office if isinstance(value, PersonName) else self._borne(mention)
        return self._holding(mention.span, office, pair, others) if office in _OFFICES and len(pair) == 2 else None

    def may_hold(self, mention: Mention, code: str) -> bool | None:
        """May somebody have held his office in a state, in the years of which the text speaks? None where that is not known."""
        office = mention.value.office if isinstance(mention.value, PersonName) else ""
        if office not in _OFFICES:
            return None
        word = self._word(mention.span, office)
        title = self._title(word, office)
        had, untold = _held(self.gazetteer, code, office, title)
        years = self._years(mention.span)[0]
        return None if years & untold and not years & had else bool(years & had)

    def _borne(self, mention: Mention) -> str:
        """The office with which words end, where they are not a deputy's."""
        words = mention.span.of(self.annotated.document).lower().replace("-", " ").split()
        if _DEPUTIES & set(words):
            return ""
        return next((office for many in (3, 2, 1) if (office := office_of(" ".join(words[-many:])))), "")

    def _holding(self, span: Span, office: str, pair: Sequence[str], others: Iterable[str]) -> Holding | None:
        word = self._word(span, office)
        title = self._title(word, office)
        if office == _ABROAD and title != word and "minister" not in word:
            return None
        if title == "queen" and _CONSORT.search(self.annotated.document.text, max(0, span.start - 80), span.start):
            return Holding((), "she does not reign")
        years, when = self._years(span)
        untold = any(years & _held(self.gazetteer, code, office, title)[1] for code in pair)
        if not years or untold or any(self._may_have(code, office, title, years) for code in others):
            return None
        had = tuple(code for code in pair if self._may_have(code, office, title, years))
        only = f"only {had[0]}" if len(had) == 1 else "neither"
        return Holding(had, f"of {' and '.join(pair)}, {only} had a {word or _plain(office)} {when}")

    def _may_have(self, code: str, office: str, title: str, years: frozenset[int]) -> bool:
        had, untold = _held(self.gazetteer, code, office, title)
        return bool(years & (had | untold))

    def _title(self, word: str, office: str) -> str:
        """The title under which files tell of an office that is called by a word; "" for any."""
        return word if word in _titles(self.gazetteer) else "" if office != _ABROAD else _plain(_ABROAD)

    def _word(self, span: Span, office: str) -> str:
        """The word of the lexicon by which a stretch calls the office, in small letters."""
        text = f" {' '.join(span.of(self.annotated.document).lower().replace('-', ' ').split())} "
        words = sorted(lexicon().offices.get(office, ()), key=len, reverse=True)
        return next((word for word in words if f" {word} " in text), "")

    def _years(self, span: Span) -> tuple[frozenset[int], str]:
        """The years of the sentence; else all from the first to the last of which the document speaks, else all."""
        sentence = next((each.span for each in self.annotated.all("sentence") if span in each.span), span)
        if years := frozenset(self._told(sentence)):
            return years & _ALL, _in_words(years)
        if self._spoken_of:
            return self._spoken_of & _ALL, _in_words(self._spoken_of)
        return _ALL, f"since {FIRST}"

    @cached_property
    def _spoken_of(self) -> frozenset[int]:
        document = self.annotated.document
        published = {document.article(block).published for block in document.blocks}
        years = {*self._told(Span(0, len(document.text))), *(year for when in published for year in _years_of(when))}
        return frozenset(range(min(years), max(years) + 1)) if years else frozenset()

    def _told(self, within: Span) -> Iterator[int]:
        for mention in self.annotated.within("date", within):
            yield from _years_of(self.dates.of(mention)[0])


_ALL = frozenset(range(FIRST, LAST))


def _years_of(when: str) -> range:
    """The years of a date; of one that is open, the year that it gives."""
    first, last = (edtf.first_day(when), edtf.last_day(when)) if when else (None, None)
    first, last = first or last, last or first
    return range(first.year, last.year + 1) if first and last else range(0)


def _in_words(years: frozenset[int]) -> str:
    return f"in {min(years)}" if len(years) == 1 else f"between {min(years)} and {max(years)}"
