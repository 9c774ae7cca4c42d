"""Questions to a record, a file each; they only read.

`Record` gives each question as a method:

    record = Record("laos.comity")
    record.status("Laos", "South Korea", on="1980")
    Record("laos.comity", as_recorded="2024-06", accepted=True).timeline("Laos")
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from comity import edtf
from comity.errors import NoPair, UnknownChoice, did_you_mean
from comity.gazetteer import actors
from comity.querying._question import Answer, Parameter, Question, Quoted, Table
from comity.recording.store import Store
from comity.recording.views import View
from comity.registry import Folders, plugins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

__all__ = ["Answer", "Parameter", "Question", "Quoted", "Record", "Table", "questions"]


def questions() -> dict[str, Question]:
    """Every question by name, found by looking into this folder."""
    return {name: module.QUESTION for name, module in plugins("comity.querying").items()}


class Record:
    """A record file that can be asked: `record.timeline("Laos")`, `record.why("9f3c")`."""

    def __init__(
        self,
        path: Path | str,
        folders: Folders = Folders(),
        *,
        as_recorded: str = "",
        accepted: bool = False,
        rejected: bool = False,
    ) -> None:
        """Open a record, as `View` lets it be seen: as of a day, only what was accepted, also what was rejected."""
        self.store = Store.open(path, folders, View(as_recorded, accepted, rejected))

    def ask(self, question: str, *args: object, **given: object) -> Answer:
        """The answer to a question by its name; states may be given by any known name, dates as EDTF."""
        known = questions()
        if question not in known:
            hint = did_you_mean(question, known)
            raise UnknownChoice(what="the question", value=question, allowed=", ".join(known), hint=hint)
        asked = _bound(known[question], args, given)
        settled = {one.name: self._settled(one, asked[one.name]) for one in known[question].parameters if one.name in asked}
        answer = known[question].ask(self.store, **settled)
        return replace(answer, notes=(*answer.notes, *self.store.view.notes))

    def _settled(self, parameter: Parameter, value: object) -> object:
        """A value as questions want it: codes, checked dates, known kinds."""
        if value in ("", None) and not parameter.required:
            return ""
        if parameter.type == "actor":
            return self._code(value)
        if parameter.many:
            told = [value] if isinstance(value, str) else list(cast("Iterable[object]", value))
            return tuple(self._pair(str(one)) if parameter.type == "pairs" else self._code(one) for one in told)
        if parameter.type == "date":
            return edtf.check(str(value))
        if parameter.one_of and value not in parameter.one_of:
            allowed, hint = ", ".join(parameter.one_of), did_you_mean(str(value), parameter.one_of)
            raise UnknownChoice(what=f"the {parameter.name}", value=value, allowed=allowed, hint=hint)
        if parameter.type == "kind" and value not in self.store.kinds:
            allowed, hint = ", ".join(self.store.kinds), did_you_mean(str(value), self.store.kinds)
            raise UnknownChoice(what="the kind", value=value, allowed=allowed, hint=hint)
        return value

    def _code(self, name: object) -> str:
        return actors(self.store.folders).find(str(name))

    def _pair(self, told: str) -> tuple[str, str]:
        """The two codes of `Laos:Vietnam`."""
        first, colon, second = told.partition(":")
        if not colon:
            raise NoPair(value=told)
        return self._code(first.strip()), self._code(second.strip())

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        if name.startswith("_") or name not in questions():
            raise AttributeError(f"{type(self).__name__!r} has no question {name!r}. There are: {', '.join(questions())}.")
        return partial(self.ask, name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *questions()]

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _bound(question: Question, args: tuple[object, ...], given: dict[str, object]) -> dict[str, Any]:
    """Arguments by the names of a question's parameters; a TypeError where they do not fit, as for any function."""
    kinds = inspect.Parameter
    taken = [
        kinds(
            one.name,
            kinds.KEYWORD_ONLY if one.option or not (one.required or one.argument) else kinds.POSITIONAL_OR_KEYWORD,
            default=kinds.empty if one.required else None,
        )
        for one in question.parameters
    ]
    bound = inspect.Signature(sorted(taken, key=lambda one: one.kind)).bind(*args, **given)
    return {name: value for name, value in bound.arguments.items() if value is not None}
