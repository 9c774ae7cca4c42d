"""Names and codes of states, compared with ISO 3166 and CLDR; and the names of all languages, compiled from CLDR.

python scripts/names.py --check    list every difference that nobody has explained; exit status 1 if there is one
python scripts/names.py --write    write src/comity/lexicon/names.tsv and the licence beside it

ISO 3166 is read by way of pycountry, CLDR by way of babel; both are needed for development alone. A difference that is meant
stands in `names_meant.tsv` with its reason.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import babel
import pycountry
from babel.localedata import locale_identifiers

from comity.gazetteer import Actor, actors
from comity.names import FILE, OTHER_SCRIPT, fold

MEANT = Path(__file__).with_name("names_meant.tsv")
LICENCE = FILE.with_suffix(".LICENSE")
UNICODE = Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode"
_INVERTED = re.compile(r"(?P<what>[^,]+), (?P<kind>[^,]+)")


@dataclass(frozen=True, order=True, slots=True)
class Difference:
    """Something that another list says and our files do not, or say otherwise."""

    where: str
    code: str
    what: str
    ours: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by in the table of those that are meant."""
        return self.where, self.code, self.what


def by_iso2() -> dict[str, str]:
    """The code of each actor that ISO 3166-1 or CLDR has, by its two letters there."""
    two = {actor.iso2: actor.code for actor in actors().values() if actor.iso2}
    return two | {code: code for code in ("EU", "UN") if code in actors()}


def means(name: str) -> str:
    """Whom we know by a name, "" if nobody; one turned about for a list is turned back.

    >>> means("Moldova, Republic of")
    'MDA'
    """
    turned = _INVERTED.fullmatch(name)
    back = [f"{turned['kind']} {turned['what']}"] if turned else []
    return next((code for one in (name, *back) if (code := actors().known(one))), "")


def _named(where: str, code: str, name: str) -> Iterator[Difference]:
    found = means(name)
    if found != code:
        yield Difference(where, code, name, f"means {found} here" if found else "not known here")


def iso_now() -> Iterator[Difference]:
    """ISO 3166-1: letters and names."""
    two, listed = by_iso2(), {country.alpha_2 for country in pycountry.countries}
    for country in pycountry.countries:
        code = country.alpha_3
        if two.get(country.alpha_2) != code:
            yield Difference("ISO 3166-1", code, country.alpha_2, two.get(country.alpha_2, "not known here"))
            continue
        told = (getattr(country, which, "") for which in ("name", "common_name", "official_name"))
        for name in dict.fromkeys(name for name in told if name):
            yield from _named("ISO 3166-1", code, name)
    for actor in actors().values():
        if actor.iso2 and actor.iso2 not in listed:
            yield Difference("ISO 3166-1", actor.code, actor.iso2, "not in the list")


def iso_once() -> Iterator[Difference]:
    """ISO 3166-3: those that are no more, and those that have taken other letters with another name."""
    four = {actor.iso4: actor.code for actor in actors().values() if actor.iso4}
    for country in pycountry.historic_countries:
        ours = four.pop(country.alpha_4, "")
        parts = country.name.split(", ")
        known = {means(name) for name in (country.name, parts[0], f"{parts[-1]} {parts[0]}")} - {""}
        if ours and (ours != country.alpha_3 or ours not in known):
            yield Difference("ISO 3166-3", ours, country.name, f"means {known or 'nobody'} here")
        elif not known:
            yield Difference("ISO 3166-3", country.alpha_3, country.name, "not known here")
    for unknown, code in four.items():
        yield Difference("ISO 3166-3", code, unknown, "not in the list")


def cldr_english() -> Iterator[Difference]:
    """CLDR's English names, of all English-speaking countries; and where none of both lists calls a state as we do."""
    two, told = by_iso2(), dict[str, set[str]]()
    for locale in locale_identifiers():
        if locale.split("_")[0] != "en":
            continue
        for letters, name in babel.Locale.parse(locale).territories.items():
            if not OTHER_SCRIPT.search(name):  # English in the Deseret alphabet
                told.setdefault(letters, set()).add(name)
    for letters, code in sorted(two.items()):
        for name in sorted(told.get(letters, ())):
            yield from _named("CLDR", code, name)
        yield from _otherwise(actors()[code], told.get(letters, set()))


