"""The words of a language: concepts with their forms, offices, cues; read from one file a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from comity.registry import Folders, data_files

PARTS = ("verb", "noun", "adjective", "phrase")
BASE, THIRD, PAST, PARTICIPLE, GERUND, SINGULAR, PLURAL, FIXED = "bsdngNPf"
"""Grammatical forms: of verbs b, s, d, n, g; of nouns N, P; f for words that do not change."""

ONE_SHORT_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing that can be said in several words, all of one part of speech. Verbs and nouns stand in their base form."""

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The part of speech of its words."""
        return next((part for part in PARTS if getattr(self, part)), "phrase")


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """One language's file: words for concepts and for what mentions are made of. Two are equal only if they are one."""

    language: str
    agents: tuple[str, ...] = ()
    agents_of: tuple[str, ...] = ()
    agents_from: tuple[str, ...] = ()
    insiders: tuple[str, ...] = ()
    """Nouns of actors inside a state, also where no state stands beside them: police, rebels, demonstrators."""
    insider_heads: tuple[str, ...] = ()
    """Nouns that may follow those: rebel leaders, opposition groups."""
    not_insiders_before: tuple[str, ...] = ()
    """Nouns of things that those only qualify: a police station, a rebel town."""
    movements: dict[str, tuple[str, ...]] = {}
    """Parties, armed groups and other movements by name, under the state, or the sort, that they are known for."""
    regions: dict[str, tuple[str, ...]] = {}
    """Parts of states by name, under the state: where something happens inside one."""
    inside: bool = False
    """Are the actors inside a state sought?"""
    pair: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    """Words before the noun of a group, by how many it holds: `the three`, `both`."""
    of_all: tuple[str, ...] = ()
    """Who acts for all of a group: the leaders of both states."""
    members: tuple[str, ...] = ()
    """Nouns of groups: countries, sides, allies."""
    named_groups: dict[str, tuple[str, ...]] = {}
    """Groups that have a name, in lower case, by the codes of those in them."""
    state_nouns: dict[str, tuple[str, ...]] = {}
    """Words that stand for a state named before, with the states that they can mean: the sultanate."""
    of_group: tuple[str, ...] = ()
    """Adjectives by which a group named before is called again: the signatory powers."""
    body_nouns: tuple[str, ...] = ()
    """Words that stand for an organisation named before: the bloc."""
    combining: tuple[str, ...] = ()
    """Names that are one only before a hyphen and another name: Franco-Spanish."""
    led: tuple[str, ...] = ()
    """What acts for the state that leads it: the Peruvian-led coalition."""
    led_acts: tuple[str, ...] = ()
    """What is the act of the state that leads it: the Peruvian-led invasion."""
    worked: tuple[str, ...] = ()
    """Participles that tie an act to the state whose it is: the Peruvian-imposed embargo."""
    not_after: tuple[str, ...] = ()
    """A name after one of these words is part of another name: the Times of."""
    languages: tuple[str, ...] = ()
    """Words after which an adjective of a state is its language."""
    its: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    wanting: tuple[str, ...] = ()
    """Verbs whose infinitive tells what is wanted and not what was done: invited Peru to come."""
    performed: tuple[str, ...] = ()
    """Verbs that are done by saying that one wishes to: we wish to thank Peru."""
    purposeful: tuple[str, ...] = ()
    """Verbs of acts that count and not what they were for: met to strengthen ties."""
    discussing: tuple[str, ...] = ()
    """Verbs of talks that count and not what they were about: discussed buying oil."""
    pondering: tuple[str, ...] = ()
    """Verbs whose gerund tells what is thought of and not what was done: considered leaving."""
    shunning: tuple[str, ...] = ()
    """Verbs whose gerund tells what was not done: avoided recognising Kosovo, ruled out sending troops."""
    enacting: tuple[str, ...] = ()
    """Verbs whose purpose was reached by them: used aircraft to bomb Peru."""
    pronouns: dict[str, tuple[str, ...]] = {}
    not_before: tuple[str, ...] = ()
    not_after_prefix: tuple[str, ...] = ()
    changing_prefix: tuple[str, ...] = ()
    """Prefixes that make another word even before a hyphen: to re-establish is not to establish."""
    not_with_suffix: tuple[str, ...] = ()
    offices: dict[str, tuple[str, ...]] = {}
    rulers: dict[str, tuple[str, ...]] = {}
    """Rulers whom only some states have had, with these states."""
    titles: dict[str, str] = {}
    """Offices whose mere name tells the state: the taoiseach is Ireland's."""
    portfolios: tuple[str, ...] = ()
    """Words for what a minister is in charge of."""
    after_office: dict[str, tuple[str, ...]] = {}
    bodies: dict[str, tuple[str, ...]] = {}
    """What a president may preside over besides the state, by the office that this is."""
    before_office: dict[str, tuple[str, ...]] = {}
    closed: dict[str, tuple[str, ...]] = {}
    headers: dict[str, tuple[str, ...]] = {}
    """Headers of tables by what stands under them, in lower case, * for anything."""
    factuality: dict[str, tuple[str, ...]] = {}
    concepts: dict[str, Concept] = {}
    values: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    irregular: dict[str, tuple[str, ...]] = {}
    doubling: tuple[str, ...] = ()
    spellings: dict[str, str] = {}
    """Parts of words that are spelled in two ways: of words that are listed in the one, the other is found too."""
    things: tuple[str, ...] = ()
    """Concepts of nouns that a pronoun may mean in the next sentence, besides those of the values of fields."""
    passed: tuple[str, ...] = ()
    """Words that may stand inside a wording of several words and change nothing in it, as expressions: held lengthy talks."""
    exchanged: tuple[str, ...] = ()
    """Words of which one may stand for another inside a wording: take a seat, take its seat."""

    def forms(self, concept: Concept) -> Iterator[tuple[str, str]]:
        """Every surface of a concept with its grammatical form.

        >>> sorted(Lexicon("en").forms(Concept(verb=("visit",))))[0]
        ('visit', 'b')
        """
        for base in concept.verb:
            yield from self._verb(base)
        for base in concept.noun:
            yield base, SINGULAR
            if plural := _plural(base):
                yield plural, PLURAL
        for fixed in (*concept.adjective, *concept.phrase):
            yield fixed, FIXED

    def _verb(self, base: str) -> Iterator[tuple[str, str]]:
        """The forms of a verb; of one of several words, its first word changes."""
        head, blank, rest = base.partition(" ")
        past, participle, *present = self.irregular.get(head, ())[:3] or (self._past(head), self._past(head))
        thirds = present[0].split() if present else [_third(head)]
        pairs = [(head, BASE), (self._gerund(head), GERUND), (participle, PARTICIPLE)]
        pairs += [(word, THIRD) for word in thirds] + [(word, PAST) for word in past.split()]
        for word, form in pairs:
            yield f"{word}{blank}{rest}", form

    def _past(self, head: str) -> str:
        if head.endswith("e"):
            return head + "d"
        if head.endswith("y") and head[-2:-1] not in "aeiou":
            return head[:-1] + "ied"
        return head + self._doubled(head) + "ed"

    def _gerund(self, head: str) -> str:
        if head.endswith("ie"):
            return head[:-2] + "ying"
        if head.endswith("e") and not head.endswith(("ee", "oe", "ye")) and len(head) > 2:
            return head[:-1] + "ing"
        return head + self._doubled(head) + "ing"

    def _doubled(self, head: str) -> str:
        """The last letter once more, as in stopped: of verbs of one short syllable, and of those that the file lists."""
        return head[-1] if head in self.doubling or ONE_SHORT_SYLLABLE.fullmatch(head) else ""


