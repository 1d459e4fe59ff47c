"""Situations under investigation and preliminary examinations, as they stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.queries.acts import Disputed, Source, disputed, sources, whole
from icc_cli.treaty.dates import AnyDate, first_day, from_text, last_day
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.details import Outcome, Region, SituationKind, Trigger
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Standing


class Situation(Fields):
    """A situation or examination; `open` tells whether it was open on the day asked for.

    `region` is that of the first State named. `closed`, `outcome`, `leads_to` and `later_trigger` (how
    an examination's ground changed before its end) are None while it is not yet closed. `note` tells how
    things stand when the record was checked, and is None for days before that.
    """

    id: str
    name: str
    kind: SituationKind
    states: tuple[Iso3, ...]
    region: Region | None
    reference: str | None
    trigger: Trigger
    later_trigger: Trigger | None
    authorised: date | None
    authorised_by: str | None
    opened: AnyDate | None
    closed: AnyDate | None
    open: bool
    """Whether it was open on the day asked about."""
    outcome: Outcome | None
    leads_to: str | None
    scope_from: AnyDate | None
    scope_to: AnyDate | None
    note: str | None
    standing: Standing
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]


def come(day: AnyDate | None, on: date) -> bool:
    """Tell whether an opening or a closing had surely come by a day; its own day counts."""
    return day is not None and last_day(day) <= on


def situations(
    store: Store,
    on: date,
    *,
    kinds: Sequence[str] = (),
    triggers: Sequence[str] = (),
    regions: Sequence[str] = (),
    states: Sequence[str] = (),
    only_open: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> list[Situation]:
    """Return the situations, then the examinations, that had been opened by a day, oldest first.

    A period selects those opened or closed within it. The day of a closing counts as closed.
    """
    every = "SELECT id FROM situation"
    proofs, doubts = sources(store, every), disputed(store, every)
    named: dict[str, list[str]] = {}
    for row in store.rows("SELECT situation, iso3 FROM situation_state ORDER BY situation, position"):
        named.setdefault(row["situation"], []).append(row["iso3"])
    found = []
    for row in store.rows("SELECT * FROM situation ORDER BY position"):
        opened, closed = from_text(row["opened"]), from_text(row["closed"])
        ended = come(closed, on)
        if not (ended or come(opened, on)):
            continue
        one = Situation(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            states=tuple(named[row["id"]]),
            region=row["region"],
            reference=row["reference"],
            trigger=row["trigger"],
            later_trigger=row["later_trigger"] if ended else None,
            authorised=whole(row["authorised"]),
            authorised_by=row["authorised_by"],
            opened=opened,
            closed=closed if ended else None,
            open=not ended,
            outcome=row["outcome"] if ended else None,
            leads_to=row["leads_to"] if ended else None,
            scope_from=from_text(row["scope_from"]),
            scope_to=from_text(row["scope_to"]),
            note=row["note"] if on.isoformat() >= store.meta["checked"] else None,
            standing=row["standing"],
            disputed=doubts.get(row["id"], ()),
            sources=proofs.get(row["id"], ()),
        )
        days = [day for day in (one.opened, one.closed) if day]
        if (
            (not kinds or one.kind in kinds)
            and (not triggers or one.trigger in triggers or one.later_trigger in triggers)
            and (not regions or one.region in regions)
            and (not states or set(states) & set(one.states))
            and (one.open or not only_open)
            and any(
                (since is None or last_day(day) >= since) and (until is None or first_day(day) <= until) for day in days
            )
        ):
            found.append(one)
    return found
