"""Timelines, charts and the map: what they show is what the lists say, in the terminal and as SVG."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from icc_cli.cli.types import LAST
from icc_cli.database.store import Store
from icc_cli.output import render
from icc_cli.output.report import Report
from icc_cli.page.blocks import Drawing, Ink
from icc_cli.page.palette import MAP, NONE, STATUS, readable_on
from icc_cli.pictures import chart, svg, timeline, world
from icc_cli.pictures import map as world_map
from icc_cli.pictures.scale import Axis
from icc_cli.pictures.svg import INK, PAPER, QUIET
from icc_cli.queries.map import map_states
from icc_cli.queries.status import parties
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from tests.datadir import small_data
from tests.test_commands import process

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]

NOW = date(2026, 11, 23)
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [
    ("map", "--on", "2016-11-16"),
    ("map", "--colour-by", "region"),
    ("map", "--colour-by", "situations", "--on", "2013-10-12"),
    ("map", "--color-by", "amendment:aggression"),
    ("timeline", "russia", "gambia", "burundi", "montenegro", "kosovo", "--on", "2026-11-23"),
    ("timeline", "--withdrawals", "--since", "2016"),
    ("chart", "parties"),
    ("chart", "parties", "--region", "all", "--on", "2016-11-16"),
    ("chart", "parties", "--since", "2016-06", "--until", "2017"),
]


@pytest.fixture
def drawn(icc: Run, tmp_path: Path) -> Callable[..., Element]:
    """Run a command with --svg; returns the picture, which is well-formed, and that nothing was printed."""

    def call(*arguments: str) -> Element:
        path = tmp_path / "picture.svg"
        assert icc(*arguments, "--svg", str(path)) == (0, "", "")
        return fromstring(path.read_bytes())

    return call


def texts(root: Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_every_svg_says_what_it_is_and_where_it_comes_from(
    arguments: tuple[str, ...], drawn: Callable[..., Element]
) -> None:
    root = drawn(*arguments)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert all(root[place].text for place in (0, 1))
    said = " ".join(texts(root))
    assert "UNTC XVIII.10" in said
    assert "dataset 2026.10.0, checked through 2 Oct 2026" in said
    assert ("Boundaries show no position on the status of any territory." in said) == (arguments[0] == "map")
    width, height = (float(root.get(name) or 0) for name in ("width", "height"))
    for node in root.iter(f"{SVG}text"):
        assert 0 <= float(node.get("x") or 0) <= width
        assert 0 <= float(node.get("y") or 0) <= height
    assert not {node.tag.removeprefix(SVG) for node in root.iter()} & {"script", "image", "a", "foreignObject", "style"}


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_the_same_picture_has_the_same_bytes_in_another_process(arguments: tuple[str, ...], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.svg" for number in (1, 2)]
    for path in paths:
        assert process(*arguments, "--svg", str(path)).returncode == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_legend_of_the_map_counts_what_the_list_of_parties_counts(
    drawn: Callable[..., Element], icc_json: Json, store: Store
) -> None:
    for day in ("1997", "2002-06-30", "2006-06-03", "2011-07-09", "2016-11-16", "2026-11-23", "2027-12-31"):
        listed = Counter(state["status"] for state in icc_json("parties", "--status", "all", "--on", day))
        said = texts(drawn("map", "--on", day)) if day >= "1998-07-17" else []
        keys = [f"{labels.STATUS[status]} {count}" for status, count in listed.items()]
        assert set(keys) <= set(said or keys)
        shown = map_states(store, LAST.convert(day, None, None), "status")
        assert Counter(state.value for state in shown.states if state.value) == listed


def test_on_16_november_2016_the_map_counts_124_parties_of_which_three_are_withdrawing(
    drawn: Callable[..., Element], icc: Run
) -> None:
    said = texts(drawn("map", "--on", "2016-11-16"))
    assert {"on 16 Nov 2016: 124 States Parties", "State Party 121", "State Party, withdrawing 3"} <= set(said)
    _, out, _ = icc("map", "--on", "2016-11-16")
    assert "124 States Parties" in out
    assert "P State Party 121   W State Party, withdrawing 3" in out
    assert "Boundaries show no position on the status of any territory." in out


def test_every_state_has_an_outline_or_a_dot_and_a_cell_of_its_own_in_every_grid(store: Store) -> None:
    states = {row["iso3"] for row in store.rows("SELECT iso3 FROM state")}
    assert len(states) == 199
    assert set(world.world()["states"]) == states
    assert all(shape["path"] or shape.get("dot") for shape in world.world()["states"].values())
    assert set(world.grids()) == {78, 118}
    for columns, kinds in world.grids().items():
        for kind, rows in kinds.items():
            assert {len(row) for row in rows} == {columns}
            assert {cell for row in rows for cell in row} - {".", "+"} == states, (columns, kind)


def test_every_state_is_drawn_once_and_named_in_the_svg(store: Store, drawn: Callable[..., Element]) -> None:
    root = drawn("map", "--on", "2016-11-16")
    told = [node.findtext(f"{SVG}title") or "" for node in root.iter(f"{SVG}path")]
    names = [text.rpartition(":")[0] for text in told if text]
    assert sorted(names) == sorted(row["everyday"] for row in store.rows("SELECT everyday FROM state"))
    assert "The Gambia: State Party, withdrawing" in told
    dots = {node.findtext(f"{SVG}title") for node in root.iter(f"{SVG}circle")}
    assert "Marshall Islands: State Party" in dots


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
        root = fromstring(world_map.svg(store, day))
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


def test_a_projected_status_is_marked_as_expected_on_the_map(icc_json: Json, store: Store) -> None:
    assert [state["iso3"] for state in icc_json("map", "--on", "2027-06-18") if state["projected"]] == ["NER"]
    assert "Niger: former party, expected" in world_map.svg(store, date(2027, 6, 18))
    assert "expected" not in world_map.svg(store, date(2026, 10, 2))


@pytest.mark.parametrize(
    "day",
    ["2002-06-30", "2002-07-01", "2006-06-03", "2016-11-16", "2017-10-26", "2017-10-27", "2019-03-17", "2026-11-23"],
)
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
    assert rows["2027-09-23"]["parties"] == 119


def test_a_chart_of_a_past_day_foresees_what_was_on_record_then(icc_json: Json, icc: Run) -> None:
    ahead = [row["left"] for row in icc_json("chart", "--on", "2016-11-16") if row["projected"]]
    assert ahead == [["ZAF"], ["BDI"], ["GMB"]]
    assert icc("chart", "--on", "1999")[0] == 1


def test_a_period_begins_with_the_number_that_stood_and_ends_with_its_last_day(icc_json: Json, icc: Run) -> None:
    rows = icc_json("chart", "--since", "2016", "--until", "2017")
    assert [(row["day"], row["parties"]) for row in rows] == [
        ("2016-01-01", 123), ("2016-06-01", 124), ("2017-10-27", 123),
    ]  # fmt: skip
    assert "123 on 31 Dec 2017" in icc("chart", "--since", "2016", "--until", "2017")[1]


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
    assert icc_json("timeline", "fiji", "--on", "2002-04-10")[1]["until"] is None
    assert icc_json("timeline", "fiji", "--on", "2002-04-11")[1]["until"] == "2002-07-01"


def test_the_timeline_of_withdrawals_has_every_state_with_a_way_out_by_then(icc_json: Json) -> None:
    def states(command: str, *options: str) -> set[str]:
        return {row["iso3"] for row in icc_json(command, *options, "--on", "2016-11-16")}

    assert states("timeline", "--withdrawals") == states("withdrawals")
    assert "MYS" not in states("timeline", "--withdrawals")


def test_short_spans_keep_a_column_of_their_own(store: Store) -> None:
    from icc_cli.queries.timeline import timeline as rows_of

    rows = rows_of(store, ["GMB", "USA"], NOW)
    for width in (44, 60, 80, 100, 140):
        drawn = timeline.draw(rows, NOW, None, None, Terminal(width=width))
        bar, other = ("".join(ink.text for ink in drawn[place]) for place in (1, 3))
        assert len(bar) == len(other)
        assert re.sub(r"(.)\1+", r"\1", bar.split()[-1]) == "nscPWP"


def test_a_bar_without_a_known_end_stops_at_the_day_asked_about(store: Store) -> None:
    from icc_cli.queries.timeline import timeline as rows_of

    rows = rows_of(store, ["NER", "ZAF"], NOW)
    _, niger, _, south_africa, _, *_ = timeline.draw(rows, NOW, None, None, Terminal(width=100))
    niger_ends, south_africa_ends = (len("".join(ink.text for ink in row).rstrip()) for row in (niger, south_africa))
    assert niger_ends == 100
    assert south_africa_ends < niger_ends - 2
    root = fromstring(timeline.svg(store, ["NER", "ZAF"], NOW))
    ends = {
        told: float(bar.get("x") or 0) + float(bar.get("width") or 0)
        for bar in root.iter(f"{SVG}rect")
        if (told := bar.findtext(f"{SVG}title"))
    }
    assert ends["Niger: former party, since 18 Jun 2027, expected"] == pytest.approx(976)
    assert ends["South Africa: State Party, since 7 Mar 2017"] < 960


@pytest.mark.parametrize("width", [1, 8, 22, 39, 43, 60, 78, 100, 118, 200])
@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_no_row_is_wider_than_the_terminal(
    arguments: tuple[str, ...], color: bool, width: int, at_width: Callable[..., str]
) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", at_width(width, *arguments, color=color))
    assert max(map(len, shown.splitlines())) <= width


def test_a_narrow_terminal_is_told_what_to_do(at_width: Callable[..., str]) -> None:
    for arguments in (("map",), ("chart",), ("timeline", "gambia")):
        assert "--svg FILE" in " ".join(at_width(30, *arguments).split())
    assert "State Party 1" in at_width(60, "map", "--on", "2016-11-16")


def test_with_colours_each_state_has_its_own_and_without_any_its_letter(at_width: Callable[..., str]) -> None:
    coloured = at_width(80, "map", "--on", "2016-11-16", color=True)
    assert "38;2;230;159;0" in coloured
    assert "▀" in coloured
    plain = at_width(80, "map", "--on", "2016-11-16")
    assert "\x1b[" not in plain.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    land = plain.split("\n\n")[1]
    assert set(land) <= set("PWFscun-· \n")


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_a_stream_without_unicode_gets_a_picture_in_ascii(arguments: tuple[str, ...]) -> None:
    import os

    done = process(*arguments, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "?" not in done.stdout


def test_names_and_notes_cannot_act_in_a_picture(tmp_path: Path, icc: Run) -> None:
    data = small_data(tmp_path / "data")
    data.edit("states/RUR.yaml", "everyday: Ruritania", "everyday: '<script>alert(1)</script>\"&'")
    data.edit("amendments.yaml", "title: The crime of aggression", "title: '</title><image href=\"x\"/>'")
    for arguments in (
        ("map",), ("map", "--colour-by", "amendment:aggression-2010"), ("timeline", "RUR"),
        ("chart", "--on", "2016-12-01"),
    ):  # fmt: skip
        path = tmp_path / "x.svg"
        assert icc(*arguments, "--data", str(data.path), "--svg", str(path))[0] == 0
        root = fromstring(path.read_bytes())
        assert not {node.tag.removeprefix(SVG) for node in root.iter()} & {"script", "image"}
        page = icc(*arguments, "--data", str(data.path), "--format", "html")[1]
        assert "<script" not in page
        assert "<image" not in page
    shown = icc("timeline", "RUR", "--data", str(data.path))[1]
    assert "<script>" in shown  # to people it is text


def test_states_that_the_map_does_not_know_are_named_and_the_rest_is_land(tmp_path: Path, icc: Run) -> None:
    data = small_data(tmp_path / "data")
    code, out, _ = icc("map", "--data", str(data.path))
    assert code == 0
    assert "Not on the map: Graustark, Ruritania." in out
    path = tmp_path / "x.svg"
    assert icc("map", "--data", str(data.path), "--svg", str(path))[0] == 0
    assert "Not on the map: Graustark, Ruritania." in texts(fromstring(path.read_bytes()))


def test_html_holds_the_picture_itself(icc: Run) -> None:
    for arguments in PICTURES:
        page = icc(*arguments, "--format", "html")[1]
        assert page.count("<svg") == page.count("</svg>") == 1
        assert page.index("<figure>") < page.index("<svg")


def test_markdown_keeps_the_drawing_as_it_is(icc: Run) -> None:
    page = icc("map", "--format", "markdown")[1]
    assert page.count("```") == 2
    assert "\\" not in page.split("```")[1]


def test_programs_get_the_rows_behind_the_picture_and_the_picture_besides(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    code, out, err = icc("map", "--on", "2016-11-16", "--json", "--svg", str(path))
    assert (code, err) == (0, "")
    assert json.loads(out)["schema"] == "icc/map/1"
    assert path.exists()
    _, out, _ = icc("chart", "--format", "csv")
    assert out.startswith("day,region,parties,joined,left,projected\n2002-07-01,,66,")


def test_png_needs_its_extra_and_says_so(icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.png"
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    code, out, err = icc("timeline", "gambia", "--png", str(path))
    assert (code, out) == (2, "")
    assert "pip install 'icc-cli[png]'" in err
    assert not path.exists()


def test_a_png_has_the_letters_of_its_picture(icc: Run, tmp_path: Path) -> None:
    code, _, err = icc("timeline", "gambia", "--png", str(tmp_path / "x.png"), "--svg", str(tmp_path / "x.svg"))
    if "no font" in err:
        pytest.skip("no font is installed on this machine")
    assert (code, err) == (0, "")
    painted = (tmp_path / "x.png").read_bytes()
    assert painted.startswith(b"\x89PNG")
    mute = re.sub(r"<text.*?</text>", "", (tmp_path / "x.svg").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(painted) > 1.2 * len(svg.png(mute))


def test_where_no_font_is_installed_no_png_is_written_without_its_letters(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(svg, "FAMILIES", ("Nonesuch",) * 4)
    code, out, err = icc("map", "--png", str(tmp_path / "x.png"))
    assert (code, out) == (2, "")
    assert err == "icc: no font for the letters of a PNG is installed; install Nonesuch, or use --svg\n"
    assert not (tmp_path / "x.png").exists()


def test_a_wrong_question_leaves_the_old_picture(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    path.write_text("old")
    for arguments in (
        ("map", "--colour-by", "shoe-size"), ("map", "--fields", "nope"), ("timeline",), ("chart", "--on", "1999"),
        ("chart", "--since", "2017", "--until", "2016"), ("timeline", "nowhere-land"),
    ):  # fmt: skip
        code, out, err = icc(*arguments, "--svg", str(path))
        assert code in (1, 2)
        assert out == ""
        assert err.count("\n") == 1
        assert path.read_text() == "old"
    code, _, err = icc("map", "--svg", str(tmp_path / "none" / "x.svg"))
    assert code == 2
    assert err.endswith("No such file or directory; name another file with --svg\n")
    assert [one.name for one in tmp_path.iterdir()] == ["x.svg"]


def test_letters_and_words_are_readable_on_their_ground() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one: str, other: str) -> float:
        dark, bright = sorted((light(one), light(other)))
        return (bright + 0.05) / (dark + 0.05)

    assert all(contrast(readable_on(colour), colour) >= 4.5 for colour, _ in [*MAP.values(), NONE])
    assert all(contrast(ink, PAPER) >= 4.5 for ink in (INK, QUIET))


def test_no_two_entries_of_a_legend_share_a_colour_or_a_letter(store: Store) -> None:
    for by in ("status", "region", "situations", "amendment:aggression-2010"):
        found = map_states(store, NOW, by)
        entries = [*(MAP[value] for value in found.values if value != "not-yet-a-state"), NONE]
        assert len({colour for colour, _ in entries}) == len({letter for _, letter in entries}) == len(entries)


def test_an_axis_marks_years_or_months_that_have_room() -> None:
    assert [label for _, label in Axis(date(1998, 7, 17), NOW, 0, 80).ticks(7)] == [
        "2000", "2005", "2010", "2015", "2020", "2025",
    ]  # fmt: skip
    assert [label for _, label in Axis(date(2016, 10, 1), date(2017, 3, 1), 0, 80).ticks(7)] == [
        "2016-10", "2016-11", "2016-12", "2017-01", "2017-02", "2017-03",
    ]  # fmt: skip
    axis = Axis(date(2016, 1, 1), date(2017, 1, 1), 10, 366)
    assert [axis.at(day) for day in (date(2015, 1, 1), date(2016, 1, 1), date(2016, 1, 2), date(2018, 1, 1))] == [
        10, 10, 11, 376,
    ]  # fmt: skip


def test_the_marks_on_a_chart_name_who_left_and_who_gave_notice(store: Store) -> None:
    root = fromstring(chart.svg(store, NOW))
    told = {node.findtext(f"{SVG}title") for node in root.iter(f"{SVG}path")} - {None}
    assert "Burundi left 27 Oct 2017" in told
    assert "Niger is expected to leave 18 Jun 2027" in told
    assert "The Gambia: notice of withdrawal 10 Nov 2016" in told
    assert "The Gambia: 10 Nov 2016, taken back 10 Feb 2017" in texts(root)


@pytest.mark.parametrize("format_name", ["plain", "html", "markdown"])
@pytest.mark.parametrize(
    "question",
    [
        ("timeline", "niger", "--on", "0001-01-01"),
        ("timeline", "niger", "--since", "9999-12-31", "--until", "9999-12-31"),
        ("timeline", "niger", "--on", "9999-12-31"),
        ("timeline", "--withdrawals", "--on", "1990-01-01"),
        ("chart", "parties", "--on", "0001-01-01"),
        ("chart", "parties", "--since", "9999-12-31", "--until", "9999-12-31"),
        ("map", "--on", "0001-01-01"),
    ],
    ids=" ".join,
)
def test_the_ends_of_the_calendar_can_be_drawn(
    question: tuple[str, ...], format_name: str, icc: Run, tmp_path: Path
) -> None:
    for extra in (("--format", format_name), ("--svg", str(tmp_path / "x.svg"))):
        code, _, err = icc(*question, *extra)
        assert code in (0, 1)
        assert all(line.startswith("icc: ") for line in err.splitlines())


@pytest.mark.parametrize(
    "drawing", [Drawing(lambda _: [(Ink("\x1b[31m\u202e", "#000000"),)], lambda: "<svg/>")], ids=["hostile"]
)
@pytest.mark.parametrize("format_name", ["plain", "table", "markdown"])
@pytest.mark.parametrize("color", [False, True])
def test_the_text_of_a_drawing_acts_on_no_terminal(drawing: Drawing, format_name: str, color: bool) -> None:
    report = Report("icc/test/1", "0", "2026-10-02", [], lambda: [drawing])
    shown = render(report, format_name, Terminal(interactive=True, width=80, color=color))
    assert "\\x1b[31m\\u202e" in shown
    assert "\u202e" not in shown
