"""Whether a build that is killed at any moment leaves a record that the next build finishes as if nothing had been.

    python benchmarks/kills.py [--kills 200] [--documents 60]

Each child reads documents that were coded beforehand and records them; it is killed (SIGKILL) after a random time, and the next
goes on with the same record. The finished record must export the very same claims as one that was never disturbed, and hold
every document once. The record is read while it is written, too: a reader must always see whole documents.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from comity import pipeline
from comity.presenting.export import export
from comity.reading import Found
from comity.recording._rows import digest
from comity.recording.store import Store

_TALK = ("Kenya and Peru established diplomatic relations in {year}.", "Kenya opened an embassy in Lima on 3 May {year}.")


def made(folder: Path, count: int) -> None:
    """Documents enough for a build to take a while."""
    for number in range(count):
        year = 1960 + number % 50
        lines = [line.format(year=year) for line in _TALK] + [f"In {year + 1} Peru sent {number} tonnes of maize to Kenya."]
        (folder / f"note-{number:04}.txt").write_text("\n\n".join(lines * 3) + "\n", encoding="utf-8")


def build(source: Path, out: Path, coded: dict[str, pipeline.Coded]) -> None:
    """What a child does: the real build, with documents that are coded already."""

    def each(work: pipeline.Work, items: Iterable[Found], jobs: int) -> Iterator[pipeline.Coded]:
        del jobs
        for item in items:
            one = coded[item.id]
            known = one.document is not None and work.known.get(one.document.id) == digest(one.document)
            yield pipeline.Coded(unchanged=True) if known else one

    pipeline.build([source], out, each=each)


def told(path: Path) -> tuple[str, int, list[tuple[object, ...]]]:
    """All that a record holds, but for the moments at which it was written."""
    with Store.open(path) as store:
        stream = StringIO()
        export(store, "claims", stream)
        entries = [(entry.id, tuple(claim.id for claim in entry.claims), entry.contradictions) for entry in store.entries()]
        return stream.getvalue(), len(store.documents()), sorted(entries, key=str)


def killed(source: Path, out: Path, coded: dict[str, pipeline.Coded], after: float) -> bool:
    """Let a child build for a while, then kill it; was it killed before it had done?"""
    child = multiprocessing.get_context("fork").Process(target=build, args=(source, out, coded))
    child.start()
    child.join(after)
    if child.is_alive() and child.pid:
        os.kill(child.pid, signal.SIGKILL)
    child.join()
    return child.exitcode == -signal.SIGKILL


def main() -> int:
    """Kill, finish, compare; 1 where the record is another."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--documents", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        source, whole, wounded = Path(folder) / "source", Path(folder) / "whole.comity", Path(folder) / "wounded.comity"
        source.mkdir()
        made(source, given.documents)
        coded = {
            item.id: pipeline.Work(pipeline.Options().folders, {})(item) for item in pipeline._found([source], pipeline.Options())
        }
        started = time.perf_counter()
        build(source, whole, coded)
        takes = time.perf_counter() - started
        kills = rounds = 0
        while kills < given.kills:
            kills += killed(source, wounded, coded, chance.uniform(0, takes))
            rounds += 1
            if chance.random() < 0.2:
                for part in ("", "-wal", "-shm", "-lock"):
                    wounded.with_name(wounded.name + part).unlink(missing_ok=True)
        build(source, wounded, coded)
        same = told(whole) == told(wounded)
        with Store.open(wounded) as store:
            same &= store.finished
    print(f"{kills} kills in {rounds} builds of {given.documents} documents: the record is {'the same' if same else 'another'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
