"""The gate of accuracy: codes the reference documents, scores the claims, and fails where quality fell.

    python scripts/gate.py [--reference DIR]       compare with the pinned floors; exit status 1 where one fell
    python scripts/gate.py --pin [--lower]         pin what is measured now; --lower lets floors fall

The reference folder (or COMITY_REFERENCE) holds documents, claims that readers found in them, and the programs that check
and score. It is no part of the project, and nothing that its texts say is written down here: what was found is kept as
digests.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity import build
from comity.presenting.export import export
from comity.recording.store import Store

PINNED = Path(__file__).resolve().parents[1] / "benchmarks" / "accuracy.json"
SUFFIX = ".claims.jsonl"
MEASURES = ("f1", "precision", "slots")
POOLED = ("formal", "all", "mean")
# Coding is deterministic, and floors are kept to three decimals: what is more than rounding is a change.
NOISE = 0.001
WORDS = ("quote", "title", "subject", "place", "person", "anchor", "optional", "doc", "kind", "start", "end")
"""Fields of a reference claim that are not shown: words of the text, and what stands in the line anyway."""
FAULTS_SHOWN = 20

Claim = dict[str, Any]
Floors = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Corpus:
    """Documents and the claims that readers found in them."""

    name: str
    documents: Path
    gold: Path
    programs: Path

    def digest(self) -> str:
        """Of all that the scores depend on besides Comity: documents, reference claims, and the programs."""
        files = [*self.documents.iterdir(), *self.gold.glob("*.json*"), *self.programs.glob("*.py"), *self.programs.glob("*.tsv")]
        digest = hashlib.sha256()
        for path in sorted(path for path in files if path.is_file()):
            digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Result:
    """What was measured on one corpus."""

    digest: str
    floors: Floors
    found: Mapping[str, Claim]
    """The reference claims that were found, by name."""
    names: Mapping[str, Claim]
    """All reference claims, by name."""
    faults: tuple[str, ...] = ()


def corpora(reference: Path) -> list[Corpus]:
    """The corpora of the reference folder."""
    gold = reference / "gold"
    return [
        Corpus("laos", reference / "corpus" / "laos", gold, gold),
        Corpus("varied", reference / "corpus" / "varied", gold / "varied", gold),
    ]


def measure(corpus: Corpus) -> Result:
    """Code a corpus, and have the claims checked and scored."""
    with tempfile.TemporaryDirectory(prefix="comity-gate-") as name:
        folder = Path(name)
        build([corpus.documents], folder / "gate.comity")
        with Store.open(folder / "gate.comity") as store:
            export(store, "claims", folder / "claims.jsonl")
            export(store, "texts", folder / "texts")
        texts = ["--docs", corpus.documents, "--texts", folder / "texts"]
        checked = run(corpus.programs / "check.py", folder / "claims.jsonl", *texts)
        scored = run(
            corpus.programs / "score.py", folder / "claims.jsonl", "--gold", corpus.gold, *texts,
            "--json", folder / "scores.json", "--errors", "1000000",
        )  # fmt: skip
        if scored.returncode:
            sys.exit(f"{corpus.name}: score.py failed: {scored.stderr.strip()}")
        print(scored.stderr, end="", file=sys.stderr)
        scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    names = reference_claims(corpus)
    lost = {name_of(claim, corpus) for claim in missed(scored.stdout)}
    found = {name: claim for name, claim in names.items() if name not in lost and not claim.get("optional")}
    faults = tuple(checked.stdout.splitlines()) or ((checked.stderr.strip(),) if checked.returncode else ())
    return Result(corpus.digest(), floors_of(scores), found, names, faults)


def run(program: Path, *given: object) -> subprocess.CompletedProcess[str]:
    """One of the reference folder's programs."""
    command = [sys.executable, "-B", str(program), *map(str, given)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)


def floors_of(scores: Mapping[str, Any]) -> Floors:
    """The figures that are pinned: of each kind that the corpus has, and pooled."""
    rows = {kind: row for kind, row in scores["kinds"].items() if row["gold"]} | {name: scores[name] for name in POOLED}
    return {name: {figure: round(row[figure], 3) for figure in MEASURES if figure in row} for name, row in rows.items()}


