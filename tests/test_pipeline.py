"""From documents to a record and its answers: what a user of the Python API sees."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3

import pytest

import comity
from comity.errors import BadDate, EmptyDocument, NoDocuments, NoSource
from comity.pipeline import Options
from comity.recording.store import Store
from made import EXAMPLES

TEXTS = {
    "peru": "Peru severed diplomatic relations with Norway on 5 March 1973. Peru joined the United Nations in 1945.",
    "norway": "Norway and Peru established diplomatic relations in 1912.",
    "chile": "Chile's president visited Kenya in May 1999.",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def told(path) -> set:
    """All that a record holds, without the order of rows or the hour of its making."""
    with Store.open(path) as store:
        claims = {(claim.id, claim.doc, claim.when, claim.rule, claim.steps) for claim in store.claims()}
        entries = {
            (entry.id, tuple(sorted(claim.id for claim in entry.claims)), entry.contradictions) for entry in store.entries()
        }
    return claims | entries


def test_build_tells_what_it_did(folder):
    summary = comity.build([folder / "documents"], folder / "r.comity")
    assert (summary.documents, summary.unchanged, summary.failed) == (3, 0, 0)
    assert summary.claims == sum(summary.by_kind.values()) == 4
    assert summary.by_kind == {"event": 1, "membership": 1, "status": 2}


def test_building_again_reads_nothing_anew(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    before = told(folder / "r.comity")
    again = comity.build([folder / "documents"], folder / "r.comity")
    assert (again.unchanged, again.documents, again.claims) == (3, 3, 4)
    assert told(folder / "r.comity") == before


def test_a_text_that_changed_is_read_anew_and_the_others_are_not(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    (folder / "documents" / "chile.txt").write_text("Chile left the United Nations in 1999.", encoding="utf-8")
    again = comity.build([folder / "documents"], folder / "r.comity")
    assert (again.unchanged, again.by_kind) == (2, {"membership": 2, "status": 2})
    comity.build([folder / "documents"], folder / "fresh.comity")
    assert told(folder / "r.comity") == told(folder / "fresh.comity")


def test_other_rules_read_everything_anew(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    (folder / "rules").mkdir()
    (folder / "rules" / "a.yaml").write_text(
        'claim: {kind: event, type: SUPPORT}\nwords: {frequent: {verb: [visit]}}\npatterns: ["{source} <frequent> {target}"]\n',
        encoding="utf-8",
    )
    from comity.registry import Folders

    own = Options(folders=Folders().plus(rules=[folder / "rules"]))
    again = comity.build([folder / "documents"], folder / "r.comity", options=own)
    assert (again.unchanged, again.claims) == (0, 5)


def test_another_parser_reads_everything_anew(folder):
    from dataclasses import replace

    out = folder.parent / "r.comity"
    options = Options()
    comity.build([folder], out, options=options)
    none = Options(folders=replace(options.folders, parser="none"))
    assert comity.build([folder], out, options=none).unchanged == 0
    assert comity.build([folder], out, options=none).unchanged > 0


def test_a_source_that_is_told_anew_is_recorded_anew(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    (folder / "documents" / "chile.meta.json").write_text('{"publisher": "A Paper"}', encoding="utf-8")
    comity.build([folder / "documents"], folder / "r.comity")
    with comity.open(folder / "r.comity") as record:
        publishers = {row["id"]: row["publisher"] for row in record.sources()}
    assert publishers["chile"] == "A Paper"


def test_documents_may_be_added_to_a_record(folder):
    for name in TEXTS:
        comity.build([folder / "documents" / f"{name}.txt"], folder / "one-by-one.comity")
    comity.build([folder / "documents"], folder / "together.comity")
    assert told(folder / "one-by-one.comity") == told(folder / "together.comity")


def test_the_order_of_documents_changes_nothing(tmp_path):
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))
    comity.build(files, tmp_path / "a.comity")
    random.Random(7).shuffle(files)
    comity.build(files, tmp_path / "b.comity")
    assert told(tmp_path / "a.comity") == told(tmp_path / "b.comity")


def test_where_documents_lie_changes_no_claim(folder):
    shutil.copytree(folder / "documents", folder / "elsewhere")
    one = [claim.id for _, claims in comity.code([folder / "documents"]) for claim in claims]
    two = [claim.id for _, claims in comity.code([folder / "elsewhere"]) for claim in claims]
    assert one == two


def test_every_quote_stands_in_its_document(tmp_path):
    for document, claims in comity.code([EXAMPLES]):
        for claim in claims:
            assert claim.sha256 == document.sha256
            assert claim.evidence.of(document).strip() == claim.evidence.of(document) != ""


def test_what_is_coded_without_a_record_is_what_a_record_holds(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    coded = {claim.id for _, claims in comity.code([folder / "documents"]) for claim in claims}
    with Store.open(folder / "r.comity") as store:
        assert {claim.id for claim in store.claims()} == coded


def test_progress_is_told_after_each_document(folder):
    heard = []
    comity.build([folder / "documents"], folder / "r.comity", report=heard.append)
    assert [(progress.done, progress.total) for progress in heard] == [(1, 3), (2, 3), (3, 3)]
    assert heard[-1].claims == 4


def test_errors_of_documents_are_heard_and_the_run_goes_on(folder):
    (folder / "documents" / "empty.txt").write_text("", encoding="utf-8")
    heard = []
    summary = comity.build([folder / "documents"], folder / "r.comity", options=Options(on_error=heard.append))
    assert (summary.documents, summary.failed) == (3, 1)
    assert [type(error) for error in heard] == [EmptyDocument]
    assert len(list(comity.code([folder / "documents"]))) == 3  # nobody listens


def test_inputs_that_are_wrong_as_a_whole_stop_the_run(folder):
    (folder / "bare").mkdir()
    for sources, error in (([folder / "nowhere"], NoSource), ([folder / "bare"], NoDocuments)):
        with pytest.raises(error):
            comity.build(sources, folder / "r.comity")
        with pytest.raises(error):
            list(comity.code(sources))
    with pytest.raises(BadDate):
        comity.build([folder / "documents"], folder / "r.comity", options=Options(published="May 1990"))
    assert not (folder / "r.comity").exists()


def test_what_the_user_tells_of_documents_is_kept(folder):
    comity.build([folder / "documents"], folder / "r.comity", options=Options(published="2001-05", publisher="A Paper"))
    with comity.open(folder / "r.comity") as record:
        assert {(row["publisher"], row["published"]) for row in record.sources()} == {("A Paper", "2001-05")}


def test_the_front_door_answers(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    with comity.open(folder / "r.comity") as record:
        answer = record.status("Norway", "Peru", on="1980")
        assert answer.found
        assert "not" in answer.lead[0]
        assert {source.doc for source in answer.sources} >= {"peru"}
        assert record.status("NOR", "PER", on="1950").lead != answer.lead
        assert not record.status("Chile", "Cuba").found
        json.dumps(answer.to_json())


def test_a_record_is_a_plain_database(folder):
    comity.build([folder / "documents"], folder / "r.comity")
    with sqlite3.connect(folder / "r.comity") as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (4,)
    connection.close()
    assert sorted(path.name for path in folder.iterdir()) == ["documents", "r.comity"]


# The example documents were written to disagree, and to tell of these.
HELD = [
    (("Laos", "South Korea", "1980"), False),
    (("Laos", "South Korea", "2000"), True),
    (("Laos", "Vietnam", "1980"), True),
    (("Laos", "Soviet Union", "1970"), True),
]


@pytest.mark.parametrize(("asked", "related"), HELD)
def test_the_example_record_tells_who_was_related_on_a_day(examples, asked, related):
    a, b, on = asked
    lead = " ".join(examples.status(a, b, on=on).lead)
    assert ("were related" in lead, "were not related" in lead) == (related, not related), lead


def test_the_example_documents_contradict_one_another(examples):
    rows = [row["what"] for row in examples.contradictions()]
    assert any("Embassy of Laos in South Korea" in what for what in rows)
    assert any("Relations of Laos and the Soviet Union" in what for what in rows)


@pytest.mark.parametrize(
    "question", ["timeline", "missions", "posts", "agreements", "memberships", "figures", "contradictions", "sources"]
)
def test_every_question_finds_something_in_the_example_record(examples, question):
    answer = getattr(examples, question)("Laos") if question != "sources" else examples.sources()
    assert answer.found
    assert answer.tables[0].rows
    json.dumps(answer.to_json())


def test_what_is_told_of_one_pair_is_not_told_of_another(examples):
    rows = {row["when"]: row["what"] for row in examples.timeline("Laos", "France", kind="status")}
    assert set(rows) == {"22 October 1953", "1978", "the 1980s"}


def test_every_claim_of_the_example_record_can_be_asked_why(examples):
    for claim in examples.store.claims()[::10]:
        assert examples.why(claim.id[:10]).found
