"""A day may be given as a date, as what stands for one, or as text; whatever else is refused in a sentence."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from icc_cli import IccDataset, PartialDate, UsageError
from tests.support.places import RECORD

NOTICE = date(2016, 11, 10)
"""The day of The Gambia's notice of withdrawal."""

DAY_METHODS: list[Callable[[IccDataset, Any], object]] = [
    lambda dataset, day: dataset.status("gambia", on=day),
    lambda dataset, day: dataset.status("gambia", on="2017-03-01", known_by=day),
    lambda dataset, day: dataset.parties(on=day),
    lambda dataset, day: dataset.withdrawals(on=day),
    lambda dataset, day: dataset.events(on=day),
    lambda dataset, day: dataset.events(on="2017-03-01", since=day),
    lambda dataset, day: dataset.declarations(on="2017-03-01", until=day),
    lambda dataset, day: dataset.situations(on=day),
    lambda dataset, day: dataset.declarations(on=day),
    lambda dataset, day: dataset.agreement(on=day),
    lambda dataset, day: dataset.amendments(on=day),
    lambda dataset, day: dataset.amendment("aggression", on=day),
    lambda dataset, day: dataset.state_amendments("germany", on=day),
    lambda dataset, day: dataset.show("darfur", on=day),
    lambda dataset, day: dataset.cite("gambia", on=day),
    lambda dataset, day: dataset.jurisdiction(crime="genocide", territory="gambia", day="2012-03-01", on=day),
    lambda dataset, day: dataset.jurisdiction(crime="genocide", territory="gambia", day=day, on="2017-03-01"),
    lambda dataset, day: dataset.jurisdiction(
        crime="genocide", territory="gambia", day="2012-03-01", until=day, on="2017-03-01"
    ),
]


@pytest.mark.parametrize("ask", DAY_METHODS)
@pytest.mark.parametrize(
    "day",
    [
        datetime(2016, 11, 10, 23, 59),
        datetime(2016, 11, 10, tzinfo=UTC),
        datetime(2016, 11, 10, 1, tzinfo=timezone(timedelta(hours=14))),
        "2016-11-10",
        "20161110",
        "10 Nov 2016",
        "10 november 2016",
    ],
    ids=str,
)
def test_a_time_stands_for_its_own_day_in_every_question(dataset: IccDataset, ask: Any, day: object) -> None:
    assert ask(dataset, day) == ask(dataset, NOTICE)


@pytest.mark.parametrize("ask", DAY_METHODS)
@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (5, "a value of type int is not a day"),
        (1478736000.0, "a value of type float is not a day"),
        ("10/11/2016", "'10/11/2016' is not a day: write it as 2016-11-30, 2016-11 or 2016"),
        ("10.11.2016", "'10.11.2016' is not a day: write it as 2016-11-30, 2016-11 or 2016"),
        ("2016-11-31", "'2016-11-31' is not a day: Nov 2016 has no day 31"),
        (PartialDate(2016, 13), "a value of type PartialDate is not a day: there is no month 13"),
        ([NOTICE], "a value of type list is not a day"),
    ],
    ids=str,
)
def test_what_is_no_day_is_refused_in_every_question(dataset: IccDataset, ask: Any, day: object, shown: str) -> None:
    with pytest.raises(UsageError) as refusal:
        ask(dataset, day)
    name, _, fault = refusal.value.message.partition(": ")
    assert name in ("on", "known_by", "since", "until", "day")
    assert fault == shown
    assert refusal.value.hint == "give a datetime.date, or text such as 2016-11-30"


def test_a_day_must_be_given(dataset: IccDataset) -> None:
    with pytest.raises(UsageError, match=r"^on: None is not a day$"):
        dataset.status("gambia", on=None)  # type: ignore[arg-type]


def test_the_acts_of_a_day_are_within_a_period_that_begins_at_some_hour_of_it(dataset: IccDataset) -> None:
    sixtieth = date(2002, 4, 11)
    noon = datetime(2002, 4, 11, 12)
    found = dataset.events(on="2016-11-16", since=sixtieth, until=sixtieth)
    assert found
    assert dataset.events(on="2016-11-16", since=noon, until=noon) == found


def test_a_month_or_year_stands_for_the_days_that_the_command_line_takes_it_for(
    dataset: IccDataset, icc_json: Callable[..., Any]
) -> None:
    for month in ("2016-11", PartialDate(2016, 11)):
        notices = [one.iso3 for one in dataset.withdrawals(on=month, since=month, until=month)]
        told = icc_json("withdrawals", "--on", "2016-11", "--since", "2016-11", "--until", "2016-11")
        assert notices == [one["iso3"] for one in told]
        assert "GMB" in notices


def test_conduct_of_a_year_is_that_of_all_its_days(dataset: IccDataset) -> None:
    case: dict[str, Any] = {"crime": "war-crimes", "territory": "ukraine", "on": "2024-01-01"}
    year = dataset.jurisdiction(day="2014", **case)
    assert year == dataset.jurisdiction(day="2014-01-01", until="2014-12-31", **case)
    assert (year.date, year.until) == (date(2014, 1, 1), date(2014, 12, 31))
    assert dataset.jurisdiction(day="2014-01", until="2014", **case).until == date(2014, 12, 31)


@pytest.mark.parametrize("ask", ["parties", "withdrawals", "events", "situations", "declarations"])
def test_a_period_that_ends_before_it_begins_is_refused(dataset: IccDataset, ask: str) -> None:
    with pytest.raises(UsageError, match=r"^since: 2017-01-01 comes after 2016-12-31, which is until$"):
        getattr(dataset, ask)(on="2018-01-01", since="2017", until="2016")
    assert isinstance(getattr(dataset, ask)(on="2018-01-01", since="2016", until="2016"), list)


def test_days_of_pandas_and_numpy_are_taken_and_missing_ones_refused(dataset: IccDataset) -> None:
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    right = dataset.status("gambia", on=NOTICE)
    stamp = pandas.Timestamp("2016-11-10T10:00")
    for day in (stamp, stamp.tz_localize("UTC"), stamp.to_numpy(), numpy.datetime64("2016-11-10")):
        assert dataset.status("gambia", on=day) == right
    assert dataset.status("gambia", on=numpy.datetime64("2016-11")) == dataset.status("gambia", on="2016-11-30")
    for missing in (pandas.NaT, numpy.datetime64("NaT"), pandas.NA):
        with pytest.raises(UsageError, match=r"^on: a value of type \w+ is not a day"):
            dataset.status("gambia", on=missing)


class NaTType(datetime):
    """As that of pandas: a datetime without a day."""

    year = month = day = float("nan")  # type: ignore[assignment]


def test_a_time_without_a_day_is_refused(dataset: IccDataset) -> None:
    with pytest.raises(UsageError, match=r"^on: a value of type NaTType is not a day$"):
        dataset.status("gambia", on=NaTType(1, 1, 1))


def test_no_question_imports_what_days_may_come_from() -> None:
    code = (
        "import sys, icc_cli\n"
        "with icc_cli.open_dataset(sys.argv[1]) as dataset: dataset.status('gambia', on='2016-11-16')\n"
        "assert not {'numpy', 'pandas'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(RECORD)], check=True)
