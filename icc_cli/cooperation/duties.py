"""C1 to C7: whether anybody is sought, and what obliges the State (Art. 12, 59, 86 to 89, 127)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from icc_cli.cooperation.facts import Facts, Matter, PersonFacts, StateFacts
from icc_cli.cooperation.trace import Duty, DutyStep, Ground, Outcome
from icc_cli.queries.acts import Act
from icc_cli.treaty.dates import from_text, last_day, spell
from icc_cli.treaty.proceedings import Stage, WarrantOutcome
from icc_cli.treaty.vocabulary import PARTY, Status

ARREST = ("59(1)", "89(1)")
"""What a Party's duty to cooperate comes to where a person is sought."""
SURRENDER = ("89(1)",)
"""The same of a State that owes cooperation and never was a Party: Art. 59, outside Part 9, speaks to Parties alone."""


def c1_sought(person: PersonFacts, facts: Facts) -> DutyStep:
    """Only a public warrant that is neither executed nor ended asks States to arrest (Art. 58, 89(1), 91).

    A summons asks for no arrest (Art. 58(7)). Of a person never sought, and of one sought under a warrant not yet
    public, the same is said.
    """
    wanted = [one for one in person.cases if one.outcome]
    sought = next((one for one in wanted if one.outcome == WarrantOutcome.AT_LARGE), None)
    articles = ("58(1)", "89(1)")
    if sought:
        says = f"{person.name}: sought under a warrant, public {'since' if sought.public_by == 'day' else 'by'} "
        says += spell(sought.public)
        if sought.stage == Stage.HELD_NATIONALLY:
            day = f" on {spell(sought.stage_since)}" if sought.stage_since else ""
            says += f"; arrested by {facts.called(sought.held_by)}{day}, with neither surrender nor release on record"
        if sought.died:
            says += f"; reported dead ({spell(sought.died)}), and the Court had not ended the case"
        return facts.step("C1", Outcome.MET, says, *articles, fact=person.id, proof=sought.sources)
    if wanted:
        last = wanted[-1]
        end = "was executed" if last.outcome == WarrantOutcome.EXECUTED else "had ended"
        says = f"{person.name}: the warrant {end} by then, and asks no State to arrest"
        return facts.step("C1", Outcome.REFUSED, says, *articles, fact=person.id, proof=last.sources)
    if person.cases:
        says = f"{person.name}: summoned, and a summons asks no State to arrest (Art. 58(7))"
        last = person.cases[-1]
        return facts.step("C1", Outcome.REFUSED, says, *articles, fact=person.id, proof=last.sources)
    says = f"{person.name}: no public warrant is on record on {spell(facts.on)}"
    return facts.step("C1", Outcome.REFUSED, says, *articles)


def c2_party(state: StateFacts, arrest: Sequence[str], facts: Facts) -> Ground | None:
    """A State Party cooperates fully, and arrests and surrenders whom the Court seeks (Art. 59(1), 86, 89(1)).

    It does so from entry into force, that day included, whoever the person is and whatever its law provides (Art. 88).
    """
    if state.status not in PARTY or not state.consent:
        return None
    says = f"{state.name}: State Party since {spell(state.consent.effect)}"
    act = state.consent
    step = facts.step("C2", Outcome.DUTY, says, "86", *arrest, fact=act.id, proof=act.sources)
    return Ground(duty=Duty.PART_9, step=step, until=state.leaves)


def c3_leaving(state: StateFacts, facts: Facts) -> DutyStep | None:
    """A notice of withdrawal changes nothing until it takes effect, a year after receipt or later (Art. 127(1))."""
    if state.status == Status.STATE_PARTY_WITHDRAWING and state.notice:
        act = state.notice
        says = (
            f"notice of withdrawal of {spell(act.done)}; a full State Party until it takes effect, {spell(act.effect)}"
        )
    elif state.rescission:
        act = state.rescission
        says = (
            f"its notice of withdrawal was withdrawn on {spell(act.done)}, before it took effect: nothing has changed"
        )
    else:
        return None
    return facts.step("C3", Outcome.NOTE, f"{state.name}: {says}", "127(1)", fact=act.id, proof=act.sources)


