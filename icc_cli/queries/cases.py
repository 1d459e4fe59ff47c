"""Persons before the Court as their cases stood on a day: `icc cases`, and `icc warrants` with the Court's own totals.

Warrants and charges are allegations. Who was not yet publicly sought or summoned on the day is in no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled, grouped
from icc_cli.database.store import Store, marks
from icc_cli.queries.acts import ABOUT_PERSON, Act, Disputed, Source, acts, disputed, sources
from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.proceedings import CalledBy, Stage, Standing, WarrantOutcome, standing
from icc_cli.treaty.vocabulary import Confidence

if TYPE_CHECKING:
    from sqlite3 import Row

    from icc_cli.treaty.details import Charge, PublicBy
    from icc_cli.treaty.forms import CaseNumber, Iso3, Slug


class Step(Fields):
    """A proceeding, as far as the derivation needs it."""

    id: str
    kind: ProceedingKind
    done: AnyDate | None
    not_after: date | None
    public: date
    public_by: str
    case_number: str | None
    iso3: str | None
    crimes: str | None
    confidence: Confidence


class PersonCase(Fields):
    """A person's case as it stood on a day. What is charged is alleged until a judgment."""

    person: Slug
    """The person's id."""
    name: str
    """The person's name."""
    nationality: Iso3 | None
    """The State whose national the person is; null where no document proves it."""
    role: str | None
    """What the person was when sought or summoned."""
    situation: Slug
    case: CaseNumber | None
    """The Court's number of the case; null where none has been seen."""
    instrument: CalledBy
    """Warrant or summons: a warrant, once one was public."""
    issued: AnyDate | None
    """Day on which the first of its kind was issued; null where none is proved."""
    public: date
    """Day from which that was public, or by which it was."""
    public_by: PublicBy
    """Whether `public` is its day, or the last day by which it had come."""
    stage: Stage
    """How far the case had come."""
    stage_since: AnyDate | None
    """Day on which it came so far; null where only a last day is proved."""
    held_by: Iso3 | None
    """The State that holds the person: by whom arrested, or where the sentence is served; null where none is known."""
    sources: tuple[Source, ...]
    """The documents of the warrant or summons, and of the stage."""
    outcome: WarrantOutcome | None
    """What had become of the warrants, as the Court counts; null where there was none."""
    summoned: bool
    """Whether a summons was public in the case, though a warrant may have followed."""
    died: AnyDate | None
    """Day of the person's death, where one is on record; the case ends only when the Court ends it."""
    crimes: tuple[Charge, ...]
    """The crimes alleged in the warrants or summonses."""
    interim_release: bool
    """Whether the Court had released the person for the time until its judgment or sentence (Art. 60)."""
    confidence: Confidence
    disputed: tuple[Disputed, ...]


class PersonStep(Act):
    """A step in a person's case, or a decision on cooperation about the person, as an act of the Court."""

    not_after: date | None
    """Where no day is proved, the last day by which it had happened."""


class PersonInFull(Fields):
    """A person before the Court, with all that was publicly known of the cases by a day. Charges are allegations."""

    id: Slug
    """The person's id; never renamed."""
    name: str
    """The person's name, as the Court writes it."""
    nationality: Iso3 | None
    """The State whose national the person is; null where no document proves it."""
    role: str | None
    """What the person was when sought or summoned."""
    situation: Slug
    public: date
    """Day from which the person was publicly sought or summoned."""
    cases: tuple[PersonCase, ...]
    """The person's cases, as they stood on the day asked about."""
    steps: tuple[PersonStep, ...]
    """The proceedings, and the decisions on cooperation about the person, as acts of the Court, oldest first."""
    note: str | None
    confidence: Confidence
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]


class WarrantCounts(Fields):
    """Persons by what had become of the warrants for them, counted as the Court does: persons, not warrants.

    `persons` is the sum of `at_large`, `executed`, `withdrawn_on_death`, `withdrawn` and `inadmissible`.
    """

    persons: int
    """Persons ever under a public warrant."""
    at_large: int
    """Neither surrendered nor appeared, and not ended; also whom a State holds."""
    executed: int
    """Surrendered, or appeared under the warrant."""
    withdrawn_on_death: int
    """Ended on the person's death before that."""
    withdrawn: int
    """Ended otherwise before that."""
    inadmissible: int
    """The case found inadmissible before that."""
    summonses: int
    """Persons ever under a public summons; who was wanted later counts among `persons`, too."""


