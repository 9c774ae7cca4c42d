from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import BadDate, BadField, MissingReason, NoName, NothingToUndo, QuoteNotFound, UnknownActor, UnlikeClaims
from comity.model import Claim, Document, Span
from comity.querying import Record
from comity.recording.judging import add, judge, merge, undo
from comity.recording.store import Store
from comity.recording.views import View
from comity.recording.writer import Run
from querying.small import Page, Telling, document_of, event, mission, small_store, status

PAGES = {
    "a": [status("established", "1960-10-07"), mission("opened", "1974-08")],
    "b": [mission("opened", "1973"), event("CONSULT", "2020-07-12"), event("CONSULT", "2020-07-12")],
    "c": [status("established", "1962")],
}
ME = {"by": "Ann"}


@pytest.fixture
def path(tmp_path):
    small_store(tmp_path, PAGES).close()
    return tmp_path / "small.comity"


def claims(path, view=View()):
    with Store.open(path, view=view) as store:
        return store.claims()


def one(path, kind, doc, number=0):
    with Store.open(path) as store:
        return store.claims(kind, doc=doc)[number]


def told(path, view=View()):
    return sorted((claim.doc, claim.kind, claim.when) for claim in claims(path, view))


def entries(path, kind):
    with Store.open(path) as store:
        return [sorted(claim.when for claim in entry.claims) for entry in store.entries(kind)]


def written_again(path, pages, run=Run(rules="newer")):
    with Store.writer(path, run) as writer:
        for name, page in pages.items():
            writer.put(*document_of(name, page if isinstance(page, Page) else Page(page)))
        writer.finish()


def test_a_rejected_claim_leaves_the_answers_and_its_contradiction_and_comes_back_when_that_is_undone(path):
    wrong = one(path, "status", "c")
    before = told(path)
    judge(path, wrong.id, "reject", **ME)
    assert wrong.id not in {claim.id for claim in claims(path)}
    assert not Record(path).contradictions("KEN", "PER", exact=True).found or "1962" not in str(
        Record(path).contradictions().data
    )
    assert wrong.id in {claim.id for claim in claims(path, View(rejected=True))}
    undo(path, [1], **ME)
    assert told(path) == before
    undo(path, [2], **ME)
    assert wrong.id not in {claim.id for claim in claims(path)}


def test_a_corrected_claim_says_what_it_was_and_who_says_otherwise(path):
    judge(path, one(path, "mission", "b").id, "correct", changes={"when": "1974-08", "city": "Cusco"}, why="the register", **ME)
    new = one(path, "mission", "b")
    assert (new.when, new.fields["city"], new.rule) == ("1974-08", "Cusco", "judgement")
    assert all(any(word in step for step in new.steps) for word in ("1973", "Ann"))
    assert ("b", "mission", "1973") in told(path, View(rejected=True))
    assert "the register" in str(Record(path).why(new.id).tables)


def test_only_accepted_claims_can_be_asked_for(path):
    judge(path, one(path, "status", "a").id, "accept", **ME)
    assert told(path, View(accepted=True)) == [("a", "status", "1960-10-07")]
    answer = Record(path, accepted=True).timeline("KEN")
    assert len(answer.data["rows"]) == 1
    assert "accepted" in answer.notes[-1]


def test_what_people_hold_to_be_the_same_is_one_entry_and_what_they_part_is_two(path):
    assert entries(path, "mission") == [["1973", "1974-08"]]
    judge(path, one(path, "mission", "a").id, "different", other=one(path, "mission", "b").id, **ME)
    assert sorted(entries(path, "mission")) == [["1973"], ["1974-08"]]
    undo(path, [1], **ME)
    assert entries(path, "mission") == [["1973", "1974-08"]]


