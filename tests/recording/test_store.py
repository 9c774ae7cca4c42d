from __future__ import annotations

import sqlite3

import pytest

from comity.errors import UnknownChoice, UnknownClaim
from comity.gazetteer import actors
from comity.model import Block, BlockKind, Claim, Document, Source, Span
from comity.recording.judging import judge
from comity.recording.store import Store
from comity.recording.writer import Run
from comity.schema import inheriting, kinds
from querying.small import Page, document_of, event, figure, mission, small_store, status

PAGES = {
    "a": [status("established", "1960-10-07"), mission("opened", "1974-08")],
    "b": [mission("opened", "1973"), figure(4.9e9, "2019", value_to=5.1e9), event("CONSULT", "2020-07-12")],
    "c": [event("AID", "", source=("KEN",), target=("PER", "CHL")), status("severed", "1975", b="CHL")],
}

ODD = Document(
    "odd",
    "Über\x00 \U0001f600 Lao ລາວ \ud800 end\n",
    (Block(BlockKind.PAIR, Span(0, 5), (Span(0, 2),), Span(0, 1), Span(2, 3), "a note", 1),),
    Source(title="T\ud800", publisher="Presse d'été", published="2001-05", language="fr"),
    "folder/odd.html",
    (Source(title="one"), Source(title="two", published="2002")),
    ("a warning",),
)


def odd_claim():
    fields = {"type": "AID", "source": ("KEN",), "target": (), "place": "Huế \ud800"}
    return Claim("odd", "event", fields, "198X", "reported", Span(0, 5), "event/aid:2", ("a", "b"), ODD.sha256, "syntax")


NUMBERED = {"claim": "claims", "entry": "entries"}


def rows(store):
    """All that a record holds but for moments, and for the numbers of claims and entries, which stand here as their names."""
    tables = ("documents", "claims", "claim_actors", "entries", "entry_claims", "contradictions")
    return {table: sorted(map(repr, told(store._connection, table))) for table in tables}


def told(connection, table):
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in ("seq", "recorded")]
    columns = [f"(SELECT id FROM {NUMBERED[name]} WHERE seq = {name})" if name in NUMBERED else f'"{name}"' for name in names]
    return connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()


def test_what_is_put_in_comes_back_the_same(tmp_path):
    with Store.writer(tmp_path / "r") as writer:
        writer.put(ODD, [odd_claim()])
        writer.finish()
    store = Store.open(tmp_path / "r")
    assert store.document("odd") == ODD
    assert store.claims() == [odd_claim()]
    assert store.claims()[0].id == odd_claim().id
    assert store.quote(odd_claim()) == ODD.text[:5]
    assert store.source(odd_claim()).title == "two"


def test_the_order_of_documents_changes_no_row(tmp_path):
    first = small_store(tmp_path, PAGES, name="1")
    second = small_store(tmp_path, PAGES, name="2", order=["c", "a", "b"])
    assert rows(first) == rows(second)


def test_a_record_grown_bit_by_bit_is_the_record_made_at_once(tmp_path):
    whole = small_store(tmp_path, PAGES, name="1")
    for doc, told in PAGES.items():
        grown = small_store(tmp_path, {doc: told}, name="2")
    assert rows(whole) == rows(grown)


def test_a_document_put_again_takes_the_place_of_the_earlier(tmp_path):
    small_store(tmp_path, {**PAGES, "a": [status("restored", "1999")]}, name="1")
    again = small_store(tmp_path, {"a": PAGES["a"]}, name="1")
    assert rows(again) == rows(small_store(tmp_path, PAGES, name="2"))
    assert [passage.doc for passage in again.search("1999")] == []


def test_a_withdrawn_document_leaves_only_its_trace(tmp_path):
    small_store(tmp_path, PAGES, name="1")
    with Store.writer(tmp_path / "1") as writer:
        assert writer.withdraw("b")
        assert not writer.withdraw("b")
        writer.finish()
    store = Store.open(tmp_path / "1")
    assert rows(store) == rows(small_store(tmp_path, {"a": PAGES["a"], "c": PAGES["c"]}, name="2"))
    assert store._connection.execute("SELECT doc, claims FROM withdrawals").fetchall() == [("b", 3)]
    assert not store.search("CONSULT")


def test_claims_are_found_by_kind_actor_pair_and_document(tmp_path):
    store = small_store(tmp_path, PAGES)
    assert {claim.kind for claim in store.claims("mission")} == {"mission"}
    assert len(store.claims(codes="CHL")) == 2
    assert len(store.claims(pair=("KEN", "PER"))) == 6
    assert len(store.claims(doc="b")) == 3
    assert store.claims(pair=("KEN", "CHL")) == store.claims(codes=("CHL",))


def test_what_a_third_gives_two_states_is_nothing_between_the_two(tmp_path):
    store = small_store(tmp_path, PAGES)
    assert not store.claims(pair=("PER", "CHL"))


def test_two_who_act_together_have_to_do_with_each_other(tmp_path):
    store = small_store(tmp_path, {"a": [event("CONSULT", "2020", source=("KEN",), target=("PER", "CHL"))]})
    assert len(store.claims(pair=("CHL", "PER"))) == 1


