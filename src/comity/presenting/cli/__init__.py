"""The command `comity`: a command a question, and one a file in commands/ for what is no question."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs the command and ends the program with its exit status."""
    try:
        status = _run(args)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _run(args: Sequence[str] | None) -> int:
    from comity.presenting.cli._group import comity

    return comity.status(args)
