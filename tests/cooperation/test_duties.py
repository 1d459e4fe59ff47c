"""C1 to C7, duty by duty: the day before and the day of."""

from datetime import date
from typing import Any

import pytest

from icc_cli.cooperation.answer import CooperationAnswer, answer
from icc_cli.cooperation.facts import Facts
from icc_cli.cooperation.trace import Duty, Outcome, Verdict
from icc_cli.database.store import Store
from icc_cli.treaty.details import PublicBy
from icc_cli.treaty.proceedings import Stage
from icc_cli.treaty.proceedings import WarrantOutcome as Became
from tests.support.cooperation import sought, unknown


def ask(store: Store, iso3: str, situation: str, on: str, **more: Any) -> CooperationAnswer:
    """Ask whether a State must arrest somebody sought in a situation since that day."""
    person, facts = sought(store, situation, on, **more)
    [state] = facts.states([iso3])
    return answer(state, person, facts)


def owes(store: Store, iso3: str, on: str) -> CooperationAnswer:
    """Ask what a State owes the Court, whoever is sought."""
    facts = Facts(store, date.fromisoformat(on))
    [state] = facts.states([iso3])
    return answer(state, None, facts)


def said(found: CooperationAnswer, rule: str) -> str:
    return "; ".join(step.says for step in found.steps if step.rule == rule)


@pytest.mark.parametrize(
    ("iso3", "situation", "on", "verdict", "duty"),
    [
        ("ARM", "ukraine", "2024-01-31", Verdict.NEED_NOT, Duty.NONE),  # in force on 1 February 2024
        ("ARM", "ukraine", "2024-02-01", Verdict.MUST, Duty.PART_9),
        ("NER", "ukraine", "2027-06-17", Verdict.MUST, Duty.PART_9),  # out on 18 June 2027, if its notice stands
        ("NER", "ukraine", "2027-06-18", Verdict.MUST, Duty.CONTINUING),
        ("BDI", "darfur", "2017-10-26", Verdict.MUST, Duty.PART_9),
        ("BDI", "darfur", "2017-10-27", Verdict.MUST, Duty.CONTINUING),
        ("BDI", "burundi", "2017-10-27", Verdict.MUST, Duty.CONTINUING),  # opened on 25 October 2017
        ("BDI", "ukraine", "2023-03-17", Verdict.NEED_NOT, Duty.NONE),  # begun after it had left
        ("PHL", "philippines", "2019-03-16", Verdict.MUST, Duty.PART_9),
        ("PHL", "philippines", "2025-03-11", Verdict.NEED_NOT, Duty.NONE),  # opened on 15 September 2021
        ("PHL", "darfur", "2019-03-17", Verdict.MUST, Duty.CONTINUING),
        ("SDN", "darfur", "2005-03-30", Verdict.NEED_NOT, Duty.NONE),
        ("SDN", "darfur", "2005-03-31", Verdict.MUST, Duty.SECURITY_COUNCIL),
        ("SDN", "libya", "2012-01-01", Verdict.NEED_NOT, Duty.NONE),
        ("LBY", "libya", "2011-02-25", Verdict.NEED_NOT, Duty.NONE),
        ("LBY", "libya", "2011-02-26", Verdict.MUST, Duty.SECURITY_COUNCIL),
        ("LBY", "darfur", "2012-01-01", Verdict.NEED_NOT, Duty.NONE),
        ("LBY", "darfur", "2025-05-12", Verdict.NEED_NOT, Duty.NONE),  # its declaration is of its own situation
        ("CIV", "cote-divoire", "2003-09-30", Verdict.NEED_NOT, Duty.NONE),
        ("CIV", "cote-divoire", "2003-10-01", Verdict.MUST, Duty.ARTICLE_12_3),
        ("CIV", "darfur", "2012-01-01", Verdict.NEED_NOT, Duty.NONE),
        ("CIV", "darfur", "2013-05-01", Verdict.MUST, Duty.PART_9),
        ("UKR", "ukraine", "2014-04-16", Verdict.NEED_NOT, Duty.NONE),
        ("UKR", "ukraine", "2014-04-17", Verdict.MUST, Duty.ARTICLE_12_3),
        ("UKR", "ukraine", "2024-12-31", Verdict.MUST, Duty.ARTICLE_12_3),
        ("UKR", "ukraine", "2025-01-01", Verdict.MUST, Duty.PART_9),
        ("MMR", "bangladesh-myanmar", "2021-07-16", Verdict.NEED_NOT, Duty.NONE),
        ("MMR", "bangladesh-myanmar", "2021-07-17", Verdict.CONTESTED, Duty.ARTICLE_12_3),
        ("MMR", "darfur", "2021-07-17", Verdict.NEED_NOT, Duty.NONE),
        ("EGY", "darfur", "2014-01-01", Verdict.NEED_NOT, Duty.NONE),  # its declaration of 2013 was refused
        ("SSD", "darfur", "2011-07-08", Verdict.NEED_NOT, Duty.NONE),
        ("RUS", "ukraine", "2023-03-17", Verdict.NEED_NOT, Duty.NONE),
        ("XKX", "ukraine", "2023-03-17", Verdict.NEED_NOT, Duty.NONE),
    ],
)
def test_a_duty_begins_and_ends_on_its_day(
    iso3: str, situation: str, on: str, verdict: Verdict, duty: Duty, store: Store
) -> None:
    found = ask(store, iso3, situation, on)
    assert (found.verdict, found.duty) == (verdict, duty)


