"""The course of a matter before the Court: bars from opening to end, and below each the days that moved it."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from icc_cli import pictures
from icc_cli.database.store import Store
from icc_cli.page.palette import MAP
from icc_cli.pictures.scale import NARROWEST
from icc_cli.queries.names import everyday_names
from icc_cli.queries.show import SituationInFull, show
from tests.support.pictures import SVG, texts
from tests.support.places import TODAY

EXAMINED, INVESTIGATED = (MAP[stage][0] for stage in ("under-examination", "under-investigation"))


def course(store: Store, situation: str, on: date = TODAY, width: float = 1000) -> Element | None:
    record = show(store, f"situation:{situation}", on).record
    assert isinstance(record, SituationInFull)
    text = pictures.matter.svg(record, everyday_names(store), on, width=width)
    return fromstring(text) if text else None


def bars(root: Element | None) -> list[tuple[str, float, float]]:
    """Return the colour of each bar, and from where to where it reaches."""
    assert root is not None
    found: Sequence[Element] = [one for one in root.iter(f"{SVG}rect") if one.get("height") == "14"]
    return [
        (one.get("fill", ""), float(one.get("x", 0)), float(one.get("x", 0)) + float(one.get("width", 0)))
        for one in found
    ]


def test_an_investigation_follows_the_examination_that_led_to_it(store: Store) -> None:
    root = course(store, "darfur")
    (first, opened, led), (second, begun, now) = bars(root)
    assert (first, second) == (EXAMINED, INVESTIGATED)
    assert opened < led < now
    assert begun == pytest.approx(led, abs=0.2)
    assert root is not None
    said = texts(root)
    assert {"referred by the Security Council 31 Mar 2005", "opened 1 Jun 2005", "ended 1 Jun 2005"} <= set(said)


def test_referrals_of_several_states_on_a_day_are_one_mark_that_counts_them(store: Store) -> None:
    root = course(store, "palestine", width=NARROWEST)
    assert root is not None
    assert {"referred by Palestine 22 May 2018", "referred by 3 States 17 Nov 2023"} <= set(texts(root))


def test_a_closed_examination_ends_on_its_day_with_its_outcome_and_the_axis_with_that_year(store: Store) -> None:
    root = course(store, "pe-korea")
    ((colour, _, end),) = bars(root)
    assert colour == EXAMINED
    assert root is not None
    assert "closed: no basis to proceed 23 Jun 2014" in texts(root)
    assert end < float(root.get("width", 0)) - 24
    assert not [one for one in root.iter(f"{SVG}line") if one.get("class") == "day"]


def test_on_a_day_before_its_end_a_matter_was_open_to_that_day(store: Store) -> None:
    root = course(store, "pe-korea", date(2013, 1, 1))
    assert root is not None
    assert not any("closed" in said for said in texts(root))
    assert bars(root)[0][2] == 1000 - 24


def test_of_a_matter_without_a_day_of_opening_nothing_is_drawn(store: Store) -> None:
    assert course(store, "pe-iraq-2006") is None