def test_claims_of_different_blocks_can_be_tied_and_untied(tmp_path):
    pages = {"a": [mission("opened", "1960")], "b": [mission("opened", "1960", host="CHL")]}
    small_store(tmp_path, pages).close()
    path = tmp_path / "small.comity"
    assert len(entries(path, "mission")) == 2
    judge(path, one(path, "mission", "a").id, "same", other=one(path, "mission", "b").id, **ME)
    assert entries(path, "mission") == [["1960", "1960"]]
    written_again(path, pages)
    assert entries(path, "mission") == [["1960", "1960"]]
    undo(path, [1], **ME)
    assert len(entries(path, "mission")) == 2


def test_to_prefer_wants_a_reason_and_settles_nothing(path):
    claim = one(path, "mission", "a")
    with pytest.raises(MissingReason):
        judge(path, claim.id, "prefer", **ME)
    judge(path, claim.id, "prefer", why="the host writes", **ME)
    table = Record(path).contradictions("KEN", "PER").tables[0]
    assert any("August 1974 [" in str(row) and "preferred by Ann: the host writes" in str(row) for row in table.rows)
    assert len(entries(path, "mission")[0]) == 2


def test_judgements_survive_new_rules_and_a_text_that_moved(path):
    judge(path, one(path, "mission", "b").id, "reject", **ME)
    judge(path, one(path, "status", "a").id, "accept", **ME)
    say = Telling("event", {"type": "AID", "source": ("KEN",), "target": ("PER",), "place": ""}, "1999", say="A new first line.")
    kept = [mission("opened", "1973")]
    kept[0] = Telling("mission", kept[0].fields, "1973", say="Line 0 of b tells: mission opened 1973.")
    written_again(path, {"b": [say, *kept, *PAGES["b"][1:]], "a": PAGES["a"]})
    assert ("b", "mission", "1973") not in told(path)
    assert ("b", "event", "1999") in told(path)
    assert told(path, View(accepted=True)) == [("a", "status", "1960-10-07")]


def test_an_accepted_claim_that_new_rules_do_not_find_stays(path):
    judge(path, one(path, "status", "a").id, "accept", **ME)
    words = "Line 0 of a tells: status established 1960-10-07."
    other = Telling("event", {"type": "AID", "source": ("KEN",), "target": ("PER",), "place": ""}, "", say=words)
    written_again(path, {"a": [other, PAGES["a"][1]]})
    assert ("a", "status", "1960-10-07") in told(path)
    undo(path, [1], **ME)
    assert ("a", "status", "1960-10-07") not in told(path)


def test_what_cannot_be_found_again_is_told(path):
    judge(path, one(path, "status", "a").id, "accept", **ME)
    written_again(path, {"a": [event("AID", "1999")]})
    answer = Record(path).judgements()
    assert answer.data["judgements"][0]["state"] == "has no effect"
    assert "words are not in the record" in answer.notes[0]
    written_again(path, {"a": PAGES["a"]})
    assert Record(path).judgements().data["judgements"][0]["state"] == "in force"


def test_a_document_under_another_name_keeps_its_judgements(path):
    judge(path, one(path, "status", "c").id, "reject", **ME)
    document, found = document_of("c", Page(PAGES["c"]))
    moved = type(document)("renamed", document.text, document.blocks, document.source)
    with Store.writer(path) as writer:
        writer.withdraw("c")
        writer.put(moved, found)
        writer.finish()
    assert not [claim for claim in claims(path) if claim.doc == "renamed"]


