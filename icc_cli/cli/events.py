"""`icc events`: all acts, by State, kind, body and period."""

from datetime import date
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word, completing
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.acts import Act, events
from icc_cli.queries.persons import find_person
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.vocabulary import ActKind
from icc_cli.views.beside import AboutList, about


@click.command("events", cls=Command)
@options.states
@click.option(
    "--kind",
    "kinds",
    type=Word((*ActKind, *ProceedingKind)),
    multiple=True,
    metavar="KIND",
    help="A kind of act, such as signal.",
)
@click.option("--body", metavar="NAME", shell_complete=completing("bodies"), help="A body, such as 'Security Council'.")
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="NAME",
    shell_complete=completing("persons"),
    help="A person before the Court, by id or name.",
)
@options.region
@options.period("Acts")
@options.day
@answering
@answers("icc/events/1", Act, about=AboutList)
def command(
    ask: Request,
    states: tuple[str, ...],
    kinds: tuple[str, ...],
    body: str | None,
    persons: tuple[str, ...],
    regions: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List acts of States and bodies, oldest first: of these States or about them, by kind and period.

    \b
    icc events russia
    icc events --kind signal --since 2015 --until 2017
    icc events --body "Security Council"
    icc events --person al-bashir
    """
    codes, body = ask.codes(states), _body(ask, body) if body else None
    people = [find_person(ask.store, name) for name in persons]
    filters: dict[str, Any] = {
        "states": codes,
        "kinds": kinds,
        "body": body,
        "persons": people,
        "regions": regions,
        "since": since,
        "until": until,
    }
    found = events(ask.store, ask.on, **filters)
    beside = about(ask.store, "events", ask.on)

    def view() -> list[Block]:
        return views.listings.events(found, ask.names, ask.on, ask.checked, beside.completeness, **filters)

    return Answer(found, view, beside)


def _body(ask: Request, name: str) -> str:
    """Return a body's name as the data have it. Raises UsageError with the bodies on record."""
    return Word(
        row["body"] for row in ask.store.rows("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body")
    ).convert(name, None, None)
