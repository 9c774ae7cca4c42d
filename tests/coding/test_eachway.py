"""Two missions where two open them in each other's country; none where a third may be meant."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Norway–Peru relations")


def missions(text):
    return {(claim.fields["sender"], claim.fields["host"]) for claim in claims(PAIR, text) if claim.kind == "mission"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru opened embassies in each other's capitals in 1960.",
        "The two countries reopened their embassies in 1960.",
        "Both countries closed their embassies in 1960.",
    ],
)
def test_each_has_a_mission_with_the_other(text):
    assert missions(text) == {("NOR", "PER"), ("PER", "NOR")}


def test_one_mission_is_not_two():
    assert missions("Norway's embassy to Peru was opened in 1960.") == {("NOR", "PER")}


def test_two_who_may_have_opened_them_in_a_third_state_have_none_with_each_other():
    assert ("NOR", "PER") not in missions("Norway and Peru recognised Chad and opened their embassies in 1960.")
