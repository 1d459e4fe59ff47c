"""What must hold for every State, situation and day, drawn at random."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.cooperation.answer import answer
from icc_cli.cooperation.facts import Facts, StateFacts
from icc_cli.cooperation.trace import Duty, Outcome, Verdict
from icc_cli.database.store import Store
from icc_cli.treaty.vocabulary import PARTY, Status
from tests.support.cooperation import sought, unknown

SITUATIONS = [
    "bangladesh-myanmar",
    "burundi",
    "cote-divoire",
    "darfur",
    "kenya",
    "libya",
    "philippines",
    "uganda",
    "ukraine",
]
days = st.dates(date(2003, 1, 1), date(2032, 12, 31))
many = settings(max_examples=80, deadline=None)


def party(state: StateFacts, facts: Facts) -> StateFacts:
    """Return the State as if it were a Party: by the consent of one that is."""
    [other] = facts.states(["JOR"])
    return state._replace(status=Status.STATE_PARTY, consent=other.consent, notice=None, rescission=None)


@many
@given(on=days, situation=st.sampled_from(SITUATIONS))
def test_joining_never_turns_must_into_need_not(on: date, situation: str, store: Store) -> None:
    person, facts = sought(store, situation, str(on))
    for state in facts.states():
        before, after = (answer(one, person, facts) for one in (state, party(state, facts)))
        assert after.verdict == Verdict.MUST, state.iso3
        assert after.duty == Duty.PART_9
        assert before.verdict != Verdict.MUST or before.duty != Duty.NONE


@many
@given(on=days, situation=st.sampled_from(SITUATIONS))
def test_nobody_must_arrest_whom_the_court_does_not_publicly_seek(on: date, situation: str, store: Store) -> None:
    person, facts = unknown(store, situation, str(on))
    for state in facts.states():
        assert answer(state, person, facts).verdict == Verdict.NEED_NOT


@many
@given(on=days, situation=st.sampled_from(SITUATIONS))
def test_a_verdict_has_its_ground_and_rests_on_articles(on: date, situation: str, store: Store) -> None:
    person, facts = sought(store, situation, str(on))
    for state in facts.states():
        found = answer(state, person, facts)
        grounds = [step for step in found.steps if step.outcome in (Outcome.DUTY, Outcome.CONTESTED)]
        assert bool(grounds) == (found.verdict != Verdict.NEED_NOT) == (found.duty != Duty.NONE)
        assert found.articles
        assert found.until is None or found.until > on


@many
@given(on=days)
def test_what_a_state_owes_whoever_is_sought_covers_each_duty_about_a_person(on: date, store: Store) -> None:
    facts = Facts(store, on)
    wanted = [sought(store, situation, str(on))[0] for situation in ("darfur", "libya", "ukraine")]
    for state in facts.states():
        general = answer(state, None, facts)
        assert general.verdict is None
        assert (general.duty == Duty.PART_9) == (state.status in PARTY)
        if general.duty == Duty.NONE:
            assert {answer(state, person, facts).duty for person in wanted} == {Duty.NONE}
