"""One file adds one thing: in a copy of the package nothing but that file is new, and the real command knows it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import comity
from made import run

FORMAT = '''
"""Telegrams: STOP ends a sentence.

>>> read(b"PERU PROTESTS STOP", id="a").text
'PERU PROTESTS.'
"""
from __future__ import annotations

from comity.model import Block, BlockKind, Document, Source, Span

SUFFIXES = (".telegram",)
NAME = "telegram"


def read(raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
    text = raw.decode().replace(" STOP", ".")
    return Document(id, text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), source, origin)
'''

QUESTION = '''
"""How many claims a record holds."""
from __future__ import annotations

from comity.querying._question import Answer, Question


def ask(store) -> Answer:
    count = len(store.claims())
    return Answer("tally", {}, (f"The record holds {count} claims.",), data={"claims": count})


QUESTION = Question("tally", "How many claims the record holds.", (), "comity tally laos.comity", ask)
'''

EXPORT = '''
"""The ids of all claims, one a line."""
from __future__ import annotations

from comity.presenting.export._files import writing

NAME = "ids"
WHAT = "The ids of all claims, one a line."
SUFFIX = ".txt"


def write(store, target) -> list[str]:
    with writing(target) as stream:
        stream.writelines(claim.id + "\\n" for claim in store.claims())
    return []
'''

MENTION = '''
"""Ships, by the letters before their names."""
from __future__ import annotations

import re

from comity.mentions import Mention
from comity.model import Span

KIND = "ship"
NEEDS = frozenset({"actor"})


def annotate(annotated, tools):
    for match in re.finditer(r"HMS \\w+", annotated.document.text):
        yield Mention(KIND, Span(*match.span()), match[0])
'''

ACTOR = """
code: RUR
kind: state
names:
  en: {name: Ruritania, adjectives: [Ruritanian], people: [Ruritanians]}
capitals: [{name: Strelsau}]
examples:
- {say: The Ruritanian delegation left Strelsau., get: RUR}
"""

RULE = """
claim: {kind: event, type: SUPPORT}
words:
  serenade: {verb: [serenade]}
patterns:
  - "{source} <serenade> {target}"
examples:
  - say: Norway serenaded Peru in 1950.
    get: {source: [NOR], target: [PER], when: "1950"}
not:
  - say: A serenade was heard in Peru.
    because: nobody sings to anybody
"""

KIND = """
rumour:
  what: Somebody is said to be about to do something.
  fields:
    of: {type: state, required: true, what: Whom it is about.}
    about: {type: state, required: true, what: Whom it concerns.}
  sides: [of, about]
  same_thing: [of, about]
  caption: "Rumour of {of} about {about}"
  columns: [when, of, about]
"""

OWN_KIND_RULE = """
claim: {kind: rumour}
words:
  whisper-of: {verb: [whisper of]}
patterns:
  - "{of} <whisper-of> {about}"
examples:
  - say: Norway whispered of Peru.
    get: {of: NOR, about: PER}
not:
  - say: Norway spoke of Peru.
    because: that is no whisper
"""

TOASTED = "Ruritania serenaded Peru on 4 May 1950."


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    """A copy of the package and nothing else."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(Path(comity.__file__).parent, root / "comity", ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture
def copy(pristine):
    """The copy, in which a test puts its files by path; they are taken out again."""
    put = []

    def add(path: str, text: str) -> None:
        put.append(pristine / "comity" / path)
        put[-1].parent.mkdir(exist_ok=True)
        put[-1].write_text(text.lstrip("\n"), encoding="utf-8")

    add.root = pristine
    yield add
    for path in put:
        path.unlink()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "toast.txt").write_text(TOASTED, encoding="utf-8")
    return tmp_path


def coded(done) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return [json.loads(each) for each in done.stdout.splitlines()]


