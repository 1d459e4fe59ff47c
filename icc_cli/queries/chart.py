"""How many States Parties there were, from change to change: `icc chart`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.amendments import AmendmentStatus, AmendmentWithParties
from icc_cli.queries.names import everyday_names
from icc_cli.queries.timeline import courses, period
from icc_cli.queries.withdrawals import Withdrawal, withdrawals
from icc_cli.treaty.details import Region
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, ActKind


class PartyCount(Fields, kw_only=False):
    """The number of States Parties from a day on, until the next row of that `region`.

    A period's first row has the number as it stood.
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


class Panel(Fields, kw_only=False):
    """The counts of all States Parties, or those of one region, with the notices of withdrawal given by them."""

    region: Region | None
    counts: list[PartyCount]
    notices: list[Withdrawal]

    def at(self, day: date) -> PartyCount | None:
        """Return the count that held on a day; None before the first."""
        return next((count for count in reversed(self.counts) if count.day <= day), None)

    def held(self, day: date) -> int:
        """Return the number of States Parties on a day."""
        count = self.at(day)
        return count.parties if count else 0


class Chart(Fields, kw_only=False):
    """A panel of all States Parties, or one for each of several regions, from the `first` to the `last` day shown."""

    panels: list[Panel]
    on: date
    """The day of which the number is told: the one asked about, or the nearest that is shown."""
    first: date
    last: date
    names: Mapping[str, str]
    """What States are called, by code."""
    version: str
    checked: date
    counted: str = "States Parties"
    """What is counted."""
    base: int = 0
    """The number at which the scale begins."""

    @property
    def alone(self) -> Panel | None:
        """The panel, where there is but one."""
        return self.panels[0] if len(self.panels) == 1 else None

    @property
    def counts(self) -> list[PartyCount]:
        """The counts of all panels."""
        return [count for panel in self.panels for count in panel.counts]


def chart(
    store: Store, on: date, regions: Sequence[str] = (), since: date | None = None, until: date | None = None
) -> Chart:
    """Return the number of States Parties at each change, of all or region by region, as the record stood on a day.

    What was to follow from the acts on record by then comes along as projected, unless `until` ends before it.
    """
    known = min(on, store.checked)
    groups = {row["iso3"]: row["region"] for row in store.rows("SELECT iso3, region FROM state")}
    turns: dict[date, list[tuple[str, bool]]] = {}
    for iso3, spans in courses(store, on).items():
        was = False
        for span in spans:
            if (span.status in PARTY) != was:
                was = not was
                turns.setdefault(span.start or date.min, []).append((iso3, was))
    counts: dict[Region | None, list[PartyCount]] = {}
    for region in map(Region, regions) if regions else (None,):
        chosen = {
            day: mine
            for day, moves in sorted(turns.items())
            if (mine := [move for move in moves if region in (None, groups[move[0]])])
        }
        counts[region] = list(_counted(chosen, region, known, since, until))
    ahead = [count.day for found in counts.values() for count in found if count.day > on]
    first, last = period(on, since, until, ahead, lambda _: date(2002, 1, 1))
    notices = [
        one for one in withdrawals(store, on) if one.act == ActKind.WITHDRAWAL_NOTICE and first <= one.notified <= last
    ]
    panels = [
        Panel(region, found, [one for one in notices if region in (None, one.region)])
        for region, found in counts.items()
    ]
    told = max(on, since or on)
    day = min(told, until or told)
    return Chart(panels, day, first, last, everyday_names(store), store.meta["version"], store.checked)


def bound_over_time(store: Store, found: AmendmentWithParties, on: date) -> Chart:
    """Return the number of States that an amendment binds, or that have consented so that it will, at each change."""
    turns: dict[date, list[str]] = {}
    for one in found.parties:
        if one.binding_from and one.state in (AmendmentStatus.BOUND, AmendmentStatus.WAITING):
            turns.setdefault(one.binding_from, []).append(one.iso3)
    counts: list[PartyCount] = []
    number, known = 0, min(on, store.checked)
    for day, codes in sorted(turns.items()):
        number += len(codes)
        counts.append(PartyCount(day, None, number, tuple(codes), (), day > known))
    ahead = [count.day for count in counts if count.day > on]
    begin = counts[0].day.replace(month=1, day=1) if counts else on
    first, last = period(on, None, None, ahead, lambda _: begin)
    version, panel = store.meta["version"], Panel(None, counts, [])
    return Chart([panel], on, first, last, everyday_names(store), version, store.checked, "States bound")


def _counted(
    turns: Mapping[date, list[tuple[str, bool]]],
    region: Region | None,
    known: date,
    since: date | None,
    until: date | None,
) -> Iterator[PartyCount]:
    """Count from change to change. A period begins with the number as it stood."""
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
