from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap

import pytest

from comity.errors import NoRecord, NotARecord, OtherVersion, RecordBusy, UnknownChoice, UnknownClaim, UnwritableRecord
from comity.model import Block, BlockKind, Claim, Document, Source, Span
from comity.recording.store import Store
from comity.recording.writer import Run
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


def rows(store):
    tables = ("documents", "claims", "claim_actors", "entries", "entry_claims", "contradictions")
    return {table: sorted(map(repr, store._connection.execute(f"SELECT * FROM {table}"))) for table in tables}


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
    from comity.schema import kinds

    assert small_store(tmp_path, PAGES).kinds == kinds()


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
    connection = sqlite3.connect(tmp_path / "small.comity")
    told = ("s", 0, 1, "q", "status", "accept", "me", "2026", "so", "h", "")
    columns = 'sha256, "start", "end", quote, kind, verdict, who, "when", why, hash, previous'
    connection.execute(f"INSERT INTO judgements ({columns}) VALUES ({', '.join('?' * 11)})", told)
    for sql in ("UPDATE judgements SET who = 'you'", "DELETE FROM judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(sql)
    connection.close()


def test_a_missing_record_is_an_error(tmp_path):
    with pytest.raises(NoRecord):
        Store.open(tmp_path / "none")


@pytest.mark.parametrize("content", [b"", b"some notes", b"SQLite format 3\x00 but not quite" * 40])
def test_other_files_are_no_records(tmp_path, content):
    (tmp_path / "notes").write_bytes(content)
    with pytest.raises(NotARecord):
        Store.open(tmp_path / "notes")


def test_another_database_is_neither_read_nor_written(tmp_path):
    connection = sqlite3.connect(tmp_path / "other")
    connection.execute("CREATE TABLE mine (a)")
    connection.close()
    with pytest.raises(NotARecord):
        Store.open(tmp_path / "other")
    with pytest.raises(NotARecord), Store.writer(tmp_path / "other"):
        pass


def test_a_record_of_another_form_is_refused(tmp_path):
    small_store(tmp_path, PAGES).close()
    connection = sqlite3.connect(tmp_path / "small.comity")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(OtherVersion, match="form 99"):
        Store.open(tmp_path / "small.comity")


def test_only_one_writes_while_others_read(tmp_path):
    small_store(tmp_path, PAGES).close()
    path = tmp_path / "small.comity"
    with Store.writer(path) as writer:
        writer.put(*document_of("d", Page([status("severed", "1970")])))
        with Store.open(path) as store:
            assert len(store.documents()) == 4
            assert not store.finished
        with pytest.raises(RecordBusy), Store.writer(path):
            pass
    with Store.writer(path) as writer:
        writer.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["small.comity"]


KILLED = """
    import os
    from pathlib import Path
    from comity.recording.store import Store
    from querying.small import Page, document_of, status
    with Store.writer({path!r}) as writer:
        writer.put(*document_of("d", Page([status("severed", "1970")])))
        os._exit(9)
"""


def test_a_writer_that_dies_leaves_the_record_whole_and_free(tmp_path):
    small_store(tmp_path, PAGES).close()
    path = tmp_path / "small.comity"
    code = textwrap.dedent(KILLED).format(path=str(path))
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": ":".join(sys.path)}).returncode
        == 9
    )
    with Store.writer(path) as writer:
        writer.finish()
    whole = small_store(tmp_path, {**PAGES, "d": [status("severed", "1970")]}, name="2")
    assert rows(Store.open(path)) == rows(whole)


def test_an_error_while_a_document_is_put_in_leaves_none_of_it(tmp_path):
    document, claims = document_of("a", Page(PAGES["a"]))
    other = document_of("a", Page([status("severed", "1999")]))[0]
    with Store.writer(tmp_path / "r") as writer:
        writer.put(document, claims)
        with pytest.raises(OverflowError):
            writer.put(other, [Claim("a", "status", {"a": "KEN"}, "", "asserted", Span(0, 1 << 70), "r")])
        writer.finish()
    assert Store.open(tmp_path / "r").claims() == claims


def test_a_record_cannot_be_written_where_there_is_no_folder_or_in_place_of_one(tmp_path):
    for path in (tmp_path / "none" / "r", tmp_path):
        with pytest.raises(UnwritableRecord), Store.writer(path):
            pass


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the folder must refuse writing")
def test_a_record_in_a_folder_that_cannot_be_written_to_is_read(tmp_path):
    folder = tmp_path / "fixed"
    small_store(tmp_path, PAGES).close()
    folder.mkdir()
    shutil.copy(tmp_path / "small.comity", folder / "r")
    folder.chmod(0o555)
    assert len(Store.open(folder / "r").documents()) == 3
    folder.chmod(0o755)
