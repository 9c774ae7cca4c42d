from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from comity.errors import CannotWrite, NoRecord, NotARecord, OtherVersion, RecordBusy
from comity.model import Claim, Span
from comity.recording.store import Store
from querying.small import Page, document_of, small_store, status

from .test_store import PAGES, rows


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


def test_many_read_while_one_writes_and_each_sees_whole_documents_and_never_less_than_before(tmp_path):
    path = tmp_path / "small.comity"
    small_store(tmp_path, PAGES).close()
    pages = [document_of(f"new-{number:02}", Page([status("severed", f"19{number:02}")] * 3)) for number in range(30)]
    whole = {name: len(told) for name, told in PAGES.items()} | {document.id: len(claims) for document, claims in pages}
    done = threading.Event()

    def read(_):
        seen = []
        while not done.is_set() or not seen:
            with Store.open(path) as store, store.at_once(60):
                listed = {one.id: one.claims for one in store.documents()}
                assert all(whole[name] == count == len(store.claims(doc=name)) for name, count in listed.items())
                seen.append(len(listed))
        return seen

    with ThreadPoolExecutor(6) as pool, Store.writer(path) as writer:
        readers = pool.map(read, range(6))
        for document, claims in pages:
            writer.put(document, claims)
        writer.finish()
        done.set()
        for seen in readers:
            assert seen == sorted(seen)
    assert len(Store.open(path).documents()) == len(whole)


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
        with pytest.raises(CannotWrite), Store.writer(path):
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
