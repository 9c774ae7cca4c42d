"""How fast the pages are, how heavy, and what becomes of them while fifty read and one judges.

    python benchmarks/pages.py [REC] [--readers 50] [--seconds 8] [--json]

Without REC the record of the examples. A copy of the record is served on this machine alone; reading and judging are bounded
in number and time. Times to the first byte hang on the machine; weights, and the share of it that an answer takes which is known
already, do not, and are held to limits: exit status 1 where one is broken.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import comity
from comity.presenting.demo import sources
from comity.querying import Record
from comity.recording import counts

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from browsing import Served, served

# The most that a page may weigh on its way, packed, in thousands of bytes, whatever the record.
HEAVIEST = 200.0
# Of the time of all pages, what the answers may take that they are as they were; those of the examples take some milliseconds.
KNOWN = 0.6
ALONE = 25
MOST_REQUESTS = 4000
_JUDGED = 30


@dataclass(frozen=True)
class Got:
    """One answer: seconds to its first byte, its weight as sent and as read, its mark."""

    seconds: float
    packed: int
    status: int
    etag: str


@dataclass
class Measured:
    """What was measured of one sort of page."""

    times: list[float] = field(default_factory=list)
    packed: int = 0
    wrong: int = 0

    def take(self, got: Got) -> None:
        """Add an answer."""
        self.times.append(got.seconds)
        self.packed = max(self.packed, got.packed)
        self.wrong += got.status not in (200, 304)

    def told(self) -> dict[str, float]:
        """Its figures: milliseconds and thousands of bytes."""
        ordered = sorted(self.times)
        last = ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
        return {
            "requests": len(ordered), "median_ms": round(statistics.median(ordered) * 1000, 1), "p99_ms": round(last * 1000, 1),
            "kB": round(self.packed / 1000, 1), "wrong": self.wrong,
        }  # fmt: skip


class Client:
    """A reader with one connection."""

    def __init__(self, site: Served) -> None:
        host = site.address.removeprefix("http://")
        self._site, self._line = site, http.client.HTTPConnection(host, timeout=60)

    def get(self, place: str, etag: str = "") -> Got:
        """Ask for a page, and read it to its end."""
        headers = {"Authorization": f"Bearer {self._site.token}", "Accept-Encoding": "gzip"} | (
            {"If-None-Match": etag} if etag else {}
        )
        began = time.perf_counter()
        self._line.request("GET", place, headers=headers)
        answer = self._line.getresponse()
        body = answer.read(1)
        seconds = time.perf_counter() - began
        return Got(seconds, len(body) + len(answer.read()), answer.status, answer.headers.get("ETag", ""))

    def post(self, place: str, told: dict[str, object]) -> tuple[float, int]:
        """Send a judgement; seconds and status."""
        headers = {"Authorization": f"Bearer {self._site.token}", "Content-Type": "application/json"}
        began = time.perf_counter()
        self._line.request("POST", place, json.dumps(told), headers)
        answer = self._line.getresponse()
        answer.read()
        return time.perf_counter() - began, answer.status


def pages_of(record: Path) -> dict[str, str]:
    """The pages that are asked for, each with a place for a day: of the pair and the state of which most is told."""
    with Record(record) as opened:
        several = counts.pairs(opened.store, most=4)
    a, b, _ = several[0]
    pairs = "&".join(f"pairs={one}:{other}" for one, other, _ in several)
    return {
        "pair": f"/pair/{a}/{b}?on={{day}}", "map": f"/map/{a}?on={{day}}", "network of one": f"/network?states={a}&on={{day}}",
        **({"comparison": f"/compare?{pairs}&on={{day}}"} if len(several) > 1 else {}),
        "figures": f"/figures?a={a}", "sources": "/sources", "home": "/",
    }  # fmt: skip


def days(chance: random.Random) -> Iterator[str]:
    """Days without end, none twice in a short while, so that nothing is known already."""
    while True:
        yield f"{chance.randint(1946, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def alone(site: Served, pages: dict[str, str]) -> dict[str, dict[str, float]]:
    """Each page asked by one reader: for ever other days, then for the same day again, then known already."""
    client, day = Client(site), days(random.Random(7))
    found: dict[str, dict[str, float]] = {}
    for name, place in pages.items():
        first, again, known = Measured(), Measured(), Measured()
        for _ in range(ALONE):
            first.take(client.get(place.format(day=next(day))))
        same = place.format(day="1980-01-01")
        etag = client.get(same).etag
        for _ in range(ALONE):
            again.take(client.get(same))
            known.take(client.get(same, etag))
        found |= {name: first.told(), f"{name}, again": again.told(), f"{name}, known already": known.told()}
    return found


@contextmanager
def judging(site: Served, claims: Sequence[str], over: threading.Event) -> Iterator[list[tuple[float, int]]]:
    """Somebody accepts claims within, some a second, until the end or until enough."""
    done: list[tuple[float, int]] = []

    def judge() -> None:
        client = Client(site)
        for claim in claims[:_JUDGED]:
            if over.wait(0.2):
                return
            done.append(
                client.post("/api/judge", {"claims": [claim], "verdict": "accept", "by": "Benchmark", "why": "a measurement"})
            )

    thread = threading.Thread(target=judge, daemon=True)
    thread.start()
    yield done
    over.set()
    thread.join(60)


def together(
    site: Served, pages: dict[str, str], readers: int, seconds: float, claims: Sequence[str]
) -> dict[str, dict[str, float]]:
    """The same pages asked by many at once, each over and over for some seconds, while one judges."""
    found, lock, over = {name: Measured() for name in pages}, threading.Lock(), threading.Event()
    until, left = time.perf_counter() + seconds, iter(range(MOST_REQUESTS))

    def read(number: int) -> None:
        client, chance = Client(site), random.Random(number)
        day = days(chance)
        while time.perf_counter() < until and next(left, None) is not None:
            name = chance.choice(list(pages))
            got = client.get(pages[name].format(day=next(day)))
            with lock:
                found[name].take(got)

    with judging(site, claims, over) as judged:
        threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    told = {name: one.told() for name, one in found.items() if one.times}
    times = Measured([one for one, _ in judged], wrong=sum(status != 201 for _, status in judged))
    return told | ({"judgement": times.told()} if judged else {})


def broken(told: dict[str, dict[str, float]]) -> list[str]:
    """The limits that do not hold."""
    heavy = [f"{name} weighs {one['kB']} kB" for name, one in told.items() if one["kB"] > HEAVIEST]
    asked = [name for name in told if f"{name}, again" in told]
    known, made = (sum(told[name + end]["median_ms"] for name in asked) for end in (", known already", ""))
    slow = (
        [f"to say of all pages that they are as they were takes {known / made:.2f} of their time"] if known > KNOWN * made else []
    )
    return heavy + slow + [f"{name}: {one['wrong']} wrong answers" for name, one in told.items() if one["wrong"]]


def show(title: str, told: dict[str, dict[str, float]]) -> None:
    """The figures as a table."""
    print(f"\n{title}\n{'':28}{'requests':>9}{'median ms':>11}{'p99 ms':>9}{'kB':>8}{'wrong':>7}")
    for name, one in told.items():
        print(f"{name:28}{one['requests']:9}{one['median_ms']:11}{one['p99_ms']:9}{one['kB']:8}{one['wrong']:7}")


def main() -> int:
    """Measure, print, and compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", nargs="?", type=Path, metavar="REC")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "pages.comity"
        if given.record:
            shutil.copy(given.record, copy)
        else:
            comity.build(sources(), copy)
        pages = pages_of(copy)
        with Record(copy) as opened:
            claims = [one.id for one in opened.store.claims(doc=opened.store.documents()[0].id)]
        with served(copy) as site:
            one = alone(site, pages)
            many = together(site, pages, given.readers, given.seconds, claims)
    if given.json:
        print(json.dumps({"alone": one, "together": many}, indent=1))
    else:
        show("One reader", one)
        show(f"{given.readers} readers while one judges", many)
    faults = [*broken(one), *(f"together, {name}: {told['wrong']} wrong answers" for name, told in many.items() if told["wrong"])]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
