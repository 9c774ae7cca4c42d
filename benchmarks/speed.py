"""How fast documents are read, coded and recorded, and which stage takes how much of the time.

    python benchmarks/speed.py [SOURCE ...] [--seconds N] [--json]

Without SOURCE the example documents are coded, again and again for the seconds given. The shares of the stages are ratios
within one run, so that they can be compared between machines; documents and megabytes a second cannot.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from comity.coding.coder import Coder
from comity.errors import DocumentError
from comity.pipeline import Pipeline, run_of
from comity.presenting.demo import sources
from comity.reading import Found, find, load
from comity.recording.store import Store
from comity.recording.writer import Writer
from comity.registry import Folders

STAGES = ("read", "annotate", "parse", "code", "resolve", "record")
SHORT = 5.0
"""Seconds of a short run: enough for some hundred documents, so that the shares are steady to a few hundredths."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Speed:
    """What one run measured."""

    documents: int
    megabytes: float
    claims: int
    seconds: float
    documents_a_second: float
    megabytes_a_second: float
    shares: dict[str, float]
    """Of the whole time, what each stage took."""
    start: float
    """Seconds until the first document can be read: kinds, rules, actors and words loaded and compiled."""


class Clock:
    """Adds up what each stage takes."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.counts: Counter[str] = Counter()

    def time(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do a piece of work, and add its time to a stage."""
        began = time.perf_counter()
        result = work()
        self.spent[stage] += time.perf_counter() - began
        return result


def measure(paths: Sequence[Path], seconds: float) -> Speed:
    """Code all documents, again and again until the time is over, but each at least once."""
    began = time.perf_counter()
    pipe = Pipeline()
    start = time.perf_counter() - began
    found, clock = list(find(paths)), Clock()
    coder = Coder(pipe.rules, pipe.gazetteer, lambda *given: clock.time("parse", lambda: pipe.trees(*given)))
    until = time.perf_counter() + seconds
    while True:
        _one_pass(found, (pipe, coder), clock)
        if time.perf_counter() >= until:
            break
    return _speed(clock, start)


def _one_pass(found: Sequence[Found], stages: tuple[Pipeline, Coder], clock: Clock) -> None:
    """Every document into a new record."""
    with tempfile.TemporaryDirectory(prefix="comity-speed-") as folder, _writer(Path(folder), stages[0]) as writer:
        for one in found:
            _document(one, stages, writer, clock)
        clock.time("record", writer.finish)


def _writer(folder: Path, pipe: Pipeline) -> AbstractContextManager[Writer]:
    return Store.writer(folder / "speed.comity", run_of(Folders()), pipe.rules.kinds)


def _document(found: Found, stages: tuple[Pipeline, Coder], writer: Writer, clock: Clock) -> None:
    pipe, coder = stages
    try:
        document = clock.time("read", lambda: load(found))
    except DocumentError:
        return
    annotated = clock.time("annotate", lambda: pipe.annotate(document))
    drafts = clock.time("code", lambda: list(coder.code(annotated)))
    claims = clock.time("resolve", lambda: pipe.resolver(annotated).settle(drafts))
    sentences = [mention.span for mention in annotated.all("sentence")]
    clock.time("record", lambda: writer.put(document, claims, sentences))
    clock.counts.update(documents=1, bytes=len(document.text.encode()), claims=len(claims))


def _speed(clock: Clock, start: float) -> Speed:
    clock.spent["code"] -= clock.spent["parse"]  # the coder asks for the trees
    whole = sum(clock.spent.values())
    documents, megabytes = clock.counts["documents"], clock.counts["bytes"] / 1e6
    shares = {stage: round(clock.spent[stage] / whole, 3) for stage in STAGES}
    return Speed(
        documents, round(megabytes, 3), clock.counts["claims"], round(whole, 3), round(documents / whole, 1),
        round(megabytes / whole, 3), shares, round(start, 3),
    )  # fmt: skip


def main() -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="How fast documents are read, coded and recorded.")
    parser.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="files and folders (default: the examples)")
    parser.add_argument("--seconds", type=float, default=SHORT, help=f"how long to go on (default: {SHORT:g})")
    parser.add_argument("--json", action="store_true", help="write the figures as JSON")
    given = parser.parse_args()
    speed = measure(given.sources or sources(), given.seconds)
    if given.json:
        print(json.dumps(asdict(speed), indent=1))
        return 0
    print(f"{speed.documents:,} documents, {speed.megabytes:.2f} MB, {speed.claims:,} claims in {speed.seconds:.1f} s")
    print(f"{speed.start:.2f} s before the first")
    print(f"{speed.documents_a_second:,.1f} documents a second, {speed.megabytes_a_second:.2f} MB a second")
    for stage, share in speed.shares.items():
        print(f"{stage:<9}{share:>7.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
