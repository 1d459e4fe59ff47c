"""From which day a question may know of a step in a case, a decision or a visit; and these as acts of the Court.

A warrant or summons is public from the day it was unsealed, else from the day by which that had happened; one that was
never sealed from the day it was issued. What was done under it before is known from that day, and not earlier. Any
other step is known from the day on which it was made public, which as a rule is its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, last_day, spell
from icc_cli.treaty.details import ProceedingKind, PublicBy, Ruling
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


def published(person: Person) -> dict[str, Public]:
    """Return when each warrant and summons of a person became public, by id.

    One is missing where nothing says so, which the record does not allow.
    """
    days: dict[str, list[Public]] = {}
    in_case = by_case(person)
    for step in person.proceedings:
        if step.kind in INSTRUMENTS and step.not_after:
            exact = step.not_after == step.done
            days.setdefault(step.id, []).append(Public(step.not_after, PublicBy.DAY if exact else PublicBy.BOUND))
        elif step.kind in UNSEALS and (opened := opened_by(step, in_case[case_of(person, step)])):
            days.setdefault(opened.id, []).append(_own(step))
    return {name: min(found, key=_day) for name, found in days.items()}


def by_case(person: Person) -> dict[str | None, list[Proceeding]]:
    """Return a person's steps by the number of their case."""
    found: dict[str | None, list[Proceeding]] = {}
    for step in person.proceedings:
        found.setdefault(case_of(person, step), []).append(step)
    return found


def opened_by(unsealing: Proceeding, steps: Sequence[Proceeding]) -> Proceeding | None:
    """Return what an unsealing made public: the last instrument of its kind, of the steps of its case, before it."""
    day, kind = happened(unsealing.done, unsealing.not_after), UNSEALS[unsealing.kind]
    return next((one for one in reversed(steps) if one.kind == kind and happened(one.done, None) <= day), None)


def publicity(person: Person) -> dict[str, Public]:
    """Return from which day each of a person's steps is known, by id: never before a warrant or summons in the case."""
    known = published(person)
    first: dict[str | None, Public] = {}
    for one in person.proceedings:
        if one.id in known:
            case = case_of(person, one)
            first[case] = min(first.get(case, known[one.id]), known[one.id], key=_day)
    if not known:
        return known
    begun = min(known.values(), key=_day)
    for one in person.proceedings:
        if one.id not in known:
            known[one.id] = max(first.get(case_of(person, one), begun), _own(one), key=_day)
    return known


def _own(step: Proceeding) -> Public:
    """Return when a step was made public or, where nothing is told of it, had happened: a day, or a bound."""
    if step.made_public:
        return Public(step.made_public, PublicBy.DAY)
    by = PublicBy.DAY if isinstance(step.done, date) else PublicBy.BOUND
    return Public(happened(step.done, step.not_after), by)


def _day(public: Public) -> date:
    return public.day


def first_public(persons: Iterable[Person]) -> dict[str, date]:
    """Return the first day on which the Court was publicly known to seek or summon each person, by id."""
    return {person.id: min((one.day for one in published(person).values()), default=date.max) for person in persons}


def decided(decision: Decision, first: Mapping[str, date]) -> date:
    """Return from which day a decision is known: never before the persons whom it is about (`first_public`)."""
    named = [first[one] for one in decision.persons]
    return max(happened(decision.done, decision.not_after), *named, date.min)


def visited(visit: Visit, first: Mapping[str, date]) -> date:
    """Return from which day a visit is known: from the arrival, and never before its person (`first_public`)."""
    return max(happened(visit.from_ or visit.to, visit.not_after), first[visit.person])


def agreed(pact: Pact, checked: date) -> date:
    """Return from which day an agreement counts: the first that is proved; without any, the day of the check."""
    signed = last_day(pact.signed) if pact.signed else None
    return min(filter(None, (signed, pact.in_force, pact.known_by)), default=checked)


def court_acts(
    persons: Sequence[Person], cooperation: Cooperation, names: Mapping[str, str]
) -> Iterator[tuple[Act, date]]:
    """Return each step and each decision on cooperation as an act of the Court, with the day it is known from.

    `names` are those of States by code.
    """
    for person in persons:
        public = publicity(person)
        for step in person.proceedings:
            what = f"{labels.ACT[step.kind]}: {person.name}"
            planned = f"for {spell(step.due)}" if step.due else ""
            later = f"made public {spell(step.made_public)}" if step.made_public else ""
            more = "; ".join(filter(None, (names[step.state] if step.state else "", planned, step.detail, later)))
            yield (
                _act(
                    step,
                    step.kind,
                    f"{what} ({more})" if more else what,
                    (person.nationality, step.state),
                    persons=(person.id,),
                    situation=person.situation,
                    due=step.due,
                ),
                public[step.id].day,
            )
    first = first_public(persons)
    for one in cooperation.decisions:
        title = f"{labels.ACT[ActKind.COOPERATION_DECISION]} ({names[one.state]}): {labels.RULING[one.ruling]}"
        bodies = " and ".join(labels.FORUM[body] for body in one.referred_to)
        told = (", ".join(filter(None, (one.chamber, one.about))), f"referred to the {bodies}" if bodies else "")
        yield (
            _act(
                one,
                ActKind.COOPERATION_DECISION,
                title,
                (one.state,),
                note=" ".join(filter(None, ("; ".join(filter(None, told)) + ".", one.note))),
                undoes=one.of if one.ruling == Ruling.SET_ASIDE else None,
                persons=one.persons,
            ),
            decided(one, first),
        )


def _act(
    fact: Proceeding | Decision,
    kind: ActKind | ProceedingKind,
    title: str,
    concerns: Sequence[str | None],
    **details: Any,
) -> Act:
    own = {name: value for name, value in fact._asdict().items() if name in ("id", "done", *_TOLD)}
    states = tuple(dict.fromkeys(filter(None, concerns)))
    # In the files, an act's kind is never that of a step: only here, where steps become acts.
    return Act(**(own | details), act=cast("ActKind", kind), title=title, body=COURT, concerns=states)


_TOLD = ("note", "confidence", "sources", "disputed")
