"""How complete the parties on record are: what the depositary has published, and what is known to be missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.acts import Source, sources_of
from icc_cli.treaty.dates import AnyDate, days_before, from_text, last_day, whole
from icc_cli.treaty.fields import Fields


class Published(Fields):
    """How many parties a page of the depositary counts; `recorded` of them are on record here.

    `day` is the day the page is of, or that of the newest deposit it lists; where neither is known, the
    page was made `before` a day.
    """

    count: int
    recorded: int
    """How many of them are on record here."""
    day: date | None
    before: date | None
    sources: tuple[Source, ...]


class Completeness(Fields):
    """What can be said on a day about a list of parties. `incomplete`: it lacks some, or is not known to be whole."""

    published: Published | None
    complete_through: AnyDate | None
    gaps: str | None
    incomplete: bool


def completeness(
    store: Store, fact: str, on: date, deposits: Iterable[AnyDate], left: Iterable[date] = ()
) -> Completeness:
    """Return how complete a list is on a day, given the days of the deposits, and of leaving, on record by then."""
    row = store.row("SELECT * FROM completeness WHERE fact = ?", fact)
    if row is None:
        return Completeness(published=None, complete_through=None, gaps=None, incomplete=False)
    day, before = whole(row["day"]), whole(row["before"])
    shown = day or before
    published = None
    if shown and shown <= on:
        last = day or days_before(shown, 1)
        joined, gone = (sum(last_day(one) <= last for one in days) for days in (deposits, left))
        published = Published(
            count=row["published"],
            recorded=joined - gone,
            day=day,
            before=before,
            sources=sources_of(store, f"{fact}:published"),
        )
    complete_through = from_text(row["complete_through"])
    return Completeness(
        published=published,
        complete_through=complete_through,
        gaps=row["gaps"],
        incomplete=bool(row["gaps"])
        or (published is not None and published.recorded < published.count)
        or (complete_through is not None and on > last_day(complete_through)),
    )
