"""`icc parties`: States by status, region and date."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import FIRST, LAST, REGION, Word
from icc_cli.page.blocks import Block
from icc_cli.queries.status import parties
from icc_cli.treaty.vocabulary import PARTY, Status

_STATUS = Word((*Status, "parties", "all"))


@click.command("parties")
@click.option(
    "--status", "statuses", type=_STATUS, multiple=True, metavar="STATUS", help="A status, 'parties' or 'all'."
)
@click.option("--region", "regions", type=REGION, multiple=True, metavar="REGION", help="A regional group.")
@click.option("--since", type=FIRST, metavar="DATE", help="Status begun on or after this day.")
@click.option("--until", type=LAST, metavar="DATE", help="Status begun on or before this day.")
@answering
def command(
    ask: Ask, statuses: tuple[str, ...], regions: tuple[str, ...], since: date | None, until: date | None
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

    def view() -> list[Block]:
        from icc_cli.views import listings

        return listings.parties(found, ask.on, ask.checked)

    return Answer(schema="icc/parties/1", records=found, view=view)
