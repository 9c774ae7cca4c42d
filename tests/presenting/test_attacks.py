"""What documents bring along comes to life in no form in which answers and records leave."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import docx
import mwparserfromhell
import pypdfium2
import pytest
from lxml import etree
from lxml import html as web

import attacks
import comity
from comity.presenting.cli._output import as_file, suffixes
from comity.presenting.export import export, formats
from comity.querying import questions

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
STEERS = set("\u202e\u202d\u2066\x1b\x07")
GIVEN = {"a": "Kenya", "b": "Peru", "on": "1990", "words": "Kenya", "states": "Kenya", "pairs": ["Kenya:Peru", "Peru:UN"]}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The record of the attacking documents, open."""
    with comity.open(attacks.record(tmp_path_factory.mktemp("attacks"))) as record:
        yield record


@pytest.fixture(scope="module")
def dossier(hostile):
    return hostile.brief("Kenya", "Peru")


def answers(record):
    """An answer of every question that can be asked of the record alone."""
    claims, documents = record.store.claims("agreement"), record.store.documents()
    told = {**GIVEN, "claim": claims[0].id, "doc": documents[0].id, "since": "2020"}
    for name, one in questions().items():
        if all(part.type != "folder" for part in one.parameters):
            yield record.ask(name, **{part.name: told[part.name] for part in one.parameters if part.name in told})


def test_no_cell_of_an_answer_is_a_formula(hostile):
    seen = 0
    for answer in answers(hostile):
        for row in csv.reader(io.StringIO(as_file(answer, "answer.csv"))):
            seen += len(row)
            assert not [cell for cell in row if cell.startswith(FORMULA)], answer.question
    assert seen > 1000


def test_no_answer_steers_a_terminal_or_turns_its_letters_round(hostile):
    for answer in answers(hostile):
        for form in ("answer.txt", "answer.md"):
            assert not STEERS & set(as_file(answer, form)), (answer.question, form)


@pytest.mark.parametrize("suffix", suffixes())
def test_no_template_is_reckoned_and_every_form_is_made(suffix, dossier):
    page = as_file(dossier, f"brief{suffix}")
    assert attacks.RESULT.encode() not in (page if isinstance(page, bytes) else page.encode())


def test_markup_is_escaped_in_pages_and_wiki_text(dossier):
    tree = web.fromstring(as_file(dossier, "brief.html"))
    assert not tree.xpath("//script | //img | //svg | //iframe | //form | //object | //*[@src] | //*[@style]")
    assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on")]
    assert all(href.startswith(("#", "https://", "http://")) for href in tree.xpath("//@href"))
    wiki = mwparserfromhell.parse(as_file(dossier, "brief.wiki").decode())
    assert {str(one.name).strip() for one in wiki.filter_templates()} <= {"citation", "cite web", "cite news", "reflist"}
    assert {str(one.tag) for one in wiki.filter_tags()} <= {"ref", "table", "tr", "td", "th", "b", "li", "i"}
    assert not wiki.filter_wikilinks()
    assert not wiki.filter_comments()


def test_markdown_holds_no_html_and_no_address_but_of_the_web(dossier):
    text = as_file(dossier, "brief.md")
    assert not re.search(r"<(?!https?://[^\s<>]+>)", text)
    assert not re.search(r"(?<!\\)\]\((?!https?://|#)", text)


def test_word_opens_the_dossier_and_finds_nothing_to_run(dossier):
    page = as_file(dossier, "brief.docx")
    assert "Kenya" in docx.Document(io.BytesIO(page)).paragraphs[0].text
    with zipfile.ZipFile(io.BytesIO(page)) as archive:
        assert not [name for name in archive.namelist() if re.search("vba|embed|activex", name, re.IGNORECASE)]
        parts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".rels")]
    targets = [one.get("Target") for part in parts for one in part if one.get("TargetMode") == "External"]
    assert [target for target in targets if not target.startswith(("https://", "http://"))] == []


def test_the_pdf_opens_and_holds_nothing_to_run(dossier):
    page = as_file(dossier, "brief.pdf")
    assert "Kenya" in pypdfium2.PdfDocument(page)[0].get_textpage().get_text_bounded()
    assert not [word for word in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/XFA") if word in page]
    assert all(one.startswith((b"https://", b"http://")) for one in re.findall(rb"/URI\s*\((.*?)\)", page))


@pytest.mark.parametrize("form", sorted(formats()))
def test_every_export_is_whole_and_stays_in_its_folder(form, hostile, tmp_path):
    target = tmp_path / "out" / "export"
    target.parent.mkdir()
    export(hostile.store, form, target)
    assert [one.name for one in tmp_path.rglob("*") if one.parent not in (target, tmp_path)] == ["export"]
    if target.is_file():
        rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        assert all(row["id"] for row in rows)
    for path in target.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream)
        assert all(len(row) == len(head) for row in rows), path.name
