from __future__ import annotations

import bz2
import tracemalloc
from collections import Counter

import pytest

from comity.errors import BadTitle, BrokenDump, EmptyDocument, UnreadableFile
from comity.model import BlockKind, Source
from comity.reading import dump, find, load

HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en">\n<siteinfo><sitename>Ruripedia</sitename>'
    "<base>https://rur.example/wiki/Main_Page</base></siteinfo>\n"
)


def page(title, words="Peru left.", *, ns=0, number=1, more=""):
    return (
        f"<page><title>{title}</title><ns>{ns}</ns><id>{number}</id>{more}<revision><id>9</id><timestamp>2025-03-04T05:06:07Z</timestamp>"
        f'<model>wikitext</model><text xml:space="preserve">{words}</text></revision></page>\n'
    )


def export(*pages):
    return (HEAD + "".join(pages) + "</mediawiki>").encode()


@pytest.fixture
def wiki(tmp_path):
    """A dump of pages, packed or not."""

    def make(*pages, name="wiki.xml"):
        raw = export(*pages)
        path = tmp_path / name
        path.write_bytes(bz2.compress(raw) if name.lower().endswith(".bz2") else raw)
        return path

    return make


@pytest.mark.parametrize("name", ["wiki.xml", "ruripedia-pages-articles.xml.bz2", "WIKI.XML.BZ2"])
def test_each_article_is_a_document(wiki, name):
    path = wiki(
        page("Ties of Peru", "'''Peru''' &lt;b&gt;left&lt;/b&gt;.\n== See also ==\n* X"),
        page("Chile–Peru relations", number=2),
        name=name,
    )
    found = list(find([path]))
    assert [each.id for each in found] == ["ties-of-peru", "chile-peru-relations"]
    document = load(found[0])
    assert document.text.startswith("Ties of Peru\n\nPeru left.")
    assert document.blocks[0].kind is BlockKind.TITLE
    assert document.origin == f"{path}#Ties of Peru"
    assert document.source == Source(
        title="Ties of Peru",
        publisher="Ruripedia",
        language="en",
        url="https://rur.example/wiki/Ties_of_Peru",
        accessed="2025-03-04",
    )


def test_only_articles_with_words_are_read(wiki):
    path = wiki(
        page("Talk:Peru", ns=1), page("Template:Peru", ns=10), page("Perou", more='<redirect title="Peru" />'), page("Nothing", " "),
        page("Peru"), page("Code").replace("<model>wikitext</model>", "<model>javascript</model>"),
    )  # fmt: skip
    assert [each.id for each in find([path])] == ["peru"]


# Patterns, and the titles of three pages that fit them.
PATTERNS = [
    ([], ["Ties of Peru", "Ties of Chile", "Trade of Peru"]),
    (["ties of *"], ["Ties of Peru", "Ties of Chile"]),
    (["Ties of Peru"], ["Ties of Peru"]),
    (["Ties"], []),  # the whole title must fit
    (["/^Ties|Chile$/"], ["Ties of Peru", "Ties of Chile"]),
    (["Trade*", "*Chile"], ["Ties of Chile", "Trade of Peru"]),
    (["T??de of Peru"], ["Trade of Peru"]),
]


@pytest.mark.parametrize(("patterns", "titles"), PATTERNS)
def test_titles_choose_pages(wiki, patterns, titles):
    path = wiki(page("Ties of Peru"), page("Ties of Chile"), page("Trade of Peru"))
    assert [each.held.title for each in find([path], titles=patterns)] == titles


def test_a_pattern_that_cannot_be_read_stops_the_question(wiki):
    with pytest.raises(BadTitle, match=r"Ties of \("):
        find([wiki(page("A"))], titles=["/Ties of (/"])


def test_two_titles_with_one_id_are_told_apart_by_number(wiki):
    path = wiki(page("A/B", number=5), page("A B", number=7), page("+", number=8))
    assert [each.id for each in find([path])] == ["a-b", "a-b-7", "page-8"]


def test_what_is_known_of_the_file_is_known_of_its_pages(wiki):
    path = wiki(page("Peru"))
    path.with_name("wiki.meta.json").write_text('{"title": "A dump", "licence": "CC BY-SA 4.0"}', encoding="utf-8")
    document = load(next(find([path], given=Source(publisher="Me"))))
    assert (document.source.title, document.source.publisher, document.source.licence) == ("Peru", "Me", "CC BY-SA 4.0")


def test_a_folder_may_hold_dumps_among_other_documents(wiki):
    path = wiki(page("Peru"), name="wiki.xml.bz2")
    path.with_name("notes.wiki").write_text("Chile left.", encoding="utf-8")
    skipped: Counter[str] = Counter()
    assert [each.id for each in find([path.parent], skipped=skipped)] == ["notes", "peru"]
    assert not skipped


# What is done to a dump of three pages, how many of them come before the fault, and what the fault says.
FAULTS = [
    (lambda raw: raw[: raw.rindex(b"<page>") + 40], 2, "breaks off"),
    (lambda raw: raw.replace(b"</title>", b"", 3).replace(b"Three", b"</page>"), 0, "breaks off"),
    (lambda raw: b"<rss><channel/></rss>", 0, "<mediawiki>"),
    (lambda raw: b"Peru left.", 0, "<mediawiki>"),
    (lambda raw: b"\0\0\0", 0, "<mediawiki>"),
]


@pytest.mark.parametrize(("change", "pages", "says"), FAULTS)
def test_a_broken_dump_gives_what_stands_before_the_break(tmp_path, change, pages, says):
    path = tmp_path / "wiki.xml"
    path.write_bytes(change(export(page("One"), page("Two"), page("Three"))))
    found = list(find([path]))
    assert len(found) == pages + 1
    with pytest.raises(BrokenDump, match=says):
        load(found[-1])


def test_a_packed_dump_that_breaks_off_says_so(tmp_path):
    path = tmp_path / "wiki.xml.bz2"
    for raw in (bz2.compress(export(page("One")))[:-20], b"no archive"):
        path.write_bytes(raw)
        with pytest.raises(BrokenDump, match=r"breaks off|unpacked"):
            load(list(find([path]))[-1])


def test_a_dump_that_cannot_be_opened_says_so(wiki):
    path = wiki(page("One"))
    found = find([path])
    path.unlink()
    with pytest.raises(UnreadableFile):
        load(next(found))


def test_the_bytes_of_an_export_are_its_first_article():
    assert dump.read(export(page("Talk:A", ns=1), page("Peru")), id="x").source.title == "Peru"
    with pytest.raises(EmptyDocument):
        dump.read(export(), id="x")


def test_nothing_outside_the_file_is_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    path = tmp_path / "wiki.xml"
    entity = f'<!DOCTYPE mediawiki [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path.write_bytes(entity.encode() + export(page("One", "a &x; b")))
    texts = [load(each).text for each in find([path]) if not each.fault]
    assert not any("hidden" in text for text in texts)


def test_a_large_dump_takes_no_more_memory_than_a_small_one(tmp_path):
    def peak(count):
        path = tmp_path / "wiki.xml"
        path.write_bytes(export(*(page(f"Page {number}", "Peru left. " * 2000, number=number) for number in range(count))))
        tracemalloc.start()
        assert sum(1 for _ in find([path])) == count
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(400) < peak(20) + 2_000_000  # four hundred pages are nine megabytes
