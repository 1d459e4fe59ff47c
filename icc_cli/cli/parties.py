"""`icc parties`: States by status, region and date."""

from datetime import date
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.status import StateStanding, awaited, outside_united_nations, parties
from icc_cli.treaty.vocabulary import PARTY, Status
from icc_cli.views.beside import AboutList, about

_STATUS = Word((*Status, "parties", "all"))


@click.command("parties", cls=Command)
@click.option(
    "--status", "statuses", type=_STATUS, multiple=True, metavar="STATUS", help="A status, 'parties' or 'all'."
)
@options.region
@options.period("State Party since, or status begun,")
@options.day
@answering
@answers("icc/parties/1", StateStanding, about=AboutList)
def command(
    ask: Request, statuses: tuple[str, ...], regions: tuple[str, ...], since: date | None, until: date | None
) -> Answer:
    """List States by status, region, and since when they have been States Parties or had their status.

    \b
    icc parties --on 2016-11-16
    icc parties --region african --status state-party-withdrawing
    icc parties --status all --json
    """
    wanted: list[str] = []
    for word in statuses or ("parties",):
        wanted += {"parties": list(PARTY), "all": list(Status)}.get(word, [word])
    every = {*wanted} == {*Status} and not (regions or since or until)
    filters: dict[str, Any] = {"statuses": wanted, "regions": regions, "since": since, "until": until}
    found = parties(ask.store, ask.on, **filters)
    beside = about(ask.store, "parties", ask.on)

    def view() -> list[Block]:
        return views.listings.parties(
            found,
            ask.on,
            ask.checked,
            beside.completeness,
            **filters,
            projected=awaited(ask.store, ask.on, wanted, regions),
            outside=outside_united_nations(ask.store, ask.on) if every else None,
        )

    return Answer(found, view, beside)
