"""What the brief of a day, and the changes between two days, tell of the whole world."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from icc_cli.database.store import Store
from icc_cli.queries.changes import changes

Json = Callable[..., Any]


def test_the_brief_of_16_november_2016_counts_124_parties_and_ten_situations(icc_json: Json) -> None:
    (found,) = icc_json("brief", "--on", "2016-11-16")
    assert found["parties"] == {"what": "States Parties", "number": 124, "change": 0}
    assert sum(one["number"] for one in found["statuses"]) == 197
    regions = [one["region"] for one in found["under_investigation"]]
    assert (len(regions), regions.count("African"), regions.count("Eastern European")) == (10, 9, 1)
    notices = [act for act in found["acts"] if act["act"] == "withdrawal-notice"]
    assert [act["iso3"] for act in notices] == ["ZAF", "BDI", "GMB"]
    assert [act["iso3"] for act in found["acts"] if act["act"] == "no-intent-announced"] == ["RUS"]
    assert {act["iso3"] for act in found["signals"] if act["iso3"]} == {"KEN", "NAM", "UGA"}


def test_more_than_500_things_changed_in_the_life_of_the_treaty(store: Store) -> None:
    years = [date(year, 12, 31) for year in range(1997, 2032)]
    parts = [change for start, end in pairwise(years) for change in changes(store, start, end)]
    assert parts == changes(store, years[0], years[-1])
    assert len(parts) > 500


def test_the_moves_between_october_2016_and_october_2017_were_those_of_four_states(icc_json: Json) -> None:
    moves = icc_json("diff", "2016-10-01", "2017-10-31", "--kind", "status")
    assert [(move["day"], move["iso3"], move["before"], move["after"]) for move in moves] == [
        ("2016-10-19", "ZAF", "state-party", "state-party-withdrawing"),
        ("2016-10-27", "BDI", "state-party", "state-party-withdrawing"),
        ("2016-11-10", "GMB", "state-party", "state-party-withdrawing"),
        ("2016-11-30", "RUS", "signatory", "signatory-no-intent"),
        ("2017-02-10", "GMB", "state-party-withdrawing", "state-party"),
        ("2017-03-07", "ZAF", "state-party-withdrawing", "state-party"),
        ("2017-10-27", "BDI", "state-party-withdrawing", "former-party"),
    ]


def test_a_day_for_which_a_trial_is_planned_lies_ahead_from_the_decision_to_its_eve(icc_json: Json) -> None:
    def planned(on: str) -> list[tuple[str, str]]:
        return [(one["day"], one["act"]) for one in icc_json("upcoming", "--kind", "trial", "--on", on)]

    of_duterte = [("2026-11-30", "duterte-2026-05-28-trial-date-set")]
    assert [planned(on) for on in ("2026-05-27", "2026-05-28", "2026-11-29", "2026-11-30")] == [
        [],
        of_duterte,
        of_duterte,
        [],
    ]
