"""Where sources exclude one another: the queue of them, and each with its values side by side, to be decided with a reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse
from starlette.routing import Route

from comity.errors import NoSuchPlace, UnknownParameter, did_you_mean
from comity.gazetteer import actors
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.clashes import detail, rows, said
from comity.presenting.web.done import done
from comity.querying import contradictions as question
from comity.querying._decided import OPEN, STATES
from comity.recording.looking import entry_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.model import Entry
    from comity.presenting.web.site import Site
    from comity.querying import Record

# Contradictions on one page.
_MOST = 100
_OWN = ("kind", "way", "state")
"""What the page may be narrowed to, beside what the question is asked with."""


def routes(site: Site) -> Iterator[Route]:
    """The list, its data, and the page of each entry whose sources exclude one another."""
    for form in answers.FORMS:
        yield Route(f"/contradictions.{form}", answers.of_question(site, served()["contradictions"], form))
    yield Route("/contradictions", answers.checked(site, _list(site), refuse=html.refused))
    yield Route("/contradictions/next", answers.checked(site, _next(site), refuse=html.refused))
    yield Route("/contradictions/{entry}.json", answers.checked(site, _data(site)))
    yield Route("/contradictions/{entry}", answers.checked(site, _detail(site), refuse=html.refused))


def _found(site: Site, request: Request) -> tuple[list[dict[str, Any]], dict[str, str], int]:
    """The contradictions that are wanted, what was said of them, and how many are to be left out."""
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in (*_OWN, "after", "done")]
    wanted = asked(served()["contradictions"], pairs)
    own = {name: request.query_params.get(name, "").strip() for name in _OWN}
    usual = not (wanted.given.get("exact") or wanted.view.notes)
    with site.pool.record(wanted.view) as record:
        if usual and not (wanted.given.get("a") or wanted.given.get("b")):
            found = rows(site, record)
        else:
            found = _of_states(site, record, wanted.given)
    return found, own, wanted.offset


def _of_states(site: Site, record: Record, given: Mapping[str, object]) -> list[dict[str, Any]]:
    known = actors(site.folders)
    a, b = (known.find(str(given[name])) if given.get(name) else "" for name in ("a", "b"))
    return question.listed_of(record.store, a, b, exact=bool(given.get("exact")))


def _narrowed(found: Sequence[dict[str, Any]], own: Mapping[str, str]) -> list[dict[str, Any]]:
    """Those of a kind, a way, a state."""

    def fits(one: Mapping[str, Any]) -> bool:
        told = {"kind": one["kind"], "way": one["way"], "state": one["decided"]["state"]}
        return all(own[name] in ("", value) for name, value in told.items())

    return [one for one in found if fits(one)]


def _list(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        found, own, offset = _found(site, request)
        shown = _narrowed(found, own)
        rest = {name: value for name, value in request.query_params.items() if name not in ("offset", "done") and value}
        names = {code: actors(site.folders).name(code) for code in actors(site.folders)}
        last = offset + _MOST
        return html.page(
            request, "contradictions.html", title="Contradictions", found=shown[offset:last], number=len(shown), own=own,
            more=html.place("/contradictions", **rest, offset=last) if last < len(shown) else "", names=names,
            kinds=sorted({one["kind"] for one in found}), ways=sorted({one["way"] for one in found}), states=STATES, said=said,
            counts=Counter(one["decided"]["state"] for one in found), a=rest.get("a", ""), b=rest.get("b", ""), first=offset,
            forms=_forms(rest),
        )  # fmt: skip

    return show


def _forms(rest: Mapping[str, str]) -> dict[str, str]:
    asked_with = {name: value for name, value in rest.items() if name not in _OWN}
    return {form: html.place(f"/contradictions.{form}", **asked_with) for form in answers.FORMS}


def _next(site: Site) -> answers.Answering:
    """Leads to the next contradiction that nobody has decided, behind that of an entry."""

    def lead(request: Request) -> Response:
        with site.pool.record() as record:
            found = rows(site, record)
        names = [one["entry"] for one in found]
        after = request.query_params.get("after", "")
        at = len(names) - names[::-1].index(after) if after in names else 0
        ordered = [*found[at:], *found[:at]]
        where = next((one["entry"] for one in ordered if one["decided"]["state"] == OPEN and one["entry"] != after), "")
        return RedirectResponse(f"/contradictions/{where}" if where else "/contradictions", 303)

    return lead


def _of_entry(record: Record, name: str) -> Entry:
    """An entry with contradictions; a NoSuchPlace error where it has none."""
    found = entry_named(record.store, name)
    if found is None or not found.contradictions:
        raise NoSuchPlace(path=f"/contradictions/{name}")
    return found


def _data(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        with site.pool.record() as record:
            entry = _of_entry(record, request.path_params["entry"])
            return answers.as_json({"contradictions": question.data(record.store, [entry])})

    return answer


def _detail(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        unknown = next((name for name in request.query_params if name != "done"), "")
        if unknown:
            raise UnknownParameter(question="contradictions", name=unknown, allowed="done", hint=did_you_mean(unknown, ["done"]))
        with site.pool.record() as record:
            entry = _of_entry(record, request.path_params["entry"])
            found = detail(record.store, entry)
            told = found[0]
            pair = [code for code in told["actors"] if code.isupper()]
            return html.page(
                request, "contradiction.html", title=told["what"], found=found, entry=entry.id, kind=entry.kind, said=said,
                pair=pair if len(pair) == 2 else [], done=done(request, record.store),
                forms={"json": f"/contradictions/{entry.id}.json"},
            )  # fmt: skip

    return show
