"""The parser: what it gives, how it can be replaced, what it refuses."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path

import pytest
import spacy

from comity import parsing
from comity.errors import ForeignLabels, MissingExtra, NoParser
from comity.model import Span
from made import document

PACKAGE = Path(parsing.__file__).parent


def tree(*texts):
    made = document(*texts)
    return parsing.parser().trees(made, [block.span for block in made.blocks])


def relations(text):
    return {(token.relation, text[token.span.start : token.span.end]) for token in tree(text)[0].tokens}


def test_words_stand_where_the_text_has_them():
    text = "Norway’s envoy paid US$5 million to Peru."
    tokens = tree(text)[0].tokens
    words = [text[token.span.start : token.span.end] for token in tokens]
    assert words == ["Norway", "’s", "envoy", "paid", "US", "$", "5", "million", "to", "Peru", "."]
    assert "".join(words) == text.replace(" ", "")


def test_active_and_passive_are_told_apart():
    assert {("nsubj", "Norway"), ("obj", "Peru")} <= relations("Norway recognised Peru in 1905.")
    assert ("nsubj:pass", "Peru") in relations("Peru was recognised by Norway in 1905.")


def test_lemmas_and_parts_of_speech():
    tokens = tree("The ministers signed two treaties.")[0].tokens
    assert [token.lemma for token in tokens[:5]] == ["the", "minister", "sign", "two", "treaty"]
    assert [token.pos for token in tokens[:5]] == ["DET", "NOUN", "VERB", "NUM", "NOUN"]


def test_a_sentence_is_one_tree():
    text = "Mr. Lie left. No. 3 stayed."
    found = tree(text)[0]
    assert sum(token.head == index for index, token in enumerate(found.tokens)) == 1


def test_what_is_too_long_to_be_a_sentence_has_no_tree():
    made = document("word " * 600)
    assert parsing.parser().trees(made, [made.blocks[0].span, Span(0, 9)])[0] is None


def test_it_is_loaded_once():
    assert parsing.parser() is parsing.parser("en")


def test_it_is_small_and_loads_in_time():
    files = [path for path in (PACKAGE / "syntax" / "en").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 20_000_000
    assert not [path for path in files if path.suffix in (".so", ".pyx", ".c")]


def test_an_unknown_parser_is_refused():
    with pytest.raises(NoParser, match="no_such_pipeline"):
        parsing.parser("no_such_pipeline")


def test_labels_of_another_grammar_are_refused(tmp_path):
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "stanford")
    with pytest.raises(ForeignLabels, match="dobj, pobj"):
        parsing.parser(str(tmp_path / "stanford"))


def test_another_pipeline_with_ud_labels_takes_its_place(tmp_path):
    spacy.load(PACKAGE / "syntax" / "en").to_disk(tmp_path / "other")
    made = document("Norway recognised Peru.")
    assert parsing.parser(str(tmp_path / "other")).trees(made, [made.blocks[0].span]) == tree("Norway recognised Peru.")


def test_stanza_without_its_wrapper_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy_stanza", None)
    with pytest.raises(MissingExtra, match=r"comity\[stanza\]"):
        parsing.parser("stanza:en")


def test_stanza_is_taken_through_its_wrapper(monkeypatch):
    wrapper = types.ModuleType("spacy_stanza")
    wrapper.load_pipeline = lambda language: parsing.parser(language)._nlp
    monkeypatch.setitem(sys.modules, "spacy_stanza", wrapper)
    made = document("Norway recognised Peru.")
    assert parsing._loaded.__wrapped__("stanza:en").trees(made, [made.blocks[0].span]) == tree("Norway recognised Peru.")


def test_a_sentence_that_comes_again_is_parsed_once(monkeypatch):
    own = parsing._loaded.__wrapped__("en")
    made = document("Norway recognised Peru.", "Norway recognised Peru.")
    first, second = own.trees(made, [block.span for block in made.blocks])
    assert [token.relation for token in first.tokens] == [token.relation for token in second.tokens]
    assert second.tokens[0].span == Span(made.blocks[1].span.start, made.blocks[1].span.start + 6)
    monkeypatch.setattr(own, "_parsed", lambda texts: pytest.fail(f"parsed again: {texts}"))
    assert own.trees(made, [made.blocks[0].span]) == [first]


def test_none_means_the_order_of_words_alone():
    code = (
        "import sys; from comity.pipeline import pipeline; from comity.registry import Folders; from comity.model import *;"
        "text = 'Norway recognised Peru.'; document = Document('x', text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),));"
        "print([claim.how for claim in pipeline(Folders(parser='none')).code(document)], 'spacy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['words'] False\n"
