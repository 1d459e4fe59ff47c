"""Ways out of the Statute, and what became of them."""

from collections.abc import Callable
from typing import Any

Json = Callable[..., Any]


def test_a_period_holds_what_was_notified_or_decided_in_it(icc_json: Json) -> None:
    found = icc_json("withdrawals", "--since", "2017-01-01", "--until", "2017-12-31", "--on", "2026-11-23")
    assert [row["iso3"] for row in found] == ["ZAF", "BDI", "GMB"]
