from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.annotating import quantities
from comity.annotating._units import units
from comity.annotating.quantities import find
from comity.mentions import Annotated, Quantity
from comity.model import Document, Span

if TYPE_CHECKING:
    from comity.annotating import Tools


class Row(NamedTuple):
    text: str
    words: str
    value: float
    unit: str
    bound: str = "exact"
    noun: str = ""
    to: float | None = None


READ = [
    # money: signs, codes, words, magnitudes
    Row("Peru lent Chile US$4.2 billion.", "US$4.2 billion", 4.2e9, "USD"),
    Row("The dam cost $615m to build.", "$615m", 615e6, "USD"),
    Row("The bill came to $37.", "$37", 37, "USD"),
    Row("Oslo set aside USD 14 million.", "USD 14 million", 14e6, "USD"),
    Row("Oslo set aside USD14m.", "USD14m", 14e6, "USD"),
    Row("Canberra pledged A$81 billion.", "A$81 billion", 81e9, "AUD"),
    Row("Ottawa spent C$2 million there.", "C$2 million", 2e6, "CAD"),
    Row("Rome wrote off €55 million.", "€55 million", 55e6, "EUR"),
    Row("Rome wrote off 55 million euros.", "55 million euros", 55e6, "EUR"),
    Row("Exports reached 6.3 million EUR.", "6.3 million EUR", 6.3e6, "EUR"),
    Row("The deal is worth £4bn.", "£4bn", 4e9, "GBP"),
    Row("Tokyo promised ¥30 billion.", "¥30 billion", 30e9, "JPY"),
    Row("Delhi granted 450 crore rupees.", "450 crore rupees", 4.5e9, "INR"),
    Row("Delhi granted Rs. 450 crore.", "Rs. 450 crore", 4.5e9, "INR"),
    Row("Islamabad owed 20 million Pakistani rupees.", "20 million Pakistani rupees", 20e6, "PKR"),
    Row("Seoul offered 1.4 trillion won.", "1.4 trillion won", 1.4e12, "KRW"),
    Row("Bern gave 60 million Swiss francs.", "60 million Swiss francs", 60e6, "CHF"),
    Row("Moscow lent 900 million Soviet roubles.", "900 million Soviet roubles", 900e6, "SUR"),
    Row("It sold a 700-million-ruble credit.", "700-million-ruble", 700e6, "RUB"),
    Row("It signed a $35-million loan.", "$35-million", 35e6, "USD"),
    Row("Kuwait paid 3,500,000 dollars.", "3,500,000 dollars", 3.5e6, "USD"),
    Row("Kuwait paid two and a half million dollars.", "two and a half million dollars", 2.5e6, "USD"),
    Row("Hundreds of millions of dollars went missing.", "Hundreds of millions of dollars", 1e8, "USD", "at-least"),
    Row("It sent $8 million in food aid.", "$8 million", 8e6, "USD", "exact", "food aid"),
    Row("It sent $8 million worth of medicines.", "$8 million", 8e6, "USD", "exact", "medicines"),
    Row("Debts stood at US$1.5 Million.", "US$1.5 Million", 1.5e6, "USD"),
    Row("About 4,9 million euros were paid.", "About 4,9 million euros", 4.9e6, "EUR", "about"),
    Row("Pretoria paid R3.1 billion.", "R3.1 billion", 3.1e9, "ZAR"),
    Row("Delhi lent Rs 1,25,00,000.", "Rs 1,25,00,000", 12_500_000, "INR"),
    Row("Bern paid CHF 4'200'000.", "CHF 4'200'000", 4_200_000, "CHF"),
    Row("Bern paid CHF 4’200’000.", "CHF 4’200’000", 4_200_000, "CHF"),
    Row("Athens paid 14 M€ more.", "14 M€", 14e6, "EUR"),
    Row("Athens paid 14 bn. euros.", "14 bn. euros", 14e9, "EUR"),
    Row("It owed two milliards of francs.", "two milliards of francs", 2e9, "FRF"),
    Row("Annam paid 600,000 taels.", "600,000 taels", 600_000, "taels"),
    Row("The Porte owed 40 million piastres.", "40 million piastres", 40e6, "piastres"),
    Row("Saxony lent 90,000 thalers.", "90,000 thalers", 90_000, "thalers"),
    Row("Soviet aid came to 90 million roubles.", "90 million roubles", 90e6, "SUR"),
    Row("In 1964 it lent 90 million roubles.", "90 million roubles", 90e6, "SUR"),
    Row("In 2009 it lent 90 million roubles.", "90 million roubles", 90e6, "RUB"),
    # shares
    Row("Exports rose 14 percent.", "14 percent", 14, "percent"),
    Row("Exports rose 14 per cent.", "14 per cent", 14, "percent"),
    Row("Exports rose 14.5% last year.", "14.5%", 14.5, "percent"),
    Row("It reported a 14-percent rise.", "14-percent", 14, "percent"),
    Row("The tariff fell by three percentage points.", "three percentage points", 3, "percent", "exact", "percentage points"),
    Row("It supplies 41% of the country's gas.", "41%", 41, "percent", "exact", "country's gas"),
    Row("It buys half of their copper.", "half", 50, "percent", "exact", "copper"),
    Row("It buys more than half of their copper.", "more than half", 50, "percent", "at-least", "copper"),
    Row("It buys a third of their copper.", "a third", 33.33, "percent", "exact", "copper"),
    Row("It buys two-thirds of their copper.", "two-thirds", 66.67, "percent", "exact", "copper"),
    Row("It buys three-quarters of their copper.", "three-quarters", 75, "percent", "exact", "copper"),
    Row("Arrivals fell by a third.", "a third", 33.33, "percent"),
    # times
    Row("Trade has grown tenfold.", "tenfold", 10, "times"),
    Row("Trade has grown 12-fold.", "12-fold", 12, "times"),
    Row("Trade more than doubled.", "more than doubled", 2, "times", "at-least"),
    Row("They wish to double trade.", "double", 2, "times"),
    Row("That is double the earlier sum.", "double", 2, "times"),
    Row("Traffic rose almost threefold.", "almost threefold", 3, "times", "about"),
    Row("He went to Quito five times.", "five times", 5, "times", "exact", "times"),
    Row("She went to Quito on four occasions.", "four occasions", 4, "times", "exact", "occasions"),
    Row("Sales grew by a factor of six.", "six", 6, "times"),
    Row("Sales quadrupled.", "quadrupled", 4, "times"),
    # people
    Row("A score of Swedish nurses came.", "A score of Swedish nurses", 20, "persons", "exact", "Swedish nurses"),
    Row("The guard, 700-strong, landed.", "700-strong", 700, "persons"),
    Row("Ghana took 80 students.", "80 students", 80, "persons", "exact", "students"),
    Row("Ghana offered 80 scholarships.", "80 scholarships", 80, "units", "exact", "scholarships"),
    Row("Some 600 Cuban doctors stayed.", "Some 600 Cuban doctors", 600, "persons", "about", "Cuban doctors"),
    Row("Hundreds of Peruvian advisers came.", "Hundreds of Peruvian advisers", 100, "persons", "at-least", "Peruvian advisers"),
    Row("It sent 90 engineers and nurses.", "90 engineers and nurses", 90, "persons", "exact", "engineers and nurses"),
    Row("It lent 90 Thai and Lao nurses.", "90 Thai and Lao nurses", 90, "persons", "exact", "Thai and Lao nurses"),
    Row("Dozens of soldiers died.", "Dozens of soldiers", 12, "persons", "at-least", "soldiers"),
    Row("Tens of thousands of refugees crossed.", "Tens of thousands of refugees", 1e4, "persons", "at-least", "refugees"),
    Row("Several hundred workers left.", "Several hundred workers", 100, "persons", "at-least", "workers"),
    Row("Several hundred thousand workers left.", "Several hundred thousand workers", 1e5, "persons", "at-least", "workers"),
    Row("A million people marched.", "A million people", 1e6, "persons", "exact", "people"),
    Row("One soldier was wounded.", "One soldier", 1, "persons", "exact", "soldier"),
    Row("An estimated 7,000 Peruvians live there.", "An estimated 7,000 Peruvians", 7000, "persons", "about", "Peruvians"),
    Row("Nearly 300 Japanese were held.", "Nearly 300 Japanese", 300, "persons", "about", "Japanese"),
    Row("It sent 800 police officers.", "800 police officers", 800, "persons", "exact", "police officers"),
    Row("It lost 40 of its pilots.", "40 of its pilots", 40, "persons", "exact", "pilots"),
    Row("A 25-member delegation flew in.", "25-member delegation", 25, "persons", "exact", "delegation"),
    Row("A 5,000-strong force landed.", "5,000-strong force", 5000, "persons", "exact", "force"),
    Row("It kept 1500 troops there.", "1500 troops", 1500, "persons", "exact", "troops"),
    Row("It kept about 2000 marines there.", "about 2000 marines", 2000, "persons", "about", "marines"),
    Row("In 1962 300 troops landed.", "300 troops", 300, "persons", "exact", "troops"),
    Row("There were 1.340 refugees in the camp.", "1.340 refugees", 1340, "persons", "exact", "refugees"),
    Row("Two hundred and ten thousand men came.", "Two hundred and ten thousand men", 210_000, "persons", "exact", "men"),
    Row("It has twenty-five nurses in Accra.", "twenty-five nurses", 25, "persons", "exact", "nurses"),
    # things
    Row("It financed 90 assistance projects.", "90 assistance projects", 90, "projects", "exact", "assistance projects"),
    Row("It flew almost 3,000 flights.", "almost 3,000 flights", 3000, "flights", "about", "flights"),
    Row("It delivered 40 T-55 tanks.", "40 T-55 tanks", 40, "units", "exact", "T-55 tanks"),
    Row("It delivered 40 T‑55 tanks.", "40 T‑55 tanks", 40, "units", "exact", "T‑55 tanks"),
    Row("It ordered 14 MiG-29s.", "14 MiG-29s", 14, "units", "exact", "MiG-29s"),
    Row("It ordered 14 MiG-29 fighters.", "14 MiG-29 fighters", 14, "units", "exact", "MiG-29 fighters"),
    Row("They signed 19 agreements.", "19 agreements", 19, "agreements", "exact", "agreements"),
    Row("More than 60 Dutch firms left.", "More than 60 Dutch firms", 60, "companies", "at-least", "Dutch firms"),
    Row("It planted two dozen orchards.", "two dozen orchards", 24, "units", "exact", "orchards"),
    Row("It gave half a million doses.", "half a million doses", 500_000, "doses", "exact", "doses"),
    Row("It recorded 300 more violations.", "300 more violations", 300, "units", "exact", "violations"),
    Row("It bought a dozen ships.", "a dozen ships", 12, "units", "exact", "ships"),
    Row("Seven visits were paid.", "Seven visits", 7, "visits", "exact", "visits"),
    # measures
    Row("It shipped more than 3,000 tons of wheat.", "more than 3,000 tons", 3000, "tons", "at-least", "wheat"),
    Row("It shipped 12 000 tonnes of coal.", "12 000 tonnes", 12_000, "tonnes", "exact", "coal"),
    Row("It shipped 30 metric tons of tea.", "30 metric tons", 30, "tonnes", "exact", "tea"),
    Row("The border is 467 km long.", "467 km", 467, "kilometres"),
    Row("It built a 70-kilometre road.", "70-kilometre", 70, "kilometres"),
    Row("It leased 900 hectares.", "900 hectares", 900, "hectares"),
    Row("It pumps 20,000 barrels of oil a day.", "20,000 barrels", 20_000, "barrels", "exact", "oil"),
    Row("The plant makes 650 MW.", "650 MW", 650, "megawatts"),
    Row("The war lasted nine years.", "nine years", 9, "years"),
    Row("They signed a 30-year pact.", "30-year", 30, "years"),
    Row("They mark 40 years of friendship.", "40 years", 40, "years", "exact", "friendship"),
    Row("He was jailed for eighteen months.", "eighteen months", 18, "months"),
    Row("The area is 2½ million hectares.", "2½ million hectares", 2.5e6, "hectares"),
    # bounds
    Row("Over 50 tanks burned.", "Over 50 tanks", 50, "units", "at-least", "tanks"),
    Row("No fewer than 50 tanks burned.", "No fewer than 50 tanks", 50, "units", "at-least", "tanks"),
    Row("No more than 50 tanks burned.", "No more than 50 tanks", 50, "units", "at-most", "tanks"),
    Row("Fewer than 50 tanks burned.", "Fewer than 50 tanks", 50, "units", "at-most", "tanks"),
    Row("Up to 50 tanks burned.", "Up to 50 tanks", 50, "units", "at-most", "tanks"),
    Row("Upwards of 50 tanks burned.", "Upwards of 50 tanks", 50, "units", "at-least", "tanks"),
    Row("Close to 50 tanks burned.", "Close to 50 tanks", 50, "units", "about", "tanks"),
    Row("Approximately 50 tanks burned.", "Approximately 50 tanks", 50, "units", "about", "tanks"),
    Row("At least some 50 tanks burned.", "At least some 50 tanks", 50, "units", "at-least", "tanks"),
    Row("It has 50 or more tanks.", "50 or more tanks", 50, "units", "at-least", "tanks"),
    Row("It has 50 tanks or more.", "50 tanks or more", 50, "units", "at-least", "tanks"),
    Row("It has 50+ tanks.", "50+ tanks", 50, "units", "at-least", "tanks"),
    Row("It has 50-odd tanks.", "50-odd tanks", 50, "units", "about", "tanks"),
    Row("It has 50 or so tanks.", "50 or so tanks", 50, "units", "about", "tanks"),
    Row("Sums exceeding $5 million were lost.", "exceeding $5 million", 5e6, "USD", "at-least"),
    Row("Under two treaties it may fish there.", "two treaties", 2, "treaties", "exact", "treaties"),
    # ranges
    Row("It cost $30 million-$35 million.", "$30 million-$35 million", 30e6, "USD", to=35e6),
    Row("It cost $30-35 million.", "$30-35 million", 30e6, "USD", to=35e6),
    Row("It cost $30 to $35 million.", "$30 to $35 million", 30e6, "USD", to=35e6),
    Row("It cost 30 to 35 million dollars.", "30 to 35 million dollars", 30e6, "USD", to=35e6),
    Row("It cost around $30–35 million.", "around $30–35 million", 30e6, "USD", "about", to=35e6),
    Row("It costs from 30 to 35 million euros.", "from 30 to 35 million euros", 30e6, "EUR", to=35e6),
    Row("In the dry season 3–4 million visitors come.", "3–4 million visitors", 3e6, "persons", "exact", "visitors", 4e6),
    Row("It has between 300 and 400 troops.", "between 300 and 400 troops", 300, "persons", "exact", "troops", 400),
    Row("There are between 300- 400 Poles.", "between 300- 400 Poles", 300, "persons", "exact", "Poles", 400),
    Row("It took five or six weeks.", "five or six weeks", 5, "weeks", to=6),
    Row("It grew 4-5 percent.", "4-5 percent", 4, "percent", to=5),
    Row("It grew 4% to 5%.", "4% to 5%", 4, "percent", to=5),
    Row("About seven to eight thousand men left.", "About seven to eight thousand men", 7000, "persons", "about", "men", 8000),
]  # fmt: skip