def test_a_state_party_arrests_and_surrenders_under_part_9(store: Store) -> None:
    found = ask(store, "JOR", "darfur", "2017-03-29")
    assert found.articles == ("86", "59(1)", "89(1)")
    assert [step.rule for step in found.steps] == ["C1", "C2"]
    assert found.steps[1].fact == "JOR-2002-04-11-ratification"
    assert found.until is None


def test_while_a_notice_runs_the_state_is_a_full_party_until_its_last_day(store: Store) -> None:
    found = ask(store, "GMB", "darfur", "2016-11-16")
    assert (found.verdict, found.until) == (Verdict.MUST, date(2017, 11, 10))
    assert found.articles == ("86", "59(1)", "89(1)", "127(1)")
    assert "until it takes effect, 10 Nov 2017" in said(found, "C3")


def test_a_day_does_not_know_that_the_notice_will_be_withdrawn(store: Store) -> None:
    assert owes(store, "GMB", "2017-02-09").until == date(2017, 11, 10)
    assert owes(store, "GMB", "2017-02-10").until is None


def test_of_a_notice_withdrawn_in_time_nothing_is_left(store: Store) -> None:
    found = owes(store, "HUN", "2026-06-01")
    assert (found.duty, found.until, found.articles) == (Duty.PART_9, None, ("86",))
    assert "withdrawn on 29 May 2026" in said(found, "C3")
    assert owes(store, "HUN", "2026-05-28").until == date(2026, 6, 2)


def test_a_state_that_has_left_owes_what_had_begun_before_and_says_which_day(store: Store) -> None:
    found = ask(store, "NER", "ukraine", "2027-06-18")
    assert found.articles == ("127(2)", "59(1)", "89(1)")
    assert found.projected
    assert "since 18 Jun 2027, if its notice stands; the investigation (Ukraine) began on 2 Mar 2022" in said(
        found, "C4"
    )
    late = ask(store, "PHL", "philippines", "2025-03-11")
    assert late.articles == ("127(2)", "87(5)")
    assert "began on 15 Sep 2021, not before" in said(late, "C4")


