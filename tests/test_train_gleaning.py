"""What the model of the second reading learns from: sentences with those named in them, who they are, and what is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gleaning_training import standing
from gleaning_training.sentences import coded, examples, is_of, read, sides

from comity.arranging import BOTH, FIRST, OTHER, Arrangement
from comity.pipeline import Pipeline
from comity.sensing import sensor

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
    sentences = {one.text: one for one in read(pipe, coded(tmp_path))}
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
    sources, part = tmp_path / "all", tmp_path / "coded"
    sources.mkdir()
    part.mkdir()
    (sources / "a.txt").write_text(f"{SAY}\n\nKenya thanked Peru.", encoding="utf-8")
    (part / "a.txt").write_text("Kenya thanked Peru.", encoding="utf-8")
    (part / "a.claims.jsonl").write_text("", encoding="utf-8")
    assert [one.text for one in read(pipe, coded(part, sources))] == ["Kenya thanked Peru."]


def test_rules_teach_by_what_they_must_and_must_not_code(pipe):
    told = list(examples(pipe, [*pipe.rules.rules.values()][::6]))
    must, must_not = [one for one in told if one.claims], [one for one in told if not one.claims]
    assert len(must) > 300
    assert len(must_not) > 70
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
    parties = {"kind": "agreement", "change": "signed", "parties": ["PER", "KEN"]}
    assert sides(parties, kinds["agreement"]) == (both, both)
    member = {"kind": "membership", "change": "joined", "member": "PER", "organization": "UN"}
    assert sides(member, kinds["membership"]) == ({"PER"}, {"UN"})


def test_a_quote_is_of_the_sentence_that_it_nearly_is():
    assert is_of(SAY, SAY)
    assert is_of(SAY[8:], SAY)
    assert not is_of("Peru", SAY)
    assert not is_of("Kenya thanked Peru.", SAY)


@pytest.fixture(scope="module")
def asked(pipe, tmp_path_factory):
    """What may be gleaned from four coded documents."""
    folder = tmp_path_factory.mktemp("coded")
    for path in sorted(CODED.glob("*-*"))[:8]:
        (folder / path.name).write_bytes(path.read_bytes())
    return list(standing.asked(pipe, sensor(), coded(folder)))


def test_what_may_be_gleaned_is_asked_whether_or_not_rules_have_found_it(asked):
    assert len(asked) > 20
    assert {one.known for one in asked} == {False, True}
    assert {bool(one.claims) for one in asked} == {False, True}
    for one in asked:
        assert all(len(stands) == len(one.found) for stands in one.arrangements())


def arranged(one, stands):
    """An arrangement by where each stands."""
    first, other = (tuple(at for at, where in enumerate(stands) if where in (side, BOTH)) for side in (FIRST, OTHER))
    return Arrangement(first, () if one.even else other, 0.5, 1.0)


def test_a_claim_is_right_with_all_its_sides(asked):
    one = next(one for one in asked if len(one.claims) == 1 and not one.even and {FIRST, OTHER} <= set(*one.arrangements()))
    (right,) = one.arrangements()
    told = {code for side in sides(one.claims[0], one.kind) for code in side if not code.startswith("=")}
    assert one.is_right(arranged(one, right)) is (told <= {each.code for each in one.found})
    assert not one.is_right(arranged(one, [{FIRST: OTHER, OTHER: FIRST}.get(where, where) for where in right]))
    assert not one.is_right(arranged(one, [0] * len(right)))


def test_where_both_do_alike_all_stand_on_both(asked):
    for one in asked:
        assert {where for stands in one.arrangements() for where in stands} <= (
            {0, BOTH} if one.even else {0, FIRST, OTHER, BOTH}
        )


def test_what_is_weighed_is_seen_often_enough(asked):
    names = standing.vocabulary(asked)
    assert {"read as first", "own first", "rank 1", "how name"} <= set(names)
    assert all(sum(name in each.signs for one in asked for each in one.found) >= standing.SEEN for name in names)


def test_weights_are_learned_of_what_no_rule_has_found(asked):
    told = [(one, arranged(one, one.arrangements()[0] if one.arrangements() else [FIRST] * len(one.found))) for one in asked]
    assert standing.weigh(told).keys() == set(standing.WEIGHED)


def test_the_weights_tell_right_from_wrong():
    weights = standing.fit([({"bias": 1.0, "good": float(number % 3 > 0)}, number % 3 > 0) for number in range(300)])
    assert weights["good"] > 3
    assert weights["bias"] < 0


def test_what_is_weighed_is_what_the_package_weighs(asked):
    known = sensor().told.weights["event"].keys()
    told = [standing.sure_signs(one, arranged(one, [FIRST] * len(one.found))) for one in asked if one.draft.kind == "event"]
    assert {name for signs in told for name in signs if not name.startswith("value ")} <= known


def test_every_coded_document_is_there_with_its_claims():
    folder = CODED
    claims = {path.name.removesuffix(".claims.jsonl") for path in CODED.glob("*.claims.jsonl")}
    assert claims == {path.stem for path in CODED.glob("*.txt")}
    assert len(claims) > 400, folder
    for name in claims:
        text = (CODED / f"{name}.txt").read_text(encoding="utf-8")
        for line in (CODED / f"{name}.claims.jsonl").read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["quote"] in text
