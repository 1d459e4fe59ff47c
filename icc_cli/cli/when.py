"""`icc when`: when an act of a day takes effect."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import DAY, Word
from icc_cli.output.report import Answer, Beside
from icc_cli.queries.when import Reckoning, When, when


@click.command("when", cls=Command)
@click.argument("what", type=Word(Reckoning), metavar="|".join(Reckoning))
@click.argument("day", type=DAY, metavar="DAY")
@answering
@answers("icc/when/1", When, about=Beside, single=True)
def command(_ask: Request, what: str, day: date) -> Answer:
    """Reckon when an act of a day takes effect: a deposit, a notice of withdrawal, a consent to an amendment.

    \b
    icc when joining 2026-12-01
    icc when withdrawal 2028-02-29
    icc when amendment today
    """
    found = when(Reckoning(what), day)
    return Answer([found], lambda: views.when.page(found), Beside())
