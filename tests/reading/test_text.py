from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DocumentError, EmptyDocument
from comity.model import BlockKind, Source
from comity.reading import text
from comity.reading._layout import blocks

SHORT = {
    "title": "T",
    "heading": "H",
    "paragraph": "P",
    "list item": "I",
    "table row": "R",
    "key and value": "K",
    "caption": "C",
    "boilerplate": "-",
}
ENCYCLOPEDIA = """= Chile–Peru relations =

Infobox
- Map: locator.png
- Mission1: Embassy of Chile, Lima

Chile and Peru are neighbours.

==History==
===The war===
They fought a war.

===Later===
They made peace.

==Missions==
;Of Chile
- Lima (Embassy)
- Tacna (Consulate)

;Of Peru
* Santiago (Embassy)

Both states also keep envoys at the UN.

==See also==
- Foreign relations of Chile
"""
NOTE = """Note on Chile

Prepared for the desk, May 2021

1. Talks

Talks began in 1970. They went on.

2. Other things

- Chile joined the bank in 1971.
- Chile left it in 1980.

3. Remarks

Nothing else is known.
"""
PAGE = """Chile and Peru to talk of water

  • en-GB es-CL

By Ana Perez (3 May 2021)

Share

LIMA, May 3 (Andes) -- Chile and Peru will talk of water.

The bridge at Tacna. Credit: Ana Perez/Andes

Old quarrels

The quarrel is old, the minister said.

  • Sports
  • Jobs and internships
  • South America
  • Privacy Policy
"""
MARKDOWN = """# Chile

## Trade with Peru

Chile sells copper.

| Year | Trade |
|------|-------|
| 1970 | 3 |

Visits
------

1. The president came in 1971.
2. The president came in 1972,
   and stayed for a week.
"""
SPEECH = (
    "12.\tChile has asked for talks with Peru, and it has asked more than once since the war. No answer has come to the question "
    "that my delegation put to this Assembly in the autumn.\n\n"
    "13.\tWe shall ask again, and we shall go on asking until there is one that we can take home to the people who sent us. "
    "That is all that I have to say on this matter today.\n"
)


def shape(text_):
    return "".join(SHORT[block.kind] for block in blocks(text_))


def told(text_):
    return [
        (SHORT[b.kind], text_[b.span.start : b.span.end], [text_[h.start : h.end] for h in b.headings]) for b in blocks(text_)
    ]


@pytest.mark.parametrize(
    ("text_", "kinds"),
    [
        (ENCYCLOPEDIA, "T-KKPHHPHPHHIIHIP--"),
        (NOTE, "TPHPHIIHP"),
        (PAGE, "T---PCHP----"),
        (MARKDOWN, "THPRRHII"),
        (SPEECH, "PP"),
        ("Chile left the bank.", "P"),
        ("Chile left the bank", "P"),
        ("Chile\n\nChile left the bank", "TP"),
        ("3 May 2021\n\nChile left\n\nIt left.", "-TP"),
        ("Chile and Peru\n\n17 July 1970\nSee Chile–Peru relations\nChile left.", "TP-P"),
        ("* \n*\nChile left.", "P"),
        ("Chile left\n2021-05-03T10:00:00Z\nIt left.", "T-P"),
        ("TRADE\n=====\n\nIt grew.", "TP"),
        ("a) Chile\nb) Peru\n", "II"),
        ("Lima.\n\nOLD QUARRELS\n\nThey are old.", "PHP"),
        ("**1983 A visit.\n*Talks.", "II"),
        ("-12 degrees in Lima.", "P"),
        ("1. Chile\n\n2. Peru\n\n3. Bolivia\n\nThat is all.", "IIIP"),
        ("It rained.\n\n1983 May Prince Omar\n1984: Ana Soto\n3 May 1985 – A visit\n", "PIII"),  # a list without marks
        ("It rained.\n\nPrince Omar (1983)\nPresident Soto (May 1984, 1985)\n", "PII"),
        ("It rained.\n\n1983 May Prince Omar\nNobody came then.\n", "PPP"),  # one alone is none
        ("It rained.\n\n1983 was dry.\n1984 was wet.\n", "PPP"),  # sentences are none
    ],
)
def test_blocks_come_out(text_, kinds):
    assert shape(text_) == kinds


def test_headings_stand_over_their_blocks():
    by_words = {words: heads for _, words, heads in told(ENCYCLOPEDIA)}
    assert by_words["They made peace."] == ["History", "Later"]
    assert by_words["Tacna (Consulate)"] == ["Missions", "Of Chile"]
    assert by_words["Santiago (Embassy)"] == ["Missions", "Of Peru"]
    assert by_words["Both states also keep envoys at the UN."] == ["Missions"]
    assert by_words["Chile and Peru are neighbours."] == []


def test_a_heading_right_under_another_is_below_it_and_so_is_one_that_begins_as_it_does():
    text_ = "Peru\n\nVisits\n\nFrom Peru\n\nNone came.\n\nFrom Chile\n\nOne came.\n\nTrade\n\nIt grew.\n"
    over = {words: heads for kind, words, heads in told(text_) if kind == "P"}
    assert over == {"None came.": ["Visits", "From Peru"], "One came.": ["Visits", "From Chile"], "It grew.": ["Trade"]}


