"""Known totals by day. News must change a number here on purpose."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icc_cli import IccDataset, Status
from tests.support.evidence import evidence
from tests.support.places import TODAY


@pytest.mark.parametrize(
    ("day", "parties"),
    [
        ("2002-06-30", 0),
        ("2002-07-01", 66),
        ("2006-01-01", 100),
        ("2016-11-16", 124),
        ("2017-10-26", 124),
        ("2017-10-27", 123),
        ("2019-03-16", 123),
        ("2019-03-17", 122),
        ("2024-12-31", 124),
        ("2025-01-01", 125),
        ("2026-11-23", 125),
        ("2027-06-17", 125),
        ("2027-06-18", 124),
        ("2027-09-23", 119),
    ],
)
def test_so_many_states_are_parties_on_a_day(dataset: IccDataset, day: str, parties: int) -> None:
    assert len(dataset.parties(on=date.fromisoformat(day))) == parties


def test_sixty_or_more_states_had_deposited_by_11_april_2002(dataset: IccDataset) -> None:
    states = dataset.parties(on=date(2002, 4, 11), statuses=())
    assert sum(1 for state in states if state.deposited) == 66
    assert sum(1 for state in dataset.parties(on=date(2002, 4, 10), statuses=()) if state.deposited) == 56


def test_today_125_are_parties_six_of_them_withdrawing(dataset: IccDataset) -> None:
    counts = Counter(state.status for state in dataset.parties(on=TODAY, statuses=()))
    assert counts == {
        Status.STATE_PARTY: 119,
        Status.STATE_PARTY_WITHDRAWING: 6,
        Status.FORMER_PARTY: 2,
        Status.SIGNATORY: 25,
        Status.SIGNATORY_NO_INTENT: 4,
        Status.NON_SIGNATORY: 41,
    }


def test_after_the_last_notice_takes_effect_the_status_is_projected(dataset: IccDataset) -> None:
    on = date(2027, 9, 23)
    gone = dataset.parties(on=on, statuses=[Status.FORMER_PARTY])
    assert {state.iso3 for state in gone if state.projected} == {"NER", "BFA", "MLI", "VEN", "TCD", "NRU"}
    assert {state.iso3 for state in gone if not state.projected} == {"BDI", "PHL"}
    assert not any(state.projected for state in dataset.parties(on=TODAY, statuses=()))


def test_139_states_signed(dataset: IccDataset) -> None:
    assert sum(1 for state in dataset.parties(on=date(2000, 12, 31), statuses=()) if state.signed) == 139


def test_all_197_rows_of_participation_come_back_unchanged(icc_json: Callable[..., Any]) -> None:
    found = {row["iso3"]: row for row in icc_json("parties", "--status", "all")}
    rows = evidence("participation")
    assert len(found) == len(rows) == 197
    for row in rows:
        state = found[row["iso3"]]
        for ours, theirs in (
            ("signed", "signature"),
            ("instrument", "instrument"),
            ("deposited", "deposit"),
            ("entered_into_force", "entry_into_force"),
        ):
            assert (state[ours] or "") == row[theirs], (row["iso3"], ours)
