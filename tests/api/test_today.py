"""A question without a day is about today: the clock is read once, in that call."""

import inspect
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli import IccDataset, open_dataset
from icc_cli.api import given
from tests.support.places import RECORD, TODAY

NEEDED: dict[str, dict[str, Any]] = {
    "amendment": {"name": "aggression"},
    "completeness": {"name": "parties"},
    "export": {"folder": "new"},
    "jurisdiction": {"crime": "genocide", "day": "2012-03-01", "territory": "gambia"},
    "search": {"words": "gambia"},
    "show": {"identifier": "darfur"},
    "status": {"state": "gambia"},
}
"""What methods need beside a day."""
METHODS = [
    name
    for name, member in inspect.getmembers(IccDataset, inspect.isfunction)
    if not name.startswith("_") and "on" in inspect.signature(member).parameters
]


@pytest.mark.parametrize("name", METHODS)
def test_without_a_day_a_question_is_about_today_and_looks_at_the_clock_once(
    dataset: IccDataset, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    looked: list[date] = []

    def clock() -> date:
        looked.append(TODAY)
        return TODAY

    monkeypatch.setattr(given, "clock", clock)
    method, needed = getattr(dataset, name), NEEDED.get(name, {})
    answer = method(**needed)
    assert len(looked) == 1
    assert method(on=TODAY, **needed) == answer
    assert len(looked) == 1
    assert method(on="today", **needed) == answer


def test_every_day_may_be_today(dataset: IccDataset) -> None:
    today = dataset.events(since="2016", until="today", on="today")
    assert today == dataset.events(since="2016", until=TODAY, on=TODAY)
    known = dataset.status("gambia", on="2017-03-01", known_by="today")
    assert known == dataset.status("gambia", on="2017-03-01", known_by=TODAY)


def test_the_court_acts_no_earlier_than_the_conduct() -> None:
    with open_dataset(RECORD) as own:
        found = own.jurisdiction(crime="genocide", territory="germany", day="2030-01-01")
    assert found.as_of == date(2030, 1, 1)


def test_today_is_no_earlier_than_what_is_supposed() -> None:
    with open_dataset(RECORD, suppose="norway withdrawal-notice 2028-02-29") as own:
        assert [one.iso3 for one in own.parties(statuses="state-party-withdrawing") if one.iso3 == "NOR"] == ["NOR"]
        assert not [one for one in own.parties(on=TODAY, statuses="state-party-withdrawing") if one.iso3 == "NOR"]
