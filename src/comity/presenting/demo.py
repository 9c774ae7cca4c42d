"""The example record that ships with the package, and where it is kept."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from comity import __version__
from comity.recording._tables import FORM
from comity.registry import PACKAGE

STATES = ("Laos", "Soviet Union")
_SUFFIXES = (".txt", ".html")


def sources() -> list[Path]:
    """The example documents."""
    return sorted(path for path in (PACKAGE / "examples").iterdir() if path.suffix in _SUFFIXES)


def cache() -> Path:
    """Where the example record may lie: the user's folder for what can be made again, else a new temporary one."""
    home = Path.home()
    by_system = {"win32": os.environ.get("LOCALAPPDATA"), "darwin": home / "Library" / "Caches"}
    chosen = Path(os.environ.get("XDG_CACHE_HOME") or by_system.get(sys.platform) or home / ".cache") / "comity"
    return (chosen if _usable(chosen) else Path(tempfile.mkdtemp(prefix="comity-"))) / f"demo-{__version__}-{FORM}.comity"


def _usable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def commands(record: Path) -> list[str]:
    """What a newcomer may try next."""
    shown = f'"{record}"' if " " in str(record) else str(record)
    return [
        f"comity status {shown} Laos Vietnam --on 1980",
        f"comity contradictions {shown} Laos",
        f'comity timeline {shown} Laos "South Korea"',
    ]
