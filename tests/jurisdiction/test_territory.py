"""J14 to J17: named territories, borders, ships and aircraft, and nationality."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from icc_cli.database.store import Store
from tests.support.datadir import real_data
from tests.support.jurisdiction import CAH, STARVING, Turn, ask, each_turn, opened, step_of, verdicts_on

Run = Callable[..., tuple[int, str, str]]

TURNS: list[Turn] = [
    ("J14 Greenland", ("2004-09-30", "2004-10-01"), ("DNK", "USA"), {"special": ["territory:greenland"]},
     ("no", "yes")),
    ("J14 Greenland and a Danish national", ("2004-09-30", "2004-10-01"), ("DNK", "DNK"),
     {"special": ["territory:greenland"]}, ("yes-with-caveat", "yes")),
    ("J14 Gibraltar", ("2015-04-19", "2015-04-20"), ("GBR", "USA"), {"special": ["territory:gibraltar"]},
     ("no", "yes")),
    ("J14 Isle of Man", ("2013-01-31", "2013-02-01"), ("GBR", "USA"), {"special": ["territory:isle-of-man"]},
     ("no", "yes")),
    ("J14 Falklands", ("2010-03-10", "2010-03-11"), ("GBR", "USA"), {"special": ["territory:falklands"]},
     ("contested", "yes")),
    ("J14 Kosovo", ("2008-02-16", "2008-02-17"), ("SRB", "USA"), {"special": ["territory:kosovo"]},
     ("yes-with-caveat", "contested")),
]  # fmt: skip


@each_turn(TURNS)
def test_the_day_before_and_the_day_of(
    days: tuple[str, str], states: tuple[str, str], more: dict[str, Any], verdicts: tuple[str, str], store: Store
) -> None:
    assert verdicts_on(store, days, states, more) == verdicts


def test_an_economic_zone_is_no_territory_even_of_a_party(store: Store) -> None:
    assert ask(store, "2015-06-01", "PHL", "CHN", special=["territory:eez-phl"]).verdict == "no"


def test_only_the_own_nationals_of_a_state_that_keeps_a_territory_out_have_a_caveat_there(store: Store) -> None:
    greenland = {"special": ["territory:greenland"]}
    assert ask(store, "2004-09-30", "DNK", "DEU", **greenland).verdict == "yes"
    dane = ask(store, "2004-09-30", "DNK", "DNK", **greenland)
    assert [one.caveat for one in dane.caveats] == ["national-in-excluded-territory"]
    assert ask(store, "2004-09-30", "DNK", "DNK", "DEU", **greenland).verdict == "yes"


def test_western_sahara_is_nobody_s_territory_here_and_its_step_is_refused(store: Store) -> None:
    found = ask(store, "2016-08-01", "MAR", "FRA", special=["territory:western-sahara"])
    step = step_of(found, "J14")
    assert (found.verdict, found.bases, step.outcome) == ("yes", ("12(2)(b)",), "refused")
    assert step.says == "Western Sahara: no State accepted for it. No Party can be named whose territory it is."


def test_a_challenge_of_which_the_record_says_no_more_is_still_named(tmp_path: Path) -> None:
    data = real_data(tmp_path / "data")
    text = data.read("jurisdiction.yaml")
    start = text.rindex("  note: The Appeals Chamber sent")
    data.write("jurisdiction.yaml", text[:start] + text[text.index("  sources:", start) :])
    with opened(data) as store:
        challenged = ask(store, "2020-01-01", "PSE", "ISR")
        assert (challenged.verdict, step_of(challenged, "J14").says) == ("yes-with-caveat", "Under challenge")


def test_a_link_that_the_prosecutor_refused_is_contested_from_then_on(store: Store) -> None:
    link = {"special": ["cross-border:TJK"], "crime": CAH}
    assert ask(store, "2018-06-01", "CHN", "CHN", on="2020-12-13", **link).verdict == "yes-with-caveat"
    assert ask(store, "2018-06-01", "CHN", "CHN", on="2020-12-14", **link).verdict == "contested"


def test_a_ship_at_sea_is_territory_and_one_in_port_has_a_caveat(store: Store) -> None:
    assert ask(store, "2010-05-31", None, "ISR", special=["vessel:COM"]).verdict == "yes"
    assert ask(store, "2010-05-31", "SYR", "ISR", special=["vessel:COM"]).verdict == "yes-with-caveat"
    zone = ["territory:eez-phl", "vessel:COM"]
    assert ask(store, "2010-05-31", None, "CHN", special=zone).verdict == "yes"


def test_on_board_of_its_own_state_s_aircraft_at_home_nothing_is_off_board(store: Store) -> None:
    at_home = ask(store, "2023-06-01", "DEU", "RUS", special=["aircraft:DEU"])
    assert (at_home.verdict, [step.caveat for step in at_home.steps if step.caveat]) == ("yes", [])
    abroad = ask(store, "2023-06-01", "SYR", "RUS", special=["aircraft:DEU"])
    assert [one.caveat for one in abroad.caveats] == ["only-acts-on-board"]


def test_niueans_are_nationals_of_new_zealand_also_for_a_crime_added_by_amendment(store: Store) -> None:
    found = ask(store, "2023-06-01", "SYR", "NIU")
    assert (found.verdict, found.bases) == ("yes", ("12(2)(b)",))
    assert [step.fact for step in found.steps if step.rule == "J17"] == ["shared-nationality:00"]
    both = ask(store, "2023-06-01", "SYR", "NIU", "NZL")
    assert both.verdict == "yes"
    assert not [step for step in both.steps if step.rule == "J17"]  # New Zealand is asked about itself
    assert ask(store, "2021-10-13", "NZL", "NIU", **STARVING).verdict == "no"
    assert ask(store, "2021-10-14", "NZL", "NIU", **STARVING).verdict == "yes"


def test_a_place_of_no_named_state_is_not_called_any_state_s(icc: Run) -> None:
    question = ("jurisdiction", "-c", "war-crimes", "-d", "2016-03-01", "--in", "western sahara")
    _, page, _ = icc(*question)
    assert "territory: Western Sahara;" in page
    assert "Morocco" not in page
    _, page, _ = icc(*question, "-n", "morocco")
    assert "an acceptance by Morocco, for its nationals, for that day" in page
    assert "Morocco (Western Sahara)" not in page
    assert '"territory": null' in icc(*question, "--json")[1]


def test_a_place_with_an_entry_of_its_own_is_only_said_to_be_examined_under_a_state(icc: Run) -> None:
    _, page, _ = icc("jurisdiction", "-c", "war-crimes", "-d", "2016-03-01", "--in", "taiwan", "-n", "usa")
    assert "territory: Taiwan (examined under China)" in page
    assert "an acceptance that reaches Taiwan" in page
    assert "treated as territory of China" not in page
    _, page, _ = icc("jurisdiction", "-c", "war-crimes", "-d", "2014-03-01", "--in", "crimea", "-n", "russia")
    assert "territory: Ukraine (Crimea)" in page


def test_cook_islanders_are_nationals_of_new_zealand_before_the_cook_islands_joined(store: Store) -> None:
    assert ask(store, "2002-06-30", "IRQ", "COK", crime=CAH).verdict == "no"
    assert ask(store, "2002-07-01", "IRQ", "COK", crime=CAH).verdict == "yes"
    tokelau = ask(store, "2005-06-01", "NZL", "COK", special=["territory:tokelau"], crime=CAH)
    assert (tokelau.verdict, tokelau.bases) == ("yes-with-caveat", ("12(2)(b)",))


def test_people_of_kosovo_are_treated_as_its_territory_is(store: Store) -> None:
    before, after = (ask(store, day, "IRQ", "kosovo", crime=CAH) for day in ("2008-02-16", "2008-02-17"))
    assert (before.verdict, after.verdict) == ("yes-with-caveat", "contested")
    assert {one.caveat for one in (*before.caveats, *after.caveats)} == {"shared-nationality"}
    assert before.would_change
    assert before.would_change.later
    assert str(before.would_change.later.day) == "2008-02-17"


def test_a_declaration_for_acts_on_territory_leaves_ships_and_aircraft_contested(store: Store) -> None:
    """Art. 12(2)(a) names registration apart from territory; Ukraine's declaration of 2015 names its territory."""
    ship = ask(store, "2018-11-25", None, "RUS", special=["vessel:UKR"])
    assert (ship.verdict, ship.caveats[-1].caveat) == ("contested", "declaration-names-territory")
    assert ask(store, "2020-01-08", "IRQ", special=["aircraft:UKR"]).verdict == "contested"
    assert ask(store, "2018-11-25", "UKR", "RUS", special=["vessel:UKR"]).verdict == "yes"
    assert ask(store, "2025-01-01", None, "RUS", special=["vessel:UKR"]).verdict == "yes"


def test_an_element_in_a_place_that_is_listed_under_a_state_counts_as_conduct_there_would(store: Store) -> None:
    """Kosovo across a border is what it is as the territory: a caveat until 17 February 2008, then contested."""
    for day, verdict in (("2008-02-16", "yes-with-caveat"), ("2008-02-17", "contested")):
        assert ask(store, day, "kosovo", "USA").verdict == verdict
        across = ask(store, day, "RUS", "USA", special=["cross-border:XKX"])
        assert (across.verdict, across.bases) == (verdict, ("12(2)(a)",))
    taiwan = ask(store, "2020-01-01", "RUS", "USA", special=["cross-border:TWN"])
    assert taiwan.would_change
    assert [one.iso3 for one in taiwan.would_change.missing] == ["RUS", "USA", None]
