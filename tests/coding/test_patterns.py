from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.coding.patterns import Gap, Named, PatternFault, Slot, Word, parse

# A pattern without choices, and its one form.
ONE = [
    ("{source} <visit> {target}", (Slot(("source",)), Named("visit"), Slot(("target",)))),
    ("{source}'s <a-visit>", (Slot(("source",), belongs=True), Named("a-visit"))),
    ("{source}’s <a-visit>", (Slot(("source",), belongs=True), Named("a-visit"))),  # another apostrophe
    ("{a+b} <meet>", (Slot(("a", "b")), Named("meet"))),
    ("{value:money}", (Slot(("value",), "money"),)),
    ("{value:fig-aid}", (Slot(("value",), "fig-aid"),)),
    ("{source+target}'s <war>", (Slot(("source", "target"), belongs=True), Named("war"))),
    ("Relations WITH {b}", (Word("relations"), Word("with"), Slot(("b",)))),  # small letters
    ("<be> ... {b}", (Named("be"), Gap(), Slot(("b",)))),
    ("{city} \\( {type} \\)", (Slot(("city",)), Word("("), Slot(("type",)), Word(")"))),  # brackets as they stand
    ("  {a}  <b>  ", (Slot(("a",)), Named("b"))),
    ("{a}<b>{c}", (Slot(("a",)), Named("b"), Slot(("c",)))),
]


@pytest.mark.parametrize(("pattern", "form"), ONE)
def test_a_pattern_is_read(pattern, form):
    assert parse(pattern) == (form,)


def told(form) -> str:
    names = {
        Slot: lambda one: "{" + "+".join(one.fields) + "}",
        Named: lambda one: f"<{one.concept}>",
        Word: lambda one: one.text,
    }
    return " ".join(names.get(type(one), lambda _: "...")(one) for one in form)


# A pattern with choices, and all its forms, the longest first.
MANY = [
    ("a [b]", ["a b", "a"]),
    ("(a|b) c", ["a c", "b c"]),
    ("[a|b] c", ["a c", "b c", "c"]),
    ("a [b [c]]", ["a b c", "a b", "a"]),  # one within the other
    ("a (b|c [d])", ["a c d", "a b", "a c"]),
    ("a|b", ["a", "b"]),
    ("(a)", ["a"]),
    ("[a] [b]", ["a b", "a", "b"]),  # never nothing
    ("(a|a) b", ["a b"]),  # each once
]


@pytest.mark.parametrize(("pattern", "forms"), MANY)
def test_a_pattern_has_all_its_forms(pattern, forms):
    assert [told(form) for form in parse(pattern)] == forms


# A pattern that cannot be read, where, and why.
FAULTS = [
    ("{source <visit>", 0, "not closed"),
    ("{source} <visit {target}", 9, "not closed"),
    ("a [b", 2, "not closed"),
    ("a (b", 2, "not closed"),
    ("a b]", 3, "closes nothing"),
    ("a b)", 3, "closes nothing"),
    ("a (b]", 2, "not closed"),
    ("a [b)", 2, "not closed"),
    ("{}", 0, "not closed"),
    ("<>", 0, "not closed"),
    ("", 0, "empty"),
    ("   ", 0, "empty"),
    ("[]", 0, "empty"),
    ("a } b", 2, "not closed"),
    (" ".join(f"[{word}]" for word in "abcdefg"), 0, "64"),  # as many forms as nobody means
]


@pytest.mark.parametrize(("pattern", "at", "why"), FAULTS)
def test_what_cannot_be_read_is_named_with_its_place(pattern, at, why):
    with pytest.raises(PatternFault) as fault:
        parse(pattern)
    assert why in fault.value.why
    assert abs(fault.value.at - at) <= 1, f"character {fault.value.at}"


def test_forms_without_end_are_refused_before_they_are_made():
    with pytest.raises(PatternFault, match="more than 64"):
        parse(" ".join(f"[w{number}]" for number in range(60)))


def outcome(text):
    """The forms of a pattern, or its fault."""
    try:
        return parse(text), None
    except PatternFault as fault:
        return (), fault


@settings(max_examples=300)
@given(st.text(alphabet="{}<>[]()|.'’s:+ab \\-", max_size=24))
def test_any_text_is_a_pattern_or_a_fault(text):
    forms, fault = outcome(text)
    assert bool(forms) != bool(fault)
    assert all(forms)
    assert len(set(forms)) == len(forms)
    assert fault is None or (fault.why and 0 <= fault.at <= len(text))
