"""`icc diff`: what changed between two days."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import LAST, Word
from icc_cli.cli.writing import warn
from icc_cli.errors import UsageError
from icc_cli.output.report import Answer, Beside
from icc_cli.page.blocks import Block
from icc_cli.queries.changes import Change, ChangeKind, changes
from icc_cli.queries.status import parties
from icc_cli.treaty.vocabulary import PARTY


class AboutPeriod(Beside):
    """Beside changes: the days between which they lie."""

    from_: date
    """First day."""
    to: date
    """Last day."""


_COMPARED = (
    "compared were statuses, amendments, the Agreement and situations; declarations, opt-outs, territories and the "
    "first day for aggression are not: icc events, icc declarations, icc amendments"
)


@click.command("diff", cls=Command)
@click.argument("start", type=LAST, metavar="FROM")
@click.argument("end", type=LAST, metavar="TO")
@click.option("--kind", "kinds", type=Word(ChangeKind), multiple=True, metavar="KIND", help="A kind of change.")
@options.suppose
@answering
@answers("icc/diff/1", Change, about=AboutPeriod)
def command(ask: Request, start: date, end: date, kinds: tuple[str, ...]) -> Answer:
    """Show what changed after one day and through another: statuses, amendments in force, the Agreement, situations.

    A year or month stands for its last day, so that `icc diff 2015 2016` shows the year 2016.

    \b
    icc diff 2016-10-01 2017-10-31
    icc diff 2025 today --kind status
    """
    if end < start:
        raise UsageError(f"{start} comes after {end}", "give the earlier day first")
    found = [change for change in changes(ask.store, start, end) if not kinds or change.kind in kinds]

    if not found:
        warn(_COMPARED)

    def view() -> list[Block]:
        counted = not kinds or ChangeKind.STATUS in kinds
        first, last = (len(parties(ask.store, day, statuses=PARTY)) if counted else 0 for day in (start, end))
        return views.outlook.changes(found, start, end, ask.checked, kinds, (first, last) if counted else None)

    return Answer(found, view, AboutPeriod(from_=start, to=end))