UNREAD = [
    # dates, hours, ages
    "They met in 1975.",
    "In 1975 relations improved.",
    "In 2020 students protested.",
    "Since 2011 troops have stayed.",
    "They met on May 8.",
    "On May 8 talks began.",
    "On 8 May talks began.",
    "They met on 8-10 May.",
    "They met from 8 to 10 May.",
    "The 1960s saw few visits.",
    "The 1975 agreements lapsed.",
    "Between 1980 and 1990 visits stopped.",
    "The talks of 2019-2020 failed.",
    "The plane left at 10:45.",
    "They met at 9 a.m. in the palace.",
    "It was signed on 03/04/2011.",
    "Posted 2014-05-06.",
    "The envoy, aged 45, resigned.",
    "The envoy is 45 years old.",
    "A 45-year-old envoy resigned.",
    "They met two years ago.",
    "Three days later they met again.",
    "Trade fell in the past two years.",
    "They adopted a five-year plan.",
    "One day they will meet.",
    # ordinals
    "It was the 15th meeting.",
    "They held the third round.",
    "It fell in the 19th century.",
    "A third country mediated.",
    "In the first half of the year they met.",
    "It happened in half of the 1970s.",
    # names and numbers of things
    "The T-34 tanks came.",
    "The G20 members met.",
    "The Group of 77 members met.",
    "Resolution 1514 members abstained.",
    "Article 5 members consult.",
    "No. 7 trucks stopped.",
    "Chapter 7 measures followed.",
    "Flight 370 passengers vanished.",
    "Boeing 737 aircraft were grounded.",
    "The COP26 delegates met.",
    "Vision 2030 projects began.",
    "After [[September 11 attacks]] it joined.",
    "World War Two soldiers lie there.",
    "Figure 3 shows trade.",
    "It voted 14-2.",
    "They won 3–1.",
    "Call +51 21 414 000.",
    "3.2.1 Trade",
    "2. Trade relations",
    "The Five Principles were recalled.",
    "Seven Years War",
    "See https://example.org/2019/12/300-troops.",
    # what only points back
    "One of the ministers left.",
    "No one came.",
    "The two countries agreed.",
    "Both sides agreed.",
    "The two sides agreed.",
    "Two states agreed.",
    "The three nations agreed.",
    "The two leaders met.",
    "Two presidents met.",
    "The two foreign ministers met.",
    "The two agreements lapsed.",
    "The ten countries agreed.",
    # a number without a noun, and words that only look like numbers
    "There were 92.",
    "The figure is now 31,000.",
    "Hundreds were there.",
    "They ended double taxation.",
    "They doubled their efforts.",
    "He was a double agent.",
    "She wrote twice.",
    "Some troops left.",
    "Many a million-dollar dream died.",
]


