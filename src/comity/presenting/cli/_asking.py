"""Makes a command of a question: arguments, options and help follow from its one description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from comity.presenting._plain import hang
from comity.presenting.cli._output import forms_said, show
from comity.presenting.cli._reading import folders, own_folders
from comity.registry import Folders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from comity.querying._question import Answer, Parameter, Question

RECORD = "rec"
JSON = "as_json"
_FOLDERS = ("actors", "kinds")
_VIEW = ("as_recorded", "accepted", "rejected")
# Click indents help by two of the usual 80 columns.
_HELP_COLUMNS = 78


def help_text(what: str, told: Mapping[str, str], *examples: str) -> str:
    """The help of a command: what it is for, its arguments, and at least one example."""
    wide = max(map(len, told), default=0)
    arguments = [line for name, meaning in told.items() for line in hang(f"  {name:<{wide}}  ", meaning, _HELP_COLUMNS)]
    blocks = ["\n".join(["\b", *arguments])] if arguments else []
    return "\n\n".join([what, *blocks, "\n".join(["\b", "Example:", *(f"  {line}" for line in examples)])])


def record_argument() -> click.Argument:
    """The record that a command is about."""
    return click.Argument([RECORD], metavar="REC")


def question_command(
    question: Question, *, extra: Sequence[click.Parameter] = (), shown: Callable[..., int] = show
) -> click.Command:
    """The command that asks a question of a record; `shown` gets the answer, `as_json` and the extra parameters."""
    arguments = {_metavar(one): one.what for one in question.parameters if _is_argument(one)}

    def callback(**given: Any) -> int:
        names = {parameter.name for parameter in question.parameters}
        many = {parameter.name for parameter in question.parameters if parameter.many}
        asked = {
            name: given[name] if name in many else _value(given[name]) for name in names if given[name] not in (None, (), False)
        }
        rest = {name: value for name, value in given.items() if name not in {*names, *_FOLDERS, *_VIEW, RECORD}}
        seen = {name: given[name] for name in _VIEW}
        return shown(ask(given[RECORD], question, asked, folders(given["actors"], given["kinds"]), **seen), **rest)

    as_json = click.Option(["--json", JSON], is_flag=True, help="Give the answer as JSON.")
    own = list(extra) or [click.Option(["-o", "--output"], metavar="FILE", default="", help=f"Into a file: {forms_said()}.")]
    return click.Command(
        question.name,
        callback=callback,
        params=[record_argument(), *map(_parameter, question.parameters), *own, as_json, *views(), *own_folders()],
        help=help_text(
            question.what, {"REC": "the record, a file that `comity build` made", **arguments}, *question.example.splitlines()
        ),
        short_help=question.what,
    )


def views() -> list[click.Parameter]:
    """As what the record is read."""
    return [
        click.Option(["--as-recorded"], metavar="DATE", default="", help="As the record stood at the end of a day."),
        click.Option(["--accepted"], is_flag=True, help="Only claims that somebody accepted."),
        click.Option(["--rejected"], is_flag=True, help="Also claims that somebody rejected or corrected."),
    ]


def ask(path: str, question: Question, asked: Mapping[str, Any], own: Folders = Folders(), **seen: Any) -> Answer:
    """The answer of the record at a path; `seen` says as what it is read."""
    from comity.querying import Record

    answer: Answer = getattr(Record(path, own, **seen), question.name)(**asked)
    return answer


def _is_argument(parameter: Parameter) -> bool:
    return (parameter.required and not parameter.option) or parameter.argument


def _metavar(parameter: Parameter) -> str:
    name = parameter.name.rstrip("_").upper() + ("..." if parameter.many else "")
    return name if parameter.required else f"[{name}]"


def _parameter(parameter: Parameter) -> click.Parameter:
    kind = click.INT if parameter.type == "number" else click.STRING
    if _is_argument(parameter):
        # Words may be typed without quotation marks around them.
        many = -1 if parameter.type == "words" or parameter.many else 1
        return click.Argument([parameter.name], metavar=_metavar(parameter), required=parameter.required, nargs=many, type=kind)
    option = "--" + parameter.name.strip("_").replace("_", "-")
    if parameter.type == "flag":
        return click.Option([option, parameter.name], is_flag=True, help=parameter.what)
    metavar = "|".join(parameter.one_of) or parameter.type.upper()
    return click.Option([option, parameter.name], metavar=metavar, type=kind, help=parameter.what, required=parameter.required)


def _value(given: object) -> object:
    return " ".join(given) if isinstance(given, tuple) else given
