"""Documents that cannot be read: the run goes on with the next."""

from __future__ import annotations

from comity.errors._base import Error


class DocumentError(Error):
    """One document cannot be read; the others can."""

    code = "document"


class UnreadableFile(DocumentError):
    code = "document-unreadable"
    wording = "{file}: the file cannot be read: {why}. Check that it is there and that you may read it."
    example = {"file": "notes.txt", "why": "Permission denied"}


class EmptyDocument(DocumentError):
    code = "document-empty"
    wording = "{file}: there is no text in it ({size} bytes). Give a document that holds text."
    example = {"file": "notes.txt", "size": 0}


class BinaryDocument(DocumentError):
    code = "document-binary"
    wording = (
        "{file}: this is no {format}, but binary data (byte {byte} at {at}). Give text, or a format that is read: {formats}."
    )
    example = {"file": "photo.txt", "format": "text", "byte": "0x00", "at": 4, "formats": ".txt, .html"}


class UnknownFormat(DocumentError):
    code = "document-unknown-format"
    wording = (
        "{file}: no reader takes files that end in {suffix!r}. These are read: {formats}. "
        "Convert it, or rename it if it is one of them."
    )
    example = {"file": "notes.odt", "suffix": ".odt", "formats": ".txt, .html"}


class BadMetadata(DocumentError):
    code = "document-bad-metadata"
    wording = "{file}: {where} is wrong: {why}. Known fields: {fields}."
    example = {
        "file": "notes.meta.json",
        "where": "published",
        "why": "'May 2024' is no date in EDTF",
        "fields": "title, author, published",
    }


class BrokenDump(DocumentError):
    code = "document-broken-dump"
    wording = (
        "{file}: this is no whole export of a wiki: {why}. Its first {pages} pages were read. "
        "Give the file that the wiki's export or its download page made, as .xml or .xml.bz2."
    )
    example = {"file": "wiki.xml.bz2", "why": "it breaks off", "pages": 12}


class SameId(DocumentError):
    code = "document-same-id"
    wording = "{file}: the id {id!r} belongs to {other} already. Rename one of the two files."
    example = {"file": "b/notes.txt", "id": "notes", "other": "a/notes.txt"}


class WorkerDied(DocumentError):
    code = "document-worker-died"
    wording = (
        "{item}: the process that read it was killed, twice. It may be too large for this machine: "
        "split it, or give fewer --jobs."
    )
    example = {"item": "huge-archive"}
