"""Which States `icc parties` lists."""

from collections.abc import Callable
from typing import Any

Json = Callable[..., Any]


def test_region_and_status_and_day_combine(icc_json: Json) -> None:
    found = icc_json("parties", "--region", "africa", "--status", "state-party-withdrawing", "--on", "2016-11-16")
    assert [row["iso3"] for row in found] == ["BDI", "GMB", "ZAF"]


def test_a_period_holds_the_states_whose_status_began_in_it(icc_json: Json) -> None:
    since_2024 = ("parties", "--since", "2024", "--on", "2026-11-23")
    assert [row["iso3"] for row in icc_json(*since_2024, "--status", "state-party")] == ["ARM", "HUN", "UKR"]
    leaving = [row["iso3"] for row in icc_json(*since_2024, "--status", "state-party-withdrawing")]
    assert sorted(leaving) == ["BFA", "MLI", "NER", "NRU", "TCD", "VEN"]
    assert sorted(row["iso3"] for row in icc_json(*since_2024)) == sorted(["ARM", "HUN", "UKR", *leaving])
