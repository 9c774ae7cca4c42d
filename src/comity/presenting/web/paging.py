"""A part of an answer's long lists, with how many items there are and where the next stand.

Every list of objects at the top of an answer is paged alike, whatever it is called: rows, entries, figures, judgements.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode

from comity.presenting.web.asking import MOST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.presenting.web.asking import Asked
    from comity.querying._question import Answer

Pairs: TypeAlias = "Sequence[tuple[str, str]]"


def paged(told: dict[str, Any], asked: Asked, path: str, pairs: Pairs) -> dict[str, Any]:
    """The answer with its lists cut to the page that is asked for; as it is where all of it fits."""
    limit = asked.limit or MOST
    first, last = asked.offset, asked.offset + limit
    lists = _lists(told)
    longest = max(map(len, lists.values()), default=0)
    if not first and longest <= limit:
        return told
    more = longest > last
    # A question with a limit of its own was asked for one item more, and does not count the others.
    uncounted = more and "limit" in asked.given
    page = {
        "offset": first,
        "limit": limit,
        "totals": {name: None if uncounted else len(value) for name, value in lists.items()},
        "next": f"{path}?{urlencode([*_bare(pairs), ('limit', limit), ('offset', last)])}" if more else "",
    }
    return {**told, **{name: value[first:last] for name, value in lists.items()}, "page": page}


def cut(answer: Answer, asked: Asked) -> Answer:
    """The rows of a table that were asked for; all of them where nothing was said."""
    if asked.limit is None and not asked.offset:
        return answer
    part = slice(asked.offset, asked.offset + asked.limit if asked.limit else None)
    tables = tuple(replace(one, rows=one.rows[part]) for one in answer.tables)
    return replace(
        answer, tables=tables, data={**answer.data, **{name: value[part] for name, value in _lists(answer.data).items()}}
    )


def _lists(told: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {
        name: value
        for name, value in told.items()
        if name != "notes" and isinstance(value, list) and all(isinstance(one, dict) for one in value)
    }


def _bare(pairs: Pairs) -> list[tuple[str, str]]:
    return [(name, value) for name, value in pairs if name not in ("offset", "limit")]