def cases(
    store: Store,
    on: date,
    *,
    persons: Sequence[str] = (),
    situations: Sequence[str] = (),
    states: Sequence[str] = (),
    stages: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[PersonCase]:
    """Return the cases of persons who were publicly sought or summoned by a day, in the order of their public days.

    Of several `persons`, `situations` and `states` (whose nationals they are, or whom the situation concerns), each
    adds its own. A period selects those whose warrant or summons became public, or whose stage began, within it.
    """
    where, values = _where(persons, situations, states)
    if regions:
        where += f" AND situation IN (SELECT id FROM situation WHERE region IN ({marks(regions)}))"
        values += regions
    period = Period(since, until)
    found = [
        one
        for one in _cases(store, on, where, values)
        if (not stages or one.stage in stages) and period.meets(one.public, one.stage_since)
    ]
    return sorted(found, key=lambda one: (one.public, one.name))


def person_in_full(store: Store, identifier: str, on: date) -> PersonInFull | None:
    """Return all that was publicly known of a person by a day; None before the first warrant or summons was public."""
    row = store.row("SELECT * FROM person WHERE id = ? AND public <= ?", identifier, str(on))
    if row is None:
        return None
    bounds = {
        step["id"]: step["not_after"]
        for step in store.rows("SELECT id, not_after FROM proceeding UNION ALL SELECT id, not_after FROM decision")
    }
    about = acts(store, on, ABOUT_PERSON, identifier, f"% {identifier} %")
    return filled(
        PersonInFull,
        row,
        cases=tuple(cases(store, on, persons=[identifier])),
        steps=tuple(filled(PersonStep, vars(act), not_after=bounds[act.id]) for act in about),
        disputed=(),
        sources=sources(store, "VALUES (?)", identifier).get(identifier, ()),
    )


def counts(store: Store, on: date) -> WarrantCounts:
    """Return the totals of a day, over all persons."""
    return totals(store, on)[0]


def totals(store: Store, *days: date) -> list[WarrantCounts]:
    """Return the totals of several days: the record is read once, which takes longer than to count."""
    rows = store.rows("SELECT * FROM proceeding WHERE public <= ? ORDER BY position", str(max(days)))
    steps = grouped(((row["person"], row["case_number"]), filled(Step, row)) for row in rows)
    return [count((person, now) for (person, _), case in steps.items() if (now := standing(case, day))) for day in days]


def count(found: Iterable[tuple[str, PersonCase | Standing]]) -> WarrantCounts:
    """Count persons, each given with a case; who has several cases is at large while sought in one of them."""
    by_person = grouped(found)
    outcomes = [[case.outcome for case in own if case.outcome] for own in by_person.values()]
    each = [WarrantOutcome.AT_LARGE if WarrantOutcome.AT_LARGE in own else own[0] for own in outcomes if own]
    summoned = sum(any(case.summoned for case in own) for own in by_person.values())
    numbers = {one.name.lower(): each.count(one) for one in WarrantOutcome}
    return WarrantCounts(persons=len(each), **numbers, summonses=summoned)


def _where(persons: Sequence[str], situations: Sequence[str], states: Sequence[str]) -> tuple[str, list[object]]:
    """Return the condition under which a person is asked for, and its values."""
    concerned = f"situation IN (SELECT situation FROM situation_state WHERE iso3 IN ({marks(states)}))"
    ways = {
        f"id IN ({marks(persons)})": persons,
        f"situation IN ({marks(situations)})": situations,
        f"nationality IN ({marks(states)}) OR {concerned}": [*states, *states],
    }
    asked = {sql: given for sql, given in ways.items() if given}
    return f"({' OR '.join(asked) or '1'})", [value for given in asked.values() for value in given]


def _standings(
    store: Store, on: date, where: str, values: Sequence[object]
) -> Iterator[tuple[Row, str | None, list[Step], Standing]]:
    """Return how the cases stood of the persons who meet a condition: the person, the number, the steps, the stage."""
    people = store.rows(f"SELECT * FROM person WHERE public <= ? AND {where} ORDER BY id", str(on), *values)
    chosen = f"SELECT id FROM person WHERE {where}"
    known = f"SELECT * FROM proceeding WHERE public <= ? AND person IN ({chosen}) ORDER BY position"
    steps = grouped((row["person"], filled(Step, row)) for row in store.rows(known, str(on), *values))
    for person in people:
        for number, case in grouped((step.case_number, step) for step in steps[person["id"]]).items():
            if now := standing(case, on):
                yield person, number, case, now


def _cases(store: Store, on: date, where: str, values: Sequence[object]) -> Iterator[PersonCase]:
    """Return the cases of the persons who meet a condition, as they stood on a day."""
    known = f"SELECT id FROM proceeding WHERE person IN (SELECT id FROM person WHERE {where})"
    proofs, doubts = sources(store, known, *values), disputed(store, known, *values)
    for person, number, case, now in _standings(store, on, where, values):
        rests = [step for step in case if step.id in now.steps]
        charged = [word for step in case if step.crimes for word in step.crimes.split()]
        reported = any(step.confidence == Confidence.REPORTED for step in rests)
        yield filled(
            PersonCase,
            now._asdict(),
            person=person["id"],
            name=person["name"],
            nationality=person["nationality"],
            role=person["role"],
            situation=person["situation"],
            case=number,
            sources=tuple(dict.fromkeys(source for step in rests for source in proofs.get(step.id, ()))),
            crimes=tuple(dict.fromkeys(charged)),
            confidence=Confidence.REPORTED if reported else Confidence.CONFIRMED,
            disputed=tuple(doubt for step in rests for doubt in doubts.get(step.id, ())),
        )
