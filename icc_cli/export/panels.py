"""The panels: one row for each State and year, or each State and day, in the terms that statistics need.

Every figure is one that the commands give for the same day; tests compare them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from icc_cli.database.store import Store
from icc_cli.export.answers import IDENTITY, STANDING_DAYS, STANDING_DAYS_FROM
from icc_cli.export.schema import ISO3, TO_STATE, Reference, Row, Table, day, flag, number, word, words
from icc_cli.queries.acts import Act, acts, whole
from icc_cli.queries.amendments import bindings
from icc_cli.queries.situations import Situation, come, situations
from icc_cli.queries.status import StateStanding, histories
from icc_cli.treaty.dates import ADOPTED, AnyDate, last_day
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, ActKind, Status

_Date = date


class StateYear(Fields, kw_only=False):
    """A State on 31 December of a year; `icc export` says of each field what it means (`docs/export.md`)."""

    iso3: str
    iso2: str
    m49: str | None
    name: str
    cow: int | None
    gw: int | None
    vdem: int | None
    region: str | None
    year: int
    date: _Date
    status: Status
    status_since: _Date | None
    status_act: str | None
    state_party: bool
    signed: bool
    no_intent: bool
    deposited: bool
    in_force: bool
    notified: bool
    rescinded: bool
    left: bool
    signature_date: _Date | None
    no_intent_date: _Date | None
    instrument: str | None
    deposit_date: _Date | None
    entry_into_force_date: _Date | None
    notice_date: _Date | None
    rescission_date: _Date | None
    withdrawal_effective_date: _Date | None
    signed_in_year: bool
    deposited_in_year: bool
    entered_into_force_in_year: bool
    notified_in_year: bool
    rescinded_in_year: bool
    left_in_year: bool
    amendments_bound: int
    amendments: tuple[str, ...]
    situations_open: int
    examinations_open: int
    situations: tuple[str, ...]
    un_member: bool
    projected: bool


_STATUS = (
    word("status", "Its status on the day.", Status, required=True),
    flag("state_party", "Whether it is a State Party; it stays one until a withdrawal takes effect."),
    flag("signed", "Whether it has signed; stays 1 after a notice of no intent, which undoes no signature."),
    flag("no_intent", "Whether it has told the depositary that it does not intend to become a party."),
    flag("deposited", "Whether an instrument of consent is deposited, and was not taken back before entry into force; "
         "still 1 for a State that left."),
    flag("in_force", "Whether the Statute is in force for it; the same as state_party."),
    flag("notified", "Whether a notice of withdrawal stands, not taken back; still 1 once the State has left."),
    flag("rescinded", "Whether its newest notice of withdrawal was taken back."),
    flag("left", "Whether a withdrawal has taken effect, and it has not joined again."),
)  # fmt: skip

_TIES = (
    number("amendments_bound", "Amendments that bind it, as far as consents are on record.", required=True),
    words("amendments", "Their ids."),
    number("situations_open", "Investigations open that concern it.", required=True),
    number("examinations_open", "Preliminary examinations open that concern it.", required=True),
    words("situations", "Ids of both."),
    flag("un_member", "Whether it is a member of the United Nations."),
)  # fmt: skip

_YEAR = (
    *IDENTITY,
    number("year", "The year.", required=True),
    day("date", "31 December of the year: the day that the row is about.", required=True),
    _STATUS[0],
    day("status_since", "Day since which it has that status; empty where it always had."),
    word("status_act", "Id of the act that the status rests on; its documents are in sources."),
    *_STATUS[1:],
    *STANDING_DAYS,
    flag("signed_in_year", "Whether it signed within the year."),
    flag("deposited_in_year", "Whether it deposited an instrument of consent within the year, also of one taken back."),
    flag("entered_into_force_in_year", "Whether the Statute entered into force for it within the year."),
    flag("notified_in_year", "Whether it gave notice of withdrawal within the year, also one taken back later."),
    flag("rescinded_in_year", "Whether it took a notice of withdrawal back within the year."),
    flag("left_in_year", "Whether a withdrawal took effect within the year."),
    *_TIES,
    flag("projected", "Whether the day lies after that through which the record was checked: the row then tells what "
         "holds if nothing more happens."),
)  # fmt: skip


class _Entry(Fields, kw_only=False):
    """What a panel needs to know of a State."""

    identity: dict[str, Any]
    member_since: date | None
    history: list[tuple[date, StateStanding]]
    spans: list[tuple[date, Status, str | None]]
    acts: list[Act]
    bindings: list[tuple[str, date]]
    situations: list[Situation]


class Panel:
    """Every State through time."""

    def __init__(self, store: Store) -> None:
        self.checked = date.fromisoformat(store.meta["checked"])
        self.entries = _entries(store)

    def years(self) -> range:
        """Return the years of the panel: from that of the Statute to that of the last check."""
        return range(ADOPTED.year, self.checked.year + 1)

    def state_years(self) -> Iterator[StateYear]:
        """Return each State in each year, by code."""
        for iso3 in self.entries:
            for year in self.years():
                yield self.on(iso3, date(year, 12, 31))

    def on(self, iso3: str, on: date) -> StateYear:
        """Return a State on a day; what is told of the year is told up to that day."""
        entry = self.entries[iso3]
        standing = entry.history[bisect_right(entry.history, on, key=lambda pair: pair[0]) - 1][1]
        span = bisect_right(entry.spans, on, key=lambda span: span[0]) - 1
        party, left = standing.status in PARTY, standing.status == Status.FORMER_PARTY
        bound = tuple(amendment for amendment, since in entry.bindings if party and since <= on)
        concerned = [one for one in entry.situations if come(one.opened, on) and not come(one.closed, on)]
        investigations = sum(1 for one in concerned if one.kind == SituationKind.SITUATION)
        done = {act.act for act in entry.acts if _within(act.done, on)}
        turns = [
            (before[1] in PARTY, now[1])
            for before, now in pairwise(entry.spans)
            if now[0].year == on.year and now[0] <= on
        ]
        return StateYear(
            **entry.identity,
            year=on.year,
            date=on,
            status=standing.status,
            status_since=standing.status_since,
            status_act=entry.spans[span][2],
            state_party=party,
            signed=standing.signed is not None,
            no_intent=standing.no_intent_declared is not None,
            deposited=standing.deposited is not None,
            in_force=party,
            notified=left or standing.status == Status.STATE_PARTY_WITHDRAWING,
            rescinded=standing.withdrawal_rescinded is not None,
            left=left,
            **{name: getattr(standing, source) for name, source in _DAYS},
            signed_in_year=ActKind.SIGNATURE in done,
            deposited_in_year=not done.isdisjoint(CONSENT_ACTS),
            entered_into_force_in_year=any(now in PARTY and not before for before, now in turns),
            notified_in_year=ActKind.WITHDRAWAL_NOTICE in done,
            rescinded_in_year=ActKind.WITHDRAWAL_RESCINDED in done,
            left_in_year=any(now == Status.FORMER_PARTY for _, now in turns),
            amendments_bound=len(bound),
            amendments=bound,
            situations_open=investigations,
            examinations_open=len(concerned) - investigations,
            situations=tuple(one.id for one in concerned),
            un_member=entry.member_since is not None and entry.member_since <= on,
            projected=on > self.checked,
        )

    def turns(self, iso3: str) -> list[date]:
        """Return the days on which anything of a State changes, with that of the Statute and that after the last check.

        What is told of the year is left aside.
        """
        entry = self.entries[iso3]
        days = (
            [day for day, *_ in entry.history] + [day for day, *_ in entry.spans] + [day for _, day in entry.bindings]
        )
        days += [last_day(turn) for one in entry.situations for turn in (one.opened, one.closed) if turn]
        days += [entry.member_since] if entry.member_since else []
        end = self.checked + timedelta(days=1)
        return sorted({ADOPTED, end, *(day for day in days if ADOPTED < day < end)})


_DAYS = [(field.name, source) for field, source in zip(STANDING_DAYS, STANDING_DAYS_FROM, strict=True)]
"""Columns of a standing's days, and the fields of a `StateStanding` that they show."""


