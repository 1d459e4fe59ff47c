"""`icc situations`: investigations and preliminary examinations."""

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
from icc_cli.queries.situations import Situation, situations
from icc_cli.treaty import synonyms
from icc_cli.treaty.details import SituationKind, Trigger
from icc_cli.views.beside import AboutList, about


@click.command("situations", cls=Command)
@options.states
@click.option(
    "--kind",
    "kinds",
    type=Word(SituationKind, synonyms.SITUATION_KIND),
    multiple=True,
    metavar="KIND",
    help="situation or examination.",
)
@click.option("--open", "only_open", is_flag=True, help="Only those open on the day.")
@click.option(
    "--trigger", "triggers", type=Word(Trigger), multiple=True, metavar="TRIGGER", help="How it came to the Court."
)
@options.region
@options.period("Opened or closed")
@options.day
@answering
@answers("icc/situations/1", Situation, about=AboutList)
def command(
    ask: Request,
    states: tuple[str, ...],
    kinds: tuple[str, ...],
    only_open: bool,
    triggers: tuple[str, ...],
    regions: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List situations under investigation and preliminary examinations, as they stood on the day asked about.

    \b
    icc situations --open --kind situation --on 2016-11-16
    icc situations --trigger unsc-referral
    icc situations ukraine
    """
    codes = ask.codes(states)
    filters: dict[str, Any] = {
        "states": codes,
        "kinds": kinds,
        "only_open": only_open,
        "triggers": triggers,
        "regions": regions,
        "since": since,
        "until": until,
    }
    found = situations(ask.store, ask.on, **filters)
    beside = about(ask.store, "situations", ask.on)

    def view() -> list[Block]:
        return views.listings.situations(found, ask.names, ask.on, ask.checked, beside.completeness, **filters)

    return Answer(found, view, beside)
