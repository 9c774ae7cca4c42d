"""States and organisations, and the words that stand for them: names, adjectives, capitals, delegations, "both sides".

>>> from comity.annotating._example import annotated
>>> document = annotated("The Peruvian delegation left Chile; the two countries had agreed.")
>>> [(mention.span.of(document.document), mention.value.code, mention.value.how.value) for mention in document.all("actor")]
[('Peruvian delegation', 'PER', 'agent'), ('Chile', 'CHL', 'name'), ('the two countries', '', 'group')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import ahocorasick_rs

from comity.annotating import Tools
from comity.annotating._bearers import bearers
from comity.annotating._before import follows
from comity.annotating._inside import insiders
from comity.annotating._namesakes import is_of_nobody, is_private
from comity.annotating._own import CLOSED, OUR_BODY, OURS, either, first_person
from comity.annotating._plurals import plurals
from comity.annotating._scripts import in_other_scripts
from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention
from comity.model import Document, Span
from comity.spotting import Spotter
from comity.triggers import Lexicon, is_bounded

KIND = "actor"
NEEDS: frozenset[str] = frozenset()

ORIGIN = re.compile(r"\s+(?:descent|origin|extraction|ancestry|heritage|nationality|background|birth|stock|blood)\b")
# "The former" and "the latter" alone, not before a noun.
_VERBS = "is|was|had|has|would|will|did|and|or|in|to|with|on|at|also|then|[a-z]+ed"
_PARTS = "half|parts?|stages?|years?|days?|cases?|groups?|two|three|points?|dates?|period|century|decades?|phase"
ORDERED = (
    rf"\b[Tt]he\s+(?:latter(?!\s+(?:{_PARTS})\b)(?=['’]s\b|\s*[,.;:)]|\s+[a-z])"
    rf"|former(?=['’]s\b|\s*[,.;:)]|\s+(?:{_VERBS})\b))"
)
ALL_OF_THEM = rf"\b[Tt]he\s+(?:three|four|five|six)(?=\s*[,.;]|\s+(?:{_VERBS}|have|were|are|signed|met|jointly)\b)"
LEADERS = (
    r"\b[Tt]he\s+(?i:presidents|leaders|(?:(?:foreign|prime|defen[cs]e)\s+)?ministers|premiers|delegations|heads\s+of\s+(?:state|government)"
    r"|interlocutors|negotiators|statesmen|monarchs|chancellors|foreign\s+secretaries|conversation\s+partners|heads\s+of\s+delegations?"
    r"|two\s+men)\b(?!\s+(?:of(?!\s+(?:both|the\s+two|their)\b)|for|from|in)\b)(?!['’])(?!,?\s+[A-ZÀ-Þ])"
)
# What nobody in particular says or does: it was agreed to meet.
IMPERSONAL = re.compile(
    r"\s+(?:is|was|has\s+been|had\s+been)\s+(?:(?:also|further|furthermore|mutually|jointly|then|particularly|finally)\s+)?"
    r"(?:agreed|noted|decided|stressed|emphasi[sz]ed|underlined|underscored|recalled|pointed\s+out|stipulated|hoped)\b"
)
# Who speaks, and no Leopold I, nor volume I of a book.
MYSELF = re.compile(r"\b(?:I(?=\s+[a-z])(?!\s+(?:of|in|to|by|at|for|from|on|the|is|as|who|and)\b)|me\b)")
ASIDE = re.compile(r"I(?:\s+[a-z]+){1,4},")  # Peru has, I am told, left
NUMBERED = re.compile(
    r"\b(?:(?!(?:Today|Here|Now|Yesterday|Therefore|And|But|As|If|When|While|Since|Indeed|Sir|Excellency|President|Lord)\b)[A-ZÀ-Þ][\w’'-]+"
    r"|volume|part|phase|article|chapter|title|type|class|grade) $"
)
NAMED_AFTER = re.compile(
    r"[\s-]+(?:Peace\s+|Framework\s+)?(?:Accords?|Agreements?|Treaty|Treaties|Convention|Protocols?|Declaration|Process|Charter|Pact|Conference|Compromise|Statement)\b"
)
NAMED_BY = re.compile(
    r"\b(?:treat(?:y|ies)|peace|conventions?|congress|conference|battle|siege|armistice|truce|capitulation|preliminaries|compact|fall|relief|diet)\s+of\s+$",
    re.I,
)
COURT = re.compile(r"\b(?:[Tt]he\s+)?(?i:courts?|cabinets?|governments?|chanceller(?:y|ies)|foreign\s+offices?)\s+(?:of|at)\s+$")
ALONE = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:for|by|at|to|on|before|after)\b")
COMBINED = re.compile(r"[-‑–—](?=[A-Z])")
OF_MANY = re.compile(
    r"\b(?:first|second|third|only|few|last|other|one|several|some|most|many|two|three|four|five)\s+(?:of\s+the\s+)?(?:[a-z]+\s+)?$"
)
"""One of the EU countries, the first NATO member: not the body as one."""
MEMBERS = re.compile(r"\s+(?:member\s+)?(?:countr(?:y|ies)|members?|states?|nations?)\b")
TAKES_AGENT = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.CAPITAL})


@lru_cache(maxsize=8)
def _automaton(gazetteer: Gazetteer) -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    surfaces = sorted(gazetteer.names)
    return surfaces, ahocorasick_rs.AhoCorasick([text.replace("’", "'") for text in surfaces])


@lru_cache(maxsize=8)
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(lexicon)


class _Grammar:
    """The expressions around a name, compiled from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        agents = either(lexicon.agents)
        self.inside = lexicon.inside
        self.insider_last = re.compile(rf" (?i:{either(lexicon.insiders)})$")
        # Of the many who act inside a state the nearest is meant: Peruvian police arrested students.
        attributes = rf"(?:(?!{CLOSED})[a-z][a-z-]+\s+){{0,2}}{'?' if lexicon.inside else ''}"
        self.agent_after_adjective = re.compile(rf"\s+{attributes}(?i:{agents})\b")
        self.agent_after_name = re.compile(rf"(?:['’]s?\s+{attributes}|\s+)(?i:{agents})\b")
        of_or_from = rf"(?:(?i:{agents})\s+of|(?i:{either(lexicon.agents_from)})\s+from)"
        self.agent_before = re.compile(rf"\b{of_or_from}\s+(?:the\s+)?$")
        self.part_before = re.compile(rf"\b(?i:{agents}|{either(lexicon.agents_of)})\s+of\s+(?:the\s+)?$")
        self.other_name = re.compile(rf"\s+(?:{either(lexicon.not_before)})\b")
        self.prefix = re.compile(rf"\b(?i:{either(lexicon.not_after_prefix)})[-‑–]$")
        self.suffix = re.compile(rf"[-‑–](?:{either(lexicon.not_with_suffix)})\b")
        self.combining = frozenset(lexicon.combining)
        worked, acts = either(lexicon.worked), either(lexicon.led_acts)
        self.led = re.compile(
            rf"[-‑–](?:led|(?P<worked>{worked}))(?=\s+(?:(?!{CLOSED})[a-z-]+\s+){{0,2}}?"
            rf"(?P<noun>(?:{acts}|(?(worked)(?!)|(?:{either(lexicon.led)})))\b))"
        )
        self.leads = frozenset(lexicon.led)
        self.pair = Spotter((*lexicon.counts, *lexicon.of_all, *lexicon.pair, "the", "their"), re.compile(_group(lexicon)))
        self.groups = lexicon.named_groups
        named = rf"\b(?i:(?:{either(lexicon.counts)}|the)\s+(?:\w+\s+)?(?P<name>{either(lexicon.named_groups)}))\b"
        self.named_group = Spotter((*lexicon.counts, "the"), re.compile(named))
        self.may_be = lexicon.state_nouns
        states, bodies = either(lexicon.state_nouns), either(lexicon.body_nouns)
        self.state_noun = re.compile(
            rf"\b[Tt]he\s+(?:(?:[a-z-]+\s+){{0,2}}?(?P<noun>(?i:{states}))|(?:{bodies}))(?!\s+(?:of|for|between)\b)\b"
        )
        self.our_body = Spotter(("this", "our"), re.compile(OUR_BODY))
        self.ordered = Spotter(("the",), re.compile(ORDERED))
        self.not_after = re.compile(rf"\b(?:{either(lexicon.not_after)})\s+$")
        self.language = re.compile(rf"\b(?:{either(lexicon.languages)})\s+$")
        self.its = Spotter((*lexicon.its, "our"), re.compile(rf"\b(?i:{either(lexicon.its)})\b|{OURS}"))
        pronouns = [word for words in lexicon.pronouns.values() for word in words]
        self.pronoun = Spotter(pronouns, re.compile(rf"\b(?i:{either(pronouns)})\b"))
        self.first = first_person(lexicon)