@pytest.mark.parametrize("row", READ, ids=lambda row: row.text)
def test_a_quantity_is_read(row: Row) -> None:
    found = [(row.text[start:end], quantity) for start, end, quantity in find(row.text)]
    assert found == [(row.words, Quantity(row.value, row.unit, row.bound, row.to, row.noun))]


@pytest.mark.parametrize("text", UNREAD)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find(text) == []


def test_a_third_of_the_table_is_left_alone() -> None:
    assert len(READ) + len(UNREAD) >= 120
    assert 3 * len(UNREAD) >= len(READ) + len(UNREAD)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It rose from 5 percent to 10 percent.", ["percent", "percent"]),
        ("It gave $20 million to 25 countries.", ["USD", "countries"]),
        ("It sent 20 tonnes to 30 villages.", ["tonnes", "villages"]),
        ("It has three agreements and four protocols.", ["agreements", "protocols"]),
        ("It sold 12 jets, 300 vehicles and €4m of spares.", ["units", "units", "EUR"]),
    ],
)
def test_neighbours_stay_apart(text: str, units: list[str]) -> None:
    assert [quantity.unit for _, _, quantity in find(text)] == units


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Output rose from 3 to 5 million tonnes.", [(3e6, "tonnes"), (5e6, "tonnes")]),
        ("Sales fell from $80 to $30 million.", [(80e6, "USD"), (30e6, "USD")]),
        ("Its share grew from 5 to 12 percent.", [(5, "percent"), (12, "percent")]),
        ("Of the 90 nurses who left, 30 came back.", [(90, "persons"), (30, "persons")]),
        ("It took 90 nurses, 30 of whom stayed.", [(90, "persons"), (30, "persons")]),
        ("It took 90 nurses, of whom about 30 stayed.", [(90, "persons"), (30, "persons")]),
        ("It took 90 nurses. Room 30 was left.", [(90, "persons")]),
        ("It took 90 nurses and 30 left.", [(90, "persons")]),
        ("The number of Danish nurses in Riga rose from 30 to 90.", [(30, "persons"), (90, "persons")]),
        ("The number of visas fell to 40.", [(40, "visas")]),
        ("The Danish community there numbers about 900.", [(900, "persons")]),
        ("An army of 900 landed.", [(900, "persons")]),
        ("The army of 1975 was small.", []),
        ("The number of visas fell in room 40.", []),
        ("Of the 90 nurses who came in 1930, most left.", [(90, "persons")]),
    ],
)
def test_a_number_borrows_what_its_neighbour_says(text: str, read: list[tuple[float, str]]) -> None:
    assert [(quantity.value, quantity.unit) for _, _, quantity in find(text)] == read