def _third(head: str) -> str:
    if head.endswith(("s", "x", "z", "ch", "sh", "o")):
        return head + "es"
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return head[:-1] + "ies"
    return head + "s"


def _plural(base: str) -> str:
    """The plural of a noun's last word; of its first where a preposition follows (memorandum of, treaty on)."""
    words = base.split()
    at = next((i - 1 for i, word in enumerate(words) if i and word in {"of", "on", "for", "to", "in", "with"}), len(words) - 1)
    if words[at].endswith("s"):
        return ""
    words[at] = _third(words[at])
    return " ".join(words)


def lower(text: str) -> str:
    """Lower case without a change of length, so that offsets stay true."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "İ".join(part.lower() for part in text.split("İ"))  # the only letter whose small one is longer


def is_bounded(text: str, start: int, end: int) -> bool:
    """Does a match begin and end where words do?"""
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


@cache
def lexicon(language: str = "en", folders: Folders = Folders()) -> Lexicon:
    """A language's words, read once."""
    for file in data_files(*folders.lexicon):
        if file.name == language:
            return file.shaped(Lexicon)
    raise LookupError(language)


@cache
def insiders(language: str = "en", folders: Folders = Folders()) -> Lexicon:
    """The same words with those for actors inside a state, which others do not know: the police of Peru, its rebels."""
    own = lexicon(language, folders)
    return msgspec.structs.replace(own, agents=(*own.agents, *own.insiders), inside=True)
