"""`icc upcoming`: the days that lie ahead."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import LAST, STATES, Word
from icc_cli.page.blocks import Block
from icc_cli.queries.upcoming import Ahead, upcoming


@click.command("upcoming")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option("--until", type=LAST, metavar="DATE", help="No later than this day.")
@click.option("--kind", "kinds", type=Word(Ahead), multiple=True, metavar="KIND", help="Only days of this kind.")
@answering
def command(ask: Ask, states: tuple[str, ...], until: date | None, kinds: tuple[str, ...]) -> Answer:
    """List the days that lie ahead of a day, as known on it; `--format ics` writes them as a calendar.

    Kinds: withdrawal, entry-into-force, amendment, article-124-end, acceptance-end, review.

    \b
    icc upcoming
    icc upcoming --on 2016-11-16 --kind withdrawal
    """
    found = upcoming(ask.store, ask.on, until=until, kinds=kinds, states=ask.codes(states))

    def view() -> list[Block]:
        from icc_cli.views import outlook

        return outlook.upcoming(found, ask.on, ask.checked)

    return Answer(schema="icc/upcoming/1", records=found, view=view)
