"""The commands over the example documents, with nothing replaced."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from comity.presenting import demo
from comity.presenting.cli._group import comity
from comity.querying import questions


def run(*args: object):
    return CliRunner().invoke(comity, [str(arg) for arg in args])


# A question as it is asked of the example record, and words of its answer.
ASKED = [
    (("status", "Laos", "South Korea", "--on", "1980"), "were not"),
    (("status", "Laos", "South Korea", "--on", "2000"), "related"),
    (("status", "LAO", "KOR"), "since"),
    (("status", "老挝", "Corée du Sud"), "Laos and South Korea"),
    (("timeline", "Laos", "Vietnam", "--from", "1977", "--to", "1977"), "18 July 1977"),
    (("timeline", "Laos", "--kind", "membership"), "ASEAN"),
    (("missions", "Laos", "Vietnam"), "Ho Chi Minh City"),
    (("posts", "Laos"), "mbassador"),
    (("agreements", "Laos", "Vietnam"), "Treaty of Friendship"),
    (("memberships", "Laos"), "23 July 1997"),
    (("contradictions", "Laos"), "against"),
    (("search", "tanks"), "T-34"),
    (("sources",), "Mekong"),
    (("brief", "Laos", "Vietnam"), "# "),
]


@pytest.mark.parametrize(("asked", "says"), ASKED, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_a_question_is_answered(example_record, asked, says):
    name, *rest = asked
    shown = run(name, example_record, *rest)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert says in shown.stdout


def write_claims(record):
    """The record's own claims as reference claims; the path of the file."""
    path = record.with_suffix(".claims.jsonl")
    run("export", record, "--as", "claims", "-o", path)
    return path


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_question_shows_its_use_and_answers_in_json(example_record, name):
    assert run(name, "--help").exit_code == 0
    given = {
        "actor": ["Laos"],
        "words": ["relations"],
        "claim": [first(example_record)],
        "pairs": ["Laos:Vietnam", "Laos:Russia"],
    }
    parameters = questions()[name].parameters
    wanted = [value for one in parameters if one.required and not one.option for value in given[one.type]]
    others = ["Vietnam" if index and value == "Laos" else value for index, value in enumerate(wanted)]
    others += [part for one in parameters if one.option for part in (f"--{one.name}", "2020")]
    others = ["laos-vietnam-relations"] if name == "document" else others
    others += ["--gold", write_claims(example_record)] if name == "evaluate" else []
    shown = run(name, example_record, *others, "--json")
    assert shown.exit_code in (0, 1), shown.stderr
    assert json.loads(shown.stdout)["question"] == name


def first(record) -> str:
    return json.loads(run("export", record, "--as", "claims", "-o", "-").stdout.splitlines()[0])["id"]


def test_no_line_of_an_answer_is_wider_than_a_terminal(example_record):
    for asked, _ in ASKED[:9]:
        name, *rest = asked
        shown = run(name, example_record, *rest)
        assert max(len(each) for each in shown.stdout.splitlines() if "://" not in each) <= 80


def test_the_demo_builds_a_record_and_shows_commands_that_work(tmp_path):
    shown = run("demo", "--keep", tmp_path / "demo.comity")
    assert shown.exit_code == 0, shown.stderr
    assert f"{len(demo.sources())} documents" in shown.stderr
    tried = shown.stdout.partition("Try next:")[2].strip().splitlines()
    assert len(tried) == 3
    import shlex

    for command in tried:
        assert run(*shlex.split(command)[1:]).exit_code == 0, command


def test_a_document_is_withdrawn_with_all_that_it_claims(tmp_path):
    record = tmp_path / "r.comity"
    run("build", *demo.sources(), "-o", record, "--quiet")
    assert run("withdraw", record, "laos-vietnam-relations").exit_code == 0
    left = run("export", record, "--as", "claims", "-o", "-").stdout
    assert left
    assert "laos-vietnam-relations" not in left
    again = run("build", *demo.sources(), "-o", record)
    assert "(6 unchanged)" in again.stderr


def test_claims_that_are_coded_are_those_that_are_exported(example_record):
    coded = [json.loads(each) for each in run("code", *demo.sources()).stdout.splitlines()]
    kept = [json.loads(each) for each in run("export", example_record, "--as", "claims", "-o", "-").stdout.splitlines()]
    assert sorted(one["id"] for one in coded) == sorted(one["id"] for one in kept)
