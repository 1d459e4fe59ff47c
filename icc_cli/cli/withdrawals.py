"""`icc withdrawals`: ways out of the Statute and what became of them."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import FIRST, LAST, REGION, STATES, Word
from icc_cli.page.blocks import Block
from icc_cli.queries.withdrawals import WayOut, withdrawals

_AS_SHOWN: dict[str, str] = {
    "taken-back": WayOut.RESCINDED,
    "withdrawn": WayOut.LEFT,
    "leaves": WayOut.PENDING,
    "no-intent": WayOut.UNSIGNED,
    "accession-undone": WayOut.ACCESSION_WITHDRAWN,
}
"""Outcomes by the words of the table."""


@click.command("withdrawals")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option("--since", type=FIRST, metavar="DATE", help="Notice or outcome on or after this day.")
@click.option("--until", type=LAST, metavar="DATE", help="Notice or outcome on or before this day.")
@click.option(
    "--outcome", "outcomes", type=Word(WayOut, _AS_SHOWN), multiple=True, metavar="OUTCOME", help="What became of it."
)
@click.option("--region", "regions", type=REGION, multiple=True, metavar="REGION", help="A regional group.")
@answering
def command(
    ask: Ask,
    states: tuple[str, ...],
    since: date | None,
    until: date | None,
    outcomes: tuple[str, ...],
    regions: tuple[str, ...],
) -> Answer:
    """List every notice of withdrawal, unsigning and accession taken back, with its outcome on the day asked about.

    Outcomes: left, rescinded, pending, unsigned, accession-withdrawn.

    \b
    icc withdrawals --since 2016
    icc withdrawals --outcome pending
    icc withdrawals --on 2016-11-16
    """
    codes = ask.codes(states)
    found = withdrawals(ask.store, ask.on, states=codes, regions=regions, outcomes=outcomes, since=since, until=until)

    def view() -> list[Block]:
        from icc_cli.views import listings

        return listings.withdrawals(found, ask.on, ask.checked, since, until)

    return Answer(schema="icc/withdrawals/1", records=found, view=view)
