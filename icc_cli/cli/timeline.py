"""`icc timeline`: the statuses of States as bars on one axis of time."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.drawing import drawing, pictures
from icc_cli.cli.request import Ask
from icc_cli.cli.types import FIRST, LAST, STATES
from icc_cli.errors import UsageError
from icc_cli.page.blocks import Block
from icc_cli.queries.timeline import timeline
from icc_cli.queries.withdrawals import withdrawals


@click.command("timeline")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option("--withdrawals", "ways_out", is_flag=True, help="Every State on record with a way out.")
@click.option("--since", type=FIRST, metavar="DATE", help="The first day shown.")
@click.option("--until", type=LAST, metavar="DATE", help="The last day shown.")
@drawing
@answering
def command(
    ask: Ask,
    states: tuple[str, ...],
    ways_out: bool,
    since: date | None,
    until: date | None,
    svg: str | None,
    png: str | None,
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
    if since and until and until < since:
        raise UsageError("--until lies before --since")
    codes = ask.codes(states)
    if ways_out:
        codes += [one.iso3 for one in withdrawals(ask.store, ask.on)]
    codes = list(dict.fromkeys(codes))
    found = timeline(ask.store, codes, ask.on)

    def picture(heading: bool = True) -> str:
        from icc_cli.pictures import timeline as pictured

        return pictured.svg(ask.store, codes, ask.on, since, until, heading=heading)

    def view() -> list[Block]:
        from icc_cli.views import pictures as views

        return views.timeline(found, ask.on, ask.checked, since, until, lambda: picture(False))

    return Answer(schema="icc/timeline/1", records=found, view=view, files=pictures(picture, svg, png))
