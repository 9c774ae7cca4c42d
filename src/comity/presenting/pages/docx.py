"""A page for word processors: DOCX with real footnotes, written part by part, without any package for it.

>>> from comity.querying._question import Answer
>>> render(Answer("brief", {}, ("Nothing is told.",)))[:2]
b'PK'
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from comity.presenting._plain import clean
from comity.presenting.pages._page import page
from comity.presenting.pages._runs import run, runs
from comity.presenting.pages._widths import twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.presenting.pages._page import Grid, Line, Note, Page
    from comity.querying._question import Answer, Chart

WHAT = "a page for word processors, with footnotes"

_STYLES = Path(__file__).parent / "_styles.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("document", "styles", "footnotes", "settings")
# A4 less its margins, in twentieths of a point.
_ROOM = 9638
# The longest bar of a chart, in blanks.
_BAR = 70
# Zip files know no time before this one; no time of making is kept.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def render(answer: Answer) -> bytes:
    """The answer as a DOCX file."""
    shown = page(answer)
    links = {note.url: f"link{at}" for at, note in enumerate((*shown.notes, *shown.further), 1) if note.url}
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml"), "rId2": ("core", "docProps/core.xml")}),
        "docProps/core.xml": _core(shown.title),
        "word/document.xml": _document(shown, links),
        "word/styles.xml": _STYLES.read_text(encoding="utf-8"),
        "word/settings.xml": _settings(),
        "word/footnotes.xml": _footnotes(shown.notes, links),
        "word/_rels/document.xml.rels": _relations({name: (name, f"{name}.xml") for name in _PARTS[1:]}, links),
        "word/_rels/footnotes.xml.rels": _relations({}, links),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, text.encode("utf-8", "replace"))
    return stream.getvalue()


def _types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "footnotes": "footnotes", "settings": "settings"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def _relations(inside: dict[str, tuple[str, str]], links: dict[str, str] | None = None) -> str:
    """What a part points to: other parts, and addresses of the web."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    own = "".join(
        f'<Relationship Id="{own_id}" Type="{core if kind == "core" else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for own_id, (kind, target) in inside.items()
    )
    outside = "".join(
        f'<Relationship Id="{link}" Type="{_OFFICE}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for url, link in (links or {}).items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{own}{outside}</Relationships>'


def _core(title: str) -> str:
    """The title; no author, and no time of making."""
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"{_HEAD}<cp:coreProperties {spaces}><dc:title>{escape(title)}</dc:title></cp:coreProperties>"


def _settings() -> str:
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    modern = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return f"{_HEAD}<w:settings {_SPACES}>{notes}<w:compat>{modern}</w:compat></w:settings>"


def _document(shown: Page, links: dict[str, str]) -> str:
    seen: set[int] = set()
    body = [_paragraph(run(shown.title), "Title"), *(_paragraph(_line(line, seen)) for line in shown.lead)]
    for grid in shown.grids:
        body += _grid(grid, seen)
    if shown.remarks:
        body += [_paragraph(run("Notes"), "Heading1")]
        body += [_paragraph(run("•\u2002") + _line(line, seen), "ListBullet") for line in shown.remarks]
    if shown.further:
        body += [_paragraph(run("Further sources"), "Heading1"), *(_paragraph(_note(note, links)) for note in shown.further)]
    size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1134" '
    margins = 'w:header="567" w:footer="567" w:gutter="0"/>'
    return f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(body)}<w:p/><w:sectPr>{size}{margins}</w:sectPr></w:body></w:document>"


