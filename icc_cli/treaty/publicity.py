"""From which day a question may know of a step in a case, a decision or a visit; and these as acts of the Court.

A warrant or summons is public from the day it was unsealed, else from the day by which that had happened; one that was
never sealed from the day it was issued. What was done under it before is known from that day, and not earlier.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, last_day
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import Act
from icc_cli.treaty.persons import Cooperation, Decision, Pact, Person, Proceeding, Visit
from icc_cli.treaty.vocabulary import ActKind

COURT = "International Criminal Court"
"""The body whose acts these are."""
UNSEALS = {
    ProceedingKind.WARRANT_UNSEALED: ProceedingKind.WARRANT_ISSUED,
    ProceedingKind.SUMMONS_UNSEALED: ProceedingKind.SUMMONS,
}
"""What each unsealing makes public."""
INSTRUMENTS = tuple(UNSEALS.values())
"""What brings a person before the Court."""


class PublicBy(StrEnum):
    """How a public day is known."""

    DAY = "day"
    BOUND = "bound"
    """It was public by then; no day is proved."""


class Public(Fields, kw_only=False):
    """The day from which a question may know of something, and how that is known."""

    day: date
    by: PublicBy


def happened(done: AnyDate | None, not_after: date | None) -> date:
    """Return the day by which something had surely happened; the last of all days where nothing says."""
    return min(last_day(done) if done else date.max, not_after or date.max)


def case_of(person: Person, step: Proceeding) -> str | None:
    """Return the number of the case that a step belongs to; None where it has not been seen."""
    return step.case_number or (person.cases[0] if len(person.cases) == 1 else None)


def published(person: Person, instrument: Proceeding) -> Public | None:
    """Return when a warrant or summons became public; None where nothing says so, which the record does not allow."""
    found = []
    if instrument.not_after:
        exact = instrument.not_after == instrument.done
        found.append(Public(instrument.not_after, PublicBy.DAY if exact else PublicBy.BOUND))
    for step in person.proceedings:
        if step.kind in UNSEALS and _unsealed(person, step) is instrument:
            exact = isinstance(step.done, date)
            found.append(Public(happened(step.done, step.not_after), PublicBy.DAY if exact else PublicBy.BOUND))
    return min(found, key=lambda one: one.day, default=None)


def _unsealed(person: Person, unsealing: Proceeding) -> Proceeding | None:
    """Return what an unsealing made public: the last instrument of its kind in the case that was issued before it."""
    day = happened(unsealing.done, unsealing.not_after)
    issued = [
        one
        for one in person.proceedings
        if one.kind == UNSEALS[unsealing.kind]
        and case_of(person, one) == case_of(person, unsealing)
        and happened(one.done, None) <= day
    ]
    return issued[-1] if issued else None


def publicity(person: Person) -> dict[str, Public]:
    """Return from which day each of a person's steps is known, by id: never before a warrant or summons in the case."""
    issued = [one for one in person.proceedings if one.kind in INSTRUMENTS]
    known = {one.id: found for one in issued if (found := published(person, one))}
    first: dict[str | None, Public] = {}
    for one in issued:
        if one.id in known:
            case = case_of(person, one)
            first[case] = min(first.get(case, known[one.id]), known[one.id], key=lambda public: public.day)
    for one in person.proceedings:
        if one.id not in known and first:
            base = first.get(case_of(person, one)) or min(first.values(), key=lambda public: public.day)
            own = Public(
                happened(one.done, one.not_after), PublicBy.DAY if isinstance(one.done, date) else PublicBy.BOUND
            )
            known[one.id] = max(base, own, key=lambda public: public.day)
    return known


def first_public(person: Person) -> date:
    """Return the first day on which the Court was publicly known to seek or summon a person."""
    return min((one.day for one in publicity(person).values()), default=date.max)


def decided(decision: Decision, persons: Sequence[Person]) -> date:
    """Return from which day a decision is known: never before the persons whom it is about."""
    named = [first_public(one) for one in persons if one.id in decision.persons]
    return max(happened(decision.done, decision.not_after), *named, date.min)


def visited(visit: Visit, persons: Sequence[Person]) -> date:
    """Return from which day a visit is known: never before its person."""
    named = [first_public(one) for one in persons if one.id == visit.person]
    return max(happened(visit.to or visit.from_, visit.not_after), *named, date.min)


def agreed(pact: Pact, checked: date) -> date:
    """Return from which day an agreement is known; where nothing says, the day the record was checked."""
    day = min(happened(pact.signed, pact.known_by), pact.in_force or date.max)
    return checked if day == date.max else day


def court_acts(persons: Sequence[Person], cooperation: Cooperation) -> Iterator[tuple[Act, date]]:
    """Return each step and each decision on cooperation as an act of the Court, with the day it is known from."""
    for person in persons:
        public = publicity(person)
        for step in person.proceedings:
            what = f"{labels.ACT[step.kind]}: {person.name}"
            yield (
                _act(
                    step,
                    ActKind(step.kind),
                    f"{what} ({step.detail})" if step.detail else what,
                    (person.nationality, step.state),
                    persons=(person.id,),
                    situation=person.situation,
                ),
                public[step.id].day,
            )
    for one in cooperation.decisions:
        title = f"{labels.ACT[ActKind.COOPERATION_DECISION]}: {labels.RULING[one.ruling]}"
        yield _act(one, ActKind.COOPERATION_DECISION, title, (one.state,), persons=one.persons), decided(one, persons)


def _act(fact: Proceeding | Decision, kind: ActKind, title: str, concerns: Sequence[str | None], **details: Any) -> Act:
    own = {name: value for name, value in fact._asdict().items() if name in ("id", "done", *_TOLD)}
    states = tuple(dict.fromkeys(filter(None, concerns)))
    return Act(**own, act=kind, title=title, body=COURT, concerns=states, **details)


_TOLD = ("note", "confidence", "sources", "disputed")
