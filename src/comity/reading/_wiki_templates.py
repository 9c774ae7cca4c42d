"""What a reader sees of a template: the table of `lexicon/templates.yaml`, and its patterns filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import translate
from functools import cache, lru_cache
from typing import Literal, TypeAlias, get_args

import msgspec

from comity.gazetteer import actors
from comity.reading._wiki_dates import as_of, day
from comity.registry import PACKAGE, read_yaml

Sort: TypeAlias = Literal[
    "words", "flags", "icons", "hatnotes", "citations", "short_citations", "named_citations", "notes", "pairs", "captions",
    "computed", "ignored",
]  # fmt: skip


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `lexicon/templates.yaml`."""

    words: dict[str, tuple[str, ...]]
    flags: dict[str, tuple[str, ...]]
    icons: tuple[str, ...]
    hatnotes: dict[str, tuple[str, ...]]
    citations: tuple[str, ...]
    short_citations: tuple[str, ...]
    named_citations: tuple[str, ...]
    notes: tuple[str, ...]
    pairs: tuple[str, ...]
    captions: tuple[str, ...]
    computed: tuple[str, ...]
    ignored: tuple[str, ...]
    codes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a template is, and the pattern of what it shows."""

    sort: Sort
    pattern: str = ""


@cache
def table() -> Table:
    """The table, read once."""
    return read_yaml(PACKAGE / "lexicon" / "templates.yaml").shaped(Table)


@cache
def _known() -> tuple[dict[str, Kind], list[tuple[re.Pattern[str], Kind]]]:
    """The templates by their names, and those that are known by a part of it."""
    exact: dict[str, Kind] = {}
    globs: list[tuple[re.Pattern[str], Kind]] = []
    for field in get_args(Sort):
        listed = getattr(table(), field)
        named = listed if isinstance(listed, dict) else {"": listed}
        for pattern, names in named.items():
            for name in names:
                if "*" in name and len(name) > 1:
                    globs.append((re.compile(translate(name)), Kind(field, pattern)))
                exact.setdefault(name, Kind(field, pattern))
    return exact, globs


@lru_cache(maxsize=4096)
def kind_of(name: str) -> Kind | None:
    """What the template of a name is; None for one that is not known.

    >>> kind_of("nowrap").pattern, kind_of("cite web").sort, kind_of("frobnicate")
    ('{1}', 'citations', None)
    """
    exact, globs = _known()
    return exact.get(name) or next((kind for pattern, kind in globs if pattern.match(name)), None)


@lru_cache(maxsize=4096)
def state(words: str) -> str:
    """The name for a state's code; other words as they are, without the bracket that tells it from a town.

    >>> state("NED"), state("Georgia (country)"), state("Peru")
    ('Netherlands', 'Georgia', 'Peru')
    """
    words = re.sub(r"\s*\((?:country|state|nation)\)$", "", words.strip())
    return (_named(words) or words) if _CODE.fullmatch(words) else words


_CODE = re.compile(r"[A-Z]{2,5}")


def _named(code: str) -> str:
    """The name that goes with a code; "" where there is none."""
    found = actors().known(table().codes.get(code, code))
    return actors().name(found) if found else ""


def state_of_code(name: str) -> str:
    """The state that a template such as {{LAO}} stands for; "" for any other template."""
    return _named(name) if _CODE.fullmatch(name) else ""


Given: TypeAlias = Mapping[str, str]
"""The parameters of a template, each as words; unnamed ones by their number."""

_SLOT = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def fill(pattern: str, given: Given) -> str:
    """The words that a pattern gives for parameters.

    >>> fill("{1} § {2}", {"1": "Peru", "2": "Trade"}), fill("{1|'Yes'}[ ({2})]", {})
    ('Peru § Trade', 'Yes')
    """
    if "[" in pattern:
        pattern = _OPTIONAL.sub(lambda match: match[1] if _is_filled(match[1], given) else "", pattern)
    return _SLOT.sub(lambda match: _value(match[1], given), pattern)


def _is_filled(pattern: str, given: Given) -> bool:
    return any(_value(slot, given) for slot in _SLOT.findall(pattern))


def _value(slot: str, given: Given) -> str:
    for name in slot.split("|"):
        if name.startswith("'"):
            return name.strip("'")
        found = _WORKED_OUT[name](given) if name in _WORKED_OUT else given.get(name, "")
        if found.strip():
            return found.strip() if name != "1" or "\n" not in found else found
    return ""


def unnamed(given: Given) -> list[str]:
    """The parameters without a name, in their order."""
    return [given[name] for name in given if name.isdigit()]


def _list(given: Given) -> str:
    items = [value.strip() for value in unnamed(given) if value.strip()]
    return "\n" + "".join(item + "\n" if item.startswith("*") else f"* {item}\n" for item in items)


def _measure(given: Given) -> str:
    """`{{convert|5|to|9|km|mi}}` shows 5 to 9 km, before what it converts that to."""
    words = unnamed(given)
    joined = 4 if len(words) > 3 and words[1].strip() in _BETWEEN else 2
    shown = [_SIGN.get(word.strip(), word.strip()) for word in words[:joined]]
    return " ".join(word for word in shown if word)


_BETWEEN = frozenset(("to", "and", "or", "-", "–", "by", "x", "×", "to(-)", "+/-", "±", "to about"))
_SIGN = {"km2": "km²", "m2": "m²", "sqmi": "sq mi", "sqkm": "km²", "m3": "m³", "to(-)": "to"}


def _fraction(given: Given) -> str:
    parts = [part.strip() for part in unnamed(given)]
    if len(parts) > 2:
        return f"{parts[0]} {parts[1]}/{parts[2]}"
    return f"{parts[0]}/{parts[1]}" if len(parts) == 2 else f"1/{parts[0]}" if parts else "1/2"


_WORKED_OUT: dict[str, Callable[[Given], str]] = {
    "all": lambda given: ", ".join(value.strip() for value in unnamed(given) if value.strip()),
    "list": _list,
    "date": lambda given: day(unnamed(given)),
    "asof": lambda given: given.get("alt", "").strip() or as_of(unnamed(given), lower=bool(given.get("lc", "").strip())),
    "measure": _measure,
    "fraction": _fraction,
}
