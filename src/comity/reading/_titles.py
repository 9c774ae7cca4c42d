"""Patterns of titles: which pages of a file that holds many are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fnmatch import translate

from comity.errors import BadTitle


def check_patterns(patterns: Sequence[str]) -> None:
    """A BadTitle error where a pattern cannot be read."""
    for pattern in patterns:
        _compiled(pattern)


def fits(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Does a title fit one of the patterns? All do where there is none.

    >>> wanted = fits(["foreign relations of *", "/^Treaty of [A-D]/"])
    >>> wanted("Foreign relations of Peru"), wanted("Treaty of Bern"), wanted("Treaty of Rome")
    (True, True, False)
    """
    compiled = [_compiled(pattern) for pattern in patterns]
    return lambda title: not compiled or any(each.search(title) for each in compiled)


def _compiled(pattern: str) -> re.Pattern[str]:
    is_expression = len(pattern) > 2 and pattern.startswith("/") and pattern.endswith("/")
    try:
        return re.compile(pattern[1:-1] if is_expression else rf"\A{translate(pattern)}", re.IGNORECASE)
    except re.error as error:
        raise BadTitle(value=pattern, why=str(error)) from error