@pytest.mark.parametrize(
    ("begun", "on", "duty"),
    [
        ("2017-10-26", "2017-10-27", Duty.CONTINUING),  # the last day as a Party
        ("2017-10-27", "2017-10-27", Duty.NONE),  # Burundi is out from this day: it did not begin "prior to" it
        (None, "2017-10-27", Duty.NONE),
    ],
)
def test_what_begins_on_the_day_a_state_is_out_binds_it_no_more(
    begun: str | None, on: str, duty: Duty, store: Store
) -> None:
    person, facts = sought(store, "ukraine", on)
    day = date.fromisoformat(begun) if begun else None
    person = person._replace(matter=person.matter._replace(begun=day))
    [state] = facts.states(["BDI"])
    found = answer(state, person, facts)
    assert found.duty == duty
    told = {"2017-10-26": "began on 26 Oct 2017, before", "2017-10-27": "began on 27 Oct 2017, not before"}
    assert said(found, "C4").endswith(told.get(begun or "", "no longer a State Party since 27 Oct 2017, not before"))


def test_without_a_person_a_state_that_has_left_owes_the_investigations_begun_before(store: Store) -> None:
    found = owes(store, "BDI", "2017-10-27")
    assert (found.duty, found.verdict) == (Duty.CONTINUING, None)
    assert "investigations that had begun before" in said(found, "C4")


def test_the_council_obliges_by_its_resolution_and_in_its_situation_alone(store: Store) -> None:
    found = ask(store, "SDN", "darfur", "2009-03-04")
    assert found.articles == ("13(b)", "S/RES/1593", "89(1)")
    assert [step.fact for step in found.steps if step.rule == "C6"] == ["UNSC-2005-03-31-referral-darfur"]
    assert said(found, "C6") == "Sudan: the Security Council decided on 31 Mar 2005 that it cooperate fully"


def test_a_second_ground_is_told_beside_the_first(store: Store) -> None:
    found = ask(store, "LBY", "libya", "2025-05-12")
    assert found.duty == Duty.SECURITY_COUNCIL
    assert [step.rule for step in found.steps if step.outcome == Outcome.DUTY] == ["C6", "C5"]
    assert {"13(b)", "12(3)"} <= set(found.articles)


@pytest.mark.parametrize(
    ("on", "ground"),
    [
        ("2015-09-07", "UKR-2014-04-17-article-12-3-declaration"),
        ("2015-09-08", "UKR-2015-09-08-article-12-3-declaration"),  # the first reaches to 22 February 2014 alone
    ],
)
def test_of_several_declarations_the_one_that_reaches_furthest_is_the_ground(
    on: str, ground: str, store: Store
) -> None:
    found = ask(store, "UKR", "ukraine", on)
    [step] = [step for step in found.steps if step.rule == "C5"]
    assert step.fact == ground
    assert "declaration of 17 Apr 2014 accepting jurisdiction from 21 Nov 2013 to 22 Feb 2014" in step.says


def test_a_contested_acceptance_gives_a_contested_duty_and_says_why(store: Store) -> None:
    found = ask(store, "MMR", "bangladesh-myanmar", "2021-07-17")
    assert "Myanmar: declaration of 17 Jul 2021 accepting jurisdiction from 1 Jul 2002. " in said(found, "C5")
    assert "National Unity Government" in said(found, "C5")
    assert found.articles == ("12(3)", "89(1)")


@pytest.mark.parametrize(
    ("iso3", "situation", "on"),
    [("SDN", "darfur", "2009-03-04"), ("LBY", "libya", "2025-05-12"), ("MMR", "bangladesh-myanmar", "2021-07-17")],
)
def test_article_59_speaks_to_parties_alone_and_part_9_binds_whoever_owes_cooperation(
    store: Store, iso3: str, situation: str, on: str
) -> None:
    articles = ask(store, iso3, situation, on).articles
    assert "59(1)" not in articles
    assert "89(1)" in articles


