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
