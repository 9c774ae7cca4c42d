"""Who is who: states and organisations with their names, and which state an act of a given time belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Literal

import msgspec

from comity import edtf
from comity.errors import AmbiguousName, CodeTwice, UnknownActor, did_you_mean
from comity.mentions import How
from comity.names import codes, fold
from comity.registry import DataFile, Folders, data_files

Spell = Annotated[str, msgspec.Meta(pattern=r"^(?:\.\.|\d{4})/(?:\.\.|\d{4})$")]
"""Years from and to: 1881/1947, ../1918, 1946/.."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one language calls an actor."""

    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A capital, with the years in which it was one."""

    name: str
    also: tuple[str, ...] = ()
    since: str = msgspec.field(default="", name="from")
    until: str = msgspec.field(default="", name="to")


class Earlier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """To whom the acts of an earlier time belong."""

    code: str
    since: str = msgspec.field(default="", name="from")
    until: str = msgspec.field(default="", name="to")
    continues: bool = False
    """Is it the same state under another name, so that its relations, missions and treaties are carried on?"""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the date of its act, and the code to which the act belongs."""

    say: str
    get: str
    on: str = ""


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of actors/."""

    code: str
    kind: Literal["state", "former-state", "realm", "organisation"]
    names: dict[str, Names]
    of: str = ""
    """The state to which a territory belongs."""
    iso2: str = ""
    """ISO 3166-1 alpha-2."""
    iso4: str = ""
    """ISO 3166-3, of those that ISO 3166-1 has no longer."""
    cow: int | None = None
    cow_letters: str = ""
    """The abbreviation of the Correlates of War list, which may be another state's code here: its KOS, MAC, ROM."""
    gw: int | None = None
    wikidata: str = ""
    since: str = msgspec.field(default="", name="from")
    until: str = msgspec.field(default="", name="to")
    offices: dict[str, Spell | tuple[Spell, ...]] = {}
    """The offices of head of state and of government that it has had, or their titles: king, president, chancellor."""
    capitals: tuple[City, ...] = ()
    cities: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    later: tuple[str, ...] = ()
    no_actor: tuple[str, ...] = msgspec.field(default=(), name="not")
    examples: tuple[Example, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its names in every language of its file."""
        return tuple(name for told in self.names.values() for name in (told.name, *told.also))

    @property
    def is_state(self) -> bool:
        """Can it have relations as a state does?"""
        return self.kind != "organisation"

    @property
    def is_over(self) -> bool:
        """Is it no more, as a former state or a territory that was divided?"""
        return self.kind == "former-state" or (self.kind == "realm" and bool(self.until))

    def surfaces(self) -> Iterator[tuple[str, How]]:
        """Every name of its file with its manner."""
        for told in self.names.values():
            own = (told.name, *told.also)
            yield from ((text, How.NAME) for text in (*own, *(variants(own) if self.is_state else ())))
            yield from ((text, How.ADJECTIVE) for text in told.adjectives)
            yield from ((text, How.PEOPLE) for text in told.people)
        yield from ((text, How.CAPITAL) for city in self.capitals for text in (city.name, *city.also))
        yield from ((text, How.SEAT) for text in self.seats)
        yield from ((text, How.BODY) for text in self.bodies)


_KINDS = frozenset({"Confederation", "Dynasty", "Emirate", "Empire", "Federation", "Kingdom", "Monarchy", "Principality"}) | {
    "Republic",
    "Shogunate",
    "Sultanate",
}


def variants(names: Iterable[str]) -> Iterator[str]:
    """How else a state's names are written: its kind in small letters, and a dynasty by its court.

    >>> list(variants(["Ottoman Empire", "Ottoman dynasty", "Turkey"]))
    ['Ottoman empire', 'Ottoman court']
    """
    for name in names:
        head, _, kind = name.rpartition(" ")
        if head and kind in _KINDS:
            yield f"{head} {kind.lower()}"
        if len(head) > 2 and kind in ("dynasty", "Dynasty"):
            yield f"{head} court"


_RANK = {"state": 0, "organisation": 1, "realm": 2, "former-state": 3}


class Gazetteer(dict[str, Actor]):
    """All actors by code. Two are equal only if they are one, so that what is compiled from it can be kept."""

    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__

    def name(self, code: str, language: str = "en") -> str:
        """What a caption calls an actor; the code itself where it is unknown."""
        actor = self.get(code)
        names = actor.names.get(language) or next(iter(actor.names.values())) if actor else None
        return names.name if names else code

    def find(self, words: str) -> str:
        """The code of an actor given by code or by any known name in any language.

        An UnknownActor error where there is none, an AmbiguousName error where two languages mean two by it.
        """
        if code := self.known(words):
            return code
        found = tuple(code for code in codes(words) if code in self)
        if len(found) > 1:
            raise AmbiguousName(name=words, meant=", ".join(f"{self.name(code)} ({code})" for code in found))
        if not found:
            raise UnknownActor(name=words, hint=did_you_mean(" ".join(words.split()), map(self.name, self)))
        return found[0]

    def known(self, words: str) -> str:
        """The code of an actor given by code or by a name of its file; "" where there is none."""
        wanted = " ".join(words.split())
        if wanted in self:
            return wanted
        bare = wanted[4:] if wanted.casefold().startswith("the ") else wanted
        return self._by_name.get(bare) or self._by_name.get(fold(bare)) or (wanted.upper() if wanted.upper() in self else "")

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Names as written and in small letters: Guam is an island, GUAM an organisation."""
        told = [(text, code) for text, code, how in self.surfaces() if how in (How.NAME, How.ADJECTIVE, How.PEOPLE)]
        return {fold(text): code for text, code in reversed(told)} | dict(reversed(told))

    def surfaces(self) -> Iterator[tuple[str, str, How]]:
        """Every name with its code and its manner; where two actors share one, the present state's comes first."""
        for actor in self._ordered:
            for text, how in actor.surfaces():
                yield text, actor.code, how

    @cached_property
    def _ordered(self) -> list[Actor]:
        """The actors, those before others that win where they share a name: states of today before all."""
        return sorted(self.values(), key=lambda actor: (_RANK[actor.kind], actor.is_over, actor.code))

    @cached_property
    def cities(self) -> dict[str, str]:
        """Each known city with the state that it lies in; capitals win over other cities, present states over former ones."""
        found: dict[str, str] = {}
        present = [actor for actor in self._ordered if not actor.is_over]
        for some in (present, [actor for actor in self._ordered if actor.is_over]):
            for actor in some:
                for text in (name for city in actor.capitals for name in (city.name, *city.also)):
                    found.setdefault(text, actor.code)
            for actor in some:
                for text in actor.cities:
                    found.setdefault(text, actor.code)
        return found

    @cached_property
    def names(self) -> dict[str, tuple[tuple[str, How], ...]]:
        """Every surface with whom it may name and how; nobody where a file says that it is something else."""
        found: dict[str, dict[str, How]] = {}
        for text, code, how in self.surfaces():
            manners = found.setdefault(text, {})
            if not manners or how is not How.CAPITAL:
                manners.setdefault(code, how)
        for actor in self.values():
            for text in actor.no_actor:
                found.setdefault(text, {})
        return {text: tuple(manners.items()) for text, manners in found.items()}

    def is_state(self, code: str) -> bool:
        """Is it the code of a state, former state or realm?"""
        return code in self and self[code].is_state

    def at(self, code: str, when: str) -> str:
        """The code to which an act of a given date belongs: SUN for what is told of RUS in 1978.

        A period takes the state at its end; without a date the code stays as it is. What is told of a state after its end
        is its one successor's, where it has one.
        """
        actor = self.get(code)
        last = edtf.last_day(when) or edtf.first_day(when) if when else None
        if actor is None or last is None:
            return code
        for earlier in actor.earlier:
            since, until = edtf.first_day(earlier.since), edtf.last_day(earlier.until)
            if (since is None or since <= last) and (until is None or last <= until):
                return earlier.code
        first, end = edtf.first_day(when), edtf.last_day(actor.until)
        over = actor.until and first is not None and end is not None and first > end
        return actor.later[0] if over and len(actor.later) == 1 else code

    @cached_property
    def heirs(self) -> dict[str, str]:
        """The states that are carried on by another, each with that one: SUN by RUS, but not CSK by CZE, which is a new state."""
        return {earlier.code: actor.code for actor in self.values() for earlier in actor.earlier if earlier.continues}

    def was(self, code: str, day: date) -> bool:
        """Was there such a state, under this code, on a day?

        >>> [actors().was(code, date(1980, 1, 1)) for code in ("SUN", "RUS", "KAZ", "LAO", "UN")]
        [True, False, False, True, False]
        """
        actor = self.get(code)
        if actor is None or not actor.is_state or self.at(code, day.isoformat()) != code:
            return False
        since, until = edtf.first_day(actor.since), edtf.last_day(actor.until)
        return (since is None or since <= day) and (until is None or day <= until)

    def lineage(self, code: str) -> list[tuple[str, str, str]]:
        """The codes whose acts a question about a present state covers, with the dates from and to."""
        actor = self.get(code)
        own = [(earlier.code, earlier.since, earlier.until) for earlier in actor.earlier] if actor else []
        heirs = [other for other in self.values() if code in other.later and other.code not in {row[0] for row in own}]
        return own + [(other.code, other.since, other.until) for other in heirs]

    def family(self, code: str) -> frozenset[str]:
        """An actor with those that it continues in any way, and those that continue it: what is told of one may tell of another.

        >>> sorted(actors().family("CSK"))
        ['CSK', 'CZE', 'SVK']
        """
        return self._families.get(code, frozenset({code}))

    @cached_property
    def _families(self) -> dict[str, frozenset[str]]:
        found = {code: {code} for code in self}
        for code in self:
            for other, _, _ in self.lineage(code):
                found[code].add(other)
                found.setdefault(other, {other}).add(code)
        return {code: frozenset(members) for code, members in found.items()}


def read_actors(folders: Folders) -> Gazetteer:
    """The actors of the given folders; a RuleError where a file is wrong."""
    found, files = Gazetteer(), dict[str, DataFile]()
    for file in data_files(*folders.actors):
        actor = file.shaped(Actor)
        if actor.code in files:
            raise CodeTwice(file=file.path, line=file.line("code"), actor=actor.code, elsewhere=files[actor.code].path)
        found[actor.code], files[actor.code] = actor, file
    return found


@cache
def actors(folders: Folders = Folders()) -> Gazetteer:
    """The actors, read once."""
    return read_actors(folders)
