"""J5 to J7 and J28: what the Security Council referred, carved out and put off."""

from pathlib import Path
from typing import Any

from icc_cli.database.store import Store
from tests.support.datadir import real_data
from tests.support.jurisdiction import CAH, ask, opened, step_of


def test_libya_is_referred_from_15_february_2011_and_the_day_before_rests_on_its_own_acceptance(store: Store) -> None:
    assert ask(store, "2011-02-14", "LBY", "LBY").verdict == "yes-with-caveat"
    assert ask(store, "2011-02-15", "LBY", "LBY").verdict == "yes"


def test_a_referral_is_not_there_before_it_is_made(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    assert ask(store, "2003-06-01", "SDN", "SDN", on="2005-03-30", **darfur).verdict == "no"
    assert ask(store, "2003-06-01", "SDN", "SDN", on="2005-03-31", **darfur).verdict == "yes"


def test_a_referral_of_a_situation_without_a_first_day_reaches_no_further_back_than_its_own(tmp_path: Path) -> None:
    """On a record where nothing says from when the situation in Libya counts."""
    data = real_data(tmp_path / "data")
    data.edit("situations/libya.yaml", "scope-from: '2011-02-15'\n", "")
    with opened(data) as store:
        for day, verdict in (("2011-02-25", "no"), ("2011-02-26", "yes")):
            assert ask(store, day, "LBY", "USA", unsc=["referral:1970"], on="2012-01-01").verdict == verdict


def test_a_later_conflict_in_a_referred_state_has_a_caveat_from_its_first_day(store: Store) -> None:
    """Resolution 1970: the fighting from 2014 is a later conflict; before Libya's own acceptance nothing else helps."""
    assert ask(store, "2013-12-31", "LBY", "LBY", on="2020-01-01").verdict == "yes"
    later = ask(store, "2014-01-01", "LBY", "LBY", on="2020-01-01")
    assert (later.verdict, [one.caveat for one in later.caveats]) == ("yes-with-caveat", ["link-to-situation-referred"])
    told = next(step for step in later.steps if step.caveat)
    assert told.says.startswith("The fighting from 2014 is a later conflict")
    unrelated = ask(store, "2012-01-01", "LBY", "LBY", on="2020-01-01", special=["unrelated-to-situation"])
    assert (unrelated.verdict, unrelated.caveats[0].rule) == ("yes-with-caveat", "J5")


def test_a_token_that_does_not_fit_the_place_gives_no_basis_and_a_warning(store: Store) -> None:
    found = ask(store, "2010-06-01", "LBY", "LBY", unsc=["referral:1593"])
    assert found.verdict == "no"
    assert [caveat.caveat for caveat in found.caveats] == ["council-token-does-not-fit"]


def test_a_referral_named_in_error_hides_none_that_is_on_record(store: Store) -> None:
    for given in (["referral:1970"], ["referral:1593"], []):
        found = ask(store, "2009-06-01", "SDN", "SDN", special=["territory:darfur"], crime=CAH, unsc=given)
        assert (found.verdict, "council-token-does-not-fit" in {one.caveat for one in found.caveats}) == (
            "yes", given == ["referral:1970"],
        )  # fmt: skip


def test_what_nationals_of_a_referred_state_do_elsewhere_is_undecided_and_not_unreferred(store: Store) -> None:
    """The resolutions refer a place; the Court's pages on them name the State's nationals beside it."""
    for day, place, national, verdict in (
        ("2006-04-01", "TCD", "SDN", "contested"),
        ("2006-04-01", "TCD", "TCD", "no"),
        ("2011-02-14", "EGY", "LBY", "no"),
        ("2011-02-15", "EGY", "LBY", "contested"),
        ("2012-06-01", None, "LBY", "contested"),
    ):
        found = ask(store, day, place, national, crime=CAH)
        assert (found.verdict, found.verdict == "contested") == (
            verdict, [one.caveat for one in found.caveats] == ["link-to-situation-referred"],
        )  # fmt: skip
    assert ask(store, "2006-04-01", "TCD", "SDN", crime=CAH, special=["unrelated-to-situation"]).verdict == "no"
    assert ask(store, "2020-01-01", "EGY", "LBY", crime="aggression").verdict == "no"


def test_an_element_counts_where_all_of_the_state_is_referred_and_not_outside_darfur(store: Store) -> None:
    libya = ask(store, "2012-06-01", "EGY", "EGY", crime=CAH, special=["cross-border:LBY"], on="2025-05-11")
    assert (libya.verdict, libya.bases) == ("contested", ("13(b)",))
    sudan = ask(store, "2006-04-01", "TCD", "TCD", crime=CAH, special=["cross-border:SDN"])
    assert (sudan.verdict, step_of(sudan, "J5").says.endswith("is not said to be there")) == ("no", True)


def test_personnel_of_non_parties_in_operations_are_contested_where_the_council_said_so(store: Store) -> None:
    operation = {"special": ["un-operation"]}
    assert ask(store, "2011-06-01", "LBY", "USA", **operation).verdict == "contested"
    assert ask(store, "2011-06-01", "LBY", "USA").verdict == "yes"
    assert ask(store, "2011-06-01", "LBY", "LBY", **operation).verdict == "yes"
    assert ask(store, "2011-06-01", "LBY", "USA", "GBR", **operation).verdict == "yes"
    assert ask(store, "2011-06-01", "AFG", "USA", **operation).verdict == "yes"


def test_a_carve_out_holds_from_the_day_of_its_resolution(store: Store) -> None:
    operation = {"special": ["territory:darfur", "un-operation"], "crime": CAH}
    found = ask(store, "2005-03-31", "SDN", "USA", on="2005-03-31", **operation)
    assert (found.verdict, "S/RES/1593 para. 6" in found.bases) == ("contested", True)
    liberia = ask(store, "2005-01-01", "LBR", "USA", special=["un-operation"])
    assert (liberia.verdict, liberia.bases) == ("contested", ("12(2)(a)", "S/RES/1497 para. 7"))


def test_a_deferral_counts_only_while_it_runs_and_for_whom_it_is(store: Store) -> None:
    given: dict[str, Any] = {"special": ["un-operation"], "unsc": ["deferral:1422"]}
    assert ask(store, "2002-08-15", "BIH", "USA", on="2003-06-30", **given).verdict == "yes-with-caveat"
    assert ask(store, "2002-08-15", "BIH", "USA", on="2003-07-01", **given).verdict == "yes"
    assert ask(store, "2002-08-15", "BIH", "GBR", on="2003-06-30", **given).verdict == "yes"


def test_a_deferral_runs_from_its_first_day(store: Store) -> None:
    given = {"special": ["un-operation"], "unsc": ["deferral:1487"]}
    assert ask(store, "2003-01-15", "BIH", "USA", on="2003-06-30", **given).verdict == "yes"
    assert ask(store, "2003-01-15", "BIH", "USA", on="2003-07-01", **given).verdict == "yes-with-caveat"
    outside = ask(store, "2003-01-15", "BIH", "USA", on="2003-07-01", unsc=["deferral:1487"])
    assert (outside.verdict, [one.caveat for one in outside.caveats]) == ("yes", ["council-token-does-not-fit"])


def test_of_two_deferrals_each_counts_in_any_order(store: Store) -> None:
    tokens = ["deferral:1422", "deferral:1487"]
    for unsc in (tokens, tokens[::-1]):
        found = ask(store, "2003-01-15", "BIH", "USA", on="2003-12-15", special=["un-operation"], unsc=unsc)
        assert (found.verdict, "16" in found.limited_by) == ("yes-with-caveat", True)
        assert {one.caveat for one in found.caveats} == {"deferral", "council-token-does-not-fit"}


def test_a_deferral_that_is_assumed_lowers_a_yes_and_only_that(store: Store) -> None:
    found = ask(store, "2023-06-01", "DEU", "RUS", unsc=["deferral:hypothetical"])
    assert (found.verdict, found.bases) == ("yes-with-caveat", ("12(2)(a)", "16"))
    nothing = ask(store, "2023-06-01", "SYR", "RUS", unsc=["deferral:hypothetical"])
    assert (nothing.verdict, "16" in nothing.bases) == ("no", False)


def test_a_resolution_that_does_not_fit_and_one_that_is_assumed_are_told_apart(store: Store) -> None:
    assumed = ask(store, "2023-06-01", "DEU", "RUS", unsc=["deferral:hypothetical"])
    assert step_of(assumed, "J28").fact == "deferral:hypothetical"
    assert not [step for step in ask(store, "2023-06-01", "SYR", "RUS", unsc=["deferral:hypothetical"]).steps
                if step.rule == "J28"]  # fmt: skip
    bosnia = {"special": ["un-operation"], "unsc": ["deferral:1422"]}
    late = step_of(ask(store, "2002-08-15", "BIH", "USA", on="2003-07-01", **bosnia), "J28")
    assert (late.articles, late.outcome, late.says) == (
        ("16",), "note", "Resolution 1422 does not fit: it ran 1 Jul 2002 to 30 Jun 2003",
    )  # fmt: skip
    party = step_of(ask(store, "2002-08-15", "BIH", "GBR", on="2003-06-30", **bosnia), "J28")
    assert party.says.endswith("it is for personnel of non-Parties in UN operations")
    early = ask(store, "2003-06-01", "SDN", "SDN", on="2005-03-30", special=["territory:darfur"])
    assert step_of(early, "J5").says.endswith("31 Mar 2005, later than the day on which the Court acts")
