"""Where parts of a pattern may stand: with rules of our own, so that the package's rules may change."""

from __future__ import annotations

import pytest

from made import claims, document, own_pipeline, title

RULE = """
claim: {{kind: event, type: {type}}}
words:
  {words}
patterns:
  {patterns}
"""
RULES = {
    "toast": RULE.format(type="SUPPORT", words="toast: {verb: [toast]}", patterns='- "{source} <toast> {target}"'),
    "lend": RULE.format(
        type="AID",
        words="lend: {verb: [lend]}\n  tents: {noun: [tent]}",
        patterns='- "{source} <lend> <tents> to {target} [in {place}]"',
    ),
    "salute": RULE.format(type="PROTEST", words="salute: {noun: [salute]}", patterns='- "{source}\'s <salute> to {target}"'),
    "waltz": RULE.format(type="CONSULT", words="waltz: {verb: [waltz]}", patterns='- "{source+target} <waltz>"'),
    "leak": RULE.format(
        type="ACCUSE",
        words="leak: {verb: [leak]}\n  cask: {noun: [cask]}",
        patterns='- "{source}\'s <cask> for {target} <leak>"',
    ),
    "guests": RULE.format(type="REQUEST", words="on-leave: {phrase: [on leave in]}", patterns='- "{source} <on-leave> {target}"'),
}


@pytest.fixture(scope="module")
def code(tmp_path_factory):
    pipe = own_pipeline(tmp_path_factory.mktemp("rules"), **RULES)

    def coded(text, *about):
        named = title(" and ".join(pipe.gazetteer.name(code) for code in about))
        parts = [named, text] if about else [text]
        return [(claim.fields["source"], claim.fields["target"]) for claim in pipe.code(document(*parts))]

    return coded


NORPER = [(("NOR",), ("PER",))]

# Several that toast, however they are joined: first the two, then whom they toast.
JOINED = [
    "Norway, along with Fiji, toasted Peru.",
    "Norway, together with Fiji, toasted Peru.",
    "Together with Fiji, Norway toasted Peru.",
    "Several states, including Norway and Fiji, toasted Peru.",
    "Old friends such as Norway and Fiji toasted Peru.",
    "Norway and, later, Fiji toasted Peru.",
]


@pytest.mark.parametrize("text", JOINED)
def test_all_who_act_together_are_found(code, text):
    assert [(sorted(source), target) for source, target in code(text)] == [(["FJI", "NOR"], ("PER",))]


@pytest.mark.parametrize("text", ["Norway rather than Fiji toasted Peru.", "Norway, unlike Fiji, toasted Peru."])
def test_who_is_set_aside_has_not_acted(code, text):
    assert code(text) == [(("NOR",), ("PER",))]


PEOPLE = ["Norway toasted 200 Peruvians.", "Norway toasted 12 Peruvian sailors."]


@pytest.mark.parametrize("text", PEOPLE)
def test_what_is_done_to_people_is_done_to_their_state(code, text):
    assert code(text) == NORPER


def test_what_people_do_their_state_has_not_done(code):
    assert code("200 Norwegians toasted Peru.") == []


# Who toasts whom, however it is said.
VERBS = [
    "Norway toasted Peru.",
    "Norway has toasted Peru.",
    "Norway will soon toast Peru.",
    "Norway is toasting Peru.",
    "Norway, in a long speech, warmly toasted the people of Peru.",
    "The king of Norway toasted the Peruvian president.",
    "The Norwegian delegation toasted Peru.",
    "Oslo toasted Peru.",
    "Norway, which had toasted Peru, left.",  # a relative clause
    "Norwegian Foreign Minister Kari Lie toasted Peru.",
    "Kari Lie, the foreign minister of Norway, toasted Peru.",
    "Peru was toasted by Norway.",  # the passive
    "Peru has been warmly toasted by the king of Norway.",
    "Norway wanted to toast Peru.",  # an infinitive
    "In 1990, after talks in Chile, Norway toasted Peru.",  # another state before
    "Norway toasted Peru after talks in Chile.",  # another state behind
    "Norway toasted Peru; Chile left.",  # another sentence in all but name
    "Chile left; Norway toasted Peru.",
    "At a dinner in Chile Norway toasted Peru.",
    "Norway dined in Ankara, Turkey and toasted Peru.",  # where a place lies
    "The dinner went on, with Norway toasting Peru.",
    "In Oslo, Norway toasted Peru.",
]


@pytest.mark.parametrize("text", VERBS)
def test_subject_and_object_of_a_verb(code, text):
    assert code(text) == NORPER


