"""What a chart of States Parties shows: one panel of all, or one for each of several regions, on one scale."""

from collections.abc import Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.chart import PartyCount
from icc_cli.queries.withdrawals import Withdrawal, withdrawals
from icc_cli.treaty.dates import days_after
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import ActKind


class Panel(Fields, kw_only=False):
    """The counts of all States Parties, or those of one region, with the notices of withdrawal given by them."""

    region: str | None
    counts: list[PartyCount]
    notices: list[Withdrawal]

    def at(self, day: date) -> PartyCount | None:
        """Return the count that held on a day; None before the first."""
        return next((count for count in reversed(self.counts) if count.day <= day), None)


def panels(
    store: Store, counts: Sequence[PartyCount], on: date, regions: Sequence[str], shown: tuple[date, date]
) -> list[Panel]:
    """Return the panels that show these counts, in the order of the regions asked for, with the period's notices."""
    first, last = shown
    notices = [
        one for one in withdrawals(store, on) if one.act == ActKind.WITHDRAWAL_NOTICE and first <= one.notified <= last
    ]
    return [
        Panel(
            region,
            [count for count in counts if count.region == region],
            [one for one in notices if region in (None, one.region)],
        )
        for region in regions or (None,)
    ]


def period(counts: Sequence[PartyCount], on: date, since: date | None, until: date | None) -> tuple[date, date]:
    """Return the first and last day shown: from before the first party to the day asked about or what lies ahead."""
    days = [count.day for count in counts]
    first = since or min([date(2002, 1, 1), *days])
    last = until or max([on, *(days_after(day, 240) for day in days if day > on)])
    return first, max(last, days_after(first, 1))


def told_day(on: date, since: date | None, until: date | None) -> date:
    """Return the day of which a chart tells the number: the one asked about, or the nearest that it shows."""
    day = max(on, since) if since else on
    return min(day, until) if until else day


def title_of(panel: Panel) -> str:
    """Name a panel."""
    return f"States Parties, {panel.region}" if panel.region else "States Parties"


def unit_of(found: Sequence[Panel], parts: int) -> int:
    """Return a round number of which so many reach above the counts of all panels, which share their scale."""
    most = max((count.parties for panel in found for count in panel.counts), default=0)
    return next(unit for unit in (1, 2, 5, 10, 20, 25, 50, 100, 1000) if unit * parts > most)


def parts_of(found: Sequence[Panel]) -> int:
    """Return of how many units the scale is made."""
    return 7 if len(found) == 1 else 4


def held(panel: Panel, on: date) -> int:
    """Return the number that a panel has for a day."""
    count = panel.at(on)
    return count.parties if count else 0
