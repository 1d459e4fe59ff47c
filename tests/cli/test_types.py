"""What is typed: a month or year stands for a day, a word for its value."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


def test_a_year_or_month_stands_for_its_first_or_last_day(icc_json: Json) -> None:
    def states(*options: str) -> list[str]:
        return [row["iso3"] for row in icc_json("withdrawals", "--on", "2026-11-23", *options)]

    assert states("--since", "2016-11-10", "--until", "2016-11") == ["GMB", "RUS"]
    assert states("--since", "2019") == states("--since", "2019-01-01")
    assert states("--until", "2002") == states("--until", "2002-12-31") == ["USA", "ISR"]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (("withdrawals", "--outcome", "taken back"), ("withdrawals", "--outcome", "rescinded")),
        (("withdrawals", "--outcome", "notice withdrawn"), ("withdrawals", "--outcome", "rescinded")),
        (("withdrawals", "--outcome", "will not join"), ("withdrawals", "--outcome", "unsigned")),
        (("withdrawals", "--outcome", "accession withdrawn"), ("withdrawals", "--outcome", "accession-withdrawn")),
        (("withdrawals", "--outcome", "withdrawn"), ("withdrawals", "--outcome", "left")),
        (("situations", "--kind", "investigation"), ("situations", "--kind", "situation")),
    ],
    ids=" ".join,
)
def test_a_list_is_asked_by_the_words_that_it_shows_too(
    shown: tuple[str, ...], meant: tuple[str, ...], icc: Run
) -> None:
    assert icc(*shown) == icc(*meant)


@pytest.mark.parametrize("day", ["16 Nov 2016", "16 november 2016", "20161116"])
def test_a_day_is_read_as_it_is_printed(day: str, icc: Run) -> None:
    assert icc("status", "gambia", "--on", day) == icc("status", "gambia", "--on", "2016-11-16")
    asked = ("jurisdiction", "-c", "genocide", "-t", "gambia", "--on", "2026-11-23", "-d")
    assert icc(*asked, day) == icc(*asked, "2016-11-16")


def test_a_month_is_read_as_it_is_printed(icc: Run) -> None:
    assert icc("status", "gambia", "--on", "Nov 2016") == icc("status", "gambia", "--on", "2016-11")


@pytest.mark.parametrize(
    "day", ["10/11/2016", "10.11.2016", "11 10 2016", "No 2016", "31 Nov 2016", "20161131", "1 2 Nov 2016"]
)
def test_an_order_of_day_and_month_is_never_guessed(day: str, icc: Run) -> None:
    code, out, err = icc("status", "gambia", "--on", day)
    assert (code, out) == (2, "")
    assert "is not a date" in err
