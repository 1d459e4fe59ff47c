"""The derivation: acts and a day give a status. Pure functions; no clock, no file, no dataset.

The day on which an act takes effect belongs to the new status: Burundi is inside through
2017-10-26 and outside from 2017-10-27.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from icc_cli.treaty.dates import AnyDate, last_day
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import CONSENT_ACTS, STATUS_ACTS, ActKind, Status


class Act(Protocol):
    """What the derivation needs to know of an act."""

    @property
    def id(self) -> str: ...
    @property
    def act(self) -> str: ...
    @property
    def done(self) -> AnyDate | None: ...
    @property
    def effect(self) -> date | None: ...
    @property
    def circulated(self) -> date | None: ...
    @property
    def undoes(self) -> str | None: ...


A = TypeVar("A", bound=Act)


class Span(Fields, kw_only=False):
    """A status that holds from `start` (None: always) up to but not on `end` (None: without end).

    `act` is the id of the act it rests on, None where it rests on the absence of any.
    """

    start: date | None
    end: date | None
    status: Status
    act: str | None


def begins(act: Act) -> date:
    """Return the first day on which an act counts: when done, or when effective if that is earlier."""
    done = _done(act)
    return min(done, act.effect) if act.effect else done


def takes_effect(act: Act) -> date:
    """Return the day of an act's legal effect; the day it was done unless another is stated."""
    return act.effect or _done(act)


def live_acts(acts: Iterable[A], on: date) -> list[A]:
    """Return the acts that count on a day, oldest first: begun by then, and not undone by a live act."""
    begun = sorted((act for act in acts if begins(act) <= on), key=_order)
    undone: set[str] = set()
    live: list[A] = []
    for act in reversed(begun):
        if act.id not in undone:
            live.append(act)
            if act.undoes:
                undone.add(act.undoes)
    return live[::-1]


def _order(act: Act) -> tuple[date, bool]:
    return _done(act), act.undoes is not None


def known(acts: Iterable[A], by: date) -> list[A]:
    """Return the acts on the record by a day: those that the depositary had circulated, or else received, by then."""
    return [act for act in acts if (act.circulated or _done(act)) <= by]


def explain(acts: Sequence[Act], on: date, independence: date | None = None) -> tuple[Status, Act | None]:
    """Return the status on a day and the act it rests on.

    `acts` may hold acts of any kind; only those of `STATUS_ACTS` count. `independence` is the first
    day on which the State existed, None if it is older than the Statute.
    """
    if independence and on < independence:
        return Status.NOT_YET_A_STATE, None
    live = live_acts((act for act in acts if act.act in STATUS_ACTS), on)
    consent = newest(live, *CONSENT_ACTS)
    if consent:
        notice = newest(live, ActKind.WITHDRAWAL_NOTICE)
        if notice and _done(notice) >= _done(consent):
            if on >= takes_effect(notice):
                return Status.FORMER_PARTY, notice
            if on >= takes_effect(consent):
                return Status.STATE_PARTY_WITHDRAWING, notice
        if on >= takes_effect(consent):
            return Status.STATE_PARTY, consent
        return Status.CONTRACTING_STATE, consent
    signature = newest(live, ActKind.SIGNATURE)
    if signature:
        refusal = newest(live, ActKind.NO_INTENT_DECLARATION)
        return (Status.SIGNATORY_NO_INTENT, refusal) if refusal else (Status.SIGNATORY, signature)
    return Status.NON_SIGNATORY, newest(live, ActKind.INSTRUMENT_WITHDRAWN)


def status(acts: Sequence[Act], on: date, known_by: date | None = None, independence: date | None = None) -> Status:
    """Return the status on a day, as the record stood on `known_by` (None: all that is on record now)."""
    return explain(acts if known_by is None else known(acts, known_by), on, independence)[0]


def spans(acts: Sequence[Act], independence: date | None = None) -> list[Span]:
    """Return the statuses that follow from the acts, one after the other, without gap or overlap."""
    moving = [act for act in acts if act.act in STATUS_ACTS]
    turns = {day for act in moving for day in (begins(act), _done(act), takes_effect(act))}
    if independence:
        turns.add(independence)
    days: list[date | None] = [None, *sorted(turns)]
    found: list[tuple[date | None, Status, str | None]] = []
    for day in days:
        now, act = explain(moving, day or date.min, independence)
        if not found or found[-1][1] != now:
            found.append((day, now, act.id if act else None))
    ends = [start for start, _, _ in found[1:]] + [None]
    return [Span(start, end, now, act) for (start, now, act), end in zip(found, ends, strict=True)]


def under_agreement(acts: Sequence[A]) -> tuple[A | None, A | None]:
    """Return the newest consent to the Agreement on Privileges and Immunities, and what denounces it (its Art. 37).

    `acts` are those of a State by a day, oldest first. A denunciation that was withdrawn denounces nothing; after one
    that took effect, a new consent stands by itself.
    """
    consent = newest(acts, ActKind.APIC_CONSENT)
    since = acts[acts.index(consent) :] if consent else ()
    undone = {act.undoes for act in since}
    return consent, newest([act for act in since if act.id not in undone], ActKind.APIC_DENUNCIATION)


def newest(acts: Sequence[A], *kinds: ActKind) -> A | None:
    """Return the last of the acts that is of one of these kinds."""
    return next((act for act in reversed(acts) if act.act in kinds), None)


def _done(act: Act) -> date:
    if act.done is None:
        raise ValueError(f"{act.id}: an act without a day cannot move a status")
    return last_day(act.done)