def c4_left(state: StateFacts, matter: Matter | None, arrest: Sequence[str], facts: Facts) -> Ground | DutyStep | None:
    """A State that has left still cooperates in what had begun before the day it left (Art. 127(2)).

    That is an investigation or proceeding begun while it was a Party; one begun later binds it no more. A preliminary
    examination is not yet an investigation. Without a `matter` every investigation counts.
    """
    left = state.leaves
    if state.status != Status.FORMER_PARTY or not state.notice or not left:
        return None
    unless = ", if its notice stands" if state.projected else ""
    gone = f"{state.name}: no longer a State Party since {spell(left)}{unless}"
    matters = [matter] if matter else facts.matters.values()
    before = [one for one in matters if one.begun and one.begun < left and one.begun <= facts.on]
    fact, proof = state.notice.id, state.notice.sources
    if not before:
        begun = f"; the investigation ({matter.name}) began on {spell(matter.begun)}" if matter and matter.begun else ""
        return facts.step("C4", Outcome.REFUSED, f"{gone}{begun}, not before", "127(2)", fact=fact, proof=proof)
    if matter:
        proof = tuple(dict.fromkeys((*proof, *matter.sources)))
        what = f"the investigation ({matter.name}) began on {spell(matter.begun)}, before"
    else:
        what = f"its duty goes on in the {len(before)} investigations that had begun before"
    step = facts.step("C4", Outcome.DUTY, f"{gone}; {what}", "127(2)", *arrest, fact=fact, proof=proof)
    return Ground(duty=Duty.CONTINUING, step=step)


def c5_accepted(state: StateFacts, matter: Matter | None, surrender: Sequence[str], facts: Facts) -> Ground | None:
    """A State that accepted jurisdiction cooperates in that matter without delay or exception (Art. 12(3)).

    Where it is contested whether the acceptance binds the State, so is the duty. Of several declarations the one that
    reaches furthest is the ground, and the others are named: what a person is sought for may be older.
    """
    if state.status in PARTY:
        return None
    accepted = [
        act
        for act in state.acceptances
        if not matter
        or matter.id == act.details.get("situation")
        or (not act.details.get("situation") and state.iso3 in matter.states)
    ]
    if not accepted:
        return None
    act, *others = sorted(accepted, key=lambda one: (one.id in facts.contested, -_reach(one).toordinal()))
    says, outcome = f"{state.name}: {_declaration(act)}", Outcome.DUTY
    if others:
        says += f"; others: {', '.join(map(_declaration, others))}"
    if why := facts.contested.get(act.id):
        says, outcome = f"{says}. {why}", Outcome.CONTESTED
    step = facts.step("C5", outcome, says, "12(3)", *surrender, fact=act.id, proof=act.sources)
    return Ground(duty=Duty.ARTICLE_12_3, step=step)


def _reach(act: Act) -> date:
    """Return the last day of what a declaration accepts."""
    until = from_text(act.details.get("accepts_to"))
    return last_day(until) if until else date.max


def _declaration(act: Act) -> str:
    since, until = (spell(from_text(act.details.get(key))) for key in ("accepts_from", "accepts_to"))
    day = f" of {spell(act.done)}" if act.done else ""
    return f"declaration{day} accepting jurisdiction from {since}{f' to {until}' if until else ''}"


def c6_council(state: StateFacts, matter: Matter | None, surrender: Sequence[str], facts: Facts) -> Ground | None:
    """The Security Council obliged Sudan and the parties to the conflict in Darfur, and Libya (Art. 13(b)).

    The decisions themselves are the source of the duty; other States that are no Party were only urged to cooperate.
    """
    if state.status in PARTY:
        return None
    for one in facts.mandates:
        if one.state == state.iso3 and (matter is None or matter.id == one.situation):
            says = f"{state.name}: the Security Council decided on {spell(one.act.done)} that it cooperate fully"
            articles = ("13(b)", f"S/RES/{one.resolution}", *surrender)
            step = facts.step("C6", Outcome.DUTY, says, *articles, fact=one.act.id, proof=one.act.sources)
            return Ground(duty=Duty.SECURITY_COUNCIL, step=step)
    return None


def c7_none(state: StateFacts, facts: Facts) -> DutyStep:
    """A State that is no Party, accepted nothing and was not obliged may cooperate, and need not (Art. 87(5))."""
    says = f"{state.name}: {_why_none(state)}; it may cooperate, and need not"
    return facts.step("C7", Outcome.REFUSED, says, "87(5)")


def _why_none(state: StateFacts) -> str:
    match state.status:
        case None:
            return "no act of its own is on record"
        case Status.CONTRACTING_STATE:
            effect: date | None = state.consent.effect if state.consent else None
            return f"joined, and a State Party only from {spell(effect)}"
        case Status.SIGNATORY:
            return "signed, and is no Party"
        case Status.SIGNATORY_NO_INTENT:
            return "signed, and declared that it will not become a Party"
        case Status.FORMER_PARTY:
            return "no Party any more"
        case Status.NOT_YET_A_STATE:
            return "not yet a State"
    return "no Party"
