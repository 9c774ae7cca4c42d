"""Text as runs of a Word file: each script in fonts that have it, and text from right to left marked as such."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape

# Blocks whose letters Word takes from the font of "complex scripts", and fonts of its own that have them.
_SCRIPTS = (
    (re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), "Arial", True),
    (re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"), "Arial", True),
    (re.compile("[\u0e00-\u0eff\u1780-\u17ff]"), "Leelawadee UI", False),
    (re.compile("[\u1000-\u109f]"), "Myanmar Text", False),
    (re.compile("[\u0900-\u0dff]"), "Nirmala UI", False),
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# XML has no letters for these; what is shown instead says that something stood there.
_NOT_XML = re.compile("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def run(text: str, look: str = "") -> str:
    """One run of text.

    >>> run("<b>")
    '<w:r><w:t xml:space="preserve">&lt;b&gt;</w:t></w:r>'
    """
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(_NOT_XML.sub("�", text))}</w:t></w:r>'


def runs(text: str, language: str = "") -> str:
    """The text, a run a script.

    >>> runs("ລາວ (Laos)").count("<w:r>")
    2
    """
    tongue = language if _LANGUAGE.fullmatch(language) else ""
    numbers: list[int] = []
    for letter in text:
        own = _script(letter)
        # Blanks and signs stay with the script before them.
        numbers.append(numbers[-1] if own is None and numbers else own or 0)
    pieces = groupby(zip(numbers, text, strict=True), key=lambda one: one[0])
    return "".join(run("".join(letter for _, letter in piece), _look(number, tongue)) for number, piece in pieces)


def _script(letter: str) -> int | None:
    """Which of the scripts, counted from 1; 0 for any other letter, None for what belongs to none."""
    for number, (letters, _, _) in enumerate(_SCRIPTS, 1):
        if letters.match(letter):
            return number
    return 0 if letter.isalnum() or not letter.isspace() else None


def _look(number: int, language: str) -> str:
    if not number:
        return f'<w:lang w:val="{language}"/>' if language else ""
    _, font, from_right = _SCRIPTS[number - 1]
    tongue = f'<w:lang w:bidi="{language}"/>' if language else ""
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' + ("<w:rtl/>" if from_right else "<w:cs/>") + tongue
