"""Invariants of decisions on cooperation, visits, agreements and laws: Articles 86 to 89, 98(2), 103 and 127(2)."""

from collections.abc import Iterator
from datetime import date

from icc_cli.source.invariants_of_sources import proved
from icc_cli.source.rules import IN_FORCE, Record, dataset, decisions, laws, pacts, visits
from icc_cli.treaty import dates
from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import Forum, PactKind, ProceedingKind, Ruling
from icc_cli.treaty.persons import Decision, Law, Pact, Person, Visit
from icc_cli.treaty.publicity import happened

_ON_APPEAL = (Ruling.UPHELD, Ruling.SET_ASIDE)
_LATER = (*_ON_APPEAL, Ruling.REFERRED)
"""What only an earlier decision makes possible."""


def _within(what: str, record: Record, *days: AnyDate | None) -> Iterator[str]:
    given = [day for day in days if day]
    if any(dates.last_day(day) < IN_FORCE for day in given):
        yield f"a {what} before the Statute was in force on {IN_FORCE} (Art. 11, 126)"
    if any(dates.first_day(day) > record.checked for day in given):
        yield f"a {what} after the record was checked ({record.checked})"


def _persons(ids: tuple[str, ...], record: Record) -> Iterator[Person]:
    yield from (record.persons[one] for one in ids if one in record.persons)


def _unknown(ids: tuple[str, ...], record: Record) -> Iterator[str]:
    """Every person named is on record."""
    yield from (f"'{one}' is no person of this dataset" for one in ids if one not in record.persons)


@decisions
def its_day(one: Decision, record: Record) -> Iterator[str]:
    """A decision has its day or a bound; its id says State, day and ruling; documents prove it."""
    day = one.done or one.not_after
    if not day:
        yield "has neither 'done' nor 'not-after'"
    elif not one.id.startswith(f"{one.state.lower()}-{day}-{one.ruling}"):
        yield f"'{one.id}' should begin with {one.state.lower()}-{day}-{one.ruling}"
    yield from _within("decision", record, one.done, one.not_after)
    yield from proved(one, record, False)


@decisions
def about_whom(one: Decision, record: Record) -> Iterator[str]:
    """A decision is about persons whom the Court sought or summoned by then, in the case its number names."""
    yield from _unknown(one.persons, record)
    for person in _persons(one.persons, record):
        if happened(one.done, one.not_after) < record.sought[person.id]:
            yield f"before the Court sought '{person.id}' (Art. 58, 87)"
        situation = record.situations.get(person.situation)
        if one.symbol and situation and situation.reference and not one.symbol.startswith(situation.reference):
            yield f"'{one.symbol}' is not of situation {situation.reference}"


@decisions
def about_which_visits(one: Decision, record: Record) -> Iterator[str]:
    """The visits that a decision is about were to its State, by one of its persons, and came before it."""
    for name in one.visits:
        stay = record.visits.get(name)
        if not stay:
            yield f"'{name}' is no visit of this dataset"
        elif stay.state != one.state or stay.person not in one.persons:
            yield f"'{name}' is a visit of another person or to another State"
        elif stay.from_ and dates.first_day(stay.from_) > happened(one.done, one.not_after):
            yield f"before '{name}', which it is about"


@decisions
def about_an_earlier_one(one: Decision, record: Record) -> Iterator[str]:
    """A decision on appeal, and a later referral, name the decision on the same State that they are about (Art. 82)."""
    if one.ruling in _LATER and not one.of:
        yield f"'{one.ruling}' needs 'of', the decision that it is about"
    if one.ruling in _ON_APPEAL and one.chamber != "Appeals Chamber":
        yield f"'{one.ruling}' is for the Appeals Chamber (Art. 82)"
    if not one.of:
        return
    earlier = record.decisions.get(one.of)
    if not earlier:
        yield f"'{one.of}' is no decision of this dataset"
    elif earlier.state != one.state:
        yield f"'{one.of}' is about another State"
    elif happened(earlier.done, earlier.not_after) >= happened(one.done, one.not_after):
        yield f"not after '{one.of}', which it is about"


