"""J20 to J26: aggression, which has rules of its own."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from tests.support.datadir import act, real_data
from tests.support.jurisdiction import AGGRESSION, Turn, ask, each_turn, examined, opened, step_of, verdicts_on

TURNS: list[Turn] = [
    ("J21 aggression is activated", ("2018-07-16", "2018-07-17"), ("LUX", "BEL"), {"crime": "aggression"},
     ("no", "yes")),
    ("J25 Ireland's year", ("2019-09-26", "2019-09-27"), ("BEL", "IRL"), {"crime": "aggression"},
     ("contested", "yes")),
]  # fmt: skip


@each_turn(TURNS)
def test_the_day_before_and_the_day_of(
    days: tuple[str, str], states: tuple[str, str], more: dict[str, Any], verdicts: tuple[str, str], store: Store
) -> None:
    assert verdicts_on(store, days, states, more) == verdicts


def test_an_attack_on_a_ship_or_aircraft_is_an_attack_on_the_state_of_registration(store: Store) -> None:
    for craft in ("vessel", "aircraft"):
        found = ask(store, "2024-12-30", None, "BEL", special=[f"{craft}:DEU"], **AGGRESSION)
        assert (found.verdict, found.bases) == ("yes", ("15 bis", "12(2)(a)", "12(2)(b)", "121(5)"))


def test_an_attack_on_a_territory_that_a_party_keeps_out_is_no_aggression_the_court_can_judge(store: Store) -> None:
    assert ask(store, "2024-12-30", "NZL", "BEL", **AGGRESSION).verdict == "contested"
    kept_out = ask(store, "2024-12-30", "NZL", "BEL", special=["territory:tokelau"], **AGGRESSION)
    assert kept_out.verdict == "no"
    assert "NZL-2000-09-07-territorial-exclusion" in {step.fact for step in kept_out.steps}


def test_an_earlier_referral_leaves_aggression_contested_and_a_new_one_reaches_everybody(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": "aggression"}
    assert ask(store, "2024-01-01", "SDN", "TCD", **darfur).verdict == "contested"
    assert ask(store, "2024-01-01", "SDN", "TCD", unsc=["referral:hypothetical"], **darfur).verdict == "yes"


def test_no_aggression_without_two_parties_says_who_is_none(store: Store) -> None:
    attacked = step_of(ask(store, "2023-06-01", "UKR", "DEU", **AGGRESSION), "J23")
    assert attacked.says.startswith("Ukraine (attacked State): not a Party on that day")
    aggressor = step_of(ask(store, "2023-06-01", "DEU", "RUS", **AGGRESSION), "J23")
    assert aggressor.says.startswith("Russia (aggressor): not a Party on that day")
    assert aggressor.fact == "RUS-2016-11-30-no-intent-declaration"


def test_a_second_nationality_opens_nothing_where_one_is_of_no_party(store: Store) -> None:
    """Art. 15 bis(5): the Court shall not exercise jurisdiction when nationals of a non-Party commit the crime."""
    for nationals in (("RUS", "BEL"), ("BEL", "RUS")):
        found = ask(store, "2024-12-30", "DEU", *nationals, **AGGRESSION)
        assert (found.verdict, "15 bis(5)" in found.bases) == ("no", True)
        assert step_of(found, "J23").says.endswith("nor a second nationality")
    led = ask(store, "2024-12-30", "DEU", "BEL", special=["aggressor:RUS"], **AGGRESSION)
    assert (led.verdict, step_of(led, "J23").articles) == ("no", ("15 bis(4)", "15 bis(5)"))


def test_where_two_states_may_have_attacked_it_matters_which_and_can_be_said(store: Store) -> None:
    """Kenya opted out (Art. 15 bis(4)); Germany accepted. One attacked Georgia, and the accused belongs to both."""
    either = ask(store, "2022-06-01", "GEO", "KEN", "DEU", **AGGRESSION)
    assert "aggressor-not-said" in {one.caveat for one in either.caveats}
    assert ask(store, "2022-06-01", "GEO", "KEN", "DEU", special=["aggressor:KEN"], **AGGRESSION).verdict == "no"
    germany = ask(store, "2022-06-01", "GEO", "KEN", "DEU", special=["aggressor:DEU"], **AGGRESSION)
    assert (germany.verdict, germany.caveats[0].caveat) == ("contested", "aggression-accepted-by-one-side")
    assert ask(store, "2022-06-01", "GEO", "DEU", special=["aggressor:DEU"], **AGGRESSION).verdict == "yes"
    assert ask(store, "2022-06-01", "GEO", special=["aggressor:DEU"], **AGGRESSION).verdict == "yes"


def test_no_state_attacks_itself(store: Store) -> None:
    """Art. 8 bis(2): aggression is by a State against another; of those of nationality the attacked one is dropped."""
    cases: list[dict[str, Any]] = [{}, {"special": ["territory:abkhazia"]}, {"unsc": ["referral:hypothetical"]}]
    for place in cases:
        itself = ask(store, "2020-01-01", "GEO", "GEO", **place, **AGGRESSION)
        assert (itself.verdict, itself.bases) == ("no", ("8 bis",))
        assert "give --aggressor" in next(step.says for step in itself.steps if step.outcome == "barred")
    kosovo = ask(store, "2020-01-01", "kosovo", "SRB", **AGGRESSION)
    assert (kosovo.verdict, kosovo.bases) == ("no", ("8 bis",))
    led = ask(store, "2020-01-01", "GEO", "GEO", special=["aggressor:DEU"], **AGGRESSION)
    assert led.verdict == "yes"
    both = ask(store, "2020-01-01", "GEO", "GEO", "DEU", **AGGRESSION)
    assert (both.verdict, step_of(both, "J25").says.count("Georgia")) == ("yes", 1)


def test_nationality_carries_nothing_where_none_is_given(store: Store) -> None:
    foreign = ask(store, "2022-06-01", "GEO", "stateless", special=["aggressor:DEU"], **AGGRESSION)
    assert (foreign.verdict, foreign.rests_on) == ("yes", ("15 bis", "12(2)(a)"))


def test_one_state_is_attacked_in_a_question(store: Store) -> None:
    for place, craft in (
        ("SYR", ["vessel:DEU"]),
        (None, ["vessel:DEU", "vessel:RUS"]),
        (None, ["vessel:DEU", "aircraft:RUS"]),
    ):
        with pytest.raises(UsageError, match="two attacked States are given"):
            ask(store, "2020-01-01", place, "BEL", special=craft, **AGGRESSION)
    assert ask(store, "2020-01-01", "DEU", "BEL", special=["vessel:DEU"], **AGGRESSION).verdict == "yes"


def test_nobody_is_said_to_have_accepted_where_neither_did(store: Store) -> None:
    found = examined(store, day=date(2025, 6, 1), territory="ARM", nationals=["HUN"], **AGGRESSION)
    assert found.answer.verdict == "contested"
    assert "no State concerned has accepted" in {one.why for one in found.grounds}
    greenland = {"special": ["territory:greenland"], **AGGRESSION}
    denmark = ask(store, "2026-02-01", "DNK", "DEU", **greenland)
    assert "Denmark: accepted the amendment, but not for this territory" in step_of(denmark, "J25").says


def test_an_opt_out_from_aggression_counts_from_its_own_day_and_only_for_the_aggressor(tmp_path: Path) -> None:
    """On a record where Jordan opts out after 17 July 2018 (Art. 15 bis(4): before the act)."""
    data = real_data(tmp_path / "data")
    opting_out = act("aggression-opt-out", "2019-05-08", "JOR", sources=["untc-xviii-10"])
    data.append("states/JOR.yaml", f"- {opting_out}\n")
    with opened(data) as store:
        assert ask(store, "2019-05-07", "BEL", "JOR", **AGGRESSION).verdict == "contested"
        found = ask(store, "2019-05-08", "BEL", "JOR", **AGGRESSION)
        assert found.verdict == "no"
        assert "15 bis(4)" in found.bases
        asked = {"day": date(2019, 5, 8), "territory": "BEL", "nationals": ["JOR"], **AGGRESSION}
        assert {one.link for one in examined(store, **asked).grounds} == {"13(b)", "15 bis"}
        assert ask(store, "2019-05-08", "JOR", "BEL", **AGGRESSION).verdict == "contested"


def test_aggression_by_or_against_a_state_that_joined_later_left_or_is_challenged(store: Store) -> None:
    late = ask(store, "2025-06-01", "ARM", "DEU", **AGGRESSION)
    assert (late.verdict, late.caveats[0].caveat) == ("contested", "amendment-and-later-party")
    assert "VCLT 40(5)" in late.bases
    for attacked, aggressor in (("PHL", "BEL"), ("BEL", "PHL")):
        left = ask(store, "2018-08-01", attacked, aggressor, **AGGRESSION)
        assert (left.verdict, "127(2)" in left.bases) == ("contested", True)
    for attacked, aggressor in (("PSE", "BEL"), ("BEL", "PSE")):
        challenged = ask(store, "2022-06-01", attacked, aggressor, **AGGRESSION)
        assert (challenged.verdict, challenged.caveats[0].caveat) == ("yes-with-caveat", "challenge-pending")
    darfur = ask(store, "2024-01-01", "SDN", "TCD", special=["territory:darfur"], **AGGRESSION)
    assert step_of(darfur, "J22").fact == "UNSC-2005-03-31-referral-darfur"


def test_that_no_whole_list_of_opt_outs_was_found_is_said_where_an_opt_out_would_decide(store: Store) -> None:
    """Art. 15 bis(4): of Guatemala one is reported, and none is on record."""
    found = ask(store, "2020-01-01", "SLV", "GTM", **AGGRESSION)
    assert (found.verdict, step_of(found, "J24", "Guatemala").outcome) == ("contested", "note")
    assert not [step for step in ask(store, "2020-01-01", "SLV", "RUS", **AGGRESSION).steps if step.rule == "J24"]
