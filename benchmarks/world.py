"""Holds the record of the world's tables against an independent count of them.

    python benchmarks/world.py RECORD FOLDER [--codes codes.tsv] [--show N]

RECORD was built from FOLDER, the articles "Foreign relations of ..." as wikitext. `world_rows.py` beside this file finds
the dated rows of their tables in another way, from the raw wikitext. Told here: what share of its distinct rows (article,
state, date) the record has coded once with the right state and date, what the record has besides, and how many pairs of
states both articles date, and date against one another, by either way.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comity import edtf
from comity.gazetteer import Gazetteer, actors
from comity.model import Claim
from comity.recording.store import Store

sys.path.insert(0, str(Path(__file__).parent))
import world_rows

Key = tuple[str, str, str]
# How far the two ways may lie apart in the number of pairs and of contradictions.
APART = 0.02
PREFIX = "foreign-relations-of-"


@dataclass(frozen=True)
class Counts:
    """The distinct rows of the script, and the claims of the record that say the same."""

    wanted: dict[Key, str]
    coded: dict[Key, list[Claim]]

    @property
    def right(self) -> list[Key]:
        """Rows that are coded."""
        return [key for key in self.wanted if key in self.coded]

    @property
    def missed(self) -> list[Key]:
        """Rows that are not."""
        return [key for key in self.wanted if key not in self.coded]

    @property
    def besides(self) -> list[Key]:
        """What the record has from tables, and the script not."""
        return [key for key in self.coded if key not in self.wanted]


def key_of(article: str, pair: Iterable[str], when: str) -> Key:
    """An article, a pair in any order, a date."""
    return article, "-".join(sorted(pair)), when


def wanted_rows(rows: Iterable[world_rows.Row], gazetteer: Gazetteer) -> dict[Key, str]:
    """The script's rows of states, their codes as of their dates."""
    found: dict[Key, str] = {}
    for row in rows:
        if row.group == "state" and row.code and row.date:
            pair = (gazetteer.at(row.home, row.date), gazetteer.at(row.code, row.date))
            if pair[0] != pair[1]:
                found.setdefault(key_of(row.article, pair, row.date), f"{row.article}:{row.line} {row.partner} | {row.cell}")
    return found


def coded_rows(store: Store) -> dict[Key, list[Claim]]:
    """The record's claims from rows of tables."""
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in store.claims("status"):
        if claim.how == "table" and claim.when:
            pair = (str(claim.fields["a"]), str(claim.fields["b"]))
            found[key_of(claim.doc.removeprefix(PREFIX), pair, claim.when)].append(claim)
    return found


def rival_pairs(dated: dict[str, dict[str, str]]) -> tuple[int, int]:
    """How many pairs two articles date, and how many of these date them against one another."""
    both = [list(by_article.values()) for by_article in dated.values() if len(by_article) == 2]
    return len(both), sum(edtf.excludes(one, other) for one, other in both)


def first_dates(keys: Iterable[Key]) -> dict[str, dict[str, str]]:
    """For every pair, the first date that each article gives."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for article, pair, when in keys:
        found[pair].setdefault(article, when)
    return found


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Hold the record of the world's tables against an independent count.")
    parser.add_argument("record", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codes", type=Path)
    parser.add_argument("--floors", type=Path, help="figures that must hold, as JSON")
    parser.add_argument("--show", type=int, default=20)
    args = parser.parse_args()
    gazetteer = actors()
    with Store.open(args.record) as store:
        counts = Counts(wanted_rows(world_rows.read_folder(args.folder, args.codes)[0], gazetteer), coded_rows(store))
    share = len(counts.right) / max(len(counts.wanted), 1)
    figures = {"rows": len(counts.wanted), "coded": round(share, 4), "besides": len(counts.besides)}
    print(f"rows: {len(counts.wanted):,} distinct by the script, {len(counts.right):,} coded ({share:.2%})")
    print(f"coded besides: {len(counts.besides):,}")
    for way, keys in (("script", counts.wanted), ("record", counts.coded)):
        both, rival = rival_pairs(first_dates(keys))
        figures |= {f"pairs_by_{way}": both, f"rivals_by_{way}": rival}
        print(f"pairs dated by both articles, by the {way}: {both:,}, of these in contradiction: {rival:,}")
    for name, keys in (("missed", counts.missed), ("besides", counts.besides)):
        print(f"\n{name}, by article: {Counter(key[0] for key in keys).most_common(12)}")
        for key in keys[: args.show]:
            print(f"  {' '.join(key)} ({counts.wanted.get(key, '')})")
    return _held(figures, args.floors) if args.floors else 0


def _held(figures: dict[str, float], floors: Path) -> int:
    """Hold the figures against those that are pinned: no smaller share, not many more besides, and pairs within 2 %."""
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    faults = (
        [f"{figures['coded']:.2%} of the rows are coded, pinned {pinned['coded']:.2%}"]
        if figures["coded"] < pinned["coded"]
        else []
    )
    if figures["besides"] > pinned["besides"]:
        faults.append(f"{figures['besides']} rows are coded that the script has not, pinned {pinned['besides']}")
    for what in ("pairs", "rivals"):
        one, other = figures[f"{what}_by_script"], figures[f"{what}_by_record"]
        if abs(one - other) > APART * one:
            faults.append(f"{what}: {one} by the script, {other} by the record")
    for fault in faults:
        print(f"world: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
