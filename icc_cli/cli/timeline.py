"""`icc timeline`: the statuses of States as bars on one axis of time."""

from datetime import date
from functools import partial

import click

from icc_cli import pictures, views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.drawing import drawing, files
from icc_cli.cli.request import Request
from icc_cli.errors import UsageError
from icc_cli.output.report import Answer
from icc_cli.queries.timeline import TimelineRow, timeline
from icc_cli.queries.withdrawals import withdrawals


@click.command("timeline", cls=Command)
@options.states
@click.option("--withdrawals", "ways_out", is_flag=True, help="Every State that 'icc withdrawals' lists.")
@options.shown
@drawing
@options.day
@answering
@answers("icc/timeline/1", TimelineRow)
def command(
    ask: Request,
    states: tuple[str, ...],
    ways_out: bool,
    since: date | None,
    until: date | None,
    svg: str | None,
    png: str | None,
    title: str | None,
    width: int | None,
) -> Answer:
    """Show States side by side in time: status by status, and the acts that moved them.

    As the record stood on the day asked about; what was to follow from it by then is marked as expected.

    \b
    icc timeline gambia burundi philippines hungary
    icc timeline --withdrawals --since 2016
    icc timeline south-africa --on 2016-11-16
    """
    if not states and not ways_out:
        raise UsageError("there is no State to show", "name one or more, or try 'icc timeline --withdrawals'")
    codes = ask.codes(states)
    if ways_out:
        codes += [one.iso3 for one in withdrawals(ask.store, ask.on)]
    found = timeline(ask.store, list(dict.fromkeys(codes)), ask.on, since, until)
    return Answer(
        found.rows,
        lambda: views.pictures.timeline(found),
        files=files(ask, partial(pictures.timeline.svg, found), svg, png, title, width),
    )
