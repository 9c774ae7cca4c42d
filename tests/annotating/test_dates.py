"""Dates: what is read, told outright or from another date, with the word that binds it; and what must not be read."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import edtf
from comity.annotating.dates import annotate, find
from comity.mentions import Annotated
from comity.model import Block, BlockKind, Document, Span

# The words of the date stand in brackets, as the span must hold them; then what they tell, and their role.
READ = [
    ("The pact was signed [on 7 October 1960].", "1960-10-07", "on"),
    ("[October 7, 1960] saw the first envoy.", "1960-10-07", "in"),
    ("The envoy (arrived [Oct. 7 1960]) stayed.", "1960-10-07", "in"),
    ("They met [on the 7th of October, 1960] in Lima.", "1960-10-07", "on"),
    ("A note of protest, [Jun.22, 1974]", "1974-06-22", "in"),  # no gap after the point
    ("They met [on Tuesday, 7 May 2024], and dined.", "2024-05-07", "on"),  # the weekday is part of it
    ("He left on a plane [Friday (May 3, 2024]).", "2024-05-03", "in"),
    ("Talks opened [in July 1977].", "1977-07", "in"),
    ("Talks opened [in July of 1977].", "1977-07", "in"),
    ("THE MINISTERS MET [IN MAY 2013]", "2013-05", "in"),
    ("Founded: [1960-10-07]", "1960-10-07", "in"),
    ("Sent [2024-05-13]T10:00", "2024-05-13", "in"),
    ("Founded [1980-01].", "1980-01", "in"),
    ("Given [2024/05/13].", "2024-05-13", "in"),
    ("Given [17/10/1960].", "1960-10-17", "in"),
    ("Given [10/17/1960].", "1960-10-17", "in"),
    ("Given [5/5/1990].", "1990-05-05", "in"),  # the same in either order
    ("Given [07.10.1960].", "1960-10-07", "in"),  # with points the day comes first
    ("They split [in 1975].", "1975", "in"),
    ("They split ([1975]).", "1975", "in"),
    ("[1975]: the split.", "1975", "in"),
    ("[2006 March] The president of Peru came.", "2006-03", "in"),  # a chronicle
    ("Ties were warm [in the 1980s].", "198X", "in"),
    ("Ties cooled [in the early 1990s].", "199X", "in"),
    ("Ties cooled [by the mid-1970s].", "../197X", "by"),
    ("Ties grew [in the first half of the 1990s].", "199X", "in"),
    ("Ties grew [in the '90s].", "199X", "in"),
    ("Traders came [in the 1700s].", "17XX", "in"),
    ("Traders came [in the 19th century].", "18XX", "in"),
    ("Traders came [during the nineteenth century].", "18XX", "during"),
    ("War broke out [in the late 15th century].", "14XX", "in"),
    ("Wars filled the [17th and 18th centuries].", "1600/1799", "in"),
    ("They met [on 8-10 May 2024].", "2024-05-08/2024-05-10", "on"),
    ("They met [on May 8-10, 2024].", "2024-05-08/2024-05-10", "on"),
    ("They met [from 8 to 10 May 2024].", "2024-05-08/2024-05-10", "from"),
    ("The fair ran [from 30 April to 2 May 2019].", "2019-04-30/2019-05-02", "from"),
    ("The fair ran [May 30 – June 2, 2019].", "2019-05-30/2019-06-02", "in"),
    ("The fair ran [from 5 December 1994 to 2 May 1999].", "1994-12-05/1999-05-02", "from"),
    ("The fair ran [between May and July 2020].", "2020-05/2020-07", "between"),
    ("Trade fell [between 1975 and 1985].", "1975/1985", "between"),
    ("Reign: [1970-1989]", "1970/1989", "in"),
    ("Reign: [1970–89]", "1970/1989", "in"),
    ("Exports [in 2003-04] rose.", "2003/2004", "in"),
    ("Exports [in 1999–02] rose.", "1999/2002", "in"),
    ("The snow [in the winter of 1944–45] was deep.", "1944/1945", "in"),
    ("He ruled [from 1979 until 2002].", "1979/2002", "from"),
    ("He has ruled [from 1979 to the present].", "1979/..", "from"),
    ("Envoy, [1975–present]", "1975/..", "in"),
    ("Aid flowed [throughout the 1970s and 1980s].", "1970/1989", "during"),
    ("Aid has flowed [since 2018].", "2018/..", "since"),
    ("Aid has flowed [since at least 1975].", "1975/..", "since"),
    ("Aid flowed [from 1976] onwards.", "1976/..", "from"),
    ("Aid flowed [from 5 May 1990].", "1990-05-05/..", "from"),
    ("All had left [by 1990].", "../1990", "by"),
    ("All had left [by the end of 1990].", "../1990", "by"),
    ("Some stayed [until 1991].", "../1991", "until"),
    ("The door did not open [until 1975].", "1975", "in"),  # not until then, but then
    ("Ties cooled [after 1975].", "1975/..", "after"),
    ("None came [before 1960].", "../1960", "before"),
    ("None came [prior to 1960].", "../1960", "before"),
    ("A mill was built [around 1985].", "1985~", "in"),
    ("A mill was built [circa 1985].", "1985~", "in"),
    ("A mill was built ([c. 1985]).", "1985~", "in"),
    ("A mill was built ([c.1985]).", "1985~", "in"),
    ("A mill was built [in about 1985].", "1985~", "in"),
    ("They met [in spring of 1975].", "1975-21", "in"),
    ("They met [at the end of 2012].", "2012", "in"),
    ("They met [in the second half of 2021].", "2021-07/2021-12", "in"),
    ("Exports [in Q1 2020] fell.", "2020-01/2020-03", "in"),
    ("They met [in the year 1975].", "1975", "in"),
    ("There were ten envoys [as of March 2012].", "2012-03", "in"),
    ("They met [on the night of 5 May 1990].", "1990-05-05", "on"),
    ("Under the [1972] treaty they trade.", "1972", "of"),  # it dates the noun beside it
    ("After the [1979] invasion they fled.", "1979", "of"),
    ("A [February 1974] accord ended it.", "1974-02", "of"),
    ("Peru's [1994] visit was short.", "1994", "of"),
    ("The treaty [of 1972] holds.", "1972", "of"),
    ("[In 1996] Foreign Minister Ono came.", "1996", "in"),
    ("[In 1975] troops left.", "1975", "in"),  # "in" makes it a date whatever follows
    ("Signed at the palace in Lima [2003].", "2003", "in"),
    ("They met [on 7 October].", "near:on:XXXX-10-07", "on"),
    ("They met [Oct 7].", "near:on:XXXX-10-07", "in"),
    ("[9 May]: talks in Lima", "near:on:XXXX-05-09", "in"),
    ("They met [from 8 to 10 May].", "near:on:XXXX-05-08 to near:on:XXXX-05-10", "from"),
    ("[In May] President Kano came.", "near:on:XXXX-05", "in"),
    ("They met [in early May].", "near:on:XXXX-05", "in"),
    ("They met [in August of the same year].", "text:year+0:XXXX-08", "in"),
    ("They met [on 5 June that year].", "text:year+0:XXXX-06-05", "on"),
    ("They met [on the 15th of the same month].", "text:month+0:XXXX-XX-15", "on"),
    ("They met [in July last year].", "pub:year-1:XXXX-07", "in"),
    ("They met [last July].", "pub:last:XXXX-07", "in"),
    ("They will meet [next March].", "pub:next:XXXX-03", "in"),
    ("They met [this April].", "pub:year+0:XXXX-04", "in"),
    ("They met [that April].", "text:year+0:XXXX-04", "in"),
    ("They met [the following October].", "text:next:XXXX-10", "in"),
    ("They will leave [by next March].", "pub:next:XXXX-03", "by"),
    ("They met [the same year].", "text:year+0", "in"),
    ("They met [in that year].", "text:year+0", "in"),
    ("They met [early the following year].", "text:year+1", "in"),
    ("They met [the next year].", "text:year+1", "in"),
    ("They had met [the previous year].", "text:year-1", "in"),
    ("They met [two years later].", "text:year+2", "in"),
    ("They met, and [two years later] they parted.", "text:year+2", "in"),
    ("They had met [three years earlier].", "text:year-3", "in"),
    ("[A decade later] they met.", "text:year+10", "in"),
    ("[A week later] they met.", "text:day+7", "in"),
    ("They met again [the year after].", "text:year+1", "in"),
    ("They met [later that month].", "text:month+0", "in"),
    ("They met [on the same day].", "text:day+0", "on"),
    ("They had all left [by the end of the year].", "near:year+0", "by"),
    ("They met [three years ago].", "pub:year-3", "in"),
    ("They met [last week].", "pub:week-1", "in"),
    ("They met [last year].", "pub:year-1", "in"),
    ("They met [earlier this year].", "pub:year+0", "in"),
    ("They will meet [next month].", "pub:month+1", "in"),
    ("They met [yesterday].", "pub:day-1", "in"),
    ("They meet [today].", "pub:day+0", "in"),
    ("They met [on Tuesday].", "pub:on:W2", "on"),
    ("Kano said [Tuesday] that all was well.", "pub:on:W2", "on"),
    ("They will meet [next Friday].", "pub:next:W5", "on"),
    ("They have met [since last August].", "pub:last:XXXX-08", "since"),
    ("[Since then] they have met.", "text:then", "since"),
    # In words, cut short, broken, glued, fiscal.
    ("The trade grew [in the seventies].", "197X", "in"),
    ("The trade grew [by the mid-nineteen-sixties].", "../196X", "by"),
    ("The trade grew [since the 90s].", "199X/..", "since"),
    ("Peru joined [in eighteen seventy-nine].", "1879", "in"),
    ("Peru and Chile fell out [in '73].", "1973", "in"),
    ("They met [in the second decade of the nineteenth century].", "181X", "in"),
    ("They met [in the last decade of the 18th century].", "179X", "in"),
    ("They met [in the first two decades of the 20th century].", "1900/1919", "in"),
    ("It changed [at the turn of the 18th century].", "1700~", "in"),
    ("The envoy of Siam came [in AD 968].", "0968", "in"),
    ("The envoy of Siam came [in 802 CE].", "0802", "in"),
    ("The pact was signed [on 11 Septem-ber 1981] in Lima.", "1981-09-11", "on"),
    ("The pact was signed [on 3 August 1961]See also the list.", "1961-08-03", "on"),
    ("Chile: [07/2011], three envoys", "2011-07", "in"),
    ("Log entry [20110704], sent", "2011-07-04", "in"),
    ("Aid [in FY 2011] fell.", "2011", "in"),
    ("Aid [in FY2011/12] fell.", "2011/2012", "in"),
    ("Aid [in H2 2011] fell.", "2011-07/2011-12", "in"),
    ("[1907 August 4] was their day.", "1907-08-04", "in"),
    ("Aid fell [by end-2011].", "../2011", "by"),
    ("Aid fell [by end-May 2011].", "../2011-05", "by"),
    ("The [pre-1911] dynasty fell.", "../1911", "before"),
    ("Aid flowed [in the 1870s and 80s].", "1870/1889", "in"),
    ("He stayed [from May 5, 1990, to June 7, 1991].", "1990-05-05/1991-06-07", "from"),
    # Seasons, alternatives, measured periods.
    ("They met [in the late autumn of 1908].", "1908-23", "in"),
    ("They had met [by the summer of 1908].", "../1908-22", "by"),
    ("They met in the spring and [summer of 1908].", "1908", "in"),
    ("They met [in 1908 or 1909].", "1908/1909", "in"),
    ("Envoys went [since the 1920s].", "1920/..", "since"),
    ("Envoys went [since the late 1920s].", "192X/..", "since"),
    ("[For seven years from 1902] the bay was closed.", "1902/1909", "in"),
    ("The bay was closed [for about ten years after 1902].", "1902/1912~", "in"),
    ("[In the decade to 1960] Ghana sent cocoa.", "1950/1960", "in"),
    ("[In the three months to June 1960] Ghana sent cocoa.", "1960-03/1960-06", "in"),
    ("They keep the 60th anniversary of the pact ([1950–2010]).", "1950", "in"),
    # Told from another.
    ("Your note [of the 4th inst.] lies here.", "near:month+0:XXXX-XX-04", "of"),
    ("Your note [of 30th ultimo] lies here.", "near:month-1:XXXX-XX-30", "of"),
    ("[On the 7th], he sailed.", "near:on:XXXX-XX-07", "on"),
    ("They met [the previous winter].", "text:last:XXXX-24", "in"),
    ("They met [in that summer].", "text:year+0:XXXX-22", "in"),
    ("They will meet [next spring].", "pub:next:XXXX-21", "in"),
    ("Sales fell [in the first half of last year].", "pub:year-1:XXXX-01 to pub:year-1:XXXX-06", "in"),
    ("Sales fell [in the third quarter of the year].", "near:year+0:XXXX-07 to near:year+0:XXXX-09", "in"),
    ("Sales fell [during the following four years].", "text:then to text:year+4", "in"),
    ("Peru will send them [over the next four years].", "pub:year+0 to pub:year+4", "in"),
    ("Peru sent them [over the past decade].", "pub:year-10 to pub:year+0", "in"),
    ("Peru had sent them [in the preceding two years].", "text:year-2 to text:then", "in"),
    ("[Two centuries later] they met.", "text:year+200", "in"),
    ("[Half a century earlier] they met.", "text:year-50", "in"),
    ("[About twenty years later] they met.", "text:year+20~", "in"),
    ("They met, and [a month after that] they parted.", "text:month+1", "in"),
    ("They signed [thirty years to the day after].", "text:anniversary+30", "in"),
    ("They met [on the twenty-fifth anniversary].", "text:anniversary+25", "on"),
    ("They met also [in the latter year].", "text:year+0", "in"),
    ("Peru ruled it [until then].", "text:then", "until"),
    ("All had gone [by that time].", "text:then", "by"),
    ("Trade has [since] doubled.", "text:then", "since"),
    ("The legation was [later] raised to an embassy.", "text:then", "after"),
    ("[In the years that followed] trade grew.", "text:then", "after"),
    ("They signed both [on that date].", "text:day+0", "in"),
    ("They had met [by the end of the month].", "near:month+0", "by"),
    ("They met [at the end of last year].", "pub:year-1", "in"),
    ("They met [the day before yesterday].", "pub:day-2", "in"),
    ("They met [last night].", "pub:day-1", "in"),
]

NOT_READ = [
    "Resolution 1973 was adopted.",
    "They cited resolutions 1718 and 1874.",
    "Form No. 1975 is lost.",
    "See page 1990.",
    "See pp. 1990.",
    "It cost 1,975 in all.",
    "It cost $1975.",
    "It rose by 1975.5 points.",
    "They sent 1975 tonnes of rice.",
    "They sent 1500 troops.",
    "They sent 1500 Soviet troops.",
    "They sent about 1500 new soldiers.",
    "A force of 1500 Peruvian soldiers came.",
    "They sent 1978 rifles.",
    "About 2000 were killed.",
    "Some 1990 fell ill.",
    "More than 2000 came.",
    "They were provided with 1000 kits.",
    "The drill Laros-2019 began.",
    "The plan Vision 2030 is bold.",
    "The flight left at 1900 hours.",
    "He flew on a Boeing 1975.",
    "The team won the 1990 World Cup.",
    "They stayed away from the 2020 Olympics.",
    "Athletes at the 1988 Summer Olympics met.",
    "He dreams of Tokyo 2020.",
    "They may march on the palace.",
    "March on, they cried.",
    "May it last.",
    "The May Fourth Movement spread.",
    "The 14 July Revolution failed.",
    "He lives in 26 March Street.",
    "It began in 1200 BC.",
    "In the third year 111 BC it fell.",
    "On 10/7/1960 it was sent.",  # a day in July, or in October
    "On 31 June nothing was sent.",
    "On 29 February 1975 nothing was sent.",
    "On 13.13.1975 nothing was sent.",
    "He was killed on Good Friday.",
    "They pray every Friday.",
    "He wrote for the Sunday Times.",
    "To this day they differ.",
    "They differ until today.",
    "Over the last year it grew.",
    "Over two years later it fell.",
    "Half a year later it fell.",
    "Some years later it fell.",
    "A month and two days later it fell.",
    "A few months later it fell.",
    "It fell the year before the war.",
    "The same year as the war it fell.",
    "They came two years earlier than planned.",
    "They stay for 200 years thereafter.",
    "It grows every year.",
    "A 25-year treaty binds them.",
    "In recent years it grew.",
    "Both lean on the 1907 Lima Convention.",
    "She lives at 1950 Bolivar Avenue.",
    "He fled from the movement 5 March.",
    "He is in his mid-forties.",
    "She is in her early 60s.",
    "It was in nineteen thousand copies.",
    "The class of nineteen-year-old men left.",
    "See case 07/2011 of that court.",
    "Call 20110704 for help.",
    "He quotes the novel Nineteen Seventy-Nine.",
    "He sat on the 4th floor.",
    "They crossed at the 17th parallel.",
    "They opened the fiftieth anniversary of the pact.",
    "In the fall they saw a lesson.",
    "The spring of that clock is lost.",
    "It has since the war grown.",
    "Sooner or later they fall.",
    "In the last days of the war they fled.",
    "In the years following the war they fled.",
    "Some years after, they met.",
    "He saw the film 1917.",
    "Three or four years later it fell.",
    "They drank on the Fourth of July.",
    "He read the novel 1984 aloud.",
    "They won by 2010 votes to 1990.",
    "The hill 1937 was lost.",
    "They meet every 4 July.",
    "They took part with a 1900-strong force.",
    "Their hotline is 2010-1990.",
    "The last winter palace burned.",
    "That fall hurt him.",
    "On the 20th Congress he spoke.",
    "The 7 March Bridge fell.",
    "It was no later matter.",
    "He is 75, of no use in 30 villages.",
    "Call 555-1975 for help.",
    "See doc/1975 for more.",
    "The code is A1975B.",
    "It fell by 1975% in all.",
    "Its 1975-strong crew sang.",
]


def marked(text: str) -> tuple[str, int, int]:
    """The text without its brackets, and where they stood."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "", 1).replace("]", "", 1), start, end


