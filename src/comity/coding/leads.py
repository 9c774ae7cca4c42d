"""What leads a sentence in and is no part of it: a number, the day of a chronicle, the dateline of a wire report.

>>> from comity.model import Span
>>> text = "QUITO, May 3 (Andes) -- The two governments met."
>>> text[told(text, Span(0, len(text))).start :]
'The two governments met.'
>>> [text[told(text, Span(0, len(text))).start :] for text in ("Feb. 8. Peru left.", "2. Peru left.", "In May 1901: Peru left.")]
['Peru left.', 'Peru left.', 'In May 1901: Peru left.']
"""

from __future__ import annotations

import re

from comity.model import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\s+)?{_MONTH})"
_DATE = rf"(?:\d{{4}},?\s+{_DAY}|{_DAY}(?:,?\s+\d{{4}})?|\d{{4}}(?:[-–]\d{{2,4}})?)"
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[\s/][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_NEXT = r"(?=[A-ZÀ-Þ“\"‘«(\d])"
_NUMBER = r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|§\s?\d{1,3}\.?|[•*–—-])"
_LEAD = re.compile(
    rf"(?:{_NUMBER}\s+)?(?:{_DATE}\s*(?:[.:]\s*[–—-]{{0,2}}|[–—]|\s-)\s*{_NEXT}"
    rf"|{_CITY}(?:,\s[^.–—:]{{1,30}})?(?:,?\s+(?:{_DATE})\.?)?(?:\s*\([^()]{{2,20}}\))?\s*(?:\.?[–—]|\s--?\s|\s/[^/]{{2,20}}/\.?\s)\s*{_NEXT})"
    rf"|{_NUMBER}\s+{_NEXT}"
)


def told(text: str, sentence: Span) -> Span:
    """The sentence without what leads it in."""
    lead = _LEAD.match(text, sentence.start, sentence.end)
    return Span(lead.end(), sentence.end) if lead and lead.end() < sentence.end else sentence
