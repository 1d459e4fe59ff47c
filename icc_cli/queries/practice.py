"""How States have met persons under a warrant, and whether their laws provide for cooperation: as known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled
from icc_cli.database.store import Store
from icc_cli.queries.acts import Source, sources
from icc_cli.treaty.dates import AnyDate, whole
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from sqlite3 import Row

    from icc_cli.treaty.details import Provision, VisitKind
    from icc_cli.treaty.forms import Iso3, Slug
    from icc_cli.treaty.vocabulary import Confidence


class ReportedVisit(Fields):
    """A reported stay in a State, or flight over it, of a person under a public warrant. No judgment on the State."""

    id: Slug
    """Id of the visit; never renamed."""
    person: Slug
    """Id of the person."""
    iso3: Iso3
    kind: VisitKind
    """A stay or a flight over the State."""
    since: AnyDate | None
    """Its first day; null where none is proved."""
    until: AnyDate | None
    """Its last day, where it is another and proved."""
    not_after: date | None
    """Where no day is proved, the last day by which it had happened."""
    outcome: str | None
    """What followed there, in words."""
    note: str | None
    confidence: Confidence
    sources: tuple[Source, ...]


class CooperationLaw(Fields):
    """Whether a State's law provides for cooperation with the Court (Art. 88)."""

    id: Slug
    """Id of the entry; never renamed."""
    iso3: Iso3
    provision: Provision
    """Whether its law provides for cooperation."""
    title: str | None
    """The law's title."""
    known_by: date | None
    """A day by which it was so; null where the document bears none."""
    note: str | None
    confidence: Confidence
    sources: tuple[Source, ...]


def visits(store: Store, on: date, *, states: Sequence[str] = (), persons: Sequence[str] = ()) -> list[ReportedVisit]:
    """Return the visits and overflights that had begun by a day, oldest first; of one not yet over, no end."""
    proofs = sources(store, "SELECT id FROM visit")
    return [
        filled(ReportedVisit, row, sources=proofs.get(row["id"], ()), **_end(row, on))
        for row in store.rows("SELECT * FROM visit WHERE public <= ? ORDER BY position", str(on))
        if (not states or row["iso3"] in states) and (not persons or row["person"] in persons)
    ]


def _end(row: Row, on: date) -> dict[str, None]:
    over = whole(row["last_day"] or row["not_after"])
    return {} if over and over <= on else {"until": None, "outcome": None}


def laws(store: Store, on: date, *, states: Sequence[str] = ()) -> list[CooperationLaw]:
    """Return what is known by a day of States' laws on cooperation, in the order of the record."""
    proofs = sources(store, "SELECT id FROM law")
    return [
        filled(CooperationLaw, row, sources=proofs.get(row["id"], ()))
        for row in store.rows("SELECT * FROM law WHERE public <= ? ORDER BY position", str(on))
        if not states or row["iso3"] in states
    ]


def person_names(store: Store) -> dict[str, str]:
    """Return the name of every person on record, by id."""
    return {row["id"]: row["name"] for row in store.rows("SELECT id, name FROM person")}
