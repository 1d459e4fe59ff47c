"""The autumn of 2016, claim by claim."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icc_cli import IccDataset, StateStatus, Status
from tests.support.places import TODAY

Json = Callable[..., Any]


def standing(dataset: IccDataset, state: str, on: date = TODAY) -> StateStatus:
    found = dataset.status(state, on=on)
    assert isinstance(found, StateStatus)
    return found


def test_russia_signed_on_13_september_2000_and_never_ratified(dataset: IccDataset) -> None:
    russia = standing(dataset, "russia")
    assert russia.signed == date(2000, 9, 13)
    assert russia.instrument is None
    assert russia.deposited is None


def test_russia_ordered_on_16_november_2016_and_notified_on_30_november_2016(dataset: IccDataset) -> None:
    acts = {str(act.act): act for act in standing(dataset, "russia").acts}
    assert acts["no-intent-announced"].done == date(2016, 11, 16)
    assert acts["no-intent-declaration"].done == date(2016, 11, 30)
    assert acts["no-intent-declaration"].confidence == "reported"
    assert standing(dataset, "russia", date(2016, 11, 29)).status == Status.SIGNATORY
    assert standing(dataset, "russia", date(2016, 11, 30)).status == Status.SIGNATORY_NO_INTENT


def test_south_africa_burundi_and_gambia_gave_notice_between_19_october_and_10_november_2016(
    dataset: IccDataset,
) -> None:
    found = dataset.withdrawals(on=date(2016, 11, 16), since=date(2016, 1, 1))
    assert [(one.iso3, str(one.notified), one.outcome) for one in found] == [
        ("ZAF", "2016-10-19", "pending"),
        ("BDI", "2016-10-27", "pending"),
        ("GMB", "2016-11-10", "pending"),
    ]


@pytest.mark.parametrize(
    ("state", "outcome", "day"),
    [("ZAF", "rescinded", "2017-03-07"), ("BDI", "left", "2017-10-27"), ("GMB", "rescinded", "2017-02-10")],
)
def test_what_became_of_each_notice_of_2016(dataset: IccDataset, state: str, outcome: str, day: str) -> None:
    (found,) = dataset.withdrawals(on=TODAY, states=[state])
    assert (found.outcome, str(found.outcome_date)) == (outcome, day)


def test_the_united_states_signed_on_31_december_2000_and_declared_on_6_may_2002(dataset: IccDataset) -> None:
    usa = standing(dataset, "usa")
    assert usa.signed == date(2000, 12, 31)
    assert usa.no_intent_declared == date(2002, 5, 6)
    assert standing(dataset, "usa", date(2002, 5, 5)).status == Status.SIGNATORY


@pytest.mark.parametrize(("state", "day"), [("KEN", "2016-10-23"), ("NAM", "2015-11-23"), ("UGA", "2016-05-12")])
def test_kenya_namibia_and_uganda_signalled_that_they_might_leave(dataset: IccDataset, state: str, day: str) -> None:
    signals = dataset.events(on=date(2016, 11, 16), states=[state], kinds=["signal"], since=date(2014, 11, 17))
    last = [act for act in signals if act.iso3 == state and act.details["leaning"] == "leaving"][-1]
    assert str(last.done) == day
    assert last.sources


def test_the_prosecutor_reported_on_14_november_2016(icc_json: Json) -> None:
    found = icc_json("events", "--since", "2016-11-14", "--until", "2016-11-14")
    assert [act["done"] for act in found] == ["2016-11-14", "2016-11"]  # a month may hold the day
    report = found[0]
    assert report["body"] == "Office of the Prosecutor"
    assert report["iso3"] is None
    assert report["concerns"] == ["RUS", "UKR"]
    assert report["id"] in [act["id"] for act in icc_json("events", "russia")]


def test_ten_situations_were_open_on_16_november_2016_nine_african_and_georgia(icc_json: Json) -> None:
    found = icc_json("situations", "--open", "--kind", "situation", "--on", "2016-11-16")
    assert len(found) == 10
    assert [one["id"] for one in found if one["region"] != "African"] == ["georgia"]


def test_on_that_day_nothing_later_shows(dataset: IccDataset) -> None:
    gambia = standing(dataset, "gambia", date(2016, 11, 16))
    assert gambia.status == Status.STATE_PARTY_WITHDRAWING
    assert gambia.withdrawal_effective == date(2017, 11, 10)
    assert gambia.withdrawal_rescinded is None
    assert all(act.undone_by is None for act in gambia.acts)
    assert max(str(act.done) for act in gambia.acts) == "2016-11-10"
