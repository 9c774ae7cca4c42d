"""Pages made of templates: everything is escaped, marks lead to sources, every page knows its own address in other forms."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, RedirectResponse

import comity
from comity import edtf, errors
from comity.presenting import _sources
from comity.presenting._plain import clean, shorten
from comity.presenting.web import answers, faults
from comity.presenting.web.accounts import rights
from comity.presenting.web.asking import served
from comity.presenting.web.person import whose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.drawing import Drawing
    from comity.querying._question import Answer, Cell, Quoted

_HERE = Path(__file__).parent
STATIC = {path.name: path.read_bytes() for path in sorted((_HERE / "static").iterdir()) if path.is_file()}
"""What is served as it is, read once: no request leads to a file."""
# Characters of a quote that are shown where a mark is pointed at.
_TIP = 110
_SAFE_LINK = ("http://", "https://")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.globals |= {
        "questions": served, "version": comity.__version__, "place": place, "claim_place": claim_place, "link": link,
        "is_number": is_number, "static": STATIC, "asdict": asdict,
    }  # fmt: skip
    environment.filters |= {"visible": visible, "said": edtf.say, "shown": _sources.shown, "words": words}
    return environment


def page(request: Request, template: str, *, status: int = 200, **told: Any) -> Response:
    """A page made of a template."""
    address = {"path": request.url.path, "query": request.url.query}
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "done"]
    again = quote(request.url.path if request.method in ("GET", "HEAD") else "/") + (f"?{urlencode(kept)}" if kept else "")
    text = (
        _templates()
        .get_template(template)
        .render(
            **{"forms": forms(request), **told},
            here=address,
            again=again,
            who=whose(request),
            account=rights.account_of(request),
            outside=rights.is_outside(request),
            may=rights.deciding(request),
        )
    )
    return HTMLResponse(text, status)


def drawn(picture: Drawing, on: str, target: str) -> str:
    """Lanes as a picture that can stand in any page; what it is made of is named after `target`."""
    module: Any = _templates().get_template("lanes.html").module
    return str(module.svg(picture, on, target))


def refused(request: Request, error: errors.Error) -> Response:
    """An error in the form in which the request hoped for its answer: a page, or data."""
    path = request.url.path
    if isinstance(error, errors.NotSignedIn) and not _is_data(path) and request.method in ("GET", "HEAD"):
        again = path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(place("/sign-in", back="" if again == "/" else again), status_code=303)
    if _is_data(path):
        return answers.refused(request, error)
    told = faults.shown(error)
    return page(
        request,
        "error.html",
        status=faults.status(error),
        title="This cannot be shown",
        error=told,
        sentence=told.sentence,
        forms={},
    )


def _is_data(path: str) -> bool:
    """Was data asked for, and no page?"""
    return path.startswith("/api/") or path.endswith(tuple(f".{form}" for form in answers.FORMS))


def forms(request: Request) -> dict[str, str]:
    """The addresses of the same as JSON and CSV."""
    query = f"?{request.url.query}" if request.url.query else ""
    path = quote(request.url.path)
    return {form: f"{path}.{form}{query}" for form in answers.FORMS}


def marked(text: Cell, answer: Answer, prefix: str = "s") -> Markup:
    """A sentence or cell whose marks lead to the answer's numbered sources."""
    mark = (f'<a class="mark" href="#{prefix}' + '{0}">[{0}]</a>').format
    return Markup(_sources.with_marks(visible(_sources.shown(text)), len(answer.sources), mark, lambda rest: str(escape(rest))))


def led(text: Cell, answer: Answer) -> Markup:
    """The same with marks that lead straight to the words in their document, for a page that lists no sources."""

    def mark(number: int) -> str:
        source = answer.sources[number - 1]
        tip = escape(shorten(visible(source.quote), _TIP))
        return f'<a class="mark" href="{escape(claim_place(source))}" title="{tip}">[{number}]</a>'

    return Markup(_sources.with_marks(visible(_sources.shown(text)), len(answer.sources), mark, lambda rest: str(escape(rest))))


def visible(text: object) -> str:
    r"""The text without what would steer the order in which it is shown; lines stay lines.

    >>> visible("Laos\u202e soaL\x00\nPeru")
    'Laos soaL␀\nPeru'
    """
    # What turns the order is not printable, as no control is.
    told = str(text)
    return told if told.isprintable() else "\n".join(line if line.isprintable() else clean(line) for line in told.split("\n"))


def words(text: str) -> str:
    """A name in the program as words.

    >>> words("in-force")
    'in force'
    """
    return text.replace("-", " ").replace("_", " ").strip()


def place(path: str, **told: object) -> str:
    """An address of this site: its parts quoted, what is empty left out.

    >>> place("/ask/status", a="Laos", b="", on="1980")
    '/ask/status?a=Laos&on=1980'
    """
    query = urlencode([(name, value) for name, value in told.items() if value not in ("", None)], doseq=True)
    return quote(path) + (f"?{query}" if query else "")


def claim_place(source: Quoted) -> str:
    """Where a source's words stand in its document."""
    if source.claim:
        return f"{place(f'/doc/{source.doc}', claim=source.claim)}#{source.claim}"
    return f"{place(f'/doc/{source.doc}', at=f'{source.start}-{source.end}')}#at"


def link(address: str) -> str:
    """An address of a document that a page may lead to: one of the web; "" for any other.

    >>> link("https://example.org/a"), link("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return address if address.casefold().startswith(_SAFE_LINK) else ""


def is_number(value: object) -> bool:
    """Is it shown at the right of its column?"""
    return isinstance(value, int | float)


def sections(answer: Answer, prefix: str = "s") -> Mapping[str, Any]:
    """An answer as its part of a page shows it; `prefix` tells its sources from those of another part."""
    tables = [
        {"title": one.title, "columns": one.columns,
         "rows": [[(marked(cell, answer, prefix), is_number(cell)) for cell in row] for row in one.rows]}
        for one in answer.tables
    ]  # fmt: skip
    return {
        "prefix": prefix,
        "lead": [marked(sentence, answer, prefix) for sentence in answer.lead],
        "tables": tables,
        "notes": [marked(note, answer, prefix) for note in answer.notes],
        "sources": [
            {"name": _sources.name(one), "quote": one.quote, "at": claim_place(one), "source": one} for one in answer.sources
        ],
    }
