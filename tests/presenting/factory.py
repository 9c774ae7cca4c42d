"""Objects for the tests of this room, each in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.model import Claim, Document, Source, Span
from comity.querying._question import Answer, Parameter, Question, Quoted, Table
from comity.recording.store import Store

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "Peru and Chile restored relations in 1975.\nChile sent Peru goods worth 4.9 billion dollars.\n"
SECOND = "Chile's embassy in Lima was opened in August 1960.\n"
THIRD = "The embassy of Chile in Lima dates from 1958.\n"


def document(id: str, text: str, **source: str) -> Document:
    return Document(id, text, source=Source(**source))


def claim(doc: Document, kind: str, says: str, when: str = "", factuality: str = "asserted", **fields: object) -> Claim:
    start = doc.text.index(says)
    told = {name.rstrip("_"): value for name, value in fields.items()}
    return Claim(doc.id, kind, told, when, factuality, Span(start, start + len(says)), f"{kind}/made:1", sha256=doc.sha256)


def documents() -> list[tuple[Document, list[Claim]]]:
    first = document("peru-chile", FIRST, title="Peru, Chile", publisher="A Paper", published="1976-02")
    second, third = document("lima", SECOND), document("santiago", THIRD)
    exports = {"measure": "exports", "value": 4.9e9, "unit": "USD", "from_": ("CHL",), "to": ("PER",), "bound": "exact"}
    embassy = {"sender": "CHL", "host": "PER", "city": "Lima", "type": "embassy", "change": "opened"}
    return [
        (first, [claim(first, "status", FIRST.splitlines()[0], "1975", a="CHL", b="PER", change="restored"),
                 claim(first, "figure", FIRST.splitlines()[1], **exports)]),
        (second, [claim(second, "mission", SECOND.strip(), "1960-08", **embassy)]),
        (third, [claim(third, "mission", THIRD.strip(), "1958", **embassy)]),
    ]  # fmt: skip


def record(path: Path) -> Path:
    with Store.writer(path) as writer:
        for one, claims in documents():
            writer.put(one, claims)
        writer.finish()
    return path


def quoted(quote: str = "Chile opened an embassy.", **told: str) -> Quoted:
    return Quoted("9f3c2a7105aabbcc", told.pop("doc", "lima"), quote, 0, len(quote), **told)


def answer(*, found: bool = True, **parts: object) -> Answer:
    return Answer("status", {"a": "CHL", "b": "PER", "on": "1980"}, found=found, **parts)


def told(path: str, asked: dict[str, object]) -> Answer:
    """What the question of these tests answers: what it was asked."""
    rows = tuple((name, str(value)) for name, value in sorted(asked.items()))
    table = Table("Asked", ("name", "value"), rows)
    return Answer(
        "status", asked, ("They were related [1].",), (table,), (quoted(),), found=asked.get("on") != "1800", data={"path": path}
    )


QUESTION = Question(
    "status",
    "What held between two states on a day.",
    (
        Parameter("a", "actor", "the first state", required=True),
        Parameter("b", "actor", "the second state", argument=True),
        Parameter("on", "date", "the day"),
        Parameter("from", "date", "from this day on"),
        Parameter("limit", "number", "how many rows"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    'comity status laos.comity Laos "South Korea" --on 1980',
    lambda store: answer(),
)
SEARCH = Question(
    "search",
    "Sentences with words.",
    (Parameter("words", "words", "what to look for", required=True),),
    "comity search REC dam",
    lambda store: answer(),
)
BRIEF = Question(
    "brief", "A dossier on two states.", QUESTION.parameters[:3], "comity brief REC Peru Chile", lambda store: answer()
)
