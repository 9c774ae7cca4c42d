"""The forms of a page in which an answer leaves for readers and their programs, one a file.

A file is named after the end of the file's name that asks for it, and has WHAT and `render(answer)`, which gives the bytes, the
same for the same answer. `_page.py` prepares what they share: sections, cells and footnotes in which marks are told from text.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def pages() -> list[str]:
    """The ends of names that can be asked for, found by looking into this folder.

    >>> ".html" in pages()
    True
    """
    return sorted(f".{info.name}" for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))


def form(suffix: str) -> ModuleType:
    """The form that the end of a name asks for; only that one is loaded."""
    return importlib.import_module(f"{__name__}{suffix}")