def reference_claims(corpus: Corpus) -> dict[str, Claim]:
    """The reference claims by name."""
    found = {}
    for path in sorted(corpus.gold.glob(f"*{SUFFIX}")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                claim = json.loads(line)
                found[name_of(claim, corpus)] = claim
    return found


def missed(report: str) -> Iterator[Claim]:
    """The claims that a report of score.py lists as missed."""
    lines = iter(report.split("\n"))
    for line in lines:
        if line.startswith("missed:"):
            break
    for line in lines:
        if line.startswith("false:"):
            return
        if line.strip():
            yield json.loads(line)


def name_of(claim: Claim, corpus: Corpus) -> str:
    """The name of a reference claim: a digest of its document, kind, place and fields, from which no word can be read."""
    told = {name: value for name, value in claim.items() if name not in ("quote", "start", "end")}
    packed = json.dumps([told, place_of(claim, corpus)], sort_keys=True)
    return hashlib.sha256(packed.encode()).hexdigest()[:16]


def place_of(claim: Claim, corpus: Corpus) -> tuple[int, int]:
    """Where the evidence of a reference claim stands, or first stands, in its document; (-1, -1) where it does not."""
    if claim.get("start") is not None:
        return claim["start"], claim["end"]
    path = corpus.documents / f"{claim['doc']}.txt"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    start = text.find(claim["quote"])
    return (start, start + len(claim["quote"])) if start >= 0 else (-1, -1)


def fallen(now: Floors, pinned: Floors) -> list[str]:
    """Each figure that lies below its floor, in words."""
    return [
        f"{name}: {figure} {now.get(name, {}).get(figure, 0.0):.3f}, pinned {floor:.3f}"
        for name, row in pinned.items()
        for figure, floor in row.items()
        if now.get(name, {}).get(figure, 0.0) < floor - NOISE
    ]


def judge(corpus: Corpus, result: Result, pinned: Mapping[str, Any]) -> list[str]:
    """Why the gate stays shut for a corpus; nothing where it opens."""
    why = [f"check.py: {fault}" for fault in result.faults[:FAULTS_SHOWN]]
    if len(result.faults) > FAULTS_SHOWN:
        why.append(f"check.py: and {len(result.faults) - FAULTS_SHOWN} more faults")
    if not pinned:
        return [*why, "nothing is pinned yet: run `gate.py --pin`"]
    if result.digest != pinned["digest"]:
        return [*why, "the reference changed: read the new scores, then run `gate.py --pin`"]
    fell = fallen(result.floors, pinned["floors"])
    return why + fell + (["mend it, or run `gate.py --pin --lower` and say why in CHANGES.md"] if fell else [])


def table(result: Result, pinned: Mapping[str, Any]) -> Iterator[str]:
    """What was measured, beside what was pinned."""
    floors = pinned.get("floors", {})
    yield f"{'':<14}" + "".join(f"{figure:>10}{'pinned':>8}" for figure in MEASURES)
    for name, row in result.floors.items():
        cells = [(row.get(figure), floors.get(name, {}).get(figure)) for figure in MEASURES]
        yield f"{name:<14}" + "".join(f"{_figure(now):>10}{_figure(floor):>8}" for now, floor in cells)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def difference(corpus: Corpus, result: Result, pinned: Sequence[str]) -> Iterator[str]:
    """The reference claims won (+) and lost (-) since the last pinning: document, place, kind and codes, never the words."""
    known = set(pinned)
    for sign, names in (("-", known - result.found.keys()), ("+", result.found.keys() - known)):
        for line in sorted(_told(result.names[name], corpus) for name in names if name in result.names):
            yield f"{sign} {line}"


def _told(claim: Claim, corpus: Corpus) -> str:
    start, end = place_of(claim, corpus)
    fields = " ".join(f"{name}={value}" for name, value in _shown(claim))
    return f"{claim['doc']} {start}-{end} {claim['kind']} {fields}"


def _shown(claim: Claim) -> Iterator[tuple[str, str]]:
    for name, value in claim.items():
        if name not in WORDS and value not in ("", [], None):
            yield name, ",".join(value) if isinstance(value, list) else str(value)


def pin(results: Mapping[str, Result], pinned: Mapping[str, Any], *, lower: bool) -> list[str]:
    """Write the floors; where one would fall and `lower` is not given, write nothing and say which."""
    fell = [
        f"{name}: {line}"
        for name, result in results.items()
        for line in fallen(result.floors, pinned.get(name, {}).get("floors", {}))
    ]
    if fell and not lower:
        return [*fell, "these floors would fall: mend it, or add --lower and say why in CHANGES.md"]
    told = {
        name: {"digest": result.digest, "floors": result.floors, "found": sorted(result.found)}
        for name, result in results.items()
    }
    PINNED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return []


def gate(reference: Path, *, pinning: bool, lower: bool) -> int:
    """Measure all corpora, print what was found, and judge or pin it; the exit status."""
    pinned = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.is_file() else {}
    results, why = {}, []
    for corpus in corpora(reference):
        result = results[corpus.name] = measure(corpus)
        before = pinned.get(corpus.name, {})
        changed = difference(corpus, result, before["found"]) if before else ()
        print("\n".join([f"== {corpus.name}", *table(result, before), *changed]))
        why += [f"{corpus.name}: {line}" for line in judge(corpus, result, before)]
    if pinning:
        faulty = [f"{name}: {fault}" for name, result in results.items() for fault in result.faults[:FAULTS_SHOWN]]
        why = faulty or pin(results, pinned, lower=lower)
    sys.stdout.flush()
    for line in why:
        print(line, file=sys.stderr)
    print("the gate is shut" if why else "pinned" if pinning else "the gate is open")
    return 1 if why else 0


def main(args: Sequence[str] | None = None) -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="Compare the accuracy of coding with its pinned floors.")
    parser.add_argument("--reference", type=Path, default=os.environ.get("COMITY_REFERENCE") or None, metavar="DIR")
    parser.add_argument("--pin", action="store_true", help="pin what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors fall")
    given = parser.parse_args(args)
    if given.reference is None or not (given.reference / "gold").is_dir():
        where = f"there is no {given.reference}/gold" if given.reference else "neither --reference nor COMITY_REFERENCE is given"
        print(f"THE ACCURACY GATE DID NOT RUN: {where}. Nothing is known of accuracy.", file=sys.stderr)
        return 0
    return gate(given.reference, pinning=given.pin, lower=given.lower)


if __name__ == "__main__":
    sys.exit(main())
