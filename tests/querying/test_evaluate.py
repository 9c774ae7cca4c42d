"""A reader's own reference claims against a record: what is found, what is right, and what is wrong with the reference."""

from __future__ import annotations

import json

import pytest

from comity.errors import BadReference, NoReference

from .small import Telling, event, figure, mission, small_record

TOLD = {
    "a": [
        mission("opened", "1973"),
        event("CONSULT", "1980-05-03"),
        Telling("event", {"type": "AID", "source": ("KEN",), "target": ("PER",), "place": ""}, "", say="Kenya sent maize."),
        figure(4_900_000.0, "1999"),
    ]
}


@pytest.fixture
def record(tmp_path):
    return small_record(tmp_path, TOLD)


@pytest.fixture
def claims(record):
    store = record.store
    return {claim.fields.get("type", claim.kind): {**json_of(claim), "quote": store.quote(claim)} for claim in store.claims()}


def json_of(claim):
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in claim.fields.items()}
    return {"doc": claim.doc, "kind": claim.kind, **fields, "when": claim.when, "factuality": claim.factuality}


@pytest.fixture
def evaluate(record, tmp_path):
    def run(*lines, **asked):
        (tmp_path / "gold").mkdir(exist_ok=True)
        (tmp_path / "gold" / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
        return record.evaluate(gold=str(tmp_path / "gold"), **asked)

    return run


def figures(answer, kind="all"):
    return next(row for row in answer.data["kinds"] if row["kind"] == kind)


def test_a_record_is_right_by_its_own_claims(evaluate, claims):
    told = figures(evaluate(*claims.values()))
    assert (told["precision"], told["recall"], told["F1"], told["fields right"]) == (1, 1, 1, 1)


def test_what_the_reference_has_not_is_false_and_what_the_record_has_not_is_missed(evaluate, claims):
    told = figures(evaluate(claims["CONSULT"], {**claims["AID"], "type": "ACCUSE"}), "event")
    assert (told["reference"], told["coded"], told["found"]) == (2, 2, 1)


def test_a_wrong_field_leaves_a_claim_found(evaluate, claims):
    told = figures(evaluate({**claims["CONSULT"], "when": "1981"}), "event")
    assert (told["found"], told["fields right"]) == (1, 0.75)


def test_even_sides_may_stand_the_other_way_round(evaluate, claims):
    met, aided = claims["CONSULT"], claims["AID"]
    turned = [{**one, "source": one["target"], "target": one["source"]} for one in (met, aided)]
    assert figures(evaluate(turned[0]), "event")["fields right"] == 1
    assert figures(evaluate(turned[1]), "event")["fields right"] == 0.5


def test_another_type_that_could_be_chosen_is_right(evaluate, claims):
    assert figures(evaluate({**claims["AID"], "type": "COOPERATE", "type_alt": ["AID"]}), "event")["found"] == 1


def test_what_may_be_left_out_counts_nowhere(evaluate, claims):
    told = figures(evaluate({**claims["CONSULT"], "optional": True}), "event")
    assert (told["reference"], told["coded"], told["found"]) == (0, 1, 0)


@pytest.mark.parametrize(("value", "found"), [(4_900_000, 1), ("4,900,000", 1), (4_930_000, 1), (5_000_000, 0)])
def test_large_numbers_agree_within_a_hundredth(evaluate, claims, value, found):
    assert figures(evaluate({**claims["figure"], "value": value}), "figure")["found"] == found


def test_evidence_must_share_half(evaluate, claims):
    quote = claims["AID"]["quote"]
    assert figures(evaluate({**claims["AID"], "quote": quote[: len(quote) * 2 // 3]}), "event")["found"] == 1
    assert figures(evaluate({**claims["AID"], "quote": quote[: len(quote) // 3]}), "event")["found"] == 0


def test_each_rule_has_its_precision(evaluate, claims):
    answer = evaluate(claims["CONSULT"])
    assert answer.data["rules"] == [{"rule": "made/up:1", "coded": 4, "right": 1, "precision": 0.25}]


def test_errors_are_shown_with_their_words(evaluate, claims):
    answer = evaluate({**claims["AID"], "type": "ACCUSE"}, kind="event", errors=1)
    titles = [table.title for table in answer.tables]
    assert titles == ["By kind", "By rule", "Missed", "Coded falsely"]
    assert "ACCUSE" in answer.tables[2].rows[0][2]


def test_documents_that_the_record_has_not_are_named(evaluate, claims):
    answer = evaluate(claims["AID"], {**claims["AID"], "doc": "zzz"})
    assert answer.notes == ("Not in the record: zzz.",)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no JSON"),
        ('{"kind": "event"}', "no object with a doc"),
        ('{"doc": "a", "kind": "evnt"}', "'evnt'"),
        ('{"doc": "a", "kind": "event"}', "no quote"),
    ],
)
def test_a_line_that_is_no_claim_is_named_with_its_place(record, tmp_path, line, why):
    (tmp_path / "bad.jsonl").write_text("\n" + line)
    with pytest.raises(BadReference, match=r"bad\.jsonl:2") as error:
        record.evaluate(gold=str(tmp_path / "bad.jsonl"))
    assert why in str(error.value)


def test_a_folder_without_claims_is_refused(record, tmp_path):
    with pytest.raises(NoReference):
        record.evaluate(gold=str(tmp_path / "nothing"))
    with pytest.raises(NoReference):
        record.evaluate()
