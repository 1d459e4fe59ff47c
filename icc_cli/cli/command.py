"""What all commands share: the options, the types of their values, and how a question becomes an answer."""

import functools
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options, request
from icc_cli.cli.commands import Context, help_option
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word, completing
from icc_cli.cli.writing import choose_format, save, takes_utf8_now, warn, write, write_all, write_bytes, write_paged
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.output import FORMATS, WORKBOOK, pieces, workbook
from icc_cli.output.report import About, Answer, Beside, Report, Schema, schemas
from icc_cli.system.terminal import Terminal, detect
from icc_cli.treaty import dates
from icc_cli.treaty.fields import Fields


class Command(click.Command):
    """A command whose help sets apart the options of all commands, and lists the words that its own options take."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; refuse one that takes one value and says what is asked, if it is given twice."""
        if len(args) > 3 and not ctx.resilient_parsing:
            order = self.make_parser(ctx).parse_args([*args])[2]
            for one in order:
                single = isinstance(one, click.Option) and not (one.multiple or one.is_flag or one.name in SHARED)
                if single and order.count(one) > 1:
                    raise UsageError(f"{one.opts[0]} is given twice", "it takes one value; ask one question at a time")
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its own options, the words they take, and the options of all commands."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(param, record) for param in options if (record := param.get_help_record(ctx))]
        own = [(param, record) for param, record in records if param.name not in SHARED]
        if own:
            with formatter.section("Options"):
                formatter.write_dl([record for _, record in own])
        for param, _ in own:
            metavar = param.metavar or ""
            if isinstance(param.type, Word) and "|" not in metavar:
                with formatter.section(f"{metavar} is one of"):
                    formatter.write_text(", ".join(param.type.words))
        with formatter.section("Options of all commands"):
            formatter.write_dl([record for param, record in records if param.name in SHARED])


_MARK = "\ufeff"
"""The byte order mark, by which Excel knows UTF-8."""

SHARED = ("supposed", "format_name", "as_json", "fields", "output", "bom", "data", "color", "no_pager", "help")


def answers(
    schema: str, *records: type[Fields] | str, about: type[Beside] = About, single: bool = False, within: str = ""
) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Declare a kind of answer of a command, as `Schema` has it: what `--fields` lists and the JSON Schemas promise.

    A class whose module is imported late stands as text (`queries.show:Record`). The first kind is the one that an
    `Answer` has if it names none.
    """

    def declared(command: Callable[..., Answer]) -> Callable[..., Answer]:
        kind = Schema(schema, records, about, single, within)
        command.schemas = {schema: kind, **schemas(command)}  # type: ignore[attr-defined]
        return command

    return declared


def answering(command: Callable[..., Answer]) -> Callable[..., int]:
    """Give a command the options that all share; write its answer; return 1 if it found nothing."""

    @click.option(
        "--format",
        "format_name",
        type=Word((*FORMATS, WORKBOOK)),
        metavar="NAME",
        help=f"{', '.join(FORMATS)} or {WORKBOOK}.",
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
        help="Only these fields; alone, at the end, lists them.",
    )
    @click.option(
        "-o",
        "--output",
        metavar="FILE",
        shell_complete=completing("files"),
        help="Write to a file, whole or not at all.",
    )
    @click.option("--bom", is_flag=True, help="Begin CSV and TSV with a byte order mark, for Excel.")
    @options.data
    @click.option(
        "--color",
        type=Word(("auto", "always", "never")),
        default="auto",
        metavar="WHEN",
        help="Colour: auto, always or never.",
    )
    @click.option("--no-pager", is_flag=True, help="Print a long answer at once.")
    @help_option
    @functools.wraps(command)
    def answered(
        *,
        on: date | None = None,
        supposed: tuple[str, ...] = (),
        format_name: str | None,
        as_json: bool,
        fields: tuple[str, ...],
        output: str | None,
        bom: bool,
        data: str | None,
        color: str,
        no_pager: bool,
        **given: Any,
    ) -> int:
        if as_json and format_name not in (None, "json"):
            raise UsageError(f"--json and --format {format_name} contradict each other", "give one of them")
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            raise UsageError("--until lies before --since", "give the earlier day as --since")
        today = now = request.clock()
        store = open_store(data)
        click.get_current_context().call_on_close(store.close)
        if supposed:
            store = _supposing(store, supposed)
            today = max(today, *(one.done for one in store.supposed))
        ask = Request(store, on or today, today, on is not None, [], {})
        answer = command(ask, **given)
        known = schemas(command)
        schema = known[answer.schema or next(iter(known))]
        if fields:
            from icc_cli.contract import require

            require(schema, fields, answer.columns)
        if output == "":
            raise UsageError("--output names no file", "write '-' for stdout")
        path = None if output == "-" else output
        terminal = Terminal(color=color == "always") if path else detect(sys.stdout, color)
        chosen = "json" if as_json else format_name or choose_format(terminal, path, answer.ready is not None)
        if bom and chosen not in ("csv", "tsv"):
            raise UsageError(f"--bom is for CSV and TSV, not for {chosen}", "leave it out, or add --format csv")
        if not path and (chosen not in ("table", "plain") or answer.ready is not None) and takes_utf8_now(sys.stdout):
            terminal = detect(sys.stdout, color)
        report = Report(
            answer._replace(schema=schema.name, about=answer.about or About(on=ask.on)),
            store.meta,
            single=schema.single,
            fields=fields,
            promised=lambda: _promised(schema),
            today=now,
            supposed=views.supposed.told(store.supposed, ask.names) if supposed else (),
        )
        if ask.on < dates.ADOPTED:
            warn(f"note: the Rome Statute was adopted only on {dates.ADOPTED}")
        found = bool(answer.records) or answer.may_be_empty
        for picture in answer.files if found else ():
            save(picture.path, picture.content, picture.option)
        quiet = answer.files and not (output or as_json or format_name or fields)
        if quiet:
            pass  # the pictures are the answer
        elif chosen == WORKBOOK:
            write_bytes(workbook(report, terminal), path)
        elif found or chosen not in ("table", "plain"):
            text = pieces(report, chosen, terminal)
            if chosen == "table" and terminal.pages and not (path or no_pager):
                write_paged(text)
            else:
                write_all(chain([_MARK], text) if bom else text, path)
        for line in ask.unknown:
            warn(line)
        if not found:
            from icc_cli.views import words

            warn(words.nothing(getattr(answer.about, "completeness", None)))
        return 2 if ask.unknown else answer.exit_code if found else 1

    return answered


def _supposing(store: Store, texts: Sequence[str]) -> Store:
    """Return the record with acts added that are only supposed."""
    from icc_cli.database.supposed import suppose
    from icc_cli.queries.supposing import read

    found = suppose(store, [read(store, text) for text in texts])
    click.get_current_context().call_on_close(found.close)
    return found


def _promised(schema: Schema) -> Iterable[str]:
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

        write("".join(f"{line}\n" for line in listing(schemas(ctx.command.callback).values())))
        ctx.exit()
    return names