def test_entries_hold_all_their_claims_and_contradictions(tmp_path):
    store = small_store(tmp_path, PAGES)
    (entry,) = store.entries("mission", pair=("PER", "KEN"))
    assert [claim.doc for claim in entry.claims] == ["b", "a"]
    assert entry.contradictions[0].type == "year against year"
    assert store.entry_of(entry.claims[0]) == entry
    assert {one.id for one in store.entries()} >= {one.id for one in store.entries(codes="CHL")}


def test_only_entries_with_a_contradiction_are_given_if_asked(tmp_path):
    store = small_store(tmp_path, PAGES)
    (entry,) = store.entries(contradicted=True)
    assert entry.contradictions
    assert store.entries(codes="KEN", contradicted=True) == store.entries(pair=("KEN", "PER"), contradicted=True) == [entry]
    assert store.entries("mission", contradicted=True) == [entry]
    assert not store.entries("status", contradicted=True)
    assert not store.entries(codes="CHL", contradicted=True)


def test_a_quote_is_read_without_the_blocks_of_its_document(tmp_path):
    store = small_store(tmp_path, PAGES)
    for claim in store.claims():
        document = store.document(claim.doc)
        assert (store.quote(claim), store.source(claim)) == (claim.evidence.of(document), document.source)


def test_a_claim_is_named_by_the_begin_of_its_id(tmp_path):
    store = small_store(tmp_path, PAGES)
    claim = store.claims()[0]
    assert store.claim(claim.id[:9].upper()) == claim


@pytest.mark.parametrize("wrong", ["", "zz", "%", "_"])
def test_no_claim_of_such_an_id_is_an_error(tmp_path, wrong):
    with pytest.raises(UnknownClaim):
        small_store(tmp_path, PAGES).claim(wrong)


def test_an_id_that_names_several_says_which(tmp_path):
    store = small_store(tmp_path, {"a": [event("AID", f"{year}") for year in range(1900, 1960)]})
    with pytest.raises(UnknownClaim, match="More than one"):
        store.claim("1")


def test_an_unknown_document_is_an_error_with_a_hint(tmp_path):
    with pytest.raises(UnknownChoice, match="Did you mean annals"):
        small_store(tmp_path, {"annals": PAGES["a"]}).document("anals")


def test_documents_are_listed_with_their_number_of_claims(tmp_path):
    told = small_store(tmp_path, PAGES).documents()
    assert [(one.id, one.claims) for one in told] == [("a", 2), ("b", 3), ("c", 2)]


SEARCHED = [
    ("established", 1),
    ("ESTABLISHED 1960", 1),
    ('"mission opened"', 2),
    ('"opened mission"', 0),
    ("established OR severed", 0),  # no word is an operator
    ("established*", 1),
    ('"', 0),
    ("NEAR(", 0),
    ("- : ^", 0),
    ("", 0),
]


@pytest.mark.parametrize(("words", "count"), SEARCHED)
def test_search_takes_any_words(tmp_path, words, count):
    assert len(small_store(tmp_path, PAGES).search(words)) == count


def test_search_overlooks_accents_and_gives_the_place(tmp_path):
    telling = status("established", "1960")
    page = Page([type(telling)(telling.kind, telling.fields, telling.when, say="Talks were held in Huế.")])
    store = small_store(tmp_path, {"a": page})
    (passage,) = store.search("hue talks")
    assert passage.span.of(store.document("a")) == passage.text


def test_sentences_that_are_given_are_what_is_found(tmp_path):
    document = Document("a", "Ann came. Bob went.")
    with Store.writer(tmp_path / "r") as writer:
        writer.put(document, [], [Span(0, 9), Span(10, 19)])
        writer.finish()
    assert [one.text for one in Store.open(tmp_path / "r").search("went")] == ["Bob went."]


def test_a_run_is_known_by_what_it_coded_with(tmp_path):
    run = Run(kinds="k", rules="r", version="1")
    document, claims = document_of("a", Page(PAGES["a"]))
    with Store.writer(tmp_path / "r", run) as writer:
        assert not writer.has(document)
        writer.put(document, claims)
        assert writer.has(document)
        done = writer.finish()
    with Store.writer(tmp_path / "r", Run(kinds="k", rules="other", version="1")) as writer:
        assert not writer.has(document)
    told = Store.open(tmp_path / "r").run_info()
    assert told == done
    assert told
    assert (told.rules, told.documents, told.claims, told.entries) == ("r", 1, 2, 2)


def test_the_kinds_travel_with_the_record(tmp_path):
    assert small_store(tmp_path, PAGES).kinds == inheriting(kinds(), actors().heirs)


def test_an_empty_record_can_be_read(tmp_path):
    store = Store.create(tmp_path / "r")
    assert store.documents() == store.claims() == store.entries() == []
    assert store.run_info() is None
    assert store.finished
    assert store.sha_of("a") == ""


def test_nothing_can_be_written_through_a_reader(tmp_path):
    store = small_store(tmp_path, PAGES)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._connection.execute("DELETE FROM claims")


def test_judgements_are_never_changed_or_removed(tmp_path):
    small_store(tmp_path, PAGES).close()
    with Store.open(tmp_path / "small.comity") as store:
        claim = store.claims()[0].id
    judge(tmp_path / "small.comity", claim, "accept", by="me")
    connection = sqlite3.connect(tmp_path / "small.comity")
    for sql in ("UPDATE judgements SET who = 'you'", "DELETE FROM judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(sql)
    connection.close()
