"""The documents' texts as the record keeps them, one file a document: what the offsets of claims count in.

>>> file_name("laos-history"), file_name("../../etc/passwd")
('laos-history.txt', '')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.presenting.export._files import folder, writing

if TYPE_CHECKING:
    from pathlib import Path

    from comity.recording.store import Store

NAME = "texts"
WHAT = "A folder with the text of each document, as the record keeps it."
SUFFIX = ""

# What some file system takes for a separator, a drive, a stream or a wildcard.
_FORBIDDEN = set('/\\:*?"<>|') | {chr(code) for code in range(32)}


def file_name(id: str) -> str:
    """The name of a document's file; "" where its id would lead out of the folder or cannot be a name."""
    return "" if not id.strip(". ") or _FORBIDDEN & set(id) else f"{id}.txt"


def write(store: Store, target: Path) -> list[str]:
    """A file for each document."""
    left_out, taken = [], dict[str, str]()
    where = folder(target)
    for document in (store.document(told.id) for told in store.documents()):
        name = file_name(document.id)
        # On many systems two names that differ in case only are one file.
        if not name or name.casefold() in taken:
            rival = f" beside {taken[name.casefold()]!r}" if name else ""
            left_out.append(f"the text of {document.id!r}: its id cannot be the name of a file{rival}")
            continue
        taken[name.casefold()] = document.id
        with writing(where / name) as stream:
            stream.write(document.text)
    return left_out
