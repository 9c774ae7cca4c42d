from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree

from comity.presenting.pages import form

from . import dossiers
from .dossiers import W, word


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return form(".docx").render(dossiers.hostile(tmp_path_factory.mktemp("hostile") / "r.comity").brief("Kenya", "Peru"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return form(".docx").render(dossiers.plain(tmp_path_factory.mktemp("plain") / "r.comity").brief("Kenya", "Peru"))


def test_another_reader_of_such_files_sees_title_headings_and_tables(plain):
    document = docx.Document(io.BytesIO(plain))
    assert document.paragraphs[0].style.name == "Title"
    assert "Missions" in [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert "Embassy of Kenya in Peru, Lima" in [row.cells[0].text for table in document.tables for row in table.rows]


def test_the_only_field_is_the_one_that_points_to_a_note_again(hostile):
    body = word(hostile)
    assert all(one.text.startswith(" NOTEREF _Note") for one in body.iter(f"{W}instrText"))
    assert not list(body.iter(f"{W}fldSimple"))


def test_its_links_lead_to_the_web_and_it_holds_no_program(hostile, plain):
    for page in (hostile, plain):
        with zipfile.ZipFile(io.BytesIO(page)) as archive:
            assert not [name for name in archive.namelist() if "vba" in name.lower() or "embed" in name.lower()]
            targets = [
                one.get("Target")
                for name in archive.namelist()
                if name.endswith(".rels")
                for one in etree.fromstring(archive.read(name))
                if one.get("TargetMode") == "External"
            ]
        assert all(target.startswith("https://example.org/") for target in targets)


def test_a_row_is_kept_whole_and_its_head_returns_on_each_page(plain):
    for table in word(plain).iter(f"{W}tbl"):
        head, *rows = table.iter(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *rows))
        assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in head.iter(f"{W}p"))


def test_columns_are_as_wide_as_the_page_together(plain):
    for grid in word(plain).iter(f"{W}tblGrid"):
        wide = [int(one.get(f"{W}w")) for one in grid]
        assert 9000 < sum(wide) <= 9638
        assert min(wide) > 300


def test_text_from_right_to_left_is_marked_and_lao_has_a_font(tmp_path):
    page = form(".docx").render(dossiers.in_scripts(tmp_path / "r.comity").brief("Kenya", "Peru"))
    looks = {one.findtext(f"{W}t"): one.find(f"{W}rPr") for one in word(page).iter(f"{W}r")}
    assert looks[dossiers.NAMES["ar"]].find(f"{W}rtl") is not None
    lao = next(look for text, look in looks.items() if text and text.startswith("ທ່ານ"))
    assert lao.find(f"{W}rFonts").get(f"{W}cs") == "Leelawadee UI"


def test_no_time_of_making_is_in_it(plain):
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"created" not in archive.read("docProps/core.xml")
