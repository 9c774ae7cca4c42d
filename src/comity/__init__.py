"""Reads what is written about relations between states and keeps the record: dated claims, each tied to its sentence.

The names in `__all__` are the front door; each is fetched from its room when it is first used, so that `import comity`
costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.errors import Error
    from comity.model import Claim, Document, Entry
    from comity.pipeline import code
    from comity.querying import Record
    from comity.querying import Record as open  # noqa: A004, N813 (the front door's own name for it)
    from comity.querying._question import Answer
    from comity.recording.judging import add, judge, merge, undo
    from comity.running import build

__version__ = "0.1.0"

__all__ = [
    "Answer", "Claim", "Document", "Entry", "Error", "Record", "__version__",
    "add", "build", "code", "judge", "merge", "open", "undo",
]  # fmt: skip

_ROOMS = {
    "Answer": ("comity.querying._question", "Answer"),
    "Claim": ("comity.model", "Claim"),
    "Document": ("comity.model", "Document"),
    "Entry": ("comity.model", "Entry"),
    "Error": ("comity.errors", "Error"),
    "Record": ("comity.querying", "Record"),
    "add": ("comity.recording.judging", "add"),
    "build": ("comity.running", "build"),
    "code": ("comity.pipeline", "code"),
    "judge": ("comity.recording.judging", "judge"),
    "merge": ("comity.recording.judging", "merge"),
    "open": ("comity.querying", "Record"),
    "undo": ("comity.recording.judging", "undo"),
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'comity' has no attribute {name!r}")
    room, own = _ROOMS[name]
    return getattr(importlib.import_module(room), own)


def __dir__() -> list[str]:
    return sorted(__all__)
