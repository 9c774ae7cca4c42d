"""`python -m comity` is the command `comity`."""

from __future__ import annotations

from comity.presenting.cli import main

if __name__ == "__main__":
    main()
