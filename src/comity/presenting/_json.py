"""JSON as it leaves the program: readable in every script, one line where lines count, nothing that steers a terminal."""

from __future__ import annotations

import json
import re

# Legal inside JSON, but obeyed by terminals (C1, overrides of direction), taken for line ends, or no character at all.
_RISKY = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def line(value: object) -> str:
    r"""A value on one line.

    >>> print(line({"city": "Viêng Chăn", "codes": ("LAO",)}))
    {"city": "Viêng Chăn", "codes": ["LAO"]}
    >>> print(line("a\x9b2Jb"))
    "a\u009b2Jb"
    """
    return _safe(json.dumps(value, ensure_ascii=False, allow_nan=False))


def page(value: object) -> str:
    """A value over several lines, for reading."""
    return _safe(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2))


def _safe(text: str) -> str:
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
