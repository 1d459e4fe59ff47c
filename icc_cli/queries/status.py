"""Where States stand on a day: `icc status` and `icc parties`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Row
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled, grouped
from icc_cli.database.store import HELD, Store, marks
from icc_cli.queries.acts import OF_STATES, Act, Source, acts
from icc_cli.treaty import status as derive
from icc_cli.treaty.dates import AnyDate, last_day, whole
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, ActKind, Status

if TYPE_CHECKING:
    from typing import TypeVar

    from icc_cli.treaty.details import Instrument, Region, Ruling, SituationKind
    from icc_cli.treaty.forms import Iso3, Slug

    R = TypeVar("R", bound=Fields)
    S = TypeVar("S", bound="StateStanding")


class StateStanding(Fields, kw_only=False):
    """A State's status on a day, and the dates it rests on: those that had come by that day.

    `withdrawal_effective` and `entry_into_force_expected` may lie ahead.
    """

    iso3: Iso3
    name: str
    everyday: str
    region: Region | None
    status: Status
    status_since: date | None
    """First day of that status; null where it has no beginning on record."""
    projected: bool
    signed: date | None
    instrument: Instrument | None
    """The act by which it consented to be bound."""
    deposited: date | None
    entered_into_force: date | None
    entry_into_force_expected: date | None
    no_intent_declared: date | None
    """Day it told the depositary that it does not intend to become a party."""
    withdrawal_notified: date | None
    """Day its newest notice of withdrawal was received."""
    withdrawal_effective: date | None
    """Day a notice of withdrawal takes or took effect (Art. 127(1)); null if it was taken back."""
    withdrawal_rescinded: date | None
    """Day its newest notice of withdrawal was taken back."""
    sources: tuple[Source, ...]
    """The documents of the acts that moved its status."""
    party_since: date | None
    """Day from which it has been a State Party without a break, whatever notices it gave; null unless it is one."""


class SituationRef(Fields, kw_only=False):
    """A situation or examination that concerns a State."""

    id: str
    name: str
    kind: SituationKind
    opened: AnyDate | None
    closed: AnyDate | None


class PersonRef(Fields, kw_only=False):
    """A national of the State who was publicly sought or summoned by the Court; `icc cases` says what came of it."""

    id: Slug
    """The person's id."""
    name: str
    """The person's name."""
    public: date
    """Day from which that was public."""


class DecisionRef(Fields, kw_only=False):
    """A decision of the Court on the State's cooperation; `icc noncompliance` says whether it stands."""

    id: Slug
    """The decision's id."""
    ruling: Ruling
    """What was decided."""
    done: AnyDate | None
    """Its day; null where none is proved."""


class StateStatus(StateStanding):
    """A State's standing with all that it did, and was done about it, by that day."""

    formal: str | None
    """The State's formal name."""
    independence: date | None
    """First day on which the State existed, for those younger than the Statute."""
    situations: tuple[SituationRef, ...]
    """The situations and examinations that concern it."""
    acts: tuple[Act, ...]
    """What the State did, and what was done about it, by the day asked about, oldest first."""
    asked: str | None = None
    persons: tuple[PersonRef, ...]
    """Its nationals whom the Court publicly sought or summoned by the day asked about."""
    decisions: tuple[DecisionRef, ...]
    """The Court's decisions on its cooperation by the day asked about."""


class NoRecord(Fields, kw_only=False):
    """An entry that only says why no act is on record."""

    iso3: Iso3
    name: str
    status: None
    no_act: str
    """Why no act is on record."""
    note: str | None
    asked: str | None = None


class Unknown(Fields, kw_only=False):
    """A name in a list that settles on no State. Holds its place, so that rows and names stay in step."""

    asked: str
    """The name as it was given, which settles on no State."""
    iso3: None = None
    name: None = None
    status: None = None
    problem: str | None = None
    """Why: ambiguous, unknown, missing, doubt, cut, territory, former-state, group or part-of-state."""
    candidates: tuple[str, ...] = ()
    """States that the name may mean, by their own names."""
    hint: str | None = None
    """What to try instead."""


