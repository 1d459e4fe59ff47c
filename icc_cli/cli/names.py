"""`icc names`: what a State is called."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import STATES
from icc_cli.output.report import Answer


@click.command("names", cls=Command)
@click.argument("states", nargs=-1, required=True, metavar="STATE...", shell_complete=STATES)
@options.day
@answering
@answers("icc/names/1", "queries.called:StateName")
def command(ask: Request, states: tuple[str, ...]) -> Answer:
    """Show every name by which a State is found, and its codes. Other lists add what languages call it.

    \b
    icc names "ivory coast"
    icc names gambia --format csv
    """
    from icc_cli.queries.called import called

    found = called(ask.store, ask.codes(states))
    return Answer(found, lambda: views.names.page(found))
