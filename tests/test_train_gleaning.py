"""The script that learns what the second reading goes by: what counts as right, and that it writes what the package reads."""

from __future__ import annotations

import importlib.util
import json
import math
import shutil
from pathlib import Path

import pytest

from comity.coding.odds import COUNTS, read_odds
from comity.model import Claim, Span
from comity.pipeline import pipeline

ROOT = Path(__file__).parents[1]
CODED = ROOT / "training" / "documents"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("train_gleaning", ROOT / "scripts" / "train_gleaning.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(kind="event", **fields):
    return Claim("a", kind, fields, "", "asserted", Span(0, 9), "event/visit:1~")


AID = {"kind": "event", "type": "AID", "source": ["PER"], "target": ["KEN"]}


def test_a_claim_is_right_with_its_type_and_all_its_sides(script):
    rules = pipeline().rules
    right = made(type="AID", source=("PER",), target=("KEN",))
    assert script.agrees(AID, right, rules)
    assert script.agrees({**AID, "type": "SUPPORT", "type_alt": ["AID"]}, right, rules)
    for wrong in ({"type": "SUPPORT"}, {"source": ["KEN"], "target": ["PER"]}, {"target": []}, {"source": ["PER", "CHL"]}):
        assert not script.agrees({**AID, **wrong}, right, rules)


def test_the_sides_of_what_both_do_may_be_changed(script):
    talks = made(type="CONSULT", source=("KEN",), target=("PER",))
    assert script.agrees({**AID, "type": "CONSULT"}, talks, pipeline().rules)


def test_a_number_is_right_by_its_value_and_measure(script):
    figure = {"kind": "figure", "measure": "loan", "value": 30_000_000}
    loan = {"measure": "loan", "value": 30_100_000.0, "unit": "USD", "from": (), "to": (), "bound": "exact"}
    assert script.agrees(figure, made("figure", **loan), pipeline().rules)
    assert not script.agrees({**figure, "value": 20_000_000}, made("figure", **loan), pipeline().rules)
    assert not script.agrees({**figure, "measure": "aid"}, made("figure", **loan), pipeline().rules)


def test_the_weights_tell_right_from_wrong(script):
    rows = [({"bias": 1.0, "good": float(number % 3 > 0)}, number % 3 > 0) for number in range(300)]
    weights = script.fit(rows)
    assert weights["good"] > 3
    assert 1 / (1 + math.exp(-weights["bias"])) < 0.2


def test_what_is_learned_is_what_the_package_reads(script, tmp_path, monkeypatch):
    coded = tmp_path / "coded"
    coded.mkdir()
    names = sorted(path.name.removesuffix(".claims.jsonl") for path in CODED.glob("*.claims.jsonl"))[:3]
    for name in names:
        for ending in (".txt", ".claims.jsonl"):
            shutil.copy(CODED / f"{name}{ending}", coded)
    weights = tmp_path / "en.yaml"
    weights.write_text("limit: 0.5\nweights: {}\n")
    monkeypatch.setattr(script, "WEIGHTS", weights)
    monkeypatch.setattr(script, "counter_examples", lambda pipe, odds: iter(()))
    rows = script.learn(pipeline(), [str(coded)], 0.6)
    learned = read_odds(weights, COUNTS)
    assert learned.limit == 0.6
    assert len(rows) > 20
    assert learned.weights.keys() == {name for signs, _ in rows for name in signs}


def test_every_coded_document_is_there_with_its_claims():
    claims = {path.name.removesuffix(".claims.jsonl") for path in CODED.glob("*.claims.jsonl")}
    assert claims == {path.stem for path in CODED.glob("*.txt")}
    assert len(claims) == 132
    for name in claims:
        text = (CODED / f"{name}.txt").read_text(encoding="utf-8")
        for line in (CODED / f"{name}.claims.jsonl").read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["quote"] in text
