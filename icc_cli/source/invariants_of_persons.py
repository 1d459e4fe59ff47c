"""Invariants of persons before the Court and the steps in their cases: Articles 58 to 85, 89, 103 and 110."""

from collections.abc import Iterator
from datetime import date

from icc_cli.source.invariants_of_sources import proved
from icc_cli.source.rules import IN_FORCE, Record, dataset, persons, steps
from icc_cli.treaty import dates
from icc_cli.treaty.details import ProceedingKind, SituationKind
from icc_cli.treaty.persons import Person, Proceeding
from icc_cli.treaty.publicity import INSTRUMENTS, UNSEALS, happened, opened_by

_BEGUN = (ProceedingKind.ARRESTED, ProceedingKind.SURRENDERED, ProceedingKind.APPEARED)
_TRIED = (ProceedingKind.TRIAL_OPENED,)
_GUILTY = (ProceedingKind.CONVICTED,)
_PUNISHED = (ProceedingKind.SENTENCED,)
AFTER: dict[ProceedingKind, tuple[str, tuple[ProceedingKind, ...]]] = {
    ProceedingKind.WARRANT_AMENDED: ("Art. 58(6)", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.WARRANT_WITHDRAWN: ("Art. 58(4)", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.WARRANT_CANCELLED: ("Art. 58(4)", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.ARRESTED: ("Art. 59(1)", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.ARREST_ATTEMPTED: ("Art. 59(1)", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.SURRENDERED: ("Art. 59(7), 89", (ProceedingKind.WARRANT_ISSUED,)),
    ProceedingKind.INTERIM_RELEASE: ("Art. 60(2)", _BEGUN),
    ProceedingKind.INTERIM_RELEASE_REFUSED: ("Art. 60(2)", _BEGUN),
    ProceedingKind.RELEASED: ("Art. 59, 60, 81(3)", _BEGUN),
    ProceedingKind.TRIAL_OPENED: ("Art. 61(11)", (ProceedingKind.CHARGES_CONFIRMED,)),
    ProceedingKind.DELIBERATIONS: ("Art. 74", _TRIED),
    ProceedingKind.CONVICTED: ("Art. 74", _TRIED),
    ProceedingKind.ACQUITTED: ("Art. 74", _TRIED),
    ProceedingKind.SENTENCED: ("Art. 76(1)", _GUILTY),
    ProceedingKind.SENTENCE_REDUCED: ("Art. 110(3)", _PUNISHED),
    ProceedingKind.TRANSFERRED_TO_SERVE: ("Art. 103(1)", _PUNISHED),
    ProceedingKind.SENTENCE_SERVED: ("Art. 105, 110", _PUNISHED),
}
"""What a step follows in its case: one of these at least, no later than it."""
_ENDS = (
    ProceedingKind.PROCEEDINGS_TERMINATED,
    ProceedingKind.WARRANT_WITHDRAWN,
    ProceedingKind.WARRANT_CANCELLED,
    ProceedingKind.CASE_INADMISSIBLE,
    ProceedingKind.CHARGES_NOT_CONFIRMED,
    ProceedingKind.ACQUITTED,
)
_APPEALS = (
    ProceedingKind.APPEAL_FILED,
    ProceedingKind.APPEAL_REFUSED,
    ProceedingKind.APPEAL_JUDGMENT,
    ProceedingKind.APPEALS_DISCONTINUED,
)
_STILL = (*_ENDS, *_APPEALS, *UNSEALS, ProceedingKind.RELEASED, ProceedingKind.DIED)
"""What may follow the end of a case (Art. 81, 82): appeals, release, publication, a further end."""
_OF_A_STATE = (
    ProceedingKind.ARREST_ATTEMPTED,
    ProceedingKind.ARRESTED,
    ProceedingKind.SURRENDERED,
    ProceedingKind.RELEASED,
    ProceedingKind.INTERIM_RELEASE,
    ProceedingKind.TRANSFERRED_TO_SERVE,
)


def _by(step: Proceeding) -> date:
    """Return the last day by which a step had happened."""
    return happened(step.done, step.not_after if step.kind not in INSTRUMENTS or not step.done else None)


def _since(step: Proceeding) -> date:
    """Return the first day on which a step can have happened."""
    return dates.first_day(step.done) if step.done else date.min


@persons
def who(person: Person, record: Record) -> Iterator[str]:
    """A person is before the Court in an investigation, under a warrant or a summons (Art. 58); documents prove it."""
    yield from proved(person, record, False)
    situation = record.situations.get(person.situation)
    if not situation:
        yield f"'{person.situation}' is no situation of this dataset"
    elif situation.kind != SituationKind.SITUATION:
        yield f"'{person.situation}' is an examination; cases are in an investigation (Art. 53, 58)"
    elif situation.reference:
        for number in person.cases:
            if not number.startswith(f"{situation.reference}-"):
                yield f"case {number} is not of situation {situation.reference}"
    if not any(step.kind in INSTRUMENTS for step in person.proceedings):
        yield "has neither a warrant nor a summons (Art. 58)"
    if person.head_of and not person.nationality:
        yield "'head-of' needs 'nationality': head of which State?"
    if person.head_until and not person.head_of:
        yield "'head-until' without 'head-of'"


@persons
def in_order(person: Person, record: Record) -> Iterator[str]:
    """Steps are listed by the day by which they had happened; a person dies once."""
    days = [_by(step) for step in person.proceedings]
    for earlier, later, step in zip(days, days[1:], person.proceedings[1:], strict=False):
        if later < earlier:
            yield f"'{step.id}' is listed after what came later"
    if sum(step.kind == ProceedingKind.DIED for step in person.proceedings) > 1:
        yield "died more than once"


@dataset
def names(record: Record) -> Iterator[str]:
    """No two persons have one name; other spellings may lead to several."""
    seen: dict[str, str] = {}
    for one in record.dataset.persons:
        if other := seen.get(one.name):
            yield f"'{other}' and '{one.id}' have one name: {one.name}"
        seen[one.name] = one.id


@steps
def a_day_or_a_bound(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A step has its day or a bound, within the time of the Statute and the record; its id says person, day, kind."""
    if not step.done and not step.not_after:
        yield "has neither 'done' nor 'not-after'"
        return
    if not step.id.startswith(f"{person.id}-{step.done or step.not_after}-{step.kind}"):
        yield f"'{step.id}' should begin with {person.id}-{step.done or step.not_after}-{step.kind}"
    if _by(step) < IN_FORCE:
        yield f"before the Statute was in force on {IN_FORCE} (Art. 11, 126)"
    if _since(step) > record.checked or (step.not_after and step.not_after > record.checked):
        yield f"after the record was checked ({record.checked}): what is only planned is no step"
    if isinstance(step.done, date) and step.not_after and step.kind not in INSTRUMENTS:
        yield "has its day: 'not-after' says nothing more"
    if bool(step.due) != (step.kind == ProceedingKind.TRIAL_DATE_SET):
        yield "'due' is the day of a trial: trial-date-set has it, and nothing else"
    if step.due and step.due <= _by(step):
        yield "'due' does not lie ahead"
    yield from proved(step, record, False)


@steps
def known_from_a_day(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A warrant or summons has a day by which it was public, not before it was issued (Art. 58)."""
    if step.kind in INSTRUMENTS:
        public = record.published(person).get(step.id)
        if not public:
            yield f"a {step.kind} needs a day by which it was public: an unsealing, or 'not-after'"
        elif public.day < _since(step):
            yield f"public on {public.day}, before it was issued"
    elif step.kind in UNSEALS and not opened_by(step, record.case(person, step)):
        yield f"unseals no {UNSEALS[step.kind]} of the case that was issued before it"


@steps
def made_public_later(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A step that was made public on another day than its own was so later, and not after the record was checked."""
    if not step.made_public:
        return
    if step.kind in INSTRUMENTS:
        yield f"a {step.kind} is made public by an unsealing, or 'not-after' says by when it was: not by 'made-public'"
    elif step.made_public <= _by(step):
        yield f"'made-public' is {step.made_public}, not after it was done: leave it out"
    elif step.made_public > record.checked:
        yield f"'made-public' is after the record was checked ({record.checked})"


@steps
def cases(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """Each step is of a case of the person; its number is written where there are several."""
    if step.case_number and step.case_number not in person.cases:
        yield f"case {step.case_number} is not among the person's"
    if len(person.cases) > 1 and not step.case_number:
        yield "'case' is missing: the person has more than one"


@steps
def nothing_before_its_warrant(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """Nothing happens in a case before its first warrant or summons (Art. 58)."""
    issued = [_since(one) for one in record.case(person, step) if one.kind in INSTRUMENTS]
    if not issued:
        yield "is of a case without a warrant or a summons (Art. 58)"
    elif _by(step) < min(issued):
        yield f"before the first warrant or summons of its case, of {min(issued)} (Art. 58)"


@steps
def what_it_follows(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """No trial before charges are confirmed, no conviction before a trial, no sentence before a conviction."""
    article, needed = AFTER.get(step.kind, ("", ()))
    if needed and not any(one.kind in needed and _since(one) <= _by(step) for one in record.case(person, step)):
        yield f"no {' or '.join(needed)} before it ({article})"


@steps
def arrested_before_surrender(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A person is surrendered after the arrest, and appears after the surrender, where these are on record."""
    before = {
        ProceedingKind.SURRENDERED: (ProceedingKind.ARRESTED, "Art. 59(7)"),
        ProceedingKind.APPEARED: (ProceedingKind.SURRENDERED, "Art. 60(1)"),
    }
    if step.kind in before:
        kind, article = before[step.kind]
        days = [_since(one) for one in record.case(person, step) if one.kind == kind]
        if days and _by(step) < min(days):
            yield f"before the person was {kind} ({article})"


@steps
def present_at_trial(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """Nobody is tried in absence (Art. 63(1))."""
    there = (ProceedingKind.SURRENDERED, ProceedingKind.APPEARED)
    present = any(one.kind in there and _since(one) <= _by(step) for one in record.case(person, step))
    if step.kind == ProceedingKind.TRIAL_OPENED and not present:
        yield "tried without having been surrendered or having appeared (Art. 63(1))"


@steps
def nothing_after_the_end(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """After a case ended there are appeals, a release, a further end; more where an appeal reopened it (Art. 83)."""
    if step.kind in _STILL:
        return
    for end in record.case(person, step):
        if end.kind in _ENDS and _by(end) < _since(step):
            between = (_by(end), _by(step))
            reopened = any(
                one.kind == ProceedingKind.APPEAL_JUDGMENT and between[0] <= _by(one) <= between[1]
                for one in record.case(person, step)
            )
            anew = step.kind in INSTRUMENTS and end.kind == ProceedingKind.CHARGES_NOT_CONFIRMED
            if not reopened and not anew:
                yield f"after the case had ended: '{end.id}' (Art. 83)"
    for death in person.proceedings:
        if death.kind == ProceedingKind.DIED and _by(death) < _since(step):
            yield f"after the person had died: '{death.id}'"


@steps
def a_state_took_part(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A State is named where one arrested, surrendered, released or received the person."""
    if step.state and step.kind not in _OF_A_STATE:
        yield f"a {step.kind} is no act of a State: 'state' is not for it"


@steps
def served_where_agreed(step: Proceeding, person: Person, record: Record) -> Iterator[str]:
    """A sentence is served in a State that has accepted sentenced persons (Art. 103(1))."""
    if step.kind != ProceedingKind.TRANSFERRED_TO_SERVE or not step.state:
        return
    agreed = [one for one in record.serving.get(step.state, ()) if one.person in (None, person.id)]
    days = [one.in_force or (dates.first_day(one.signed) if one.signed else date.max) for one in agreed]
    if not days or min(days) > _by(step):
        yield f"no agreement of {step.state} on the enforcement of sentences by then (Art. 103(1))"