def _otherwise(actor: Actor, names: set[str]) -> Iterator[Difference]:
    country = pycountry.countries.get(alpha_2=actor.iso2) if actor.iso2 else None
    lists = {*names, *(getattr(country, which, "") for which in ("name", "common_name"))}
    if _even(actors().name(actor.code)) not in {_even(name) for name in lists}:
        yield Difference("name", actor.code, actors().name(actor.code), f"elsewhere {', '.join(sorted(filter(None, lists)))}")


def _even(name: str) -> str:
    """A name without what differs between two spellings of one.

    >>> _even("St. Vincent & Grenadines") == _even("Saint Vincent and the Grenadines")
    True
    """
    words = fold(name).replace("&", "and").replace("st. ", "saint ")
    return re.sub(r"[^\w]+", " ", re.sub(r"\bthe\b|\(.*\)", "", words)).strip()


def without_code() -> Iterator[Difference]:
    """States whose item at Wikidata is not set down."""
    for actor in actors().values():
        if actor.is_state and not actor.wikidata:
            yield Difference("Wikidata", actor.code, "", "no item")


def stale() -> Iterator[Difference]:
    """The compiled names, where they are of the CLDR that is installed and yet not what would be written now."""
    if LICENCE.is_file() and _source() in LICENCE.read_text(encoding="utf-8") and FILE.read_text(encoding="utf-8") != compiled():
        yield Difference("compiled", "", FILE.name, "run `python scripts/names.py --write`")


def differences() -> list[Difference]:
    """All of them."""
    return sorted({*iso_now(), *iso_once(), *cldr_english(), *without_code(), *stale()})


def meant() -> dict[tuple[str, str, str], str]:
    """The differences that are meant, with the reasons."""
    with MEANT.open(encoding="utf-8", newline="") as lines:
        return {(row["where"], row["code"], row["what"]): row["reason"] for row in csv.DictReader(lines, delimiter="\t")}


def faults() -> list[str]:
    """What is not explained, and what is explained and no longer there."""
    found, reasons = differences(), meant()
    keys = {one.key for one in found}
    new = [f"{one.where}: {one.code}: {one.what}: {one.ours}" for one in found if not reasons.get(one.key)]
    gone = [f"{MEANT.name}: {': '.join(key)}: there is no such difference any more" for key in reasons if key not in keys]
    return new + gone


def compiled() -> str:
    """Every name that a language has for one of ours and that its own file does not tell, a line each: name, code."""
    two, gazetteer = by_iso2(), actors()
    pairs = set[tuple[str, str]]()
    for locale in locale_identifiers():
        for letters, name in babel.Locale.parse(locale).territories.items():
            if letters in two:
                pairs.add((unicodedata.normalize("NFC", " ".join(name.split())), two[letters]))
    return "".join(f"{name}\t{code}\n" for name, code in sorted(pairs) if not gazetteer.known(name))


def _source() -> str:
    return f"Unicode CLDR {babel.core.get_cldr_version()}, as packaged by Babel {version('babel')}"


def write() -> None:
    """Write the names and their licence."""
    FILE.write_text(compiled(), encoding="utf-8")
    LICENCE.write_text(
        f"{FILE.name} is compiled from {_source()}, under this licence:\n\n{UNICODE.read_text(encoding='utf-8')}",
        encoding="utf-8",
    )


def main() -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the names of all languages")
    parser.add_argument("--check", action="store_true", help="list what is not explained")
    given = parser.parse_args()
    if given.write:
        write()
    wrong = faults() if given.check else []
    print("\n".join(wrong) if wrong else f"{len(meant())} differences, all explained" if given.check else f"{FILE} written")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