@decisions
def a_state_that_owed_something(one: Decision, record: Record) -> Iterator[str]:
    """A finding concerns a State that owed the Court something that day.

    A State Party, or one that had been (Art. 86, 127(2)); one that accepted jurisdiction (Art. 12(3)); one that the
    Security Council bound (Art. 13(b)).
    """
    day = happened(one.done, one.not_after)
    if one.state not in record.states or day == date.max:
        return
    owed = any(first <= day for first, _ in record.accepted(one.state))
    situations = {person.situation for person in _persons(one.persons, record)}
    bound = any((one.state, situation) in record.bound for situation in situations)
    if not owed and not bound:
        yield f"{one.state} owed the Court no cooperation on {day} (Art. 12(3), 13(b), 86, 127(2))"


@decisions
def referred_to_whom(one: Decision, record: Record) -> Iterator[str]:
    """A matter goes to the Assembly, and to the Council only where the Council referred the situation (Art. 87(7))."""
    if one.ruling == Ruling.REFERRED and not one.referred_to:
        yield "'referred' needs 'referred-to' (Art. 87(7))"
    if one.ruling == Ruling.NOT_FOUND and one.referred_to:
        yield "nothing was found that could be referred (Art. 87(7))"
    persons = [*_persons(one.persons, record)]
    if Forum.COUNCIL in one.referred_to and persons and not any(one.situation in record.referred for one in persons):
        yield "referred to the Security Council, which had not referred the situation (Art. 87(7))"


@visits
def a_person_sought(one: Visit, record: Record) -> Iterator[str]:
    """A visit is of a person under a warrant, not in custody, to another State; it has its day or a bound."""
    days = [day for day in (one.from_, one.to) if day]
    if not days and not one.not_after:
        yield "has neither 'from' nor 'not-after'"
    if one.to and (not one.from_ or dates.last_day(one.to) < dates.first_day(one.from_)):
        yield "'to' is before 'from', or without it"
    yield from _within("visit", record, *days, one.not_after)
    yield from proved(one, record, False)
    yield from _unknown((one.person,), record)
    for person in _persons((one.person,), record):
        if happened(one.to or one.from_, one.not_after) < record.sought[person.id]:
            yield f"before the Court sought '{person.id}' (Art. 58)"
        if one.state == person.nationality:
            yield f"'{person.id}' is a national of {one.state}: no visit"
        held = [step for step in person.proceedings if step.kind == ProceedingKind.SURRENDERED and step.done]
        freed = [step for step in person.proceedings if step.kind == ProceedingKind.RELEASED]
        if one.from_ and any(happened(step.done, None) < dates.first_day(one.from_) for step in held) and not freed:
            yield f"'{person.id}' was in the Court's custody (Art. 89)"


@pacts
def agreements(one: Pact, record: Record) -> Iterator[str]:
    """An agreement has a day; it is in force no sooner than signed; one on surrender names the other State."""
    if not (one.signed or one.known_by or one.in_force):
        yield "has none of 'signed', 'known-by' and 'in-force'"
    first = dates.first_day(one.signed) if one.signed else date.min
    if one.in_force and one.in_force < first:
        yield "in force before it was signed"
    if one.known_by and one.known_by < first:
        yield "known before it was signed"
    if (one.kind == PactKind.NON_SURRENDER) != bool(one.with_):
        yield "'with' is for agreements not to surrender, and these need it (Art. 98(2))"
    if one.with_ == one.state:
        yield f"{one.state} has no agreement with itself"
    if (one.id in record.listed_apart) != (one.kind == PactKind.NON_SURRENDER):
        yield f"a '{one.kind}' is in the other list"
    yield from _within("agreement", record, one.signed, one.known_by)
    yield from proved(one, record, False)
    yield from _unknown((one.person,) if one.person else (), record)


@laws
def law(one: Law, record: Record) -> Iterator[str]:
    """A law is known from a day within the record (Art. 88)."""
    yield from _within("law", record, one.known_by)
    yield from proved(one, record, False)


@dataset
def once(record: Record) -> Iterator[str]:
    """No agreement and no law is listed twice."""
    found = record.dataset.cooperation
    seen: set[tuple[object, ...]] = set()
    for what in (
        *((one.state, one.kind, one.with_, one.person) for one in (*found.agreements, *found.non_surrender)),
        *((one.state,) for one in found.laws),
    ):
        if what in seen:
            yield f"cooperation.yaml: {' '.join(str(part) for part in what if part)} is listed twice"
        seen.add(what)
