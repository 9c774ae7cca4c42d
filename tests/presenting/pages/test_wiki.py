from __future__ import annotations

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.presenting.pages import form
from comity.presenting.pages.wiki import escape
from comity.querying._question import Answer, Quoted

from . import dossiers


def cited(**told):
    source = Quoted("c", "a", "They met.", 0, 9, **told)
    return form(".wiki").render(Answer("brief", {}, ("They met [1].",), sources=(source,))).decode()


def test_no_template_link_or_tag_of_a_document_comes_to_life(tmp_path):
    answer = dossiers.hostile(tmp_path / "r.comity").brief("Kenya", "Peru")
    code = mwparserfromhell.parse(form(".wiki").render(answer).decode())
    assert {str(one.name).strip() for one in code.filter_templates()} <= {"citation", "cite web", "cite news", "reflist"}
    assert not code.filter_wikilinks()
    assert not code.filter_comments()
    assert {str(one.tag) for one in code.filter_tags()} <= {"ref", "table", "tr", "td", "th", "b", "li", "i"}
    assert not [one for one in code.filter_external_links() if "evil" in str(one.url)]


@given(st.text(alphabet="{}[]<>|='*#:;!~_-& \nabISBN", max_size=30))
def test_escaped_text_is_text_and_nothing_else(text):
    assert all(
        isinstance(one, mwparserfromhell.nodes.Text | mwparserfromhell.nodes.HTMLEntity)
        for one in mwparserfromhell.parse(escape(text)).nodes
    )


TEMPLATES = [
    (
        {"title": "A", "publisher": "Nairobi Times", "url": "https://example.org/a"},
        "{{cite news |url=https://example.org/a |title=A",
    ),
    ({"title": "A", "publisher": "A Ministry", "url": "https://example.org/a"}, "{{cite web |url=https://example.org/a |title=A"),
    ({"title": "A"}, "{{citation |title=A |quote=They met.}}"),
    ({"title": "A", "published": "1960~"}, "|date=c. 1960 |"),
    ({"title": "A", "published": "1960-10-07"}, "|date=7 October 1960 |"),
    ({"title": "A", "url": "https://example.org/a", "accessed": "2026-11-21"}, "|access-date=21 November 2026 |"),
    (
        {
            "title": "A",
            "url": "https://example.org/a",
            "archived": "https://archive.example/web/20261120101112/https://example.org/a",
        },
        "|archive-date=20 November 2026 |url-status=live |",
    ),
]


@pytest.mark.parametrize(("source", "shown"), TEMPLATES)
def test_a_source_is_cited_by_its_template(source, shown):
    assert shown in cited(**source)


def test_an_archived_address_without_its_date_is_left_out():
    assert "archive" not in cited(title="A", url="https://example.org/a", archived="https://archive.example/a")


def test_wikipedia_is_not_cited_but_what_it_cites_is_named():
    page = cited(title="Kenya", url="https://en.wikipedia.org/wiki/Kenya", cited="A Paper, 1970")
    assert "{{cite" not in page
    assert "which cites: A Paper, 1970" in page


def test_a_source_used_twice_is_written_once():
    source = Quoted("c", "a", "They met.", 0, 9)
    page = form(".wiki").render(Answer("brief", {}, ("One [1].", "Two [1]."), sources=(source,))).decode()
    assert page.count("quote=They met.") == 1
    assert page.count("<ref name=") == 2
