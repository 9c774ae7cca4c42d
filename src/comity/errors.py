"""Every error that Comity raises: a tree by who must act, each with a code, a sentence and its facts.

Error
  RuleError        a file under kinds/, rules/, actors/ or lexicon/ is wrong      (its author mends it)
  DocumentError    a document cannot be read; the run goes on with the next       (its owner mends it)
  QueryError       a question cannot be asked, or an input as a whole is wrong    (its asker mends it)
  RecordError      a record file cannot be opened or written                      (its owner mends it)

The manual's page of errors is derived from these classes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import ClassVar


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as ' Did you mean Laos?', or '' where nothing known is near.

    >>> did_you_mean("Loas", ["Laos", "Vietnam"])
    ' Did you mean Laos?'
    """
    lowered = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), list(lowered), n=3, cutoff=0.66)
    return f" Did you mean {' or '.join(lowered[name] for name in near)}?" if near else ""


class Error(Exception):
    """Something that a person can mend. `code` is stable; `facts` hold what was found and what was allowed."""

    code: ClassVar[str] = "error"
    wording: ClassVar[str] = "{what}"
    example: ClassVar[dict[str, object]] = {"what": "…"}

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What was found, what was allowed, and what to do."""
        return self.wording.format_map(self.facts)

    def __str__(self) -> str:
        return f"[{self.code}] {self.sentence}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(kind: type[Error], facts: dict[str, object]) -> Error:
    return kind(**facts)


class RuleError(Error):
    """A data file of the package or of a user is wrong."""

    code = "rule"


class BadYaml(RuleError):
    code = "rule-bad-yaml"
    wording = "{file}:{line}: this is no YAML: {why}. Mend the line; YAML wants spaces, not tabs, and quotes around ': ' and '#'."
    example = {"file": "rules/event/visit.yaml", "line": 3, "why": "found a tab character"}


class BadShape(RuleError):
    code = "rule-bad-shape"
    wording = "{file}:{line}: {why} (at {at}). The manual's page of rules shows the form of such a file."
    example = {"file": "rules/event/visit.yaml", "line": 3, "why": "Expected `array`, got `str`", "at": "patterns"}


class UnknownSlot(RuleError):
    code = "rule-unknown-slot"
    wording = (
        "{file}:{line}: the pattern {pattern!r} fills {{{slot}}}, but a claim of kind {kind!r} has no such field. "
        "It has: {fields}.{hint}"
    )
    example = {
        "file": "rules/event/visit.yaml", "line": 3, "pattern": "{sources} <visit> {target}", "slot": "sources",
        "kind": "event", "fields": "type, source, target, place", "hint": " Did you mean source?",
    }  # fmt: skip


class UnknownField(RuleError):
    code = "rule-unknown-field"
    wording = (
        "{file}:{line}: {where} names the field {field!r}, which a claim of kind {kind!r} has not got. It has: {fields}.{hint}"
    )
    example = {
        "file": "kinds/mission.yaml", "line": 9, "where": "caption", "field": "town", "kind": "mission",
        "fields": "sender, host, city", "hint": "",
    }  # fmt: skip


class UnknownKind(RuleError):
    code = "rule-unknown-kind"
    wording = "{file}:{line}: there is no kind of claim {kind!r}. There are: {kinds}.{hint}"
    example = {
        "file": "rules/event/visit.yaml",
        "line": 1,
        "kind": "evnt",
        "kinds": "event, status",
        "hint": " Did you mean event?",
    }


class UnknownValue(RuleError):
    code = "rule-unknown-value"
    wording = "{file}:{line}: {field} cannot be {value!r}. It may be: {allowed}.{hint}"
    example = {
        "file": "rules/event/visit.yaml", "line": 2, "field": "type", "value": "CONSULTS", "allowed": "AGREE, CONSULT",
        "hint": " Did you mean CONSULT?",
    }  # fmt: skip


class UnknownConcept(RuleError):
    code = "rule-unknown-concept"
    wording = (
        "{file}:{line}: the pattern {pattern!r} uses <{concept}>, which no lexicon and no `words` of a rule file defines.{hint} "
        "Add its words under `words` in this file."
    )
    example = {
        "file": "rules/event/visit.yaml", "line": 3, "pattern": "{source} <vist> {target}", "concept": "vist",
        "hint": " Did you mean visit?",
    }  # fmt: skip


class BadPattern(RuleError):
    code = "rule-bad-pattern"
    wording = (
        "{file}:{line}: the pattern {pattern!r} cannot be read at character {at}: {why}. The "
        "manual's page of patterns lists the forms."
    )
    example = {"file": "rules/event/visit.yaml", "line": 3, "pattern": "{source <visit>", "at": 0, "why": "a brace is not closed"}


class WordTwice(RuleError):
    code = "rule-word-twice"
    wording = (
        "{file}:{line}: the concept <{concept}> is a {pos} here and a {other} in {elsewhere}. Give one of the two another name."
    )
    example = {
        "file": "rules/event/visit.yaml",
        "line": 2,
        "concept": "visit",
        "pos": "noun",
        "other": "verb",
        "elsewhere": "lexicon/en.yaml",
    }


class CodeTwice(RuleError):
    code = "actor-code-twice"
    wording = "{file}:{line}: the actor {actor!r} is described in {elsewhere} too. Keep one file for each code."
    example = {"file": "mine/LAO.yaml", "line": 1, "actor": "LAO", "elsewhere": "actors/LAO.yaml"}


class ExampleFails(RuleError):
    code = "rule-example-fails"
    wording = "{file}:{line}: {say!r} should give {wanted}, but gives {got}. Mend the pattern or the example."
    example = {
        "file": "rules/event/visit.yaml", "line": 7, "say": "Kenya's president visited Peru.",
        "wanted": "source: [KEN]", "got": "no claim",
    }  # fmt: skip


class CounterExampleCaught(RuleError):
    code = "rule-counter-example-caught"
    wording = "{file}:{line}: {say!r} must not be coded by this rule ({because}), but gives {got}. Narrow the pattern."
    example = {
        "file": "rules/event/visit.yaml", "line": 9, "say": "Tourists visited Peru.", "because": "tourists act for no state",
        "got": "source: [], target: [PER]",
    }  # fmt: skip


class PatternUnshown(RuleError):
    code = "rule-pattern-unshown"
    wording = "{file}:{line}: no example shows the pattern {pattern!r}. Add a sentence that only it catches to `examples`."
    example = {"file": "rules/event/visit.yaml", "line": 4, "pattern": "{source} <visit> {target}"}


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


class QueryError(Error):
    """A question, or the input as a whole, is wrong."""

    code = "query"


class UnknownActor(QueryError):
    code = "query-unknown-actor"
    wording = "no state or organisation is known as {name!r}.{hint} Give a name in English or a code such as LAO."
    example = {"name": "Loas", "hint": " Did you mean Laos?"}


class BadDate(QueryError):
    code = "query-bad-date"
    wording = "{value!r} is no date: {why}. Give a day, month or year in EDTF, such as 1974-12-01, 1974-12 or 1974."
    example = {"value": "1974-13-01", "why": "month must be in 1..12"}


class BadTitle(QueryError):
    code = "query-bad-title"
    wording = (
        "{value!r} is no pattern of titles: {why}. Give words with * for any letters, or a regular expression between slashes."
    )
    example = {"value": "/Relations of (/", "why": "missing ), unterminated subpattern"}


class NoSource(QueryError):
    code = "query-no-source"
    wording = "{path}: there is no such file or folder. Check the path."
    example = {"path": "documents"}


class NoDocuments(QueryError):
    code = "query-no-documents"
    wording = "{path}: no document in it can be read. These formats are: {formats}."
    example = {"path": "documents", "formats": ".txt, .html"}


class UnknownClaim(QueryError):
    code = "query-unknown-claim"
    wording = "no claim in this record has an id that begins with {id!r}.{hint} `comity timeline` and `comity search` show ids."
    example = {"id": "9f3c", "hint": ""}


class UnknownChoice(QueryError):
    code = "query-unknown-choice"
    wording = "{what} {value!r} is not known. There are: {allowed}.{hint}"
    example = {"what": "the format", "value": "cvs", "allowed": "claims, csv, texts", "hint": " Did you mean csv?"}


class MissingExtra(QueryError):
    code = "query-missing-extra"
    wording = "{what} needs the package {package!r}. Install it with: pip install 'comity[{extra}]'"
    example = {"what": "a frame", "package": "pandas", "extra": "frames"}


class CannotWrite(QueryError):
    code = "query-cannot-write"
    wording = "{path}: this cannot be written: {why}. Give another path."
    example = {"path": "claims.jsonl", "why": "Permission denied"}


class RecordError(Error):
    """A record file cannot be opened or written."""

    code = "record"


class NoRecord(RecordError):
    code = "record-missing"
    wording = "{path}: there is no such record. `comity build SOURCE -o {path}` makes one."
    example = {"path": "laos.comity"}


class NotARecord(RecordError):
    code = "record-not-one"
    wording = "{path}: this file is no record of Comity ({why}). Check the path."
    example = {"path": "notes.txt", "why": "file is not a database"}


class OtherVersion(RecordError):
    code = "record-other-version"
    wording = (
        "{path}: the record has form {found}, this program reads form {wanted}. Build it anew, or use the program that made it."
    )
    example = {"path": "laos.comity", "found": 3, "wanted": 1}


class RecordBusy(RecordError):
    code = "record-busy"
    wording = "{path}: another program is writing this record. Wait until it has finished, then try again."
    example = {"path": "laos.comity"}


def all_errors() -> list[type[Error]]:
    """Every class of the tree, a parent before its children, for the manual and its test."""
    found: list[type[Error]] = []
    waiting: list[type[Error]] = [Error]
    while waiting:
        kind = waiting.pop(0)
        found.append(kind)
        waiting[:0] = kind.__subclasses__()
    return found
