"""An answer as CSV: its rows with all their columns, or its first table.

>>> from comity.querying._question import Answer, Table
>>> render(Answer("sources", {}, tables=(Table("", ("id", "title"), (("a", "=1+1"),)),)))
"id,title\\r\\na,'=1+1\\r\\n"
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.querying._question import Answer

# Some tables read the wide forms of East Asia as the narrow ones.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def render(answer: Answer) -> str:
    """UTF-8 as RFC 4180 has it; what a spreadsheet would take for a formula is made text by an apostrophe."""
    columns, rows = _told(answer)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _told(answer: Answer) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    if rows := answer.data.get("rows"):
        columns = list(answer.data.get("columns") or rows[0])
        return columns, [[row[name] for name in columns] for row in rows]
    return (answer.tables[0].columns, answer.tables[0].rows) if answer.tables else ((), ())


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        return _cell(" ".join(map(str, value)))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
