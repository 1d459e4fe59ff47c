"""The chart: its steps stand where the list of parties says, and it names who left and who gave notice."""

from collections.abc import Callable
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from icc_cli import pictures
from icc_cli.database.store import Store
from icc_cli.queries.chart import chart
from icc_cli.queries.status import parties
from icc_cli.treaty.details import Region
from tests.support.pictures import SVG, texts
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


@pytest.mark.parametrize(
    "day",
    [
        "2002-06-30", "2002-07-01", "2006-06-03", "2016-11-16", "2017-10-26", "2017-10-27", "2019-03-17", "2026-11-23",
        "2027-09-23",
    ],
)  # fmt: skip
def test_the_steps_stand_where_the_list_of_parties_says(day: str, icc_json: Json, store: Store) -> None:
    def last(rows: list[dict[str, Any]]) -> int:
        before = [row["parties"] for row in rows if row["day"] <= day]
        return before[-1] if before else 0

    rows = icc_json("chart", "parties")
    assert last(rows) == len(parties(store, date.fromisoformat(day)))
    regions = icc_json("chart", "parties", "--region", "all")
    for region in ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"):
        mine = [row for row in regions if row["region"] == region]
        assert last(mine) == len(parties(store, date.fromisoformat(day), regions=[region]))


def test_a_chart_tells_who_joined_and_left_and_what_is_only_expected(icc_json: Json) -> None:
    rows = {row["day"]: row for row in icc_json("chart", "parties", "--on", "2026-11-23")}
    assert rows["2017-10-27"] | {"parties": 0} == {
        "day": "2017-10-27", "region": None, "parties": 0, "joined": [], "left": ["BDI"], "projected": False,
    }  # fmt: skip
    assert rows["2025-01-01"]["joined"] == ["UKR"]
    assert [day for day, row in rows.items() if row["projected"]] == [
        "2027-06-18", "2027-06-24", "2027-07-24", "2027-07-27", "2027-09-23",
    ]  # fmt: skip


def test_a_chart_of_a_past_day_foresees_what_was_on_record_then(icc_json: Json, icc: Run) -> None:
    ahead = [row["left"] for row in icc_json("chart", "--on", "2016-11-16") if row["projected"]]
    assert ahead == [["ZAF"], ["BDI"], ["GMB"]]
    assert icc("chart", "--on", "1999")[0] == 1


def test_a_period_begins_with_the_number_that_stood_and_ends_with_its_last_day(icc_json: Json, icc: Run) -> None:
    stood = len(icc_json("parties", "--on", "2015-12-31"))
    rows = icc_json("chart", "--since", "2016", "--until", "2017")
    assert [(row["day"], row["parties"]) for row in rows] == [
        ("2016-01-01", stood), ("2016-06-01", stood + 1), ("2017-10-27", stood),
    ]  # fmt: skip
    assert f"{stood} on 31 Dec 2017" in icc("chart", "--since", "2016", "--until", "2017")[1]


def test_the_marks_on_a_chart_name_who_left_and_who_gave_notice(store: Store) -> None:
    root = fromstring(pictures.chart.svg(chart(store, TODAY)))
    told = {node.findtext(f"{SVG}title") for node in root.iter(f"{SVG}path")} - {None}
    assert "Burundi left 27 Oct 2017" in told
    assert "Niger is expected to leave 18 Jun 2027" in told
    assert "The Gambia: notice of withdrawal 10 Nov 2016" in told
    assert "The Gambia: 10 Nov 2016, notice withdrawn 10 Feb 2017" in texts(root)


def test_a_chart_is_headed_by_what_it_shows_and_of_a_day_ahead_nobody_has_left_yet(store: Store) -> None:
    number = len(parties(store, TODAY))
    assert f"{number} States Parties, {number - 6} expected by 23 Sep 2027" in texts(
        fromstring(pictures.chart.svg(chart(store, TODAY)))
    )
    said = texts(fromstring(pictures.chart.svg(chart(store, date(2027, 12, 31)))))
    assert "Niger: 18 Jun 2026, to take effect 18 Jun 2027" in said
    assert f"{number - 6} States Parties expected" in said


def test_a_scale_that_does_not_begin_at_0_says_so_and_is_drawn_broken_off(
    drawn: Callable[..., Element], icc: Run
) -> None:
    period = ("--since", "2016", "--until", "2019")
    whole, upper = drawn("chart", *period), drawn("chart", *period, "--from", "60")
    assert "The scale begins at 60, not at 0." in texts(upper)
    assert not any("not at 0" in said for said in texts(whole))
    assert ("0" in texts(whole), "0" in texts(upper), "60" in texts(upper)) == (True, False, True)
    assert "The scale begins at 60, not at 0." in icc("chart", *period, "--from", "60")[1]


def test_a_scale_begins_below_the_least_number_shown(icc: Run, icc_json: Json) -> None:
    least = min(row["parties"] for row in icc_json("chart", "--since", "2016"))
    assert icc("chart", "--since", "2016", "--from", str(least - 1))[0] == 0
    code, _, err = icc("chart", "--since", "2016", "--from", str(least))
    assert (code, err) == (2, f"icc: the least number shown is {least}; begin the scale below it: --from {least - 1}\n")


def test_panels_beside_each_other_share_the_numbers_of_the_left_one(store: Store) -> None:
    found = chart(store, TODAY, list(Region))
    beside, below = (texts(fromstring(pictures.chart.svg(found, width=width))) for width in (1000, 360))
    assert (beside.count("0"), below.count("0")) == (3, 5)
