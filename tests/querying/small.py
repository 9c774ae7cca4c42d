"""Small records made in one line: `small_store(tmp_path, {"a": [status("established", "1960")]})`."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.model import Block, BlockKind, Claim, Document, Source, Span
from comity.querying import Record
from comity.recording.store import Store
from comity.registry import Folders


@dataclass(frozen=True)
class Telling:
    """A claim that has no document yet, and the words that say it."""

    kind: str
    fields: dict
    when: str = ""
    factuality: str = "asserted"
    say: str = ""


def status(change, when="", a="KEN", b="PER", factuality="asserted"):
    return Telling("status", {"a": a, "b": b, "change": change}, when, factuality)


def mission(change, when="", city="Lima", sender="KEN", host="PER", type="embassy"):
    return Telling("mission", {"sender": sender, "host": host, "city": city, "type": type, "change": change}, when)


def event(type, when, source=("KEN",), target=("PER",), factuality="asserted", place=""):
    return Telling("event", {"type": type, "source": source, "target": target, "place": place}, when, factuality)


def agreement(change, when="", title="", *, subject="", parties=("KEN", "PER"), type="treaty", term=""):
    fields = {"title": title, "type": type, "parties": parties, "subject": subject, "change": change, "term": term}
    return Telling("agreement", fields, when)


def figure(value, when, measure="aid", *, bound="exact", unit="USD", giver=("KEN",), taker=("PER",), **more):
    fields = {"measure": measure, "value": value, "unit": unit, "from": giver, "to": taker, "bound": bound, **more}
    return Telling("figure", fields, when)


def post(person, office="ambassador", sender="KEN", host="PER", when=""):
    return Telling("post", {"person": person, "office": office, "sender": sender, "host": host, "resident": ""}, when)


def membership(change, when="", member="KEN", organization="UN"):
    return Telling("membership", {"member": member, "organization": organization, "change": change}, when)


@dataclass
class Page:
    """A document in the making: its sentences are made from what they tell."""

    tellings: list = field(default_factory=list)
    published: str = ""


def document_of(id, page):
    lines, at, claims = [], 0, []
    spans = []
    for number, telling in enumerate(page.tellings):
        words = telling.say or f"Line {number} of {id} tells: {telling.kind} {telling.fields.get('change', '')} {telling.when}."
        spans.append(Span(at, at + len(words)))
        lines.append(words)
        at += len(words) + 1
    text = "\n".join(lines)
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in spans)
    document = Document(id, text, blocks, Source(title=f"Page {id}", publisher="Press", published=page.published))
    for telling, span in zip(page.tellings, spans, strict=True):
        claims.append(
            Claim(
                id,
                telling.kind,
                telling.fields,
                telling.when,
                telling.factuality,
                span,
                "made/up:1",
                ("a step",),
                document.sha256,
            )
        )
    return document, claims


def claims_of(*tellings, doc="a"):
    """Claims without a record."""
    return document_of(doc, Page(list(tellings)))[1]


def small_store(folder, pages, *, name="small.comity", order=None):
    """A record of the given pages: lists of tellings, or a Page where its date matters."""
    path = folder / name
    with Store.writer(path) as writer:
        for name_of in order or pages:
            told = pages[name_of]
            writer.put(*document_of(name_of, told if isinstance(told, Page) else Page(told)))
        writer.finish()
    return Store.open(path)


ACTORS = {
    "KEN": "{code: KEN, kind: state, names: {en: {name: Kenya, adjectives: [Kenyan]}}}",
    "PER": "{code: PER, kind: state, names: {en: {name: Peru}}}",
    "CHL": "{code: CHL, kind: state, names: {en: {name: Chile}}}",
    "NEW": "{code: NEW, kind: state, names: {en: {name: New Land}}, earlier: [{code: OLD, from: '1922-12-30', to: '1991-12-25'}]}",
    "OLD": "{code: OLD, kind: former-state, names: {en: {name: Old Land}}, later: [NEW], from: '1922-12-30', to: '1991-12-25'}",
    "ONE": "{code: ONE, kind: state, names: {en: {name: One Land}}, earlier: [{code: NOR, from: '1945-09-02', to: '1976-07-01'}]}",
    "NOR": "{code: NOR, kind: former-state, names: {en: {name: North Land}}, later: [ONE], from: '1945-09-02', to: '1976-07-01'}",
    "SOU": "{code: SOU, kind: former-state, names: {en: {name: South Land}}, later: [ONE], from: '1955-10-26', to: '1975-04-30'}",
    "UN": "{code: UN, kind: organisation, names: {en: {name: United Nations}}}",
}
"""States that are not: their lineages stay as the tests want them."""


def folders_of(folder):
    """The package's data with the actors above instead of its own."""
    (folder / "actors").mkdir(exist_ok=True)
    for code, text in ACTORS.items():
        (folder / "actors" / f"{code}.yaml").write_text(text, encoding="utf-8")
    return Folders(actors=(folder / "actors",))


def small_record(folder, pages):
    """A record that can be asked, with the actors above."""
    small_store(folder, pages).close()
    return Record(folder / "small.comity", folders_of(folder))
