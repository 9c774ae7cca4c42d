"""Claims, entries and days in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity import edtf
from comity.gazetteer import actors
from comity.sameness import content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from comity.model import Claim, Value
    from comity.recording.store import Store
    from comity.schema import Kind

_PLAIN = {"exact": ""}
"""Values that go without saying in a caption."""


def name(store: Store, code: str) -> str:
    """What an actor is called; the code where no file names it."""
    return actors(store.folders).name(code)


# What the name of a state or body holds that stands with "the" in a sentence.
_ARTICLED = re.compile(
    r"\b(?:Republic|Kingdoms?|Union|Federation|Confederation|States?|Emirates?|Islands|Provinces|Netherlands|Philippines|Maldives|Bahamas|"
    r"Gambia|Comoros|Transvaal|Sicilies|Isle|Empire|Holy See|Order|Colony|Mandate|Protectorate|Sultanate|Duchy|Principality|Zone|"
    r"Territor(?:y|ies)|Organi[sz]ations?|Nations|Banks?|Fund|Agency|League|Council|Communit(?:y|ies)|"
    r"Commonwealth|Court|Tribunal|Committee|Conference|Programme|Association|Authority|Forum|Groups?|Movement|Alliance|Commission|"
    r"Office|Initiative|Secretariat|Summit|Dialogue|Quartet|Agreement|Treaty|Plan|Club|International|Bureau|Market|System|Facility|"
    r"Subregion|Strategy|Eight|High Commissioner)\b"
)


def called(store: Store, code: str) -> str:
    """What an actor is called within a sentence: `the Soviet Union`.

    >>> from comity.querying._example import small
    >>> [called(small().store, code) for code in ("SUN", "LAO", "EU", "NLD", "APEC")]
    ['the Soviet Union', 'Laos', 'the European Union', 'the Netherlands', 'Asia-Pacific Economic Cooperation']
    """
    told = name(store, code)
    return f"the {told}" if _ARTICLED.search(told) else told


def caption(store: Store, claim: Claim) -> str:
    """What a claim tells, as a headline: `Embassy of Laos in Vietnam, Hanoi: opened`."""
    return filled(store, store.kinds[claim.kind], claim.fields)


def filled(store: Store, kind: Kind, fields: Mapping[str, Value]) -> str:
    """The caption of a kind with the values of fields; a part in brackets goes where a field of it is empty."""
    said = {name: _said(store, kind, name, fields.get(name, ""), called) for name in kind.fields}
    # "A protocol", as the title of a protocol, says nothing that the caption does not.
    said |= {name: "" for name, field in kind.fields.items() if field.type == "words" and not content(said[name])}

    def part(match: re.Match[str]) -> str:
        return match[1] if all(said[name] for name in re.findall(r"\{(\w+)\}", match[1])) else ""

    text = re.sub(r"\[([^\[\]]*)\]", part, kind.caption)
    text = re.sub(r"\{(\w+)\}", lambda match: said[match[1]], text)
    return capital(" ".join(text.split()))


def capital(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


def value_of(store: Store, claim: Claim, field: str) -> str:
    """One field of a claim as a reader is shown it."""
    if field == "when":
        return edtf.say(claim.when) if claim.when else ""
    if field == "factuality":
        return claim.factuality
    return _said(store, store.kinds[claim.kind], field, claim.fields.get(field, ""))


def _said(store: Store, kind: Kind, field: str, value: Value, naming: Callable[[Store, str], str] = name) -> str:
    if isinstance(value, int | float):
        return f"{int(value) if float(value).is_integer() else value:,}"
    if kind.fields[field].holds_actors:
        codes = value if isinstance(value, tuple) else (value,) if value else ()
        return listed([naming(store, code) for code in codes])
    if kind.fields[field].type == "choice":
        return _PLAIN.get(str(value), str(value).replace("-d-", " d'").replace("-", " "))
    return ", ".join(value) if isinstance(value, tuple) else value


def listed(words: Sequence[str]) -> str:
    """Words in a row: `Laos, Peru and Kenya`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def dated(when: str) -> str:
    """A date as it follows a verb: `on 7 October 1960`, `in 1974`, `since 2018`; "" without one."""
    before = {"day": "on ", "month": "in ", "year": "in ", "decade": "in ", "century": "in "}.get(edtf.precision(when), "")
    return before + edtf.say(when) if when else ""


def day_said(day: date) -> str:
    """A day as a person reads it."""
    return edtf.say(day.isoformat())
