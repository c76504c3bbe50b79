"""The `communique` command: finds its commands late and ends every error in a sentence."""

import io
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from communique import __version__
from communique.errors import CommuniqueError
from communique.writing import FULL

COMMANDS = (
    "read", "load", "build", "reread", "query", "queries", "export", "import", "validate",
    "retract", "review", "same", "different", "wrong", "decide", "undo", "why", "stats", "analyse",
    "plot", "serve", "page", "score", "compare", "guide",
)  # fmt: skip
"""Each is the function `command` of the module of its name, in the order of use."""

_MODULES = {"import": "import_"}
"""Where a word of Python's own can't name the module."""

_INTERRUPTED = 130


class App(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        module = _MODULES.get(name, name)
        command: click.Command = import_module(f"communique.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Offer the nearest command where there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; Ctrl-C, and a reader who has read enough, end it in good order."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            ctx.exit(0)
        except (Exception, KeyboardInterrupt) as error:
            if not _is_interruption(error):
                raise
            click.echo("Interrupted: every release loaded so far is whole.", err=True)
            ctx.exit(_INTERRUPTED)
        finally:
            _flush()

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; an error of ours ends in its message and its exit code."""
        try:
            return super().main(*args, **kwargs)
        except CommuniqueError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(error.exit_code)
        except Exception as error:
            if os.environ.get("COMMUNIQUE_DEBUG"):
                raise
            told = _system_said(error) if isinstance(error, OSError) else _unforeseen(error)
            click.echo(f"Error: {told}", err=True)
            sys.exit(CommuniqueError.exit_code)


def _is_interruption(error: BaseException | None) -> bool:
    """Tell Ctrl-C in what the driver made of it."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__context__
    return False


def _flush() -> None:
    """Let out what is to be said; where nobody listens any more, let it go nowhere."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _system_said(error: OSError) -> str:
    place = f" {error.filename}" if error.filename else ""
    room = " Make room there, and run the same again." if error.errno in FULL else ""
    return f"The system can't do that{place}: {error.strerror or error}.{room}"


def _unforeseen(error: Exception) -> str:
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return f"This was not foreseen: {told}. COMMUNIQUE_DEBUG=1 shows where; please report it."


def _hold_streams() -> None:
    """Put nothing where the shell closed a stream, or a file of the graph would take its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdin = sys.stdin or os.fdopen(0)
    sys.stdout = sys.stdout or os.fdopen(1, "w")
    sys.stderr = sys.stderr or os.fdopen(2, "w")


@click.group(cls=App, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="communique")
def app() -> None:
    """Turn official press releases into a graph of who met whom.

    Answers go to standard output: a table to a terminal, JSON Lines to a pipe. Everything else goes
    to standard error. Exit codes: 0 done; 1 something given is bad or unknown; 2 it can't be asked
    that way; 3 the database can't be had, or there is no room.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: What follows the command's name; those of the process when None.
    """
    _hold_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # answers are UTF-8 wherever they go
    app(arguments)
