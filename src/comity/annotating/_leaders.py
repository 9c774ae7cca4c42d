"""Leaders whom everybody knows, named without office or state: `Nasser closed the canal`.

Whom they served stands in the files of actors, under `leaders`.

>>> from comity.annotating._example import annotated, tools
>>> text = "Gaddafi lent Malta money, and Hugo Chávez wrote to Castro. Lake Nasser and the Nasser Hospital were opened."
>>> [(span.of(annotated(text).document), state) for span, state in leaders(text, tools().gazetteer)]
[('Gaddafi', 'LBY'), ('Hugo Chávez', 'VEN'), ('Castro', 'CUB')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from comity.gazetteer import Gazetteer
from comity.model import Span

WORD = re.compile(r"(?<![\w’'-])(?:[A-ZÀ-ÞĀ-Ž][\w-]+|de(?=\sG))")
NAMED = re.compile(
    r"(?:\b(?:carrier|USS|HMS|SS|Fort|Mount|Camp|Lake|Cape|Port|Avenue|Boulevard|Rue|Calle|Avenida|Plaza|Place|Via|named\s+after|[Ss]tatues?\s+of"
    r"|[Bb]usts?\s+of|[Pp]ortraits?\s+of|[Bb]iograph(?:y|ies)\s+of|[Tt]omb\s+of|[Dd]eath\s+of|[Bb]irth\s+of|[Ff]uneral\s+of|called)\s+)[“\"'‘]?$"
)
"""What is called after a man, or shows him."""
GOES_ON = re.compile(r"(?:[’']s)?\s(?:[A-ZÀ-Þ]|doctrine\b|years\b|era\b)|-|[’']s\s(?:death|funeral|birth|tomb|biograph)")
BEFORE = re.compile(r"([A-ZÀ-Þ][\w’'.-]*)[ ]$")
BEFORE_NAME = re.compile(
    r"President|Premier|Chancellor|Minister|Secretary|Marshal|General|Colonel|Chairman|Emperor|Empress|King|Queen|Tsar|Kaiser|Lord|Sir|Ayatollah"
    r"|Captain|Leader|Comrade|Senator|Prince|Archbishop|Führer|Duce|Caudillo|Pasha|Pope|Sultan|Sheikh|Emir|Prime|Chancellor"
    r"|When|While|After|Before|Although|Under|During|In|With|As|And|But|For|By|If|Since|The|Both|Then|Later|Even|Only|From|To|Of|On|At|Where"
    r"|Yet|So|Because|That|Mr\.?|Mrs\.?|Dr\.?|Ms\.?"
)
"""What may stand before a name in capitals and is no part of it."""


@lru_cache(maxsize=4)
def _known(gazetteer: Gazetteer) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Leaders with whom they served, by the first word of the name, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, actor in gazetteer.items():
        for name in actor.leaders:
            found.setdefault(name.split()[0], []).append((name, code))
    return {word: tuple(sorted(names, key=lambda told: -len(told[0]))) for word, names in found.items()}


def served_by(name: str, gazetteer: Gazetteer) -> str:
    """Whom a leader of this very name served; "" where nobody so known bore it."""
    return dict(_known(gazetteer).get(name.partition(" ")[0], ())).get(name, "")


def leaders(text: str, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Where a text names such a leader, and whom he served."""
    known, end = _known(gazetteer), 0
    for match in WORD.finditer(text):
        start = match.start()
        told = next((told for told in known.get(match[0], ()) if start >= end and text.startswith(told[0], start)), None)
        if told is None:
            continue
        stop = start + len(told[0])
        before = BEFORE.search(text, max(0, start - 24), start)
        longer = before is not None and before[1] not in TITLES
        if not (
            text[stop : stop + 1].isalnum()
            or longer
            or GOES_ON.match(text, stop)
            or NAMED.search(text, max(0, start - 30), start)
        ):
            end = stop
            yield Span(start, stop), told[1]
