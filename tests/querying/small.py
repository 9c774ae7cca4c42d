"""Small records made in one line: `small_store(tmp_path, {"a": [status("established", "1960")]})`."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.model import Block, BlockKind, Claim, Document, Source, Span
from comity.recording.store import Store


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


def event(type, when, source=("KEN",), target=("PER",), factuality="asserted"):
    return Telling("event", {"type": type, "source": source, "target": target, "place": ""}, when, factuality)


def agreement(change, when="", title="", subject="", parties=("KEN", "PER"), type="treaty", term=""):
    fields = {"title": title, "type": type, "parties": parties, "subject": subject, "change": change, "term": term}
    return Telling("agreement", fields, when)


def figure(value, when, measure="aid", bound="exact", unit="USD", giver=("KEN",), taker=("PER",), **more):
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
            Claim(id, telling.kind, telling.fields, telling.when, telling.factuality, span, "made/up:1", ("a step",), document.sha256)
        )
    return document, claims


def claims_of(*tellings, doc="a"):
    """Claims without a record."""
    return document_of(doc, Page(list(tellings)))[1]


def small_store(folder, pages, *, name="small.comity", order=None):
    """A record of the given pages: lists of tellings, or a Page where its date matters."""
    path = folder / name
    with Store.writer(path) as writer:
        for id in order or pages:
            page = pages[id] if isinstance(pages[id], Page) else Page(pages[id])
            writer.put(*document_of(id, page))
        writer.finish()
    return Store.open(path)
