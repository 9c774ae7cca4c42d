"""Years that a page leaves out: from another article that tells of the same days, or the only year that an article names."""

from __future__ import annotations

import pytest

from comity.resolving.datings import Datings
from made import annotated, claims, in_articles, title


def dates(*articles, published=()):
    found = in_articles(*articles, published=published)
    datings = Datings(found)
    return [datings.of(mention)[0] for mention in found.all("date")]


def test_a_day_takes_its_year_from_another_article_that_tells_of_it():
    assert dates("They met on 9 May.", "The talks of 9 May 2021 were long.") == ["2021-05-09", "2021-05-09"]


def test_the_year_that_most_of_its_days_have_is_taken():
    told = (
        "They met on 9 May and on 11 May.",
        "A parade was held on 9 May 2019.",
        "The talks of 9 May 2021 ended on 11 May 2021.",
    )
    assert dates(*told)[:2] == ["2021-05-09", "2021-05-11"]


def test_two_years_alike_settle_nothing():
    assert dates("They met on 9 May.", "It was 9 May 2019.", "It was 9 May 2021.")[0] == "XXXX-05-09"


def test_an_article_that_names_one_year_again_and_again_is_of_that_year():
    assert dates("They met on 9 May. The chair of 2021 spoke. In 2021 he left.", "Nothing.")[0] == "2021-05-09"
    assert dates("They met on 9 May. The pact of 1990 was praised.", "Nothing.")[0] == "XXXX-05-09"


def test_a_dated_article_needs_no_other():
    assert dates("They met on 9 May.", "It was 9 May 2019.", published=("2021-05-10", ""))[0] == "2021-05-09"


@pytest.mark.parametrize("when", ["XXXX-02-29"])
def test_a_day_that_the_year_has_not_got_stays_without_it(when):
    assert dates("They met on 29 February. It was 2021, and 2021 ended.", "Nothing.")[0] == when


def test_the_days_of_a_chronicle_follow_one_another_whatever_else_an_entry_tells():
    entries = ("Feb. 8. Norway attacked Peru; the lease ran to 1970.", "Mar. 9. Chile attacked Peru.")
    assert [claim.when for claim in claims(title("Chronicle of 1962"), *entries)] == ["1962-02-08", "1962-03-09"]


def test_a_speech_speaks_of_its_own_days():
    words = "We met on 9 May 1958. We sent help in July. Our envoys met last week. We thank you. I hope so."
    found = annotated(title("National Assembly of Peru: statement by the foreign minister, October 1961"), words)
    datings = Datings(found)
    assert [datings.of(mention)[0] for mention in found.all("date")][1:3] == ["1958-05-09", "1961-07"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two will meet on 9 June.", "2021-06-09"),
        ("The king was invited to the summit to be held on 9 June.", "2021-06-09"),
        ("On 9 June the two will meet.", "2021-06-09"),
        ("The two met on 9 June.", "2020-06-09"),
        ("In answer to an invitation from Oslo, the king paid a visit to Peru on 9 June.", "2020-06-09"),
        ("The two will discuss what was said on the eve, as they had on 9 June.", "2020-06-09"),
    ],
)
def test_a_day_of_what_is_to_come_is_the_next_one(text, day):
    assert dates(text, published=("2021-03-01",)) == [day]
