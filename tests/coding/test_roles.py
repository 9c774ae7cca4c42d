"""What those named are to a word: by trees given by hand."""

from __future__ import annotations

from coding.test_grammar import grammar
from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.coding.roles import link, roles, undergone
from comity.model import Span


def test_what_others_are_to_a_word():
    given, names = grammar(
        "Peru|PROPN|nsubj|3 and|CCONJ|cc|1 sent|VERB|root|0 Chilean|ADJ|amod|5 ships|NOUN|obj|3 to|ADP|case|7 Kenya|PROPN|obl|3"
    )
    assert {names[at]: role for at, role in roles(given, 2).items()} == {
        "peru": "subject",
        "chilean": "object",
        "ships": "object",
    }
    passive, names = grammar("Peru|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 hit|VERB|root|0 by|ADP|case|5 Chile|PROPN|obl|3")
    assert {names[at]: role for at, role in roles(passive, 2).items()} == {"peru": "undergone", "chile": "by"}
    assert roles(Grammar([Item(Span(0, 4), "peru", "word")]), 0) == {}


def test_by_what_an_item_hangs():
    given, names = grammar(
        "aid|NOUN|root|0 to|ADP|case|3 Kenya|PROPN|nmod|1 and|CCONJ|cc|5 Chile|PROPN|conj|3 from|ADP|case|7 Peru|PROPN|nmod|1"
    )
    assert [link(given, names.index(name)) for name in ("aid", "kenya", "chile", "peru")] == ["root", "to", "to", "from"]
    loop, _ = grammar("Peru|PROPN|conj|2 Chile|PROPN|conj|1")
    assert link(loop, 0) == "conj"


def test_a_participle_behind_a_phrase_may_tell_of_its_noun():
    given, names = grammar(
        "a|DET|det|2 pact|NOUN|root|0 of|ADP|case|4 trade|NOUN|nmod|2 and|CCONJ|cc|6 travel|NOUN|conj|4 made|VERB|acl|6 here|ADV|advmod|7"
    )
    assert [names[at] for at in undergone(given, 6)] == ["travel", "trade", "pact"]
    given, names = grammar("Peru|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 hit|VERB|root|0")
    assert [names[at] for at in undergone(given, 2)] == ["peru"]
