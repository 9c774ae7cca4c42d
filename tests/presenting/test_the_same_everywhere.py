"""What leaves a record hangs on its documents alone: not on their order, nor on how many processes read them."""

from __future__ import annotations

import random

import pytest

from comity import pipeline
from comity.presenting.cli import main
from comity.presenting.export import export, formats
from comity.querying import Record, questions
from comity.recording.store import Store
from comity.running.processes import each
from made import EXAMPLES

BUILT = ("at once", "by two", "shuffled")
ASKED = [
    ("status", "Laos", "Soviet Union"), ("status", "Laos", "Russia", "--on", "1991-12-26"), ("timeline", "Laos"),
    ("timeline", "Laos", "Vietnam"), ("missions", "Laos"), ("posts", "Laos"), ("agreements", "Laos"), ("memberships", "Laos"),
    ("figures", "Laos"), ("contradictions", "--differences"), ("sources",), ("search", "embassy"), ("brief", "Laos", "Vietnam"),
    ("partners", "Laos", "--on", "1980"), ("compare", "Laos:Vietnam", "Laos:Russia"), ("network", "--on", "1980"), ("panel", "--unit", "year", "--from", "1960", "--to", "1990"),
]  # fmt: skip


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """The example record, made in each of the ways."""
    folder = tmp_path_factory.mktemp("records")
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))
    pipeline.build(files, folder / "at once")
    pipeline.build(files, folder / "by two", options=pipeline.Options(jobs=2), each=each)
    random.Random(11).shuffle(files)
    pipeline.build(files, folder / "shuffled")
    return folder


def exported(record, form, target):
    """The bytes of an export, file by file."""
    with Store.open(record) as store:
        export(store, form, target)
    files = sorted(path for path in target.rglob("*") if path.is_file()) if target.is_dir() else [target]
    return {str(path.relative_to(target)): path.read_bytes() for path in files}


def answered(capsys, *words):
    """What the command prints."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", sorted(formats()))
def test_every_export_is_the_same_byte_for_byte(records, tmp_path, form):
    first, *others = [exported(records / how, form, tmp_path / how.replace(" ", "-")) for how in BUILT]
    assert any(first.values())
    for other in others:
        assert other == first


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_answer_is_the_same_byte_for_byte(records, asked, capsys):
    question, *rest = asked
    told = [answered(capsys, question, str(records / how), *rest, "--json") for how in BUILT]
    assert told[0]
    assert told[1:] == told[:1] * 2


def test_the_main_questions_are_asked(records):
    apart = {
        "document",
        "judgements",
        "verify",
        "why",
        "changes",
        "diff",
        "evaluate",
    }  # of one claim, of judgements, of two records
    with Record(records / BUILT[0]):
        assert set(questions()) - apart <= {question for question, *_ in ASKED}