def test_a_new_format_is_read_by_its_suffix(copy, folder):
    copy("reading/telegram.py", FORMAT)
    (folder / "documents" / "a.telegram").write_text("Peru severed diplomatic relations with Norway STOP", encoding="utf-8")
    built = run("build", "documents", "-o", "r.comity", cwd=folder, source=copy.root)
    assert built.returncode == 0, built.stderr
    assert "2 documents" in built.stderr
    told = run("status", "r.comity", "Peru", "Norway", cwd=folder, source=copy.root)
    assert "severed" in told.stdout


def test_a_format_that_nobody_reads_names_those_that_are(copy, folder):
    copy("reading/telegram.py", FORMAT)
    (folder / "odd").mkdir()
    (folder / "odd" / "a.xyz").write_text("words", encoding="utf-8")
    done = run("build", "odd", "-o", "r.comity", cwd=folder, source=copy.root)
    assert (done.returncode, ".telegram" in done.stderr) == (2, True)


def test_a_new_question_is_a_command_and_a_method(copy, folder):
    copy("querying/tally.py", QUESTION)
    assert "How many claims the record holds." in run("--help", source=copy.root).stdout
    run("build", "documents", "-o", "r.comity", cwd=folder, source=copy.root)
    assert run("tally", "r.comity", cwd=folder, source=copy.root).stdout.startswith("The record holds ")
    assert "claims" in json.loads(run("tally", "r.comity", "--json", cwd=folder, source=copy.root).stdout)


def test_a_new_export_is_offered_and_writes(copy, folder):
    copy("presenting/export/ids.py", EXPORT)
    assert "The ids of all claims" in run("export", "--help", source=copy.root).stdout
    (folder / "documents" / "b.txt").write_text("Peru joined the United Nations in 1945.", encoding="utf-8")
    run("build", "documents", "-o", "r.comity", cwd=folder, source=copy.root)
    done = run("export", "r.comity", "--as", "ids", "-o", "-", cwd=folder, source=copy.root)
    assert (done.returncode, len(done.stdout.splitlines()[0])) == (0, 16)


def test_a_new_kind_of_mention_is_found_after_those_that_it_needs(copy):
    copy("annotating/ship.py", MENTION)
    code = (
        "from comity.annotating import annotators; from comity.annotating._example import annotated;"
        "names = [one.kind for one in annotators()]; assert names.index('ship') > names.index('actor');"
        "print([mention.value for mention in annotated('HMS Ark met the Peruvian fleet.').all('ship')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(copy.root)}, check=False
    )
    assert done.stdout == "['HMS Ark']\n", done.stderr


def test_a_new_actor_and_a_new_rule_code_what_they_are_for(copy, folder):
    copy("actors/RUR.yaml", ACTOR)
    copy("rules/event/toast.yaml", RULE)
    (claim,) = coded(run("code", "documents", cwd=folder, source=copy.root))
    assert (claim["source"], claim["target"], claim["type"], claim["when"]) == (["RUR"], ["PER"], "SUPPORT", "1950-05-04")
    assert claim["rule"] == "event/toast:1"


def test_a_new_kind_has_its_columns_captions_and_table(copy, folder):
    copy("kinds/rumour.yaml", KIND)
    copy("rules/rumour/whispered.yaml", OWN_KIND_RULE)
    (folder / "documents" / "toast.txt").write_text("Norway whispered of Peru.", encoding="utf-8")
    run("build", "documents", "-o", "r.comity", cwd=folder, source=copy.root)
    assert "Rumour of Norway about Peru" in run("timeline", "r.comity", "Norway", cwd=folder, source=copy.root).stdout
    run("export", "r.comity", "--as", "csv", "-o", "tables", cwd=folder, source=copy.root)
    assert "NOR,PER" in (folder / "tables" / "rumour.csv").read_text(encoding="utf-8")


@pytest.fixture
def mine(folder):
    for path, text in (("rules/toast.yaml", RULE), ("actors/RUR.yaml", ACTOR)):
        (folder / "mine" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "mine" / path).write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


