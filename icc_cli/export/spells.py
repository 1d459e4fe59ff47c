"""The table of spells: each State's statuses as start-stop rows, as models of durations read them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from icc_cli.database.store import Store
from icc_cli.export.days import StateDay, States
from icc_cli.export.schema import Table, columns
from icc_cli.treaty.dates import ADOPTED, whole
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import Status


class Event(StrEnum):
    """What ends a spell."""

    SIGNED = "signed"
    NO_INTENT = "no-intent"
    NO_INTENT_REVERSED = "no-intent-reversed"
    DEPOSITED = "deposited"
    DEPOSIT_UNDONE = "deposit-undone"
    JOINED = "joined"
    NOTIFIED = "notified"
    RESCINDED = "rescinded"
    LEFT = "left"


_BACK: Mapping[tuple[Status, Status], Event] = {
    (Status.SIGNATORY_NO_INTENT, Status.SIGNATORY): Event.NO_INTENT_REVERSED,
    (Status.STATE_PARTY_WITHDRAWING, Status.STATE_PARTY): Event.RESCINDED,
}
_EVENTS: Mapping[Status, Event] = {
    Status.SIGNATORY: Event.SIGNED,
    Status.SIGNATORY_NO_INTENT: Event.NO_INTENT,
    Status.CONTRACTING_STATE: Event.DEPOSITED,
    Status.STATE_PARTY: Event.JOINED,
    Status.STATE_PARTY_WITHDRAWING: Event.NOTIFIED,
    Status.FORMER_PARTY: Event.LEFT,
}


class StateSpell(Fields):
    """A State in one status, from the day after it began through the day of what ended it.

    Days are counted from the eve of the first day on which the State could act, so that what it did on that day has
    taken a day. `start` lies outside the spell and `stop` within, as `Surv(start, stop, event)` in R has it.
    """

    start: int
    """Day on which the spell begins, counted from the day before 17 July 1998 or the State's independence: 0 for the
    first spell of a State."""
    stop: int
    """Day on which it ends, counted likewise."""
    since: date
    """First day of the status: that of the event before; of a State's first spell, the day counted as 1."""
    until: date
    """Day of the event or, where none came, that through which the record was checked."""
    status: Status
    """The status throughout the spell."""
    event: Event | None
    """What ended it; null where nothing had by the last check (censored). 'joined' is the entry into force, which
    follows the deposit by law (Art. 126)."""
    signature_date: date | None
    """Day of signature, if it had signed before the spell."""
    signed_start: int | None
    """The start in days since signature, for models whose clock begins there; null where it had not signed."""
    signed_stop: int | None
    """The stop in days since signature."""


def _spells(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    states = States(store)
    for iso3, state in states.states.items():
        origin = max(ADOPTED, whole(state["independence"]) or ADOPTED)
        start, open_end = 0, (date.max, Status.FORMER_PARTY, None)
        for (first, status, _), (after, then, _) in pairwise([*states.spans[iso3], open_end]):
            until = min(after, states.checked)
            stop = (until - origin).days + 1
            if status == Status.NOT_YET_A_STATE or start >= stop:
                continue
            signed = states.standing(iso3, until - timedelta(days=1)).signed
            shift = (signed - origin).days + 1 if signed else None
            spell = StateSpell(
                start=start,
                stop=stop,
                since=max(first, origin),
                until=until,
                status=status,
                event=_event(status, then) if after <= states.checked else None,
                signature_date=signed,
                signed_start=None if shift is None else start - shift,
                signed_stop=None if shift is None else stop - shift,
            )
            yield dict(state) | spell._asdict()
            start = stop


def _event(before: Status, now: Status) -> Event:
    undone = before == Status.CONTRACTING_STATE and now in (
        Status.NON_SIGNATORY,
        Status.SIGNATORY,
        Status.SIGNATORY_NO_INTENT,
    )
    return Event.DEPOSIT_UNDONE if undone else _BACK.get((before, now)) or _EVENTS[now]


STATE_SPELL = Table(
    "state-spell",
    "Spells: each State's statuses with what ended them, for models of durations",
    "One row for each State and status it held, from 17 July 1998 or its independence to the day of the last check; a "
    "State is at risk of what can follow its status. Days are counted so that start lies outside the spell and stop "
    "within: Surv(start, stop, event) in R. The same whatever the day of the package.",
    columns(f"iso3 name cow gw vdem region {' '.join(StateSpell._fields)}", StateSpell, StateDay),
    ("iso3", "start"),
    {"iso3": "states.iso3"},
    _spells,
)