def _group(lexicon: Lexicon) -> str:
    """An expression for words that mean several states at once, without naming them."""
    for_all = rf"(?:(?:the\s+)?(?:{either(lexicon.of_all)})\s+(?:of|from)\s+)?" if lexicon.of_all else ""
    one_word = r"(?:(?!(?:are|were|became|remain|remained)\b)[a-z-]+\s+)?"
    counted = rf"{for_all}(?:{either(lexicon.counts)})\s+{one_word}(?:{either(lexicon.members)})"
    known = rf"the\s+(?:{either(lexicon.of_group)})\s+(?:{either(lexicon.members)})"
    theirs = rf"their\s+(?:respective\s+|two\s+)?(?:{either(lexicon.members)})"
    neighbours = r"the\s+[a-z]+\s+neighbou?rs"
    return rf"\b(?i:{counted}|{either(lexicon.pair)}|{known}|{theirs}|{neighbours})\b|{ALL_OF_THEM}|{LEADERS}"


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every actor in a document, named or pointed at."""
    text = annotated.document.text
    grammar = _grammar(tools.lexicon)
    named = list(_named(annotated.document, tools.gazetteer, grammar))
    yield from named
    for span, code in in_other_scripts(text, tools.gazetteer):
        yield Mention(KIND, span, ActorName(code, How.NAME, text[span.start : span.end]))
    for match in grammar.named_group.finditer(text):
        members = grammar.groups[" ".join(match["name"].lower().split())]
        yield Mention(KIND, Span(*match.span()), ActorName("", How.GROUP, match[0], members))
    for match in grammar.state_noun.finditer(text):
        noun = " ".join((match["noun"] or "").lower().split())
        yield Mention(KIND, Span(*match.span()), ActorName("", How.PRONOUN, match[0], grammar.may_be.get(noun, ())))
    if not grammar.inside:  # inside a state the army and the government act for themselves
        yield from _pointing(text, named, tools.lexicon)
    for pattern, how in (
        (grammar.pair, How.GROUP),
        (grammar.ordered, How.PRONOUN),
        (grammar.our_body, How.PRONOUN),
        (grammar.its, How.ITS),
        (grammar.first, How.FIRST),
        (grammar.pronoun, How.PRONOUN),
    ):
        for match in pattern.finditer(text):
            if not (match[0].lower() == "it" and IMPERSONAL.match(text, match.end())):
                yield Mention(KIND, Span(*match.span()), ActorName("", how, match[0]))
    yield from _myself(text)
    yield from insiders(text, tools.lexicon)


def _myself(text: str) -> Iterator[Mention]:
    """Who speaks in the first person singular."""
    for match in MYSELF.finditer(text):
        aside = ASIDE.match(text, match.start()) and "," in text[max(0, match.start() - 2) : match.start()]
        if not aside and (match[0] == "me" or not NUMBERED.search(text, max(0, match.start() - 24), match.start())):
            yield Mention(KIND, Span(*match.span()), ActorName("", How.FIRST, match[0]))


def _pointing(text: str, named: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Words that stand for a state without naming it: the king, the junta, they, both."""
    told = {
        mention.span.start for mention in named if isinstance(mention.value, ActorName) and mention.value.how is not How.CAPITAL
    }
    for start, end in bearers(text):
        if not any(at in told for at in range(start, end)):
            yield Mention(KIND, Span(start, end), ActorName("", How.BEARER, text[start:end]))
    for start, end in plurals(text, lexicon):
        yield Mention(KIND, Span(start, end), ActorName("", How.GROUP, text[start:end]))


