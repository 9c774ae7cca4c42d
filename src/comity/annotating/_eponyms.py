"""Statesmen of whom a text tells no office, where a government is called by their name.

>>> text = "The Soto administration sent grain. The government of Omar Bello and Duran's regime thanked the Labour government."
>>> [text[start:end] for start, end in eponyms(text)]
['Soto', 'Omar Bello', 'Duran', 'Labour']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.annotating._names import NAME, NO_NAME, name_of

_RULE = r"(?:government|administration|regime|cabinet|junta|dictatorship)\b(?!['’-])"
_AFTER = re.compile(rf"(?:['’]s?)?\s+(?:(?:new|first|second|military|civilian|coalition)\s+)?{_RULE}")
_BEFORE = re.compile(rf"{_RULE}\s+(?:(?:led|headed)\s+by|of)\s+$")
_LAND = re.compile(
    r"(?:North|South|East|West|Northern|Southern|Eastern|Western|New|Upper|Lower|Inner|Outer|Greater|Nova|San|Santa|Santo|São|Saint|St\.?"
    r"|Puerto|Port|Fort|Rio|Río|Costa|Isle|Island|El|Los|Las|La|Le|De)\b"
)
"""The government of such a name is that of a land."""
_KIND = re.compile(
    r"(?:\w+(?:ian|ish|ese|ist)|Regional|Provincial|Provisional|Transitional|Interim|Military|Imperial|Royal|Colonial|Local|Crown|Home)$"
)
"""Words before a government that tell of which land or what kind it is."""
_NEAR, _THE = 40, "The "


def eponyms(text: str) -> Iterator[tuple[int, int]]:
    """Where the names stand; after a government "of" they must be full names."""
    for match in NAME.finditer(text):
        start = match.start() + len(_THE) * match[0].startswith(_THE)
        name = name_of(text[start : match.end()])
        if not name or name.split()[0] in NO_NAME or _LAND.match(name):
            continue
        end = start + len(name)
        called = _AFTER.match(text, end) and not _KIND.match(name.split()[-1])
        if called or (" " in name and _BEFORE.search(text, max(0, start - _NEAR), start)):
            yield start, end
