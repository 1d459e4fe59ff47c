"""`icc withdrawals`: ways out of the Statute and what became of them."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome, withdrawals

_AS_SHOWN: dict[str, str] = {
    "taken-back": WithdrawalOutcome.RESCINDED,
    "withdrawn": WithdrawalOutcome.LEFT,
    "leaves": WithdrawalOutcome.PENDING,
    "no-intent": WithdrawalOutcome.UNSIGNED,
    "accession-undone": WithdrawalOutcome.ACCESSION_WITHDRAWN,
}
"""Outcomes by the words of the table."""


@click.command("withdrawals", cls=Command)
@options.states
@options.period("Notice or outcome")
@click.option(
    "--outcome",
    "outcomes",
    type=Word(WithdrawalOutcome, _AS_SHOWN),
    multiple=True,
    metavar="OUTCOME",
    help="What became of it.",
)
@options.region
@options.day
@answering
@answers("icc/withdrawals/1", Withdrawal)
def command(
    ask: Request,
    states: tuple[str, ...],
    since: date | None,
    until: date | None,
    outcomes: tuple[str, ...],
    regions: tuple[str, ...],
) -> Answer:
    """List every notice of withdrawal, unsigning and accession taken back, with its outcome on the day asked about.

    \b
    icc withdrawals --since 2016
    icc withdrawals --outcome pending
    icc withdrawals --on 2016-11-16
    """
    codes = ask.codes(states)
    found = withdrawals(ask.store, ask.on, states=codes, regions=regions, outcomes=outcomes, since=since, until=until)
    return Answer(found, lambda: views.listings.withdrawals(found, ask.on, ask.checked, since, until))
