"""`icc declarations`: declarations and acts like them."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import FIRST, LAST, STATES, Word
from icc_cli.page.blocks import Block
from icc_cli.queries.declarations import KINDS, declarations
from icc_cli.queries.names import everyday_names


@click.command("declarations")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option("--kind", "kinds", type=Word(KINDS), multiple=True, metavar="KIND", help="A kind, such as article-124.")
@click.option("--since", type=FIRST, metavar="DATE", help="Made on or after this day.")
@click.option("--until", type=LAST, metavar="DATE", help="Made on or before this day.")
@answering
def command(
    ask: Ask, states: tuple[str, ...], kinds: tuple[str, ...], since: date | None, until: date | None
) -> Answer:
    """List declarations, objections, territorial notices, acceptances and opt-outs: by these States or against them.

    Kinds: interpretative, article-87, article-87-channel, article-87-language, article-103-sentences,
    understanding-on-non-recognition, territorial, other, objection, territorial-application,
    territorial-exclusion, article-124, article-12-3, aggression-opt-out.

    \b
    icc declarations uruguay
    icc declarations --kind article-124 --kind article-12-3
    icc declarations --since 2024
    """
    store = ask.store
    found = declarations(store, ask.on, states=ask.codes(states), kinds=kinds, since=since, until=until)

    def view() -> list[Block]:
        from icc_cli.views import treaty

        names = everyday_names(store)
        return treaty.declarations(found, names, ask.on, ask.checked)

    return Answer(schema="icc/declarations/1", records=found, view=view)
