"""How a record of many claims is built and asked: time, peak memory, size; median and 99th percentile of questions.

    python benchmarks/million.py [--claims 1000000] [--questions 200] [--keep FILE]

The claims are made up: all states, two centuries, all kinds, most of them between few pairs, as in real documents; one in five is
told again by another document, exactly, less precisely or otherwise. Recording and joining are measured apart.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from comity.gazetteer import actors
from comity.model import Block, BlockKind, Claim, Document, Source, Span, Value
from comity.querying import Record
from comity.recording.store import Store

PER_DOCUMENT = 500
_SHOWN = 500_000  # claims between two words of how far it is
_EVENTS = ("CONSULT", "AID", "COOPERATE", "AGREE", "SUPPORT", "ACCUSE", "SANCTION", "REQUEST")
_STATUS = ("established", "severed", "restored", "upgraded")
_MISSIONS = ("opened", "closed", "exists")
_PEOPLE = ("Anna Berg", "Juma Otieno", "Li Wen", "Marta Ruiz", "Omar Haddad", "Sione Vea")


def states() -> list[str]:
    """The codes of states of today."""
    return sorted(code for code, actor in actors().items() if actor.kind == "state")


def claims(chance: random.Random, codes: list[str]) -> Iterator[tuple[str, dict[str, Value], str]]:
    """Made-up claims without end: kind, fields, date."""
    recent: list[tuple[str, dict[str, Value], str]] = []
    while True:
        if recent and chance.random() < 0.2:
            kind, fields, when = chance.choice(recent)
            yield kind, fields, chance.choice([when, when[:7], when[:4]])
            continue
        one = _claim(chance, codes)
        recent.append(one)
        del recent[:-1000]
        yield one


def _claim(chance: random.Random, codes: list[str]) -> tuple[str, dict[str, Value], str]:
    first = codes[int(len(codes) * chance.random() ** 2)]
    second = chance.choice([code for code in codes[:60] if code != first])
    when = (date(1830, 1, 1) + timedelta(days=int(chance.random() ** 0.5 * 70000))).isoformat()
    draw = chance.random()
    if draw < 0.5:
        fields: dict[str, Value] = {"type": chance.choice(_EVENTS), "source": (first,), "target": (second,), "place": ""}
        return "event", fields, when
    if draw < 0.6:
        return "status", {"a": first, "b": second, "change": chance.choice(_STATUS)}, when
    if draw < 0.7:
        fields = {"sender": first, "host": second, "city": "", "type": "embassy", "change": chance.choice(_MISSIONS)}
        return "mission", fields, when
    if draw < 0.8:
        fields = {"person": chance.choice(_PEOPLE), "office": "ambassador", "sender": first, "host": second, "resident": ""}
        return "post", fields, when[:4]
    if draw < 0.9:
        value = chance.randrange(1, 9999)
        fields = {"measure": "trade", "value": value, "unit": "USD", "from": (first,), "to": (second,), "bound": "exact"}
        return "figure", fields, when[:4]
    fields = {"title": "", "type": "treaty", "parties": (first, second), "subject": "trade", "change": "signed", "term": ""}
    return "agreement", fields, when


def documents(count: int, seed: int) -> Iterator[tuple[Document, list[Claim], list[Span]]]:
    """Documents with so many claims in all, a line each."""
    chance = random.Random(seed)
    stream = claims(chance, states())
    for number in range(0, count, PER_DOCUMENT):
        told = [next(stream) for _ in range(min(PER_DOCUMENT, count - number))]
        lines = [
            f"Line {at}: {kind} of {fields.get('source') or fields.get('sender') or ''} {when}."
            for at, (kind, fields, when) in enumerate(told)
        ]
        spans, at = [], 0
        for line in lines:
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        name = f"made-{number // PER_DOCUMENT:06}"
        document = Document(
            name,
            "\n".join(lines),
            tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
            Source(title=name, published="2020"),
        )
        yield (
            document,
            [
                Claim(name, kind, fields, when, "asserted", span, "made/up:1", (), document.sha256)
                for (kind, fields, when), span in zip(told, spans, strict=True)
            ],
            spans,
        )


def build(path: Path, count: int, seed: int) -> dict[str, float]:
    """Record and join; the seconds of each."""
    started = time.perf_counter()
    with Store.writer(path) as writer:
        for number, (document, told, spans) in enumerate(documents(count, seed), 1):
            writer.put(document, told, spans)
            if number * PER_DOCUMENT % _SHOWN == 0:
                took, memory = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(f"{number * PER_DOCUMENT:,} recorded: {took:.0f} s, peak memory {memory:.0f} MB", flush=True)
        recorded = time.perf_counter()
        writer.finish()
    return {"record": recorded - started, "join": time.perf_counter() - recorded}


def asked(record: Record, chance: random.Random, codes: list[str]) -> dict[str, Callable[[], object]]:
    """One question of each sort about a random pair."""
    a, b = codes[int(len(codes) * chance.random() ** 2)], chance.choice(codes[:60])
    b = b if b != a else codes[61]
    on = str(chance.randrange(1850, 2020))
    return {
        "status": lambda: record.status(a, b, on=on),
        "timeline": lambda: record.timeline(a, b),
        "search": lambda: record.search(f"status {on}"),
        "contradictions": lambda: record.contradictions(a, b),
    }


def timed(path: Path, questions: int, seed: int) -> dict[str, list[float]]:
    """The seconds that each question took."""
    chance, codes = random.Random(seed), states()
    found: dict[str, list[float]] = {}
    with Record(path) as record:
        for _ in range(questions):
            for name, ask in asked(record, chance, codes).items():
                started = time.perf_counter()
                ask()
                found.setdefault(name, []).append(time.perf_counter() - started)
    return found


def main() -> int:
    """Build, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "made.comity"
        took = build(path, given.claims, given.seed)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = path.stat().st_size / 1e6
        told = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in took.items())
        print(f"{given.claims:,} claims: {told}, peak memory {peak:.0f} MB, file {size:.0f} MB", flush=True)
        for name, seconds in timed(path, given.questions, given.seed).items():
            ordered = sorted(seconds)
            late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
            print(f"{name}: median {statistics.median(ordered) * 1000:.0f} ms, 99th percentile {late * 1000:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