@pytest.mark.parametrize(("text", "tells", "role"), READ)
def test_a_date_is_read(text: str, tells: str, role: str) -> None:
    plain, start, end = marked(text)
    read = [(a, b, words.edtf or words.relative, words.role) for a, b, words in find(plain)]
    assert read == [(start, end, tells, role)]


@pytest.mark.parametrize(
    ("text", "outer", "reach"),
    [
        ("After the fall of the league in 1931, Peru left.", "after", 29),
        ("However, following a visit in May 1931, Peru left.", "after", 18),
        ("Since the visit of 5 May 1931, Peru stays.", "since", 16),
        ("Until the war in 1931, Peru stayed.", "until", 14),
        ("Peru left after the war in 1931.", "", None),  # left in 1931, as it may be
        ("Peru left in 1931, after the war, it is said.", "", None),
        ("After the war, Peru left in 1931, at last.", "", None),
        ("Two years after the war in 1931, Peru left.", "", None),  # neither then nor at any time after
        ("After that, in 1931, Peru left.", "", None),
    ],
)
def test_a_date_that_ends_a_phrase_knows_the_word_over_it(text: str, outer: str, reach: int | None) -> None:
    assert [(words.outer, words.reach) for _, _, words in find(text) if words.edtf] == [(outer, reach)]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_a_third_of_the_table_must_not_be_read() -> None:
    assert len(READ) + len(NOT_READ) >= 120
    assert len(NOT_READ) * 3 >= len(READ) + len(NOT_READ)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("in 1975, 1978 and 1980", ["1975", "1978", "1980"]),
        ("in May and June 1990", ["1990-05", "1990-06"]),  # the year is told once
        ("on 5 and 7 May 1990", ["1990-05-05", "1990-05-07"]),
        ("in the years 2013 and 2014", ["2013/2014"]),  # two that follow each other
        ("in the years 2013 and 2015", ["2013", "2015"]),
        ("They joined in 2013 and 2014 respectively.", ["2013", "2014"]),
        ("in 1996, 1997 and 1998", ["1996", "1997", "1998"]),
        ("Peru | 1920 & 1991", ["1920", "1991"]),  # broken off and taken up again
        ("It opened in 1975 and closed in 1980.", ["1975", "1980"]),
        ("from $5 in 1979 to $7 in 1990", ["1979", "1990"]),
        ("In the late-1980s and early-1990s", ["1980/1999"]),
        ("On May 8 to 10 countries he spoke", ["near:on:XXXX-05-08"]),  # ten countries, not the tenth
        ("1975 and 1500 tonnes", ["1975"]),
        ("since 1990.\n\n5 May 1991", ["1990/..", "1991-05-05"]),
    ],
)
def test_dates_side_by_side(text: str, tells: list[str]) -> None:
    assert [words.edtf or words.relative for _, _, words in find(text)] == tells


