"""`icc withdrawals`: withdrawals from the Statute and what became of them."""

from datetime import date
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome, withdrawals
from icc_cli.treaty import synonyms


@click.command("withdrawals", cls=Command)
@options.states
@options.period("Notice or outcome")
@click.option(
    "--outcome",
    "outcomes",
    type=Word(WithdrawalOutcome, synonyms.OUTCOME),
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
    """List every notice of withdrawal, signature disowned and accession withdrawn, and what became of it by a day.

    \b
    icc withdrawals --since 2016
    icc withdrawals --outcome pending
    icc withdrawals --on 2016-11-16
    """
    codes = ask.codes(states)
    filters: dict[str, Any] = {
        "states": codes,
        "regions": regions,
        "outcomes": outcomes,
        "since": since,
        "until": until,
    }
    found = withdrawals(ask.store, ask.on, **filters)
    return Answer(found, lambda: views.listings.withdrawals(found, ask.names, ask.on, ask.checked, **filters))
