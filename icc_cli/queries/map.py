"""What a world map shows of each State on a day: `icc map`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import HELD, Store
from icc_cli.errors import UsageError
from icc_cli.queries.amendments import AmendmentStatus, amendment, find_amendment
from icc_cli.queries.situations import situations, tie
from icc_cli.queries.status import awaited
from icc_cli.treaty.details import Region, SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, Status

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3


STATUS_ORDER = (
    Status.STATE_PARTY,
    Status.STATE_PARTY_WITHDRAWING,
    Status.FORMER_PARTY,
    Status.CONTRACTING_STATE,
    Status.SIGNATORY,
    Status.SIGNATORY_NO_INTENT,
    Status.NON_SIGNATORY,
    Status.NOT_YET_A_STATE,
)


class CourtStage(StrEnum):
    """Where the matters stand about conduct in a State, the graver first; then: all concern it by conduct elsewhere."""

    UNDER_INVESTIGATION = "under-investigation"
    UNDER_EXAMINATION = "under-examination"
    CLOSED = "closed"
    ELSEWHERE = "elsewhere"


class Untied(StrEnum):
    """How a State Party stands to an amendment that it has no tie to."""

    NOT_BOUND = "not-bound"


Value = Status | Region | AmendmentStatus | Untied | CourtStage
"""What a map can show of a State."""


class MapState(Fields, kw_only=False):
    """A State with what the map is coloured by: a status, a region, a tie to an amendment, or where a matter stands."""

    iso3: Iso3
    name: str
    everyday: str
    value: Status | Region | AmendmentStatus | Untied | CourtStage | None
    """What the map shows of the State; null where there is nothing to show."""
    projected: bool
    """Whether the status rests on a day after the record was checked."""


class WorldMap(Fields, kw_only=False):
    """All States with their values on a day."""

    by: str
    """What it is coloured by, an amendment by its id."""
    title: str
    """The amendment's title, where it is coloured by one."""
    values: tuple[Value, ...]
    """What it may show, in the order of a legend."""
    states: list[MapState]
    parties: int
    """The number of States Parties on that day."""
    on: date
    version: str
    checked: date
    projected: bool
    """Whether the number of States Parties rests on what lies after the record was checked."""


def world_map(store: Store, on: date, by: str = "status") -> WorldMap:
    """Return every State with its status, `region`, tie to an amendment (`amendment:ID`) or `situations` on a day.

    Raises UsageError for any other word, UnknownName for an amendment that is not known.
    """
    word, _, name = by.partition(":")
    rows = store.rows(
        "SELECT s.iso3, s.name, s.everyday, s.region, p.status, p.since FROM state s LEFT JOIN span p "
        f"ON p.iso3 = s.iso3 AND {HELD} ORDER BY s.folded",
        str(on),
    )
    title = ""
    order: tuple[Value, ...]
    values: Mapping[str, Value | None]
    if by == "status":
        order = STATUS_ORDER
        values = {row["iso3"]: Status(row["status"]) if row["status"] else None for row in rows}
    elif by == "region":
        order = tuple(Region)
        values = {row["iso3"]: Region(row["region"]) if row["region"] else None for row in rows}
    elif by == "situations":
        order, values = tuple(CourtStage), _situations(store, on)
    elif word == "amendment" and name:
        key = find_amendment(store, name)
        title = store.rows("SELECT title FROM amendment WHERE id = ?", key)[0]["title"]
        found = amendment(store, key, on)
        by, order = f"amendment:{key}", (*AmendmentStatus, *Untied)
        values = {row["iso3"]: Untied.NOT_BOUND for row in rows if row["status"] in PARTY}
        values |= {one.iso3: one.state for one in found.parties} if found else {}
    else:
        raise UsageError(
            f"a map has no colours by '{by}'", "one of: status, region, situations, amendment:ID (see 'icc amendments')"
        )
    states = []
    for row in rows:
        projected = by == "status" and (row["since"] or "") > str(store.checked)
        states.append(MapState(row["iso3"], row["name"], row["everyday"], values.get(row["iso3"]), projected))
    parties = sum(row["status"] in PARTY for row in rows)
    return WorldMap(by, title, order, states, parties, on, store.meta["version"], store.checked, awaited(store, on))


def _situations(store: Store, on: date) -> dict[str, CourtStage]:
    found: dict[str, CourtStage] = {}
    order = list(CourtStage)
    for one in situations(store, on):
        kind = CourtStage.UNDER_INVESTIGATION if one.kind == SituationKind.SITUATION else CourtStage.UNDER_EXAMINATION
        value = kind if one.open else CourtStage.CLOSED
        for iso3 in one.states:
            here = CourtStage.ELSEWHERE if tie(one, iso3) else value
            found[iso3] = min(here, found.get(iso3, here), key=order.index)
    return found
