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
@click.option("--known-by", type=LAST, metavar="DATE", help="Answer as the record stood on this day.")
@options.day
@answering
@answers("icc/status/1", StateStatus, NoRecord, Unknown, about=AboutStatus)
def command(ask: Request, states: tuple[str, ...], known_by: date | None) -> Answer:
    """Show where a State stands on a day, since when, why, and its timeline; several States side by side.

    With - for STATE, names are read from stdin, one a line, and each line gets its row.
    An act counts for --known-by from the day on which the depositary circulated it, or else was done.

    \b
    icc status russia
    icc status gambia --on 2016-11-10 --known-by 2016-11-10
    icc status burundi gambia "south africa" --on 2017-01
    cut -d, -f1 countries.csv | icc status - --format csv
    """
    on = known_by if known_by and not ask.on_given else ask.on
    named = ask.named(states)
    if "-" not in states:  # on the command line a State counts once, by whatever name; from stdin, line by line
        first: dict[str | None, str] = {}
        for name, code in named:
            first.setdefault(code, name)
        named = [(name, code) for code, name in first.items()]
    found = [
        status(ask.store, code, on, known_by)._replace(asked=name) if code else Unknown(asked=name)
        for name, code in named
    ]

    def view() -> "list[Block]":
        if len(found) == 1 and not isinstance(found[0], Unknown):
            return views.status.one(found[0], ask.names, on, ask.today, ask.checked, known_by)
        return views.status.several(found, on, ask.checked)

    return Answer(found, view, AboutStatus(on=on, known_by=known_by))
