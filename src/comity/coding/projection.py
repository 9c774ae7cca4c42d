"""The tree of a sentence, whose nodes are its tokens, laid over its items, of which one may hold several tokens."""

from __future__ import annotations

from collections.abc import Sequence

from comity.coding.items import Item
from comity.mentions import Token, Tree


def projected(items: Sequence[Item], tree: Tree) -> tuple[list[int], list[Token | None]]:
    """For each item, the item that governs it (-1 at the root) and the token by which it hangs in the tree."""
    tokens, owner = tree.tokens, _owners(items, tree)
    top: list[int | None] = [None] * len(items)
    for index, item in enumerate(owner):
        head = tokens[index].head
        if item is None or (head != index and owner[head] == item) or tokens[index].relation == "punct":
            continue
        held = top[item]
        if held is None or _depth(tokens, index) < _depth(tokens, held):
            top[item] = index
    heads = []
    for index, token in enumerate(top):
        up = owner[tokens[token].head] if token is not None else None
        heads.append(-1 if up is None or up == index else up)
    return heads, [tokens[index] if index is not None else None for index in top]


def _owners(items: Sequence[Item], tree: Tree) -> list[int | None]:
    """For each token, the item in which it stands."""
    found: list[int | None] = []
    places = [(item.span.start, item.span.end) for item in items]
    at = 0
    for token in tree.tokens:
        while at < len(places) and places[at][1] <= token.span.start:
            at += 1
        found.append(at if at < len(places) and places[at][0] < token.span.end else None)
    return found


def _depth(tokens: Sequence[Token], index: int) -> int:
    steps = 0
    while tokens[index].head != index and steps <= len(tokens):
        index, steps = tokens[index].head, steps + 1
    return steps