def _named(document: Document, gazetteer: Gazetteer, grammar: _Grammar) -> Iterator[Mention]:
    text = document.text
    surfaces, automaton = _automaton(gazetteer)
    covered = 0
    found = automaton.find_matches_as_indexes(text.replace("’", "'"), overlapping=True)
    bounded = [(start, -end, number) for number, start, end in found if is_bounded(text, start, end)]
    for start, minus_end, number in sorted(bounded):
        end, named = -minus_end, gazetteer.names[surfaces[number]]
        if start < covered:
            continue
        if not named and grammar.inside and grammar.insider_last.search(text, start, end):
            continue  # no actor among states, but inside one: Colombian guerrillas
        covered = end
        if surfaces[number] in grammar.combining and not COMBINED.match(text, end):
            continue
        if named and (led := grammar.led.match(text, end)):
            covered, how = _led(led, grammar)
            yield Mention(KIND, Span(start, covered), ActorName(named[0][0], how, surfaces[number]))
            continue
        if not named or _is_part(text, start, end, grammar):
            continue
        (code, how), span = named[0], Span(start, end)
        tight = grammar.inside and bool(grammar.agent_after_adjective.match(text, end, end + 70))
        nobody = is_of_nobody(text, start, end, adjective=how is How.ADJECTIVE, inside=grammar.inside)
        if nobody or (how is How.ADJECTIVE and is_private(text, start, end) and not tight):
            continue
        if (how is How.CAPITAL and _names_a_treaty(text, span)) or (how is How.ADJECTIVE and _is_language(text, span, grammar)):
            continue  # the Geneva Convention, a note in French
        agent = _agent(text, span, how, grammar) if how in TAKES_AGENT else None
        if agent and not document.crosses(agent):
            span, how = agent, How.AGENT
        covered = span.end
        yield Mention(KIND, span, ActorName(code, how, surfaces[number]))


