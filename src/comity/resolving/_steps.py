"""The steps by which a relative date was settled, in words for `comity why`."""

from __future__ import annotations

import re
from typing import Literal

from comity import edtf

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Side = Literal["up to", "before", "after", "from"]
"""On which side of a date another lies."""


def in_words(match: re.Match[str], side: Side) -> str:
    """The step as a person says it, up to the date that it starts from."""
    told = _told(match["told"] or "")
    if match["step"] == "then":
        return "from then on:"
    if not match["unit"]:
        which = {"up to": "the latest", "before": "the last", "after": "the first", "from": "the first"}[side]
        return f"{which} {told} {side}"
    count, unit = int(match["count"]), match["unit"]
    of = f"{told} of " if told else ""
    if not count:
        return f"{of}the same {unit} as"
    about = "about " if match["about"] else ""
    if unit == "anniversary":
        return f"the same day {abs(count)} years {'after' if count > 0 else 'before'}"
    plural = {"century": "centuries"}.get(unit, f"{unit}s") if abs(count) > 1 else unit
    return f"{of}{about}{abs(count)} {plural} {'after' if count > 0 else 'before'}"


def _told(told: str) -> str:
    if told.startswith("W"):
        return _WEEKDAYS[int(told[1:]) - 1]
    if told.startswith("XXXX-XX-"):
        return f"day {int(told[8:])}"
    return edtf.say(told).partition(",")[0] if told else ""
