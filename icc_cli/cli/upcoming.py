"""`icc upcoming`: the days that lie ahead."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import LAST, Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.upcoming import Ahead, Upcoming, upcoming


@click.command("upcoming", cls=Command)
@options.states
@click.option("--until", type=LAST, metavar="DATE", help="No later than this day.")
@click.option("--kind", "kinds", type=Word(Ahead), multiple=True, metavar="KIND", help="Only days of this kind.")
@options.day
@answering
@answers("icc/upcoming/1", Upcoming)
def command(ask: Request, states: tuple[str, ...], until: date | None, kinds: tuple[str, ...]) -> Answer:
    """List the days that lie ahead of a day, as known on it; `--format ics` writes them as a calendar.

    \b
    icc upcoming
    icc upcoming --on 2016-11-16 --kind withdrawal
    """
    codes = ask.codes(states)
    found = upcoming(ask.store, ask.on, until=until, kinds=kinds, states=codes)

    def view() -> list[Block]:
        return views.outlook.upcoming(found, ask.names, ask.on, ask.checked, states=codes, kinds=kinds, until=until)

    return Answer(found, view)
