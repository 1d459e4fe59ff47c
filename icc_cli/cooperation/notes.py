"""C8 to C10 and the limits: what never changes the answer, and what the answer is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icc_cli.cooperation.facts import Facts, PersonFacts, StateFacts
from icc_cli.cooperation.trace import DutyStep, Outcome
from icc_cli.queries.agreements import AgreementKind, CooperationAgreement
from icc_cli.queries.noncompliance import CooperationDecision
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell

LIMITS = (
    "It says what a State owes the Court, not what its own courts may rule, which request comes first (Art. 90) or may "
    "wait (Art. 94, 95). Not legal advice.",
    "Warrants and charges are allegations. A visit is called a failure to cooperate only where a decision says so. "
    "Listing a State takes no position.",
)
"""Said with every answer."""


def c8_immunity(state: StateFacts, person: PersonFacts, facts: Facts) -> DutyStep | None:
    """Office gives no immunity before the Court; whether it bars arrest by a State is argued (Art. 27(2), 98(1)).

    Several States argue that the head of a State that is no Party is immune, while in office; the judges have not
    accepted it.
    """
    if (
        not person.heads
        or not person.nationality
        or state.iso3 == person.nationality
        or facts.party(person.nationality)
    ):
        return None
    proof = facts.authority("C8")
    ruled = [one.symbol or one.title.split(":")[0] for one in proof[1:]]
    says = "Whether the head of a State that is no Party, or of its government, is immune from arrest is argued"
    says += "; it changes nothing here"
    says += f". The judges have not accepted it: {'; '.join(ruled)}" if ruled else ""
    return facts.step("C8", Outcome.NOTE, says, "27(2)", "98(1)", proof=proof)


def c9_agreements(state: StateFacts, own: Sequence[CooperationAgreement], facts: Facts) -> Iterator[DutyStep]:
    """A non-surrender agreement is about persons of the other State, and changes nothing for others (Art. 98(2))."""
    for one in own:
        if one.kind == AgreementKind.NON_SURRENDER:
            other = f" with {one.with_}" if one.with_ else ""
            day = f" of {spell(one.signed)}" if one.signed else ""
            says = f"{state.name}: non-surrender agreement{other}{day}; it is about persons of that State alone"
            yield facts.step("C9", Outcome.NOTE, says, "98(2)", fact=one.id, proof=one.sources)


def c10_decisions(state: StateFacts, own: Sequence[CooperationDecision], facts: Facts) -> Iterator[DutyStep]:
    """Only the judges find that a State failed to cooperate; what they found stands beside the duty (Art. 87(7))."""
    for one in own:
        day = spell(one.decided) or f"by {spell(one.not_after)}"
        stands = "" if one.stands else "; set aside since"
        says = f"{state.name}, {day}: {labels.RULING[one.outcome]}{f' ({one.about})' if one.about else ''}{stands}"
        yield facts.step("C10", Outcome.NOTE, says, "87(7)", fact=one.id, proof=one.sources)
