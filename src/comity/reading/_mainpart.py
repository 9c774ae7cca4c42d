"""Which pieces of a page are its text: trafilatura says what the text is, the page itself gives its order and form."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from comity.model import BlockKind
from comity.reading._page import Piece, bare

_LONG = 40
"""A piece with so many letters is known again inside a longer stretch; a shorter one could stand there by chance."""
_MARGIN = 3
"""A caption may stand this many pieces before the text begins."""

for _name in ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def main_pieces(tree: Any, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are the page's text; all outside its margins where trafilatura finds none."""
    body = _extracted(tree)
    kept = _known(pieces, body) if body is not None else set()
    if not any(pieces[place].kind is not BlockKind.HEADING for place in kept):
        return [piece for piece in pieces if not piece.framed] or list(pieces)
    kept |= _between(pieces, kept)
    kept |= _captions(pieces, kept)
    kept |= _headings(pieces, kept)
    return [pieces[place] for place in sorted(kept)]


def _extracted(tree: Any) -> Any | None:
    """The text's tree as trafilatura has it; None where it finds no text or fails on the page."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError):
        return None
    return None if found is None else getattr(found, "body", None)


def _known(pieces: Sequence[Piece], body: Any) -> set[int]:
    """The places of the pieces whose words trafilatura gives."""
    whole = bare("".join(body.itertext()))
    singles = {words for element in body.iter("p", "head", "item", "row", "quote", "cell", "ab") for words in _forms(element)}
    return {place for place, piece in enumerate(pieces) if not piece.framed and _stands_in(piece, whole, singles)}


def _forms(element: Any) -> Iterator[str]:
    """The words of an element, with and without the list that is nested in it."""
    yield bare("".join(element.itertext()))
    if element.find("list") is not None:
        own = [element.text or ""]
        for child in element:
            own += [] if child.tag == "list" else ["".join(child.itertext())]
            own.append(child.tail or "")
        yield bare("".join(own))


def _stands_in(piece: Piece, whole: str, singles: set[str]) -> bool:
    words = bare(piece.words.replace(" | ", " ") if piece.kind is BlockKind.ROW else piece.words)
    return words in singles or (len(words) >= _LONG and words in whole)


def _between(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    """Pieces that stand among the text's own, in the same element, and are no links: short lines that were passed over."""
    order = sorted(kept)
    found = set()
    for before, after in pairwise(order):
        for place in range(before + 1, after):
            piece = pieces[place]
            at_home = pieces[before].home == piece.home == pieces[after].home
            if at_home and piece.linked < 0.5 and not piece.framed:
                found.add(place)
    return found


def _captions(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    first, last = min(kept) - _MARGIN, max(kept)
    return {
        place
        for place, piece in enumerate(pieces)
        if piece.kind is BlockKind.CAPTION and first <= place <= last and not piece.framed and piece.linked < 0.9
    }


def _headings(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    """Headings whose next piece below is of the text."""
    found: set[int] = set()
    follows = False
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.kind is not BlockKind.HEADING:
            follows = place in kept
        elif follows and not piece.framed:
            found.add(place)
    return found
