"""In whose name a first person speaks, where no head of the document tells it: "my country, Peru", "Peru remains committed".

>>> from comity.annotating._example import annotated
>>> from comity.gazetteer import actors
>>> speech = "We thank you. Peru remains committed to peace. Our aim, our hope is peace. Peru calls for it. We and I thank you."
>>> home_of(annotated(speech), actors())
'PER'
"""

from __future__ import annotations

import re
from collections import Counter

from comity import edtf
from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, DateWords, How, Mention, PersonName
from comity.model import BlockKind, Document, Span

_FIRST = re.compile(r"\b(?:we|our|us|my|I)\b", re.IGNORECASE)
_ENOUGH = 5
"""First persons, from so many on, make a text a speech."""
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+)?(?:country|nation|homeland|government|people|delegation)(?:,\s+|\s+of\s+|\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"\bon\s+behalf\s+of\s+(?:the\s+)?(?:(?:people|government|delegation|president|prime\s+minister)\s+"
    r"(?:and\s+(?:the\s+)?\w+\s+)?of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r",?\s+(?:(?:has|have)\s+(?:always|long|consistently)\s+\w+"
    r"|(?:will\s+)?(?:also\s+|fully\s+|strongly\s+|firmly\s+|once\s+again\s+|therefore\s+)*"
    r"(?:believes?|remains?|attaches|supports?|welcomes?|condemns?|calls?|reiterates?|reaffirms?|considers?|continues?|stands?|shares"
    r"|joins|expects|hopes|urges|appeals|notes|regrets|deplores|wishes|intends|pledges"
    r"|is\s+(?:\w+ly\s+)?(?:committed|ready|convinced|proud|determined|concerned|prepared)))\b"
)
_INTRODUCED = re.compile(
    r"(?:^|\n)\s*(?:\d{1,3}\.?\s+)?(?:[-–—*]\s*)?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Miss)\b\.?\s+)?(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,4}\((?:the\s+)?$"
)
_NAME = 80
"""Characters of a line that may stand before the state of who is brought in."""
_SPOKEN = re.compile(
    r"\b(?:speech|statement|address|remarks|intervention|note|proclamation|contribution|declaration|circular(?:\s+(?:note|despatch|dispatch|letter))?"
    r"|despatch|dispatch|message|reply|exposition|report|explanation\s+of\s+vote)\s+(?:made\s+|delivered\s+|given\s+|read\s+)?(?:by|of)\b",
    re.IGNORECASE,
)
"""A title that says that who it names speaks."""
_ASIDE = re.compile(r"[:;]|\b(?:to|on|concerning|regarding|about|against|with|at|in|before|and|during)\b", re.IGNORECASE)
"""Between such words of a title and a state, what says that it is not that state which speaks."""
_SITTING = re.compile(
    r"\b(?:general\s+debate|plenary|sitting|session|sessions|parliament|national\s+assembly|house\s+of|chamber\s+of|hansard|senate|assembly)\b",
    re.IGNORECASE,
)
_STRONG, _WEAK = 3, 1
_CLEAR = 2
"""The state that speaks is meant so many times as often as any other, and in all by so many points."""


def introduced(annotated: Annotated, head: Span, gazetteer: Gazetteer) -> str:
    """The state that stands in brackets behind the first speaker's name: `74. Mr. SOTO (Peru), Minister of Mines: I thank you`.

    After the head of a record, only where nobody else is brought in so.
    """
    text, told = annotated.document.text, list[tuple[int, str]]()
    for mention in annotated.all("actor"):
        value = mention.value
        code = value.code if isinstance(value, ActorName) and text.startswith(")", mention.span.end) else ""
        if gazetteer.is_state(code) and _INTRODUCED.search(text, max(0, mention.span.start - _NAME), mention.span.start):
            told.append((mention.span.start, code))
    first = told[0] if told else (0, "")
    return first[1] if first[0] < head.end or len({code for _, code in told}) == 1 else ""


def spoken_by(annotated: Annotated, title: Span, gazetteer: Gazetteer) -> str:
    """The state that a title names as the one that speaks: "General debate: statement by Peru", "speech by the delegate of Peru".

    Where it tells of a speech or a sitting, and not who it is that speaks, the one state that it names, but for what it is about.
    """
    text, named = annotated.document.text, _named(annotated, title, gazetteer)
    spoken = _SPOKEN.search(text, title.start, title.end)
    if spoken:
        told = next(((start, code) for start, code in named if start >= spoken.end()), None)
        if told and not _ASIDE.search(text, spoken.end(), told[0]):
            return told[1]
    if not spoken and not _SITTING.search(text, title.start, title.end):
        return ""
    codes = {code for _, code in named}
    about = any(
        re.search(r"\b(?:on|with|against|about|concerning|regarding|to)\s+(?:the\s+)?$", text[title.start : start], re.I)
        for start, _ in named
    )
    return codes.pop() if len(codes) == 1 and not about else ""


def spoken_on(annotated: Annotated) -> str:
    """The day, month or year of a speech: the document's own date, or the one that its title gives; "" of what is no speech."""
    document = annotated.document
    title = next((block.span for block in document.blocks if block.kind is BlockKind.TITLE), None)
    if document.source.published or not title or not is_speech(document):
        return document.source.published if is_speech(document) else ""
    told = {mention.value.edtf for mention in annotated.within("date", title) if isinstance(mention.value, DateWords)}
    return told.pop() if len(told) == 1 and edtf.precision(max(told)) in ("day", "month", "year") else ""


def _named(annotated: Annotated, title: Span, gazetteer: Gazetteer) -> list[tuple[int, str]]:
    """The states that a title names, with the places where they begin, persons of a state among them."""
    found = list[tuple[int, str]]()
    for mention in (*annotated.within("actor", title), *annotated.within("person", title)):
        value = mention.value
        code = value.state if isinstance(value, PersonName) else value.code if isinstance(value, ActorName) else ""
        if gazetteer.is_state(code):
            found.append((mention.span.start, code))
    return sorted(found)


def is_speech(document: Document) -> bool:
    """Is it told in the first person throughout?"""
    return len(_FIRST.findall(document.text)) >= _ENOUGH


def home_of(annotated: Annotated, gazetteer: Gazetteer) -> str:
    """The state in whose name a speech is made, by how it speaks of states; "" where it is no speech or tells it of none."""
    if not is_speech(annotated.document):
        return ""
    points: Counter[str] = Counter()
    for mention in annotated.all("actor"):
        if isinstance(mention.value, ActorName) and mention.value.code and gazetteer.is_state(mention.value.code):
            points[mention.value.code] += _points(mention, mention.value, annotated.document)
    ranked = [*points.most_common(2), ("", 0), ("", 0)]
    best, second = ranked[0], ranked[1]
    return best[0] if best[1] >= _CLEAR and best[1] >= _CLEAR * second[1] else ""


def _points(mention: Mention, name: ActorName, document: Document) -> int:
    text = document.text
    before, end = text[max(0, mention.span.start - 60) : mention.span.start], mention.span.end
    if _OWN.search(before) or _BEHALF.search(before):
        return _STRONG
    if mention.span.of(document).endswith("delegation") and _HOLDS.match(text, end):
        return _STRONG
    return _WEAK if name.how is How.NAME and _HOLDS.match(text, end) else 0
