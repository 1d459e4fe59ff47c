"""`icc parties`: States by status, region and date."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.queries.status import StateStanding, parties
from icc_cli.treaty.vocabulary import PARTY, Status

_STATUS = Word((*Status, "parties", "all"))


@click.command("parties", cls=Command)
@click.option(
    "--status", "statuses", type=_STATUS, multiple=True, metavar="STATUS", help="A status, 'parties' or 'all'."
)
@options.region
@options.period("Status begun")
@options.day
@answering
@answers("icc/parties/1", StateStanding)
def command(
    ask: Request, statuses: tuple[str, ...], regions: tuple[str, ...], since: date | None, until: date | None
) -> Answer:
    """List States by status, region and the day their status began. Without --status, the States Parties.

    \b
    icc parties --on 2016-11-16
    icc parties --region african --status state-party-withdrawing
    icc parties --status all --json
    """
    wanted: list[str] = []
    for word in statuses or ("parties",):
        wanted += {"parties": list(PARTY), "all": list(Status)}.get(word, [word])
    found = parties(ask.store, ask.on, statuses=wanted, regions=regions, since=since, until=until)
    return Answer(found, lambda: views.listings.parties(found, ask.on, ask.checked))
