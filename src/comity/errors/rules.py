"""Files of data that are wrong: their author mends them."""

from __future__ import annotations

from comity.errors._base import Error


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
