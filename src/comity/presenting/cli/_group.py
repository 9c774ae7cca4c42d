"""The group of all commands: finds them, runs one, and turns whatever comes of it into an exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

import comity as front_door
from comity.errors import Error, UnknownChoice, did_you_mean
from comity.presenting.cli._asking import question_command
from comity.presenting.cli._output import complain, set_up_streams
from comity.registry import plugins

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "comity.presenting.cli.commands"
DONE, WRONG, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141


class Commands(click.Group):
    """The commands of the folder and those of the questions."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        from comity.querying import questions

        return sorted({*plugins(FOLDER), *questions()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; one in the folder goes before the question that it is about."""
        own = plugins(FOLDER)
        if cmd_name in own:
            command: click.Command = own[cmd_name].command()
            return command
        from comity.querying import questions

        found = questions()
        return question_command(found[cmd_name]) if cmd_name in found else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; an UnknownChoice error names the others."""
        known = self.list_commands(ctx) if self.get_command(ctx, args[0]) is None else []
        if known and not args[0].startswith("-"):
            hint = did_you_mean(args[0], known)
            raise UnknownChoice(what="the command", value=args[0], allowed=", ".join(known), hint=hint)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; where nobody reads its output any more, it ends quietly."""
        try:
            return self._flushed(ctx)
        except BrokenPipeError:
            _silence()
            return BROKEN_PIPE

    def _flushed(self, ctx: click.Context) -> Any:
        status = super().invoke(ctx)
        sys.stdout.flush()
        return status

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Runs a command and ends the program with its exit status, as click does."""
        sys.exit(self.status(args))

    def status(self, args: Sequence[str] | None = None) -> int:
        """Runs a command and gives its exit status; whatever went wrong has been told on standard error."""
        set_up_streams()
        try:
            status = super().main(args, "comity", standalone_mode=False)
        except Error as error:
            complain(error)
            return WRONG
        except click.ClickException as error:
            complain(_usage(error))
            return WRONG
        except click.Abort:
            return INTERRUPTED
        return status if isinstance(status, int) else DONE


def _usage(error: click.ClickException) -> str:
    """What click says of a wrong command line, as one line of ours."""
    context = getattr(error, "ctx", None)
    advice = f" `{context.command_path} --help` shows how it is used." if context else ""
    return f"[usage] {error.format_message()}{advice}"


def _silence() -> None:
    """Sends what is still in the buffer nowhere, so that the interpreter does not stumble over it while closing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(front_door.__version__, prog_name="comity")
@click.pass_context
def comity(context: click.Context) -> None:
    """Read documents about relations between states, and keep the record.

    \b
    Example:
      comity build documents/ -o laos.comity
      comity status laos.comity Laos "South Korea" --on 1980
      comity demo
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
