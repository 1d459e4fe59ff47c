"""Situations and examinations, as they stood on a day."""

from collections.abc import Callable
from typing import Any

Json = Callable[..., Any]


def test_the_examination_of_palestine_was_not_yet_closed_in_2016(icc_json: Json) -> None:
    found = {one["id"]: one for one in icc_json("situations", "--on", "2016-11-16")}
    examination = found["pe-palestine"]
    assert examination["open"]
    assert examination["closed"] is examination["outcome"] is examination["later_trigger"] is None
    assert found["pe-korea"]["closed"] == "2014-06-23"
    assert "pe-philippines" not in found


def test_the_day_of_a_closing_counts_as_closed(icc_json: Json) -> None:
    def is_open(day: str) -> bool:
        return bool(next(one["open"] for one in icc_json("situations", "--on", day) if one["id"] == "georgia"))

    assert is_open("2022-12-15")
    assert not is_open("2022-12-16")


def test_the_security_council_s_referrals_opened_darfur_and_libya(icc_json: Json) -> None:
    ours = icc_json("situations", "--trigger", "unsc-referral", "--kind", "situation")
    assert [one["id"] for one in ours] == ["darfur", "libya"]
