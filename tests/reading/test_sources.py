from __future__ import annotations

from collections import Counter

import pytest

from comity.errors import (
    BadDate,
    BadMetadata,
    BinaryDocument,
    EmptyDocument,
    NoDocuments,
    NoSource,
    SameId,
    UnknownFormat,
    UnreadableFile,
)
from comity.model import Source
from comity.reading import find, load


@pytest.fixture
def folder(tmp_path):
    def make(**files):
        for name, words in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
        return tmp_path

    return make


def ids(*paths, **options):
    return [found.id for found in find(paths, **options)]


def test_a_folder_gives_its_documents_in_order(folder):
    root = folder(
        b_txt="b", a_html="<p>a</p>", inner__c_TXT="c", _hidden_txt="x", inner___git__d_txt="x", README_txt="x", a_meta_json="{}"
    )
    assert ids(root) == ["a", "b", "c"]


def test_what_is_passed_over_is_counted(folder):
    skipped = Counter()
    ids(folder(a_txt="a", b_odt="b", c_odt="c", manifest_csv="file", a_meta_json="{}"), skipped=skipped)
    assert skipped == {".odt": 2}


def test_twins_of_one_folder_bear_their_full_names(folder):
    root = folder(a_txt="a", a_html="<p>a</p>", b_txt="b")
    assert ids(root) == ["a.html", "a.txt", "b"]
    assert ids(root / "a.txt") == ["a.txt"]


def test_a_file_named_twice_is_one_document(folder):
    root = folder(a_txt="a", b_txt="b")
    assert ids(root / "b.txt", root, root / "a.txt") == ["b", "a"]


def test_one_id_in_two_folders_is_a_fault_of_the_second(folder):
    root = folder(one__a_txt="1", two__a_txt="2", two__b_txt="3")
    first, second, third = find([root])
    assert (load(first).text, load(third).text) == ("1", "3")
    with pytest.raises(SameId, match=r"one/a\.txt"):
        load(second)


def test_a_missing_path_is_told_before_any_work(tmp_path):
    with pytest.raises(NoSource):
        find([tmp_path / "none"])


def test_a_folder_without_documents_is_told(folder):
    with pytest.raises(NoDocuments, match=r"\.txt"):
        find([folder(a_odt="a")])


def test_a_file_of_unknown_format_is_a_fault_of_that_file(folder):
    root = folder(a_odt="a", b_txt="b")
    first, second = find([root / "a.odt", root / "b.txt"])
    assert load(second).id == "b"
    with pytest.raises(UnknownFormat, match=r"\.odt"):
        load(first)


@pytest.mark.parametrize(
    ("raw", "error"), [(b"", EmptyDocument), (b" \n", EmptyDocument), (b"%PDF-1.4", BinaryDocument), (b"a\x00", BinaryDocument)]
)
def test_a_file_that_holds_no_text_is_refused(tmp_path, raw, error):
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    (found,) = find([path])
    with pytest.raises(error, match=r"a\.txt"):
        load(found)


def test_a_file_that_went_away_is_unreadable(folder):
    root = folder(a_txt="a")
    (found,) = find([root])
    found.path.unlink()
    with pytest.raises(UnreadableFile):
        load(found)


def test_a_document_knows_where_it_was_found(folder):
    root = folder(a_txt="a")
    (found,) = find([root])
    assert load(found).origin == (root / "a.txt").as_posix()


def test_what_is_told_goes_from_the_user_to_the_document(folder):
    root = folder(
        a_txt="Talks\n\n2001-01-01T10:00Z\n\nBy Ana Perez\n\nThey met.",
        a_meta_json='{"published": "2003", "url": "u"}',
        sources_csv="doc,published,language,genre,author\na,2002,es,news,\n",
        manifest_csv="\ufeffFile , licence\na.txt,CC0\n",
    )
    (plain,) = find([root])
    assert load(plain).source == Source(title="Talks", author="Ana Perez", published="2003", url="u", licence="CC0")
    (given,) = find([root], given=Source(published="2004", publisher="Andes"))
    assert (load(given).source.published, load(given).source.publisher) == ("2004", "Andes")


def test_a_manifest_of_the_root_names_files_below_it(folder):
    root = folder(inner__a_txt="Chile left.", sources_csv="file,title\ninner/a.txt,T\n")
    assert load(next(find([root]))).source.title == "T"


def test_a_manifest_that_cannot_be_used_is_a_warning(folder):
    root = folder(a_txt="Chile left.", manifest_csv="name,title\na,T\n")
    document = load(next(find([root])))
    assert document.source.title == ""
    assert "no column file or doc" in document.warnings[0]


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        ('{"titel": "x"}', "Did you mean title"),
        ('{"published": "May 2021"}', "published"),
        ('{"published": 2021}', "quotation marks"),
        ("[]", "object"),
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"accessed": "2021-13-01"}', "accessed"),
        ('{"title": null}', "null"),
    ],
)
def test_a_bad_sidecar_is_a_fault_of_its_document(folder, sidecar, why):
    root = folder(a_txt="a", a_meta_json=sidecar)
    with pytest.raises(BadMetadata, match=why):
        load(next(find([root])))


def test_a_bad_line_of_a_manifest_is_a_fault_of_its_document(folder):
    root = folder(a_txt="a", b_txt="b", sources_csv="file,published\na.txt,May\nb.txt,2021\n")
    first, second = find([root])
    assert load(second).source.published == "2021"
    with pytest.raises(BadMetadata, match="the row of a"):
        load(first)


def test_a_sidecar_for_the_full_name_goes_over_the_other(folder):
    root = folder(a_txt="a", a_meta_json='{"title": "1", "author": "2"}', a_txt_meta_json='{"title": "3"}')
    source = load(next(find([root]))).source
    assert (source.title, source.author) == ("3", "2")


def test_a_date_of_the_user_is_checked_at_once(folder):
    with pytest.raises(BadDate):
        find([folder(a_txt="a")], given=Source(published="May"))