@pytest.mark.parametrize(
    ("iso3", "on", "why"),
    [
        ("RUS", "2023-03-17", "signed, and declared that it will not become a Party"),
        ("EGY", "2023-03-17", "signed, and is no Party"),
        ("ARM", "2024-01-31", "joined, and a State Party only from 1 Feb 2024"),
        ("CHN", "2023-03-17", "China: no Party"),
        ("SSD", "2011-07-08", "not yet a State"),
        ("XKX", "2023-03-17", "no act of its own is on record"),
        ("BDI", "2023-03-17", "no Party any more"),
    ],
)
def test_a_state_without_a_duty_may_cooperate_and_the_reason_is_told(
    iso3: str, on: str, why: str, store: Store
) -> None:
    found = ask(store, iso3, "ukraine", on)
    assert why in said(found, "C7")
    assert found.articles[-1] == "87(5)"


def test_whom_a_state_holds_is_still_to_be_surrendered(store: Store) -> None:
    found = ask(store, "JOR", "darfur", "2017-03-29", stage=Stage.HELD_NATIONALLY)
    assert found.verdict == Verdict.MUST
    assert "arrested by a State on 29 Mar 2017, with neither surrender nor release on record" in said(found, "C1")


def test_a_report_of_a_death_ends_no_case(store: Store) -> None:
    found = ask(store, "JOR", "darfur", "2017-03-29", died="2017-01-01")
    assert found.verdict == Verdict.MUST
    assert "reported dead (1 Jan 2017), and the Court had not ended the case" in said(found, "C1")


@pytest.mark.parametrize("outcome", [Became.EXECUTED, Became.WITHDRAWN, Became.WITHDRAWN_ON_DEATH, Became.INADMISSIBLE])
def test_a_warrant_that_was_executed_or_has_ended_asks_nobody_to_arrest(outcome: Became, store: Store) -> None:
    found = ask(store, "JOR", "darfur", "2017-03-29", stage=Stage.IN_CUSTODY, outcome=outcome)
    assert (found.verdict, found.duty, found.articles) == (Verdict.NEED_NOT, Duty.NONE, ("58(1)", "89(1)"))
    assert [step.rule for step in found.steps] == ["C1"]
    end = "was executed" if outcome == Became.EXECUTED else "had ended"
    assert said(found, "C1") == f"Jo Doe: the warrant {end} by then, and asks no State to arrest"


@pytest.mark.parametrize(("by", "word"), [(PublicBy.DAY, "since"), (PublicBy.BOUND, "by")])
def test_a_warrant_is_public_since_its_day_or_by_a_bound(by: PublicBy, word: str, store: Store) -> None:
    person, facts = sought(store, "darfur", "2017-03-29")
    person = person._replace(cases=[person.cases[0]._replace(public_by=by)])
    [state] = facts.states(["JOR"])
    found = answer(state, person, facts)
    assert said(found, "C1") == f"Jo Doe: sought under a warrant, public {word} 29 Mar 2017"


def test_a_summons_asks_nobody_to_arrest(store: Store) -> None:
    found = ask(store, "JOR", "kenya", "2011-03-08", stage=Stage.SUMMONED, outcome=None)
    assert said(found, "C1") == "Jo Doe: summoned, and a summons asks no State to arrest (Art. 58(7))"
    assert found.verdict == Verdict.NEED_NOT


def test_of_who_is_not_publicly_sought_no_warrant_is_said_to_be_on_record(store: Store) -> None:
    person, facts = unknown(store, "kenya", "2011-03-08")
    [state] = facts.states(["JOR"])
    found = answer(state, person, facts)
    assert said(found, "C1") == "Jo Doe: no public warrant is on record on 8 Mar 2011"
    assert found.verdict == Verdict.NEED_NOT


def test_every_step_has_its_documents(store: Store) -> None:
    for iso3, situation, on in (
        ("NER", "ukraine", "2027-06-18"),
        ("LBY", "libya", "2025-05-12"),
        ("RUS", "drc", "2010-01-01"),
    ):
        assert all(step.sources for step in ask(store, iso3, situation, on, nationality="SDN").steps)
