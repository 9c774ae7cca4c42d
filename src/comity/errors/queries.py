"""Questions that cannot be asked, inputs that are wrong as a whole."""

from __future__ import annotations

from typing import ClassVar

from comity.errors._base import Error


class QueryError(Error):
    """A question, or the input as a whole, is wrong."""

    code = "query"


class UnknownActor(QueryError):
    code = "query-unknown-actor"
    wording = "no state or organisation is known as {name!r}.{hint} Give its name in any language or a code such as LAO."
    example = {"name": "Loas", "hint": " Did you mean Laos?"}


class AmbiguousName(QueryError):
    code = "query-ambiguous-name"
    wording = "{name!r} means {meant} in different languages. Give the code of one of them."
    example = {"name": "Kongo", "meant": "Republic of the Congo (COG), Democratic Republic of the Congo (COD)"}


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


class UnknownDocument(UnknownChoice):
    code = "query-unknown-document"
    wording = "the document {value!r} is not known. There are: {allowed}.{hint}"
    example = {"value": "laos-vietnma", "allowed": "laos-russia, laos-vietnam", "hint": " Did you mean laos-vietnam?"}


class NotLoopback(QueryError):
    code = "query-not-loopback"
    wording = (
        "a record is not served at {host!r} like this: others reach that address. Allowed without accounts: {allowed}. To share "
        "the record give --accounts FILE (`comity account` makes one) and --origin, the address that people type, such as "
        "https://comity.example.org."
    )
    example = {"host": "0.0.0.0", "allowed": "127.0.0.1, localhost, ::1"}


class BadOrigin(QueryError):
    code = "query-bad-origin"
    wording = "{value!r} is no origin. Give what people type up to the first single slash, such as https://comity.example.org."
    example = {"value": "comity.example.org/records"}


class BadAccounts(QueryError):
    code = "query-bad-accounts"
    wording = "{path}: this file of accounts cannot be used: {why}. `comity account` makes one."
    example = {"path": "accounts.json", "why": "No such file or directory"}


class UnknownAccount(QueryError):
    code = "query-unknown-account"
    wording = "{path}: there is no account {name!r}. There are: {allowed}.{hint}"
    example = {"path": "accounts.json", "name": "A. Be", "allowed": "A. Bee", "hint": " Did you mean A. Bee?"}


class WeakPassword(QueryError):
    code = "query-weak-password"
    wording = "a password has {shortest} to {longest} characters, this one has {length}. Take some words in a row."
    example = {"length": 5, "shortest": 12, "longest": 1024}


class PortTaken(QueryError):
    code = "query-port-taken"
    wording = "port {port} cannot be listened on: {why}. Give another with --port, or 0 for any that is free."
    example = {"port": 8000, "why": "Address already in use"}


class MissingExtra(QueryError):
    code = "query-missing-extra"
    wording = "{what} needs the package {package!r}. Install it with: pip install 'comity[{extra}]'"
    example = {"what": "a frame", "package": "pandas", "extra": "frames"}


class NoParser(QueryError):
    code = "query-no-parser"
    wording = (
        "no parser is known as {name!r}. Give one of ours ({own}), the name of a spaCy pipeline that is installed, the folder of "
        "one, stanza:en with the package spacy-stanza, or none for the order of words alone."
    )
    example = {"name": "en_core_web_lg", "own": "en"}


class ForeignLabels(QueryError):
    code = "query-foreign-labels"
    wording = (
        "the parser {name!r} names relations that are not those of Universal Dependencies: {found}. "
        "Allowed, with any subtype: {allowed}. Give a pipeline trained on a UD treebank."
    )
    example = {"name": "en_core_web_sm", "found": "dobj, pobj, prep", "allowed": "acl, advcl, nsubj, obj"}


class CannotWrite(QueryError):
    code = "query-cannot-write"
    wording = "{path}: this cannot be written: {why}. Give another path."
    example = {"path": "claims.jsonl", "why": "Permission denied"}


class BadReference(QueryError):
    code = "query-bad-reference"
    wording = (
        "{place}: {why}. A reference claim is a JSON object on a line, with doc, kind, quote (or start and end) and its fields."
    )
    example = {"place": "gold/laos.claims.jsonl:7", "why": "kind is 'evnt', which is none of event, status"}


class NoReference(QueryError):
    code = "query-no-reference"
    wording = "{path!r} holds no reference claims. Give a folder of files that end in .jsonl, with --gold DIR."
    example = {"path": "gold"}


class NoName(QueryError):
    code = "query-no-name"
    wording = "a judgement is made by somebody. Give your name with --by."
    example: ClassVar[dict[str, object]] = {}


class MissingReason(QueryError):
    code = "query-missing-reason"
    wording = "a decision between sources ({verdict}) wants a reason. Give it; on the command line with --why."
    example = {"verdict": "prefer"}


class BadField(QueryError):
    code = "query-bad-field"
    wording = "the field {field!r} of the kind {kind} cannot be {value!r}: {why}. Allowed: {allowed}."
    example = {"field": "change", "kind": "status", "value": "broken", "why": "it is none of its values", "allowed": "severed, …"}


class QuoteNotFound(QueryError):
    code = "query-quote-not-found"
    wording = "the document {doc!r} has these words {times} times, not once: {quote!r}. Give words of it that stand in it once."
    example = {"doc": "laos-vietnam", "times": 0, "quote": "They broke off relations."}


class WrongJudgement(QueryError):
    code = "query-wrong-judgement"
    wording = "the verdict {verdict!r} wants {wants}. `comity judge --help` shows how each is given."
    example = {"verdict": "same", "wants": "one other claim"}


class UnlikeClaims(QueryError):
    code = "query-unlike-claims"
    wording = "a {one} and a {other} cannot be held to be the same or different things. Give two claims of one kind."
    example = {"one": "mission", "other": "status"}


class NothingToUndo(QueryError):
    code = "query-nothing-to-undo"
    wording = (
        "no judgement or batch {what!r} is there to be taken back; the record has {last}. `comity judgements REC` lists them."
    )
    example = {"what": 12, "last": 4}


class NoPair(QueryError):
    code = "query-no-pair"
    wording = "{value!r} is no pair of states. Give two with a colon between, such as Laos:Vietnam."
    example = {"value": "Laos"}


class TooMany(QueryError):
    code = "query-too-many"
    wording = "{what}: {found} were given, {allowed} are allowed. {cure}"
    example = {"what": "pairs", "found": 7, "allowed": "2 to 5", "cure": "Ask in two parts."}
