"""Duties, decisions and agreements on today's facts: what the Court and its evidence say of named days."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.cooperation.answer import cooperation
from icc_cli.cooperation.trace import Duty, Outcome, Verdict
from icc_cli.database.store import Store
from icc_cli.queries.agreements import AgreementKind, agreements
from icc_cli.queries.cases import cases
from icc_cli.queries.noncompliance import noncompliance
from icc_cli.queries.practice import visits
from icc_cli.queries.status import parties
from icc_cli.treaty.details import Forum, Ruling
from icc_cli.treaty.proceedings import WarrantOutcome as Became

Run = Callable[..., tuple[int, str, str]]

CHECKED = date(2026, 10, 10)
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))


def people(store: Store) -> list[str]:
    return [row["id"] for row in store.rows("SELECT id FROM person ORDER BY id")]


@pytest.mark.parametrize(
    ("line", "code", "verdict", "duty", "articles"),
    [
        ("mongolia --person putin --on 2024-09-03", 0, "must", "part-9", ["86", "59(1)", "89(1)"]),
        ("kyrgyzstan --person putin --on 2023-10-12", 1, "need-not", "none", ["87(5)"]),
        ("hungary --on 2026-06-01", 0, None, "part-9", ["86"]),
        ("niger --person putin --on 2027-06-17", 0, "must", "part-9", ["86", "59(1)", "89(1)", "127(1)"]),
        ("niger --person putin --on 2027-06-18", 0, "must", "continuing", ["127(2)", "59(1)", "89(1)"]),
        ("mongolia --person putin --on 2023-03-16", 1, "need-not", "none", ["58(1)", "89(1)"]),
        ("sudan --person al-bashir --on 2009-03-04", 0, "must", "security-council", None),
        ("burundi --person al-bashir --on 2017-10-27", 0, "must", "continuing", None),
        ("burundi --person putin --on 2023-03-17", 1, "need-not", "none", ["127(2)", "87(5)"]),
        ("philippines --person duterte --on 2025-03-11", 1, "need-not", "none", ["127(2)", "87(5)"]),
        ("france --person lubanga --on 2010-01-01", 1, "need-not", "none", ["58(1)", "89(1)"]),
        ("france --person kenyatta --on 2012-01-01", 1, "need-not", "none", ["58(1)", "89(1)"]),
    ],
)
def test_the_question_whether_a_state_must_arrest_is_answered_for_its_day(
    line: str, code: int, verdict: str | None, duty: str, articles: list[str] | None, icc: Run, icc_json: Any
) -> None:
    (found,) = icc_json("cooperation", *line.split())
    assert (found["verdict"], found["duty"]) == (verdict, duty)
    assert articles is None or found["articles"] == articles
    assert icc("cooperation", *line.split())[0] == code


def test_an_answer_of_a_day_does_not_know_the_decision_that_came_later(icc_json: Any) -> None:
    (before,) = icc_json("cooperation", "mongolia", "--person", "putin", "--on", "2024-09-03")
    assert before["findings"] == []
    assert [one["since"] for one in before["visits"]] == ["2024-09-03"]
    assert [one["kind"] for one in before["agreements"]] == ["privileges", "non-surrender"]
    (after,) = icc_json("cooperation", "mongolia", "--person", "putin", "--on", "2024-10-24")
    assert [one["id"] for one in after["findings"]] == ["mng-2024-10-24-found"]


def test_a_visit_is_known_from_the_arrival_and_its_end_and_outcome_from_its_last_day(store: Store) -> None:
    assert not visits(store, date(2025, 4, 2), states=["HUN"])
    [under_way] = visits(store, date(2025, 4, 5), states=["HUN"])
    assert (under_way.since, under_way.until, under_way.outcome) == (date(2025, 4, 3), None, None)
    [over] = visits(store, date(2025, 4, 6), states=["HUN"])
    assert (over.until, bool(over.outcome)) == (date(2025, 4, 6), True)


def test_eight_states_parties_had_a_finding_that_stood_at_the_end_of_2017(store: Store) -> None:
    found = noncompliance(store, date(2017, 12, 31), outcomes=[Ruling.FOUND])
    standing = {one.iso3 for one in found if one.stands and one.party_then}
    assert standing == {"MWI", "TCD", "COD", "DJI", "UGA", "KEN", "ZAF", "JOR"}
    assert {one.iso3 for one in found if not one.party_then} == {"SDN", "LBY"}
    later = {one.iso3 for one in noncompliance(store, CHECKED, outcomes=[Ruling.FOUND]) if one.party_then}
    assert later - standing == {"MNG", "HUN", "ITA"}


def test_an_appeal_changes_what_stands_of_a_decision(store: Store) -> None:
    def one(key: str, on: str) -> Any:
        return next(found for found in noncompliance(store, date.fromisoformat(on)) if found.id == key)

    shortfall = "ken-2014-12-03-shortfall"
    assert [one(shortfall, day).stands for day in ("2015-08-18", "2015-08-19")] == [True, False]
    jordan = [one("jor-2017-12-11-found", day) for day in ("2019-05-05", "2019-05-06")]
    assert [set(found.referred_to) for found in jordan] == [{Forum.COUNCIL, Forum.ASSEMBLY}, set()]
    assert [found.stands for found in jordan] == [True, True]
    assert [found.referred_on for found in jordan] == [date(2017, 12, 11), None]
    italy = [one("ita-2025-10-17-found", day) for day in ("2026-01-25", "2026-01-26")]
    assert [found.referred_to for found in italy] == [(), (Forum.ASSEMBLY,)]


def test_every_finding_is_about_a_state_that_owed_something_on_that_day(store: Store) -> None:
    for one in noncompliance(store, CHECKED):
        day = one.decided if isinstance(one.decided, date) else one.not_after
        assert day
        assert cooperation(store, day, states=[one.iso3])[0].duty != Duty.NONE, one.id


def test_no_person_before_the_court_is_of_a_state_whose_agreements_could_cover_it(store: Store) -> None:
    other = {one.with_ for one in agreements(store, CHECKED, kinds=[AgreementKind.NON_SURRENDER], status="all")}
    assert other == {"USA"}
    assert not [one.person for one in cases(store, CHECKED) if one.nationality in other]


@pytest.mark.parametrize("command", ["agreements", "cases", "warrants"])
def test_a_list_that_is_not_known_to_be_whole_says_so(command: str, icc: Run, dataset: IccDataset) -> None:
    known = dataset.completeness(command, on=CHECKED)
    assert known
    assert known.incomplete
    assert f"  Known gaps: {known.gaps}\n" in icc(command, "--on", str(CHECKED), "--format", "plain")[1]


def test_the_gap_in_the_agreements_not_to_surrender_names_how_many_are_on_record(
    store: Store, dataset: IccDataset
) -> None:
    recorded = agreements(store, CHECKED, kinds=[AgreementKind.NON_SURRENDER], status="all")
    known = dataset.completeness("agreements", on=CHECKED)
    assert known
    assert f"the United States {len(recorded)} are on record" in str(known.gaps)


def test_the_agreements_in_force_are_those_whose_day_had_come(store: Store) -> None:
    on = date(2016, 11, 16)
    norway = agreements(store, on, states=["NOR"], kinds=["sentences"])
    assert [(one.signed, one.in_force) for one in norway] == [(date(2016, 7, 7), date(2016, 8, 6))]
    assert not agreements(store, date(2016, 8, 5), states=["NOR"], kinds=["sentences"])
    assert agreements(store, date(2016, 8, 5), states=["NOR"], kinds=["sentences"], status="signed")
    assert all(one.in_force and one.in_force <= on for one in agreements(store, on))


@settings(max_examples=60, deadline=None)
@given(day=days, data=st.data())
def test_a_state_party_must_arrest_whoever_is_sought_and_nobody_else(
    day: date, data: st.DataObject, store: Store
) -> None:
    person = data.draw(st.sampled_from(people(store)))
    members = {one.iso3 for one in parties(store, day)}
    wanted = any(one.outcome == Became.AT_LARGE for one in cases(store, day, persons=[person]))
    for one in cooperation(store, day, person=person):
        assert one.verdict == Verdict.NEED_NOT or wanted
        if one.iso3 in members:
            assert (one.verdict == Verdict.MUST) == wanted
            assert one.duty == (Duty.PART_9 if wanted else Duty.NONE)


@settings(max_examples=40, deadline=None)
@given(day=days, data=st.data())
def test_joining_never_turns_must_into_need_not(day: date, data: st.DataObject, store: Store) -> None:
    person = data.draw(st.sampled_from(people(store)))
    before, after = (cooperation(store, one, person=person) for one in (day, day + timedelta(days=1)))
    joined = {one.iso3 for one in parties(store, day + timedelta(days=1))}
    wanted = any(one.outcome == Became.AT_LARGE for one in cases(store, day + timedelta(days=1), persons=[person]))
    for old, new in zip(before, after, strict=True):
        if old.verdict == Verdict.MUST and new.iso3 in joined and wanted:
            assert new.verdict == Verdict.MUST


@settings(max_examples=60, deadline=None)
@given(day=days, data=st.data())
def test_no_answer_of_a_day_uses_what_became_known_later(day: date, data: st.DataObject, store: Store) -> None:
    person = data.draw(st.sampled_from(people(store)))
    code = data.draw(
        st.sampled_from(["MNG", "JOR", "KEN", "ITA", "HUN", "SDN", "LBY", "NER", "BDI", "UKR", "CIV", "GMB"])
    )
    known = {row["id"] for row in store.rows("SELECT id FROM act WHERE happened <= ?", str(day))}
    known |= {
        row["id"]
        for table in ("person", "decision", "visit", "pact", "law")
        for row in store.rows(f"SELECT id FROM {table} WHERE public <= ?", str(day))
    }
    (found,) = cooperation(store, day, states=[code], person=person)
    (at_large,) = cooperation(store, day, states=[code])
    for answer in (found, at_large):
        assert {step.fact for step in answer.steps if step.fact} <= known
        assert {one.id for one in answer.findings} | {one.id for one in answer.visits} <= known
        assert {one.id for one in answer.laws} <= known
        assert {one.id for one in answer.agreements if one.id} <= known


def test_every_duty_has_steps_and_articles_and_documents(store: Store) -> None:
    for person in (None, "putin", "al-bashir", "netanyahu", "el-hishri"):
        for one in cooperation(store, CHECKED, person=person):
            assert one.articles
            assert all(step.sources for step in one.steps), one.iso3
            carrying = [step for step in one.steps if step.outcome in (Outcome.DUTY, Outcome.CONTESTED)]
            assert bool(carrying) == (one.duty != Duty.NONE)
