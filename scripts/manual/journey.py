"""One sentence of an example document, followed from the file's bytes to the answer that rests on it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path

from comity.coding.items import Item, items
from comity.coding.patterns import Named
from comity.coding.rules import Pattern
from comity.mentions import Annotated, Draft, Mention, Trigger
from comity.model import Claim, Document, Entry, Span
from comity.parsing import parser
from comity.pipeline import Pipeline, build, pipeline
from comity.presenting import claim_lines, text
from comity.presenting.demo import sources
from comity.querying import Record
from comity.reading import find, load
from comity.recording.store import Store
from comity.resolving.settle import Resolver
from manual.pages import page, table

FILE, SENTENCE, RULE = "mofa-statement-korea.txt", "Diplomatic relations were severed", "status/severed"
ASKED = {"a": "Laos", "b": "South Korea", "on": "1980"}
AROUND = 3  # blocks shown


@dataclass(frozen=True)
class Journey:
    """The sentence at every stage."""

    path: Path
    document: Document
    annotated: Annotated
    sentence: Span
    items: tuple[Item, ...]
    draft: Draft
    claim: Claim
    entry: Entry
    answer: str


def travel() -> Journey:
    """Run every stage on the example documents."""
    pipe = pipeline()
    path = next(source for source in sources() if source.name == FILE)
    document = load(next(find([path])))
    annotated = pipe.annotate(document)
    at = document.text.index(SENTENCE)
    sentence = next(mention.span for mention in annotated.all("sentence") if at in range(mention.span.start, mention.span.end))
    draft = next(draft for draft in _drafts(pipe, annotated) if draft.evidence == sentence and draft.rule.startswith(RULE))
    claim = Resolver(annotated, pipe.rules.kinds, pipe.gazetteer).settle([draft])[0]
    entry, answer = _recorded(claim)
    return Journey(
        path, document, annotated, sentence, items(annotated, sentence, pipe.rules.lexicon), draft, claim, entry, answer
    )


def _drafts(pipe: Pipeline, annotated: Annotated) -> Iterator[Draft]:
    return pipe.coder().code(annotated)


def _recorded(claim: Claim) -> tuple[Entry, str]:
    """The entry that the claim is joined to, and the beginning of the answer."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "example.comity"
        build(sources(), record)
        with Store.open(record) as store:
            entry = store.entry_of(claim)
        with Record(record) as asked:
            answer = text.render(asked.status(**ASKED))
    if entry is None:
        raise LookupError(claim.id)
    return entry, answer.split("\n\n")[0]


def from_bytes_to_answer() -> str:
    """The page."""
    stages = travel()
    parts = [
        "One sentence of the example document `mofa-statement-korea.txt`, as each stage of Comity hands it to the next.",
        *_read(stages),
        *_annotated(stages),
        *_coded(stages),
        *_resolved(stages),
        *_answered(stages),
    ]
    return page("From bytes to an answer", "a run over the example documents", parts)


def _read(stages: Journey) -> list[str]:
    raw, source = stages.path.read_bytes(), stages.document.source
    block = next(number for number, block in enumerate(stages.document.blocks) if stages.sentence in block.span)
    near = stages.document.blocks[max(0, block - AROUND + 1) : block + 1]
    told = {name: getattr(source, name) for name in ("title", "publisher", "published", "language")}
    return [
        "## 1. Bytes",
        f"{len(raw):,} bytes. They begin:",
        _code(repr(raw[:64])),
        "## 2. Document",
        "The reader of the format turns them into text and blocks. The text is never copied from here on: every later stage "
        f"points into it by character offsets. The digest of the text begins `{stages.document.sha256[:16]}`. What is known of "
        "the document stands in the file beside it:",
        table(("field", "value"), ([name, value] for name, value in told.items())),
        "The blocks up to the one with our sentence:",
        table(
            ("block", "characters", "begins", "under"),
            (
                [
                    each.kind.value, _place(each.span), f"{each.span.of(stages.document)[:44].strip()} …",
                    " > ".join(span.of(stages.document) for span in each.headings),
                ]
                for each in near
            ),
        ),
    ]  # fmt: skip