# Where only the grammar tells: far from the verb, under another verb, in front of it, in another's clause.
GRAMMAR = [
    "Norway, tired of the war and against the advice of Chile, toasted Peru.",
    "Norway, a neighbour of Sweden, toasted Peru.",
    "Norway agreed in Lima to toast Peru.",
    "Chile persuaded Norway to toast Peru.",
    "Norway was asked by Chile to toast Peru.",
    "Peru, toasted by Norway, slept.",
    "Norway sang and, late in the evening, toasted Peru.",
    "While Chile slept, Norway toasted Peru.",
    "Chile thanked Norway for toasting Peru.",
    "Not Chile but Norway toasted Peru.",
    "The Norwegian decision to toast Peru was printed.",
]


@pytest.mark.parametrize("text", GRAMMAR)
def test_roles_by_grammar(code, text):
    assert code(text) == NORPER


# Nobody toasts Peru here.
NOBODY = [
    "The cooks toasted Peru.",  # no actor
    "Norway left. The cooks toasted the bread.",
    "Norway left; the cooks toasted bread from Peru; nobody ate.",
    "Toasted bread is eaten in Norway and in Peru.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_not_told_is_not_guessed(code, text):
    assert all(claim not in code(text) for claim in NORPER)


def test_a_verb_with_a_subject_of_its_own_leaves_the_noun_before_it_alone(code):
    assert code("The Norwegian casks for Peru leaked.") == NORPER
    assert code("The Norwegian casks for Peru shone, and pipes leaked.") == []


def test_a_group_fills_both_sides(code):
    assert code("Norway and Peru waltzed.") == [(("NOR",), ("PER",))]
    assert code("Norway, Peru and Chile waltzed.") == [(("NOR",), ("PER", "CHL"))]
    assert code("The two countries waltzed.", "NOR", "PER") == NORPER
    assert code("Norway waltzed.") == []


def test_several_act_together(code):
    assert code("Norway and Chile toasted Peru.") == [(("NOR", "CHL"), ("PER",))]
    assert code("Norway toasted Peru and Chile.") == [(("NOR",), ("PER", "CHL"))]


# An object that is a noun, with phrases in any order.
PHRASES = [
    "Norway lent tents to Peru.",
    "Norway lent 400 large tents to Peru.",
    "In 1990 Norway lent tents, blankets and ropes to Peru.",
    pytest.param("Norway lent to Peru tents.", marks=pytest.mark.xfail(reason="an object behind a phrase is not sought")),
    "Tents were lent to Peru by Norway.",
    "Tents were lent by Norway to Peru.",
    "400 tents had been lent to Peru by Norway in 1990.",
]


@pytest.mark.parametrize("text", PHRASES)
def test_phrases_stand_in_any_order(code, text):
    assert code(text) == NORPER


# A noun with what belongs to it.
OWNERS = [
    "Norway's salute to Peru was loud.",
    "Norway’s loud salute to Peru pleased many.",
    "The Norwegian salute to Peru was loud.",
    "The salute of Norway to Peru was loud.",
    "The salute by Norway to Peru was loud.",
    "The salute to Peru by Norway was loud.",
    "The salute of last May to Peru by the king of Norway was loud.",
    "They heard the Norwegian king's salute to Peru.",
]


@pytest.mark.parametrize("text", OWNERS)
def test_what_belongs_to_a_noun_stands_before_or_behind_it(code, text):
    assert code(text) == NORPER


def test_its_points_back(code):
    assert code("Norway was proud of its salute to Peru.") == NORPER


def test_a_phrase_takes_its_subject_from_before(code):
    assert code("The Norwegian king, on leave in Peru, slept.") == NORPER


def test_one_rule_codes_one_thing_once(code):
    assert len(code("Norway toasted Peru, toasted Peru and toasted Peru.")) == 1


def test_two_things_in_one_sentence_are_two(code):
    assert sorted(code("Norway toasted Peru, and Chile toasted Kenya.")) == [(("CHL",), ("KEN",)), (("NOR",), ("PER",))]


def test_a_very_long_sentence_ends(code):
    code("Norway and " * 300 + "Norway toasted " + "Peru and " * 300 + "Peru.")


def test_by_whose_people_it_was_done():
    found = [claim for claim in claims("Chile's cavalry was reorganised by Prussian instructors.") if claim.kind == "event"]
    assert {(claim.fields["source"], claim.fields["target"]) for claim in found} == {(("DEU",), ("CHL",))}


def test_by_may_belong_to_the_verb():
    pairs = {(c.fields["source"], c.fields["target"]) for c in claims("In 1974 Mali stood by Ghana.") if c.kind == "event"}
    assert pairs == {(("MLI",), ("GHA",))}


def test_what_is_said_behind_a_verb_makes_it_no_passive():
    text = "The president of Mali thanked the Ghanaian side for its solidarity and noted that Mali would rebuild the bridge."
    told = {(claim.fields["source"], claim.fields["target"]) for claim in claims(text) if claim.fields.get("type") == "SUPPORT"}
    assert told == {(("MLI",), ("GHA",))}
