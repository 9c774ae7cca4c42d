"""The gate of accuracy, on a tiny reference folder of its own: a fall is named, a gain passes, a changed gold stops it."""

from __future__ import annotations

import json

import gate
import pytest

NOTE = "Malta and Togo\n\nMalta and Togo established diplomatic relations in 1975. Togo closed its embassy in Valletta in 1981.\n"
STATUS = {
    "doc": "note",
    "kind": "status",
    "quote": "Malta and Togo established diplomatic relations in 1975.",
    "a": "MLT",
    "b": "TGO",
}
UNSEEN = {
    "doc": "note",
    "kind": "mission",
    "quote": "Malta and Togo",
    "sender": "TGO",
    "host": "MLT",
    "person": "not to be shown",
}
SPARED = {**STATUS, "kind": "event", "optional": True}

CHECK = """\
import sys
from pathlib import Path
faults = Path(__file__).with_name("faults.txt")
print(faults.read_text() if faults.exists() else "", end="")
sys.exit(faults.exists())
"""
SCORE = """\
import argparse, json
from pathlib import Path
parser = argparse.ArgumentParser()
parser.add_argument("predicted", type=Path)
for name in ("--gold", "--docs", "--texts", "--json", "--errors"):
    parser.add_argument(name, type=Path)
given = parser.parse_args()
gold = [json.loads(line) for path in sorted(given.gold.glob("*.claims.jsonl")) for line in path.open() if line.strip()]
coded = {(claim["kind"], claim["quote"]) for claim in map(json.loads, given.predicted.open())}
gold = [claim for claim in gold if not claim.get("optional")]
missed = [claim for claim in gold if (claim["kind"], claim["quote"]) not in coded]
row = {"gold": len(gold), "f1": 1 - len(missed) / len(gold), "precision": 0.5, "slots": 0.75}
figures = {"kinds": {"status": row, "post": {**row, "gold": 0}}, "formal": row, "all": row, "mean": {"f1": row["f1"]}}
given.json.write_text(json.dumps(figures))
print("all is told\\n\\nmissed: some")
for claim in missed:
    print("  " + json.dumps(claim))
print("\\nfalse: none\\n  {}")
"""


@pytest.fixture
def reference(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "PINNED", tmp_path / "accuracy.json")
    monkeypatch.delenv("COMITY_REFERENCE", raising=False)
    folder = tmp_path / "reference"
    for corpus, gold in (("laos", folder / "gold"), ("varied", folder / "gold" / "varied")):
        documents = folder / "corpus" / corpus
        documents.mkdir(parents=True)
        (documents / "note.txt").write_text(NOTE, encoding="utf-8")
        gold.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(claim) + "\n" for claim in (STATUS, UNSEEN, SPARED))
        (gold / "note.claims.jsonl").write_text(lines, encoding="utf-8")
    (folder / "gold" / "check.py").write_text(CHECK, encoding="utf-8")
    (folder / "gold" / "score.py").write_text(SCORE, encoding="utf-8")
    return folder


def pinned():
    return json.loads(gate.PINNED.read_text(encoding="utf-8"))


def change_pinned(corpus, **changes):
    told = pinned()
    told[corpus] |= changes
    gate.PINNED.write_text(json.dumps(told), encoding="utf-8")


def run(reference, *args):
    return gate.main(["--reference", str(reference), *args])


def test_before_anything_is_pinned_the_gate_is_shut_and_says_what_to_do(reference, capsys):
    assert run(reference) == 1
    assert "laos: nothing is pinned yet: run `gate.py --pin`" in capsys.readouterr().err


def test_what_is_pinned_opens_the_gate_again(reference, capsys):
    assert run(reference, "--pin") == 0
    assert run(reference) == 0
    assert "the gate is open" in capsys.readouterr().out
    assert pinned()["laos"]["floors"]["status"] == {"f1": 0.5, "precision": 0.5, "slots": 0.75}
    assert "post" not in pinned()["laos"]["floors"]


