"""What the languages of the world call states. Thirty thousand names in 300 languages, read only when one is asked for.

They come from Unicode's CLDR (see `lexicon/names.tsv` and the licence beside it), compiled by `scripts/names.py --write`.

>>> codes("Corée du Sud"), codes("лаос"), codes("老挝"), codes("Ruritania")
(('KOR',), ('LAO',), ('LAO',), ())
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from comity.registry import PACKAGE

FILE = PACKAGE / "lexicon" / "names.tsv"
# A letter of any script but Latin: what follows Latin and the signs of phonetics, without punctuation and letterlike symbols.
OTHER_SCRIPT = re.compile(
    r"[^\W\d_\u0000-\u036F\u1D00-\u1DBF\u1E00-\u1EFF\u2000-\u2BFF\uA720-\uA7FF\uAB30-\uAB6F\uFB00-\uFB06\uFF00-\uFF5A]"
)


@cache
def names() -> dict[str, tuple[str, ...]]:
    """Every name as it is written, with the codes of those whom it may mean: two for what two languages use differently."""
    found: dict[str, tuple[str, ...]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name, _, code = line.partition("\t")
        found[name] = (*found.get(name, ()), code)
    return found


@cache
def _folded() -> str:
    return "\n" + FILE.read_text(encoding="utf-8").replace("’", "'").casefold()


def codes(words: str) -> tuple[str, ...]:
    """The codes of all that bear a name, capitals and the form of accents apart."""
    key, text = f"\n{fold(words)}\t", _folded()
    found, start = dict[str, None](), text.find(key)
    while start >= 0:
        code = start + len(key)
        found.setdefault(text[code : text.find("\n", code)].upper())
        start = text.find(key, code)
    return tuple(found)


def fold(words: str) -> str:
    """A name with its blanks, apostrophes, accents and capitals made even.

    >>> fold("CO\u0302TE  D’IVOIRE") == fold("Côte d'Ivoire")
    True
    """
    even = " ".join(words.replace("’", "'").split())
    return (even if even.isascii() else unicodedata.normalize("NFC", even)).casefold()
