from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comity import edtf
from comity.querying._acts import acts
from comity.querying._spells import Held, on, spells
from comity.schema import kinds

from .small import agreement, claims_of, membership, mission, status

YES, NO, CLASH, UNSURE, UNTOLD = Held.YES, Held.NO, Held.CONTRADICTED, Held.UNCERTAIN, Held.UNTOLD


def told(*tellings, published=""):
    return acts(claims_of(*tellings), kinds()[tellings[0].kind], lambda _: published)


def held(day, *tellings, published=""):
    return on(date.fromisoformat(day), told(*tellings, published=published))


def changes(*told):
    return [status(*one.split()) for one in told]


EDGES = [
    # an exact day: not before it, from it on
    ("1960-10-06", ["established 1960-10-07"], NO),
    ("1960-10-07", ["established 1960-10-07"], YES),
    ("1999-01-01", ["established 1960-10-07"], YES),
    # a month: uncertain within, certain from its last day on
    ("1974-07-31", ["established 1974-08"], NO),
    ("1974-08-01", ["established 1974-08"], UNSURE),
    ("1974-08-30", ["established 1974-08"], UNSURE),
    ("1974-08-31", ["established 1974-08"], YES),
    # a year, a decade, a stretch, "by", "about"
    ("1973-12-31", ["established 1974"], NO),
    ("1974-12-30", ["established 1974"], UNSURE),
    ("1974-12-31", ["established 1974"], YES),
    ("1975-06-01", ["established 197X"], UNSURE),
    ("1980-01-01", ["established 197X"], YES),
    ("1973-06-01", ["established 1972/1974"], UNSURE),
    ("1991-01-01", ["established ../1990"], YES),
    ("1980-01-01", ["established ../1990"], UNSURE),
    ("1986-06-01", ["established 1985~"], UNSURE),
    ("1988-06-01", ["established 1985~"], YES),
    # an end counts from its own day on
    ("1975-07-23", ["established 1960", "severed 1975-07-24"], YES),
    ("1975-07-24", ["established 1960", "severed 1975-07-24"], NO),
    ("1975-07-01", ["established 1960", "suspended 1975-07"], UNSURE),
    # broken and restored, more than once
    ("1964-01-01", ["established 1960", "severed 1965", "restored 1970", "severed 1975", "restored 1980"], YES),
    ("1967-01-01", ["established 1960", "severed 1965", "restored 1970", "severed 1975", "restored 1980"], NO),
    ("1972-01-01", ["established 1960", "severed 1965", "restored 1970", "severed 1975", "restored 1980"], YES),
    ("1977-01-01", ["established 1960", "severed 1965", "restored 1970", "severed 1975", "restored 1980"], NO),
    ("1982-01-01", ["established 1960", "severed 1965", "restored 1970", "severed 1975", "restored 1980"], YES),
    # within three years of each other, yet two acts: a severing lies between
    ("1964-01-01", ["established 1950", "severed 1962", "restored 1963", "severed 1965"], YES),
    ("1966-01-01", ["established 1950", "severed 1962", "restored 1963", "severed 1965"], NO),
    # broken and restored in one year: in this order
    ("1975-06-01", ["established 1960", "severed 1975", "restored 1975"], UNSURE),
    ("1976-06-01", ["established 1960", "severed 1975", "restored 1975"], YES),
    ("1960-12-31", ["established 1960", "severed 1960"], NO),
    ("1975-12-31", ["established 1960", "severed 1975-03", "restored 1975"], YES),
    ("1975-02-01", ["established 1960", "severed 1975-03", "restored 1975"], YES),
    # rival datings
    ("1972-12-31", ["established 1973", "established 1974-08"], NO),
    ("1973-06-01", ["established 1973", "established 1974-08"], UNSURE),
    ("1974-02-01", ["established 1973", "established 1974-08"], CLASH),
    ("1974-08-15", ["established 1973", "established 1974-08"], UNSURE),
    ("1974-08-31", ["established 1973", "established 1974-08"], YES),
    ("1975-06-01", ["established 1960", "severed 1975-01-05", "severed 1975-10-05"], CLASH),
    # two foundings that one text tells, far apart: what ended the first, nobody says
    ("1956-12-31", ["established 1956", "established 1992"], YES),
    ("1970-06-01", ["established 1956", "established 1992"], UNSURE),
    ("1992-12-31", ["established 1956", "established 1992"], YES),
    # what is ended or raised stood the day before, and who founds it only later contradicts that
    ("1965-02-01", ["severed 1965-02-02"], YES),
    ("1965-01-31", ["severed 1965-02-02"], UNTOLD),
    ("1965-01-31", ["severed 1965-02"], UNTOLD),
    ("1965-02-01", ["upgraded 1965-02-02"], YES),
    ("1965-02-01", ["restored 1965-02-02"], UNTOLD),
    ("1965-02-02", ["upgraded 1965-02-02", "established 1970-05-01"], CLASH),
    ("1970-05-01", ["upgraded 1965-02-02", "established 1970-05-01"], YES),
    ("1966-01-01", ["upgraded 1964-02-02", "severed 1965", "established 1970"], NO),
    # a turn holds for its own day
    ("1960-10-07", ["established 1960-10-07", "severed"], YES),
    ("1960-10-08", ["established 1960-10-07", "severed"], UNSURE),
    ("1960-08-14", ["established 1960", "severed 1960-08-15"], YES),
    # before the first act nothing tells, unless it is the founding
    ("1950-01-01", ["severed 1965"], UNTOLD),
    ("1966-01-01", ["severed 1965"], NO),
    ("1950-01-01", ["restored 1965"], UNTOLD),
    ("1966-01-01", ["restored 1965"], YES),
    ("1960-01-01", ["upgraded 1965-05-01"], UNTOLD),
    ("1965-05-01", ["upgraded 1965-05-01"], YES),
    # a restoring tells of a break that nobody dates
    ("1960-12-31", ["established 1960", "restored 1992"], YES),
    ("1975-01-01", ["established 1960", "restored 1992"], UNSURE),
    ("1992-12-31", ["established 1960", "restored 1992"], YES),
    ("1975-01-01", ["established 1960", "normalized 1992"], YES),
    # after an end, a sight of relations tells of a restart that nobody dates
    ("1970-01-01", ["established 1950", "severed 1960", "upgraded 1990"], UNSURE),
    ("1991-01-01", ["established 1950", "severed 1960", "upgraded 1990"], YES),
    # what is less precise adds nothing
    ("1974-02-01", ["established 1974-08-10", "established 1974", "established 197X", "established"], NO),
    ("1970-01-01", ["severed 1965-02-01", "severed 1975-02-01", "restored 1968", "severed 19XX"], YES),
    # recognition is not relations
    ("1970-01-01", ["recognized 1960"], UNTOLD),
    ("1970-01-01", ["recognized 1960", "established 1980"], NO),
    # undated acts
    ("1970-01-01", ["established"], UNTOLD),
    ("1970-01-01", ["established 1960", "severed"], UNSURE),
    ("1950-01-01", ["established 1960", "severed"], NO),
]


