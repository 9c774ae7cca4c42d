"""What stands right before a place of a text: asked of every name and number, so without an expression.

>>> text = "the signature of the Chilean envoy"
>>> last_word(text, 21), follows(text, 21, "of", "for"), follows(text, 14, "of")
('the', True, False)
"""

from __future__ import annotations

_NEAR = 24
"""Characters."""
_BLANKS = " \u00a0\u202f\n"


def last_word(text: str, start: int) -> str:
    """The word before a place, with what sticks to it."""
    before = text[max(0, start - _NEAR) : start].rstrip(_BLANKS)
    return before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""


def follows(text: str, start: int, *words: str) -> bool:
    """Do the letters before a place, and before an article there, end as one of some words does?"""
    before = text[max(0, start - _NEAR) : start].rstrip()
    return before.removesuffix("the").rstrip().endswith(words)