def _names_a_treaty(text: str, name: Span) -> bool:
    """Is a capital part of the name of what was signed or fought there: the Geneva Convention, the peace of Belgrade?"""
    return bool(NAMED_AFTER.match(text, name.end) or NAMED_BY.search(text, max(0, name.start - 24), name.start))


def _led(led: re.Match[str], grammar: _Grammar) -> tuple[int, How]:
    """Where what a state leads ends, and how it stands for the state: with what acts, or as the adjective of an act."""
    return (led.end("noun"), How.AGENT) if led["noun"] in grammar.leads else (led.end(), How.ADJECTIVE)


def _is_part(text: str, start: int, end: int, grammar: _Grammar) -> bool:
    """Does the name stand inside another name or word that is no actor?"""
    before, after = text[max(0, start - 16) : start], text[end : end + 24]
    of_many = MEMBERS.match(after) and OF_MANY.search(text[max(0, start - 40) : start])
    parts = (grammar.prefix.search(before), grammar.not_after.search(before), grammar.suffix.match(after), of_many)
    return any(parts) or bool(grammar.other_name.match(after))


def _is_language(text: str, name: Span, grammar: _Grammar) -> bool:
    """Does an adjective stand alone after words of speaking and writing: a note in French?"""
    return bool(ALONE.match(text, name.end) and grammar.language.search(text, max(0, name.start - 16), name.start))


def _agent(text: str, name: Span, how: How, grammar: _Grammar) -> Span | None:
    """The span of the name with the noun that acts for it, before or after."""
    if how is How.CAPITAL:
        court = COURT.search(text, max(0, name.start - 24), name.start)
        return Span(court.start(), name.end) if court else None
    pattern = grammar.agent_after_adjective if how is How.ADJECTIVE else grammar.agent_after_name
    if after := pattern.match(text, name.end, name.end + 70):
        part = grammar.part_before.search(text, max(0, name.start - 50), name.start)
        return Span(part.start() if part else name.start, after.end())
    if how is How.ADJECTIVE and not ORIGIN.match(text, name.end):
        return None  # the president of the Peruvian bank
    if not follows(text, name.start, "of", "from"):
        return None
    if before := grammar.agent_before.search(text, max(0, name.start - 50), name.start):
        return Span(before.start(), name.end)
    return None
