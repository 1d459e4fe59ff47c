"""Every State through time, and the panel of States by day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated

from icc_cli.database.store import Store, marks
from icc_cli.export.schema import Table, columns
from icc_cli.queries.acts import Act, acts
from icc_cli.queries.amendments import bindings
from icc_cli.queries.situations import Situation, has_occurred, situations
from icc_cli.queries.status import StateStanding, histories
from icc_cli.treaty.dates import ADOPTED, AnyDate, last_day, whole
from icc_cli.treaty.details import Region, SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import M49, ActId, Iso2, Iso3, Slug
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, ActKind, Status

_Date = date


class StateDay(Fields, kw_only=False):
    """A State on the day of a row, with what it had done in the year by then."""

    iso3: Iso3
    """ISO 3166-1 alpha-3 code of the State."""
    iso2: Iso2 | None
    """ISO 3166-1 alpha-2 code. Namibia's is NA: tell your program that only an empty cell is missing."""
    m49: M49 | None
    """M49 code of the United Nations: three digits, so read it as text."""
    name: str
    """The United Nations' own short name, as it is today."""
    cow: int | None
    """Country code of the Correlates of War project."""
    gw: int | None
    """Gleditsch-Ward number."""
    vdem: int | None
    """Country code of V-Dem; empty for States that V-Dem does not cover."""
    region: Region | None
    """Regional group, as it is today: in the Assembly of States Parties, or else at the United Nations."""
    year: int
    """The year."""
    date: _Date
    """31 December of the year: the day that the row is about."""
    status: Status
    """Its status on the day."""
    status_since: _Date | None
    """Day since which it has that status; of a State Party that withdrew a notice, the day it did so: when it joined
    say party_since and entry_into_force_date. Empty where it always had the status."""
    status_act: ActId | None
    """Id of the act that the status rests on; its documents are in sources."""
    state_party: bool
    """Whether it is a State Party; it stays one until a withdrawal takes effect."""
    signed: bool
    """Whether it has signed; stays 1 after a notice of no intent, which undoes no signature."""
    no_intent: bool
    """Whether it has told the depositary that it does not intend to become a party."""
    deposited: bool
    """Whether an instrument of consent is deposited, and was not taken back before entry into force; still 1 for a
    State that left."""
    in_force: bool
    """Whether the Statute is in force for it; the same as state_party."""
    notified: bool
    """Whether a notice of withdrawal stands, not taken back; still 1 once the State has left."""
    rescinded: bool
    """Whether its newest notice of withdrawal was taken back."""
    left: bool
    """Whether a withdrawal has taken effect, and it has not joined again."""
    signature_date: _Date | None
    """Day of signature."""
    no_intent_date: _Date | None
    """Day of a notice to the depositary that the State does not intend to become a party."""
    instrument: Annotated[str, CONSENT_ACTS] | None
    """Form of its consent to be bound."""
    deposit_date: _Date | None
    """Day of deposit of its instrument, or of notice of its succession; empty for one taken back."""
    entry_into_force_date: _Date | None
    """Day on which the Statute entered into force for it; stays for one that left."""
    notice_date: _Date | None
    """Day on which the depositary received its newest notice of withdrawal, also of one taken back."""
    rescission_date: _Date | None
    """Day on which that notice was taken back."""
    withdrawal_effective_date: _Date | None
    """Day on which that notice takes or took effect; may lie ahead."""
    signed_in_year: bool
    """Whether it signed within the year."""
    deposited_in_year: bool
    """Whether it deposited an instrument of consent within the year, also of one taken back."""
    entered_into_force_in_year: bool
    """Whether the Statute entered into force for it within the year."""
    notified_in_year: bool
    """Whether it gave notice of withdrawal within the year, also one taken back later."""
    rescinded_in_year: bool
    """Whether it took a notice of withdrawal back within the year."""
    left_in_year: bool
    """Whether a withdrawal took effect within the year."""
    amendments_bound: int
    """Amendments that bind it, as far as consents are on record."""
    amendments: tuple[Slug, ...]
    """Their ids."""
    situations_open: int
    """Investigations open that concern it."""
    examinations_open: int
    """Preliminary examinations open that concern it."""
    situations: tuple[Slug, ...]
    """Ids of both."""
    un_member: bool
    """Whether it is a member of the United Nations."""
    projected: bool
    """Whether the day lies after that through which the record was checked: the row then tells what holds if nothing
    more happens."""
    party_since: _Date | None
    """Day from which it has been a State Party without a break, whatever notices it gave; empty unless it is one."""


IDENTITY = "iso3 iso2 m49 name cow gw vdem region"
"""What tells a State, and ties it to other data."""
STANDING: Mapping[str, str] = {
    "status": "status",
    "status_since": "status_since",
    "signature_date": "signed",
    "no_intent_date": "no_intent_declared",
    "instrument": "instrument",
    "deposit_date": "deposited",
    "entry_into_force_date": "entered_into_force",
    "notice_date": "withdrawal_notified",
    "rescission_date": "withdrawal_rescinded",
    "withdrawal_effective_date": "withdrawal_effective",
    "party_since": "party_since",
}
"""Columns with the fields of a `StateStanding` that they show."""


