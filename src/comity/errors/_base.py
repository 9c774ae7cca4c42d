"""What every error is made of: a code, a sentence, and its facts."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import ClassVar


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as ' Did you mean Laos?', or '' where nothing known is near.

    >>> did_you_mean("Loas", ["Laos", "Vietnam"])
    ' Did you mean Laos?'
    """
    lowered = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), list(lowered), n=3, cutoff=0.66)
    return f" Did you mean {' or '.join(lowered[name] for name in near)}?" if near else ""


class Error(Exception):
    """Something that a person can mend. `code` is stable; `facts` hold what was found and what was allowed."""

    code: ClassVar[str] = "error"
    wording: ClassVar[str] = "{what}"
    example: ClassVar[dict[str, object]] = {"what": "…"}

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What was found, what was allowed, and what to do."""
        return self.wording.format_map(self.facts)

    def __str__(self) -> str:
        return f"[{self.code}] {self.sentence}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(kind: type[Error], facts: dict[str, object]) -> Error:
    return kind(**facts)
