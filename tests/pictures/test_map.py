"""The map: every State once, in the colour of what the lists say of it, in the terminal and as SVG."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from icc_cli import pictures
from icc_cli.cli.types import LAST
from icc_cli.database.store import Store
from icc_cli.page.palette import MAP, NONE, STATUS
from icc_cli.pictures.svg import PAPER
from icc_cli.queries.map import world_map
from icc_cli.treaty import labels
from tests.support.datadir import small_data
from tests.support.pictures import SVG, texts
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


@pytest.mark.parametrize(
    "day", ["1997", "2002-06-30", "2006-06-03", "2011-07-09", "2016-11-16", "2026-11-23", "2027-12-31"]
)
def test_the_legend_of_the_map_counts_what_the_list_of_parties_counts(
    day: str, icc: Run, icc_json: Json, store: Store, tmp_path: Path
) -> None:
    listed = Counter(state["status"] for state in icc_json("parties", "--status", "all", "--on", day))
    path = tmp_path / "map.svg"
    assert icc("map", "--on", day, "--svg", str(path))[:2] == (0, "")
    names = {*labels.STATUS.values(), *labels.STATUS_OF_MANY.values()}
    entry = re.compile(rf"({'|'.join(map(re.escape, names))}) \d+")
    legend = [said for said in texts(fromstring(path.read_bytes())) if entry.fullmatch(said)]
    assert sorted(legend) == sorted(
        f"{(labels.STATUS if count == 1 else labels.STATUS_OF_MANY)[status]} {count}"
        for status, count in listed.items()
    )
    shown = world_map(store, LAST.convert(day, None, None), "status")
    assert Counter(state.value for state in shown.states if state.value) == listed


def test_the_map_tells_how_many_are_parties_and_how_many_of_them_are_withdrawing(
    drawn: Callable[..., Element], icc: Run, icc_json: Json
) -> None:
    day = ("--on", "2016-11-16")
    listed = Counter(state["status"] for state in icc_json("parties", *day))
    staying, leaving = listed["state-party"], listed["state-party-withdrawing"]
    assert leaving == 3
    told = f"{staying + leaving} States Parties"
    said = texts(drawn("map", *day))
    assert {f"{told}, 3 of them withdrawing", f"States Parties {staying}", "States Parties, withdrawing 3"} <= set(said)
    _, out, _ = icc("map", *day)
    assert told in out
    assert f"P States Parties {staying}   W States Parties, withdrawing 3" in out
    assert "Boundaries show no position on the status of any territory." in out


def test_every_state_is_drawn_once_and_named_in_the_svg(store: Store, drawn: Callable[..., Element]) -> None:
    root = drawn("map", "--on", "2016-11-16")
    told = [node.findtext(f"{SVG}title") or "" for node in root.iter(f"{SVG}path")]
    names = [text.rpartition(":")[0] for text in told if text]
    assert sorted(names) == sorted(row["everyday"] for row in store.rows("SELECT everyday FROM state"))
    assert "The Gambia: State Party, withdrawing" in told
    dots = {node.findtext(f"{SVG}title") for node in root.iter(f"{SVG}circle")}
    assert "Liechtenstein: State Party" in dots


def test_burundi_changes_colour_on_the_day_its_withdrawal_takes_effect(icc_json: Json, store: Store) -> None:
    def value(iso3: str, day: str) -> str | None:
        found = icc_json("map", "--on", day)
        return next(state["value"] for state in found if state["iso3"] == iso3)  # type: ignore[no-any-return]

    assert value("BDI", "2017-10-26") == "state-party-withdrawing"
    assert value("BDI", "2017-10-27") == "former-party"
    assert value("SSD", "2011-07-08") == "not-yet-a-state"
    assert value("SSD", "2011-07-09") == "non-signatory"
    assert value("XKX", "2026-11-23") is None

    colours = {}
    for day in (date(2017, 10, 26), date(2017, 10, 27)):
        root = fromstring(pictures.map.svg(world_map(store, day)))
        colours[day.day] = next(
            group.get("fill")
            for group in root.iter(f"{SVG}g")
            for path in group
            if (path.findtext(f"{SVG}title") or "").startswith("Burundi:")
        )
    assert colours == {26: STATUS["state-party-withdrawing"], 27: STATUS["former-party"]}


def test_a_map_of_an_amendment_or_of_situations_counts_what_their_lists_count(icc_json: Json) -> None:
    day = ("--on", "2016-11-16")
    (amendment,) = icc_json("amendments", "aggression-2010", *day)
    shown = Counter(state["value"] for state in icc_json("map", "--colour-by", "amendment:aggression-2010", *day))
    assert (shown["bound"], shown["waiting"]) == (amendment["bound"], amendment["waiting"])
    open_ones = icc_json("situations", "--open", "--kind", "situation", *day)
    shown = Counter(state["value"] for state in icc_json("map", "--colour-by", "situations", *day))
    assert shown["under-investigation"] == len({iso3 for one in open_ones for iso3 in one["states"]})


def test_a_map_of_an_amendment_parts_parties_that_are_not_bound_from_states_that_are_no_parties(
    icc_json: Json, drawn: Callable[..., Element]
) -> None:
    chosen = ("map", "--colour-by", "amendment:aggression-2010", "--on", "2016-11-16")
    value = {state["iso3"]: state["value"] for state in icc_json(*chosen)}
    assert (value["DEU"], value["FRA"], value["USA"]) == ("bound", "not-bound", None)
    parties = {state["iso3"] for state in icc_json("parties", "--on", "2016-11-16")}
    assert {iso3 for iso3, one in value.items() if one} == parties
    counts = Counter(value.values())
    legend = {f"State Party, not bound {counts['not-bound']}", f"not a State Party {counts[None]}"}
    assert legend <= set(texts(drawn(*chosen)))


def test_a_state_concerned_by_flag_or_nationals_alone_has_an_outline_and_no_colour(
    icc_json: Json, drawn: Callable[..., Element]
) -> None:
    chosen = ("map", "--colour-by", "situations", "--on", "2016-11-16")
    elsewhere = {state["everyday"] for state in icc_json(*chosen) if state["value"] == "elsewhere"}
    assert elsewhere == {"Cambodia", "Comoros", "Greece", "United Kingdom"}
    root, line = drawn(*chosen), MAP["elsewhere"][0]
    outlined = [group for group in root.iter(f"{SVG}g") if group.get("stroke") == line]
    assert {group.get("fill") for group in outlined} == {PAPER}
    told = {f"{name}: concerned by flag or nationals alone" for name in elsewhere}
    assert {path.findtext(f"{SVG}title") for group in outlined for path in group} == told
    (dot,) = (one for one in root.iter(f"{SVG}circle") if (one.findtext(f"{SVG}title") or "").startswith("Comoros"))
    assert (dot.get("fill"), dot.get("stroke")) == (PAPER, line)
    assert "concerned by flag or nationals alone 4" in texts(root)


def test_a_projected_status_is_marked_as_expected_on_the_map(icc_json: Json, store: Store) -> None:
    assert [state["iso3"] for state in icc_json("map", "--on", "2027-06-18") if state["projected"]] == ["NER"]
    root = fromstring(pictures.map.svg(world_map(store, date(2027, 6, 18))))
    stripes = [group for group in root.iter(f"{SVG}g") if (group.get("fill") or "").startswith("url(#icc-expected-")]
    assert {path.findtext(f"{SVG}title") for group in stripes for path in group} == {"Niger: former party, expected"}
    assert "1 of them expected" in texts(root)
    assert "expected" not in pictures.map.svg(world_map(store, date(2026, 10, 2)))


def test_what_is_expected_has_stripes_in_the_terminal_and_what_is_so_has_none(at_width: Callable[..., str]) -> None:
    for color in (True, False):
        assert "░" in at_width(80, "map", "--on", "2027-06-18", color=color)
        assert "░" not in at_width(80, "map", "--on", "2026-10-02", color=color)


def test_with_colours_each_state_has_its_own_and_without_any_its_letter(at_width: Callable[..., str]) -> None:
    coloured = at_width(80, "map", "--on", "2016-11-16", color=True)
    assert "38;2;230;159;0" in coloured
    assert "▀" in coloured
    plain = at_width(80, "map", "--on", "2016-11-16")
    assert "\x1b[" not in plain.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    land = plain.split("\n\n")[1]
    assert set(land) <= set("PWFscun-· \n")


def test_states_that_the_map_does_not_know_are_named_and_the_rest_is_land(tmp_path: Path, icc: Run) -> None:
    data = small_data(tmp_path / "data")
    code, out, _ = icc("map", "--data", str(data.path))
    assert code == 0
    assert "Not on the map: Graustark, Ruritania." in out
    path = tmp_path / "x.svg"
    assert icc("map", "--data", str(data.path), "--svg", str(path))[0] == 0
    assert "Not on the map: Graustark, Ruritania." in texts(fromstring(path.read_bytes()))


def test_no_two_entries_of_a_legend_share_a_colour_or_a_letter(store: Store) -> None:
    for by in ("status", "region", "situations", "amendment:aggression-2010"):
        found = world_map(store, TODAY, by)
        entries = [*(MAP[value] for value in found.values if value != "not-yet-a-state"), NONE]
        assert len({colour for colour, _ in entries}) == len({letter for _, letter in entries}) == len(entries)
