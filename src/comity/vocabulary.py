"""The words of a lexicon and of all rules as one table, and one pass over a text that finds where any of them stands.

>>> words = compile_words(Lexicon("en", concepts={"call-on": Concept(verb=("visit",))}))
>>> [(mention.span.start, mention.value.concepts) for mention in words.find("He visits us.")]
[(3, (('call-on', 's'),))]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import ahocorasick_rs

from comity.errors import WordTwice
from comity.loosening import Loosening
from comity.mentions import Mention, Trigger
from comity.model import Span
from comity.registry import DataFile
from comity.triggers import Concept, Lexicon, is_bounded, lower

LONGEST_PREFIX = 10  # letters and hyphen, with the letter before
HYPHENS = "-‐‑"


@dataclass(frozen=True)
class Words:
    """The compiled words of a lexicon and of all rules: one automaton for all concepts."""

    surfaces: Mapping[str, tuple[tuple[str, str], ...]]
    """Each surface in lower case, with its concepts and their forms."""
    parts: Mapping[str, str]
    """The part of speech of each concept."""
    prefixes: tuple[str, ...] = ()
    """A word does not begin after one of these and a hyphen."""
    loosening: Loosening = field(default_factory=Loosening)
    """What may stand inside a wording of several words."""

    @cached_property
    def _prefixed(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, self.prefixes)) or '(?!)'})[{HYPHENS}]$")

    def _is_prefixed(self, lowered: str, start: int) -> bool:
        """Does a prefix that makes another word of it stand before the hyphen there?"""
        hyphened = start > 0 and lowered[start - 1] in HYPHENS
        return hyphened and self._prefixed.search(lowered, max(0, start - LONGEST_PREFIX), start) is not None

    @cached_property
    def _patterns(self) -> list[str]:
        return sorted(self.surfaces)

    @cached_property
    def _triggers(self) -> list[Trigger]:
        return [Trigger(self.surfaces[surface]) for surface in self._patterns]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._patterns)

    def find(self, text: str) -> Iterator[Mention]:
        """Every place in a text where words of a concept stand, overlapping ones too."""
        lowered = lower(text)
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if is_bounded(lowered, start, end) and not self._is_prefixed(lowered, start):
                yield Mention("trigger", Span(start, end), self._triggers[number])
        yield from self._find_loose(lowered)

    @cached_property
    def _loose(self) -> dict[str, Trigger]:
        """Wordings of several words as they are when loosened."""
        loose: dict[str, dict[str, set[str]]] = {}
        for surface in self._patterns:
            if key := self.loosening.of_wording(surface):
                for name, forms in self.surfaces[surface]:
                    loose.setdefault(key, {}).setdefault(name, set()).update(forms)
        return {
            key: Trigger(tuple((name, "".join(sorted(forms))) for name, forms in names.items()))
            for key, names in sorted(loose.items())
        }

    @cached_property
    def _loose_triggers(self) -> list[Trigger]:
        return list(self._loose.values())

    @cached_property
    def _loose_automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(list(self._loose))

    def _find_loose(self, lowered: str) -> Iterator[Mention]:
        """Wordings that stand there with a word more inside them, or with another article."""
        loose = self.loosening.of_text(lowered)
        for number, start, end in self._loose_automaton.find_matches_as_indexes(loose.text, overlapping=True):
            if not is_bounded(loose.text, start, end):
                continue
            span = loose.span(start, end)
            told = lowered[span.start : span.end]
            if told not in self.surfaces and not self._is_prefixed(lowered, span.start):
                yield Mention("trigger", span, self._loose_triggers[number])


class _Surfaces:
    """Gathers the surfaces of concepts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.found: dict[str, dict[str, set[str]]] = {}
        self._lexicon = lexicon
        parts = sorted({part for both in lexicon.spellings.items() for part in both})
        self._respelled = re.compile("|".join(map(re.escape, parts)) or "(?!)")

    def add(self, name: str, concept: Concept) -> None:
        """Take in every surface of a concept, in each of its spellings."""
        for surface, form in self._lexicon.forms(concept):
            for spelled in self._spelled(surface.lower()):
                self.found.setdefault(spelled, {}).setdefault(name, set()).add(form)

    def _spelled(self, surface: str) -> set[str]:
        """A wording in each of its two spellings: labour, labor."""
        if not self._respelled.search(surface):
            return {surface}
        other = surface
        for one, two in self._lexicon.spellings.items():
            if one in other:
                other = other.replace(one, two)
            elif two in other:
                other = other.replace(two, one)
        return {surface, other}


def compile_words(lexicon: Lexicon, own: Iterable[tuple[DataFile, Mapping[str, Concept]]] = ()) -> Words:
    """The words of a lexicon and of rule files as one table; a RuleError where a concept changes its part of speech."""
    surfaces = _Surfaces(lexicon)
    parts: dict[str, tuple[str, str]] = {}
    for name, concept in lexicon.concepts.items():
        parts[name] = (concept.part, f"lexicon/{lexicon.language}.yaml")
        surfaces.add(name, concept)
    for file, concepts in own:
        for name, concept in concepts.items():
            part, elsewhere = parts.setdefault(name, (concept.part, str(file.path)))
            if part != concept.part:
                where = {"file": file.path, "line": file.line("words", name), "concept": name}
                raise WordTwice(**where, pos=concept.part, other=part, elsewhere=elsewhere)
            surfaces.add(name, concept)
    for name, words in _value_words(lexicon):
        parts[name] = ("noun", "")
        surfaces.add(name, Concept(noun=words))
    told = {name: part for name, (part, _) in parts.items()}
    found = {
        surface: tuple((name, "".join(sorted(forms))) for name, forms in names.items())
        for surface, names in surfaces.found.items()
    }
    return Words(found, told, lexicon.changing_prefix, Loosening(lexicon.passed, lexicon.exchanged))


def _value_words(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words for the values of fields, as concepts with names such as `mission.type=embassy`."""
    for kind, fields in lexicon.values.items():
        for name, values in fields.items():
            for value, words in values.items():
                yield f"{kind}.{name}={value}", words
    for office, words in lexicon.offices.items():
        yield f"post.office={office}", words
