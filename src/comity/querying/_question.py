"""What a question and its answer are. A question is described once: its command, route, method and manual entry follow."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from comity.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Cell: TypeAlias = str | int | float
ParameterType = Literal["actor", "actors", "pairs", "date", "kind", "words", "claim", "number", "flag", "folder", "choice"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question is asked with.

    A required parameter is an argument of the command, any other an option `--name`. Actors are given as names or
    codes and reach `ask` as codes, several as a tuple of codes, pairs (`Laos:Vietnam`) as a tuple of pairs of codes; dates
    reach it as EDTF that has been checked.
    """

    name: str
    type: ParameterType
    what: str
    required: bool = False
    argument: bool = False
    """An argument of the command though it may be left out: the second state of `timeline REC A [B]`."""
    option: bool = False
    """An option of the command though it is required: the day of a network."""
    one_of: tuple[str, ...] = ()
    """What a choice may be."""

    @property
    def many(self) -> bool:
        """Are several values given one after another?"""
        return self.type in ("actors", "pairs")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source of an answer: the words, where they stand, and the claim that they bear."""

    claim: str
    doc: str
    quote: str
    start: int
    end: int
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    copy_of: str = ""
    """The document that had the sentence first."""
    author: str = ""
    accessed: str = ""
    archived: str = ""
    language: str = ""
    cited: str = ""
    """What the passage itself cites for these words."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart: when it was, how much, and the same in words."""

    label: str
    value: float
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A series of one measure and unit, to be drawn."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. A cell may end in marks such as [3], which point into the answer's sources."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    charts: tuple[Chart, ...] = ()
    """What of it can be drawn; the rows tell all of it."""


@dataclass(frozen=True)
class Answer:
    """What a question gives back: sentences, tables, sources, and the same as plain data."""

    question: str
    asked: Mapping[str, object]
    lead: tuple[str, ...] = ()
    """The answer in words, one sentence each."""
    tables: tuple[Table, ...] = ()
    sources: tuple[Quoted, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader must know to read it right: what was covered, what no source tells."""
    found: bool = True
    data: Mapping[str, Any] = field(default_factory=dict)
    """The answer for programs: JSON-ready, its keys stable."""

    def to_json(self) -> dict[str, Any]:
        """The answer as `--json` and the HTTP API give it."""
        return {"question": self.question, "asked": dict(self.asked), "found": self.found, **self.data, "notes": list(self.notes)}

    def frame(self, table: int = 0) -> Any:
        """One of the tables as a pandas frame; a QueryError where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra(what="a frame", package="pandas", extra="frames") from error
        chosen = self.tables[table]
        return pd.DataFrame(list(chosen.rows), columns=list(chosen.columns))

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it."""
        # Fetched by its name, as the front door does: how answers look is for another room.
        shown: str = importlib.import_module("comity.presenting.notebook").render(self)
        return shown

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """The rows of the first table, each as a mapping from column to cell."""
        for row in self.tables[0].rows if self.tables else ():
            yield dict(zip(self.tables[0].columns, row, strict=True))


@dataclass(frozen=True, slots=True)
class Question:
    """A question's name, meaning, parameters and an example of its use as a command."""

    name: str
    what: str
    parameters: tuple[Parameter, ...]
    example: str
    ask: Callable[..., Answer]
    """Called as ask(store, **parameters)."""
