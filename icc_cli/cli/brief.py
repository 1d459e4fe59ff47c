"""`icc brief`: the state of the treaty on a day."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.output.report import Answer
from icc_cli.queries.brief import Brief, brief


@click.command("brief", cls=Command)
@click.option("--window", type=click.IntRange(1, 3660), default=60, metavar="DAYS", help="Days to look back; 60.")
@options.day
@answering
@answers("icc/brief/1", Brief)
def command(ask: Request, window: int) -> Answer:
    """Show the state of the treaty on a day: counts, what happened, what is pending, who may follow, what lies ahead.

    \b
    icc brief --on 2016-11-16
    icc brief --window 365 --format markdown
    """
    found = brief(ask.store, ask.on, window)
    return Answer([found], lambda: views.outlook.brief(found, ask.names, ask.checked))