class States:
    """Every State through time. What is told of a State on a day is what the commands answer for it."""

    def __init__(self, store: Store) -> None:
        self.checked = store.checked
        self.states = {row["iso3"]: row for row in store.rows("SELECT * FROM state WHERE no_act IS NULL ORDER BY iso3")}
        self.histories = histories(store)
        self.spans: dict[str, list[tuple[date, Status, str | None]]] = defaultdict(list)
        for row in store.rows("SELECT * FROM span ORDER BY iso3, since"):
            self.spans[row["iso3"]].append((date.fromisoformat(row["since"]), Status(row["status"]), row["act_id"]))
        self.acts: dict[str | None, list[Act]] = defaultdict(list)
        for act in acts(store, date.max, f"act IN ({marks(STATUS_ACTS)})", *STATUS_ACTS):
            self.acts[act.iso3].append(act)
        every, bound = situations(store, date.max), bindings(store)
        self.situations = {iso3: [one for one in every if iso3 in one.states] for iso3 in self.states}
        self.bindings = {
            iso3: [(amendment, since) for amendment, one, since in bound if one in (None, iso3)] for iso3 in self.states
        }

    def standing(self, iso3: str, on: date) -> StateStanding:
        """Return where a State stands on a day."""
        history = self.histories[iso3]
        return history[bisect_right(history, on, key=lambda pair: pair[0]) - 1][1]

    def on(self, iso3: str, on: date) -> StateDay:
        """Return a State on a day; what is told of the year is told up to that day."""
        spans, since, standing = self.spans[iso3], self.states[iso3]["member_since"], self.standing(iso3, on)
        party, left = standing.status in PARTY, standing.status == Status.FORMER_PARTY
        bound = tuple(amendment for amendment, day in self.bindings[iso3] if party and day <= on)
        concerned = self.concerned(iso3, on)
        investigations = sum(1 for one in concerned if one.kind == SituationKind.SITUATION)
        done = {act.act for act in self.acts[iso3] if _within(act.done, on)}
        turns = [
            (before in PARTY, now)
            for (_, before, _), (day, now, _) in pairwise(spans)
            if day.year == on.year and day <= on
        ]
        return StateDay(
            **{name: self.states[iso3][name] for name in IDENTITY.split()},
            **{name: getattr(standing, source) for name, source in STANDING.items()},
            year=on.year,
            date=on,
            status_act=spans[bisect_right(spans, on, key=lambda span: span[0]) - 1][2],
            state_party=party,
            signed=standing.signed is not None,
            no_intent=standing.no_intent_declared is not None,
            deposited=standing.deposited is not None,
            in_force=party,
            notified=left or standing.status == Status.STATE_PARTY_WITHDRAWING,
            rescinded=standing.withdrawal_rescinded is not None,
            left=left,
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
            un_member=since is not None and since <= on.isoformat(),
            projected=on > self.checked,
        )

    def concerned(self, iso3: str, on: date) -> list[Situation]:
        """Return the situations and examinations that concern a State and are open on a day."""
        return [
            one for one in self.situations[iso3] if has_occurred(one.opened, on) and not has_occurred(one.closed, on)
        ]

    def turns(self, iso3: str) -> list[date]:
        """Return the days on which anything of a State changes, with that of the Statute and that after the last check.

        What is told of the year is left aside.
        """
        days = [day for day, _ in self.histories[iso3]] + [day for _, day in self.bindings[iso3]]
        days += [last_day(turn) for one in self.situations[iso3] for turn in (one.opened, one.closed) if turn]
        days += [joined] if (joined := whole(self.states[iso3]["member_since"])) else []
        end = self.checked + timedelta(days=1)
        return sorted({ADOPTED, end, *(day for day in days if ADOPTED < day < end)})


def _within(done: AnyDate | None, on: date) -> bool:
    """Return whether an act was done in the year of a day, by that day."""
    return done is not None and done.year == on.year and last_day(done) <= on


def _stretches(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    """Return each State in each stretch of days in which nothing changes; their ordinals stand in place of a date."""
    states = States(store)
    for iso3 in states.states:
        for first, after in pairwise(states.turns(iso3)):
            yield {**states.on(iso3, first)._asdict(), "date": range(first.toordinal(), after.toordinal())}


STATE_DAY = Table(
    "panel-state-day",
    "Panel: States by day",
    "One row for each State and day, from 17 July 1998 to the day of the last check. The same whatever the day of the "
    "package.",
    columns(
        "iso3 cow gw vdem date status state_party signed no_intent deposited in_force notified rescinded left "
        "amendments_bound situations_open examinations_open un_member",
        StateDay,
        date="The day.",
    ),
    ("iso3", "date"),
    {"iso3": "states.iso3"},
    _stretches,
)
