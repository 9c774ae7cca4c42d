"""Who acts by a tree: trees given by hand, so that the parser may change."""

from __future__ import annotations

import pytest

from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.mentions import Token, Tree
from comity.model import Span


def grammar(sentence: str) -> tuple[Grammar, list[str]]:
    """A grammar over words given as `form|POS|relation|head`, the head as its number from 1, 0 at the root."""
    items, tokens, at = [], [], 0
    for number, word in enumerate(sentence.split()):
        form, pos, relation, head = word.split("|")
        span = Span(at, at + len(form))
        at += len(form) + 1
        tokens.append(Token(span, form.lower(), pos, relation, int(head) - 1 if head != "0" else number))
        items.append(Item(span, form.lower(), "word", actors=()))
    return Grammar(items, Tree(tuple(tokens))), [item.lower for item in items]


def told(found, names):
    return [names[index] for index in found]


SUBJECTS = {
    "of the verb itself": ("Peru|PROPN|nsubj|2 left|VERB|root|0", 1, ["peru"]),
    "shared with the verb before": ("Peru|PROPN|nsubj|2 came|VERB|root|0 and|CCONJ|cc|4 left|VERB|conj|2", 3, ["peru"]),
    "of the verb that it completes": ("Peru|PROPN|nsubj|2 agreed|VERB|root|0 to|PART|mark|4 leave|VERB|xcomp|2", 3, ["peru"]),
    "the object of one that persuades": (
        "Peru|PROPN|nsubj|2 persuaded|VERB|root|0 Chile|PROPN|obj|2 to|PART|mark|5 leave|VERB|xcomp|2", 4, ["chile", "peru"],
    ),
    "the subject of one that promises": (
        "Peru|PROPN|nsubj|2 promise|VERB|root|0 Chile|PROPN|obj|2 to|PART|mark|5 leave|VERB|xcomp|2", 4, ["peru"],
    ),
    "the noun before which or who": (
        "Peru|PROPN|nsubj|5 which|PRON|nsubj|3 left|VERB|acl:relcl|1 ,|PUNCT|punct|3 slept|VERB|root|0", 2, ["peru"],
    ),
    "whom a participle qualifies": ("troops|NOUN|nsubj|4 entering|VERB|acl|1 Peru|PROPN|obj|2 slept|VERB|root|0", 1, ["troops"]),
    "who is thanked for it": (
        "Peru|PROPN|nsubj|2 thanked|VERB|root|0 Chile|PROPN|obj|2 for|SCONJ|mark|5 leaving|VERB|advcl|2", 4, ["chile", "peru"],
    ),
    "whose decision it is": (
        "Peru|PROPN|nmod:poss|3 's|PART|case|1 decision|NOUN|nsubj|6 to|PART|mark|5 leave|VERB|acl|3 held|VERB|root|0", 4, ["peru"],
    ),
    "the name beside the noun": ("neighbour|NOUN|nsubj|4 ,|PUNCT|punct|3 Chile|PROPN|appos|1 left|VERB|root|0", 3, ["neighbour", "chile"]),
    "not the one that is denied": (
        "not|PART|advmod|2 Peru|PROPN|nsubj|5 but|CCONJ|cc|4 Chile|PROPN|conj|2 left|VERB|root|0", 4, ["chile"],
    ),
    "nobody": ("leave|VERB|root|0", 0, []),
}  # fmt: skip


@pytest.mark.parametrize(("words", "at", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_who_acts(words, at, expected):
    found, names = grammar(words)
    assert told(found.subjects(at), names) == expected


def test_a_loop_in_the_tree_ends():
    found, _ = grammar("left|VERB|conj|2 came|VERB|conj|1")
    assert found.subjects(0) == ()
    assert found.undergone(1) == ()


def test_what_a_passive_is_done_to_and_by_whom():
    found, names = grammar("Peru|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 asked|VERB|root|0 by|ADP|case|5 Chile|PROPN|obl:agent|3")
    assert told(found.undergone(2), names) == ["peru"]
    assert told(found.agents(2), names) == ["chile"]
    assert found.is_undergoing(2, participle=True)


def test_a_participle_in_front_is_done_to_the_subject():
    found, names = grammar("Asked|VERB|advcl|5 by|ADP|case|3 Chile|PROPN|obl:agent|1 Peru|PROPN|nsubj|5 left|VERB|root|0")
    assert told(found.undergone(0), names) == ["peru"]
    assert found.is_undergoing(0, participle=True)
    assert not found.is_undergoing(4, participle=False)


def test_objects_of_relative_clauses_and_of_coordinated_verbs():
    found, names = grammar("pact|NOUN|root|0 that|PRON|obj|4 Peru|PROPN|nsubj|4 signed|VERB|acl:relcl|1")
    assert told(found.objects(3), names) == ["pact"]
    found, names = grammar("Peru|PROPN|nsubj|2 signed|VERB|root|0 and|CCONJ|cc|4 broke|VERB|conj|2 pacts|NOUN|obj|2")
    assert told(found.objects(3), names) == ["pacts"]


def test_whose_a_noun_is_by_comes_before_the_genitive_before_of():
    found, names = grammar(
        "Peru|PROPN|nmod:poss|2 visit|NOUN|root|0 of|ADP|case|4 Kenya|PROPN|nmod|2 by|ADP|case|6 Chile|PROPN|nmod|2"
    )
    assert told(found.owners(1), names) == ["chile", "peru", "kenya"]
    assert told(found.doers(1), names) == ["chile"]


def test_phrases_of_a_clause_stop_at_the_next():
    found, _ = grammar(
        "Peru|PROPN|nsubj|2 met|VERB|root|0 in|ADP|case|4 Lima|PROPN|obl|2 while|SCONJ|mark|6 waiting|VERB|advcl|2 in|ADP|case|8"
        " Quito|PROPN|obl|6"
    )
    assert found.phrases(1, "in") == (2,)


def test_company_on_a_level():
    found, names = grammar("Peru|PROPN|nsubj|5 ,|PUNCT|punct|4 and|CCONJ|cc|4 Chile|PROPN|conj|1 left|VERB|root|0")
    assert told(found.company(0), names) == ["chile"]


COMPANY = {
    "who joins": (
        "Peru|PROPN|nsubj|5 join|VERB|acl|1 by|ADP|case|4 Chile|PROPN|obl:agent|2 left|VERB|root|0", ["chile"],
    ),
    "who acts together with the subject": (
        "Peru|PROPN|nsubj|5 together|ADV|advmod|4 with|ADP|case|4 Chile|PROPN|obl|5 left|VERB|root|0", ["chile"],
    ),
    "not who is set aside": (
        "Peru|PROPN|nsubj|5 rather|ADV|cc|4 than|ADP|fixed|2 Chile|PROPN|conj|1 left|VERB|root|0", [],
    ),
    "not who goes along with the object": (
        "Peru|PROPN|nsubj|2 saw|VERB|root|0 Mali|PROPN|obj|2 along|ADP|case|6 with|ADP|fixed|4 Chile|PROPN|obl|2", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", COMPANY)
def test_company_in_other_words(case):
    sentence, company = COMPANY[case]
    found, names = grammar(sentence)
    assert told(found.company(0), names) == company


def test_a_group_stands_for_those_that_it_includes():
    found, names = grammar("states|NOUN|nsubj|4 including|VERB|case|3 Peru|PROPN|nmod|1 left|VERB|root|0")
    assert told(found.subjects(3), names) == ["states", "peru"]
