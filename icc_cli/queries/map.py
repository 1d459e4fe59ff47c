"""What a world map shows of each State on a day: `icc map`."""

from datetime import date
from typing import NamedTuple

from icc_cli.attributes import Region, SituationKind
from icc_cli.errors import UsageError
from icc_cli.queries.amendments import Tie, amendment, find_amendment
from icc_cli.queries.situations import situations
from icc_cli.store import Store
from icc_cli.vocabulary import PARTY, Status

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
SITUATIONS = ("under-investigation", "under-examination", "closed")
"""What a State's territory or people have been before the Court, the graver first."""


class MapState(NamedTuple):
    """A State with what the map is coloured by: a status, a region, a tie to an amendment, or where a matter stands.

    `value` is None where there is none; `projected`: the status rests on a day after the record was checked.
    """

    iso3: str
    name: str
    everyday: str
    value: str | None
    projected: bool


class MapAnswer(NamedTuple):
    """All States with their values; `values` in the order of a legend, `by` in full, `parties` on that day."""

    by: str
    values: tuple[str, ...]
    states: list[MapState]
    parties: int


def map_states(store: Store, on: date, by: str = "status") -> MapAnswer:
    """Return every State with its status, `region`, tie to an amendment (`amendment:ID`) or `situations` on a day.

    Raises UsageError for any other word, UnknownName for an amendment that is not known.
    """
    word, _, name = by.partition(":")
    rows = store.rows(
        "SELECT s.iso3, s.name, s.everyday, s.region, p.status, p.since FROM state s LEFT JOIN span p "
        "ON p.iso3 = s.iso3 AND p.since <= ? AND (p.until > ? OR p.until IS NULL) ORDER BY s.folded",
        str(on),
        str(on),
    )
    order: tuple[str, ...]
    if by == "status":
        order, values = STATUS_ORDER, {row["iso3"]: row["status"] for row in rows}
    elif by == "region":
        order, values = tuple(Region), {row["iso3"]: row["region"] for row in rows}
    elif by == "situations":
        order, values = SITUATIONS, _situations(store, on)
    elif word == "amendment" and name:
        key = find_amendment(store, name)
        found = amendment(store, key, on)
        by, order = f"amendment:{key}", tuple(Tie)
        values = {one.iso3: one.state for one in found.parties} if found else {}
    else:
        raise UsageError(
            f"a map has no colours by '{by}'", "one of: status, region, situations, amendment:ID (see 'icc amendments')"
        )
    checked = store.meta["checked"]
    states = [
        MapState(
            row["iso3"],
            row["name"],
            row["everyday"],
            values.get(row["iso3"]),
            by == "status" and (row["since"] or "") > checked,
        )
        for row in rows
    ]
    return MapAnswer(by, order, states, sum(row["status"] in PARTY for row in rows))


def _situations(store: Store, on: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in situations(store, on):
        kind = "under-investigation" if one.kind == SituationKind.SITUATION else "under-examination"
        value = kind if one.open else "closed"
        for iso3 in one.states:
            if iso3 not in found or SITUATIONS.index(value) < SITUATIONS.index(found[iso3]):
                found[iso3] = value
    return found
