"""`icc when`: the arithmetic of Articles 121, 126 and 127, step by step."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli.errors import UsageError
from icc_cli.queries.when import Reckoning, when
from icc_cli.treaty.dates import entry_into_force, one_year_after

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("what", "day", "effect", "article"),
    [
        ("joining", "2026-12-01", "2027-02-01", "Art. 126(2)"),
        ("joining", "2002-04-11", "2002-07-01", "Art. 126(1)"),
        ("joining", "2002-04-12", "2002-07-01", "Art. 126(2)"),
        ("joining", "1999-02-02", "2002-07-01", "Art. 126(1)"),
        ("withdrawal", "2016-10-27", "2017-10-27", "Art. 127(1)"),
        ("withdrawal", "2028-02-29", "2029-02-28", "Art. 127(1)"),
        ("amendment", "2012-09-26", "2013-09-26", "Art. 121(5)"),
    ],
)
def test_an_act_takes_effect_on_the_day_that_the_treaty_gives(
    icc: Run, what: str, day: str, effect: str, article: str
) -> None:
    code, page, _ = icc("when", what, day, "--json")
    found = json.loads(page)["data"]
    assert (code, found["effect"], found["article"]) == (0, effect, article)
    assert found["steps"][-1]["day"] == effect


def test_the_steps_name_the_sixtieth_day_and_the_first_of_the_month_after_it() -> None:
    deposited, sixtieth, in_force = when(Reckoning.JOINING, date(2026, 12, 1)).steps
    assert (deposited.day, sixtieth.day, in_force.day) == (date(2026, 12, 1), date(2027, 1, 30), date(2027, 2, 1))


def test_a_notice_of_withdrawal_may_name_a_later_day_than_a_year_after_its_receipt() -> None:
    assert when(Reckoning.WITHDRAWAL, date(2026, 12, 1)).steps[-1].says.endswith("unless the notice names a later day")


@given(st.dates(date(2010, 6, 10), date(2200, 1, 1)))
def test_the_steps_lead_where_the_record_is_held_to(day: date) -> None:
    assert when(Reckoning.JOINING, day).effect == entry_into_force(day)
    assert when(Reckoning.WITHDRAWAL, day).effect == when(Reckoning.AMENDMENT, day).effect == one_year_after(day)
    days = [step.day for step in when(Reckoning.JOINING, day).steps]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("what", "first", "article"),
    [
        (Reckoning.JOINING, date(1998, 7, 17), r"Art\. 125"),
        (Reckoning.WITHDRAWAL, date(2002, 7, 1), r"127\(1\)"),
        (Reckoning.AMENDMENT, date(2010, 6, 10), r"121\(5\)"),
    ],
)
def test_before_it_was_possible_it_is_refused_with_its_article(what: Reckoning, first: date, article: str) -> None:
    assert when(what, first).day == first
    with pytest.raises(UsageError, match=article):
        when(what, first - timedelta(days=1))


def test_a_month_has_no_effect_of_its_own(icc: Run) -> None:
    code, page, told = icc("when", "joining", "2026-12")
    assert (code, page) == (2, "")
    assert told == "icc: day: '2026-12' is not a date: one day is needed; write it as 2016-11-30\n"
