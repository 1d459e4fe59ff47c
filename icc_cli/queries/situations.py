"""Situations under investigation and preliminary examinations, as they stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled, grouped
from icc_cli.database.store import Store
from icc_cli.queries.acts import Disputed, Source, disputed, sources
from icc_cli.treaty.dates import AnyDate, from_text, last_day
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.details import Outcome, Region, SituationKind, Trigger
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


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
    confidence: Confidence
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]
    concluded: AnyDate | None
    """Day the Prosecutor found an examination complete, if that had come; it stays open until it is closed."""
    by_flag: tuple[Iso3, ...]
    by_nationals: tuple[Iso3, ...]


def tie(one: Situation, iso3: str) -> str | None:
    """Return by what a situation concerns one of its States, where not by conduct on its territory."""
    return "flag" if iso3 in one.by_flag else "nationals" if iso3 in one.by_nationals else None


def has_occurred(day: AnyDate | None, on: date) -> bool:
    """Return whether an opening or a closing had surely come by a day; its own day counts."""
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
    named = grouped((row["situation"], row) for row in store.rows("SELECT * FROM situation_state ORDER BY position"))
    period = Period(since, until)
    found = []
    for row in store.rows("SELECT * FROM situation ORDER BY position"):
        ended = has_occurred(from_text(row["closed"]), on)
        if not (ended or has_occurred(from_text(row["opened"]), on)):
            continue
        one = filled(
            Situation,
            row,
            states=tuple(state["iso3"] for state in named[row["id"]]),
            by_flag=tuple(state["iso3"] for state in named[row["id"]] if state["tie"] == "flag"),
            by_nationals=tuple(state["iso3"] for state in named[row["id"]] if state["tie"] == "nationals"),
            open=not ended,
            disputed=doubts.get(row["id"], ()),
            sources=proofs.get(row["id"], ()),
            **({} if ended else dict.fromkeys(("later_trigger", "closed", "outcome", "leads_to"))),
            **({} if has_occurred(from_text(row["concluded"]), on) else {"concluded": None}),
            **({} if on >= store.checked else {"note": None}),
        )
        if (
            (not kinds or one.kind in kinds)
            and (not triggers or one.trigger in triggers or one.later_trigger in triggers)
            and (not regions or one.region in regions)
            and (not states or set(states) & set(one.states))
            and (one.open or not only_open)
            and period.meets(one.opened, one.closed)
        ):
            found.append(one)
    return found
