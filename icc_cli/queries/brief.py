"""The state of the treaty on a day, on one page: `icc brief`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.store import HELD, Store
from icc_cli.queries.acts import OF_STATES, Act, acts
from icc_cli.queries.cases import totals
from icc_cli.queries.situations import Situation, situations
from icc_cli.queries.status import awaited, outside_united_nations
from icc_cli.queries.upcoming import Upcoming, upcoming
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome, withdrawals
from icc_cli.treaty.dates import days_before, last_day
from icc_cli.treaty.details import Leaning, Region, SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, ActKind, Status

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3

_SIGNALS_LAST = 731
"""Days for which a signal counts as recent: two years."""
_ROUTINE = (
    ActKind.DECLARATION,
    ActKind.OBJECTION,
    ActKind.TERRITORIAL_APPLICATION,
    ActKind.TERRITORIAL_EXCLUSION,
    ActKind.AMENDMENT_CONSENT,
    ActKind.APIC_SIGNATURE,
    ActKind.APIC_CONSENT,
)
"""Acts that are counted, not listed one by one."""


class Count(Fields, kw_only=False):
    """How many States (or acts, or persons), and how many more or fewer than at the start of the window."""

    what: str
    """What is counted: a status, a regional group, a kind of act, States Parties, or an outcome of warrants."""
    number: int
    """How many."""
    change: int
    """How many more (or fewer) than at the start of the window."""


class Brief(Fields):
    """The treaty on a day. The window runs from `since` (not included) through the day itself."""

    on: date
    since: date
    """The day before the window's first."""
    parties: Count
    """The States Parties."""
    statuses: tuple[Count, ...]
    """States by status."""
    regions: tuple[Count, ...]
    """States Parties by regional group."""
    acts: tuple[Act, ...]
    """Acts of the window, oldest first."""
    routine_acts: tuple[Count, ...]
    """Acts of the window that are only counted: consents, declarations and the like, by kind."""
    pending: tuple[Withdrawal, ...]
    """Notices of withdrawal that have not yet taken effect."""
    signals: tuple[Act, ...]
    """The newest signal of leaving of each State or body in two years, but of States whose notice is pending."""
    under_investigation: tuple[Situation, ...]
    """Situations under investigation on the day."""
    under_examination: tuple[Situation, ...]
    """Preliminary examinations open on the day."""
    opened: tuple[Situation, ...]
    """Matters opened within the window."""
    closed: tuple[Situation, ...]
    """Matters closed within the window."""
    upcoming: tuple[Upcoming, ...]
    """The days known to lie ahead."""
    projected: bool
    """Whether the number of States Parties rests on what lies after the day of the check."""
    outside_united_nations: tuple[Iso3, ...]
    """The States counted that are not members of the United Nations on the day; all others are."""
    warrants: tuple[Count, ...]
    """Persons by what had become of the warrants for them, as `icc warrants` counts."""


def brief(store: Store, on: date, window: int = 60) -> Brief:
    """Return the state of the treaty on a day, with what happened in the `window` days up to it."""
    since = days_before(on, window)
    now, before = _standings(store, on), _standings(store, since)
    recent = acts(store, on, f"{OF_STATES} AND last_day > ?", str(since))
    pending = withdrawals(store, on, outcomes=[WithdrawalOutcome.PENDING])
    found = situations(store, on)
    open_now = [one for one in found if one.open]
    return Brief(
        on=on,
        since=since,
        parties=_count("States Parties", *(sum(status in PARTY for status, _ in side) for side in (now, before))),
        statuses=tuple(_by_status(now, before)),
        regions=tuple(_by_region(now, before)),
        acts=tuple(act for act in recent if act.act not in _ROUTINE),
        routine_acts=tuple(
            Count(kind, number, 0) for kind in _ROUTINE if (number := sum(act.act == kind for act in recent))
        ),
        pending=tuple(pending),
        signals=tuple(_signals(store, on, {one.iso3 for one in pending})),
        under_investigation=tuple(one for one in open_now if one.kind == SituationKind.SITUATION),
        under_examination=tuple(one for one in open_now if one.kind == SituationKind.EXAMINATION),
        opened=tuple(one for one in found if one.opened and since < last_day(one.opened) <= on),
        closed=tuple(one for one in found if one.closed and since < last_day(one.closed)),
        upcoming=tuple(upcoming(store, on)),
        projected=awaited(store, on),
        outside_united_nations=tuple(outside_united_nations(store, on)),
        warrants=tuple(_warrants(store, on, since)),
    )


def _count(what: str, now: int, before: int) -> Count:
    return Count(what, now, now - before)


Standings = list[tuple[str, str | None]]
"""The status and the regional group of every State."""


def _standings(store: Store, day: date) -> Standings:
    """Return where every State stood on a day; all of its standing would cost a third of the time of the page."""
    query = f"SELECT p.status, s.region FROM state s JOIN span p ON p.iso3 = s.iso3 AND {HELD}"
    return [(row["status"], row["region"]) for row in store.rows(query, str(day))]


def _by_status(now: Standings, before: Standings) -> list[Count]:
    counted = [_count(status, *(sum(one == status for one, _ in side) for side in (now, before))) for status in Status]
    return [count for count in counted if count.number or count.change]


def _by_region(now: Standings, before: Standings) -> list[Count]:
    def members(side: Standings, region: Region) -> int:
        return sum(status in PARTY and group == region for status, group in side)

    return [_count(region, members(now, region), members(before, region)) for region in Region]


def _warrants(store: Store, on: date, since: date) -> list[Count]:
    now, before = (one._asdict() for one in totals(store, on, since))
    return [_count(what, number, before[what]) for what, number in now.items()]


def _signals(store: Store, on: date, leaving: set[str]) -> list[Act]:
    """Return the newest signal of each State or body in two years that points to leaving, unless since taken back."""
    newest: dict[str, Act] = {}
    start = days_before(on, _SIGNALS_LAST)
    for act in acts(store, on, "act IN (?, ?)", ActKind.SIGNAL, ActKind.WITHDRAWAL_RESCINDED):
        who = act.iso3 or act.body or ""
        if act.act == ActKind.WITHDRAWAL_RESCINDED:
            newest.pop(who, None)
        elif act.done and last_day(act.done) >= start:
            newest[who] = act
    found = [act for who, act in newest.items() if who not in leaving and act.details["leaning"] == Leaning.LEAVING]
    return sorted(found, key=lambda act: last_day(act.done) if act.done else on)
