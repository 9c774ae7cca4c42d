"""What the pages' forms do: decide about claims and contradictions, correct, add, accept by rule, undo, redo, give one's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.errors import NoName, NothingToUndo, UnknownChoice, WrongJudgement
from comity.presenting.web import posting
from comity.presenting.web.accounts import rights
from comity.presenting.web.cards import inputs, stretch
from comity.presenting.web.html import place
from comity.presenting.web.person import checked, named
from comity.presenting.web.posting import back
from comity.recording import judging, queue, undoing
from comity.recording.judgements import ADD, CORRECT
from comity.recording.looking import claim_at
from comity.recording.settling import settle
from comity.recording.store import Store
from comity.recording.views import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.requests import Request

    from comity.presenting.web.site import Site
    from comity.recording.judgements import Judgement

    Act = Callable[[Site, Request, Mapping[str, str]], str]


def routes(site: Site) -> Iterator[Route]:
    """All of them write, and are asked by POST alone."""
    for path, act in _ACTS.items():
        yield Route(path, posting.endpoint(site, _on(site, act), renames=act is _name), methods=["POST"])


def _on(site: Site, act: Act) -> Callable[[Request, Mapping[str, str]], str]:
    return lambda request, form: act(site, request, form)


def _decide(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """A verdict on one claim or several; `go` says that the next of the queue is wanted then."""
    verdict, _, claims = form.get("decide", "").partition(" ")
    rights.allow(request, verdict)
    who, why = named(request, form.get("by", "")), form.get("why", "").strip()
    ids = [one.strip() for one in claims.split(",")]
    said = judging.judge(site.path, ids, verdict, by=who, why=why, other=form.get("other", ""), folders=site.folders)
    return _on_with(form, said, ids[0])


def _on_with(form: Mapping[str, str], said: Sequence[Judgement], claim: str) -> str:
    on = {"after": claim, "claim": "", "before": ""} if form.get("go") else {}
    return back(form, f"/review?claim={claim}", done=said[-1].seq if said else "", **on)


def _correct(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """The fields of a claim as they should be; only what differs is decided."""
    rights.allow(request, CORRECT)
    name, who = form.get("claim", ""), named(request, form.get("by", ""))
    with Store.open(site.path, site.folders, View(rejected=True)) as store:
        claim = store.claim(name)
        before = {one["name"]: one["value"] for one in inputs(store, claim.kind, claim)}
    before |= {"when": claim.when, "factuality": claim.factuality}
    changes = {field: value for field, value in _fields(form).items() if value != before.get(field, "")}
    if not changes:
        raise WrongJudgement(verdict=CORRECT, wants="at least one field with another value")
    why = form.get("why", "").strip()
    said = judging.judge(site.path, claim.id, CORRECT, by=who, why=why, changes=changes, folders=site.folders)
    return _on_with(form, said, claim.id)


def _fields(form: Mapping[str, str]) -> dict[str, str]:
    return {name.removeprefix("f-"): value.strip() for name, value in form.items() if name.startswith("f-")}


def _add(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """A claim that somebody read in a document."""
    rights.allow(request, ADD)
    doc = form.get("doc", "")
    fields = {name: value for name, value in _fields(form).items() if value}
    who, why = named(request, form.get("by", "")), form.get("why", "").strip()
    with Store.open(site.path, site.folders) as store:
        text = store.document(doc).text
    start, end = stretch(form.get("at", ""), len(text))
    quote = text[start:end] if end else form.get("quote", "")
    told = (doc, quote, form.get("kind", ""), fields)
    said = judging.add(site.path, *told, by=who, why=why, start=start if end else None, folders=site.folders)
    made = _claim_of(site, said)
    return back(form, place(f"/doc/{doc}"), done=said[-1].seq, claim=made) + (f"#{made}" if made else "")


def _claim_of(site: Site, said: Sequence[Judgement]) -> str:
    """The claim that a judgement is about, as it stands now; "" where it does not."""
    anchor = said[0].anchor if said else None
    if anchor is None:
        return ""
    with Store.open(site.path, site.folders, View(rejected=True)) as store:
        found = claim_at(store, anchor)
    return found.id if found else ""


def _settle(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """A contradiction: `prefer=VALUE`, `both`, `rougher` or `unsure`."""
    rights.allow(request, "settle")
    verdict, _, value = form.get("decide", "").partition("=")
    who, why = named(request, form.get("by", "")), form.get("why", "").strip()
    entry, clash = form.get("entry", ""), form.get("contradiction", "")
    said = settle(site.path, entry, clash, verdict, by=who, why=why, value=value, folders=site.folders)
    return back(form, f"/contradictions/{entry}", done=said[-1].seq if said else "")


def _undo(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """What is named, or what this person decided last."""
    return _take_back(site, request, form, undoing.last_done)


def _redo(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """What this person took back last."""
    return _take_back(site, request, form, undoing.last_undone)


def _take_back(site: Site, request: Request, form: Mapping[str, str], last: Callable[[Store, str], undoing.Deed | None]) -> str:
    who, what = named(request, form.get("by", "")), form.get("what", "").strip()
    names: list[int | str] = [what]
    with Store.open(site.path, site.folders) as store:
        if not what:
            deed = last(store, who)
            if deed is None:
                raise NothingToUndo(what="last", last=0)
            names = deed.names
        rights.allow_undo(request, store, names)
    said = judging.undo(site.path, names, by=who, why=form.get("why", "").strip(), folders=site.folders)
    shown = {"claim": _claim_of(site, said), "after": ""} if form.get("back", "").startswith("/review") else {}
    return back(form, "/history", done=said[-1].seq, **shown)


def _by_rule(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """All that waits of one rule, once its sample has been looked at; how wrong it may be becomes the reason."""
    rights.allow(request, "accept by rule")
    rule, who = form.get("rule", ""), named(request, form.get("by", ""))
    with Store.open(site.path, site.folders, View(rejected=True)) as store:
        told, waiting = queue.estimate(store, rule), queue.waiting(store, rule)
    if not waiting or not told.ready:
        allowed = "a rule whose sample has been decided, and of which claims wait"
        raise UnknownChoice(what="the rule to be accepted by", value=rule, allowed=allowed, hint="")
    low, high = told.bounds
    why = f"by rule {rule}: {told.wrong} of {told.seen} sampled were wrong, so that {low:.0%} to {high:.0%} may be"
    own = form.get("why", "").strip()
    said = judging.judge(site.path, waiting, "accept", by=who, why=f"{own} ({why})" if own else why, folders=site.folders)
    return back(form, "/review/rules", done=said[-1].seq)


def _name(site: Site, request: Request, form: Mapping[str, str]) -> str:
    """One's name, to be kept by the browser."""
    if not checked(form.get("by", "")):
        raise NoName
    return back(form, "/review")


_ACTS: dict[str, Act] = {
    "/decide": _decide, "/correct": _correct, "/add": _add, "/settle": _settle, "/undo": _undo, "/redo": _redo,
    "/accept-rule": _by_rule, "/name": _name,
}  # fmt: skip
