"""`icc cases`: persons before the Court, and how far their cases had come."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.cases import PersonCase, cases
from icc_cli.queries.persons import choose, situation_names
from icc_cli.treaty.proceedings import Stage
from icc_cli.views.beside import AboutList, about


@click.command("cases", cls=Command)
@options.persons
@click.option("--stage", "stages", type=Word(Stage), multiple=True, metavar="STAGE", help="How far the case had come.")
@options.region
@options.period("Public, or at that stage,")
@options.day
@answering
@answers("icc/cases/1", PersonCase, about=AboutList)
def command(
    ask: Request,
    names: tuple[str, ...],
    stages: tuple[str, ...],
    regions: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List persons publicly sought or summoned by the Court, and the stage that each case had reached.

    Named are persons, cases by number, situations, or States: whose nationals they are, or whom the situation
    concerns. Who was not yet publicly sought on the day is not listed. Warrants and charges are allegations.

    \b
    icc cases putin
    icc cases darfur --on 2016-11-16
    icc cases --stage convicted
    """
    chosen = choose(ask.store, ask.whole(names))
    found = cases(ask.store, ask.on, **chosen, stages=stages, regions=regions, since=since, until=until)
    beside = about(ask.store, "cases", ask.on)

    def view() -> list[Block]:
        return views.cases.cases(
            found,
            ask.names,
            situation_names(ask.store),
            ask.on,
            ask.checked,
            beside.completeness,
            chosen=chosen,
            stages=stages,
            regions=regions,
            since=since,
            until=until,
        )

    return Answer(found, view, beside)
