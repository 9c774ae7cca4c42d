"""What holds of every form alike."""

from __future__ import annotations

import doctest
import re

import pytest

from comity.presenting._sources import quote
from comity.presenting.pages import form, pages

from . import dossiers


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return dossiers.plain(tmp_path_factory.mktemp("plain") / "r.comity").brief("Kenya", "Peru")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return dossiers.hostile(tmp_path_factory.mktemp("hostile") / "r.comity").brief("Kenya", "Peru")


@pytest.mark.parametrize("suffix", pages())
def test_a_form_is_described_and_shows_what_it_writes(suffix):
    assert form(suffix).WHAT
    ran = doctest.testmod(form(suffix))
    assert ran.attempted
    assert not ran.failed


@pytest.mark.parametrize("suffix", dossiers.FORMS)
def test_every_form_carries_the_same_facts(suffix, plain):
    shown = dossiers.read(dossiers.made(plain, suffix), suffix)
    cells = [str(cell) for table in plain.tables for row in table.rows for cell in row]
    words = [re.sub(r"\s*\[\d+\]", "\0", cell) for cell in (*plain.lead, *cells, *plain.notes)]
    for told in (part for cell in words for part in cell.split("\0")):
        assert dossiers.squeezed(told) in shown.text, told
    for source in plain.sources:
        assert dossiers.squeezed(source.quote) in shown.text
        assert dossiers.squeezed(source.title) in shown.text
    assert "https://example.org/annals" in shown.text


@pytest.mark.parametrize("suffix", [one for one in dossiers.FORMS if one != ".pdf"])
def test_every_mark_leads_to_a_note_and_every_note_is_marked(suffix, plain):
    shown = dossiers.read(dossiers.made(plain, suffix), suffix)
    assert len(shown.notes) == len(set(shown.notes)) == len(plain.sources)
    assert set(shown.marks) == set(shown.notes)


@pytest.mark.parametrize("suffix", dossiers.FORMS)
def test_the_same_answer_gives_the_same_bytes(suffix, plain):
    assert dossiers.made(plain, suffix) == dossiers.made(plain, suffix)


@pytest.mark.parametrize("suffix", dossiers.FORMS)
def test_text_of_documents_is_shown_and_does_nothing_else(suffix, hostile):
    shown = dossiers.read(dossiers.made(hostile, suffix), suffix)
    assert len(hostile.sources) == 2 * len(dossiers.ATTACKS)
    for source in hostile.sources:
        # What a page cannot show at all, and what cuts its lines, stands in none of these.
        words = [word for word in re.findall(r"[\w(]{4,}", quote(source)) if word.isascii()]
        for word in words:
            assert word in shown.text, word


@pytest.mark.parametrize("suffix", dossiers.FORMS)
def test_a_pair_of_which_nothing_is_told_gives_a_page_that_says_so(suffix, tmp_path):
    empty = dossiers.plain(tmp_path / "r.comity").brief("Chile", "Ghana")
    shown = dossiers.read(dossiers.made(empty, suffix), suffix)
    assert dossiers.squeezed("No source in this record tells of Chile and Ghana.") in shown.text
    assert not shown.notes


@pytest.mark.parametrize("suffix", [one for one in dossiers.FORMS if one != ".pdf"])
def test_names_in_other_scripts_are_whole(suffix, tmp_path):
    answer = dossiers.in_scripts(tmp_path / "r.comity").brief("Kenya", "Peru")
    shown = dossiers.read(dossiers.made(answer, suffix), suffix)
    for name in dossiers.NAMES.values():
        assert shown.text.count(dossiers.squeezed(name)) >= 2
