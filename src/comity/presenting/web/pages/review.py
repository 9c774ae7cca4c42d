"""The review queue: one claim at a time, decided by a key or a button; and its rules, accepted at once after a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity.errors import UnknownChoice, UnknownParameter, did_you_mean
from comity.gazetteer import actors
from comity.presenting.web import answers, html
from comity.presenting.web.cards import Card, card, pattern
from comity.presenting.web.done import done
from comity.querying._lineage import codes
from comity.recording import queue
from comity.recording.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.querying import Record
    from comity.recording.store import Store

_FILTERS = ("kind", "rule", "doc", "a", "b", "state", "order")
_KNOWN = (*_FILTERS, "claim", "after", "before", "done")
# Rules on one page.
_RULES = 100
_SHOWN = View(rejected=True)
"""Who reviews sees what was rejected, too: how else is he to think better of it?"""


def routes(site: Site) -> Iterator[Route]:
    """The queue, its claim as JSON, and the rules with what is known of their errors."""
    yield Route("/review.json", answers.checked(site, _data(site)))
    yield Route("/review", answers.checked(site, _page(site), refuse=html.refused))
    yield Route("/review/rules", answers.checked(site, _rules(site), refuse=html.refused))


@dataclass(frozen=True)
class _Asked:
    """Which queue is asked for, and where in it."""

    given: dict[str, str]
    filters: queue.Filters
    order: str

    def at(self, **more: object) -> str:
        """The address of a place in the queue."""
        return html.place("/review", **{**self.given, **more})


def _asked(site: Site, request: Request, store: Store) -> _Asked:
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    unknown = next((name for name in given if name not in _KNOWN), "")
    if unknown:
        raise UnknownParameter(question="review", name=unknown, allowed=", ".join(_KNOWN), hint=did_you_mean(unknown, _KNOWN))
    order, state = given.get("order", queue.CONTRADICTED), given.get("state", queue.WAITING)
    _one_of("the order", order, queue.ORDERS)
    _one_of("the state", state, queue.STATES)
    if kind := given.get("kind", ""):
        _one_of("the kind", kind, tuple(store.kinds))
    known = actors(site.folders)
    sides = {name: tuple(codes(store, known.find(given[name]))) if name in given else () for name in ("a", "b")}
    filters = queue.Filters(kind, given.get("rule", ""), given.get("doc", ""), sides["a"], sides["b"], state)
    return _Asked({name: value for name, value in given.items() if name in _FILTERS}, filters, order)


def _one_of(what: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UnknownChoice(what=what, value=value, allowed=", ".join(allowed), hint=did_you_mean(value, allowed))


def _chosen(request: Request, store: Store, asked: _Asked) -> str:
    """The claim to be shown: the one that is named, the one behind or before another, or the first; "" where none waits."""
    told = request.query_params
    if claim := told.get("claim", ""):
        return store.claim(claim).id
    if before := told.get("before", ""):
        return queue.next_claim(store, asked.filters, asked.order, after=before, back=True) or store.claim(before).id
    after = told.get("after", "")
    found = queue.next_claim(store, asked.filters, asked.order, after=after) if after else ""
    return found or queue.next_claim(store, asked.filters, asked.order)


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        with site.pool.record(_SHOWN) as record:
            store = record.store
            asked = _asked(site, request, store)
            name = _chosen(request, store, asked)
            told = card(site, record, name) if name else None
            given = {one: asked.given.get(one, "") for one in _FILTERS}
            forms = {"json": asked.at(claim=name).replace("/review", "/review.json", 1)} if name else {}
            return html.page(
                request, "review.html", title="Review", card=told, asked=asked, given=given, clashes=_clashes(told),
                kinds=list(store.kinds), orders=queue.ORDERS, states=queue.STATES, progress=queue.progress(store, asked.filters),
                done=done(request, store), forms=forms,
                estimate=queue.estimate(store, asked.filters.rule) if asked.filters.rule else None,
            )  # fmt: skip

    return show


def _clashes(told: Card | None) -> list[dict[str, Any]]:
    """What other sources tell instead of this claim."""
    if told is None or told.entry is None:
        return []
    return [
        {"field": one.field, "stage": one.stage, "entry": told.entry.id,
         "values": [value for value, claims in one.values if told.claim.id not in claims]}
        for one in told.clashes
    ]  # fmt: skip


def _data(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        with site.pool.record(_SHOWN) as record:
            asked = _asked(site, request, record.store)
            name = _chosen(request, record.store, asked)
            told = queue.progress(record.store, asked.filters)
            progress = {"all": told.all, "decided": told.decided}
            return answers.as_json({"claim": _told(site, record, name) if name else None, "progress": progress})

    return answer


def _told(site: Site, record: Record, name: str) -> Mapping[str, Any]:
    one = card(site, record, name)
    data = record.why(name).data
    return {**data, "before": one.before, "after": one.after, "pattern": one.pattern, "states": one.states}


def _rules(site: Site) -> answers.Answering:
    """The rules by which something waits; of one that is chosen, its sample."""

    def show(request: Request) -> Response:
        rule = request.query_params.get("rule", "").strip()
        with site.pool.record(_SHOWN) as record:
            store = record.store
            kind = request.query_params.get("kind", "").strip()
            listed = queue.rules(store, kind)
            told = queue.estimate(store, rule) if rule else None
            return html.page(
                request, "rules.html", title=f"By rule: {rule}" if rule else "By rule", rules=listed[:_RULES], number=len(listed),
                rule=rule, pattern=pattern(site, rule) if rule else "", estimate=told, kind=kind, kinds=list(store.kinds),
                done=done(request, store), forms={},
            )  # fmt: skip

    return show
