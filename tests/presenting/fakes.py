"""Stand-ins for the floors below, so that commands are tested for what they do with them.

Run as a program it is the command `comity` over these stand-ins.
"""

from __future__ import annotations

import sys
import types
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).parents[1])]

from comity import pipeline as real  # noqa: E402
from comity.errors import EmptyDocument, NoSource, PatternUnshown, RecordBusy  # noqa: E402
from comity.registry import Folders  # noqa: E402
from presenting import factory  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from comity.querying._question import Answer, Question


@dataclass(frozen=True)
class Report:
    problems: tuple[Exception, ...] = ()
    rules: int = 2
    patterns: int = 5
    examples: int = 7
    actors: int = 300


CALLS: list[tuple[Any, ...]] = []


def build(sources: Sequence[str], out: str, *, options: real.Options, report: Callable[[real.Progress], None]) -> real.Summary:
    CALLS.append((sources, out, options))
    if "missing" in sources:
        raise NoSource(path="missing")
    if "busy" in sources:
        raise RecordBusy(path=out)
    failed = int("empty.txt" in sources)
    if failed:
        options.on_error(EmptyDocument(file="empty.txt", size=0))
    report(real.Progress(1, 2, 3))
    return real.Summary(2, 3, 1, 1, 0, failed, by_kind={"status": 1, "mission": 2})


def code(sources: Sequence[str], *, options: real.Options) -> Iterator[tuple[Any, Any]]:
    if "stop" in sources:
        raise KeyboardInterrupt
    if "empty.txt" in sources:
        options.on_error(EmptyDocument(file="empty.txt", size=0))
    for _ in range(2000 if "many" in sources else 1):
        yield from factory.documents()


def check(folder: Path | None) -> Report:
    wrong = folder is not None and folder.name == "wrong"
    return Report((PatternUnshown(file="visit.yaml", line=4, pattern="{a} <met>\n{b}"),) if wrong else ())


class Record:
    def __init__(self, path: str, folders: Folders, **seen: object) -> None:
        self.path, self.folders, self.seen = path, folders, seen

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        return lambda **asked: factory.told(self.path, asked)


def questions() -> dict[str, Question]:
    return {one.name: one for one in (factory.QUESTION, factory.SEARCH, factory.BRIEF)}


def modules() -> dict[str, types.ModuleType]:
    names = ("pipeline", "running", "checking", "querying")
    pipeline, running, checking, querying = (types.ModuleType(f"comity.{name}") for name in names)
    vars(running).update(build=build)
    vars(pipeline).update({**vars(real), "build": build, "code": code, "__name__": "comity.pipeline"})
    vars(checking).update(check=check)
    import comity.querying

    vars(querying).update(Record=Record, questions=questions, __path__=list(comity.querying.__path__))
    return {module.__name__: module for module in (pipeline, running, checking, querying)}


if __name__ == "__main__":
    import comity

    for name, module in modules().items():
        sys.modules[name] = module
        setattr(comity, name.removeprefix("comity."), module)
    from comity.presenting.cli import main

    main()
