"""What all commands share: the options, the types of their values, and how a question becomes an answer."""

import functools
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from icc_cli.cli import request
from icc_cli.cli.commands import help_option
from icc_cli.cli.request import Ask
from icc_cli.cli.types import LAST, Word, completing
from icc_cli.cli.writing import fitting, save, tell, write
from icc_cli.database.opening import open_store
from icc_cli.errors import UsageError
from icc_cli.output import FORMATS, render
from icc_cli.output.report import Ready, Report
from icc_cli.system.terminal import Terminal, detect
from icc_cli.treaty import dates
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.page.blocks import Block

    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType  # generic only since click 8.4


data_option = click.option(
    "--data",
    metavar="DIR",
    envvar="ICC_DATA",
    shell_complete=completing("directories"),
    help="Use the dataset of this directory.",
)


class Picture(Fields, kw_only=False):
    """A picture to be written to the file that an option (`--svg`) names."""

    option: str
    path: str
    content: bytes


class Answer(Fields, kw_only=False):
    """What a command found: records for programs, a view for people (or what is ready), what goes beside them.

    `single`: JSON's `data` is one object, not a list; `within`: it holds the records under this key.
    `exit_code`: 1 where what was found is a "no". `may_be_empty`: no record at all is an answer, too.
    `columns`: the fields, where the question and no contract sets them.
    `files`: pictures to be written; then nothing is printed, unless a format or its file is asked for.
    """

    schema: str
    records: Sequence[Any]
    view: Callable[[], "Sequence[Block]"]
    about: Mapping[str, Any] = {}
    ready: Ready | None = None
    single: bool = False
    within: str = ""
    exit_code: int = 0
    may_be_empty: bool = False
    columns: tuple[str, ...] | None = None
    files: Sequence[Picture] = ()


def answering(command: Callable[..., Answer]) -> Callable[..., int]:
    """Give a command about a day the shared options; write its answer; return 1 if it found nothing."""
    option = click.option("--on", "--as-of", type=LAST, metavar="DATE", help="The day asked about; today if not given.")
    return option(answering_period(command))


def answering_period(command: Callable[..., Answer]) -> Callable[..., int]:
    """Do the same for a command that is not about one day, and puts its own days beside its answer."""

    @click.option(
        "--format", "format_name", type=Word(FORMATS), metavar="|".join(FORMATS), help="How to write the answer."
    )
    @click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
    @click.option(
        "--fields",
        is_flag=False,
        flag_value="",
        metavar="A,B",
        is_eager=True,
        callback=_fields,
        shell_complete=completing("fields"),
        help="Only these fields, in this order; alone, at the end, it lists them.",
    )
    @click.option(
        "-o",
        "--output",
        metavar="FILE",
        shell_complete=completing("files"),
        help="Write to a file, whole or not at all.",
    )
    @data_option
    @click.option(
        "--color", type=Word(("auto", "always", "never")), default="auto", metavar="auto|always|never", help="Colour."
    )
    @help_option
    @functools.wraps(command)
    def answered(
        *,
        on: date | None = None,
        format_name: str | None,
        as_json: bool,
        fields: tuple[str, ...],
        output: str | None,
        data: str | None,
        color: str,
        **options: Any,
    ) -> int:
        if as_json and format_name not in (None, "json"):
            raise UsageError(f"--json and --format {format_name} contradict each other", "give one of them")
        today = request.clock()
        store = open_store(data)
        click.get_current_context().call_on_close(store.close)
        ask = Ask(store, on or today, today, on is not None, [])
        answer = command(ask, **options)
        if fields:
            from icc_cli.contract import require

            require(answer.schema, fields, answer.columns)
        if output == "":
            raise UsageError("--output names no file", "write '-' for stdout")
        path = None if output == "-" else output
        terminal = Terminal(color=color == "always") if path else detect(sys.stdout, color)
        chosen = "json" if as_json else format_name or fitting(terminal, path, answer.ready is not None)
        meta = ask.store.meta
        report = Report(
            schema=answer.schema,
            version=meta["version"],
            checked=meta["checked"],
            records=answer.records,
            view=answer.view,
            about=answer.about or {"on": ask.on},
            ready=answer.ready,
            single=answer.single,
            within=answer.within,
            fields=fields,
            columns=answer.columns,
            promised=lambda: _promised(answer.schema),
        )
        if ask.on < dates.ADOPTED:
            tell(f"note: the Rome Statute was adopted only on {dates.ADOPTED}")
        found = bool(answer.records) or answer.may_be_empty
        for picture in answer.files if found else ():
            save(picture.path, picture.content, picture.option)
        quiet = answer.files and not (output or as_json or format_name or fields)
        if (found or chosen not in ("table", "plain")) and not quiet:
            write(render(report, chosen, terminal), path)
        for line in ask.unknown:
            tell(line)
        if not found:
            tell("nothing matched")
        return 2 if ask.unknown else answer.exit_code if found else 1

    return answered


def _promised(schema: str) -> Iterable[str]:
    """Return the fields that the contract promises."""
    from icc_cli.contract import fields

    return fields(schema)


def _fields(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the fields asked for; without any, list them and leave."""
    if value is None or ctx.resilient_parsing:
        return ()
    names = tuple(filter(None, (name.strip() for name in value.split(","))))
    if not names:
        from icc_cli.contract import listing

        write("".join(f"{line}\n" for line in listing(ctx.command_path.removeprefix("icc "))))
        ctx.exit()
    return names
