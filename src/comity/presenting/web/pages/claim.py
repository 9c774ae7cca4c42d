"""Forms about one claim: its fields corrected, tied to or told from another, and a new claim made from words of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity import edtf
from comity.errors import UnknownChoice, did_you_mean
from comity.presenting.web import answers, html
from comity.presenting.web.cards import card, inputs, stretch
from comity.presenting.web.posting import back
from comity.querying._cite import quoted
from comity.querying._words import caption
from comity.recording.judging import FACTUALITY
from comity.recording.views import View
from comity.sameness import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.model import Claim
    from comity.presenting.web.cards import Card
    from comity.presenting.web.site import Site
    from comity.recording.store import Store

_SHOWN = View(rejected=True)
# Claims among which another of the same thing is sought, and those that are shown.
_MOST_SOUGHT, _MOST = 5000, 40


def routes(site: Site) -> Iterator[Route]:
    """The three forms; what they send is read by the page that decides."""
    yield Route("/claim/new", answers.checked(site, _new(site), refuse=html.refused))
    yield Route("/claim/{id}/edit", answers.checked(site, _edit(site), refuse=html.refused))
    yield Route("/claim/{id}/same", answers.checked(site, _same(site), refuse=html.refused))


def _return(request: Request, otherwise: str) -> str:
    return back({"back": request.query_params.get("back", "")}, otherwise)


def _edit(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        with site.pool.record(_SHOWN) as record:
            told = card(site, record, request.path_params["id"])
            fields = inputs(record.store, told.claim.kind, told.claim)
            return html.page(
                request, "edit.html", title=f"Correct: {told.what}", card=told, fields=fields, factualities=FACTUALITY,
                back=_return(request, f"/review?claim={told.claim.id}"), forms={},
            )  # fmt: skip

    return show


def _same(site: Site) -> answers.Answering:
    """Other claims that this one may be tied to, or is to be told from."""

    def show(request: Request) -> Response:
        part, words = bool(request.query_params.get("part")), request.query_params.get("q", "").strip()
        with site.pool.record(_SHOWN) as record:
            store = record.store
            told = card(site, record, request.path_params["id"])
            others = _of_entry(store, told) if part else _candidates(store, told, words)
            return html.page(
                request, "same.html", title=f"{'Split from' if part else 'Same as'}: {told.what}", card=told, part=part,
                others=others, words=words, back=_return(request, f"/review?claim={told.claim.id}"), forms={},
            )  # fmt: skip

    return show


def _of_entry(store: Store, told: Card) -> list[dict[str, Any]]:
    others = [one for one in (told.entry.claims if told.entry else ()) if one.id != told.claim.id]
    return [_other(store, told.claim, one) for one in others[:_MOST]]


def _candidates(store: Store, told: Card, words: str) -> list[dict[str, Any]]:
    """Claims of the kind that share its actors, the most alike first."""
    claim, kind = told.claim, store.kinds[told.claim.kind]
    mine = {one.id for one in told.entry.claims} if told.entry else {claim.id}
    parties = [name for name, field in kind.fields.items() if field.holds_actors]
    codes = set(claim.actors(parties))
    sought = store.claims(claim.kind, sorted(codes)[:1])[:_MOST_SOUGHT] if codes else []
    wanted = min(len(codes), 2)
    found = [one for one in sought if one.id not in mine and len(codes & set(one.actors(parties))) >= wanted]
    if words:
        found = [one for one in found if words.casefold() in f"{caption(store, one)} {edtf.say(one.when)}".casefold()]
    near = sorted(found, key=lambda one: (not compare(claim, one, kind).same, _apart(claim, one), one.id))
    return [_other(store, claim, one) for one in near[:_MOST]]


def _apart(claim: Claim, other: Claim) -> int:
    days = [edtf.first_day(one.when) if one.when else None for one in (claim, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 10**6


def _other(store: Store, claim: Claim, other: Claim) -> dict[str, Any]:
    return {
        "claim": other.id, "what": caption(store, other), "when": other.when, "factuality": other.factuality,
        "source": quoted(store, other), "likeness": compare(claim, other, store.kinds[claim.kind]).why,
    }  # fmt: skip


def _new(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        doc, chosen = request.query_params.get("doc", ""), request.query_params.get("kind", "").strip()
        with site.pool.record(_SHOWN) as record:
            store = record.store
            document = store.document(doc)
            if chosen and chosen not in store.kinds:
                allowed, hint = ", ".join(store.kinds), did_you_mean(chosen, store.kinds)
                raise UnknownChoice(what="the kind", value=chosen, allowed=allowed, hint=hint)
            start, end = stretch(request.query_params.get("at", ""), len(document.text))
            quote = document.text[start:end] if end else request.query_params.get("quote", "")
            kinds = [(name, one.what) for name, one in store.kinds.items()]
            return html.page(
                request, "new.html", title="A new claim", doc=doc, document=document.source.title or doc, kinds=kinds,
                kind=chosen, quote=quote, at=request.query_params.get("at", ""), factualities=FACTUALITY,
                fields=inputs(store, chosen) if chosen else [], back=_return(request, html.place(f"/doc/{doc}")), forms={},
            )  # fmt: skip

    return show