def _annotated(stages: Journey) -> list[str]:
    needed = {element.concept for form in _pattern(stages).forms for element in form if isinstance(element, Named)}
    found = [(kind, each) for kind in stages.annotated.mentions for each in stages.annotated.within(kind, stages.sentence)]
    found.sort(key=lambda pair: (pair[1].span, pair[0]))
    rows = []
    for kind, mention in found:
        words = "the whole sentence" if kind == "sentence" else mention.span.of(stages.document)
        if read := _value(mention.value, needed):
            rows.append([kind, _place(mention.span), words, read])
    return [
        "## 3. Annotated",
        "The sentence is found, and the mentions in it. Of the words that some rule may start from (triggers), only those of the "
        "rule that will find the claim are shown:",
        f"> {stages.sentence.of(stages.document)}",
        table(("mention", "characters", "words", "read as"), rows),
    ]


def _pattern(stages: Journey) -> Pattern:
    """The wording of the rule that stands in the sentence."""
    return next(each for each in pipeline().rules.patterns if each.name == stages.draft.rule)


def _coded(stages: Journey) -> list[str]:
    pattern = _pattern(stages)
    row = " · ".join(f"{each.span.of(stages.document)} ({each.tag})" for each in stages.items)
    slots = [
        [name, ", ".join(_quoted(stages.document, mention) for mention in slot)] for name, slot in stages.draft.slots.items()
    ]
    return [
        "## 4. Draft",
        "For the rules the sentence is a row of items, mentions among words:",
        _code(row),
        "The parser gives each of its words the word on which it depends, and how:",
        _code(_grammar(stages)),
        f"The pattern `{pattern.source}` of `{pattern.rule.name}` stands in it, in the passive. It gives a draft of kind "
        f"`{stages.draft.kind}`, {stages.draft.factuality}, with these fields fixed by the rule and filled by mentions:",
        table(("field", "value"), [*([name, str(value)] for name, value in stages.draft.fixed.items()), *slots]),
        "Who severed relations with whom, the sentence does not say.",
    ]


def _grammar(stages: Journey) -> str:
    """The tree of the sentence, a word after the other."""
    tree = parser().trees(stages.document, [stages.sentence])[0]
    tokens = tree.tokens if tree else ()
    words = [token.span.of(stages.document) for token in tokens]
    told = [
        f"{word} ({token.relation} of {words[token.head]})" if token.relation != "root" else f"{word} (root)"
        for word, token in zip(words, tokens, strict=True)
        if token.relation != "punct"
    ]
    return " · ".join(told)


def _resolved(stages: Journey) -> list[str]:
    told = json.loads(next(claim_lines.lines(stages.document, [stages.claim], pipeline().rules.kinds)))
    del told["quote"]
    return [
        "## 5. Claim",
        "The context settles who, and at which time. Each step is kept, for `comity why`:",
        "\n".join(f"- {step}" for step in stages.claim.steps),
        "The claim, as `comity export --as claims` writes it (the quote left out here):",
        _code(json.dumps(told, ensure_ascii=False, indent=1), "json"),
    ]


def _answered(stages: Journey) -> list[str]:
    rows = [[each.id[:10], each.doc, each.when, str(each.fields["change"])] for each in stages.entry.claims]
    command = f'$ comity status laos.comity {ASKED["a"]} "{ASKED["b"]}" --on {ASKED["on"]}'
    return [
        "## 6. Entry",
        "The record joins the claims of all documents that speak of the same thing, and keeps what they disagree in:",
        table(("claim", "document", "when", "change"), rows),
        "## 7. Answer",
        "A question reads the record. This one rests on our sentence:",
        _code(f"{command}\n{stages.answer}"),
    ]


def _code(words: str, language: str = "text") -> str:
    return f"```{language}\n{words}\n```"


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _quoted(document: Document, mention: Mention) -> str:
    return f"“{mention.span.of(document)}”"


def _value(value: object, concepts: Collection[str]) -> str:
    """What a mention was read as: the fields of its value that tell something; of a trigger, some concepts."""
    if isinstance(value, Trigger):
        own = [name for name, _ in value.concepts if name in concepts]
        return f"words of {', '.join(f'`<{name}>`' for name in own)}" if own else ""
    if not is_dataclass(value):
        return str(value)
    told = {field.name: getattr(value, field.name) for field in fields(value)}
    return ", ".join(
        f"{name} {part.value if isinstance(part, Enum) else part}" for name, part in told.items() if part not in ("", None, ())
    )