def _entries(store: Store) -> dict[str, _Entry]:
    own: dict[str | None, list[Act]] = {}
    for act in acts(store, date.max, f"act IN ({', '.join('?' * len(STATUS_ACTS))})", *STATUS_ACTS):
        own.setdefault(act.iso3, []).append(act)
    spans: dict[str, list[tuple[date, Status, str | None]]] = {}
    for row in store.rows("SELECT * FROM span ORDER BY iso3, since"):
        since = date.fromisoformat(row["since"])
        spans.setdefault(row["iso3"], []).append((since, Status(row["status"]), row["act_id"]))
    binding, every = bindings(store), situations(store, date.max)
    history = histories(store)
    return {
        row["iso3"]: _Entry(
            identity={field.name: row[field.name] for field in IDENTITY},
            member_since=whole(row["member_since"]),
            history=history[row["iso3"]],
            spans=spans[row["iso3"]],
            acts=own.get(row["iso3"], []),
            bindings=[(amendment, day) for amendment, iso3, day in binding if iso3 in (None, row["iso3"])],
            situations=[one for one in every if row["iso3"] in one.states],
        )
        for row in store.rows("SELECT * FROM state WHERE no_act IS NULL ORDER BY iso3")
    }


def _within(done: AnyDate | None, on: date) -> bool:
    """Tell whether an act was done in the year of a day, by that day."""
    return done is not None and done.year == on.year and last_day(done) <= on


STATE_YEAR = Table(
    "panel-state-year",
    "Panel: States by year",
    "One row for each State and year, 1998 to the year of the last check, as the State stood on 31 December; every "
    "State in every year, also before it existed (not-yet-a-state). The same whatever the day of the package.",
    _YEAR,
    ("iso3", "year"),
    (TO_STATE, Reference(("status_act",), "acts", ("id",))),
    lambda store, on: map(tuple, Panel(store).state_years()),
)

_DAY = (
    ISO3,
    *(field for field in IDENTITY if field.name in ("cow", "gw", "vdem")),
    day("date", "The day.", required=True),
    *_STATUS,
    *(field for field in _TIES if field.name not in ("amendments", "situations")),
)


class Days(Fields, kw_only=False):
    """The days of a stretch: from `first` up to but not on `after`. Stands in the `date` cell of a stretch's row."""

    first: date
    after: date


def _stretches(store: Store, on: date) -> Iterator[Row]:
    panel = Panel(store)
    for iso3 in panel.entries:
        for first, after in pairwise(panel.turns(iso3)):
            state = panel.on(iso3, first)
            yield [Days(first, after) if field.name == "date" else getattr(state, field.name) for field in _DAY]


STATE_DAY = Table(
    "panel-state-day",
    "Panel: States by day",
    "One row for each State and day, from 17 July 1998 to the day of the last check. The same whatever the day of the "
    "package.",
    _DAY,
    ("iso3", "date"),
    (TO_STATE,),
    _stretches,
)
