from __future__ import annotations

from collections import Counter

import pytest

from comity.gazetteer import actors
from comity.reading import _wiki_dates
from comity.reading._wiki_templates import fill, kind_of, state, state_of_code, table

from .wiki import read, texts

# A template, and what a reader sees of it.
SHOWN = [
    ("{{flag|Peru}}", "Peru"), ("{{Flag|Peru|1825}}", "Peru"), ("{{flag|Taiwan|name=Republic of China}}", "Republic of China"),
    ("{{flagcountry|USA}}", "United States"), ("{{flagu|GER}}", "Germany"), ("{{#invoke:flag||Peru}}", "Peru"),
    ("{{flagicon|Peru}} [[Lima]]", "Lima"), ("{{flag|{{PER}}}}", "Peru"), ("{{flag|Georgia (country)}}", "Georgia"),
    ("{{LAO}}", "Laos"), ("{{NED}}", "Netherlands"), ("{{USSR}}", "Soviet Union"),
    ("{{dts|1960|10|7}}", "7 October 1960"), ("{{dts|1960|10}}", "October 1960"), ("{{Dts|7 October 1960}}", "7 October 1960"),
    ("{{dts|format=mdy|1960|10|7}}", "7 October 1960"), ("{{dts|1960-10-07|format=dmy}}", "7 October 1960"),
    ("{{date table sorting|1960}}", "1960"), ("{{start date|1975}}", "1975"), ("{{Start date|1977|09|02|df=y}}", "2 September 1977"),
    ("{{dts|1960|October|7}}", "7 October 1960"), ("{{dts|-44|3|15}}", "15 March 44 BC"), ("{{#invoke:dts|main|1553}}", "1553"),
    ("{{as of|2011}}", "As of 2011"), ("{{as of|2011|5|lc=y}}", "as of May 2011"), ("{{as of|2009|alt=By 2009}}", "By 2009"),
    ("{{birth date and age|1950|1|2}}", "2 January 1950"),
    ("{{US$|5 million}}", "US$5 million"), ("{{€|9}}", "€9"), ("{{INR|7}}", "₹7"), ("{{currency|5|PEN}}", "PEN 5"),
    ("{{convert|250|m|ft}}", "250 m"), ("{{cvt|5|to|9|km2|mi2}}", "5 to 9 km²"), ("{{convert|5|km|abbr=on}}", "5 km"),
    ("{{frac|1|2}}", "1/2"), ("{{frac|3|1|2}}", "3 1/2"), ("{{formatnum:1234}}", "1234"), ("{{Percentage bar|33|c=red}}", "33%"),
    ("{{lang|fr|La Paz}}", "La Paz"), ("{{lang-es|La Paz}}", "La Paz"), ("{{langx|es|La Paz|link=no}}", "La Paz"),
    ("{{ill|Ana Vega|es}}", "Ana Vega"), ("{{transl|ru|Mir}}", "Mir"), ("{{abbr|UN|United Nations}}", "UN"),
    ("a{{snd}}b{{nbsp}}c{{ndash}}d", "a – b c–d"), ("{{circa|1900}}", "c. 1900"), ("{{sic|teh}}", "teh"),
    ("{{yes}}", "Yes"), ("{{no|None yet}}", "None yet"), ("{{n/a}}", "N/A"), ("{{dunno}}", "Unknown"),
    ("{{hlist|Peru|[[Chile]]}}", "Peru, Chile"), ("{{nowrap|{{small|Lima}}}}", "Lima"), ("{{sort|01|Lima}}", "Lima"), ("{{ntsh|5}}Lima", "Lima"),
    ("{{longitem|Relations<br>began}}", "Relations began"), ("{{vertical header|Trade}}", "Trade"), ("{{Template:Small|Lima}}", "Lima"),
    ("Peru{{citation needed|date=May 2020}} left{{when}}.", "Peru left."), ("{{small\n | 1 = Lima\n}}", "Lima"), ("{{legend|#fff|Members}}", "Members"),
    ("{{clarify span|all three|reason=which?}}", "all three"), ("{{citation needed span|text=it left|date=May}}", "it left"),
    ("{{#if:x|a|b}}Lima", "Lima"), ("A {{!}} B", "A | B"), ("{{USS|Mars|A-1}}", "USS Mars"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), SHOWN)
def test_a_template_shows_what_a_reader_sees(words, expected):
    assert " ".join(texts(words)) == expected
    assert not read(words).warnings


def test_quotes_and_lists_stand_apart():
    assert texts("They said: {{quote|We left.|Ana Vega}} So be it.") == ["They said:", "We left. — Ana Vega", "So be it."]
    assert texts("{{ubl|Peru|[[Chile]]}}") == texts("{{plainlist|\n* Peru\n* Chile\n}}") == ["Peru", "Chile"]
    assert texts("Peru left.{{pb}}Chile came.") == ["Peru left.", "Chile came."]


# Parts of a date, and the date.
DAYS = [
    (["1960", "13"], "13 1960"),  # no month
    (["1960", "2", "40"], "February 1960"),
    (["1960-13"], "1960-13"),
    (["", "May", "9"], "9 May"),
    (["1980s"], "1980s"),
    ([], ""),
    (["", ""], ""),
    (["0960"], "0960"),
]


@pytest.mark.parametrize(("parts", "expected"), DAYS)
def test_what_is_no_date_stays_as_it_is(parts, expected):
    assert _wiki_dates.day(parts).strip() == expected


def test_no_name_is_listed_twice():
    named: Counter[str] = Counter()
    for field in table().__struct_fields__:
        listed = getattr(table(), field)
        if field != "codes":
            named.update(name for names in (listed.values() if isinstance(listed, dict) else [listed]) for name in names)
    assert not [name for name, count in named.items() if count > 1]
    assert not [name for name in named if name != name.strip().casefold()]


@pytest.mark.parametrize("code", sorted(table().codes))
def test_every_code_stands_for_a_state(code):
    assert state_of_code(code) == state(code) == actors().name(table().codes[code]) != code


def test_words_that_are_no_code_stay():
    assert [state(words) for words in ("Peru", "XQZ", "ABCDEF", "")] == ["Peru", "XQZ", "ABCDEF", ""]
    assert state_of_code("per") == ""


def test_a_pattern_takes_the_first_that_is_given():
    assert fill("{alt|1}[ ({note})]", {"1": "a"}) == "a"
    assert fill("{alt|1}[ ({note})]", {"1": "a", "alt": "b", "note": "c"}) == "b (c)"


def test_a_name_is_known_by_its_beginning_or_its_end():
    assert kind_of("cite anything").sort == "citations"
    assert kind_of("nepal topics").sort == kind_of("pp-move").sort == "ignored"
