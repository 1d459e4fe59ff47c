"""Dates, and the arithmetic of Articles 126 and 127."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli.treaty.dates import (
    PartialDate,
    days_after,
    days_before,
    entry_into_force,
    first_day,
    from_text,
    last_day,
    one_year_after,
    parse,
    spell,
)

DAYS = st.dates(date(1998, 1, 1), date(2100, 12, 31))


def test_a_date_may_be_a_day_a_month_or_a_year() -> None:
    assert parse("2016-11-30") == date(2016, 11, 30)
    assert parse("2016-11") == PartialDate(2016, 11)
    assert parse("2016") == PartialDate(2016)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2016-02-30", "Feb 2016 has no day 30"),
        ("2015-02-29", "Feb 2015 has no day 29"),
        ("2016-13", "there is no month 13"),
        ("2016-00-01", "there is no month 00"),
        ("0000", "there is no year 0"),
        ("30.11.2016", "write it as"),
        ("2016-1-1", "write it as"),
        ("٢٠١٦", "write it as"),
        ("2016-11-30T00:00", "write it as"),
        ("", "write it as"),
        ("yes", "write it as"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


@given(DAYS)
def test_a_day_reads_back_as_it_was_written(day: date) -> None:
    assert parse(day.isoformat()) == day == from_text(day.isoformat())


@given(st.integers(1900, 2100), st.none() | st.integers(1, 12))
def test_a_partial_date_covers_its_first_to_its_last_day_and_stays_partial(year: int, month: int | None) -> None:
    when = PartialDate(year, month)
    assert first_day(when) <= last_day(when)
    assert first_day(when).day == 1
    assert (last_day(when) + timedelta(days=1)).day == 1
    assert parse(when.isoformat()) == when == from_text(str(when))
    assert spell(when).endswith(str(year))


def test_dates_are_spelled_for_people() -> None:
    assert spell(date(2016, 11, 3)) == "3 Nov 2016"
    assert spell(PartialDate(2016, 11)) == "Nov 2016"
    assert spell(PartialDate(2016)) == "2016"
    assert spell(None) == ""


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        ("1999-02-02", "2002-07-01"),  # Senegal, the first
        ("2002-04-11", "2002-07-01"),  # the day of the sixtieth deposit
        ("2002-04-12", "2002-07-01"),  # the 60th day is 11 June
        ("2002-05-02", "2002-08-01"),  # the 60th day is 1 July itself
        ("2002-06-28", "2002-09-01"),  # Gambia
        ("2015-01-02", "2015-04-01"),  # State of Palestine
        ("2024-10-25", "2025-01-01"),  # Ukraine, across the year
    ],
)
def test_the_statute_enters_into_force_as_article_126_says(deposit: str, in_force: str) -> None:
    assert entry_into_force(date.fromisoformat(deposit)).isoformat() == in_force


@given(DAYS)
def test_entry_into_force_is_the_first_of_a_month_at_least_sixty_days_on(deposit: date) -> None:
    force = entry_into_force(deposit)
    assert force.day == 1
    assert force > deposit + timedelta(days=60)
    assert force >= date(2002, 7, 1)


@given(DAYS, DAYS)
def test_who_deposits_earlier_is_never_bound_later(one: date, other: date) -> None:
    assert entry_into_force(min(one, other)) <= entry_into_force(max(one, other))


def test_a_withdrawal_received_on_a_leap_day_takes_effect_on_the_last_of_february() -> None:
    assert one_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
    assert one_year_after(date(2016, 10, 27)) == date(2017, 10, 27)


def test_what_would_take_effect_beyond_the_calendar_takes_effect_on_its_last_day() -> None:
    assert one_year_after(date(9999, 3, 1)) == date.max
    assert days_after(date(9999, 12, 1), 60) == date.max
    assert days_after(date(9999, 12, 30), 1) == date.max
    assert entry_into_force(date(9999, 11, 30)) == date.max


def test_a_time_before_a_day_reaches_back_to_the_first_day_of_the_calendar_at_most() -> None:
    assert days_before(date(2024, 3, 1), 1) == date(2024, 2, 29)
    assert days_before(date(1, 1, 20), 60) == date.min