def _paragraph(content: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>" if named or more else f"<w:p>{content}</w:p>"


def _line(line: Line, seen: set[int]) -> str:
    parts, after_mark = [], False
    for piece in line:
        if isinstance(piece, str):
            parts.append(runs(piece))
        else:
            parts += [run(",", '<w:vertAlign w:val="superscript"/>')] if after_mark else []
            parts.append(_mark(piece, seen))
        after_mark = isinstance(piece, int)
    return "".join(parts)


def _mark(number: int, seen: set[int]) -> str:
    """A footnote where it is first pointed to; later a reference to it, since Word lets a footnote have one mark only."""
    raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    name = f"_Note{number}"
    if number not in seen:
        seen.add(number)
        reference = f'<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{reference}<w:bookmarkEnd w:id="{number}"/>'
    steps = (
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> NOTEREF {name} \\f \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{number}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    return "".join(f"<w:r>{raised}{step}</w:r>" for step in steps)


def _grid(grid: Grid, seen: set[int]) -> list[str]:
    # Without a paragraph between them Word makes two tables one.
    title = [_paragraph(runs(grid.title), "Heading1") if grid.title else _paragraph("")]
    if not grid.rows:
        return [*title, _paragraph(run("None."))]
    wide = twips(grid, _ROOM)
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
    look = f'<w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    heads = _row([runs(head) for head in grid.heads], wide, grid.numbers, head=True)
    rows = [_row([_line(cell, seen) for cell in row], wide, grid.numbers) for row in grid.rows]
    table = f"<w:tbl>{look}<w:tblGrid>{columns}</w:tblGrid>{heads}{''.join(rows)}</w:tbl>"
    return [*title, table, *(part for chart in grid.charts for part in _chart(chart))]


def _row(cells: Sequence[str], wide: Sequence[int], numbers: Sequence[bool], *, head: bool = False) -> str:
    """A row that no page end splits; the head stands over the table on every page, and with its first row."""
    kept = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/>' if head else ""
    told = []
    for cell, room, number in zip(cells, wide, numbers, strict=True):
        more = ("<w:keepNext/>" if head else "") + ('<w:jc w:val="right"/>' if number else "")
        style = "TableHead" if head else "TableText"
        told.append(f'<w:tc><w:tcPr><w:tcW w:w="{room}" w:type="dxa"/>{shade}</w:tcPr>{_paragraph(cell, style, more)}</w:tc>')
    return f"<w:tr>{kept}{''.join(told)}</w:tr>"


def _chart(chart: Chart) -> list[str]:
    """Bars of shaded blanks, behind a tabulator each, so that they start in one line."""
    most = max(one.value for one in chart.bars)
    lines = [_paragraph(runs(clean(chart.title)), "ChartTitle")]
    for at, one in enumerate(chart.bars):
        blanks = "\u00a0" * max(round(_BAR * one.value / most), 1) if most else ""
        drawn = run(blanks, '<w:shd w:val="clear" w:color="auto" w:fill="3F74A8"/>')
        keep = "<w:keepNext/>" if at + 1 < len(chart.bars) else ""
        lines.append(
            _paragraph(f"{runs(clean(one.label))}<w:r><w:tab/></w:r>{drawn}{runs('  ' + clean(one.said))}", "Bars", keep)
        )
    return lines


def _footnotes(notes: Sequence[Note], links: dict[str, str]) -> str:
    """The part of footnotes: the two lines that part them from the text, which Word wants, and the notes."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    told = "".join(
        f'<w:footnote w:id="{note.number}">{_paragraph(sign + run(" ") + _note(note, links), "FootnoteText")}</w:footnote>'
        for note in notes
    )
    return f"{_HEAD}<w:footnotes {_SPACES}>{lines}{told}</w:footnotes>"


def _note(note: Note, links: dict[str, str]) -> str:
    source = note.source
    parts = [runs(f"“{note.quote}” {note.cited} ", source.language)]
    if note.url and not note.again:
        shown = run(note.url, '<w:rStyle w:val="Hyperlink"/>')
        parts += [f'<w:hyperlink r:id="{links[note.url]}">{shown}</w:hyperlink>', run(" ")]
    elif source.url and not note.again:
        parts.append(runs(f"{clean(source.url)} "))
    parts += [runs(f"It cites: {clean(source.cited)}. ")] if source.cited else []
    return "".join([*parts, runs(note.cited_place)])
