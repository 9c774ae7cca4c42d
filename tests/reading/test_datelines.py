from __future__ import annotations

import pytest

from comity.reading._datelines import agency, dateline, in_year


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("LIMA, May 3. /ANDI/. The minister arrived.", "ANDI"),
        ("LIMA (Reuters) - The minister arrived.", "Reuters"),
        ("QUITO, June 2 (Andes News) -- The talks began.", "Andes News"),
        ("(ABC) The minister arrived.", "ABC"),
        ("(in Lima) the minister", ""),
        ("The minister (Perez) arrived.", ""),
        ("Lima (Peru) was the host.", ""),
    ],
)
def test_a_dateline_gives_the_agency(words, name):
    assert agency(words) == name


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("LIMA, May 3. /ANDI/. The minister arrived.", "XXXX-05-03"),
        ("LIMA, 3 May (ANDI) - The minister arrived.", "XXXX-05-03"),
        ("QUITO, June 2, 2021 (Andes News) -- The talks began.", "2021-06-02"),
        ("OSLO, 2 June 2021 – The talks began.", "2021-06-02"),
        ("OSLO, June 31 – The talks began.", ""),
        ("LIMA (Reuters) - The minister arrived on 3 May.", ""),
    ],
)
def test_a_dateline_gives_the_day(words, day):
    assert dateline(words).day == day


@pytest.mark.parametrize(
    "words", ["PERU AND CHILE MET ON 3 MAY 2021 IN LIMA", "On 3 May 2021 – the day of the feast – they met.", "UN"]
)
def test_what_is_no_dateline(words):
    assert dateline(words) is None


@pytest.mark.parametrize(
    ("body", "latest", "day"),
    [
        ("They met on Monday.", "2021-06-01", "2021-05-03"),
        ("They met on Monday.", "2021-05-02", ""),  # not yet that day, and no Monday in the years before
        ("They met on Sunday.", "2021-06-01", "2020-05-03"),
        ("They met on Tuesday.", "2021-06-01", ""),
        ("They met on Monday and on Tuesday.", "2021-06-01", ""),
        ("They met last Monday.", "2021-06-01", ""),
        ("They met.", "2021-06-01", ""),
        ("They met on Monday.", "", ""),
    ],
)
def test_the_weekday_finds_the_year_of_a_dateline(body, latest, day):
    assert in_year("XXXX-05-03", body, latest) == day
