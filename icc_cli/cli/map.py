"""`icc map`: the world by status, region, amendment or situations."""

from functools import partial

import click

from icc_cli import pictures, views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.drawing import drawing, files
from icc_cli.cli.request import Request
from icc_cli.output.report import About, Answer
from icc_cli.queries.map import MapState, world_map


class AboutMap(About):
    """Beside the States of a map: also what it is coloured by, such as `status` or `amendment:aggression-2010`."""

    colour_by: str
    """What the map is coloured by: `status`, `region`, `situations`, or `amendment:` and an id."""


@click.command("map", cls=Command)
@click.option(
    "--colour-by", "--color-by", "by", default="status", metavar="WHAT",
    help="status, region, situations or amendment:ID.",
)  # fmt: skip
@drawing
@options.day
@answering
@answers("icc/map/1", MapState, about=AboutMap)
def command(ask: Request, by: str, svg: str | None, png: str | None, title: str | None, width: int | None) -> Answer:
    """Show the world: every State by its status, its regional group, its tie to an amendment, or its situations.

    Where there are no colours, each State is shown by the letter of the legend. The terminal needs 78 columns.

    \b
    icc map --on 2016-11-16
    icc map --colour-by situations
    icc map --colour-by amendment:aggression
    """
    found = world_map(ask.store, ask.on, by)
    return Answer(
        found.states,
        lambda: views.pictures.world(found),
        AboutMap(on=ask.on, colour_by=found.by),
        files=files(ask, partial(pictures.map.svg, found), svg, png, title, width),
    )
