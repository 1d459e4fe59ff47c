"""Writes the manual pages, one for the program and one for each command, from what the program says of itself.

python -m tools.man DIR

The clock has no part in them: they bear the day through which the record was checked. (The library click-man knows
only commands that are imported beforehand, and neither examples nor letters that roff takes for its own.)
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from icc_cli import __version__
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import icc
from icc_cli.cli.topics import EXIT_CODES, TOPICS


def pages(checked: str) -> dict[str, str]:
    """Return each page by the name of its file."""
    top = icc.make_context("icc", [], resilient_parsing=True)
    commands = list(_commands(top))
    found = {"icc.1": _page("icc", checked, icc.help or "", _top(top, commands))}
    for context, summary in commands:
        name = _name(context)
        found[f"{name}.1"] = _page(name, checked, summary, _command(context))
    return found


def write(directory: Path, checked: str) -> list[Path]:
    """Write the pages into a directory, and return them."""
    paths = []
    for name, text in pages(checked).items():
        path = directory / name
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _commands(group: click.Context) -> Iterator[tuple[click.Context, str]]:
    """Return every command that can be asked, with its line; of a group its commands, in its place."""
    assert isinstance(group.command, click.Group)
    for name in group.command.list_commands(group):
        command = group.command.get_command(group, name)
        assert command is not None
        context = click.Context(command, parent=group, info_name=name)
        if isinstance(command, click.Group):
            yield from _commands(context)
        else:
            yield context, command.get_short_help_str(100) if group.parent else COMMANDS[name]


def _name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _page(name: str, checked: str, summary: str, body: Iterator[str]) -> str:
    head = f'.TH "{_roff(name.upper())}" 1 {checked} "icc {__version__}" "icc"\n.nh\n.ad l\n'
    return "\n".join([f"{head}.SH NAME\n{_roff(name)} \\- {_roff(summary.rstrip('.'))}", *body, ""])


def _top(top: click.Context, commands: list[tuple[click.Context, str]]) -> Iterator[str]:
    yield '.SH SYNOPSIS\n.B icc\n.I COMMAND\n[OPTIONS]\n.br\n.B "icc help"\n[TOPIC|COMMAND]\n'
    yield f".SH DESCRIPTION\n{_roff(_DESCRIPTION)}"
    yield from _options(top)
    yield ".SH COMMANDS"
    for context, summary in commands:
        yield f".TP\n.BR {_roff(_name(context))} (1)\n{_roff(summary)}"
    for name, topic in TOPICS.items():
        if name != "exit-codes":
            yield f".SH {_roff(name.upper())}\n.nf\n{_roff(topic.text())}\n.fi"
    yield from _ending()


def _command(context: click.Context) -> Iterator[str]:
    usage = _roff(" ".join(context.command.collect_usage_pieces(context)))
    yield f".SH SYNOPSIS\n.B {_roff(context.command_path)}\n{usage}"
    prose, _, examples = inspect.cleandoc(context.command.help or "").partition("\b\n")
    yield ".SH DESCRIPTION\n" + _roff(prose.strip()).replace("\n\n", "\n.PP\n")
    yield from _options(context)
    if examples:
        yield f".SH EXAMPLES\n.nf\n{_roff(examples.strip())}\n.fi"
    yield from _ending()
    yield ".SH SEE ALSO\n.BR icc (1)"


def _ending() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT_CODES.items():
        yield f".TP\n.B {code}\n{_roff(meaning)}"


def _options(context: click.Context) -> Iterator[str]:
    yield ".SH OPTIONS"
    for option in context.command.get_params(context):
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record:
            *others, last = record[0].split(", ")
            last, _, value = last.partition(" ")
            spelled = ", ".join(rf"\fB{_roff(one)}\fR" for one in [*others, last])
            yield f".TP\n{spelled}" + (rf" \fI{_roff(value)}\fR" if value else "")
            yield _roff(record[1])


def _roff(text: str) -> str:
    """Write text so that roff prints it as it is."""
    text = (
        text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga").replace("^", r"\(ha")
    )
    return re.sub(r"(?m)^\.", r"\&.", text.replace("~", r"\(ti"))


_DESCRIPTION = """\
Answers offline, from a dataset whose every fact names its document, where any State stands or stood under the Rome
Statute of the International Criminal Court: on any day, why, and on whose authority. This page tells what all commands
share; each has a page of its own."""


if __name__ == "__main__":
    from icc_cli.database.opening import open_store

    write(Path(sys.argv[1]), open_store().meta["checked"])