def test_a_claim_added_by_hand_hangs_on_its_words(path):
    fields = {"a": "Kenya", "b": "Peru", "change": "severed", "when": "1975"}
    add(path, "c", "tells: status", "status", fields, **ME)
    claim = next(claim for claim in claims(path) if claim.when == "1975")
    assert (claim.fields["a"], claim.rule) == ("KEN", "judgement")
    with Store.open(path) as store:
        assert store.quote(claim) == "tells: status"
    assert Record(path).status("KEN", "PER", on="1976").data["status"] == "not related"
    written_again(path, PAGES)
    assert ("c", "status", "1975") in told(path)
    undo(path, [1], **ME)
    assert ("c", "status", "1975") not in told(path)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"a": "Kenya", "b": "Peru"}, BadField),
        ({"a": "Kenya", "b": "Peru", "change": "broken"}, BadField),
        ({"a": "Kenya", "b": "Peru", "change": "severed", "colour": "red"}, BadField),
        ({"a": "Keynya", "b": "Peru", "change": "severed"}, UnknownActor),
        ({"a": "Kenya", "b": "Peru", "change": "severed", "when": "1975-13"}, BadDate),
    ],
)
def test_a_wrong_field_is_refused_and_nothing_is_written(path, fields, error):
    with pytest.raises(error):
        add(path, "c", "tells: status", "status", fields, **ME)
    assert not Record(path).judgements().found


def test_words_that_are_not_there_or_twice_are_refused(path):
    for quote in ("no such words", "t", " "):
        with pytest.raises(QuoteNotFound):
            add(path, "c", quote, "status", {"a": "KEN", "b": "PER", "change": "severed"}, **ME)


def test_a_judgement_has_a_name_and_a_thing(path):
    claim = one(path, "status", "a")
    with pytest.raises(NoName):
        judge(path, claim.id, "accept", by=" ")
    with pytest.raises(UnlikeClaims):
        judge(path, claim.id, "same", other=one(path, "mission", "a").id, **ME)
    with pytest.raises(NothingToUndo):
        undo(path, [7], **ME)


def test_several_at_once_are_a_batch_that_is_taken_back_at_once(path):
    said = judge(path, [claim.id for claim in claims(path)], "reject", **ME)
    assert claims(path) == []
    undo(path, [said[0].batch], **ME)
    assert len(told(path)) == sum(map(len, PAGES.values()))
    with pytest.raises(NothingToUndo):
        undo(path, [said[0].batch], **ME)


def test_where_people_disagree_the_documents_stand_and_the_list_says_so(path, tmp_path):
    other = tmp_path / "other.comity"
    other.write_bytes(path.read_bytes())
    claim = one(path, "status", "c")
    judge(path, claim.id, "reject", **ME)
    judge(other, claim.id, "accept", by="Bob")
    judge(other, one(other, "mission", "b").id, "reject", by="Bob")
    undo(other, [2], by="Bob")
    merge(path, other)
    assert claim.id in {claim.id for claim in claims(path)}
    answer = Record(path).judgements(disagreements=True)
    assert [row["by"] for row in answer.data["judgements"]] == ["Ann", "Bob"]
    assert ("b", "mission", "1973") in told(path)
    count = len(Record(path).judgements().data["judgements"])
    assert merge(path, other) == []
    assert len(Record(path).judgements().data["judgements"]) == count
    assert Record(path).verify().found


def test_a_person_changes_his_mind_and_the_last_word_counts(path):
    claim = one(path, "status", "c")
    judge(path, claim.id, "accept", **ME)
    judge(path, claim.id, "reject", **ME)
    assert claim.id not in {claim.id for claim in claims(path)}
    undo(path, [2], **ME)
    assert told(path, View(accepted=True)) == [("c", "status", "1962")]


def test_a_judgement_that_was_tampered_with_shows(path):
    for number in range(3):
        judge(path, claims(path)[number].id, "accept", why=str(number), **ME)
    assert Record(path).verify().found
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER judgements_stay")
    connection.execute("UPDATE judgements SET why = 'forged' WHERE seq = 2")
    connection.commit()
    connection.close()
    answer = Record(path).verify()
    assert (answer.found, answer.data["broken_at"]) == (False, 2)


