from __future__ import annotations

import subprocess
import sys

import pytest
from lxml import html as web

import attacks
import comity
from comity.presenting import notebook
from comity.querying import questions
from comity.querying._question import Answer, Quoted, Table


def shown(answer):
    return web.fromstring(answer._repr_html_())


def test_an_answer_shows_as_sentences_lanes_tables_and_sources(examples):
    answer = examples.status("Laos", "Soviet Union", on="1980-01-01")
    tree = shown(answer)
    assert answer.lead[0].partition(" [")[0] in tree.text_content()
    assert tree.xpath("//svg[@class='lanes']//rect")
    assert "Relations: Laos and Soviet Union" in "".join(tree.xpath("//svg//text()"))
    assert len(tree.xpath("//details/ol/li")) == len(answer.sources)
    assert answer.sources[0].quote[:40] in tree.xpath("//sup/@title")[0]


@pytest.mark.parametrize(("ask", "drawn"), [
    (lambda record: record.timeline("Laos", "Soviet Union"), True), (lambda record: record.missions("Laos"), True),
    (lambda record: record.status("Laos", "Vietnam"), True), (lambda record: record.sources(), False),
])  # fmt: skip
def test_what_has_dates_is_drawn_and_all_else_stands_in_tables(ask, drawn, examples):
    answer = ask(examples)
    tree = shown(answer)
    assert bool(tree.xpath("//svg")) == drawn
    assert len(tree.xpath("//table")) == len([table for table in answer.tables if table.rows])
    for table, found in zip([one for one in answer.tables if one.rows], tree.xpath("//table"), strict=True):
        assert len(found.xpath("./tbody/tr")) == min(len(table.rows), notebook.MOST_ROWS)


def test_every_question_s_answer_can_be_shown_and_nothing_in_it_comes_to_life(tmp_path):
    told = {
        "a": "Kenya",
        "b": "Peru",
        "on": "1990",
        "since": "2020",
        "words": "Kenya",
        "states": "Kenya",
        "pairs": ["Kenya:Peru", "Peru:UN"],
    }
    with comity.open(attacks.record(tmp_path)) as record:
        told |= {"claim": record.store.claims("agreement")[0].id, "doc": record.store.documents()[0].id}
        for name, one in questions().items():
            if any(part.type == "folder" for part in one.parameters):
                continue
            tree = shown(record.ask(name, **{part.name: told[part.name] for part in one.parameters if part.name in told}))
            assert not tree.xpath("//script | //img | //iframe | //a | //form | //*[@src] | //*[@href]"), name
            assert not [key for each in tree.iter() for key in each.attrib if key.startswith("on")], name
            assert not set("\u202e\u202d\u2066\x1b\x07") & set(tree.text_content()), name


def test_long_answers_are_cut_and_say_where_the_rest_is():
    sources = tuple(Quoted(str(number), "a", "They met.", 0, 9) for number in range(40))
    answer = Answer(
        "sources", {}, tables=(Table("All", ("number",), tuple((number,) for number in range(100))),), sources=sources
    )
    tree = shown(answer)
    assert (len(tree.xpath("//tbody/tr")), len(tree.xpath("//li"))) == (60, 30)
    assert "40 more: answer.frame() has all" in tree.text_content()
    assert "10 more in answer.sources" in tree.text_content()


def test_two_answers_in_one_notebook_do_not_share_their_patterns(examples):
    trees = [shown(examples.timeline("Laos", other)) for other in ("Soviet Union", "Vietnam")]
    ids = [set(tree.xpath("//@id")) for tree in trees]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_notebook_s_own_programs_are_not_asked_for(example_record):
    said = (
        "import sys, comity\n"
        f"answer = comity.open({str(example_record)!r}).status('Laos', 'Vietnam')\n"
        "assert '<table' in answer._repr_html_() or '<p>' in answer._repr_html_()\n"
        "assert not {'IPython', 'ipykernel', 'pandas', 'uvicorn'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", said], check=True, timeout=60)


def test_without_the_web_s_packages_there_is_no_picture_but_all_else(examples, monkeypatch):
    monkeypatch.setitem(sys.modules, "comity.presenting.web.html", None)
    tree = shown(examples.timeline("Laos", "Vietnam"))
    assert (len(tree.xpath("//svg")), len(tree.xpath("//table"))) == (0, 1)