def test_two_documents_that_found_a_thing_decades_apart_contradict_each_other():
    claims = [*claims_of(status("established", "1956")), *claims_of(status("established", "1992"), doc="b")]
    found = acts(claims, kinds()["status"], lambda _: "")
    assert [on(date(year, 6, 1), found) for year in (1950, 1970, 1993)] == [NO, CLASH, YES]


@pytest.mark.parametrize(("day", "told", "answer"), EDGES)
def test_what_held_on_a_day(day, told, answer):
    assert held(day, *changes(*told)) is answer


def test_no_claims_tell_nothing():
    assert on(date(1970, 1, 1), ()) is UNTOLD


def test_what_is_told_without_a_date_was_done_when_the_document_appeared():
    assert held("2021-01-01", status("established"), published="2020-05") is YES
    assert held("2019-01-01", status("established"), published="2020-05") is UNTOLD
    assert held("2021-01-01", status("severed", "1980/.."), published="2020-05") is NO


MISSIONS = [
    ("1973-01-01", [mission("opened", "1974")], NO),
    ("1990-01-01", [mission("exists", "1980")], YES),
    ("1970-01-01", [mission("exists", "1980")], UNTOLD),
    ("1972-01-01", [mission("opened", "1974"), mission("exists", "197X")], NO),  # a sight in the decade does not date it back
    ("1978-01-01", [mission("opened", "1962"), mission("closed", "1975"), mission("exists", "197X")], NO),  # seen before the end
    ("1985-01-01", [mission("opened", "1962"), mission("closed", "1975"), mission("exists", "1990")], UNSURE),
    ("1985-01-01", [mission("opened", "1962"), mission("closed", "1975"), mission("opened", "1980")], YES),
    ("1978-01-01", [mission("opened", "1962"), mission("closed", "1975"), mission("opened", "1980")], NO),
]


@pytest.mark.parametrize(("day", "tellings", "answer"), MISSIONS)
def test_missions_are_answered_alike(day, tellings, answer):
    assert held(day, *tellings) is answer