def test_the_record_can_be_read_as_it_stood_before(path):
    before = told(path)
    day = claims_day(path)
    moved(path, "2020-01-01T00:00:00")
    assert told(path, View(as_recorded="2019")) == []
    assert told(path, View(as_recorded="2020-01-01")) == before
    judge(path, one(path, "status", "c").id, "reject", **ME)
    written_again(path, {"a": [status("established", "1961")]})
    with Store.writer(path) as writer:
        writer.withdraw("b")
        writer.finish()
    assert told(path) == [("a", "status", "1961")]
    assert told(path, View(as_recorded="2020-06")) == before
    with Store.open(path, view=View(as_recorded="2020-06")) as store:
        assert [len(entry.claims) for entry in store.entries("mission")] == [2]
        assert store.entries("mission")[0].contradictions
        assert "1973" in store.quote(store.claims("mission", doc="b")[0])
    assert told(path, View(as_recorded=day)) == [("a", "status", "1961")]
    assert "As the record stood" in Record(path, as_recorded="2020-06").sources().notes[0]


def claims_day(path):
    connection = sqlite3.connect(path)
    day = connection.execute("SELECT max(recorded) FROM claims").fetchone()[0][:10]
    connection.close()
    return day


def moved(path, moment):
    """The record as if all of it had been written at another moment."""
    connection = sqlite3.connect(path)
    for table in ("claims", "documents"):
        connection.execute(f"UPDATE {table} SET recorded = ?", [moment])
    connection.commit()
    connection.close()


def test_a_correction_that_was_taken_back_is_seen_as_the_record_stood_between(path):
    moved(path, "2020-01-01T00:00:00")
    judge(path, one(path, "status", "c").id, "correct", changes={"when": "1963"}, **ME)
    shifted = sqlite3.connect(path)
    shifted.execute("UPDATE claims SET recorded = '2020-02-01T00:00:00' WHERE how = 'judgement'")
    shifted.execute("DROP TRIGGER judgements_stay")
    shifted.execute("""UPDATE judgements SET "when" = '2020-02-01T00:00:00'""")
    shifted.commit()
    shifted.close()
    undo(path, [1], **ME)
    assert ("c", "status", "1963") not in told(path)
    then = told(path, View(as_recorded="2020-03"))
    assert ("c", "status", "1963") in then
    assert ("c", "status", "1962") not in then
    assert ("c", "status", "1962") in told(path, View(as_recorded="2020-01"))


acts = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["accept", "reject", "correct"]), st.sampled_from(["Ann", "Bob"])), max_size=6
)


@given(acts)
@settings(max_examples=15, deadline=None)
def test_undoing_everything_leaves_the_record_as_it_was(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("undo")
    small_store(folder, PAGES).close()
    path = folder / "small.comity"
    before, joined = told(path), entries(path, "mission")
    ids = [claim.id for claim in claims(path)]
    for number, verdict, who in acts:
        judge(path, ids[number % len(ids)], verdict, by=who, changes={"when": "1950"} if verdict == "correct" else None)
    for number in range(len(acts), 0, -1):
        undo(path, [number], by="Ann")
    assert (told(path), entries(path, "mission")) == (before, joined)
    assert Record(path).verify().found


def test_the_same_words_in_two_places_are_two_claims_and_each_has_its_judgement(tmp_path):
    line = "Kenya and Peru met on 12 July 2020."
    text = f"{line}\nNothing else.\n{line}"
    path = tmp_path / "twice.comity"
    with Store.writer(path) as writer:
        fields = {"type": "CONSULT", "source": ("KEN",), "target": ("PER",), "place": ""}
        spans = [Span(start, start + len(line)) for start in (0, text.rindex(line))]
        found = [Claim("twice", "event", fields, "2020-07-12", "asserted", span, "event/talk:1") for span in spans]
        writer.put(Document("twice", text), found)
        writer.finish()
    first, second = claims(path)
    judge(path, first.id, "accept", **ME)
    judge(path, second.id, "reject", **ME)
    with Store.open(path) as store:
        states = {claim: [one.state for one in told] for claim, told in store.judged.rulings().items()}
    assert states == {first.id: ["accepted"], second.id: ["rejected"]}
