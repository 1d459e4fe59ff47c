"""`icc chart`: the number of States Parties over time."""

from datetime import date
from functools import partial

import click

from icc_cli import pictures, views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.drawing import drawing, files
from icc_cli.cli.request import Request
from icc_cli.cli.types import REGION, Word
from icc_cli.errors import UsageError
from icc_cli.output.report import Answer
from icc_cli.queries.chart import PartyCount, chart
from icc_cli.treaty.details import Region

_REGION = Word((*REGION.words.values(), "all"), REGION.also)


@click.command("chart", cls=Command)
@click.argument("what", type=Word(("parties",)), default="parties", metavar="[parties]")
@click.option(
    "--region", "regions", type=_REGION, multiple=True, metavar="REGION", help="A regional group; 'all': each of them."
)
@click.option(
    "--from", "base", type=click.IntRange(min=0), default=0, metavar="N",
    help="Begin the scale at N, not at 0; the picture says so.",
)  # fmt: skip
@options.shown
@drawing
@options.day
@answering
@answers("icc/chart/1", PartyCount)
def command(
    ask: Request,
    what: str,
    regions: tuple[str, ...],
    base: int,
    since: date | None,
    until: date | None,
    svg: str | None,
    png: str | None,
    title: str | None,
    width: int | None,
) -> Answer:
    """Show the number of States Parties over time, with notices of withdrawal and those who left.

    With --region, those of that group; several regions stand in panels with one scale. As the record stood on the
    day asked about; what was to follow from it by then is marked as expected, and left out by --until.

    \b
    icc chart parties
    icc chart parties --region all
    icc chart parties --since 2016 --until 2019
    icc chart parties --since 2016 --from 60 --svg parties.svg
    """
    chosen = list(Region) if "all" in regions else list(dict.fromkeys(regions))
    found = chart(ask.store, ask.on, chosen, since, until)
    least = min((count.parties for count in found.counts), default=base + 1)
    if base and base >= least:
        raise UsageError(f"the least number shown is {least}", f"begin the scale below it: --from {max(least - 1, 0)}")
    found = found._replace(base=base)
    return Answer(
        found.counts,
        lambda: views.pictures.chart(found),
        files=files(ask, partial(pictures.chart.svg, found), svg, png, title, width),
    )
