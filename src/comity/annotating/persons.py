"""Persons with office and state, as the text gives them, and their later mentions by name alone.

>>> from comity.annotating._example import annotated
>>> document = annotated("Chilean Foreign Minister Ana Soto met Omar Bello, the president of Mali. Soto thanked Bello.")
>>> [(m.value.name, m.value.office, m.value.state) for m in document.all("person")]  # doctest: +NORMALIZE_WHITESPACE
[('Ana Soto', 'foreign-minister', 'CHL'), ('Omar Bello', 'president', 'MLI'),
 ('Soto', '', 'CHL'), ('Bello', '', 'MLI')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.annotating import Tools
from comity.annotating._allegiance import served
from comity.annotating._counterparts import by_another
from comity.annotating._eponyms import eponyms
from comity.annotating._governments import with_governments
from comity.annotating._holders import KIND, holders
from comity.annotating._mission_heads import mission_heads
from comity.annotating._names import NO_NAME, PARTICLE, WORD
from comity.annotating._regnal import regnal
from comity.annotating._visitors import visitors
from comity.cover import Cover
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span

MORE = re.compile(rf"[ ](?:{PARTICLE}[ ])?({WORD})")
CALLED = re.compile(
    r"\b(?:carrier|USS|HMS|HMAS|HMCS|SS|MV|RMS|USNS|battleship|cruiser|destroyer|submarine|Fort|Mount|Camp|Lake|Cape|Port|Avenue|Boulevard|Rue|Calle"
    r"|Avenida|Plaza|Place|Via|named\s+after|statues?\s+of|busts?\s+of|portraits?\s+of|biograph(?:y|ies)\s+of)\s+[“\"'‘]?$"
)
"""What is called after a man, or shows him."""
NAME_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]{2,}(?:-[^\W\d_]+)*")
NEEDS = frozenset({"actor", "date", "place", "sentence"})


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Holders of offices, and known persons by name alone."""
    told = served(annotated, _apart(annotated, (*holders(annotated, tools), *mission_heads(annotated))))
    found = [*told, *by_another(annotated, told)]
    covered = Cover(mention.span for mention in found)
    rulers = (mention for mention in regnal(annotated) if not covered.touches(mention.span))
    taken = _apart(annotated, (*found, *rulers))
    named = [*taken, *_later(annotated, taken)]
    return with_governments(annotated.document, [*named, *_visiting(annotated, named)], tools.lexicon)


def _visiting(annotated: Annotated, held: list[Mention]) -> Iterator[Mention]:
    """Persons without an office who visit, meet or have a government; whom they serve, the document's pair may tell."""
    text = annotated.document.text
    named = (*held, *annotated.all("actor"), *annotated.all("place"), *annotated.all("date"))
    covered = Cover(mention.span for mention in named)
    for span in sorted({Span(*each) for each in (*visitors(text), *eponyms(text))}):
        if not covered.touches(span) and not annotated.document.crosses(span):
            yield Mention(KIND, span, PersonName(text[span.start : span.end]))


def _apart(annotated: Annotated, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that do not overlap, the longer of two that would."""
    whole = [mention for mention in mentions if not annotated.document.crosses(mention.span)]
    kept: list[Mention] = []
    for mention in sorted(whole, key=lambda mention: (mention.span.start, -mention.span.end)):
        if kept and mention.span.touches(kept[-1].span):
            kept[-1] = _fuller(kept[-1], mention)
        else:
            kept.append(mention)
    return kept


def _fuller(one: Mention, other: Mention) -> Mention:
    """The longer of two, with what the other tells besides of the same person in the same office."""
    longer, shorter = (other, one) if len(other.span) > len(one.span) else (one, other)
    mine, also = longer.value, shorter.value
    if isinstance(mine, PersonName) and isinstance(also, PersonName) and (mine.name, mine.office) == (also.name, also.office):
        told = replace(mine, state=mine.state or also.state, host=mine.host or also.host, when=mine.when or also.when)
        return replace(longer, value=told)
    return longer


def _names(annotated: Annotated, held: list[Mention]) -> dict[str, str]:
    """Words of names with the one state that the document tells for those who bear them."""
    actors = {word for mention in annotated.all("actor") for word in mention.span.of(annotated.document).split()}
    persons = [mention.value for mention in held if isinstance(mention.value, PersonName)]
    states: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        for word in NAME_WORD.findall(person.name) if person.state else ():
            if word[0].isupper() and word not in actors:
                states[word].add(person.state)
    for person in persons:
        words = person.name.split()
        if not person.state and len(words) > 1 and words[0] not in states and words[-1] in states:
            states[words[-1]].add("")  # another of the family, of whom no state is told
    return {word: next(iter(codes)) for word, codes in states.items() if len(codes) == 1}


def _later(annotated: Annotated, held: list[Mention]) -> Iterator[Mention]:
    """Mentions by name alone of persons whose state the document has told."""
    text, states = annotated.document.text, _names(annotated, held)
    if not states:
        return
    known = sorted(states, key=len, reverse=True)
    either = "|".join(map(re.escape, known))
    pattern = re.compile(rf"\b(?:{WORD}[ ])?(?:{either})\b(?:[ ](?:{either}))*")
    covered = Cover(mention.span for mention in (*held, *annotated.all("actor")))
    for match in pattern.finditer(text):
        span = Span(*match.span())
        if not covered.touches(span) and not _goes_on(text, span.end, states):
            word = next(word for word in known if word in match[0])
            lead = match[0].partition(" ")[0]
            begin = span.start + len(lead) + 1 if lead in NO_NAME else span.start
            yield Mention(KIND, Span(begin, span.end), PersonName(text[begin : span.end], "", states[word]))


def _goes_on(text: str, end: int, states: dict[str, str]) -> bool:
    """Does a name go on with words that nobody known bears?"""
    after = MORE.match(text, end)
    return after is not None and after[1] not in states and after[1] not in NO_NAME
