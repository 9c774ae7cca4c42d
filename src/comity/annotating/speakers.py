"""Who speaks in a transcript: paragraphs that begin with a name and a colon, and those that follow until another speaks.

>>> from comity.annotating._example import annotated
>>> [speech.value.state for speech in annotated("President of Peru Ana Soto: We thank Chile for its help.").all("speaker")]
['PER']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comity.annotating import Tools
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Block, BlockKind, Span

KIND = "speaker"
NEEDS = frozenset({"person"})

_LABEL = re.compile(r"(?P<who>[A-Z\W][^:.!?\n]{1,110}?):\s+(?=[\"“A-Z(\[])")
_QUESTION = re.compile(r"(?:Questions?|Q|Reporter|Journalist|Moderator|Correspondent|Interviewer)\b", re.IGNORECASE)
_NAMED_AGAIN = 5
"""Words of which a label that only names a speaker again has no more: Mr President Soto."""


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """What is said in each paragraph of a speech, with the person who speaks; one without a name where a question is put."""
    if not any(_person(annotated, label) for block in _paragraphs(annotated) if (label := _label(annotated, block))):
        return
    known: dict[str, PersonName] = {}
    speaker: PersonName | None = None
    for block in annotated.document.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            speaker = None
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        label = _label(annotated, block)
        if label:
            speaker = _speaker(annotated, label, known)
        if speaker:
            yield Mention(KIND, Span(label.end if label else block.span.start, block.span.end), speaker)


def _paragraphs(annotated: Annotated) -> Iterator[Block]:
    return (block for block in annotated.document.blocks if block.kind is BlockKind.PARAGRAPH)


def _label(annotated: Annotated, block: Block) -> Span | None:
    match = _LABEL.match(annotated.document.text, block.span.start, block.span.end)
    return Span(match.start("who"), match.end("who")) if match else None


def _person(annotated: Annotated, label: Span) -> PersonName | None:
    """The last person with an office whom a label names."""
    found = [mention.value for mention in annotated.within("person", label)]
    named = [value for value in found if isinstance(value, PersonName) and value.name and value.office]
    return named[-1] if named else None


def _speaker(annotated: Annotated, label: Span, known: dict[str, PersonName]) -> PersonName | None:
    """Whom a label means: the person with the office that it names, or one who has spoken before by a name of his."""
    person = _person(annotated, label)
    words = [word for word in re.findall(r"\w[\w’'-]+", label.of(annotated.document)) if word[0].isupper()]
    if person:
        known.update(dict.fromkeys(person.name.split(), person))
        return person
    if _QUESTION.match(label.of(annotated.document)):
        return PersonName("")
    if len(words) > _NAMED_AGAIN:
        return None
    return next((known[word] for word in reversed(words) if word in known), None)
