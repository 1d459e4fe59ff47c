"""`icc show`: anything on record, by its id."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.output.report import Answer


@click.command("show", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing("ids"))
@options.day
@answering
@answers("icc/show/1", "queries.show:Record")
def command(ask: Request, ids: tuple[str, ...]) -> Answer:
    """Show all that is on record about an act, document, situation, amendment or person before the Court.

    Its documents come in full. Ids are those of --json, in any case; persons also go by their names. Where two
    records share one, write situation:ID or document:ID.

    \b
    icc show GMB-2016-11-10-withdrawal-notice --on 2016-11-16
    icc show cn-862-2016
    icc show darfur aggression-2010
    icc show putin
    """
    from icc_cli.queries.show import show  # not at the top: a shell that completes an id need not wait for it

    found = list({(one.kind, one.id): one for one in (show(ask.store, name, ask.on) for name in ids)}.values())
    return Answer(found, lambda: views.records.pages(found, ask.names, ask.on, ask.checked))
