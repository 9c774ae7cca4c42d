from __future__ import annotations

import pytest

from comity.reading._lines import ends_sentence, paragraphs, split

WRAPPED = """The council of the two states met in the town of Arica last
week and spoke of water, of fish and of the line that divides
them. It will meet again.
A second paragraph follows without a blank line, and it is as
long as the first one was, so that it takes a few lines too.
"""
INDENTED = """ The council met in the town of Arica in the spring of that
year and spoke of water and of fish.
 The council met again in the town of Tacna in the autumn of
that year, and it spoke of nothing else."""
SENTENCES = """Chile opened a consulate in Tacna in the spring of 1931.
Peru opened a consulate in Arica in the summer of 1932.
Both were closed in the same week of the year 1940.
Both were opened again in the autumn of the year 1945."""
BROKEN = """Peru is the third market for the ships that are built in the yards of Talcahuano, and has been since the
Valparaíso agreement of that year. The yards say that they will grow.
12 July 1976
See elsewhere"""


def words(text):
    return [text[span.start : span.end] for span in paragraphs([line for line in split(text) if line.text])]


@pytest.mark.parametrize(
    ("text", "count"), [(WRAPPED, 2), (INDENTED, 2), (SENTENCES, 4), (BROKEN, 3), ("One line", 1), ("Lima\nQuito", 2)]
)
def test_paragraphs_are_found_in_lines(text, count):
    assert len(words(text)) == count


def test_a_paragraph_keeps_its_line_ends():
    assert words(WRAPPED)[0].count("\n") == 2


@pytest.mark.parametrize(
    ("line", "ends"),
    [("It met.", True), ("“It met.”", True), ("It met (again).", True), ("It met", False), ("", False), ("Why?", True)],
)
def test_the_end_of_a_sentence_is_seen(line, ends):
    assert ends_sentence(line) is ends