def test_a_mission_seen_without_a_date_is_seen_when_the_document_appeared():
    assert held("2021-01-01", mission("exists"), published="2020") is YES
    assert held("2019-01-01", mission("exists"), published="2020") is UNTOLD
    assert held("2021-01-01", mission("exists")) is UNTOLD


def test_a_signature_puts_nothing_in_force():
    assert held("1980-01-01", agreement("signed", "1977")) is UNTOLD
    assert held("1980-01-01", agreement("signed", "1977"), agreement("in-force", "1978")) is YES
    assert held("2003-01-01", agreement("in-force", "1978"), agreement("expired", "2002")) is NO


def test_membership_lasts_until_it_is_left():
    assert held("1980-01-01", membership("joined", "1963")) is YES
    assert held("1980-01-01", membership("joined", "1963"), membership("left", "1970")) is NO


def test_spells_have_certain_cores_and_uncertain_ends():
    first, second, third = spells(told(*changes("established 1960", "severed 1975-03", "severed 1976", "restored 1992-08-01")))
    assert (first.holds, second.holds, third.holds) == (True, False, True)
    assert first.core == (date(1960, 12, 31), date(1975, 2, 28))
    assert second.core == (date(1976, 12, 31), date(1992, 7, 31))
    assert third.core == (date(1992, 8, 1), date.max)
    assert third.ended is None


def test_a_break_that_no_source_tells_has_no_act():
    _, broken, _ = spells(told(*changes("established 1960", "restored 1992")))
    assert (broken.holds, broken.begin) == (False, None)


DAYS = [date(1958, 1, 1) + timedelta(days=97 * number) for number in range(110)]
WHENS = ["1960", "1960-05", "1961-02-03", "1962-06-01", "1964", "1963-07", "1970-01", "1971-11-20", "1975", "1979-09-09", "1985"]
CHANGES = ["established", "severed", "restored", "suspended", "normalized", "upgraded"]
CLAIMS = st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(WHENS)), min_size=1, max_size=7, unique=True)
VAGUE = st.sampled_from(["", "19XX", "196X", "197X", "198X", "1960/1985", "1960", "1964", "1971", "1979", "1975~"])


@settings(max_examples=200, deadline=None)
@given(CLAIMS, st.integers(0, 6), VAGUE)
@example([("severed", "1960"), ("established", "1964"), ("severed", "1970-01")], 2, "19XX")
def test_a_less_precise_claim_never_changes_a_day(told_, which, vague):
    change, when = told_[which % len(told_)]
    if vague and (edtf.excludes(vague, when) or not _within(when, vague)):
        return
    before = told(*(status(*one) for one in told_))
    after = told(*(status(*one) for one in told_), status(change, vague))
    assert [on(day, before) for day in DAYS] == [on(day, after) for day in DAYS]


def _within(when, vague):
    return edtf.first_day(vague) <= edtf.first_day(when) and edtf.last_day(when) <= edtf.last_day(vague) and when != vague


@settings(max_examples=150, deadline=None)
@given(CLAIMS, st.randoms())
def test_the_order_of_claims_changes_no_day(told_, random):
    shuffled = list(told_)
    random.shuffle(shuffled)
    first, second = told(*(status(*one) for one in told_)), told(*(status(*one) for one in shuffled))
    assert [on(day, first) for day in DAYS] == [on(day, second) for day in DAYS]


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_the_cores_of_spells_are_certain_unless_sources_part(told_):
    found = told(*(status(*one) for one in told_))
    if any(act.disputed for act in found):
        return
    for spell in spells(found):
        for day in DAYS:
            if spell.core and spell.core[0] <= day <= spell.core[1]:
                assert on(day, found) is (YES if spell.holds else NO)


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_no_day_is_both_related_and_severed_without_a_contradiction(told_):
    found = told(*(status(*one) for one in told_))
    turns = {(change in ("severed", "suspended"), when) for change, when in told_ if len(when) == 10}
    for ends, when in turns:
        if (not ends, when) not in turns:
            assert on(date.fromisoformat(when), found) is not (YES if ends else NO)


def test_a_great_many_rival_dates_are_answered_all_the_same():
    rivals = [status("established", f"19{year}-01-01") for year in range(10, 60)]
    ends = [status("severed", f"19{year}-01-01") for year in range(70, 99, 2)]
    assert held("1905-01-01", *rivals, *ends) is NO
    assert held("1980-06-01", *rivals, *ends) is CLASH