def test_the_same_works_from_a_users_own_folder(mine):
    own = ("--rules", "mine/rules", "--actors", "mine/actors")
    (claim,) = coded(run("code", "documents", *own, cwd=mine))
    assert (claim["source"], claim["target"], claim["when"]) == (["RUR"], ["PER"], "1950-05-04")
    assert coded(run("code", "documents", cwd=mine)) == []
    assert run("build", "documents", "-o", "r.comity", *own, cwd=mine).returncode == 0


def test_a_record_with_a_users_own_actor_answers_about_it(mine):
    own = ("--actors", "mine/actors")
    run("build", "documents", "-o", "r.comity", "--rules", "mine/rules", *own, cwd=mine)
    done = run("timeline", "r.comity", "Ruritania", *own, cwd=mine)
    assert (done.returncode, "Ruritania" in done.stdout) == (0, True), done.stderr
    exported = run("export", "r.comity", "--as", "csv", "-o", "tables", *own, cwd=mine)
    assert exported.returncode == 0, exported.stderr
    assert ",RUR,Ruritania," in (mine / "tables" / "claim_actors.csv").read_text(encoding="utf-8")


def test_a_folder_of_actors_that_is_not_there_is_an_error(mine):
    run("build", "documents", "-o", "r.comity", cwd=mine)
    for command in (("timeline", "r.comity", "Peru"), ("export", "r.comity", "--as", "claims", "-o", "-")):
        done = run(*command, "--actors", "nowhere", cwd=mine)
        assert (done.returncode, "nowhere" in done.stderr) == (2, True)


def test_a_users_own_kind_is_recorded_and_exported(mine):
    for path, text in (("kinds/rumour.yaml", KIND), ("rules/whispered.yaml", OWN_KIND_RULE)):
        (mine / "mine" / path).parent.mkdir(parents=True, exist_ok=True)
        (mine / "mine" / path).write_text(text.lstrip("\n"), encoding="utf-8")
    (mine / "documents" / "a.txt").write_text("Norway whispered of Peru.", encoding="utf-8")
    own = ("--rules", "mine/rules", "--kinds", "mine/kinds")
    assert run("build", "documents", "-o", "r.comity", *own, cwd=mine).returncode == 0
    done = run("export", "r.comity", "--as", "claims", "-o", "-", cwd=mine)
    assert '"kind": "rumour"' in done.stdout


def test_a_users_own_files_are_checked(mine):
    done = run("check", "mine", cwd=mine)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 rules, 1 patterns, 2 examples, 1 actors: all right.\n", "")


BROKEN = [
    ("rules/toast.yaml", ('"1950"', '"1951"'), "rule-example-fails"),
    ("rules/toast.yaml", ("A serenade was heard in Peru", "Norway serenaded Chile"), "rule-counter-example-caught"),
    ("rules/toast.yaml", ("examples:", '  - "{target} <serenade> [back] at {source}"\nexamples:'), "rule-pattern-unshown"),
    ("actors/RUR.yaml", ("Ruritanian delegation left Strelsau", "Peruvian delegation left"), "rule-example-fails"),
]


@pytest.mark.parametrize(("path", "change", "code"), BROKEN)
def test_what_is_wrong_in_a_users_file_is_told_with_its_place(mine, path, change, code):
    file = mine / "mine" / path
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    done = run("check", "mine", cwd=mine)
    assert (done.returncode, done.stdout.endswith(": 1 wrong.\n")) == (1, True), done.stdout + done.stderr
    assert f"[{code}]" in done.stderr
    assert f"mine/{path}:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_of_rules_alone_can_be_checked_too(mine):
    done = run("check", "mine/rules", cwd=mine)
    assert (done.returncode, done.stdout) == (0, "1 rules, 1 patterns, 2 examples, 0 actors: all right.\n")
