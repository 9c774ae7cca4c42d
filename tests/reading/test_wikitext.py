from __future__ import annotations

import random
import time

import pytest

from comity.errors import BinaryDocument, DocumentError, EmptyDocument
from comity.model import BlockKind, Source
from comity.reading import readers, wikitext

from .wiki import read, shown, texts


def test_every_suffix_of_wikitext_has_the_reader():
    assert {readers()[suffix] for suffix in (".wiki", ".wikitext", ".mediawiki")} == {wikitext}


# Wikitext, and the blocks that it makes.
BLOCKS = [
    ("Peru '''left''' ''Quito''.", [("paragraph", "Peru left Quito.")]),
    ("One line.\nAnother.\n\nA third.", [("paragraph", "One line."), ("paragraph", "Another."), ("paragraph", "A third.")]),
    ("The ministers of the two neighbouring states met in\nthe old town.",  # an editor's line end
     [("paragraph", "The ministers of the two neighbouring states met in the old town.")]),
    ("* [[Lima]]\n** [[Quito|The town]]\n# One\n: Indented", [
        ("list item", "Lima"), ("list item", "The town"), ("list item", "One"), ("list item", "Indented")]),
    ("; Envoy : A diplomat", [("list item", "Envoy: A diplomat")]),
    ("; Disputes\nPeru sued.", [("heading", "Disputes"), ("paragraph", "Peru sued.")]),
    ("{{main|Ties of Peru|Trade#Fish}}\nPeru sells.", [
        ("boilerplate", "Main article: Ties of Peru, Trade § Fish"), ("paragraph", "Peru sells.")]),
    ("See [[Chile–Peru relations]]", [("boilerplate", "See Chile–Peru relations")]),
    ("[[File:A.jpg|thumb|200px|alt=x|The [[embassy]] in Lima]]\nPeru left.",
     [("paragraph", "Peru left."), ("caption", "The embassy in Lima")]),
    ("[[Image:A.jpg|thumb|right]]Peru left.", [("paragraph", "Peru left.")]),
    ("<gallery>\nA.jpg|A stamp\nFile:B.jpg|A [[coin]]\n</gallery>", [("caption", "A stamp"), ("caption", "A coin")]),
    ("{{multiple image|image1=A.jpg|caption1=The envoy|footer=In 1990}}", [("caption", "The envoy"), ("caption", "In 1990")]),
    ("{{Infobox treaty\n| date_signed = {{start date|1975|3|2}}\n| image = A.jpg\n| parties = {{ubl|Peru|Chile}}\n}}",
     [("key and value", "date signed: 2 March 1975"), ("key and value", "parties: Peru; Chile")]),
    ("{{Infobox | label1 = Joined | data1 = 1999 }}", [("key and value", "Joined: 1999")]),
    ("Peru left.{{efn|It came ''back''.}}", [("paragraph", "Peru left."), ("paragraph", "It came back.")]),
    ("Peru left.<ref group=note>It came back.</ref>", [("paragraph", "Peru left."), ("paragraph", "It came back.")]),
    ("<!-- a\nb -->Peru<!-- c --> left.\n<!-- d -->\nIt came back.", [("paragraph", "Peru left."), ("paragraph", "It came back.")]),
    ("Peru left.\n{{Ties of the Andes}}\n{{DEFAULTSORT:Peru}}\n[[Category:Peru]]\n[[fr:Pérou]]\n__NOTOC__", [("paragraph", "Peru left.")]),
    ("<blockquote>We left.</blockquote> So they said.", [("paragraph", "We left."), ("paragraph", "So they said.")]),
    ("----\nPeru left.", [("paragraph", "Peru left.")]),
    ("{{div col}}\n* Lima\n* Quito\n{{div col end}}", [("list item", "Lima"), ("list item", "Quito")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), BLOCKS)
def test_wikitext_becomes_blocks(words, expected):
    assert shown(words) == expected


# Wikitext of one passage, and its words.
WORDS = [
    ("[[Georgia (country)|]] left", "Georgia (country) left"),
    ("[[Chile#Trade|its trade]] with [[:Category:Fish]]", "its trade with Category:Fish"),
    ("[https://example.org/a the note] of 1990", "the note of 1990"),
    ("See https://example.org/a for it", "See https://example.org/a for it"),
    ("Peru &ndash; Chile&nbsp;&amp; Bolivia &#8364;5", "Peru – Chile & Bolivia €5"),
    ("H<sub>2</sub>O <small>in</small> <span style='color:red'>Lima</span><br/>", "H2O in Lima"),
    ("a <span style='display:none'>0001</span>b <del>not this</del>c", "a b c"),
    ("<nowiki>'''[[a]]''' {{b}}</nowiki> c", "'''[[a]]''' {{b}} c"),
    ("the <math>x^2</math>sum", "the sum"),
    ("an <onlyinclude>open</onlyinclude> <b>door", "an open door"),
    ("{{{1|a default}}} stays", "a default stays"),
    ("the {{nowrap|5 {{abbr|km|kilometres}}}} road", "the 5 km road"),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_a_passage_reads_as_on_the_page(words, expected):
    assert texts(words) == [expected]


def test_headings_stand_over_what_follows():
    document = read("== Asia ==\n=== Nepal ===<!-- x -->\nPeru left.\n== Europe == {{anchor|eu}}\nChile left.")
    over = {block.span.of(document): [head.of(document) for head in block.headings] for block in document.blocks}
    assert over["Peru left."] == ["Asia", "Nepal"]
    assert over["Chile left."] == ["Europe"]


def test_back_matter_is_no_text():
    document = read(
        "Peru left.\n== See also ==\n* [[Ties of Chile]]\n== Trade ==\n* Fish\n== References ==\n{{reflist}}\n* A book"
    )
    kinds = {block.span.of(document): block.kind for block in document.blocks}
    assert kinds["Ties of Chile"] is kinds["A book"] is kinds["See also"] is BlockKind.BOILERPLATE
    assert kinds["Fish"] is BlockKind.ITEM


# A passage, and what its block says that it cites.
CITED = [
    ("A.<ref>{{cite web |last=Vega |first=Ana |title=Ties |website=Sur |date=3 May 2021 |url=https://a.org/b |access-date=4 May 2021}}</ref>",
     'Vega, Ana, "Ties", Sur, 3 May 2021, https://a.org/b'),
    ("A.<ref>{{cite news|title=T|url=https://a.org|archive-url=https://b.org/a|quote=We left.}}</ref>",
     '"T", https://a.org, archived https://b.org/a, quote: “We left.”'),
    ("A.<ref>[https://a.org/b The ''note''], 1990.</ref>", "The note https://a.org/b, 1990"),
    ("A.<ref>https://a.org/b</ref>", "https://a.org/b"),
    ("A.<ref name=x>One</ref><ref name='y'/>\n\n== References ==\n<references><ref name=\"y\">Two</ref></references>", "One ; Two"),
    ("A.<ref name=x /> B.<ref name=x/>{{reflist|refs=<ref name=x>Late</ref>}}", "Late"),
    ("A.{{sfn|Vega|2004|p=12}}", "Vega 2004, p. 12"),
    ("A.{{r|x}}{{reflist|refs=<ref name=x>Late</ref>}}", "Late"),
    ("A.{{#tag:ref|A remark.}}", ""),
    ("A [https://a.org/b note].", "https://a.org/b"),
    ("A.<ref>{{#invoke:cite|web|title=T|url=https://a.org}}</ref>", '"T", https://a.org'),
    ("A.<ref>Never closed\n\nThe end.", "Never closed"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CITED)
def test_footnotes_become_the_citation_of_their_passage(words, expected):
    document = read(words)
    assert document.blocks[1].citation == expected
    assert document.blocks[1].span.of(document).startswith("A")


def test_a_footnote_that_tells_something_keeps_what_it_cites():
    document = read("Peru left.{{efn|It came back.<ref>A book</ref>}}")
    assert [block.citation for block in document.blocks[1:]] == ["", "A book"]


def test_a_remark_used_twice_is_told_once():
    assert texts("A.{{efn|name=x|Back.}}\n\nB.{{efn|name=x}}") == ["A.", "Back.", "B."]


# The file's name, the wikitext, what is known, and the title.
TITLES = [
    ("foreign-relations-of-angola", "The ties of Angola.", "", "Foreign relations of Angola"),
    ("ties_of_the_united_kingdom", "The United Kingdom left.", "", "Ties of the United Kingdom"),
    ("x", "{{DISPLAYTITLE:''Ties'' of Peru}}A.", "", "Ties of Peru"),
    ("x", "A.", "Known", "Known"),
    ("Peru and Chile", "peru and chile", "", "Peru and Chile"),
]


@pytest.mark.parametrize(("id", "words", "known", "title"), TITLES)
def test_the_title_is_known_shown_or_the_files_name(id, words, known, title):
    document = wikitext.read(words.encode(), id=id, source=Source(title=known))
    assert document.source.title == document.blocks[0].span.of(document) == title
    assert (document.blocks[0].kind, document.source.language) == (BlockKind.TITLE, "en")


def test_a_redirect_says_where_it_leads():
    document = read("#REDIRECT [[Ties of_Peru|x]]\n[[Category:A]]")
    assert [(str(block.kind), block.span.of(document)) for block in document.blocks][1:] == [
        ("boilerplate", "Redirect to Ties of Peru")
    ]
    assert "redirects" in document.warnings[0]


def test_unknown_templates_are_told_and_their_words_kept():
    document = read("A {{frobnicate|the envoy left|width=5|url=https://a.org}} b {{frobnicate}} c {{To USD|5|PEN}}.")
    assert document.blocks[1].span.of(document) == "A the envoy left b c ."
    assert [warning.split(":")[0] for warning in document.warnings] == [
        "template 'frobnicate' not known",
        "template 'to usd' shows what only the wiki can work out",
    ]


def test_an_article_without_words_is_none():
    for words in ("<!-- nothing -->", "{{Ties of the Andes}}", "[[Category:A]]"):
        with pytest.raises(EmptyDocument):
            read(words)
    with pytest.raises(BinaryDocument):
        wikitext.read(b"Peru\0left", id="a")


# Broken markup between two sentences that must both be read.
BROKEN = [
    "{| class=x\n! A\n|-\n| Peru || 1990\n== B ==", "{{flag|Peru\n\n[[Lima\n\n", "'''bold ''", "<ref>open\n", "<ref name=x>a</ref></ref>", "<!-- never closed",
    "<nowiki>[[", "{{{{{{a|b}}", "[[a [[b]] c", "]] }} |} |-", "|}\n|-\n| stray\n!! x\n", "{|\n{|\n{|\n|}", "<div><table><tr><td>x", "{{a|" * 3000,
    "[[File:x|thumb|" * 500, "<b>" * 5000, "[http://a " * 3000, "''" * 4001, "{{" * 5000 + "}}" * 4999, "=" * 5000, "*" * 5000, "&" * 5000, "a=" * 5000,
    "{|\n|" + "a=" * 5000 + "|x\n|}", "x" * 300_000, "{|\n| rowspan=99999999 colspan=99999999 | x\n|}", "{|\n" * 300, "[[a|" * 300 + "]]" * 300,
]  # fmt: skip


@pytest.mark.parametrize("middle", BROKEN, ids=lambda words: words[:12])
def test_broken_markup_loses_nothing_around_it(middle):
    found = " ".join(texts(f"Quito stands before.\n\n{middle}\n\nLima stands after."))
    assert "Quito stands before." in found
    assert "Lima stands after." in found


PARTS = [
    "{{", "}}", "[[", "]]", "{|", "|}", "\n|-\n", "\n| ", " || ", "\n! ", "!!", "<ref>", "</ref>", '<ref name="a"/>', "<!--", "-->", "<nowiki>", "</nowiki>",
    "\n== Trade ==\n", "'''", "\n* ", "{{flag|Peru}}", "{{dts|1990|5|3}}", "[[Lima|the town]]", "[[File:A.jpg|thumb|", "<br>", "&nbsp;", "\n\n", "Peru left.",
    "{{efn|", "{{cite web|title=A|url=https://a.org}}", "\ufdd0", "\ufdd00\ufdd1", "\u202e", "<gallery>", "</div>", "\n|+ ", "rowspan=3 |", "{{Infobox\n| a = b",
    "x" * 5000, "\ud83c\udf0d", "\x01", "{{#if:", "\r\n", "|", "=", "{{main|", "https://a.org/", "[https://a.org ", "{{plainlist|\n* ",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_any_wikitext_is_read_and_in_time(seed):
    chance = random.Random(seed)
    middle = "".join(chance.choice(PARTS) for _ in range(chance.randint(1, 400)))
    raw = f"Quito stands before.\n\n{middle}".encode("utf-8", "surrogatepass")
    raw = raw[: chance.randint(25, len(raw))] if seed % 3 == 0 else raw + b"\n\n== End ==\n\nLima stands after."
    began = time.perf_counter()
    document = wikitext.read(raw, id="a")
    assert time.perf_counter() - began < 20
    check(document)
    assert "Quito stands before." in document.text
    assert seed % 3 == 0 or "Lima stands after." in document.text


def check(document):
    """Spans stand in order and inside the text, each with words."""
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert block.span.of(document) == block.span.of(document).strip()
        assert all(cell.span in block.span for cell in block.cells)
        assert all(head.end <= block.span.start for head in block.headings)
        assert block.about is None or block.about.of(document).strip()
        at = block.span.end


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_are_a_document_or_an_error_of_one(seed):
    chance = random.Random(seed)
    try:
        check(wikitext.read(chance.randbytes(300) + b"{| '''" + chance.randbytes(20), id="a"))
    except DocumentError as error:
        assert error.code in ("document-binary", "document-empty")
