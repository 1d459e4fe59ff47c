"""Timelines: the statuses that stand in the database, as known on a day, and bars that end where they should."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from icc_cli import pictures
from icc_cli.database.store import Store
from icc_cli.queries.timeline import timeline
from icc_cli.system.terminal import Terminal
from tests.support.pictures import SVG, texts
from tests.support.places import TODAY

Json = Callable[..., Any]


def test_a_timeline_holds_the_statuses_that_stand_in_the_database(icc_json: Json, store: Store) -> None:
    codes = [row["iso3"] for row in store.rows("SELECT iso3 FROM state WHERE no_act IS NULL")]
    rows = [row for row in icc_json("timeline", *codes, "--on", "2026-11-23") if row["kind"] == "status"]
    shown = {(row["iso3"], row["since"] or "0001-01-01", row["until"], row["status"]) for row in rows}
    assert shown == {
        (row["iso3"], row["since"], row["until"], row["status"])
        for row in store.rows("SELECT * FROM span WHERE iso3 IN (SELECT iso3 FROM state WHERE no_act IS NULL)")
    }


def test_a_timeline_of_a_past_day_shows_the_notice_and_not_yet_that_it_was_taken_back(icc_json: Json) -> None:
    def last(day: str) -> tuple[str, str, bool]:
        row = [row for row in icc_json("timeline", "gambia", "--on", day) if row["kind"] == "status"][-1]
        return row["status"], row["since"], row["projected"]

    assert last("2016-11-09") == ("state-party", "2002-09-01", False)
    assert last("2016-11-10") == ("former-party", "2017-11-10", True)
    assert last("2017-02-09") == ("former-party", "2017-11-10", True)
    assert last("2017-02-10") == ("state-party", "2017-02-10", False)


def test_before_the_sixtieth_deposit_nobody_knew_when_the_statute_would_enter_into_force(icc_json: Json) -> None:
    assert icc_json("timeline", "botswana", "--on", "2002-04-10")[1]["until"] is None
    assert icc_json("timeline", "botswana", "--on", "2002-04-11")[1]["until"] == "2002-07-01"


def test_the_timeline_of_withdrawals_has_every_state_with_a_way_out_by_then(icc_json: Json) -> None:
    def states(command: str, *options: str) -> set[str]:
        return {row["iso3"] for row in icc_json(command, *options, "--on", "2016-11-16")}

    assert states("timeline", "--withdrawals") == states("withdrawals")
    assert "MYS" not in states("timeline", "--withdrawals")


def test_short_spans_keep_a_column_of_their_own(store: Store) -> None:
    found = timeline(store, ["GMB", "USA"], TODAY)
    for width in (44, 60, 80, 100, 140):
        drawn = pictures.timeline.draw(found, Terminal(width=width))
        bar, other = ("".join(ink.text for ink in drawn[place]) for place in (1, 3))
        assert len(bar) == len(other)
        assert re.sub(r"(.)\1+", r"\1", bar.split()[-1]) == "nscPWP"


def test_a_bar_without_a_known_end_stops_at_the_day_asked_about(store: Store) -> None:
    found = timeline(store, ["NER", "ZAF"], TODAY)
    _, niger, _, south_africa, _, *_ = pictures.timeline.draw(found, Terminal(width=100))
    niger_ends, south_africa_ends = (len("".join(ink.text for ink in row).rstrip()) for row in (niger, south_africa))
    assert niger_ends == 100
    assert south_africa_ends < niger_ends - 2
    root = fromstring(pictures.timeline.svg(found))
    ends = {
        told: float(bar.get("x") or 0) + float(bar.get("width") or 0)
        for bar in root.iter(f"{SVG}rect")
        if (told := bar.findtext(f"{SVG}title"))
    }
    assert ends["Niger: former party, since 18 Jun 2027, expected"] == pytest.approx(976)
    assert ends["South Africa: State Party, since 7 Mar 2017"] < 960


def test_a_timeline_is_headed_by_who_is_due_to_leave(store: Store) -> None:
    def title(*codes: str) -> str:
        return texts(fromstring(pictures.timeline.svg(timeline(store, codes, TODAY))))[0]

    assert title("NER") == "Niger is due to leave on 18 Jun 2027"
    assert title("NER", "MLI", "DEU") == "2 of 3 States are due to leave by 24 Jun 2027"
    assert title("DEU", "BDI") == "Germany and Burundi under the Rome Statute"