def status(store: Store, iso3: str, on: date, known_by: date | None = None) -> StateStatus | NoRecord:
    """Return where a State stands on a day, as the record stood on `known_by` (None: as it stands now).

    An act is known from the day the depositary circulated it, or else from the day it was done.
    """
    state = store.row("SELECT * FROM state WHERE iso3 = ?", iso3)
    if state is None:
        raise KeyError(iso3)
    if state["no_act"]:
        return NoRecord(iso3=iso3, name=state["name"], status=None, no_act=state["no_act"], note=state["note"])
    concerned = "(iso3 = ? OR id IN (SELECT act_id FROM concerns WHERE iso3 = ?))"
    shown = acts(store, on, f"{OF_STATES} AND {concerned}", iso3, iso3)
    if known_by is None:
        row = store.rows(f"SELECT * FROM span WHERE iso3 = ? AND {HELD}", iso3, str(on))[0]
        now, since = Status(row["status"]), _since(row["since"])
    else:
        shown = _known(shown, known_by)
        own = [act for act in shown if act.iso3 == iso3]
        span = next(
            span
            for span in derive.spans(own, whole(state["independence"]))
            if (span.start or date.min) <= on and (span.end is None or on < span.end)
        )
        now, since = span.status, span.start
    found = store.rows(
        "SELECT id, name, kind, opened, closed FROM situation WHERE id IN "
        "(SELECT situation FROM situation_state WHERE iso3 = ?) ORDER BY position",
        iso3,
    )
    return _standing(
        StateStatus,
        state,
        [act for act in shown if act.iso3 == iso3],
        on,
        now,
        since,
        store.checked,
        situations=tuple(_situations(found, on, known_by)),
        acts=tuple(shown),
        asked=None,
        persons=_referred(store, PersonRef, "person WHERE nationality = ?", iso3, on, known_by),
        decisions=_referred(store, DecisionRef, "decision WHERE iso3 = ?", iso3, on, known_by),
    )


