"""How many States Parties there were, from change to change: `icc chart`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.timeline import courses
from icc_cli.treaty.details import Region
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY


class PartyCount(Fields, kw_only=False):
    """The number of States Parties from a day on, until the next row of that `region` (None: of all).

    `joined` and `left` are the codes of those that became parties, or ceased to be, on the day; a period's first row
    has the number as it stood. `projected`: the day lies after the one asked about, or after the record was checked.
    """

    day: date
    """The day from which the number holds."""
    region: Region | None
    """The regional group that is counted; null for all States Parties."""
    parties: int
    """The number of States Parties."""
    joined: tuple[str, ...]
    """Codes of the States that became States Parties on the day."""
    left: tuple[str, ...]
    """Codes of the States that ceased to be States Parties on the day."""
    projected: bool
    """Whether the day lies after the one asked about, or after the record was checked."""


def party_counts(
    store: Store,
    on: date,
    *,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[PartyCount]:
    """Return the number of States Parties at each change, of all or region by region, as the record stood on a day.

    What was to follow from the acts on record by then comes along as projected, unless `until` ends before it.
    """
    checked = date.fromisoformat(store.meta["checked"])
    groups: dict[str, Region | None] = {
        row["iso3"]: row["region"] for row in store.rows("SELECT iso3, region FROM state")
    }
    turns: dict[date, list[tuple[str, bool]]] = {}
    for iso3, spans in courses(store, on).items():
        was = False
        for span in spans:
            if (span.status in PARTY) != was:
                was = not was
                turns.setdefault(span.start or date.min, []).append((iso3, was))
    found: list[PartyCount] = []
    for region in map(Region, regions) if regions else (None,):
        chosen = {
            day: mine
            for day, moves in sorted(turns.items())
            if (mine := [move for move in moves if region in (None, groups[move[0]])])
        }
        found += _counted(chosen, region, min(on, checked), since, until)
    return found


def _counted(
    turns: dict[date, list[tuple[str, bool]]],
    region: Region | None,
    known: date,
    since: date | None,
    until: date | None,
) -> Iterable[PartyCount]:
    number, begun = 0, since is None
    for day, moves in turns.items():
        if until and day > until:
            break
        if not begun and since and day >= since:
            begun = True
            if day > since:
                yield PartyCount(since, region, number, (), (), since > known)
        joined = tuple(iso3 for iso3, joins in moves if joins)
        left = tuple(iso3 for iso3, joins in moves if not joins)
        number += len(joined) - len(left)
        if begun:
            yield PartyCount(day, region, number, joined, left, day > known)
    if not begun and since:
        yield PartyCount(since, region, number, (), (), since > known)
