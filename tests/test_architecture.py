"""The rules of the house that a machine can hold: sizes, silence, one-way doors, nothing copied."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import comity

PACKAGE = Path(comity.__file__).parent
TESTS = Path(__file__).parent
PROJECT = TESTS.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ALL = [*MODULES, *sorted(TESTS.rglob("*.py"))]
LONGEST, USUAL, LONGEST_MODULE, MOST_POSITIONAL = 40, 30, 300, 5
RUN = 9  # words in a row that no two texts share by chance


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path):
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else str(path)


def shown(found) -> str:
    return "\n".join(sorted(found))


def test_no_function_is_longer_than_a_screen():
    long = {f"{name(path)}:{node.lineno} {node.name}: {length(node)} lines, at most {LONGEST}"
            for path in ALL for node in functions(path) if length(node) > LONGEST}  # fmt: skip
    assert not long, shown(long)


def test_most_functions_are_short():
    lengths = sorted(length(node) for path in MODULES for node in functions(path))
    assert lengths[int(len(lengths) * 0.95)] <= USUAL


def test_no_module_is_longer_than_can_be_read_in_one_sitting():
    long = {f"{name(path)}: {lines} lines, at most {LONGEST_MODULE}: cut it where two things meet"
            for path in MODULES if (lines := lines_of(path)) > LONGEST_MODULE}  # fmt: skip
    assert not long, shown(long)


def test_no_function_takes_more_than_five_things_in_order():
    def positional(node) -> int:
        given = [*node.args.posonlyargs, *node.args.args]
        return len(given) - (bool(given) and given[0].arg in ("self", "cls"))

    many = {f"{name(path)}:{node.lineno} {node.name}: set options after *"
            for path in MODULES for node in functions(path) if positional(node) > MOST_POSITIONAL}  # fmt: skip
    assert not many, shown(many)


def test_every_function_says_what_it_gives_back():
    untyped = {f"{name(path)}:{node.lineno} {node.name}" for path in MODULES for node in functions(path) if node.returns is None}
    assert not untyped, shown(untyped)


def test_nothing_prints_outside_the_room_that_presents():
    loud = {f"{name(path)}:{node.lineno}: log it, or hand it to presenting/"
            for path in MODULES if not path.is_relative_to(PACKAGE / "presenting") for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"}  # fmt: skip
    assert not loud, shown(loud)


def test_nothing_is_asserted_in_the_package():
    bare = {f"{name(path)}:{node.lineno}: raise an error of errors.py"
            for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.Assert)}  # fmt: skip
    assert not bare, shown(bare)


def test_no_error_is_swallowed():
    wide = {f"{name(path)}:{node.lineno}: name the exception"
            for path in MODULES for node in ast.walk(tree(path))
            if isinstance(node, ast.ExceptHandler) and node.type is None}  # fmt: skip
    assert not wide, shown(wide)


def test_every_module_has_annotations_that_cost_nothing():
    line = "from __future__ import annotations"
    without = {name(path) for path in ALL if functions(path) and line not in path.read_text(encoding="utf-8")}
    assert not without, shown(without)


CONTRACT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
LAYERS = [layer.split(" | ") for layer in CONTRACT["layers"]]
FLOOR = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}


def imported(path: Path) -> set[str]:
    """The rooms of the package that a module names, wherever in it."""
    found = set()
    for node in ast.walk(tree(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        found |= {part[1] for part in (each.split(".") for each in names) if part[0] == "comity" and len(part) > 1}
    return found & set(FLOOR)


def test_upper_floors_import_lower_ones_and_stages_do_not_know_one_another():
    wrong = set()
    for path in MODULES:
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        for other in imported(path) - {room} if room in FLOOR else ():
            if FLOOR[other] <= FLOOR[room]:
                wrong.add(f"{name(path)} imports comity.{other}")
    assert not wrong, shown(wrong)


def test_every_room_has_its_floor():
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} == set(FLOOR)


def test_the_front_door_shows_all_that_the_package_gives_out():
    public = {one for one in dir(comity) if not one.startswith("_") or one == "__version__"}
    assert sorted(comity.__all__) == sorted(public)
    assert all(getattr(comity, one) is not None for one in comity.__all__)


def test_the_package_is_imported_without_its_libraries():
    code = "import sys, comity; print(sorted({'click', 'lxml', 'yaml', 'msgspec', 'ahocorasick_rs'} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert ran.stdout == "[]\n"


def test_the_newest_change_is_this_version():
    changes = PROJECT / "CHANGES.md"
    headings = re.findall(r"^##\s+\[?v?([\w.]+)", changes.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == comity.__version__, f"CHANGES.md begins with {headings[0]}, the package is {comity.__version__}"


def written() -> list[Path]:
    """Every text of the project, also those that belong to no program."""
    suffixes = (".py", ".md", ".yaml", ".toml", ".txt", ".html", ".json")
    return [
        path
        for path in sorted(PROJECT.rglob("*"))
        if path.suffix in suffixes and path.is_file() and not any(part[0] in "." for part in path.relative_to(PROJECT).parts)
    ]


def test_no_path_of_the_makers_machine_is_left():
    found = {f"{name(path)}: {match[0]}" for path in written()
             for match in re.finditer(r"/(?:work|home|root|Users)/[\w-]+/[\w/-]+", path.read_text(encoding="utf-8"))}  # fmt: skip
    assert not found, shown(found)


def runs(text: str):
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def told(path: Path) -> list[str]:
    """What a reference file says: a text's own lines, of claims their quotes."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return lines if path.suffix == ".txt" else [json.loads(each).get("quote", "") for each in lines if each.strip()]


REFERENCE = os.environ.get("COMITY_REFERENCE", "")


@pytest.mark.skipif(not REFERENCE, reason="COMITY_REFERENCE names no folder of reference texts")
def test_no_sentence_of_the_reference_texts_stands_in_the_project():
    texts = [path for path in Path(REFERENCE).rglob("*") if path.suffix == ".txt" or path.name.endswith(".claims.jsonl")]
    known = {run for path in texts for text in told(path) for run in runs(text)}
    assert known, f"COMITY_REFERENCE={REFERENCE} holds no text"
    shared = {f"{name(path)}: {' '.join(run)}" for path in written()
              for run in runs(path.read_text(encoding="utf-8")) if run in known}  # fmt: skip
    assert not shared, shown(shared)
