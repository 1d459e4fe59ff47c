"""`icc brief`: the state of the treaty on a day."""

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.page.blocks import Block
from icc_cli.queries.brief import brief
from icc_cli.queries.names import everyday_names


@click.command("brief")
@click.option("--window", type=click.IntRange(1, 3660), default=60, metavar="DAYS", help="Days to look back; 60.")
@answering
def command(ask: Ask, window: int) -> Answer:
    """Tell the state of the treaty on a day: counts, what happened, what is pending, who may follow, what lies ahead.

    \b
    icc brief --on 2016-11-16
    icc brief --window 365 --format markdown
    """
    found = brief(ask.store, ask.on, window)

    def view() -> list[Block]:
        from icc_cli.views import outlook

        names = everyday_names(ask.store)
        return outlook.brief(found, names, ask.checked)

    return Answer(schema="icc/brief/1", records=[found], view=view)