def test_no_word_of_the_reference_is_written_down_or_printed(reference, capsys):
    run(reference, "--pin")
    change_pinned("laos", found=[])
    run(reference)
    told = capsys.readouterr()
    for words in (STATUS["quote"], UNSEEN["quote"], UNSEEN["person"]):
        assert words not in gate.PINNED.read_text(encoding="utf-8") + told.out + told.err


def test_a_fall_is_named_and_shuts_the_gate(reference, capsys):
    run(reference, "--pin")
    floors = pinned()["varied"]["floors"]
    change_pinned("varied", floors={**floors, "status": {"f1": 0.6}})
    assert run(reference) == 1
    told = capsys.readouterr()
    assert "varied: status: f1 0.500, pinned 0.600" in told.err
    assert "laos: status" not in told.err
    assert "the gate is shut" in told.out


def test_a_fall_within_the_noise_passes(reference):
    run(reference, "--pin")
    change_pinned("laos", floors={"status": {"f1": 0.5 + gate.NOISE / 2}})
    assert run(reference) == 0


def test_a_gain_passes_and_the_claim_won_is_shown(reference, capsys):
    run(reference, "--pin")
    change_pinned("laos", floors={"status": {"f1": 0.1}}, found=[])
    assert run(reference) == 0
    assert "+ note 16-72 status a=MLT b=TGO" in capsys.readouterr().out


def test_a_claim_lost_is_shown_by_its_place_and_codes(reference, capsys):
    run(reference, "--pin")
    corpus = gate.corpora(reference)[0]
    change_pinned("laos", found=[*pinned()["laos"]["found"], gate.name_of(UNSEEN, corpus)])
    run(reference)
    assert "- note 0-14 mission sender=TGO host=MLT" in capsys.readouterr().out


def test_an_optional_claim_is_neither_won_nor_lost(reference):
    run(reference, "--pin")
    assert pinned()["laos"]["found"] == [gate.name_of(STATUS, gate.corpora(reference)[0])]


@pytest.mark.parametrize("changed", ["gold/note.claims.jsonl", "corpus/laos/note.txt", "gold/score.py"])
def test_a_changed_reference_stops_the_gate(reference, capsys, changed):
    run(reference, "--pin")
    with (reference / changed).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert run(reference) == 1
    assert "laos: the reference changed: read the new scores, then run `gate.py --pin`" in capsys.readouterr().err


def test_a_fault_that_the_check_finds_shuts_the_gate_and_is_not_pinned(reference, capsys):
    run(reference, "--pin")
    (reference / "gold" / "faults.txt").write_text("claims.jsonl:1: wrong\n", encoding="utf-8")
    assert run(reference) == 1
    assert run(reference, "--pin") == 1
    assert "laos: check.py: claims.jsonl:1: wrong" in capsys.readouterr().err


def test_pinning_refuses_to_lower_a_floor_and_names_it(reference, capsys):
    run(reference, "--pin")
    change_pinned("laos", floors={"all": {"f1": 0.9}})
    before = pinned()
    assert run(reference, "--pin") == 1
    assert "laos: all: f1 0.500, pinned 0.900" in capsys.readouterr().err
    assert pinned() == before
    assert run(reference, "--pin", "--lower") == 0
    assert pinned()["laos"]["floors"]["all"]["f1"] == 0.5


def test_without_the_folder_it_says_loudly_that_it_did_not_run(reference, capsys, monkeypatch):
    assert gate.main([]) == 0
    assert "THE ACCURACY GATE DID NOT RUN" in capsys.readouterr().err
    monkeypatch.setenv("COMITY_REFERENCE", str(reference / "nowhere"))
    assert gate.main([]) == 0
    assert "nowhere/gold" in capsys.readouterr().err


def test_the_folder_may_be_named_by_the_environment(reference, capsys, monkeypatch):
    monkeypatch.setenv("COMITY_REFERENCE", str(reference))
    assert gate.main(["--pin"]) == 0
    assert "pinned" in capsys.readouterr().out


def test_a_program_that_fails_ends_the_gate(reference):
    (reference / "gold" / "score.py").write_text("raise SystemExit('no such folder')", encoding="utf-8")
    with pytest.raises(SystemExit, match="no such folder"):
        run(reference)
