"""The forms in which a record leaves for other programs, one a file.

Each has NAME (its name after `--as`), WHAT, SUFFIX ("" where it is a folder of files) and `write(store, target)`, which
gives back in words what it could not carry.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from comity.errors import CannotWrite, UnknownChoice, did_you_mean
from comity.registry import plugins

if TYPE_CHECKING:
    from types import ModuleType

    from comity.recording.store import Store


def formats() -> dict[str, ModuleType]:
    """All forms by name."""
    return {module.NAME: module for module in plugins("comity.presenting.export").values()}


def export(store: Store, form: str, target: Path | TextIO) -> list[str]:
    """Writes the record in one of the forms; what could not be carried comes back in words."""
    known = formats()
    if form not in known:
        raise UnknownChoice(what="the format", value=form, allowed=", ".join(known), hint=did_you_mean(form, known))
    if not known[form].SUFFIX and not isinstance(target, Path):
        raise CannotWrite(path="-", why=f"the format {form} is a folder of files")
    left_out: list[str] = known[form].write(store, target)
    return left_out
