from __future__ import annotations

import doctest

from comity.recording import copies as module
from comity.recording.copies import copies
from querying.small import Page, Telling, claims_of, small_store, status

LONG = "The foreign ministers of the two states met in the old palace and signed a treaty of friendship on {day} May 1961."


def test_its_examples_run():
    ran = doctest.testmod(module)
    assert ran.attempted
    assert not ran.failed


def found(*prints):
    """Which of the sentences, each printed by a document of its own and date, is a copy of which: by their places."""
    claims = [claims_of(status("established", "1961"), doc=f"doc{number}")[0] for number in range(len(prints))]
    quotes = {claim.id: told for claim, told in zip(claims, prints, strict=True)}
    places = {claim.id: number for number, claim in enumerate(claims)}
    return {places[one]: places[other] for one, other in copies(claims, quotes).items()}


def test_a_sentence_printed_again_is_a_copy_of_the_earlier_print():
    told = "Kenya and Peru — both new — took up “full” relations."
    again = 'Kenya and Peru - both new - took up "full"  relations'
    assert found((again, "1999"), (told, "1961-05")) == {0: 1}


def test_a_document_without_a_date_is_later_than_one_with():
    told = "Kenya and Peru took up relations."
    assert found((told, ""), (told, "1999"), (told, "1961")) == {0: 2, 1: 2}


def test_short_lines_are_alike_by_chance():
    assert found(("Peru | 1961", ""), ("Peru | 1961", "")) == {}


def test_most_words_in_the_same_order_are_a_copy_too():
    assert found((LONG.format(day=3), "1961"), ("In Lima, " + LONG.format(day=3), "1962")) == {1: 0}


def test_another_figure_is_another_sentence():
    assert found((LONG.format(day=3), "1961"), (LONG.format(day=4), "1962")) == {}


def test_the_same_words_in_another_order_are_no_copy():
    turned = " ".join(reversed(LONG.format(day=3).split()))
    assert found((LONG.format(day=3), "1961"), (turned, "1962")) == {}


def test_one_document_copies_nothing_from_itself():
    first, second = claims_of(status("established", "1961"), status("established", "1961-05"))
    told = ("Kenya and Peru took up relations.", "")
    assert copies([first, second], {first.id: told, second.id: told}) == {}


def said(day, words):
    return Telling("status", {"a": "KEN", "b": "PER", "change": "established"}, day, say=words)


def test_a_record_marks_copies_and_counts_them_as_one_source(tmp_path):
    words = "Kenya and Peru took up relations in May 1961."
    pages = {
        "wire": Page([said("1961-05", words)], published="1961-05-04"),
        "paper": Page([said("1961-05", words)], published="1961-05-05"),
        "book": Page([said("1961-05", "It was in May 1961 that both opened relations.")], published="1990"),
    }
    (entry,) = small_store(tmp_path, pages).entries()
    of = {claim.doc: entry.origin(claim) for claim in entry.claims}
    assert of == {"wire": "wire", "paper": "wire", "book": "book"}
    assert entry.sources(entry.claims) == {"wire", "book"}


def test_each_sentence_is_compared_with_few(monkeypatch):
    tried = []
    real = module._reprinted
    monkeypatch.setattr(module, "_reprinted", lambda *two: tried.append(1) or real(*two))
    found(*((LONG.format(day=day), "") for day in range(1, 200)))
    assert len(tried) <= 3 * 200
