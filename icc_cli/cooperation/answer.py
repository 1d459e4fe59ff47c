"""The answer: what a State owes the Court on a day and, with a person, whether it must arrest and surrender."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.cooperation.duties import (
    ARREST,
    SURRENDER,
    c1_sought,
    c2_party,
    c3_leaving,
    c4_left,
    c5_accepted,
    c6_council,
    c7_none,
)
from icc_cli.cooperation.facts import Facts, PersonFacts, StateFacts
from icc_cli.cooperation.notes import c8_immunity, c9_agreements, c10_decisions
from icc_cli.cooperation.trace import Duty, DutyStep, Ground, Outcome, Verdict, articles_of, strongest
from icc_cli.database.rows import grouped
from icc_cli.database.store import Store
from icc_cli.queries.agreements import CooperationAgreement, agreements
from icc_cli.queries.noncompliance import CooperationDecision, noncompliance
from icc_cli.queries.practice import CooperationLaw, ReportedVisit, laws, visits
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3, Slug


class CooperationAnswer(Fields):
    """What a State owes the Court on a day, why, and what else is on record of its cooperation by then."""

    iso3: Iso3
    name: str
    """The State's everyday name."""
    duty: Duty
    """What obliges it; with a person, in that person's case."""
    verdict: Verdict | None
    """Whether it must arrest and surrender the person; null where none is asked about."""
    articles: tuple[str, ...]
    """The articles that this rests on or, where there is no duty, fails by."""
    until: date | None
    """The day on which this duty ends, by what was known: the first day outside for a State that withdraws."""
    steps: tuple[DutyStep, ...]
    """The rules applied, in order."""
    findings: tuple[CooperationDecision, ...]
    """The decisions on its cooperation, in the person's case where one is asked about, as they stood."""
    agreements: tuple[CooperationAgreement, ...]
    """Its agreements on cooperation."""
    laws: tuple[CooperationLaw, ...]
    """What is known of its law on cooperation."""
    visits: tuple[ReportedVisit, ...]
    """Reported visits and overflights, of the person where one is asked about; no judgment on the State."""
    person: Slug | None
    """Id of the person asked about."""
    projected: bool

    @property
    def contested(self) -> bool:
        """Whether the duty rests on an acceptance or decision that is itself contested."""
        outcomes = {step.outcome for step in self.steps}
        return Outcome.CONTESTED in outcomes and Outcome.DUTY not in outcomes


def cooperation(
    store: Store, on: date, *, states: Sequence[str] = (), person: str | None = None
) -> list[CooperationAnswer]:
    """Return what States owe the Court on a day, in the order given; without States, for each on record, by name.

    `person` is the id of a person. Nothing is used that became known after the day.
    """
    facts = Facts(store, on)
    who = facts.person(person) if person else None
    persons = [person] if person else []
    decided = grouped((one.iso3, one) for one in noncompliance(store, on, states=states, persons=persons))
    agreed = grouped((one.iso3, one) for one in agreements(store, on, states=states, status="all"))
    legal = grouped((one.iso3, one) for one in laws(store, on, states=states))
    seen = grouped((one.iso3, one) for one in visits(store, on, states=states, persons=persons))
    return [
        answer(
            state,
            who,
            facts,
            findings=decided.get(state.iso3, ()),
            agreements=agreed.get(state.iso3, ()),
            laws=legal.get(state.iso3, ()),
            visits=seen.get(state.iso3, ()),
        )
        for state in facts.states(states)
    ]


def answer(
    state: StateFacts,
    person: PersonFacts | None,
    facts: Facts,
    *,
    findings: Sequence[CooperationDecision] = (),
    agreements: Sequence[CooperationAgreement] = (),
    laws: Sequence[CooperationLaw] = (),
    visits: Sequence[ReportedVisit] = (),
) -> CooperationAnswer:
    """Return what one State owes: the strongest duty; with a person, only if the person is sought."""
    sought = c1_sought(person, facts) if person else None
    idle = sought is not None and sought.outcome == Outcome.REFUSED
    grounds, walked = ([], [sought]) if sought and idle else _duties(state, person, facts)
    best = strongest(grounds)
    verdict = best.verdict if best else Verdict.NEED_NOT
    steps = walked if idle or not sought else [sought, *walked]
    if best:
        resting = [one.step for one in grounds if one.verdict == verdict]
        resting += [step for step in walked if step.rule == "C3" and best.until]
        steps = [*steps, *filter(None, [c8_immunity(state, person, facts)] if person else [])]
    else:
        resting = [step for step in walked if step.outcome == Outcome.REFUSED]
    steps = [*steps, *c9_agreements(state, agreements, facts), *c10_decisions(state, findings, facts)]
    return CooperationAnswer(
        iso3=state.iso3,
        name=state.name,
        duty=best.duty if best else Duty.NONE,
        verdict=verdict if person else None,
        articles=articles_of(resting),
        until=best.until if best else None,
        steps=tuple(steps),
        findings=tuple(findings),
        agreements=tuple(agreements),
        laws=tuple(laws),
        visits=tuple(visits),
        person=person.id if person else None,
        projected=state.projected,
    )


def _duties(state: StateFacts, person: PersonFacts | None, facts: Facts) -> tuple[list[Ground], list[DutyStep]]:
    """Return the duties of a State, in their order, and the steps walked to find them."""
    matter = person.matter if person else None
    arrest, surrender = (ARREST, SURRENDER) if person else ((), ())
    grounds: list[Ground] = []
    steps: list[DutyStep] = []
    for found in (
        c2_party(state, arrest, facts),
        c3_leaving(state, facts),
        c4_left(state, matter, arrest, facts),
        c6_council(state, matter, surrender, facts),
        c5_accepted(state, matter, surrender, facts),
    ):
        if isinstance(found, Ground):
            grounds.append(found)
        if found:
            steps.append(found.step if isinstance(found, Ground) else found)
    if not grounds:
        steps.append(c7_none(state, facts))
    return grounds, steps
