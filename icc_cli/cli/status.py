"""`icc status`: where States stand on a day."""

from datetime import date
from typing import TYPE_CHECKING

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import LAST, STATES
from icc_cli.output.report import About, Answer
from icc_cli.queries.status import NoRecord, StateStatus, Unknown, status

if TYPE_CHECKING:
    from icc_cli.page.blocks import Block


class AboutStatus(About):
    """Beside a status: also the day as of which the record was read, where one was asked for."""

    known_by: date | None = None
    """The record is read as it stood on this day."""


@click.command("status", cls=Command)
@click.argument("states", nargs=-1, required=True, metavar="STATE...", shell_complete=STATES)
@click.option("--column", metavar="NAME", help="With -: the column of a CSV or TSV table.")
@click.option("--codes", metavar="SCHEME", help="What codes are: iso, m49, cow, gw or vdem.")
@click.option("--known-by", type=LAST, metavar="DATE", help="Answer as the record stood on this day.")
@options.day
@answering
@answers("icc/status/1", StateStatus, NoRecord, Unknown, about=AboutStatus)
def command(
    ask: Request, states: tuple[str, ...], column: str | None, codes: str | None, known_by: date | None
) -> Answer:
    """Show where a State stands on a day, since when, why, and its timeline; several States side by side.

    With - for STATE, names are read from stdin, one a line, or from a --column of a table; each gets its row.
    An act counts for --known-by from the day on which the depositary circulated it, or else was done.

    \b
    icc status russia
    icc status gambia --on 2016-11-10 --known-by 2016-11-10
    icc status burundi gambia "south africa" --on 2017-01
    cat countries.csv | icc status - --column country --format csv
    """
    on = known_by if known_by and not ask.on_given else ask.on
    named = ask.named(states, column, codes)
    if "-" not in states:  # on the command line a State counts once, by whatever name; from stdin, line by line
        first: dict[str | None, str] = {}
        for name, code in named:
            first.setdefault(code, name)
        named = [(name, code) for code, name in first.items()]
    standing = {
        code: status(ask.store, code, on, known_by) for code in dict.fromkeys(code for _, code in named) if code
    }
    once: dict[str, StateStatus | NoRecord | Unknown] = {
        name: standing[code]._replace(asked=name) for name, code in dict(named).items() if code
    }
    for name, one in ask.refused.items():
        once[name] = Unknown(asked=name, problem=one.problem, candidates=one.candidates, hint=one.hint)
    found = [once[name] for name, _ in named]

    def view() -> "list[Block]":
        if len(found) == 1 and not isinstance(found[0], Unknown):
            return views.status.one(found[0], ask.names, on, ask.today, ask.checked, known_by)
        return views.status.several(found, on, ask.checked)

    return Answer(found, view, AboutStatus(on=on, known_by=known_by))
