from __future__ import annotations

import re
import sys

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from comity.errors import MissingExtra
from comity.presenting.pages import form
from comity.presenting.pages.pdf import FONTS

from . import dossiers


def fonts(page):
    return set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([A-Za-z]+)", page))


def test_names_in_other_scripts_are_set_in_fonts_of_our_own(tmp_path):
    page = form(".pdf").render(dossiers.in_scripts(tmp_path / "r.comity").brief("Kenya", "Peru"))
    text = dossiers.read(page, ".pdf").text
    assert dossiers.squeezed(dossiers.NAMES["vi"]) in text
    assert dossiers.squeezed(dossiers.NAMES["ru"]) in text
    assert {"ທ", "ອ", "ง", "س"} & set(text)
    document = pypdfium2.PdfDocument(page)
    used = set()
    for sheet in document:
        for one in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            used.add(one.get_font().get_base_name())
    assert {"NotoSans", "NotoSansLao", "NotoSansArabic", "NotoSansThai"} <= {re.sub(r"^.*\+|-.*", "", name) for name in used}


def test_what_looks_like_markup_of_the_setter_is_set_as_it_is(tmp_path):
    page = form(".pdf").render(dossiers.hostile(tmp_path / "r.comity").brief("Kenya", "Peru"))
    text = dossiers.read(page, ".pdf").text
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text
    for word in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert word not in page


def test_it_links_to_the_web_alone(tmp_path):
    for make in (dossiers.hostile, dossiers.plain):
        page = form(".pdf").render(make(tmp_path / f"{make.__name__}.comity").brief("Kenya", "Peru"))
        assert all(one.startswith(b"https://example.org/") for one in re.findall(rb"/URI\s*\((.*?)\)", page))


def test_no_time_of_making_is_in_it(tmp_path):
    page = form(".pdf").render(dossiers.plain(tmp_path / "r.comity").brief("Kenya", "Peru"))
    assert b"CreationDate" not in page
    assert b"ModDate" not in page


def test_the_licence_of_the_fonts_lies_beside_them():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_where_the_setter_is_missing_the_extra_is_named(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"comity\[pdf\]"):
        form(".pdf").render(dossiers.plain(tmp_path / "r.comity").brief("Kenya", "Peru"))
