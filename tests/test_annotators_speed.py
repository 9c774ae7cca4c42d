"""The figures on the speed of annotating add up, and no kind of mention is left out."""

from __future__ import annotations

import annotators as speed
import pytest

from comity.annotating import annotators
from comity.pipeline import pipeline
from made import document


@pytest.fixture
def spent():
    text = (
        "On 2 June 1934 the Peruvian envoy met 3 ministers in Santiago. Peru and Chile established diplomatic relations in 1935."
    )
    return speed.run(iter([document(text), document(text)]), pipeline())


def test_every_kind_of_mention_is_timed(spent):
    assert list(spent.seconds) == [annotator.kind for annotator in annotators()]
    assert spent.documents == 2
    assert all(spent.mentions[kind] for kind in ("actor", "date", "sentence", "trigger"))


def test_annotating_is_a_part_of_coding(spent):
    assert 0 < spent.annotating < spent.coding
    assert spent.claims


def test_the_table_has_a_line_for_each_kind_and_its_shares(spent):
    head, _columns, *lines = speed.table(spent)
    assert head.startswith("2 documents")
    assert [line.split()[0] for line in lines] == [*spent.seconds, "all", "coding"]
    of_annotating = [float(line.split()[3].rstrip("%")) for line in lines[:-2]]
    assert sum(of_annotating) == pytest.approx(100, abs=1)


def test_no_document_is_begun_when_the_time_is_over():
    text = "Peru left."
    assert speed.run(iter([document(text)] * 50), pipeline(), seconds=0).documents == 1
