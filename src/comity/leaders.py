"""Who has led which state: heads of state and of government and foreign ministers, with the years in which they held office.

`lexicon/leaders.tsv` has a line for each: the state's code, the office, the name, the first year and the last, which is
left open for who still holds it. It is read only when one is asked for.

>>> [(leader.code, leader.first, leader.last) for leader in called("Urho Kekkonen", "president")]
[('FIN', 1956, 1982)]
>>> sorted({leader.code for leader in called("Rasmussen", "prime-minister")}), called("Ana Soto", "president")
(['DNK'], ())
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from comity.registry import PACKAGE

FILE = PACKAGE / "lexicon" / "leaders.tsv"
LAST = 2100
_LESS = frozenset(
    re.findall(
        r"\w+",
        "al el de da do dos das di del della du des la las le van von der den bin ibn ben st sir lord king queen president "
        "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii",
    )
)
"""Words, and numbers of monarchs, that tell nobody from another."""
_FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "VNM", "RVN", "KHM", "SGP", "JPN", "MMR", "LAO", "MYS"))
_PART = re.compile(r"[^\W\d_][^\W\d_'’]+")


class Leader(NamedTuple):
    """One who held an office of a state, through a stretch of years."""

    code: str
    office: str
    words: tuple[str, ...]
    first: int
    last: int

    def bears(self, words: tuple[str, ...]) -> bool:
        """May the words of a name be his: all that he is called by, or his family's name alone?"""
        if len(words) == 1 and len(self.words) > 1:
            return words[0] in (self.words if self.code in _FAMILY_FIRST else self.words[1:])
        return set(words) <= set(self.words) or set(self.words) <= set(words)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell who it is, without accents, articles, initials and numbers.

    >>> words_of("P. W. Botha"), words_of("Hafez al-Assad"), words_of("Haakon VII")
    (('botha',), ('hafez', 'assad'), ('haakon',))
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()
    return tuple(word for part in _PART.findall(plain) if (word := re.sub(r"['’]s?$|['’]", "", part)) not in _LESS)


@cache
def _by_word() -> dict[str, tuple[Leader, ...]]:
    found = defaultdict[str, list[Leader]](list)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        code, office, name, first, last = line.split("\t")
        leader = Leader(code, office, words_of(name), int(first), int(last or LAST))
        for word in leader.words:
            found[word].append(leader)
    return {word: tuple(leaders) for word, leaders in found.items()}


def called(name: str, office: str = "") -> tuple[Leader, ...]:
    """All who bear a name; with an office, only who held just that one."""
    words = words_of(name)
    every = dict.fromkeys(leader for word in words for leader in _by_word().get(word, ()) if leader.bears(words))
    return tuple(leader for leader in every if office in ("", leader.office))
