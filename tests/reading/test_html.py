from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import DocumentError, EmptyDocument
from comity.model import Source
from comity.reading import html

LONG = "The ministry in Lima said on Tuesday that the two governments had agreed to open talks on trade and on fishing rights. "
ARTICLE = f"""<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><title>Talks | The Andes Post</title>
<meta name="author" content="Ana Perez"><meta property="og:site_name" content="The Andes Post">
<meta property="article:published_time" content="2021-05-03T08:00:00-05:00"><link rel="canonical" href="https://example.org/talks">
<style>p {{}}</style><script>var x = "Sign up";</script></head><body>
<header><h1>The Andes Post</h1></header><nav><a href="/">Home</a> <a href="/trade">Trade</a></nav>
<main><article><h1>Peru and Chile open talks</h1><p class="byline">By Ana Perez</p>
<figure><img src="a.jpg"><figcaption>Ministers meet in Lima on 2 May 2021. Photo: Andes</figcaption></figure>
<p>{LONG}</p><h2>Missions</h2><ul><li>Embassy in <b>Lima</b><ul><li>with a consul</li></ul></li><li>Consulate in Tacna</li></ul>
<p>Short one.</p><p>{LONG}The sea lies between<sup class="reference">[1]</sup> them.</p>
<table><tr><th>State</th><th>Since</th></tr><tr><td>Chile</td><td>3 May <i>1901</i></td></tr></table>
<h3>Bridges</h3><p>{LONG}A bridge came last.</p><div>{LONG}Loose words in a division.</div></article>
<section><h2>Related stories</h2><ul><li><a href="/x">Bolivia sends an envoy to Quito</a></li></ul></section></main>
<aside><p>Never miss a story of ours: we write to you each morning before you rise.</p></aside>
<footer><p>Copyright 2021</p></footer></body></html>"""


def read(page, **known):
    return html.read(page.encode() if isinstance(page, str) else page, id="a", **known)


def told(page):
    document = read(page)
    return [
        (str(block.kind), block.span.of(document).replace(LONG.strip(), "…"), len(block.headings)) for block in document.blocks
    ]


def test_an_article_gives_its_blocks_in_the_order_of_the_page():
    assert told(ARTICLE) == [
        ("title", "Peru and Chile open talks", 0),
        ("boilerplate", "By Ana Perez", 0),
        ("caption", "Ministers meet in Lima on 2 May 2021. Photo: Andes", 0),
        ("paragraph", "…", 0),
        ("heading", "Missions", 0),
        ("list item", "Embassy in Lima", 1),
        ("list item", "with a consul", 1),
        ("list item", "Consulate in Tacna", 1),
        ("paragraph", "Short one.", 1),
        ("paragraph", "… The sea lies between them.", 1),
        ("table row", "State | Since", 1),
        ("table row", "Chile | 3 May 1901", 1),
        ("heading", "Bridges", 1),
        ("paragraph", "… A bridge came last.", 2),
        ("paragraph", "… Loose words in a division.", 2),
    ]


def test_an_article_tells_of_its_making():
    assert read(ARTICLE).source == Source(
        title="Peru and Chile open talks",
        author="Ana Perez",
        publisher="The Andes Post",
        published="2021-05-03",
        url="https://example.org/talks",
        language="es",
    )


