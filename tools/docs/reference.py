"""Writes docs/reference.md: every command with its options, as the program itself has them."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import icc

PAGE = Path(__file__).parents[2] / "docs" / "reference.md"

HEAD = """\
# Reference

Every command takes `--help`. This page is written by `python -m tools.docs`.

"""


def page() -> str:
    """Return the whole page."""
    context = click.Context(icc, info_name="icc", **icc.context_settings)  # or help would be told as it was last asked
    parts = [HEAD]
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
    options = [
        option for option in command.get_params(context) if isinstance(option, click.Option) and not option.hidden
    ]
    yield "| option | |\n|---|---|"
    for option in options:
        spelled = ", ".join(f"`{one}`" for one in [*option.opts, *option.secondary_opts])
        value = f" `{option.metavar}`" if option.metavar and not option.is_flag else ""
        yield f"| {spelled}{value.replace('|', chr(92) + '|')} | {(option.help or '').replace('|', chr(92) + '|')} |"
    yield ""


def _prose(text: str) -> str:
    """Return help as Markdown: what follows click's mark against wrapping is examples."""
    prose, _, examples = text.partition("\b\n")
    return prose.strip() + (f"\n\n```console\n{examples.strip()}\n```" if examples else "") + "\n"
