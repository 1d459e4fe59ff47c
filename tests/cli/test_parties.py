"""Which States `icc parties` lists."""

from collections.abc import Callable
from typing import Any

Json = Callable[..., Any]


def test_region_and_status_and_day_combine(icc_json: Json) -> None:
    found = icc_json("parties", "--region", "africa", "--status", "state-party-withdrawing", "--on", "2016-11-16")
    assert [row["iso3"] for row in found] == ["BDI", "GMB", "ZAF"]


def test_since_means_since_when_a_state_has_been_a_party_whatever_notices_it_gave(icc_json: Json) -> None:
    since_2024 = ("parties", "--since", "2024", "--on", "2026-11-23")
    assert [row["iso3"] for row in icc_json(*since_2024)] == ["ARM", "UKR"]
    [gambia] = [row for row in icc_json("parties", "--on", "2026-11-23") if row["iso3"] == "GMB"]
    assert (gambia["party_since"], gambia["status_since"]) == ("2002-09-01", "2017-02-10")
    leaving = icc_json("parties", "--status", "state-party-withdrawing", "--since", "2003", "--on", "2016-11-16")
    assert [row["iso3"] for row in leaving] == ["BDI"]


def test_a_state_has_been_a_party_until_the_eve_of_the_day_it_leaves(icc_json: Json) -> None:
    def party_since(day: str) -> str | None:
        [row] = icc_json("status", "BDI", "--on", day)
        return row["party_since"]  # type: ignore[no-any-return]

    assert [party_since(day) for day in ("2004-11-30", "2004-12-01", "2017-10-26", "2017-10-27")] == [
        None, "2004-12-01", "2004-12-01", None,
    ]  # fmt: skip


def test_of_other_states_since_means_since_their_status_began(icc_json: Json) -> None:
    former = icc_json("parties", "--status", "former-party", "--since", "2018", "--on", "2026-11-23")
    assert [row["iso3"] for row in former] == ["PHL"]