def test_numbered_headings_follow_one_another():
    assert [heads for kind, _, heads in told(NOTE) if kind in "PI"] == [
        [],
        ["Talks"],
        ["Other things"],
        ["Other things"],
        ["Remarks"],
    ]


def test_a_pair_has_key_and_value():
    document = text.read(ENCYCLOPEDIA.encode(), id="a")
    pair = [block for block in document.blocks if block.kind is BlockKind.PAIR][1]
    assert (pair.key.of(document), pair.value.of(document)) == ("Mission1", "Embassy of Chile, Lima")
    assert pair.span.of(document) == "Mission1: Embassy of Chile, Lima"


def test_an_item_goes_on_in_an_indented_line():
    assert told(MARKDOWN)[-1][1] == "The president came in 1972,\n   and stayed for a week."


def test_a_drawn_row_loses_its_outer_bars():
    assert [words for kind, words, _ in told(MARKDOWN) if kind == "R"] == ["Year | Trade", "1970 | 3"]


def test_numbers_of_paragraphs_are_no_part_of_them():
    assert [words[:5] for _, words, _ in told(SPEECH)] == ["Chile", "We sh"]


def test_a_page_tells_of_its_making():
    source = text.read(PAGE.encode(), id="a").source
    assert source == Source(
        title="Chile and Peru to talk of water", author="Ana Perez", publisher="Andes", published="2021-05-03"
    )


@pytest.mark.parametrize(
    ("text_", "published"),
    [
        ("Chile and Peru\n\n17 July 1970\nChile left.", ""),
        ("17 July 1970\n\nChile and Peru\n\nChile left.", "1970-07-17"),
        ("Talks\n\n17 July 1970\nBy Ana Perez\n\nChile left.", "1970-07-17"),
        ("Talks\n\nPublished: 17 July 1970\nUpdated: 18 July 1970\n\nChile left.", "1970-07-17"),
        ("Talks\n\n2021-05-03T10:00Z\n\nIt left.\n\nOther\n\n2021-05-04T10:00Z\n\nIt came.", ""),
        ("LIMA, May 3 (Andes) -- Chile left.", ""),
    ],
)
def test_only_a_clear_date_is_the_day_of_publication(text_, published):
    assert text.read(text_.encode(), id="a").source.published == published


def test_what_is_known_goes_over_what_the_text_tells():
    source = text.read(PAGE.encode(), id="a", source=Source(title="Water", language="en")).source
    assert (source.title, source.author, source.language) == ("Water", "Ana Perez", "en")


@pytest.mark.parametrize("raw", [b" \n\t", b"\xef\xbb\xbf", b"* \n- \n"])
def test_a_file_without_words_is_refused(raw):
    with pytest.raises(EmptyDocument):
        text.read(raw, id="a")


@pytest.mark.parametrize(
    "text_",
    ["a " * 1_000_000, "= " * 200_000, "[" * 500_000, "Lima\n" * 100_000, "* a\n" * 50_000, ": " * 300_000, "A: b\n" * 50_000],
)
def test_long_texts_are_read_in_time_that_grows_with_them(text_):
    began = time.perf_counter()
    text.read(text_.encode(), id="a")
    assert time.perf_counter() - began < 15


def check(document):
    last = 0
    for block in document.blocks:
        assert last <= block.span.start < block.span.end <= len(document.text)
        last = block.span.end
        assert block.span.of(document).strip()
        assert all(head.end <= block.span.start for head in block.headings)
        assert all(part is None or part in block.span for part in (block.key, block.value))


LINES = st.sampled_from(
    [
        "= A =",
        "== B ==",
        ";C",
        "- d",
        "* ",
        "**e",
        "1. F",
        "12.\tg",
        "a) h",
        "Infobox",
        "- Key: value",
        "Key:",
        "| a | b |",
        "|---|",
        "====",
        "----",
        "",
        "",
        "  x",
        "Home",
        "By Ana Perez",
        "3 May 2021",
        "2021-05-03T10:00Z",
        "TRADE",
        "Chile left.",
        "the long line that goes on and on over the edge of",
        "See also",
        "Photo: x",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=12))
def test_spans_are_ordered_and_inside_the_text(lines):
    try:
        document = text.read("\n".join(lines).encode("utf-8", "replace"), id="a")
    except DocumentError:
        return
    check(document)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_an_error_of_one(raw):
    try:
        document = text.read(raw, id="a")
    except DocumentError:
        return
    check(document)


@given(st.lists(LINES, max_size=12))
def test_no_word_is_lost(lines):
    whole = "\n".join(lines)
    kept = "".join(whole[block.span.start : block.span.end] for block in blocks(whole))
    for line in lines:
        if line.endswith("left.") or line.startswith("the long"):
            assert line in kept


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Statement by the Minister of Mines of Peru, 4 May 1901\n\nWe thank you all.\n", "1901-05-04"),
        ("General debate: Mr. Soto, Minister of Mines (4 May 1901)\n\nWe thank you all.\n", "1901-05-04"),
        ("The war of 4 May 1901\n\nIt was long.\n", ""),
        ("Notes on mines\n\nOn 4 May 1901 the minister left.\n", ""),
    ],
)
def test_the_day_at_the_head_of_a_speech_or_letter_dates_it(words, day):
    assert text.read(words.encode(), id="a").source.published == day