def test_money_without_a_code_is_money_too() -> None:
    assert [quantity.money for _, _, quantity in find("It paid 900 taels, 30 horses and US$4 million.")] == [True, False, True]


def test_a_noun_is_not_sought_beyond_a_paragraph() -> None:
    assert find("Exports: 200\n\nprojects were begun") == []
    assert find("Exports 200\nImports 300") == []


def test_a_wrapped_line_is_read_through() -> None:
    assert [quantity.noun for _, _, quantity in find("It trained 200\nyoung nurses.")] == ["young nurses"]


def test_mentions_carry_spans_into_the_document() -> None:
    document = Document("d", "Ghana took 80 students.")
    (mention,) = quantities.annotate(Annotated(document), cast("Tools", None))
    assert (mention.kind, mention.span) == ("quantity", Span(11, 22))
    assert mention.span.of(document) == "80 students"


def test_every_listed_noun_has_one_unit() -> None:
    assert all(units().nouns.values())
    assert not units().words.stop & set(units().nouns)


PIECES = [
    "12", "1,000", "1975", "two", "hundred", "of", "dozens", "half", "a", "third", "million", "$", "US$", "-", "–", "to", "and",
    "between", "more than", "about", "or more", "+", "%", "percent", "students", "Peruvian", "tons", "May", "the", "from", ".",
    ",", "\n", " ", "fold", "double", "km", "won", "Resolution", "€", "m", "bn", "year", "-old",
    "ago", "T-34", "s", "'", "\u00a0", "½", "٣", "²",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_spans_lie_inside_the_text_and_apart(text: str) -> None:
    done = 0
    for start, end, quantity in find(text):
        assert done <= start < end <= len(text)
        assert quantity.unit
        assert quantity.bound in ("exact", "about", "at-least", "at-most")
        assert quantity.value_to is None or quantity.value < quantity.value_to
        done = end


@pytest.mark.parametrize(
    "text", ["9" * 500 + " tons", "million " * 90 + "tons", "a million " * 90 + "tons", "9" * 400 + "-fold", "12,000" * 99]
)
def test_absurd_numbers_do_no_harm(text: str) -> None:
    assert all(abs(quantity.value) < 1e40 for _, _, quantity in find(text))


def test_its_work_grows_with_the_text() -> None:
    sentence = "In 1975 Ghana took some 80 students and lent Peru $12 million, as it had done before under other names. "

    def spent(times: int) -> float:
        began = time.process_time()
        find(sentence * times)
        return time.process_time() - began

    assert spent(5000) < 40 * spent(500)  # ten times would be even: this guards against a search that runs wild


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Trade rose from $20 million in 2010 to $32 million in 2011.", [20_000_000, 32_000_000]),
        ("Every year 20,000 Chilean tourists came.", [20_000]),
        ("In the year 2,000 Danes came.", []),
    ],
)
def test_a_year_before_a_number_is_no_part_of_it(text, values):
    assert [found.value for _, _, found in find(text)] == values
