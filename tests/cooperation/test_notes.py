"""C8 to C10: what stands beside the answer, and never changes it."""

from datetime import date
from typing import Any

import pytest

from icc_cli.cooperation.answer import CooperationAnswer, answer
from icc_cli.cooperation.facts import Facts
from icc_cli.cooperation.notes import LIMITS
from icc_cli.cooperation.trace import Outcome, Verdict
from icc_cli.database.store import Store
from icc_cli.queries.agreements import AgreementKind, AgreementStatus, CooperationAgreement
from icc_cli.queries.noncompliance import CooperationDecision
from icc_cli.treaty.details import Forum, Ruling
from icc_cli.treaty.vocabulary import Confidence
from tests.support.cooperation import sought


def ask(
    store: Store, iso3: str, on: str, nationality: str | None = None, heads: bool = True, **more: Any
) -> CooperationAnswer:
    person, facts = sought(store, "ukraine", on, nationality=nationality, heads=heads)
    [state] = facts.states([iso3])
    return answer(state, person, facts, **more)


def rules(found: CooperationAnswer) -> list[str]:
    return [step.rule for step in found.steps]


def pact(kind: AgreementKind) -> CooperationAgreement:
    return CooperationAgreement(
        iso3="JOR",
        name="Jordan",
        kind=kind,
        signed=date(2003, 5, 1),
        in_force=None,
        status=AgreementStatus.SIGNED,
        sources=(),
        with_="USA",
        known_by=None,
        person=None,
        id="jor-pact",
        note=None,
        confidence=Confidence.CONFIRMED,
    )


def decision(**more: Any) -> CooperationDecision:
    given: dict[str, Any] = {
        "id": "jor-found",
        "iso3": "JOR",
        "name": "Jordan",
        "person": ("doe",),
        "about": "a visit",
        "decided": date(2023, 5, 1),
        "decision": None,
        "outcome": Ruling.FOUND,
        "stands": True,
        "referred_to": (Forum.ASSEMBLY,),
        "referred_on": date(2023, 5, 1),
        "party_then": True,
        "sources": (),
        "chamber": "Chamber",
        "of": None,
        "not_after": None,
        "note": None,
        "confidence": Confidence.CONFIRMED,
        "disputed": (),
    }
    return CooperationDecision(**(given | more))


@pytest.mark.parametrize("nationality", ["RUS", "ISR", "SDN"])
def test_immunity_is_told_as_argued_where_the_person_is_head_of_a_state_that_is_no_party(
    nationality: str, store: Store
) -> None:
    found = ask(store, "JOR", "2024-09-03", nationality)
    [note] = [step for step in found.steps if step.rule == "C8"]
    assert (found.verdict, note.outcome, note.articles) == (Verdict.MUST, Outcome.NOTE, ("27(2)", "98(1)"))
    assert "is argued; it changes nothing here" in note.says


def test_it_is_not_told_of_nationals_of_such_a_state_who_are_not_its_head(store: Store) -> None:
    assert "C8" not in rules(ask(store, "JOR", "2024-09-03", "RUS", heads=False))


@pytest.mark.parametrize(("on", "told"), [("2019-04-10", True), ("2019-04-11", False)])
def test_it_is_not_told_of_a_head_of_state_from_the_day_out_of_office(on: str, told: bool, store: Store) -> None:
    facts = Facts(store, date.fromisoformat(on))
    [state] = facts.states(["JOR"])
    assert ("C8" in rules(answer(state, facts.person("al-bashir"), facts))) == told


@pytest.mark.parametrize("nationality", [None, "COD", "JOR"])
def test_it_is_not_told_of_nationals_of_parties_nor_where_nationality_is_not_proved(
    nationality: str | None, store: Store
) -> None:
    assert "C8" not in rules(ask(store, "JOR", "2024-09-03", nationality))


def test_it_is_not_told_where_there_is_no_duty_nor_to_the_persons_own_state(store: Store) -> None:
    assert "C8" not in rules(ask(store, "CHN", "2024-09-03", "RUS"))
    assert "C8" not in rules(ask(store, "LBY", "2024-09-03", "LBY"))


def test_a_non_surrender_agreement_stands_beside_the_answer_and_changes_nothing(store: Store) -> None:
    plain = ask(store, "JOR", "2024-09-03")
    found = ask(store, "JOR", "2024-09-03", agreements=[pact(AgreementKind.NON_SURRENDER), pact(AgreementKind.RELEASE)])
    [note] = [step for step in found.steps if step.rule == "C9"]
    assert (note.fact, note.outcome, note.articles) == ("jor-pact", Outcome.NOTE, ("98(2)",))
    assert (
        note.says == "Jordan: non-surrender agreement with USA of 1 May 2003; it is about persons of that State alone"
    )
    assert (found.verdict, found.duty, found.articles) == (plain.verdict, plain.duty, plain.articles)


def test_of_a_non_surrender_agreement_what_is_not_known_is_left_out(store: Store) -> None:
    bare = pact(AgreementKind.NON_SURRENDER)._replace(signed=None, with_=None)
    [note] = [step for step in ask(store, "JOR", "2024-09-03", agreements=[bare]).steps if step.rule == "C9"]
    assert note.says == "Jordan: non-surrender agreement; it is about persons of that State alone"


def test_a_decision_stands_beside_the_answer_and_says_if_it_was_set_aside(store: Store) -> None:
    stands, gone = decision(), decision(stands=False, decided=None, not_after=date(2023, 6, 1), about=None)
    plain = ask(store, "JOR", "2024-09-03")
    found = ask(store, "JOR", "2024-09-03", findings=[stands, gone])
    assert [step.says for step in found.steps if step.rule == "C10"] == [
        "Jordan, 1 May 2023: failure to cooperate found (a visit)",
        "Jordan, by 1 Jun 2023: failure to cooperate found; set aside since",
    ]
    assert {step.articles for step in found.steps if step.rule == "C10"} == {("87(7)",)}
    assert found.findings == (stands, gone)
    assert (found.verdict, found.duty, found.articles) == (plain.verdict, plain.duty, plain.articles)


def test_of_competing_requests_article_90_speaks_and_of_putting_one_off_articles_94_and_95() -> None:
    assert "which request comes first (Art. 90) or may wait (Art. 94, 95)" in LIMITS[0]