def test_what_is_known_goes_over_what_the_page_tells():
    source = read(ARTICLE, source=Source(published="2020", licence="CC0-1.0")).source
    assert (source.published, source.licence, source.author) == ("2020", "CC0-1.0", "Ana Perez")


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "Person", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Talks",
"datePublished": "2021-05-03T01:00Z", "author": [{"name": "Ana Perez"}, "Li Wei"],
"publisher": {"name": "Andes"}, "inLanguage": "en-US"}]}</script>"""


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (LINKED, Source(title="Talks", author="Ana Perez, Li Wei", publisher="Andes", published="2021-05-03", language="en")),
        ("<title>Talks - Andes</title>", Source(title="Talks")),
        ('<meta name="DC.date" content="2021-05"><meta name="date" content="no date">', Source(published="2021-05")),
        ('<meta name="date" content="2021-02-31">', Source()),
        ('<meta property="article:author" content="https://example.org/ana"><meta name="dc.title" content="">', Source()),
        ('<script type="application/ld+json">{"@type": [</script>', Source()),
        (
            '<script type="application/ld+json">[1, {"@type": "Article", "author": 3, "publisher": ["x", 4]}]</script>',
            Source(publisher="x"),
        ),
    ],
)
def test_a_head_is_read(head, source):
    assert read(f"<html><head>{head}</head><body><p>{LONG}</p></body></html>").source == source


def test_no_date_is_guessed_from_the_text():
    assert (
        read(
            f"<p>{LONG}</p><figure><figcaption>Lima, 3 May 2021</figcaption></figure><p>On 4 May 2021 it rained.</p>"
        ).source.published
        == ""
    )


def test_a_page_without_a_text_falls_back_on_its_paragraphs():
    assert told("<div><p>Peru.</p></div>") == [("paragraph", "Peru.", 0)]


def test_a_table_for_layout_is_no_table():
    page = f"<table><tr><td><h2>Talks</h2><p>{LONG}</p><p>{LONG}Again.</p></td></tr></table>"
    assert [kind for kind, _, _ in told(page)] == ["heading", "paragraph", "paragraph"]


def test_line_breaks_in_pairs_part_paragraphs():
    assert [words for _, words, _ in told(f"<div>{LONG}One.<br><br>{LONG}Two<br>three.</div>")] == ["… One.", "… Two three."]


def test_the_declared_encoding_is_used():
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><p>{LONG}Лима.</p>'
    assert "Лима" in read(page.encode("cp1251")).text


def test_a_page_with_all_in_a_form_is_read():
    assert "Lima" in read(f"<form><p>{LONG}</p></form>").text


@pytest.mark.parametrize("page", ["", "<html></html>", "<!-- x -->", "<script>x</script>", "<img src=x>", "&nbsp;"])
def test_a_page_without_words_is_refused(page):
    with pytest.raises(EmptyDocument):
        read(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 900 + LONG,
        "<p>" * 5000 + LONG,
        "<table><tr><td>" * 60 + LONG,
        "<a" + " b=c" * 9000 + f"><p>{LONG}",
        "<b>" * 900 + LONG * 300,
    ],
)
def test_broken_pages_are_read(page):
    assert "Lima" in read(page).text


def test_nothing_is_written_to_the_screen(capfd):
    logging.getLogger().handlers.clear()
    for page in (ARTICLE, "<p>Peru.</p>", "<p>"):
        try:
            read(page)
        except DocumentError:
            continue
    assert capfd.readouterr() == ("", "")


def check(document):
    last = 0
    for block in document.blocks:
        assert last <= block.span.start < block.span.end <= len(document.text)
        last = block.span.end
        assert all(head.end <= block.span.start for head in block.headings)


NAMES = (
    "p",
    "div",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "h1",
    "h2",
    "a",
    "b",
    "br",
    "figure",
    "figcaption",
    "article",
    "nav",
    "dl",
    "dd",
    "form",
)
TAGS = st.sampled_from(
    [f"<{end}{name}>" for end in ("", "/") for name in NAMES]
    + [
        LONG,
        "Lima",
        "&#0;",
        "&#xD800;",
        "<!--",
        "-->",
        "<?x",
        "<![CDATA[",
        "<script>",
        "</script>",
        "\x01",
        "\ud800",
        "<svg>",
        "<meta charset=utf-16>",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(TAGS | st.text(max_size=10), max_size=30))
def test_any_page_is_a_document_or_an_error_of_one(parts):
    try:
        document = html.read("".join(parts).encode("utf-8", "replace"), id="a")
    except DocumentError:
        return
    check(document)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_an_error_of_one(raw):
    try:
        document = html.read(raw, id="a")
    except DocumentError:
        return
    check(document)
