"""What lies ahead of a day, as far as it was known on that day."""

import importlib.util
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from icc_cli.database.store import Store
from icc_cli.queries.upcoming import upcoming
from icc_cli.treaty.dates import last_day
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]
ON = str(TODAY)


def test_today_these_days_lie_ahead(icc_json: Json) -> None:
    found = icc_json("upcoming", "--on", ON)
    withdrawals = [(one["iso3"], one["day"], one["days_left"]) for one in found if one["kind"] == "withdrawal"]
    assert withdrawals == [
        ("NER", "2027-06-18", 207),
        ("BFA", "2027-06-24", 213),
        ("MLI", "2027-06-24", 213),
        ("VEN", "2027-07-24", 243),
        ("TCD", "2027-07-27", 246),
        ("NRU", "2027-09-23", 304),
    ]
    assert all(one["conditional"] == (one["kind"] == "withdrawal") for one in found)
    rest = {(one["kind"], one["iso3"]): one["day"] for one in found if one["kind"] != "withdrawal"}
    assert rest[("article-124-end", "UKR")] == "2031-12-31"
    assert rest[("acceptance-end", "LBY")] == "2027-12-31"
    assert all(one["sources"] for one in found)


def test_in_november_2016_three_withdrawals_lay_ahead_though_two_never_came(icc_json: Json) -> None:
    found = icc_json("upcoming", "--on", "2016-11-16", "--kind", "withdrawal")
    assert [(one["iso3"], one["day"]) for one in found] == [
        ("ZAF", "2017-10-19"),
        ("BDI", "2017-10-27"),
        ("GMB", "2017-11-10"),
    ]


def test_a_day_is_ahead_until_its_eve(store: Store) -> None:
    def ahead(day: date) -> set[str]:
        return {one.iso3 or "" for one in upcoming(store, day, kinds=["withdrawal"])}

    assert "NER" in ahead(date(2027, 6, 17))
    assert "NER" not in ahead(date(2027, 6, 18))


@given(st.dates(date(1998, 7, 17), date(2030, 12, 31)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_lies_ahead_is_ahead_and_in_order(store: Store, day: date) -> None:
    found = upcoming(store, day)
    assert all(last_day(one.day) > day and (one.days_left is None or one.days_left > 0) for one in found)
    assert [last_day(one.day) for one in found] == sorted(last_day(one.day) for one in found)
    assert len({one.id for one in found}) == len(found)


@pytest.mark.skipif(importlib.util.find_spec("icalendar") is None, reason="the extra ics is not installed")
def test_the_calendar_is_read_by_a_real_parser_with_stable_uids(icc: Run) -> None:
    _, text, _ = icc("upcoming", "--on", ON, "--format", "ics")
    assert text == icc("upcoming", "--on", ON, "--format", "ics")[1]
    events = {str(event["UID"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    niger = events["NER-2026-06-18-withdrawal-notice-effect@icc-cli"]
    assert niger.decoded("dtstart") == date(2027, 6, 18)
    assert niger.decoded("dtend") == date(2027, 6, 19)
    assert str(niger["summary"]) == "Niger leaves the Rome Statute, unless its notice is withdrawn"
    assert "treaties.un.org" in str(niger["description"])
    later = Calendar.from_ical(icc("upcoming", "--on", "2026-12-01", "--format", "ics")[1])
    assert set(events) == {str(event["UID"]) for event in later.walk("VEVENT")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("upcoming", "--kind", "doom"), "one of: withdrawal"),
        (("status", "russia", "--format", "ics"), "try: icc upcoming --format ics"),
    ],
)
def test_a_wrong_question_about_days_ahead_gets_one_line(arguments: tuple[str, ...], said: str, icc: Run) -> None:
    code, out, err = icc(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
