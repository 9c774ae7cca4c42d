from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from comity.presenting.cli._group import comity
from comity.recording.store import Store

from .. import factory

COMMANDS = ("brief", "build", "check", "code", "demo", "export", "search", "status", "withdraw")


@pytest.fixture
def run(stand_ins):
    return lambda *args: CliRunner().invoke(comity, [str(arg) for arg in args])


def test_help_names_every_command(run):
    shown = run("--help")
    assert shown.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in shown.stdout] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_an_example(run, name):
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert "Example:\n" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert f"comity {name}" in shown.stdout.partition("Example:")[2]


STATUSES = [
    (("status", "REC", "Peru", "Chile"), 0),
    (("status", "REC", "Peru", "--on", "1800"), 1),  # nothing found
    (("status", "REC"), 2),  # no state
    (("status", "REC", "Peru", "--wrong"), 2),
    (("status", "REC", "Peru", "--limit", "many"), 2),
    (("stauts", "REC"), 2),
    (("build", "a.txt", "-o", "REC"), 0),
    (("build", "a.txt"), 2),  # no record named
    (("build", "empty.txt", "-o", "REC"), 0),  # one document could not be read
    (("build", "empty.txt", "-o", "REC", "--strict"), 1),
    (("build", "missing", "-o", "REC"), 2),
    (("build", "busy", "-o", "REC"), 2),
    (("build", "a.txt", "-o", "REC", "--published", "May 1974"), 2),
    (("build", "a.txt", "-o", "REC", "--rules", "nowhere"), 2),
    (("code", "a.txt"), 0),
    (("code", "empty.txt"), 0),
    (("code", "empty.txt", "--strict"), 1),
    (("code", "stop"), 130),  # Ctrl-C
    (("check",), 0),
    (("check", "nowhere"), 2),
    (("export", "nowhere", "--as", "claims", "-o", "-"), 2),
    (("withdraw", "nowhere", "lima"), 2),
    (("--version",), 0),
    ((), 0),
]


@pytest.mark.parametrize(("args", "status"), STATUSES)
def test_exit_status(run, args, status):
    shown = run(*args)
    assert shown.exit_code == status, shown.output
    if status == 2:
        assert not shown.stdout
        assert shown.stderr.startswith("comity: [")
        assert shown.stderr.count("\n") == 1


def test_a_question_is_asked_with_what_was_given(run):
    shown = run("status", "REC", "Peru", "Chile", "--on", "1980", "--from", "1970", "--limit", "3", "--exact")
    table = shown.stdout.split("Asked")[1]
    assert "They were related [1]." in shown.stdout
    assert [line.split() for line in table.splitlines()[3:9]] == [
        ["a", "Peru"], ["b", "Chile"], ["exact", "True"], ["from", "1970"], ["limit", "3"], ["on", "1980"],
    ]  # fmt: skip


def test_words_need_no_quotation_marks(run):
    assert "embassy in Lima" in run("search", "REC", "embassy", "in", "Lima").stdout


def test_json_is_the_answer_for_programs(run):
    shown = run("status", "REC", "Peru", "--json")
    assert json.loads(shown.stdout)["path"] == "REC"
    assert not shown.stderr


def test_an_unknown_command_is_met_with_the_nearest(run):
    assert "Did you mean status?" in run("stauts").stderr


def test_build_hands_its_options_on(run, stand_ins, tmp_path):
    run("build", "a", "b", "-o", "r", "--published", "1974", "--publisher", "A Paper", "--rules", tmp_path, "--actors", tmp_path)
    ((sources, out, options),) = stand_ins
    assert (sources, out, options.published, options.publisher) == (("a", "b"), "r", "1974", "A Paper")
    assert options.folders.rules[-1] == options.folders.actors[-1] == tmp_path
    assert tmp_path not in options.folders.kinds


