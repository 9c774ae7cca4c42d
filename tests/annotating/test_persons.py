from __future__ import annotations

import pytest

from comity.mentions import PersonName
from made import annotated


def persons(text):
    values = [mention.value for mention in annotated(text).all("person")]
    return [(value.name, value.office, value.state) for value in values if isinstance(value, PersonName)]


# A text, and every person in it: name, office, state.
TEXTS = [
    ("Chilean President Ana Soto spoke.", [("Ana Soto", "president", "CHL")]),
    ("President Ana Soto of Chile spoke.", [("Ana Soto", "president", "CHL")]),
    ("Ana Soto, the president of Chile, spoke.", [("Ana Soto", "president", "CHL")]),
    ("Chile's foreign minister, Ana Soto, spoke.", [("Ana Soto", "foreign-minister", "CHL")]),
    ("the Chilean foreign minister spoke", [("", "foreign-minister", "CHL")]),  # without a name
    ("Minister of Foreign Affairs Ana Soto spoke.", [("Ana Soto", "foreign-minister", "")]),  # without a state
    ("Malian Deputy Prime Minister Omar Bello", [("Omar Bello", "deputy-prime-minister", "MLI")]),  # the longer office
    ("King Harald V of Norway", [("Harald V", "monarch", "NOR")]),
    ("President Jean-Luc de la Croix of Mali", [("Jean-Luc de la Croix", "president", "MLI")]),
    ("Prime Minister Nguyễn Văn Bình of Vietnam", [("Nguyễn Văn Bình", "prime-minister", "VNM")]),
    ("President J. R. Rey of Bolivia", [("J. R. Rey", "president", "BOL")]),
    ("Kenya, led by President Omar Bello, left.", [("Omar Bello", "president", "KEN")]),
    ("Kenya under President Omar Bello left.", [("Omar Bello", "president", "KEN")]),
    ("President Dr. Ana Soto of Chile", [("Ana Soto", "president", "CHL")]),
    ("the president of the Chilean parliament, Ana Soto", [("Ana Soto", "parliament-speaker", "CHL")]),
    ("the president of the Chilean government, Ana Soto", [("Ana Soto", "president", "CHL")]),
    ("High Commissioner Ana Soto", [("Ana Soto", "ambassador", "")]),
    ("Minister for Trade and Industry Kari Lie of Norway", [("Kari Lie", "minister", "NOR")]),
    ("the Norwegian secretary of state for defence, Kari Lie", [("Kari Lie", "defence-minister", "NOR")]),
    ("Norway's Vice-Minister for Foreign Affairs Kari Lie", [("Kari Lie", "deputy-foreign-minister", "NOR")]),
    ("Her Majesty Queen Kari of Norway", [("Kari", "monarch", "NOR")]),
    ("Chilean Presidents Ana Soto and Luis Rey left.", [("Ana Soto", "president", "CHL"), ("Luis Rey", "president", "CHL")]),
    ("General (ret.) Luis Rey, Chile's defence minister, left.", [("Luis Rey", "defence-minister", "CHL")]),
    ("Kenya's consul in Valparaíso, Omar Bello, left.", [("Omar Bello", "consul", "KEN")]),
    ("UN Secretary-General Ana Soto left.", [("Ana Soto", "other", "UN")]),
    ("The president of the football club, Ana Soto, left.", []),
    ("The president of the Kenyan Red Cross left.", []),
    ("Ana Soto, chancellor of the University of Quito, left.", []),
    ("They met in President Ana Soto Street.", []),
    ("the keynote speaker Ana Soto", []),
]


@pytest.mark.parametrize(("text", "told"), TEXTS)
def test_holders_of_offices_are_found(text, told):
    assert persons(text) == told


def test_an_envoy_has_a_state_and_a_host():
    (mention,) = annotated("Omar Bello, the ambassador of Mali to Ghana, left.").all("person")
    assert (mention.value.name, mention.value.state, mention.value.host) == ("Omar Bello", "MLI", "GHA")


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ("Peru's United Nations ambassador Luis Ruiz left.", ("PER", "UN")),
        ("The Peruvian UN ambassador Luis Ruiz left.", ("PER", "UN")),
        ("The Chilean and Peruvian ambassador Luis Ruiz left.", ("PER", "")),
        ("In Peru Chile's ambassador Luis Ruiz spoke.", ("CHL", "")),
    ],
)
def test_an_envoy_is_of_the_state_before_the_one_where_he_is_posted(text, served):
    (mention,) = annotated(text).all("person")
    assert (mention.value.state, mention.value.host) == served