def parties(
    store: Store,
    on: date,
    *,
    statuses: Sequence[str] = PARTY,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[StateStanding]:
    """Return the States of these statuses and regions on a day, by name.

    `since` and `until` bound the day from which a State has been a State Party or, of others, on which their status
    began. Without `statuses`, States of every status.
    """
    own = _moving(store, on)
    period = Period(since, until)
    found = []
    for row in store.rows(
        f"SELECT s.*, p.status, p.since FROM state s JOIN span p ON p.iso3 = s.iso3 AND {HELD} ORDER BY s.folded",
        str(on),
    ):
        began = _since(row["since"])
        if (not statuses or row["status"] in statuses) and (not regions or row["region"] in regions):
            moving, now = own.get(row["iso3"], []), Status(row["status"])
            one = _standing(StateStanding, row, moving, on, now, began, store.checked)
            if period.meets(one.party_since or began):
                found.append(one)
    return found


def awaited(store: Store, on: date, statuses: Sequence[str] = PARTY, regions: Sequence[str] = ()) -> bool:
    """Return whether it rests on what lies after the day of the check which States have these statuses on a day."""
    if on <= store.checked:
        return False
    held = f"SELECT p.iso3, p.status, s.region FROM span p JOIN state s USING (iso3) WHERE {HELD}"
    now, known = ({tuple(row) for row in store.rows(held, str(day))} for day in (on, store.checked))
    return any(
        (not statuses or status in statuses) and (not regions or region in regions) for _, status, region in now ^ known
    )


def outside_united_nations(store: Store, on: date) -> list[str]:
    """Return the codes of the States on record that exist on a day and are not members of the United Nations then."""
    return [
        row["iso3"]
        for row in store.rows(
            f"SELECT s.iso3 FROM state s JOIN span p ON p.iso3 = s.iso3 AND {HELD} WHERE p.status <> ? "
            "AND NOT (s.united_nations = 'member' AND coalesce(s.member_since, '') <= ?) ORDER BY s.folded",
            str(on),
            Status.NOT_YET_A_STATE,
            str(on),
        )
    ]


def histories(store: Store) -> dict[str, list[tuple[date, StateStanding]]]:
    """Return every State's standing through time, by code: pairs of a first day and the standing until the next pair's.

    The first begins with the calendar. `projected` is that of the status, as everywhere.
    """
    own = _moving(store, date.max)
    spans = grouped(
        (row["iso3"], (date.fromisoformat(row["since"]), Status(row["status"])))
        for row in store.rows("SELECT iso3, since, status FROM span ORDER BY iso3, since")
    )
    found: dict[str, list[tuple[date, StateStanding]]] = {}
    for row in store.rows("SELECT * FROM state ORDER BY iso3"):
        moving, held = own.get(row["iso3"], []), spans.get(row["iso3"], [])
        days = {since for since, _ in held}
        for act in moving:
            days |= {day for day in (derive.begins(act), act.done, act.effect) if isinstance(day, date)}
        for day in sorted(days) if held else ():
            since, now = next(span for span in reversed(held) if span[0] <= day)
            begun = [act for act in moving if derive.begins(act) <= day]
            began = None if since == date.min else since
            standing = _standing(StateStanding, row, begun, day, now, began, store.checked)
            found.setdefault(row["iso3"], []).append((day, standing))
    return found


def _moving(store: Store, on: date) -> dict[str | None, list[Act]]:
    """Return the acts that move a status, of each State, by a day."""
    return grouped((act.iso3, act) for act in acts(store, on, f"act IN ({marks(STATUS_ACTS)})", *STATUS_ACTS))


def _standing(
    record: type[S],
    state: Row,
    own: Sequence[Act],
    on: date,
    now: Status,
    since: date | None,
    checked: date,
    **more: object,
) -> S:
    moving = [act for act in own if act.act in STATUS_ACTS]
    live = derive.live_acts(moving, on)
    signature = derive.newest(live, ActKind.SIGNATURE)
    consent = derive.newest(live, *CONSENT_ACTS)
    refusal = derive.newest(live, ActKind.NO_INTENT_DECLARATION)
    notice = derive.newest(moving, ActKind.WITHDRAWAL_NOTICE)
    rescission = next((act for act in live if notice and act.undoes == notice.id), None)
    effect = consent.effect if consent else None
    in_force = effect if effect and effect <= on else None
    return filled(
        record,
        state,
        status=now,
        status_since=since,
        projected=since is not None and since > checked,
        signed=_by(signature, on),
        instrument=consent.act if consent else None,
        deposited=_by(consent, on),
        entered_into_force=in_force,
        entry_into_force_expected=effect if effect and effect > on else None,
        no_intent_declared=_by(refusal, on),
        withdrawal_notified=_by(notice, on),
        withdrawal_effective=notice.effect if notice and not rescission else None,
        withdrawal_rescinded=_by(rescission, on),
        sources=tuple(dict.fromkeys(source for act in moving for source in act.sources)),
        party_since=in_force if now in PARTY else None,
        **more,
    )


def _by(act: Act | None, on: date) -> date | None:
    """Return the day an act was done, if it had come by `on` (a succession can count before it is notified)."""
    return act.done if act and isinstance(act.done, date) and act.done <= on else None


def _known(found: Sequence[Act], by: date) -> list[Act]:
    """Return the acts on the record by a day; those undone by an act not yet known are not undone."""
    known = []
    for act in found:
        day = act.circulated or (last_day(act.done) if act.done else act.effect)
        if day and day <= by:
            known.append(act)
    ids = {act.id for act in known}
    return [act if act.undone_by in ids else act._replace(undone_by=None, undone_on=None) for act in known]


def _referred(store: Store, record: type[R], where: str, iso3: str, on: date, known_by: date | None) -> tuple[R, ...]:
    rows = store.rows(f"SELECT * FROM {where} AND public <= ? ORDER BY public, id", iso3, str(min(on, known_by or on)))
    return tuple(filled(record, row) for row in rows)


def _situations(rows: Iterable[Row], on: date, known_by: date | None) -> Iterable[SituationRef]:
    by = min(on, known_by or on).isoformat()
    for row in rows:
        if (row["opened"] or row["closed"]) <= by:
            closed = row["closed"] if row["closed"] and row["closed"] <= by else None
            yield filled(SituationRef, row, closed=closed)


def _since(text: str) -> date | None:
    """Read the first day of a span; None for one that has no beginning."""
    day = date.fromisoformat(text)
    return None if day == date.min else day
