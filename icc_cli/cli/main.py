"""The command line. Commands are imported only when called; one handler turns every failure into one line."""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from icc_cli import __version__
from icc_cli.cli.commands import COMMANDS, INSTEAD, Context, help_option, show_help, write_help
from icc_cli.errors import IccError
from icc_cli.system.streams import redirect_to_null, wait_for_readers

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Commands(click.Group):
    """Imports a command when it is called, and prints help without importing any."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"icc_cli.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = [*get_close_matches(name.lower(), INSTEAD, 1, 0.85), *get_close_matches(name.lower(), COMMANDS, 1)]
            other = INSTEAD.get(near[0], near[0]) if near else ""
            hint = f"did you mean 'icc {other}'?" if other else f"try 'icc status {name}'" if name else "try 'icc'"
            raise click.UsageError(f"unknown command '{name}'; {hint}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from click.shell_completion import CompletionItem

        return [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program is for, and its commands by group."""
        write_help(formatter)


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from icc_cli.database.opening import open_store, updated_path

    store = open_store(os.environ.get("ICC_DATA") or None)
    store.close()
    meta = store.meta
    python = ".".join(str(part) for part in sys.version_info[:3])
    of = " (updated)" if store.origin == updated_path() else ""
    dataset = f"dataset {meta['version']}{of}, checked through {meta['checked']}"
    click.echo(f"icc {__version__}   {dataset}   Python {python}")
    ctx.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option(
    "--version", "-V", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show versions."
)
@help_option
@click.pass_context
def icc(ctx: click.Context) -> None:
    """Any State's standing under the Rome Statute, on any day."""
    if ctx.invoked_subcommand is None:
        show_help(ctx)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code. A reader that goes away is not a failure.

    0 found, 1 nothing matched, 2 wrong usage or an answer that cannot be written, 3 bad dataset, 130 interrupted.
    What the codes mean is written in `topics.EXIT_CODES`.
    """
    wait_for_readers()
    try:
        asking = arguments is None and len(sys.argv) == 1 and {"_ICC_COMPLETE", "_ICC_LINE"} <= os.environ.keys()
        code = _offer(os.environ["_ICC_COMPLETE"]) if asking else _answer(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        redirect_to_null()
        return 0
    except KeyboardInterrupt:
        redirect_to_null()  # what is left of the answer must not wait for a reader
        return 130
    except OSError as error:
        redirect_to_null()
        return _fail(f"cannot write the answer: {error.strerror or error}", 2)
    return code


def _offer(shell: str) -> int:
    """Answer a shell that asks what can be typed next; where no shell of this name does, print help."""
    from icc_cli.cli import shells

    return shells.answer(icc, shell) if shell in shells.SHELLS else _answer(None)


def _answer(arguments: list[str] | None) -> int:
    try:
        # Not icc.main(): that turns a closed pipe into a failure before we can see it.
        with icc.make_context("icc", sys.argv[1:] if arguments is None else list(arguments)) as context:
            result = icc.invoke(context)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return 130
    except click.UsageError as error:
        if error.ctx and type(error).__name__ == "NoArgsIsHelpError":  # a group called alone, since click 8.2
            show_help(error.ctx)
            return 0
        command = error.ctx.command_path if error.ctx else "icc"
        message = error.format_message().rstrip(".")
        if "unexpected extra argument" in message:
            message += ": put a name of several words in quotes"
        return _fail(message if ";" in message else f"{message}; see '{command} --help'", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), 2)
    except MemoryError:
        return _fail("there is not enough memory for this answer", 2)
    except IccError as error:
        return _fail(f"{error.message}; {error.hint}" if error.hint else error.message, error.exit_code)


def _fail(message: str, code: int) -> int:
    from icc_cli.cli.writing import warn

    warn(message)
    return code
