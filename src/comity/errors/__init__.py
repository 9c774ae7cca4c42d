"""Every error that Comity raises: a tree by who must act, each with a code, a sentence and its facts.

Error
  RuleError        a file under kinds/, rules/, actors/ or lexicon/ is wrong      (its author mends it)
  DocumentError    a document cannot be read; the run goes on with the next       (its owner mends it)
  QueryError       a question cannot be asked, or an input as a whole is wrong    (its asker mends it)
  RecordError      a record file cannot be opened or written                      (its owner mends it)
  RequestError     a request over HTTP cannot be served                           (its sender mends it)

The manual's page of errors is derived from these classes.
"""

from __future__ import annotations

from comity.errors._base import Error, did_you_mean
from comity.errors.documents import (
    BadMetadata,
    BinaryDocument,
    BrokenDump,
    DocumentError,
    EmptyDocument,
    SameId,
    UnknownFormat,
    UnreadableFile,
    WorkerDied,
)
from comity.errors.queries import (
    AmbiguousName,
    BadAccounts,
    BadDate,
    BadField,
    BadOrigin,
    BadReference,
    BadTitle,
    CannotWrite,
    ForeignLabels,
    MissingExtra,
    MissingReason,
    NoDocuments,
    NoName,
    NoPair,
    NoParser,
    NoReference,
    NoSource,
    NothingToUndo,
    NotLoopback,
    PortTaken,
    QueryError,
    QuoteNotFound,
    TooMany,
    UnknownAccount,
    UnknownActor,
    UnknownChoice,
    UnknownClaim,
    UnknownDocument,
    UnlikeClaims,
    WeakPassword,
    WrongJudgement,
)
from comity.errors.records import NoRecord, NotARecord, OtherVersion, RecordBusy, RecordError
from comity.errors.requests import (
    BadBody,
    BadParameter,
    ForeignHost,
    ForeignOrigin,
    MissingParameter,
    NoForm,
    NoJson,
    NoSuchPlace,
    NotAllowed,
    NoToken,
    NotSignedIn,
    NotYourName,
    RequestError,
    TooBusy,
    TookTooLong,
    TooLarge,
    TooManyTries,
    UnknownParameter,
    WrongMethod,
    WrongPassword,
)
from comity.errors.rules import (
    BadPattern,
    BadShape,
    BadYaml,
    CodeTwice,
    CounterExampleCaught,
    ExampleFails,
    PatternUnshown,
    RuleError,
    UnknownConcept,
    UnknownField,
    UnknownKind,
    UnknownSlot,
    UnknownValue,
    WordTwice,
)

__all__ = [
    "AmbiguousName",
    "BadAccounts",
    "BadBody",
    "BadDate",
    "BadField",
    "BadMetadata",
    "BadOrigin",
    "BadParameter",
    "BadPattern",
    "BadReference",
    "BadShape",
    "BadTitle",
    "BadYaml",
    "BinaryDocument",
    "BrokenDump",
    "CannotWrite",
    "CodeTwice",
    "CounterExampleCaught",
    "DocumentError",
    "EmptyDocument",
    "Error",
    "ExampleFails",
    "ForeignHost",
    "ForeignLabels",
    "ForeignOrigin",
    "MissingExtra",
    "MissingParameter",
    "MissingReason",
    "NoDocuments",
    "NoForm",
    "NoJson",
    "NoName",
    "NoPair",
    "NoParser",
    "NoRecord",
    "NoReference",
    "NoSource",
    "NoSuchPlace",
    "NoToken",
    "NotARecord",
    "NotAllowed",
    "NotLoopback",
    "NotSignedIn",
    "NotYourName",
    "NothingToUndo",
    "OtherVersion",
    "PatternUnshown",
    "PortTaken",
    "QueryError",
    "QuoteNotFound",
    "RecordBusy",
    "RecordError",
    "RequestError",
    "RuleError",
    "SameId",
    "TooBusy",
    "TooLarge",
    "TooMany",
    "TooManyTries",
    "TookTooLong",
    "UnknownAccount",
    "UnknownActor",
    "UnknownChoice",
    "UnknownClaim",
    "UnknownConcept",
    "UnknownDocument",
    "UnknownField",
    "UnknownFormat",
    "UnknownKind",
    "UnknownParameter",
    "UnknownSlot",
    "UnknownValue",
    "UnlikeClaims",
    "UnreadableFile",
    "WeakPassword",
    "WordTwice",
    "WorkerDied",
    "WrongJudgement",
    "WrongMethod",
    "WrongPassword",
    "all_errors",
    "did_you_mean",
]


def all_errors() -> list[type[Error]]:
    """Every class of the tree, a parent before its children, for the manual and its test."""
    found: list[type[Error]] = []
    waiting: list[type[Error]] = [Error]
    while waiting:
        kind = waiting.pop(0)
        found.append(kind)
        waiting[:0] = kind.__subclasses__()
    return found
