from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import WordTwice
from comity.registry import read_yaml
from comity.triggers import Concept, is_bounded, lexicon, lower
from comity.vocabulary import compile_words

# A verb: third person, past, participle, gerund; what is special.
VERBS = [
    ("visit", "visits", "visited", "visited", "visiting"),  # regular; not doubled
    ("close", "closes", "closed", "closed", "closing"),  # a silent e
    ("agree", "agrees", "agreed", "agreed", "agreeing"),  # an e that is heard
    ("deny", "denies", "denied", "denied", "denying"),  # y after a consonant
    ("deploy", "deploys", "deployed", "deployed", "deploying"),  # y after a vowel
    ("establish", "establishes", "established", "established", "establishing"),
    ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
    ("tie", "ties", "tied", "tied", "tying"),
    ("stop", "stops", "stopped", "stopped", "stopping"),  # doubled
    ("chop", "chops", "chopped", "chopped", "chopping"),  # doubled, though no list names it
    ("help", "helps", "helped", "helped", "helping"),  # two consonants
    ("join", "joins", "joined", "joined", "joining"),  # two vowels
    ("open", "opens", "opened", "opened", "opening"),  # two syllables
    ("expel", "expels", "expelled", "expelled", "expelling"),  # two syllables, the second is stressed
    ("tax", "taxes", "taxed", "taxed", "taxing"),
    ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
    ("send", "sends", "sent", "sent", "sending"),
    ("meet", "meets", "met", "met", "meeting"),
    ("be", "is", "was", "been", "being"),
    ("have", "has", "had", "had", "having"),
    ("blow up", "blows up", "blew up", "blown up", "blowing up"),
    ("tear down", "tears down", "tore down", "torn down", "tearing down"),
    ("set up", "sets up", "set up", "set up", "setting up"),  # the first word changes
    ("break off", "breaks off", "broke off", "broken off", "breaking off"),
    ("pull out of", "pulls out of", "pulled out of", "pulled out of", "pulling out of"),
]


def forms(concept: Concept) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for surface, form in lexicon().forms(concept):
        found.setdefault(form, set()).add(surface)
    return found


@pytest.mark.parametrize(("base", "third", "past", "participle", "gerund"), VERBS)
def test_a_verb_is_inflected(base, third, past, participle, gerund):
    found = forms(Concept(verb=(base,)))
    assert base in found["b"]
    assert third in found["s"]
    assert past in found["d"]
    assert participle in found["n"]
    assert found["g"] == {gerund}


# A noun and its plural.
NOUNS = [
    ("embassy", "embassies"),
    ("visit", "visits"),
    ("speech", "speeches"),
    ("memorandum of understanding", "memorandums of understanding"),  # its first word
    ("peace treaty", "peace treaties"),  # its last word
    ("consul general", "consul generals"),
    ("day", "days"),
]


@pytest.mark.parametrize(("base", "plural"), NOUNS)
def test_a_noun_has_a_plural(base, plural):
    assert forms(Concept(noun=(base,))) == {"N": {base}, "P": {plural}}


def test_a_noun_that_is_plural_already_is_left_alone():
    assert forms(Concept(noun=("relations",))) == {"N": {"relations"}}


def test_phrases_and_adjectives_do_not_change():
    assert forms(Concept(phrase=("on a visit to",))) == {"f": {"on a visit to"}}
    assert forms(Concept(adjective=("hostile",))) == {"f": {"hostile"}}


def own(tmp_path, **concepts):
    (tmp_path / "a.yaml").write_text("words: {}\n", encoding="utf-8")
    return compile_words(lexicon(), [(read_yaml(tmp_path / "a.yaml"), concepts)])


def found(words, text):
    return [(text[m.span.start : m.span.end], [name for name, _ in m.value.concepts]) for m in words.find(text)]


def test_words_are_found_where_words_begin_and_end(tmp_path):
    words = own(tmp_path, toast=Concept(verb=("toast",)))
    assert ("toasted", ["toast"]) in found(words, "They toasted.")
    assert not [place for place, names in found(words, "The toaster and a metatoast") if "toast" in names]


def test_longer_and_shorter_words_are_both_found(tmp_path):
    words = own(tmp_path, cut=Concept(verb=("chop",)), fell=Concept(verb=("chop down",)))
    assert {place for place, names in found(words, "Peru CHOPPED DOWN a tree") if {"cut", "fell"} & set(names)} == {
        "CHOPPED",
        "CHOPPED DOWN",
    }


def test_places_hold_where_small_letters_are_longer_than_capitals(tmp_path):
    words = own(tmp_path, toast=Concept(verb=("toast",)))
    text = "İstanbul toasted Ankara"
    assert ("toasted", ["toast"]) in found(words, text)


def test_words_listed_in_one_spelling_are_found_in_the_other(tmp_path):
    words = own(tmp_path, dock=Concept(noun=("harbour",)), tie=Concept(noun=("co-operation",)))
    assert ("harbor", ["dock"]) in [
        (place, [name for name in names if name == "dock"]) for place, names in found(words, "a harbor")
    ]
    assert [names for place, names in found(words, "our cooperation") if "tie" in names]


def test_one_concept_in_two_files_joins_their_words(tmp_path):
    words = own(tmp_path, announce=Concept(verb=("trumpet",)))
    assert ("trumpeted", ["announce"]) in found(words, "They trumpeted it.")
    assert [names for place, names in found(words, "They proclaimed it.") if "announce" in names]
    assert words.parts["announce"] == "verb"


def test_a_concept_cannot_be_a_verb_here_and_a_noun_there(tmp_path):
    with pytest.raises(WordTwice) as error:
        own(tmp_path, be=Concept(noun=("being",)))
    assert error.value.facts["elsewhere"] == "lexicon/en.yaml"


def test_a_word_does_not_begin_after_a_prefix_that_changes_it(tmp_path):
    words = own(tmp_path)
    assert ("embassy", ["mission.type=embassy"]) not in found(words, "the non-embassy staff")
    assert ("embassy", ["mission.type=embassy"]) in found(words, "the ex-embassy, the shore-embassy")


def test_values_of_fields_are_words_too(tmp_path):
    words = own(tmp_path)
    assert ("Embassy", ["mission.type=embassy"]) in found(words, "The Embassy")
    assert words.parts["mission.type=embassy"] == "noun"


def test_the_values_that_the_lexicon_names_are_those_of_the_kinds():
    from comity.schema import kinds

    for kind, fields in lexicon().values.items():
        for field, values in fields.items():
            assert set(values) <= set(kinds()[kind].fields[field].one_of)
    assert set(lexicon().offices) == set(kinds()["post"].fields["office"].one_of)


@given(st.text())
def test_small_letters_stand_where_the_capitals_stood(text):
    assert len(lower(text)) == len(text)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_bounds_can_be_asked_of_any_place(text, start, width):
    start = min(start, len(text))
    assert is_bounded(text, start, min(len(text), start + width + 1)) in (True, False) if start < len(text) else True


def test_a_language_that_has_no_file_is_refused():
    with pytest.raises(LookupError):
        lexicon("xx")
