"""From bytes to text: the encoding is told by a mark, by the bytes themselves, by the document, or guessed, in that order."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from comity.errors import BinaryDocument
from comity.reading._formats import formats

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the mark of the one begins with the mark of the other."""

_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"{\\rtf",
    b"BZh", b"7z\xbc\xaf", b"RIFF", b"Rar!", b"\x7fELF", b"ID3",
)  # fmt: skip
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
_CONTROL_SHARE = 0.02
"""Texts hold a stray control byte at most; compressed data one in nine."""

_REFUSED = {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""Pages that declare these mean the wider one, as every browser takes it."""

_GUESS_FROM = 200_000


def decode(raw: bytes, *, file: str, format: str = "text", declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text with LF line ends, and a warning where characters were lost; BinaryDocument where it is no text.

    >>> decode(b"\\xef\\xbb\\xbfLima\\r\\nQuito", file="a.txt")
    ('Lima\\nQuito', ())
    """
    bom, wide = _bom(raw)
    if "16" not in wide and "32" not in wide:
        _refuse_binary(raw, file, format)
    text = raw[len(bom) :].decode(wide, "replace") if wide else _decode_unmarked(raw, declared)
    if "\0" in text:
        _refuse(file, format, byte=0, at=text.index("\0"))
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    warnings = (f"{lost} characters could not be read and stand as \N{REPLACEMENT CHARACTER}",) if lost else ()
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def _bom(raw: bytes) -> tuple[bytes, str]:
    return next(((bom, name) for bom, name in _BOMS if raw.startswith(bom)), (b"", ""))


def _refuse_binary(raw: bytes, file: str, format: str) -> None:
    if raw.startswith(_MAGIC):
        _refuse(file, format, byte=raw[0], at=0)
    if b"\0" in raw:
        _refuse(file, format, byte=0, at=raw.index(b"\0"))
    control = len(raw) - len(raw.translate(None, _CONTROL))
    if control > _CONTROL_SHARE * len(raw):
        at = next(place for place, byte in enumerate(raw) if byte in _CONTROL)
        _refuse(file, format, byte=raw[at], at=at)


def _refuse(file: str, format: str, *, byte: int, at: int) -> None:
    raise BinaryDocument(file=file, format=format, byte=f"0x{byte:02x}", at=at, formats=formats())


def _decode_unmarked(raw: bytes, declared: str) -> str:
    for encoding in _candidates(raw, _known(declared)):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode(_guess(raw), "replace")


def _candidates(raw: bytes, declared: str) -> Iterator[str]:
    """Bytes that are valid UTF-8 are UTF-8, whatever is declared; but pure ASCII may hide a code with escapes."""
    if raw.isascii() and declared:
        yield declared
    yield "utf-8"
    if declared:
        yield declared


def _known(declared: str) -> str:
    """Python's name of a declared encoding that may be used; "" for all others."""
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip().isascii() else ""
        b"".decode(name or "utf-8")
    except (LookupError, ValueError):
        return ""
    # UTF-16 cannot be declared in bytes that can be read as ASCII.
    return "" if name in _REFUSED or name.startswith(("utf-16", "utf-32")) else _MEANT.get(name, name)


def _guess(raw: bytes) -> str:
    import chardet

    telling = next((place for place, byte in enumerate(raw) if byte > 127), 0)
    begin = max(0, telling - 1000)
    found = chardet.detect(raw[begin : begin + _GUESS_FROM], max_bytes=_GUESS_FROM, no_match_encoding="cp1252")["encoding"]
    return _known(found or "") or "cp1252"