def test_build_tells_what_it_did_on_standard_error(run):
    shown = run("build", "empty.txt", "-o", "r.comity")
    assert not shown.stdout
    assert shown.stderr.splitlines() == [
        "comity: [document-empty] empty.txt: there is no text in it (0 bytes). Give a document that holds text.",
        "r.comity: 2 documents, 3 claims, 1 entry, 1 contradiction (1 could not be read).",
        "Claims by kind: 2 mission, 1 status.",
    ]


def test_build_can_be_quiet(run):
    assert run("build", "a.txt", "-o", "r.comity", "--quiet").output == ""


def test_code_writes_lines(run):
    shown = run("code", "empty.txt")
    assert [json.loads(line)["doc"] for line in shown.stdout.splitlines()] == ["peru-chile", "peru-chile", "lima", "santiago"]
    assert shown.stderr.startswith("comity: [document-empty] empty.txt")


def test_check_tells_each_fault_on_one_line_and_counts(run, tmp_path):
    (tmp_path / "wrong").mkdir()
    shown = run("check", tmp_path / "wrong")
    assert shown.exit_code == 1
    assert shown.stderr.count("\n") == 1
    assert shown.stdout == "2 rules, 5 patterns, 7 examples, 300 actors: 1 wrong.\n"


def test_export_to_standard_output_or_a_file(run, tmp_path):
    record = factory.record(tmp_path / "small.comity")
    shown = run("export", record, "--as", "claims", "-o", "-")
    run("export", record, "--as", "claims", "-o", tmp_path / "claims.jsonl")
    assert shown.stdout == (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
    assert shown.stdout.count("\n") == 4


def test_an_unknown_format_is_wrong(run, tmp_path):
    shown = run("export", factory.record(tmp_path / "small.comity"), "--as", "claim", "-o", "-")
    assert (shown.exit_code, "Did you mean claims" in shown.stderr) == (2, True)


def test_withdraw_takes_documents_out(run, tmp_path):
    record = factory.record(tmp_path / "small.comity")
    shown = run("withdraw", record, "lima", "santiago")
    assert (shown.exit_code, shown.stdout) == (0, "")
    with Store.open(record) as store:
        assert [told.id for told in store.documents()] == ["peru-chile"]
        assert [entry.kind for entry in store.entries("mission")] == []


def test_withdraw_refuses_what_is_not_there_and_takes_nothing_out(run, tmp_path):
    record = factory.record(tmp_path / "small.comity")
    shown = run("withdraw", record, "santiago", "limo")
    assert (shown.exit_code, "Did you mean lima?" in shown.stderr) == (2, True)
    with Store.open(record) as store:
        assert len(store.documents()) == 3


def test_a_brief_is_markdown_and_its_file_is_what_its_name_says(run, tmp_path):
    assert run("brief", "REC", "Peru", "Chile").stdout.startswith("# ")
    for name, start in (("b.md", "# "), ("b.txt", "They"), ("b.json", "{")):
        shown = run("brief", "REC", "Peru", "Chile", "-o", tmp_path / name)
        assert (shown.exit_code, shown.output) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    for name, start in (("b.html", b"<!DOCTYPE html>"), ("b.docx", b"PK"), ("b.pdf", b"%PDF"), ("b.wiki", b"'''")):
        shown = run("brief", "REC", "Peru", "Chile", "-o", tmp_path / name)
        assert (shown.exit_code, shown.output) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(start)
    wrong = run("brief", "REC", "Peru", "Chile", "-o", tmp_path / "b.xyz")
    assert wrong.exit_code == 2
    assert ".docx, .html, .pdf, .wiki" in wrong.stderr
    assert ".docx, .html, .pdf or .wiki" in " ".join(run("brief", "--help").stdout.split())
    assert run("brief", "REC", "Peru", "Chile", "--json").stdout.startswith("{")


def test_the_demo_shows_a_brief_and_what_to_try_next(run, stand_ins, tmp_path):
    shown = run("demo", "--keep", tmp_path / "demo.comity")
    assert shown.exit_code == 0, shown.output
    assert len(stand_ins[0][0]) == 7
    assert len([line for line in shown.stdout.partition("Try next:")[2].splitlines() if "comity" in line]) == 3