WHEN = [
    ("former Chilean President Ana Soto", "former"),
    ("then-President Ana Soto of Chile", "then"),
    ("acting President Ana Soto of Chile", "acting"),
    ("President Ana Soto of Chile", ""),
    ("President-elect Ana Soto of Chile", "designate"),
    ("Chilean ambassador-designate Ana Soto", "designate"),
    ("Chile's chargé d'affaires a.i., Ana Soto", ""),  # so all of them are called
    ("Chile's ambassador a.i., Ana Soto", "acting"),
    ("newly appointed Chilean ambassador Ana Soto", ""),
]


@pytest.mark.parametrize(("text", "when"), WHEN)
def test_an_office_held_in_the_past_or_for_a_time_says_so(text, when):
    assert annotated(text).all("person")[0].value.when == when


def test_a_later_mention_by_name_alone_keeps_the_state():
    assert persons("Chilean President Ana Soto met the press. Soto smiled.")[-1] == ("Soto", "", "CHL")


def test_a_name_that_two_of_different_states_bear_is_nobodys():
    text = "Chilean President Ana Soto met Peruvian President Luis Soto. Soto smiled."
    assert [name for name, _, _ in persons(text)] == ["Ana Soto", "Luis Soto"]


def test_the_name_does_not_take_in_what_follows():
    for text in ("President Ana Soto In May", "President Ana Soto Foreign Minister", "President Ana Soto's plane"):
        assert persons(f"Chilean {text} left.")[0][0] == "Ana Soto"


# No office, no person.
NOBODY = ["", "Ana Soto spoke.", "The presidency was vacant.", "President"]


@pytest.mark.parametrize("text", NOBODY)
def test_without_an_office_or_state_there_is_nobody(text):
    assert persons(text) == []


def test_two_presidents_have_each_their_state():
    told = persons("Presidents Ana Soto of Chile and Luis Rey of Bolivia met.")
    assert told == [("Ana Soto", "president", "CHL"), ("Luis Rey", "president", "BOL")]


def test_a_counterpart_holds_the_same_office():
    told = persons("Chilean Foreign Minister Ana Soto met her Kenyan counterpart, Omar Bello.")
    assert told == [("Ana Soto", "foreign-minister", "CHL"), ("Omar Bello", "foreign-minister", "KEN")]


def test_without_an_office_before_there_is_no_counterpart():
    assert persons("The band met its Kenyan counterpart, Omar Bello.") == []


