"""A small record for the examples of the questions.

>>> small().sources().data["documents"][0]["title"]
'Annals of Kenya and Peru'
"""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from comity.model import Claim, Document, Source, Span
from comity.querying import Record
from comity.recording.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.model import Value

_PAIR: Mapping[str, Value] = {"sender": "KEN", "host": "PER"}
_EMBASSY: Mapping[str, Value] = {**_PAIR, "city": "Lima", "type": "embassy"}
_SIDES: Mapping[str, Value] = {"a": "KEN", "b": "PER"}
_GIFT: Mapping[str, Value] = {
    "measure": "aid",
    "value": 200,
    "unit": "tonnes",
    "from": ("KEN",),
    "to": ("PER",),
    "bound": "exact",
}
_TREATY: Mapping[str, Value] = {
    "title": "Treaty of Amity", "type": "treaty", "parties": ("KEN", "PER"), "subject": "", "term": "P10Y", "change": "signed",
}  # fmt: skip
_TALKS: Mapping[str, Value] = {"type": "CONSULT", "source": ("KEN",), "target": ("PER",), "place": "Lima"}

# What a document says: sentence, kind, fields and date.
_ANNALS: tuple[tuple[str, str, Mapping[str, Value], str], ...] = (
    ("Kenya and Peru took up relations on 3 March 1965.", "status", {**_SIDES, "change": "established"}, "1965-03-03"),
    ("They were broken off in 1975.", "status", {**_SIDES, "change": "severed"}, "1975"),
    ("Kenya's embassy in Lima dates from 1966.", "mission", {**_EMBASSY, "change": "opened"}, "1966"),
    ("Ann Otieno was ambassador in 1970.", "post", {**_PAIR, "person": "Ann Otieno", "office": "ambassador"}, "1970"),
    ("A Treaty of Amity for ten years was signed in 1968.", "agreement", _TREATY, "1968"),
)
_NOTE: tuple[tuple[str, str, Mapping[str, Value], str], ...] = (
    ("Kenya opened its embassy in Lima in May 1967.", "mission", {**_EMBASSY, "change": "opened"}, "1967-05"),
    ("Kenya sent 200 tonnes of maize in 1970.", "figure", _GIFT, "1970"),
    ("The two foreign ministers met in Lima on 9 June 1971.", "event", _TALKS, "1971-06-09"),
    ("Peru joined the UN in 1945.", "membership", {"member": "PER", "organization": "UN", "change": "joined"}, "1945"),
)
_DOCUMENTS = {"annals": ("Annals of Kenya and Peru", _ANNALS), "note": ("A note on Lima", _NOTE)}


@cache
def small() -> Record:
    """Two made-up documents on Kenya and Peru, coded by hand."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with Store.writer(folder / "small.comity") as writer:
        for name, (title, told) in _DOCUMENTS.items():
            document = Document(name, "\n".join(line[0] for line in told), source=Source(title=title))
            claims = [_claim(document, *line) for line in told]
            writer.put(document, claims, [claim.evidence for claim in claims])
        writer.finish()
    return Record(folder / "small.comity")


@cache
def gold() -> str:
    """A folder with two reference claims on the small record: one that it has, one that it has not."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    words, kind, fields, when = _NOTE[-1]
    told = {"doc": "note", "kind": kind, "quote": words, **fields, "when": when, "factuality": "asserted"}
    lines = [told, {**told, "organization": "OAS"}]
    (folder / "note.claims.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return str(folder)


def _claim(document: Document, words: str, kind: str, fields: Mapping[str, Value], when: str) -> Claim:
    start = document.text.index(words)
    place = Span(start, start + len(words))
    return Claim(document.id, kind, fields, when, "asserted", place, f"{kind}/by-hand:1", sha256=document.sha256)
