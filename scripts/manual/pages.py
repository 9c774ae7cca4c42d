"""The pages that follow from the program: kinds, rules, errors, commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from comity.checking import code_example
from comity.coding.rules import Example, Pattern, Row, Rule
from comity.errors import Error, all_errors
from comity.joins import Link, Rivalry, Succession
from comity.pipeline import Pipeline, pipeline
from comity.presenting.cli._group import comity as group
from comity.presenting.export import formats as export_formats
from comity.reading._formats import readers
from comity.schema import Field, Kind
from comity.schema import kinds as all_kinds

COLUMNS = 78
"""The width of help in a terminal of 80 columns."""

_HOLDS = {
    "actor": "a state or organisation", "actors": "states or organisations",
    "state": "a state", "organisation": "an organisation",
    "place": "a place, as the words have it", "person": "a name, as the words have it", "number": "a number", "unit": "a unit",
    "words": "words of the text", "duration": "a length of time, as in ISO 8601",
}  # fmt: skip


def page(title: str, source: str, parts: Iterable[str]) -> str:
    """A derived page: its title, where to change it, and its parts."""
    note = f"<!-- Made by scripts/docs.py from {source}. Change it there. -->"
    return "\n\n".join([f"# {title}", note, *parts]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    shown = [list(heads)]
    shown += [["---"] * len(shown[0]), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in shown)


def kinds() -> str:
    """The kinds of claim, from kinds/*.yaml."""
    opening = (
        "What Comity can claim, one kind after another. Every claim also has `when`, a date in EDTF (empty where the text gives "
        "none), and `factuality`: `asserted`, `reported`, `planned`, `possible` or `denied`."
    )
    return page(
        "Kinds of claim", "src/comity/kinds/*.yaml", [opening, *(_kind(name, kind) for name, kind in all_kinds().items())]
    )


def _kind(name: str, kind: Kind) -> str:
    fields = table(
        ("field", "holds", "must be told", "meaning"),
        ([f"`{field}`", _holds(body), "yes" if body.required else "", body.what] for field, body in kind.fields.items()),
    )
    told = [f"One thing: two claims that agree in {_terms(kind.same_thing)} are joined into one entry."]
    if kind.stages:
        told.append(f"Stages: `{kind.stages}` tells what became of it. {' '.join(_stages(kind))}".rstrip())
    told += [_link(link) for link in kind.links]
    told += [line for one in kind.rivalries for line in _rivalry(one)]
    if kind.succession:
        told.append(_succession(kind.succession))
    if kind.contradict:
        told.append(f"Contradictions are sought in {_code(kind.contradict)}{_repeated(kind)}.")
    if kind.lasts:
        told.append("Two stretches that meet and begin or end on other days contradict each other.")
    told += [f"Told within a few years, `{second}` before `{first}` is a contradiction." for first, second in kind.order]
    return "\n\n".join([f"## {name}", kind.what, fields, "\n".join(f"- {line}" for line in told)])


def _holds(field: Field) -> str:
    return "one of " + _code(field.one_of) if field.one_of else _HOLDS[field.type]


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _terms(terms: Iterable[str]) -> str:
    """What two claims must share, in words."""
    said = []
    for term in terms:
        if term == "near":
            said.append("a date not more than a few years away")
        elif term == "when":
            said.append("a date that does not exclude the other")
        elif term == "period":
            said.append("the same stretch of time, where either tells of one")
        elif term == "term":
            said.append("a term of office that does not exclude the other")
        elif term.endswith("?"):
            said.append(f"`{term[:-1]}` where both give it")
        elif "+" in term:
            said.append(f"{' and '.join(f'`{name}`' for name in term.split('+'))} in any order")
        else:
            said.append(f"`{term}`")
    return ", ".join(said)


def _stages(kind: Kind) -> Iterator[str]:
    for word, flag in (("Starts it", "starts"), ("Ends it", "ends"), ("Shows that it is there", "observes")):
        if stages := [stage for stage, means in kind.stage_means.items() if getattr(means, flag)]:
            yield f"{word}: {_code(stages)}."


_WHEN = {
    "any": "",
    "dated": " and are dated",
    "same": " and have the same date",
    "days": " and have the same date, told to the day",
    "held": " and surely held on one day",
}


def _succession(how: Succession) -> str:
    """How a thing is carried on by the state that continues another, in words."""
    named = f", if both tell the same `{how.named}`" if how.named else ""
    apart = f"; what the heir tells as {_code(how.apart)} is a thing of its own" if how.apart else ""
    anew = f"; what it tells as {_code(how.anew)} is another act of it" if how.anew else ""
    return f"Carried on by a state that [continues](actors.md#time) another{named}{apart}{anew}."


def _rivalry(one: Rivalry) -> Iterator[str]:
    """When claims with other parties contradict each other, and examples of when they do not, in words."""
    whose = "".join(f", where `{name}` is {_code(values)}" for name, values in one.among.items())
    named = f"`{one.named}` tells it from others of its sort"
    yield (
        f"Documents that agree in {_code(one.agree)}{_WHEN[one.when]} but differ in one of `{one.differ}` contradict each other "
        f"(party){whose}, if {named} and no document tells both."
    )
    if one.counter:
        yield f"No contradiction of this way: {'; '.join(case.because for case in one.counter)}."


def _link(link: Link) -> str:
    """What claims that differ in one field are to each other, in words."""
    whose = "".join(f", where `{name}` is {_code(values)}" for name, values in link.among.items())
    among = "".join(f" (among {_code(values)})" for values in link.within)
    agree = ", ".join(f"`{term.rstrip('?')}`" for term in link.agree)
    far = f"contradict each other ({link.way})" if link.way else "are of one thing, and both can be right"
    return f"Claims that agree in {agree}{_WHEN[link.when]} and differ in `{link.differ}`{among} {far}{whose}."


def _repeated(kind: Kind) -> str:
    return f", but not among claims that say {_code(kind.repeats)}" if kind.repeats else ""


def rule_catalogue() -> str:
    """Every rule with its patterns and an example of each, from rules/."""
    pipe = pipeline(inside=True)
    number = len(pipe.rules.patterns)
    parts = [f"{len(pipe.rules.rules)} rules with {number} patterns. The [manual of rules](rules.md) tells how to read them."]
    for kind in pipe.rules.kinds:
        own = [rule for rule in pipe.rules.rules.values() if rule.kind_name == kind]
        parts += [f"## {kind}", *(_rule(pipe, rule) for rule in own)]
    return page("Catalogue of rules", "src/comity/rules/", parts)


def _rule(pipe: Pipeline, rule: Rule) -> str:
    fixed = _code(f"{name}: {value}" for name, value in rule.fixed.items())
    only = "Only with `--inside`." if rule.body.inside else ""
    about = " ".join(part for part in (fixed and f"Gives {fixed}.", rule.body.why, only) if part)
    shown = _shown(pipeline(inside=rule.body.inside, gleaning=1), rule)
    lines = [_pattern(pattern, shown.get(pattern.name)) for pattern in pipe.rules.patterns if pattern.rule is rule]
    lines += [_row(row, shown.get(f"{rule.name}:row{number}")) for number, row in enumerate(rule.body.rows, 1)]
    lines += [f"- not: {_sentence(example)} ({example.because})" for example in rule.body.counter]
    return "\n\n".join(part for part in (f"### {rule.name}", about, "\n".join(lines)) if part)


def _shown(pipe: Pipeline, rule: Rule) -> dict[str, Example]:
    """The first example that shows each pattern."""
    found: dict[str, Example] = {}
    for example in rule.body.examples:
        for claim in code_example(pipe, rule, example):
            found.setdefault(claim.rule, example)
    return found


def _pattern(pattern: Pattern, example: Example | None) -> str:
    line = " (a whole line)" if pattern.is_line else ""
    return f"- `{pattern.source}`{line}" + (f": {_sentence(example)}" if example else "")


def _row(row: Row, example: Example | None) -> str:
    columns = "; ".join(f"{field} under {_code(headers)}" for field, headers in row.columns.items())
    marked = f", marked by the words of `<{row.marked}>`" if row.marked else ""
    return f"- a row of a table: {columns}{marked}" + (f": {_sentence(example)}" if example else "")


def _sentence(example: Example) -> str:
    over = f" (under the heading “{example.under}”)" if example.under else ""
    return f"“{example.say}”" + over + (f" (in the columns {', '.join(example.columns)})" if example.columns else "")


def errors() -> str:
    """Every error with its code and an example, from the package errors/."""
    told = [kind for kind in all_errors() if kind.__module__.startswith("comity.errors") and kind is not Error]
    parts = [
        "What Comity says when something is wrong: a code that stays the same, what was found, what was allowed, what to do. "
        "On the command line an error is one line on standard error; in Python all are `comity.Error`."
    ]
    for kind in told:
        if kind.__base__ is Error:
            parts.append(f"## {kind.__name__}\n\n{kind.__doc__}")
        else:
            parts.append(f"### {kind.code}\n\n```text\n{kind(**kind.example)}\n```")
    return page("Errors", "src/comity/errors/", parts)


def commands() -> str:
    """Every command's help."""
    top = click.Context(group, info_name="comity", terminal_width=COLUMNS, **group.context_settings)
    parts = [
        "States are given by name in any known form or by code, dates as `1974-12-01`, `1974-12` or `1974`. Exit status: 0 done, "
        "1 the answer is none or a check failed, 2 the question or the input as a whole was wrong.",
        f"Files that are read: {_code(sorted(readers()))}. Forms that are exported: {_code(export_formats())}.",
        f"```text\n{group.get_help(top)}\n```",
    ]
    for name in group.list_commands(top):
        command = group.get_command(top, name)
        if command:
            context = click.Context(command, info_name=name, parent=top, terminal_width=COLUMNS)
            parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```")
    return page("Commands", "the commands and the questions themselves", parts)
