"""What the manual's pages show of the program: found, run in a folder of its own, compared, and written anew.

A page shows the program in three ways; each is run in the order of the page, in one folder that holds the example documents:

    ```sh          lines that begin with "$ " are run; the lines under each are its output, "..." for lines left out
    ```python      is run; a ```text block right under it is its output
    <!-- file: PATH -->   over any block: the block is the content of that file
"""

from __future__ import annotations

import operator
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import comity

EXAMPLES = Path(comity.__file__).parent / "examples"
RECORD = "laos.comity"
LEFT_OUT = "..."
PROMPT = "$ "
BLOCK = re.compile(r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a page does: write a file, run a command, run Python."""

    does: str
    """`file`, `sh` or `python`."""
    given: str
    """The command, the code, or the file's path."""
    start: int
    end: int
    """Where its output, or the file's content, stands in the page."""
    compared: bool = True


def steps(page: str) -> Iterator[Step]:
    """What a page does, in its order."""
    blocks = list(BLOCK.finditer(page))
    for number, block in enumerate(blocks):
        if block["file"]:
            yield Step("file", block["file"], *block.span("body"))
        elif block["language"] == "sh":
            yield from _commands(block)
        elif block["language"] == "python":
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if following and following["language"] == "text" and not page[block.end() : following.start()].strip():
                yield Step("python", block["body"], *following.span("body"))
            else:
                yield Step("python", block["body"], block.end("body"), block.end("body"), compared=False)


def _commands(block: re.Match[str]) -> Iterator[Step]:
    """The commands of a block, where it shows any: one without a prompt is for readers to copy."""
    at = block.start("body")
    command, start = "", 0
    for line in block["body"].splitlines(keepends=True):
        if line.startswith(PROMPT):
            if command:
                yield Step("sh", command, start, at)
            command, start = line[len(PROMPT) :].rstrip("\n"), at + len(line)
        at += len(line)
    if command:
        yield Step("sh", command, start, at)


@contextmanager
def workshop(page: str) -> Iterator[Path]:
    """A folder with the example documents, and with their record where the page names it and does not make it."""
    with tempfile.TemporaryDirectory(prefix="comity-manual-") as name:
        folder = Path(name) / "here"
        shutil.copytree(EXAMPLES, folder / "documents", ignore=shutil.ignore_patterns("README*"))
        _command(Path(name) / "bin")
        if RECORD in page and not re.search(rf"(?:-o|--keep) {re.escape(RECORD)}", page):
            run("sh", f"comity build documents -o {RECORD}", folder)
        yield folder


def _command(folder: Path) -> None:
    """The command `comity` of the package that is imported here, whether it is installed or not."""
    folder.mkdir()
    script = folder / "comity"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m comity "$@"\n', encoding="utf-8")
    script.chmod(0o755)


def run(does: str, given: str, folder: Path) -> tuple[str, int]:
    """What a command or a piece of Python writes, and its exit status."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "COMITY_REFERENCE")}
    environment = {
        **kept,
        "PATH": f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(EXAMPLES.parents[1]),
        "PYTHONUTF8": "1",
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
    }
    command = ["sh", "-c", given] if does == "sh" else [sys.executable, "-c", given]
    ended = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return ended.stdout, ended.returncode


def play(page: str, folder: Path) -> Iterator[tuple[Step, str]]:
    """Each step of a page with what the program writes; "" where it is not compared and all went well."""
    for step in steps(page):
        if step.does == "file":
            path = folder / step.given
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page[step.start : step.end], encoding="utf-8")
            continue
        output, status = run(step.does, step.given, folder)
        if "Traceback (most recent call last)" in output and step.does == "sh":
            raise RuntimeError(f"the program broke down on `{step.given}`:\n{output}")
        if step.compared or status:
            yield step, output


def faults(page: str) -> list[str]:
    """Where a page shows what the program does not do, each in words that say what it does."""
    found = []
    with workshop(page) as folder:
        for step, output in play(page, folder):
            if not fits(page[step.start : step.end].splitlines(), output.splitlines()):
                found.append(f"line {page.count(chr(10), 0, step.start)}: {step.given.strip()}\n{output}")
    return found


def refreshed(page: str) -> str:
    """The page with what the program writes now; what it left out stays left out."""
    with workshop(page) as folder:
        played = list(play(page, folder))
    for step, output in reversed(played):
        if step.compared:
            lines = renewed(page[step.start : step.end].splitlines(), output.splitlines())
            page = page[: step.start] + "".join(f"{line}\n" for line in lines) + page[step.end :]
    return page


def fits(shown: Sequence[str], output: Sequence[str]) -> bool:
    """Is this what is written, where "..." stands for any lines?

    >>> fits(["one", "...", "four"], ["one", "two", "three", "four"]), fits(["..."], []), fits(["one"], ["one", "two"])
    (True, True, False)
    """
    written = [line.rstrip() for line in output]
    first, *rest = _parts(shown)
    if not rest:
        return written == first
    *middle, last = rest
    at, end = len(first), len(written) - len(last)
    if written[:at] != first or written[end:] != last:
        return False
    for part in middle:
        place = next((start for start in range(at, end - len(part) + 1) if written[start : start + len(part)] == part), None)
        if place is None:
            return False
        at = place + len(part)
    return at <= end


def renewed(shown: Sequence[str], output: Sequence[str]) -> list[str]:
    """As many of the written lines as were shown, at the same places.

    >>> renewed(["one", "...", "5"], ["one", "two", "three", "4"])
    ['one', '...', '4']
    """
    if fits(shown, output):
        return list(shown)
    written, parts = [line.rstrip() for line in output], _parts(shown)
    if len(parts) == 1:
        return written
    kept: list[str] = []
    at = 0
    for number, part in enumerate(parts):
        start = _place(part, written, at) if 0 < number < len(parts) - 1 else 0 if not number else len(written) - len(part)
        start = max(start, at)
        kept += ([LEFT_OUT] if number else []) + written[start : start + len(part)]
        at = start + len(part)
    return kept


def _parts(shown: Sequence[str]) -> list[list[str]]:
    """The shown lines, cut where lines are left out."""
    parts: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line.rstrip())
    return parts


def _place(part: Sequence[str], written: Sequence[str], at: int) -> int:
    """Where lines that have changed begin now: where most of them still stand."""
    return max(range(at, len(written) + 1), key=lambda start: (sum(map(operator.eq, part, written[start:])), -start))
