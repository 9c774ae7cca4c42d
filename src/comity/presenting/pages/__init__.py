"""The forms of a page in which an answer leaves for readers and their programs, one a file.

Each has SUFFIX (the end of a file's name that asks for it), WHAT, and `render(answer)`, which gives the file's bytes, the
same for the same answer. `_page.py` prepares what they share: sections, cells and footnotes in which marks are told from text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.registry import plugins

if TYPE_CHECKING:
    from types import ModuleType


def pages() -> dict[str, ModuleType]:
    """All forms by the end of the file's name that asks for them."""
    return {module.SUFFIX: module for module in plugins("comity.presenting.pages").values()}
