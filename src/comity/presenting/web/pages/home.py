"""The first page: one box for states, pairs and words; what is found, what it can be narrowed by, how it lies over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity.errors import BadParameter, QueryError, UnknownParameter, did_you_mean
from comity.gazetteer import actors
from comity.presenting._plain import shorten
from comity.presenting.web import answers, html
from comity.presenting.web.years import histogram
from comity.querying._cite import quoted
from comity.querying._question import Quoted
from comity.querying._words import caption
from comity.recording import counts, searching
from comity.recording.searching import BY, Found, Narrowed
from comity.recording.writings import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.gazetteer import Gazetteer
    from comity.presenting.web.site import Site
    from comity.querying import Record
    from comity.recording.found import Passage
    from comity.recording.searching import Result

_MOST_PAIRS = 24
# Sentences on one page.
_MOST = 50
_KNOWN = ("q", *BY, "from", "to", "offset", "done")
# Characters of a sentence in a list; the document has the rest.
_LONGEST = 600


def routes(site: Site) -> Iterator[Route]:
    """The page; what it finds as JSON and CSV is the question about words."""
    yield Route("/", answers.checked(site, _page(site), refuse=html.refused))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        given = _given(request)
        words, offset = given.get("q", ""), int(given.get("offset", 0))
        wanted = _narrowed(site, given)
        with site.pool.record() as record:
            known = actors(site.folders)
            states = [] if wanted.any else states_in(known, words)
            found = _found(record, words, wanted, offset) if words or wanted.any else None
            years = found.years if found else record.store.kept("years", lambda: searching.years(record.store), COUNTED)
            return html.page(
                request, "home.html", title=site.path.stem, words=words, states=[(code, known.name(code)) for code in states],
                pairs=_pairs(record, known, states) if len(states) == 1 or not (words or wanted.any) else [],
                counts=record.store.kept("kinds", record.store.count_by_kind, COUNTED),
                documents=counts.documents(record.store),
                forms=_forms(words),
                found=found, rows=[_row(record, *one) for one in found.passages] if found else [], given=given,
                facets=_facets(site, record, given, found) if found else [], years=histogram(years, given), off=_off(site, given),
                more=html.place("/", **{**given, "offset": offset + _MOST}) if found and offset + _MOST < found.total else "",
                first=offset + 1,
            )  # fmt: skip

    return show


def _given(request: Request) -> dict[str, str]:
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    unknown = next((name for name in given if name not in _KNOWN), "")
    if unknown:
        raise UnknownParameter(question="home", name=unknown, allowed=", ".join(_KNOWN), hint=did_you_mean(unknown, _KNOWN))
    for name in ("from", "to", "offset"):
        value = given.get(name, "0")
        year = value[:4] if name != "offset" else value
        if not (year.isascii() and year.isdigit() and len(year) < 9):
            raise BadParameter(name=name, value=value, why="it is a number" if name == "offset" else "it begins with a year")
    if found := next((value for value in given.values() if "\0" in value), None):
        raise BadParameter(name="q", value=found, why="it holds a character that no text has")
    return {name: value for name, value in given.items() if name != "done"}


def _narrowed(site: Site, given: Mapping[str, str]) -> Narrowed:
    actor = actors(site.folders).find(given["actor"]) if "actor" in given else ""
    first, last = (int(given[name][:4]) if name in given else None for name in ("from", "to"))
    return Narrowed(**{name: given.get(name, "") for name in BY if name != "actor"}, actor=actor, first=first, last=last)


def _found(record: Record, words: str, wanted: Narrowed, offset: int) -> Result:
    return searching.search(record.store, words, wanted, limit=_MOST, offset=offset)


def _row(record: Record, passage: Passage, claims: list[Found]) -> dict[str, Any]:
    """A sentence as the page shows it: its words, its source, the claims in it that were wanted."""
    store = record.store
    whole = [store.claim(one.id) for one in claims[:4]]
    text = passage.text or passage.span.of(store.document(passage.doc))
    if whole and whole[0].evidence == passage.span:
        source = quoted(store, whole[0])
    else:
        told = store.document(passage.doc).source
        source = Quoted("", passage.doc, text, passage.span.start, passage.span.end, told.title, told.publisher, told.published)
    chips = [{"what": caption(store, one), "when": one.when, "kind": one.kind, "claim": one.id, "state": told.state,
              "factuality": one.factuality} for one, told in zip(whole, claims, strict=False)]  # fmt: skip
    return {"text": shorten(text, _LONGEST), "source": source, "chips": chips, "rest": len(claims) - len(chips)}


def _facets(site: Site, record: Record, given: Mapping[str, str], found: Result) -> list[dict[str, Any]]:
    """By what the search can be narrowed: each value with its number and its address; one that is chosen leads back."""
    known = actors(site.folders)
    facets = []
    for name in BY:
        rest = {key: value for key, value in given.items() if key not in (name, "offset")}
        values = [
            {"said": known.name(value) if name == "actor" else _title(record, value) if name == "doc" else value,
             "number": number, "at": html.place("/", **rest, **{name: value})}
            for value, number in found.counts.get(name, [])
        ]  # fmt: skip
        if len(values) > 1 and name not in given:
            facets.append({"name": name, "values": values})
    return facets


def _title(record: Record, doc: str) -> str:
    return record.store.document(doc).source.title or doc


def _off(site: Site, given: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What the search is narrowed by, each with the address without it."""
    found = []
    for name in (*BY, "from", "to"):
        if name in given:
            rest = {key: value for key, value in given.items() if key not in (name, "offset")}
            said = actors(site.folders).name(actors(site.folders).find(given[name])) if name == "actor" else given[name]
            found.append((name, said, html.place("/", **rest)))
    return found


def _forms(words: str) -> dict[str, str]:
    return {form: html.place(f"/ask/search.{form}", words=words) for form in answers.FORMS} if words else {}


def states_in(known: Gazetteer, words: str) -> list[str]:
    """The codes of one or two states, if that is what the words are.

    >>> states_in(actors(), "south korea laos"), states_in(actors(), "LAO VNM"), states_in(actors(), "an embassy in Lima")
    (['KOR', 'LAO'], ['LAO', 'VNM'], [])
    """
    parts = words.replace(",", " ").replace(" and ", " ").split()
    if code := _code(known, " ".join(parts)):
        return [code]
    for at in range(1, len(parts)):
        first, second = _code(known, " ".join(parts[:at])), _code(known, " ".join(parts[at:]))
        if first and second and first != second:
            return [first, second]
    return []


def _code(known: Gazetteer, words: str) -> str:
    try:
        return known.find(words)
    except QueryError:
        return ""


def _pairs(record: Record, known: Gazetteer, states: list[str]) -> list[dict[str, object]]:
    """The pairs of which most is told; of one state where one is asked about."""
    one = states[0] if states else ""
    told = record.store.kept(("pairs", one), lambda: counts.pairs(record.store, one, most=_MOST_PAIRS), COUNTED)
    return [{"a": a, "b": b, "name": f"{known.name(a)} – {known.name(b)}", "claims": number} for a, b, number in told]
