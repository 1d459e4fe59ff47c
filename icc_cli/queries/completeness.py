"""How complete a list on record is: what was published of it, and what is known to be missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from icc_cli.database.store import HELD, Store, marks
from icc_cli.queries.acts import Source, sources_of
from icc_cli.treaty.dates import AnyDate, from_text, last_day, whole
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import AGREEMENT, PARTY, ActKind


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
    """What can be said of a whole list on a day, whatever was asked of it.

    `incomplete`: it lacks some, or is not known to be whole.
    """

    published: Published | None
    complete_through: AnyDate | None
    gaps: str | None
    incomplete: bool


_RECORDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "parties": (f"SELECT count(*) AS number FROM span WHERE status IN ({marks(PARTY)}) AND {HELD}", tuple(PARTY)),
    AGREEMENT: (
        f"SELECT (SELECT count(*) FROM act WHERE act = '{ActKind.APIC_CONSENT}' AND last_day <= ?) - (SELECT count(*) "
        f"FROM act WHERE act = '{ActKind.APIC_DENUNCIATION}' AND effect <= ? AND id NOT IN "
        "(SELECT undoes FROM act WHERE undoes IS NOT NULL)) AS number",
        (),
    ),
}
"""How the lists that have a published count are counted through a day, the last value; who left is not counted."""


def completeness(
    store: Store, fact: str, on: date, recorded: Callable[[date], int] | None = None
) -> Completeness | None:
    """Return how complete a list is on a day: that of a command (`parties`) or of an amendment; None: nothing is said.

    `recorded` counts the parties on record through a day; what the lists of commands count is known.
    """
    row = store.row("SELECT * FROM completeness WHERE fact = ?", fact)
    if row is None:
        return None
    day, before = whole(row["day"]), whole(row["before"])
    published = None
    if (shown := day or before) and shown <= on:
        through = day or shown - timedelta(1)
        published = Published(
            count=row["published"],
            recorded=recorded(through) if recorded else _recorded(store, fact, through),
            day=day,
            before=before,
            sources=sources_of(store, f"{fact}:published"),
        )
    complete_through = from_text(row["complete_through"])
    closed = whole(row["gaps_until"])
    gaps = None if closed and closed <= on else row["gaps"]
    return Completeness(
        published=published,
        complete_through=complete_through,
        gaps=gaps,
        incomplete=bool(gaps)
        or (published is not None and published.recorded < published.count)
        or (complete_through is not None and on > last_day(complete_through)),
    )


def _recorded(store: Store, name: str, through: date) -> int:
    query, values = _RECORDED[name]
    row = store.row(query, *values, *[str(through)] * (query.count("?") - len(values)))
    return int(row["number"]) if row else 0
