"""Pages that string articles together: where one ends and the next begins, and what each tells of its making."""

from __future__ import annotations

import pytest

from comity.model import BlockKind
from comity.pipeline import pipeline
from comity.reading import text

LONG = " They spoke for two hours about copper, fish and the railway that is to join both coasts, and parted as friends."

WIRES = f"""Peru and Chile to sign fishing accord

LIMA, May 3 (Andes) -- The foreign ministers of Peru and Chile met in Lima on Tuesday.{LONG}

Kenya opens bridge

Kenya opens bridge

5/28/2021 3:20:24 PM

(KNA) Kenya opened a bridge on Monday.{LONG}

Law on harbours debated

6/2/2021 9:12:00 AM

(KNA) The assembly debated the law on harbours yesterday.{LONG}
"""

FOOTED = f"""Talks in Oslo

Norway and Kenya held talks on trade on 4 May.{LONG}

By Ana Soto (Latest Update May 6, 2021)

Talks in Quito

Peru and Ecuador held talks on trade on 7 May.{LONG}

By Juan Rojas (Latest Update May 9, 2021)
"""

ENCYCLOPEDIA = f"""= Chile–Peru relations =

== History ==

Chile and Peru are neighbours.{LONG}

== Trade ==

Trade has grown.{LONG}
"""

RELEASE = f"""Meeting with the President of Peru

3 May 2021, 10:20

Quito

The President of Ecuador met the President of Peru.{LONG}

Last updated: May 4, 2021
"""

RESULTS = f"""{WIRES}
  1. Peru and Chile to sign fishing accord ...

    The foreign ministers of Peru and Chile met in Lima on Tuesday and spoke for two hours about copper ...

  2. A bridge in Kenya

    Kenya opened a bridge on Monday. They spoke for two hours about copper, fish and the railway that is to join both coasts.

  3. Fish

    The price of fish rose in every harbour of the coast, as the ministry of the sea said in a statement to the press.
"""


def page(words):
    return text.read(words.encode(), id="page")


def told(words):
    return [(source.title, source.published, source.publisher or source.author) for source in page(words).articles]


def test_each_article_has_its_headline_day_and_agency():
    assert told(WIRES) == [
        ("Peru and Chile to sign fishing accord", "", "Andes"),
        ("Kenya opens bridge", "2021-05-28", "KNA"),
        ("Law on harbours debated", "2021-06-02", "KNA"),
    ]


def test_an_article_ends_with_its_byline():
    assert told(FOOTED) == [("Talks in Oslo", "2021-05-06", "Ana Soto"), ("Talks in Quito", "2021-05-09", "Juan Rojas")]


@pytest.mark.parametrize("words", [ENCYCLOPEDIA, RELEASE])
def test_one_text_is_not_taken_apart(words):
    assert page(words).articles == ()


def test_the_headline_of_an_article_is_its_title_and_no_other_heading_stands_over_it():
    document = page(WIRES)
    heads = [block.span.of(document) for block in document.blocks if block.kind is BlockKind.TITLE]
    assert heads == ["Peru and Chile to sign fishing accord", "Kenya opens bridge", "Law on harbours debated"]
    last = document.blocks[-1]
    assert (last.article, last.headings) == (2, ())


def test_a_dateline_without_year_takes_that_in_which_the_weekday_fits():
    # 3 May fell on a Monday in 2021; the page was made in June of that year.
    document = page(WIRES.replace("Lima on Tuesday", "Lima on Monday"))
    assert document.articles[0].published == "2021-05-03"


def test_a_teaser_takes_what_is_known_of_the_article_that_it_announces():
    document = page(RESULTS.replace("Lima on Tuesday", "Lima on Monday"))
    assert [source.published for source in document.articles] == [
        "2021-05-03", "2021-05-28", "2021-06-02", "2021-05-03", "2021-05-28", "",
    ]  # fmt: skip


def test_dates_count_from_the_day_of_their_own_article():
    visits = {
        claim.when
        for claim in pipeline().code(
            page(FOOTED.replace("on trade on 4 May", "yesterday").replace("on trade on 7 May", "yesterday"))
        )
    }
    assert visits == {"2021-05-05", "2021-05-08"}


def test_the_two_countries_are_those_of_the_article():
    words = FOOTED.replace("They spoke", "Norway and Kenya agreed. The two countries signed a treaty. They spoke", 1)
    words = words.replace("7 May. They spoke", "7 May. Peru and Ecuador agreed. The two countries signed a treaty. They spoke")
    parties = [claim.fields["parties"] for claim in pipeline().code(page(words)) if claim.kind == "agreement"]
    assert sorted(parties) == [("NOR", "KEN"), ("PER", "ECU")]


def test_an_undated_article_is_of_the_year_of_its_latest_picture():
    words = f"""Fish and friendship

The two harbours were joined in 1990. This year the ministers met again.{LONG}

Boats in the harbour of Callao, March 5, 2021. Photo: Ana Soto/Andes

An older boat, 7 June 2014. Photo: Ana Soto/Andes
"""
    assert page(words).source.published == "2021"
    assert page(words.replace("This year", "Then")).source.published == ""
    assert page(words.replace("in 1990", "in 1990 and will be widened in 2030")).source.published == ""
