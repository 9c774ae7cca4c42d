"""The manual says what the program does: derived pages are fresh, and all that is shown of the program is what it writes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import docs
import msgspec
import pytest
from manual import shown
from manual.shown import BLOCK, faults, fits, refreshed, renewed, steps

import comity
import warm
from comity.coding import rules
from comity.coding.rules import Row, RuleFile
from comity.gazetteer import Actor
from comity.schema import kinds

ROOT = Path(__file__).parents[1]
PAGES = [path.relative_to(ROOT).as_posix() for path in docs.written()]
ALL = [*PAGES, *docs.DERIVED]


@pytest.mark.parametrize("name", docs.DERIVED)
def test_a_derived_page_is_fresh(name):
    assert (ROOT / name).read_text(encoding="utf-8") == docs.DERIVED[name](), "run `python scripts/docs.py`"


@pytest.fixture
def loaded(monkeypatch):
    """The commands of a page are run by the process that has loaded the package; those of the made-up page below load it anew."""

    def command(folder: Path) -> None:
        folder.mkdir()
        script = folder / "comity"
        script.write_text(f'#!/bin/sh\nexec {shlex.join(warm.command())} "$@"\n', encoding="utf-8")
        script.chmod(0o755)

    monkeypatch.setattr(shown, "_command", command)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_the_program_does(name):
    wrong = faults((ROOT / name).read_text(encoding="utf-8"))
    assert not wrong, "\n".join([f"{name}: run `python scripts/docs.py`, and read what it changes", *wrong])


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_a_page_shows_is_run(name):
    page = (ROOT / name).read_text(encoding="utf-8")
    shown = re.findall(r"^\$ (.+)$", page, re.M)
    assert [step.given for step in steps(page) if step.does == "sh"] == shown


@pytest.mark.parametrize("name", ALL)
def test_a_link_of_a_page_leads_somewhere(name):
    path = ROOT / name
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_names_every_kind_of_claim_and_no_other():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    table = page.partition("| kind | tells |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.M)) == set(kinds())


def test_the_readme_gives_the_two_commands_alone_in_a_block_each():
    blocks = [
        block["body"] for block in BLOCK.finditer((ROOT / "README.md").read_text(encoding="utf-8")) if block["language"] == "sh"
    ]
    assert [body for body in blocks if not body.startswith("$ ")] == [
        "pip install . && comity demo\n",
        "pip install '.[test]' && pytest\n",
    ]


@pytest.mark.parametrize(
    ("name", "form"),
    [("docs/rules.md", RuleFile), ("docs/rules.md", rules.Example), ("docs/rules.md", Row), ("docs/actors.md", Actor)],
)
def test_the_manual_names_every_key_of_a_file(name, form):
    page = (ROOT / name).read_text(encoding="utf-8")
    keys = [field.encode_name for field in msgspec.structs.fields(form)]
    assert [key for key in keys if not re.search(rf"^\|.*`{key}`.*\|", page, re.M)] == []


def test_the_newest_change_is_this_version():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGES.md").read_text(encoding="utf-8"), re.M)
    assert headings[0] == comity.__version__


@pytest.mark.parametrize(
    ("shown", "output", "fit"),
    [
        (["a", "b"], ["a", "b"], True),  # all of it
        (["a"], ["a", "b"], False),  # a line is missing, and nothing says so
        (["a", "..."], ["a", "b", "c"], True),  # the end left out
        (["...", "c"], ["a", "b", "c"], True),  # the beginning left out
        (["a", "...", "c", "..."], ["a", "b", "c"], True),  # nothing need be left out
        (["a", "...", "x", "...", "c"], ["a", "b", "c"], False),  # a line that is not there
        (["a", "...", "a"], ["a"], False),  # one line cannot be two
        (["a"], ["a  "], True),  # blanks at the end do not show
    ],
)
def test_three_dots_stand_for_any_lines(shown, output, fit):
    assert fits(shown, output) is fit


@pytest.mark.parametrize(
    ("shown", "output", "new"),
    [
        (["old"], ["new", "more"], ["new", "more"]),  # nothing was left out: nothing is
        (["a", "...", "4 old"], ["a", "b", "5 new"], ["a", "...", "5 new"]),  # as many lines at the end
        (["old", "..."], ["new", "more"], ["new", "..."]),  # as many lines at the beginning
        (["...", "head", "old", "..."], ["a", "head", "new", "b"], ["...", "head", "new", "..."]),  # where most still stands
    ],
)
def test_new_output_is_shown_where_the_old_was(shown, output, new):
    assert renewed(shown, output) == new


PAGE = """\
<!-- file: a/note.txt -->
```text
Chad joined the United Nations in 1960.
```

```sh
pip is not run
```

```sh
$ cat a/note.txt
old
$ comity code a/note.txt | grep -c membership
old
```

```python
print(open("a/note.txt").read().split()[0])
```

```text
old
```
"""


def test_a_page_is_run_in_its_order_and_shows_what_was_written():
    new = refreshed(PAGE)
    assert "$ cat a/note.txt\nChad joined the United Nations in 1960.\n$ comity" in new
    assert "grep -c membership\n1\n" in new
    assert new.endswith("```text\nChad\n```\n")
    assert "pip is not run" in new
    assert faults(new) == []


def test_a_wrong_page_is_told_with_its_line_and_what_is_written():
    assert faults("```sh\n$ echo one\ntwo\n```\n") == ["line 2: echo one\none\n"]


def test_python_that_fails_is_told_though_nothing_is_shown_of_it():
    assert "ZeroDivisionError" in faults("```python\n1 / 0\n```\n")[0]
