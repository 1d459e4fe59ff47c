"""Writes docs/reference.md: every command with its options, as the program itself has them."""

import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from icc_cli.cli.command import SHARED
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import icc
from icc_cli.cli.types import Word

PAGE = Path(__file__).parents[2] / "docs" / "reference.md"

HEAD = """\
# Reference

<!-- Written by `python -m tools.docs`. -->

`icc COMMAND --help` prints the same. In a word such as `--kind no-intent-declaration`, capitals and spaces count for
nothing; `--kind`, `--region` and other options that choose among words may be repeated.
"""


def page() -> str:
    """Return the whole page."""
    context = click.Context(icc, info_name="icc", **icc.context_settings)  # else as wide as last asked
    shared = [option for option in options(icc.get_command(context, "parties"), context) if option.name in SHARED]
    parts = [HEAD, "## Options of all commands\n", *_table(shared), ""]
    for name in COMMANDS:
        command = icc.get_command(context, name)
        assert command is not None
        parts += _command(command, click.Context(command, parent=context, info_name=name))
    return "\n".join(parts)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command(inner, click.Context(inner, parent=context, info_name=name))
        return
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"## {context.command_path}\n\n```console\n{usage}\n```\n"
    yield _prose(inspect.cleandoc(command.help or ""))
    own = [option for option in options(command, context) if option.name not in SHARED]
    if own:
        yield from _table(own)
        yield ""
    for option in own:
        if isinstance(option.type, Word) and "|" not in (option.metavar or ""):
            yield f"`{option.metavar}`: {', '.join(f'`{word}`' for word in option.type.words)}.\n"


def options(command: click.Command | None, context: click.Context) -> list[click.Option]:
    """Return the options of a command that its help shows."""
    assert command is not None
    return [one for one in command.get_params(context) if isinstance(one, click.Option) and not one.hidden]


def _table(listed: Iterable[click.Option]) -> Iterator[str]:
    yield "| option | meaning |\n|---|---|"
    for option in listed:
        spelled = ", ".join(f"`{one}`" for one in [*option.opts, *option.secondary_opts])
        value = f" `{option.metavar}`" if option.metavar and not option.is_flag else ""
        yield f"| {spelled}{value.replace('|', chr(92) + '|')} | {(option.help or '').replace('|', chr(92) + '|')} |"


def _prose(text: str) -> str:
    """Return help as Markdown: what follows click's mark against wrapping is examples."""
    prose, _, examples = text.partition("\b\n")
    return prose.strip() + (f"\n\n```console\n{examples.strip()}\n```" if examples else "") + "\n"
