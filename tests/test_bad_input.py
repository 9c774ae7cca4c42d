"""Whatever is wrong with what a user gives: one line on standard error that says so, the right status, the rest done."""

from __future__ import annotations

import json
import os
import re
import sqlite3

import pytest

from comity.recording.store import Store
from made import run

GOOD = "Peru severed diplomatic relations with Norway on 5 March 1973."
RULE = """claim: {kind: event, type: SUPPORT}
words:
  toast: {verb: [toast]}
patterns:
  - "{source} <toast> {target}"
"""


@pytest.fixture
def folder(tmp_path):
    """Where each test runs: documents/ holds one good document."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def record(folder):
    run("build", "documents", "-o", "r.comity", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def read_only(tmp_path_factory):
    """The folder of a record that no test changes."""
    root = tmp_path_factory.mktemp("read-only")
    (root / "good.txt").write_text(GOOD, encoding="utf-8")
    run("build", "good.txt", "-o", "r.comity", cwd=root)
    return root


def told(done) -> list[str]:
    """The codes of the errors that were told, each on a line of its own."""
    assert "Traceback" not in done.stderr
    return [match[1] for each in done.stderr.splitlines() if (match := re.match(r"comity: \[([\w-]+)\] \S", each))]


def refused(done, code: str) -> str:
    """A run that ended with one error and wrote nothing to standard output."""
    assert (done.returncode, done.stdout, told(done)) == (2, "", [code]), done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr


# A file that cannot be read, and what is said of it; the good one beside it is read all the same.
UNREADABLE = [
    ("empty.txt", b"", "document-empty"),
    ("blank.txt", b" \n\n\t ", "document-empty"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "document-binary"),
    ("bare.html", b"<html><head><title></title></head><body></body></html>", "document-empty"),
]


@pytest.mark.parametrize(("name", "raw", "code"), UNREADABLE)
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_read(folder, name, raw, code):
    (folder / "documents" / name).write_bytes(raw)
    done = run("build", "documents", "-o", "r.comity", cwd=folder)
    assert (done.returncode, done.stdout, told(done)) == (0, "", [code])
    assert name in done.stderr
    assert "1 document, 1 claim" in done.stderr
    assert "(1 could not be read)" in done.stderr
    assert run("build", "documents", "-o", "strict.comity", "--strict", cwd=folder).returncode == 1


@pytest.mark.parametrize(("name", "raw", "code"), UNREADABLE)
def test_it_is_the_same_for_code_and_standard_output_holds_claims_only(folder, name, raw, code):
    (folder / "documents" / name).write_bytes(raw)
    done = run("code", "documents", cwd=folder)
    assert (done.returncode, told(done)) == (0, [code])
    assert [json.loads(each)["doc"] for each in done.stdout.splitlines()] == ["good"]
    assert run("code", "documents", "--strict", cwd=folder).returncode == 1


def test_a_file_that_may_not_be_read_is_told(folder):
    closed = folder / "documents" / "closed.txt"
    closed.write_text(GOOD, encoding="utf-8")
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may read every file; the next test takes a link that leads nowhere")
    done = run("build", "documents", "-o", "r.comity", cwd=folder)
    assert (done.returncode, told(done)) == (0, ["document-unreadable"])


def test_a_link_that_leads_nowhere_stops_nothing_in_a_folder_and_is_wrong_by_name(folder):
    (folder / "documents" / "lost.txt").symlink_to(folder / "nowhere")
    done = run("build", "documents", "-o", "r.comity", cwd=folder)
    assert (done.returncode, "1 document, 1 claim" in done.stderr) == (0, True)
    refused(run("build", "documents/lost.txt", "-o", "s.comity", cwd=folder), "query-no-source")


def test_a_file_of_no_known_form_is_told(folder):
    (folder / "notes.odt").write_bytes(b"PK\x03\x04")
    done = run("build", "documents", "notes.odt", "-o", "r.comity", cwd=folder)
    assert (done.returncode, told(done)) == (0, ["document-unknown-format"])
    assert ".txt" in done.stderr


def test_two_documents_of_one_name_are_told(folder):
    (folder / "more").mkdir()
    (folder / "more" / "good.txt").write_text("Peru joined the United Nations.", encoding="utf-8")
    done = run("build", "documents", "more", "-o", "r.comity", cwd=folder)
    assert (done.returncode, told(done)) == (0, ["document-same-id"])


# A sidecar, and what is named in the complaint.
SIDECARS = [
    ('{"published": "May 1973"}', "May 1973"),  # no date in EDTF
    ('{"published": 1973}', "quotation marks"),  # a number
    ('{"publishd": "1973"}', "Did you mean published"),
    ("{published}", "cannot be read as JSON"),
    ('["1973"]', "no JSON object"),
]


@pytest.mark.parametrize(("sidecar", "says"), SIDECARS)
def test_a_wrong_sidecar_is_told_and_the_others_are_read(folder, sidecar, says):
    (folder / "documents" / "bad.txt").write_text("Peru joined the United Nations.", encoding="utf-8")
    (folder / "documents" / "bad.meta.json").write_text(sidecar, encoding="utf-8")
    done = run("build", "documents", "-o", "r.comity", cwd=folder)
    assert (done.returncode, done.stdout, told(done)) == (0, "", ["document-bad-metadata"])
    assert says in done.stderr
    assert "1 document, 1 claim" in done.stderr


def test_a_source_that_is_not_there_stops_the_run_before_a_record_is_made(folder):
    assert "nowhere" in refused(run("build", "documents", "nowhere", "-o", "r.comity", cwd=folder), "query-no-source")
    assert not (folder / "r.comity").exists()


def test_a_folder_without_documents_names_the_forms_that_are_read(folder):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG")
    assert ".html" in refused(run("build", "pictures", "-o", "r.comity", cwd=folder), "query-no-documents")
    refused(run("code", "pictures", cwd=folder), "query-no-documents")


def test_a_wrong_date_of_publication_stops_the_run(folder):
    refused(run("build", "documents", "-o", "r.comity", "--published", "05/03/1973", cwd=folder), "query-bad-date")
    assert not (folder / "r.comity").exists()


# A question, and the error with which it is met.
QUESTIONS = [
    (("status", "r.comity", "Norwey", "Peru"), "query-unknown-actor", "Did you mean Norway?"),
    (("status", "r.comity", "Xyzzy", "Peru"), "query-unknown-actor", "'Xyzzy'"),
    (("timeline", "r.comity", ""), "query-unknown-actor", "''"),
    (("status", "r.comity", "Peru", "Norway", "--on", "1973-13"), "query-bad-date", "1973-13"),
    (("status", "r.comity", "Peru", "Norway", "--on", "yesterday"), "query-bad-date", "yesterday"),
    (("timeline", "r.comity", "Peru", "--kind", "stauts"), "query-unknown-choice", "Did you mean status?"),
    (("why", "r.comity", "zzzz"), "query-unknown-claim", "zzzz"),
    (("why", "r.comity", ""), "query-unknown-claim", "''"),
    (("withdraw", "r.comity", "goood"), "query-unknown-choice", "Did you mean good?"),
    (("export", "r.comity", "--as", "cvs", "-o", "-"), "query-unknown-choice", "Did you mean csv?"),
    (("export", "r.comity", "--as", "texts", "-o", "-"), "query-cannot-write", "folder"),
    (("status", "other.comity", "Peru", "Norway"), "record-missing", "other.comity"),
    (("stats", "r.comity"), "query-unknown-choice", "Did you mean status"),
    (("status", "r.comity", "Peru"), "usage", "B"),
]


@pytest.mark.parametrize(
    ("asked", "code", "says"), QUESTIONS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_question_that_cannot_be_asked(read_only, asked, code, says):
    assert says in refused(run(*asked, cwd=read_only), code)


def test_an_answer_of_none_is_no_error_but_status_one(read_only):
    done = run("status", "r.comity", "Chile", "Kenya", cwd=read_only)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout


def test_a_file_that_is_no_record_is_left_as_it_is(folder):
    note = folder / "documents" / "good.txt"
    for args in (
        ("sources", note),
        ("build", "documents", "-o", note),
        ("export", note, "--as", "claims", "-o", "-"),
        ("withdraw", note, "good"),
    ):
        assert "good.txt" in refused(run(*args, cwd=folder), "record-not-one")
        assert note.read_text(encoding="utf-8") == GOOD


def test_another_programs_database_is_no_record(folder):
    with sqlite3.connect(folder / "other.db") as connection:
        connection.execute("CREATE TABLE birds (name)")
    connection.close()
    refused(run("sources", "other.db", cwd=folder), "record-not-one")
    refused(run("build", "documents", "-o", "other.db", cwd=folder), "record-not-one")


def test_a_record_of_another_version_is_neither_read_nor_written(record):
    with sqlite3.connect(record / "r.comity") as connection:
        connection.execute("PRAGMA user_version=999")
    connection.close()
    assert "999" in refused(run("sources", "r.comity", cwd=record), "record-other-version")
    refused(run("build", "documents", "-o", "r.comity", cwd=record), "record-other-version")


def test_a_record_that_another_program_writes_can_be_read_but_not_written(record):
    with Store.writer(record / "r.comity"):
        assert run("sources", "r.comity", cwd=record).returncode == 0
        refused(run("build", "documents", "-o", "r.comity", cwd=record), "record-busy")
        refused(run("withdraw", "r.comity", "good", cwd=record), "record-busy")
    assert run("withdraw", "r.comity", "good", cwd=record).returncode == 0


def test_a_record_in_a_folder_that_is_not_there_is_refused(folder):
    assert run("build", "documents", "-o", "no/such/r.comity", cwd=folder).returncode == 2


# What is changed in a good rule, the error, the line, and what the error names.
RULES = [
    (("{target}", "{targt}"), "rule-unknown-slot", 5, "Did you mean target?"),
    (("type: SUPPORT", "type: SUPORT"), "rule-unknown-value", 1, "Did you mean SUPPORT?"),
    (("type: SUPPORT", "tpye: SUPPORT"), "rule-unknown-field", 1, "Did you mean type?"),
    (("kind: event", "kind: evnt"), "rule-unknown-kind", 1, "Did you mean event?"),
    (("<toast>", "<tost>"), "rule-unknown-concept", 5, "Did you mean toast"),
    (("<toast> {target}", "<toast> [to {target}"), "rule-bad-pattern", 5, "not closed"),
    (("{target}", "{target"), "rule-bad-pattern", 5, "not closed"),
    (("{source} <toast> {target}", ""), "rule-bad-pattern", 5, "empty"),
    (("patterns:\n", "patterns:\n\t"), "rule-bad-yaml", 5, "tab"),
    (("words:", "wrods:"), "rule-bad-shape", 1, "wrods"),
    (("patterns:\n  - ", "patterns: "), "rule-bad-shape", 4, "array"),
    ((RULE, ""), "rule-bad-shape", 1, "Expected"),
    (("{verb: [toast]}", "{noun: [toast]}\n  announce: {noun: [news]}"), "rule-word-twice", 4, "announce"),
]


@pytest.mark.parametrize(("change", "code", "at", "names"), RULES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_rule_that_is_wrong_stops_the_run_with_file_line_and_cure(folder, change, code, at, names):
    (folder / "rules").mkdir()
    (folder / "rules" / "toast.yaml").write_text(RULE.replace(*change), encoding="utf-8")
    said = refused(run("code", "documents", "--rules", "rules", cwd=folder), code)
    assert f"rules/toast.yaml:{at}: " in said
    assert names in said
    checked = run("check", "rules", cwd=folder)
    assert (checked.returncode, told(checked), checked.stdout.endswith(": 1 wrong.\n")) == (1, [code], True)


ACTOR = "code: RUR\nkind: state\nnames:\n  en: {name: Ruritania}\n"
ACTORS = [
    (("RUR", "PER"), "actor-code-twice", 1),
    (("state", "kingdom"), "rule-bad-shape", 2),
    (("{name: Ruritania}", "{names: Ruritania}"), "rule-bad-shape", 4),
    (("names:\n  en: {name: Ruritania}\n", ""), "rule-bad-shape", 1),
    (("{name: Ruritania}", "{name: Ruritania"), "rule-bad-yaml", 5),
]


@pytest.mark.parametrize(("change", "code", "at"), ACTORS)
def test_an_actor_that_is_wrong_stops_the_run_with_file_and_line(folder, change, code, at):
    (folder / "actors").mkdir()
    (folder / "actors" / "RUR.yaml").write_text(ACTOR.replace(*change), encoding="utf-8")
    assert f"actors/RUR.yaml:{at}: " in refused(run("code", "documents", "--actors", "actors", cwd=folder), code)


def test_a_wrong_rule_leaves_a_record_that_is_there_as_it_was(record):
    (record / "rules").mkdir()
    (record / "rules" / "toast.yaml").write_text(RULE.replace("<toast>", "<tost>"), encoding="utf-8")
    before = (record / "r.comity").read_bytes()
    refused(run("build", "documents", "-o", "r.comity", "--rules", "rules", cwd=record), "rule-unknown-concept")
    assert (record / "r.comity").read_bytes() == before


def test_a_folder_of_rules_that_is_not_there_is_no_empty_one(folder):
    for option in ("--rules", "--actors", "--kinds"):
        refused(run("code", "documents", option, "nowhere", cwd=folder), "query-no-source")
    refused(run("check", "nowhere", cwd=folder), "query-no-source")
