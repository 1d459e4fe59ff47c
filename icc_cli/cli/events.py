"""`icc events`: all acts, by State, kind, body and period."""

from datetime import date

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import FIRST, LAST, REGION, STATES, Word, completing
from icc_cli.page.blocks import Block
from icc_cli.queries.acts import events
from icc_cli.queries.names import everyday_names
from icc_cli.treaty.vocabulary import ActKind


@click.command("events")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option(
    "--kind", "kinds", type=Word(ActKind), multiple=True, metavar="KIND", help="A kind of act, such as signal."
)
@click.option("--body", metavar="NAME", shell_complete=completing("bodies"), help="A body, such as 'Security Council'.")
@click.option("--region", "regions", type=REGION, multiple=True, metavar="REGION", help="A regional group.")
@click.option("--since", type=FIRST, metavar="DATE", help="Done on or after this day.")
@click.option("--until", type=LAST, metavar="DATE", help="Done on or before this day.")
@answering
def command(
    ask: Ask,
    states: tuple[str, ...],
    kinds: tuple[str, ...],
    body: str | None,
    regions: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List acts of States and bodies, oldest first: of these States or about them, by kind and period.

    \b
    icc events russia
    icc events --kind signal --since 2015 --until 2017
    icc events --body "Security Council"
    """
    store = ask.store
    found = events(
        store,
        ask.on,
        states=ask.codes(states),
        kinds=kinds,
        body=_body(ask, body) if body else None,
        regions=regions,
        since=since,
        until=until,
    )

    def view() -> list[Block]:
        from icc_cli.views import listings

        names = everyday_names(store)
        return listings.events(found, names, ask.on, ask.checked)

    return Answer(schema="icc/events/1", records=found, view=view)


def _body(ask: Ask, name: str) -> str:
    """Return a body's name as the data have it. Raises UsageError with the bodies on record."""
    return Word(
        row["body"] for row in ask.store.rows("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body")
    ).convert(name, None, None)
