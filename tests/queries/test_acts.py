"""Acts: those done by a day, by State, body, kind and period."""

from collections.abc import Callable
from typing import Any

Json = Callable[..., Any]


def test_on_a_later_day_an_act_not_yet_done_does_not_show(icc_json: Json) -> None:
    days = [act["done"] for act in icc_json("events", "--on", "2016-11-16") if act["done"]]
    assert max(days) == "2016-11-16"


def test_acts_of_a_kind_and_a_state_are_those_of_the_period(icc_json: Json) -> None:
    signals = icc_json("events", "kenya", "--kind", "signal", "--since", "2010", "--until", "2013")
    assert [act["done"] for act in signals] == ["2010-12-22", "2013-09-05", "2013-09-10"]


def test_the_security_council_referred_darfur_and_libya(icc_json: Json) -> None:
    council = icc_json("events", "--body", "security council", "--kind", "referral")
    assert [act["done"] for act in council] == ["2005-03-31", "2011-02-26"]
