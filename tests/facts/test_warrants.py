"""Who was sought on a day, and how many: compared with the figures that the Court itself published."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from icc_cli.api import IccDataset
from icc_cli.database.build import build
from icc_cli.database.store import Store, open_bytes
from icc_cli.queries.cases import PersonCase, cases, counts
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.persons import Cooperation
from icc_cli.treaty.proceedings import Stage, WarrantOutcome
from icc_cli.treaty.publicity import publicity
from tests.support.places import TODAY

FIRST = date(2005, 10, 13)
"""The first warrants are public."""


@pytest.fixture(scope="module")
def turns(store: Store) -> list[date]:
    """Return every day on which a step in a case became public, with the day before it."""
    days = {date.fromisoformat(row["public"]) for row in store.rows("SELECT DISTINCT public FROM proceeding")}
    return sorted(days | {day - timedelta(1) for day in days})


@pytest.mark.parametrize(
    ("day", "figures"),
    [
        # ICC-PIDS-TCT-01-001/10: 13 warrants, 1 withdrawn on death, 8 at large, 4 in custody
        ("2010-02-15", {"persons": 13, "at_large": 8, "executed": 4, "withdrawn_on_death": 1, "summonses": 1}),
        # ICC-PIDS-TCT-01-069/15: 13 implemented, 3 withdrawn, 13 at large, 9 summonses; one case was inadmissible
        (
            "2015-09-14",
            {"persons": 30, "at_large": 13, "executed": 13, "withdrawn_on_death": 3, "inadmissible": 1, "summonses": 9},
        ),
        # ICC-PIDS-TCT-01-150/24: 59 persons, 21 implemented, 7 withdrawn, 9 summonses, 30 at large. Of the seven,
        # six were withdrawn on a death before surrender; the seventh is the warrant for Simone Gbagbo.
        (
            "2024-12-17",
            {
                "persons": 59,
                "at_large": 30,
                "executed": 21,
                "withdrawn_on_death": 6,
                "withdrawn": 1,
                "inadmissible": 1,
                "summonses": 9,
            },
        ),
    ],
)
def test_the_totals_are_those_of_the_court(dataset: IccDataset, day: str, figures: dict[str, int]) -> None:
    found = {name: number for name, number in dataset.warrant_counts(on=day)._asdict().items() if number}
    assert found == figures


def test_the_totals_add_up_on_every_day(store: Store, turns: list[date]) -> None:
    before = 0
    for day in turns:
        now = counts(store, day)
        ended = now.executed + now.withdrawn_on_death + now.withdrawn + now.inadmissible
        assert now.persons == now.at_large + ended, day
        assert now.persons >= before, day
        before = now.persons


def test_nobody_is_sought_before_the_first_warrants_are_public(store: Store) -> None:
    assert not cases(store, FIRST - timedelta(1))
    assert {one.person for one in cases(store, FIRST)} == {"kony", "otti", "odhiambo", "lukwiya", "ongwen"}


def test_thirteen_persons_were_sought_on_16_november_2016(icc_json: Callable[..., Any]) -> None:
    found = icc_json("warrants", "--at-large", "--on", "2016-11-16")
    assert [one["person"] for one in found] == [
        "kony", "otti", "harun", "abd-al-rahman", "al-bashir", "gaddafi-s", "hussein", "mudacumura", "gbagbo-s",
        "barasa", "banda", "gicheru", "bett",
    ]  # fmt: skip
    assert {one["person"] for one in found if one["stage"] == "held-nationally"} == {
        "gicheru",
        "bett",
        "gaddafi-s",
        "gbagbo-s",
    }


def _known(files: Dataset, by: date) -> Dataset:
    """Return the dataset with only the steps in cases that were public by a day."""
    persons = []
    for person in files.persons:
        public = publicity(person)
        steps = tuple(step for step in person.proceedings if public[step.id].day <= by)
        if steps:
            persons.append(person._replace(proceedings=steps))
    return files._replace(persons=tuple(persons), cooperation=Cooperation())


@pytest.mark.parametrize("day", ["2005-12-31", "2010-07-12", "2013-11-25", "2015-09-09", "2018-12-12", "2025-01-22"])
def test_no_answer_of_a_day_uses_a_step_that_became_public_later(store: Store, files: Dataset, day: str) -> None:
    on = date.fromisoformat(day)
    then = open_bytes(build(_known(files, on)), "then")
    try:
        assert cases(then, on) == cases(store, on)
    finally:
        then.close()


def test_every_case_is_in_the_situation_that_is_on_record_for_it(store: Store) -> None:
    known = {row["id"] for row in store.rows("SELECT id FROM situation WHERE kind = 'situation'")}
    assert {one.situation for one in cases(store, TODAY)} <= known


def _one(store: Store, person: str, day: str) -> PersonCase:
    (found,) = cases(store, date.fromisoformat(day), persons=[person])
    return found


def test_a_national_arrest_is_not_surrender(store: Store) -> None:
    gicheru = _one(store, "gicheru", "2016-11-16")
    assert (gicheru.stage, gicheru.held_by, gicheru.outcome) == (
        Stage.HELD_NATIONALLY,
        "KEN",
        WarrantOutcome.AT_LARGE,
    )
    njeem = _one(store, "njeem", "2025-01-22")
    assert (njeem.stage, njeem.held_by, str(njeem.stage_since)) == (Stage.AT_LARGE, None, "2025-01-21")
    assert _one(store, "njeem", "2025-11-05").held_by == "LBY"


def test_whom_a_state_held_counts_as_sought_all_the_same(store: Store) -> None:
    for person, day, state in (
        ("gaddafi-s", "2014-01-01", "LBY"),
        ("al-senussi", "2012-03-17", "MRT"),
        ("al-senussi", "2012-09-05", "LBY"),
        ("gbagbo-s", "2012-11-22", "CIV"),
        ("al-bashir", "2019-04-11", "SDN"),
    ):
        found = _one(store, person, day)
        assert (found.stage, found.held_by, found.outcome) == (Stage.HELD_NATIONALLY, state, WarrantOutcome.AT_LARGE)
    assert _one(store, "harun", "2023-04-25").stage == Stage.AT_LARGE


def test_who_was_released_until_trial_is_in_no_custody_then(store: Store) -> None:
    told = [_one(store, "gicheru", day) for day in ("2021-01-31", "2021-02-01", "2022-02-15", "2022-10-14")]
    assert [one.stage for one in told] == [Stage.IN_CUSTODY, Stage.INTERIM_RELEASE, Stage.ON_TRIAL, Stage.DIED]
    assert [one.interim_release for one in told] == [False, True, True, False]
    for person in ("kilolo", "babala", "arido", "mangenda"):
        tried = _one(store, person, "2015-10-01")
        assert (tried.stage, tried.interim_release) == (Stage.ON_TRIAL, True)


def test_a_person_reported_dead_stays_sought_until_the_court_ends_the_case(store: Store) -> None:
    gaddafi = _one(store, "gaddafi-s", "2026-10-10")
    assert (gaddafi.stage, gaddafi.outcome, str(gaddafi.died)) == (
        Stage.AT_LARGE,
        WarrantOutcome.AT_LARGE,
        "2026-02-03",
    )


def test_a_death_that_is_known_by_its_month_is_told_beside_a_case_that_stands(store: Store) -> None:
    for person, day, died in (("otti", "2010-01-01", "2007-10"), ("mudacumura", "2019-09-18", "2019-09")):
        found = _one(store, person, day)
        assert (found.outcome, str(found.died)) == (WarrantOutcome.AT_LARGE, died)
    assert _one(store, "otti", "2008-05-24").died is None
    assert _one(store, "otti", "2023-11-17").outcome == WarrantOutcome.WITHDRAWN_ON_DEATH


def test_the_end_of_a_warrant_is_known_when_it_is_made_public(store: Store) -> None:
    assert _one(store, "gbagbo-s", "2021-07-27").outcome == WarrantOutcome.AT_LARGE
    ended = _one(store, "gbagbo-s", "2021-07-28")
    assert (ended.outcome, str(ended.stage_since)) == (WarrantOutcome.WITHDRAWN, "2021-07-19")


def test_who_has_two_cases_counts_once(store: Store) -> None:
    bemba = cases(store, TODAY, persons=["bemba"])
    assert [(one.case, one.stage) for one in bemba] == [
        ("ICC-01/05-01/08", Stage.ACQUITTED),
        ("ICC-01/05-01/13", Stage.CONVICTED),
    ]
    rows = [one for one in cases(store, TODAY) if one.outcome]
    assert len(rows) == counts(store, TODAY).persons + 1
