"""What the model of the second reading learns from: sentences with those named in them, who they are, and what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gleaning_training.sentences import SIDES, examples, is_of, read, sides
from gleaning_training.weights import agrees, fit, rows

from comity.model import Claim, Span
from comity.pipeline import Pipeline
from comity.sensing import sensor, told

ROOT = Path(__file__).parents[1]
CODED = ROOT / "training" / "documents"
SAY = "In 1962 Peru gave Kenya 300 tons of wheat."
AID = {"kind": "event", "quote": SAY, "type": "AID", "source": ["PER"], "target": ["KEN"]}


@pytest.fixture(scope="module")
def pipe():
    return Pipeline(gleaning=1)


def test_a_sentence_has_those_who_are_named_and_its_claims(pipe, tmp_path):
    text = f"Peru and Kenya\n\nThey had met.\n\n{SAY} The two states smiled."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.claims.jsonl").write_text(json.dumps({"doc": "a", **AID}) + "\n", encoding="utf-8")
    sentences = {one.text: one for one in read(pipe, tmp_path, tmp_path)}
    gift, smile = sentences[SAY], sentences["The two states smiled."]
    assert [(SAY[one.at : one.at + 4], set(one.codes)) for one in gift.named] == [
        ("Peru", {"PER"}),
        ("Keny", {"KEN"}),
        ("300 ", {"=300"}),
    ]
    assert gift.before == "Peru and Kenya |  | They had met."
    assert [claim["type"] for claim in gift.claims] == ["AID"]
    assert [set(one.codes) for one in smile.named] == [{"PER", "KEN"}]
    assert smile.claims == ()


def test_only_the_part_that_was_coded_teaches(pipe, tmp_path):
    sources, coded = tmp_path / "all", tmp_path / "coded"
    sources.mkdir()
    coded.mkdir()
    (sources / "a.txt").write_text(f"{SAY}\n\nKenya thanked Peru.", encoding="utf-8")
    (coded / "a.txt").write_text("Kenya thanked Peru.", encoding="utf-8")
    (coded / "a.claims.jsonl").write_text("", encoding="utf-8")
    assert [one.text for one in read(pipe, coded, sources)] == ["Kenya thanked Peru."]


def test_rules_teach_by_what_they_must_and_must_not_code(pipe):
    told = list(examples(pipe))
    must, must_not = [one for one in told if one.claims], [one for one in told if not one.claims]
    assert len(must) > 2000
    assert len(must_not) > 400
    assert any(one.left_open for one in must_not), "what other rules code in such a sentence is neither right nor wrong"
    gift = next(one for one in must if any(claim.get("type") == "AID" for claim in one.claims))
    assert "event AID" in gift.left_open


def test_who_acts_together_stands_on_both_sides(pipe):
    kinds = pipe.rules.kinds
    assert sides(AID, kinds["event"]) == ({"PER"}, {"KEN"})
    both = {"PER", "KEN"}
    assert sides({**AID, "type": "CONSULT"}, kinds["event"]) == (both, both)
    assert sides({**AID, "type": "ASSAULT", "mutual": True}, kinds["event"]) == (both, both)
    assert sides({"kind": "figure", "value": 30.0, "from": ["PER"], "to": []}, kinds["figure"]) == ({"PER", "=30"}, set())
    assert sides({"kind": "event", "type": "AID", "source": ["PER"]}, kinds["event"]) == (set(), set()), "one side is not told"
    for kind, names in SIDES.items():
        assert set(names) <= kinds[kind].fields.keys()


def test_a_quote_is_of_the_sentence_that_it_nearly_is():
    assert is_of(SAY, SAY)
    assert is_of(SAY[8:], SAY)
    assert not is_of("Peru", SAY)
    assert not is_of("Kenya thanked Peru.", SAY)


def made(**fields):
    return Claim("a", "event", fields, "", "asserted", Span(0, 9), "event/gleaned:AID")


def test_a_claim_is_right_with_its_type_and_all_its_sides(pipe):
    right = made(type="AID", source=("PER",), target=("KEN",))
    assert agrees(AID, right, pipe.rules)
    assert agrees({**AID, "type": "SUPPORT", "type_alt": ["AID"]}, right, pipe.rules)
    for wrong in ({"type": "SUPPORT"}, {"source": ["KEN"], "target": ["PER"]}, {"target": []}, {"source": ["PER", "CHL"]}):
        assert not agrees({**AID, **wrong}, right, pipe.rules)
    assert agrees({**AID, "type": "CONSULT"}, made(type="CONSULT", source=("KEN",), target=("PER",)), pipe.rules)


def test_the_weights_tell_right_from_wrong():
    weights = fit([({"bias": 1.0, "good": float(number % 3 > 0)}, number % 3 > 0) for number in range(300)])
    assert weights["good"] > 3
    assert weights["bias"] < 0


def test_what_is_weighed_is_what_the_package_weighs(pipe, tmp_path):
    for path in sorted(CODED.glob("*-*"))[:8]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = list(rows(pipe, sensor(), tmp_path))
    assert len(found) > 10
    for signs, _ in found:
        assert signs.keys() == told().weights["event"].keys()


def test_every_coded_document_is_there_with_its_claims():
    folder = CODED
    claims = {path.name.removesuffix(".claims.jsonl") for path in CODED.glob("*.claims.jsonl")}
    assert claims == {path.stem for path in CODED.glob("*.txt")}
    assert len(claims) > 400, folder
    for name in claims:
        text = (CODED / f"{name}.txt").read_text(encoding="utf-8")
        for line in (CODED / f"{name}.claims.jsonl").read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["quote"] in text