# Who came into an office by a verb: the text, and all persons with office, state and host.
BY_VERB = [
    ("Omar Bello was appointed ambassador of Mali to Chile.", ("Omar Bello", "ambassador", "MLI", "CHL")),
    ("Omar Bello, who had served as Malian foreign minister, left.", ("Omar Bello", "foreign-minister", "MLI", "")),
    ("Omar Bello became president of Mali.", ("Omar Bello", "president", "MLI", "")),
    ("Omar Bello took over as prime minister of Mali.", ("Omar Bello", "prime-minister", "MLI", "")),
    ("The new king was crowned; Ana Soto is Chile's first ambassador to Mali.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    ("Chile named Ana Soto as its ambassador to Mali.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    ("the appointment of Ana Soto as Chilean consul in Bamako", ("Ana Soto", "consul", "CHL", "MLI")),
    ("They congratulated Ana Soto on her election as president of Chile.", ("Ana Soto", "president", "CHL", "")),
    (
        "They wrote to Ana Soto, congratulating her on her appointment as president of Chile.",
        ("Ana Soto", "president", "CHL", ""),
    ),
    ("In 1990 Ana Soto succeeded Eva Rey as ambassador of Chile to Mali.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    (
        "Ana Soto presented her credentials to the president of Mali as Chile's ambassador.",
        ("Ana Soto", "ambassador", "CHL", "MLI"),
    ),
    ("The current Chilean ambassador to Mali is Ana Soto.", ("Ana Soto", "ambassador", "CHL", "MLI")),
]


def full(text):
    told = [mention.value for mention in annotated(text).all("person")]
    return [(one.name, one.office, one.state, one.host) for one in told if one.name]


@pytest.mark.parametrize(("text", "told"), BY_VERB)
def test_a_verb_tells_who_holds_an_office(text, told):
    assert told in full(text)


@pytest.mark.parametrize("text", ["Ana Soto met the president of Mali.", "Ana Soto was the president's guest in Mali."])
def test_other_verbs_give_no_office(text):
    assert [office for _, office, _, _ in full(text) if office] == []


# One person, two offices.
BOTH = [
    "Deputy Prime Minister and Foreign Minister of Chile, Ms Ana Soto",
    "Ana Soto, Chilean deputy prime minister and foreign minister,",
    "Chilean Deputy Prime Minister Ana Soto, who is also foreign minister,",
    "Ana Soto, deputy prime minister of Chile, who also holds the post of the country's foreign minister,",
]


@pytest.mark.parametrize("text", BOTH)
def test_a_person_may_hold_two_offices(text):
    told = {one for one in persons(f"{text} left.") if one[0]}
    assert told == {("Ana Soto", "deputy-prime-minister", "CHL"), ("Ana Soto", "foreign-minister", "CHL")}


def test_two_holders_named_side_by_side_are_two():
    told = persons("The president of Chile and Foreign Minister Omar Bello of Mali met.")
    assert ("Omar Bello", "president", "CHL") not in told
    assert ("Omar Bello", "foreign-minister", "MLI") in told


# Leaders of parties and councils, and what is no office of a state.
BODIES = [
    ("Ana Soto, leader of the Chilean Peasants' Party, left.", [("Ana Soto", "party-leader", "CHL")]),
    ("the general secretary of the Communist Party of Chile, Ana Soto", [("Ana Soto", "party-leader", "CHL")]),
    ("Chilean Security Council Secretary Ana Soto", [("Ana Soto", "other", "CHL")]),
    ("Ana Soto, chairwoman of the Council of Ministers of Mali,", [("Ana Soto", "prime-minister", "MLI")]),
    ("Taoiseach Ana Soto left.", [("Ana Soto", "prime-minister", "IRL")]),
    ("The chess club president Ana Soto left.", []),
    ("Ana Soto, governor of the Anglers' Society, left.", []),
    ("The ferry Queen Beatrix sank.", []),
    ("In her film, President Ana Soto flees to Mali.", []),
    ("Sultan Aydın, a boxer, left.", []),
    ("Sheikh Ali bin Sultan Rahman left.", []),
]


@pytest.mark.parametrize(("text", "told"), BODIES)
def test_only_offices_of_a_state_or_party_count(text, told):
    assert persons(text) == told


# Whom a holder serves, where only the sentence around the office tells.
SERVED = [
    ("Chilean President Ana Soto and Foreign Minister Luis Rey left.", "Luis Rey", "CHL"),
    ("Chilean President Ana Soto, Prime Ministers Luis Rey and Eva Paz, and Trade Minister Juan Gil left.", "Eva Paz", "CHL"),
    ("Omar Bello, president of Mali, came with his foreign minister, Ali Diop.", "Ali Diop", "MLI"),
    ("Trade Minister Ana Soto represented Chile in Lima.", "Ana Soto", "CHL"),
    ("Chancellor Ana Soto said in May that Chile would buy ships.", "Ana Soto", "CHL"),
    ("It was signed, for Mali, by Trade Minister Omar Bello.", "Omar Bello", "MLI"),
    ("A Malian delegation led by Trade Minister Omar Bello left.", "Omar Bello", "MLI"),
    ("Consul Omar Bello, a Malian career officer, left.", "Omar Bello", "MLI"),
    ("The two presidents, Ana Soto (Chile) and Omar Bello (Mali), left.", "Omar Bello", "MLI"),
    ("Chile recalled its ambassador in Bamako, Ana Soto.", "Ana Soto", "CHL"),
    ("Trade Minister Ana Soto visited Mali.", "Ana Soto", ""),
]


@pytest.mark.parametrize(("text", "name", "state"), SERVED)
def test_the_sentence_tells_whom_a_holder_serves(text, name, state):
    assert [told for who, _, told in persons(text) if who == name] == [state]


def test_two_presidents_side_by_side_do_not_serve_one_state():
    assert persons("Chilean President Ana Soto and President Omar Bello met.")[1] == ("Omar Bello", "president", "")


HOSTS = [
    ("Ambassador Ana Soto has headed the Chilean embassy in Bamako since May.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    ("Chile was represented in Bamako by a consul, the wool trader Omar Bello.", ("Omar Bello", "consul", "CHL", "MLI")),
    ("Chilean ambassador Ana Soto was expelled from Bamako.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    ("Ambassador Ana Soto is also accredited to Mali on behalf of Chile.", ("Ana Soto", "ambassador", "CHL", "MLI")),
    ("The Malian president's special envoy to Chile, Omar Bello, left.", ("Omar Bello", "special-envoy", "MLI", "CHL")),
]


@pytest.mark.parametrize(("text", "told"), HOSTS)
def test_an_envoys_host_is_read_from_his_mission(text, told):
    assert full(text) == [told]


BY_ANOTHER = [
    ("The Chilean ambassador to Mali, Ana Soto, left. Her predecessor, Eva Rey, stayed.", ("Eva Rey", "ambassador", "CHL")),
    ("Chilean President Ana Soto was replaced by Eva Rey.", ("Eva Rey", "president", "CHL")),
    ("Chile's President Ana Soto and Mali's Omar Bello met.", ("Omar Bello", "president", "MLI")),
    ("The Malian leader Omar Bello left.", ("Omar Bello", "", "MLI")),
    ("The treaty was signed by Omar Bello for Mali.", ("Omar Bello", "", "MLI")),
]


@pytest.mark.parametrize(("text", "told"), BY_ANOTHER)
def test_a_person_may_be_told_by_another(text, told):
    assert told in persons(text)


def test_another_of_the_family_is_not_taken_for_the_one_known():
    assert persons("Chilean President Ana Soto left. President Luis Soto stayed. Soto smiled.")[2:] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The presidents of Peru and Chile, Ana Soto and Luis Rey, met.",
            [("Ana Soto", "president", "PER"), ("Luis Rey", "president", "CHL")],
        ),
        ("The kings of Norway and Spain, meeting in Accra, left.", []),
        ("Count Platen, the Hanoverian foreign minister, agreed.", [("Platen", "foreign-minister", "HAN")]),
        ("Mr. Mogwe, Foreign Minister of Mali, agreed.", [("Mogwe", "foreign-minister", "MLI")]),
        ("They expelled the French Ambassador, Mr. Rey-Leblond.", [("Rey-Leblond", "ambassador", "FRA")]),
        ("Togo sent troops, and Ali Diop, its president, wrote.", [("Ali Diop", "president", "TGO")]),
        (
            "At the invitation of Ana Soto, President of Peru, Mr Luis Rey, Prime Minister of Chile, came.",
            [("Ana Soto", "president", "PER"), ("Luis Rey", "prime-minister", "CHL")],
        ),
        (
            "The presidents of Peru, Ana Soto, of Chile, Luis Rey, and of Mali, Omar Bello, met.",
            [("Ana Soto", "president", "PER"), ("Luis Rey", "president", "CHL"), ("Omar Bello", "president", "MLI")],
        ),
        ("President Soto's Call with President Rey of Chile", [("Soto", "president", ""), ("Rey", "president", "CHL")]),
        (
            "President Ana Soto of Peru was accompanied by the Minister of Foreign Affairs, Luis Rey.",
            [("Ana Soto", "president", "PER"), ("Luis Rey", "foreign-minister", "PER")],
        ),
    ],
)
def test_holders_by_title_by_turn_and_by_the_word_its(text, told):
    assert persons(text) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chilean President Ana Soto spoke. Soto's government fell.", "Soto's government"),
        ("Chilean President Ana Soto spoke. The government of President Soto fell.", "government of President Soto"),
        ("Chilean President Ana Soto spoke. The Soto regime fell.", "Soto regime"),
        ("Chilean President Ana Soto spoke. Soto's house fell.", "Soto"),
        ("Chilean President Ana Soto spoke. The daughter of Soto fell.", "Soto"),
    ],
)
def test_those_who_act_for_a_person_are_told_with_the_name(text, words):
    found = annotated(text)
    assert [mention.span.of(found.document) for mention in found.all("person")][-1] == words