def test_words_over_a_line_and_hard_blanks_are_one_date() -> None:
    assert [words.edtf for _, _, words in find("on 7\nOctober\xa01960")] == ["1960-10-07"]


def test_a_date_does_not_reach_over_blocks() -> None:
    text = "It closed on 5 May\n1990 was a good year for Peru"
    blocks = (Block(BlockKind.ITEM, Span(0, 18)), Block(BlockKind.ITEM, Span(19, len(text))))
    document = Document("a", text, blocks)
    found = list(annotate(Annotated(document), None))  # type: ignore[arg-type]
    assert [mention.span.of(document) for mention in found] == ["on 5 May", "1990"]


# Up to 1900 "the 1500s" is the century, not its first ten years.
days = st.dates(date(1910, 1, 1), date(2098, 12, 31))
points = st.tuples(days, st.sampled_from([10, 7, 4])).map(lambda told: told[0].isoformat()[: told[1]])


@given(points, points)
def test_what_edtf_says_is_read_back(one: str, other: str) -> None:
    first, last = sorted([one, other], key=edtf.sort_key)
    texts = [one, f"{one}/..", f"../{one}", f"{one[:3]}X"]
    if edtf.excludes(first, last):
        texts.append(f"{first}/{last}")
    for text in texts:
        assert [words.edtf for _, _, words in find(f"They met, {edtf.say(text)}, at home.")] == [text]


@given(st.text(alphabet="019 5-–/.,\nMayJuneinthe sofrbwdyTuadl'", max_size=60))
def test_spans_lie_in_order_within_the_text_and_every_date_is_edtf(text: str) -> None:
    before = 0
    for start, end, words in find(text):
        assert before <= start < end <= len(text)
        assert bool(words.relative) != bool(edtf.check(edtf.widened(words.edtf)))
        before = end


def test_its_work_grows_with_the_text() -> None:
    sentence = "On 7 October 1960 the envoys of Peru and Kenya met, and the following year they signed a pact on trade. "

    def spent(times: int) -> float:
        began = time.process_time()
        find(sentence * times)
        return time.process_time() - began

    assert spent(5000) < 40 * spent(500)  # ten times would be even
