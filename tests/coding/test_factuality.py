from __future__ import annotations

import pytest

from made import TOAST, claims, document, own_pipeline, title


@pytest.fixture(scope="module")
def sure(tmp_path_factory):
    """How sure the text is that Norway toasts Peru."""
    pipe = own_pipeline(
        tmp_path_factory.mktemp("rules"), toast=TOAST, firm=TOAST.replace("toast", "firm") + "factuality: planned\n"
    )

    def judged(text):
        found = pipe.code(document(title("Norway and Peru"), text))
        assert found, "nothing was coded"
        return found[0].factuality

    return judged


TEXTS = [
    ("Norway toasted Peru.", "asserted"),
    ("Several states, among them Norway, toasted Peru.", "asserted"),  # states is a noun here
    ("Norway, with guests from six Nordic states, toasted Peru.", "asserted"),
    ("Norway did not toast Peru.", "denied"),
    ("Norway didn't toast Peru.", "denied"),
    ("Norway didn’t toast Peru.", "denied"),
    ("Norway never toasted Peru.", "denied"),
    ("Thanks to the weather Norway toasted Peru.", "asserted"),  # nobody is thanked
    ("Norway refused to toast Peru.", "denied"),
    ("Norway may toast Peru.", "possible"),
    ("Norway reportedly toasted Peru.", "reported"),
    ("It is unclear whether Norway toasted Peru.", "possible"),
    ("Norway will toast Peru.", "planned"),
    ("Norway agreed to toast Peru.", "planned"),
    ("Norway plans to toast Peru.", "planned"),
    ("The paper said that Norway toasted Peru.", "reported"),
    ("According to the paper, Norway toasted Peru.", "reported"),
    ("Norway toasted Peru, the paper said.", "reported"),  # the saying comes after
    ("“Norway toasted Peru on that very day,” ran the headline.", "reported"),  # within quotation marks
    # where several fit, the first of: denied, possible, planned, reported
    ("The paper said that Norway will not toast Peru.", "denied"),
    ("The paper said that Norway may toast Peru.", "possible"),
    ("The paper said that Norway will toast Peru.", "planned"),
    ("Kenya invited Norway to toast Peru.", "planned"),
    ("Norway threatened to toast Peru.", "planned"),
    ("Norway considered toasting Peru.", "planned"),
    ("Norway talked about toasting Peru.", "planned"),
    ("Norway avoided toasting Peru.", "denied"),
    ("Considering the hour, Norway toasted Peru.", "asserted"),  # no thought of doing it
    ("The paper praised the wine and Norway toasted Peru.", "asserted"),  # beside what is praised
    # cues that belong to something else
    ("Norway toasted Peru and will not stop.", "asserted"),
    ("Chile did not come, but Norway toasted Peru.", "asserted"),
    ("It rained; nobody may complain; Norway toasted Peru.", "asserted"),
    ("Norway toasted Peru in May of that year.", "asserted"),  # a month, no modal
    ("Norway toasted Peru in Nottingham.", "asserted"),  # no word
    ("With the United States, Norway toasted Peru.", "asserted"),  # a name, no verb of saying
    ("Norway tried to toast Peru.", "planned"),
    # what is demanded, in the subjunctive
    ("Kenya demanded that Norway toast Peru.", "planned"),
    ("Kenya insisted that Norway toast Peru.", "planned"),
    ("Kenya insisted that Norway toasts Peru.", "asserted"),
    ("Norway sought ways to toast Peru.", "planned"),
    ("Norway nodded, agreeing to toast Peru.", "planned"),
    ("Norway was eager to toast Peru.", "planned"),
    ("Norway was reluctant to toast Peru.", "denied"),
    ("Norway stayed, failing to toast Peru.", "denied"),
    ("The “old” Norway toasted Peru.", "asserted"),  # one word in quotation marks is no speech
]


@pytest.mark.parametrize(("text", "factuality"), TEXTS)
def test_how_sure_a_text_is(sure, text, factuality):
    assert sure(text) == factuality


def test_a_rule_may_say_how_sure_its_claims_are(sure):
    assert sure("Norway firmed Peru.") == "planned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Norway had at that date no treaty with each other.", "denied"),
        ("Peru and Norway have a treaty that nobody has signed.", "denied"),
        ("Peru denounced the treaty of 1911, signed with Norway.", "asserted"),  # it ended it, and said nothing
    ],
)
def test_of_a_treaty(text, expected):
    assert expected in {claim.factuality for claim in claims(text) if claim.kind == "agreement"}
