"""The history of decisions: who decided what of which claim, when and why; each to be taken back, alone or by batch."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity.errors import BadParameter, UnknownParameter, did_you_mean
from comity.presenting.web import answers, html
from comity.presenting.web.done import WORDS, captioned, done, of_what
from comity.recording import undoing
from comity.recording.judgements import UNDO, VERDICTS
from comity.recording.looking import claim_at
from comity.recording.undoing import Wanted
from comity.recording.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.recording.judgements import Judgement
    from comity.recording.store import Store

# Decisions on one page.
_MOST = 50
_FILTERS = tuple(Wanted.__slots__)


def routes(site: Site) -> Iterator[Route]:
    """The page, and the same as JSON."""
    yield Route("/history.json", answers.checked(site, _data(site)))
    yield Route("/history", answers.checked(site, _page(site), refuse=html.refused))


def _asked(request: Request) -> tuple[Wanted, int]:
    known = (*_FILTERS, "offset", "done")
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    unknown = next((name for name in given if name not in known), "")
    if unknown:
        raise UnknownParameter(question="history", name=unknown, allowed=", ".join(known), hint=did_you_mean(unknown, known))
    offset = given.get("offset", "0")
    if not (offset.isascii() and offset.isdigit() and len(offset) < 10):
        raise BadParameter(name="offset", value=offset, why="it is a number")
    return Wanted(**{name: value for name, value in given.items() if name in _FILTERS}), int(offset)


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        wanted, offset = _asked(request)
        with site.pool.record(View(rejected=True)) as record:
            store = record.store
            found, number = undoing.history(store, wanted, limit=_MOST, offset=offset)
            rows = _rows(store, found)
            given = {name: value for name, value in asdict(wanted).items() if value}
            more = html.place("/history", **given, offset=offset + _MOST) if offset + _MOST < number else ""
            return html.page(
                request, "history.html", title="History", days=_by_day(rows), number=number, more=more, given=asdict(wanted),
                people=undoing.people(store), verdicts=VERDICTS, done=done(request, store), told_as=WORDS,
                forms={"json": html.place("/history.json", **given)},
            )  # fmt: skip

    return show


def _rows(store: Store, found: Sequence[Judgement]) -> list[dict[str, Any]]:
    """Judgements as the page shows them; those of one batch that follow one another together."""
    gone, lost = undoing.taken_back(store), store.judged.lost()
    sizes = undoing.batches(store, {one.batch for one in found if one.batch})
    rows: list[dict[str, Any]] = []
    for batch, members in groupby(found, key=lambda one: one.batch or str(one.seq)):
        told = [_row(store, one, gone, lost) for one in members]
        size = sizes.get(batch, 1)
        standing = any(one["standing"] for one in told)
        rows.append({"batch": batch if size > 1 else "", "size": size, "judgements": told, "standing": standing})
    return rows


def _row(store: Store, one: Judgement, gone: Mapping[int, int], lost: Mapping[int, str]) -> dict[str, Any]:
    claim = claim_at(store, one.anchor) if one.anchor else None
    taken = gone.get(one.seq)
    state = f"taken back by {taken}" if taken else f"no effect: {lost[one.seq]}" if one.seq in lost else ""
    return {
        "number": one.seq, "when": one.when, "by": one.who, "verdict": one.verdict, "why": one.why, "of": of_what(store, one),
        "other": captioned(store, one.other) if one.other else "", "claim": claim.id if claim else "",
        "doc": one.anchor.doc if one.anchor else "", "rule": claim.rule if claim else "",
        "changes": {"in" if one.of_rivals else name: _plain(value) for name, value in (one.changes or {}).items()},
        "state": state,
        "undoes": one.undoes, "standing": not taken, "is_undo": one.verdict == UNDO,
    }  # fmt: skip


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _by_day(rows: Sequence[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(day, list(told)) for day, told in groupby(rows, key=lambda one: one["judgements"][0]["when"][:10])]


def _data(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        wanted, offset = _asked(request)
        with site.pool.record(View(rejected=True)) as record:
            found, number = undoing.history(record.store, wanted, limit=_MOST, offset=offset)
            rows = [one for row in _rows(record.store, found) for one in row["judgements"]]
        return answers.as_json({"judgements": rows, "total": number, "offset": offset})

    return answer
