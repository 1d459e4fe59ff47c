"""`icc warrants`: public warrants and summonses, and what became of them."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.cases import PersonCase, WarrantCounts, cases, count
from icc_cli.queries.persons import choose, find_situation, situation_names
from icc_cli.treaty.proceedings import WarrantOutcome
from icc_cli.views.beside import AboutList, about


class AboutWarrants(AboutList):
    """Beside a list of warrants: also the totals, as the Court counts them."""

    counts: WarrantCounts
    """The persons asked for, by what had become of the warrants; `--at-large` and periods change nothing in them."""


@click.command("warrants", cls=Command)
@options.persons
@click.option("--at-large", is_flag=True, help="Only who was still sought: neither surrendered, nor the case ended.")
@click.option(
    "--situation",
    "situations",
    multiple=True,
    metavar="SITUATION",
    shell_complete=completing("situations"),
    help="A situation, by its id or name.",
)
@options.region
@options.period("Public, or decided on,")
@options.day
@answering
@answers("icc/warrants/1", PersonCase, about=AboutWarrants)
def command(
    ask: Request,
    names: tuple[str, ...],
    at_large: bool,
    situations: tuple[str, ...],
    regions: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List public warrants and summonses, and what had become of them by the day asked about.

    The totals count persons, as the Court does, not warrants; arrest by a State executes none. Who was first summoned
    and then sought counts as both. Warrants and charges are allegations.

    \b
    icc warrants --at-large --on 2016-11-16
    icc warrants --situation libya
    icc warrants russia --json
    """
    chosen = choose(ask.store, ask.whole(names))
    chosen["situations"] += [find_situation(ask.store, name) for name in situations]
    every = cases(ask.store, ask.on, **chosen, regions=regions)
    found = cases(ask.store, ask.on, **chosen, regions=regions, since=since, until=until) if since or until else every
    found = [one for one in found if one.outcome == WarrantOutcome.AT_LARGE or not at_large]
    counts = count((one.person, one) for one in every)
    known = about(ask.store, "warrants", ask.on).completeness

    def view() -> list[Block]:
        return views.cases.warrants(
            found,
            counts,
            ask.names,
            situation_names(ask.store),
            ask.on,
            ask.checked,
            known,
            chosen=chosen,
            at_large=at_large,
            regions=regions,
            since=since,
            until=until,
        )

    return Answer(found, view, AboutWarrants(on=ask.on, completeness=known, counts=counts))
