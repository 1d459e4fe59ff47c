"""Corners of the rules that no collected case reaches; where the record has no such act, on a record that has."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction import answer as answering
from icc_cli.jurisdiction.amended import Stand, j19_stand
from icc_cli.jurisdiction.answer import LONGEST, Jurisdiction, acting, turning_days
from icc_cli.jurisdiction.ask import ask as answers
from icc_cli.jurisdiction.crimes import crime_tokens
from icc_cli.jurisdiction.facts import Facts, around
from icc_cli.jurisdiction.inputs import horizon, read
from icc_cli.jurisdiction.record import special
from icc_cli.jurisdiction.trace import Step
from tests.datadir import DataDir, act, real_data, small_data
from tests.test_jurisdiction_rules import CAH, ask

STARVING = {"special": ["amended:8-2-e-xix"]}
AGGRESSION = {"crime": "aggression"}


@contextmanager
def opened(data: DataDir) -> Iterator[Store]:
    """Open a data directory that a test has edited."""
    store = open_store(data.path)
    try:
        yield store
    finally:
        store.close()


def test_a_deposit_accepts_nothing_until_the_statute_is_in_force_for_the_state(store: Store) -> None:
    """Ukraine had deposited on 25 October 2024; on 15 November the Court could not know that it would be a Party."""
    found = ask(store, "2024-11-01", "RUS", "UKR", on="2024-11-15")
    step = next(step for step in found.steps if step.rule == "J9")
    assert (found.verdict, step.outcome, step.fact) == ("no", "refused", "UKR-2024-10-25-ratification")
    assert step.articles == ("12(2)(b)", "11(2)", "126(2)")
    assert step.says == "Ukraine: joined, but the Statute was not yet in force for it"


def test_an_earlier_acceptance_of_its_own_leaves_an_article_124_declaration_contested(tmp_path: Path) -> None:
    """On a record where Ukraine's text of 2015 reaches its nationals too (J18: an earlier separate acceptance)."""
    data = real_data(tmp_path / "data")
    data.edit(
        "jurisdiction.yaml",
        "UKR-2015-09-08-article-12-3-declaration\n    reach: territory",
        "UKR-2015-09-08-article-12-3-declaration\n    reach: nationals",
    )
    with opened(data) as store:
        found = ask(store, "2025-03-01", "RUS", "UKR")
        assert (found.verdict, found.bases) == ("contested", ("12(2)(b)", "124", "12(3)"))
        assert [(one.caveat, one.articles) for one in found.caveats] == [("article-124", ("124", "12(3)"))]
        assert step_of(found, "J18").says == (
            "Ukraine: war crimes left out until 31 Dec 2031 (Art. 124); its own earlier acceptance may go on"
        )
        assert ask(store, "2025-03-01", "RUS", "UKR", crime=CAH).verdict == "yes"


def test_an_opt_out_from_aggression_counts_from_its_own_day_and_only_for_the_aggressor(tmp_path: Path) -> None:
    """On a record where Jordan opts out after 17 July 2018 (Art. 15 bis(4): before the act)."""
    data = real_data(tmp_path / "data")
    opting_out = act("aggression-opt-out", "2019-05-08", "JOR", sources=["untc-xviii-10"])
    data.append("states/JOR.yaml", f"\n  - {opting_out}\n")
    with opened(data) as store:
        assert ask(store, "2019-05-07", "BEL", "JOR", **AGGRESSION).verdict == "contested"
        found = ask(store, "2019-05-08", "BEL", "JOR", **AGGRESSION)
        assert found.verdict == "no"
        assert "15 bis(4)" in found.bases
        assert {one.link for one in found.grounds} == {"13(b)", "15 bis"}
        assert ask(store, "2019-05-08", "JOR", "BEL", **AGGRESSION).verdict == "contested"


def test_an_attack_on_a_ship_or_aircraft_is_an_attack_on_the_state_of_registration(store: Store) -> None:
    for craft in ("vessel", "aircraft"):
        found = ask(store, "2024-12-30", None, "BEL", special=[f"{craft}:DEU"], **AGGRESSION)
        assert (found.verdict, found.bases) == ("yes", ("15 bis", "12(2)(a)", "12(2)(b)", "121(5)"))


def test_an_attack_on_a_territory_that_a_party_keeps_out_is_no_aggression_the_court_can_judge(store: Store) -> None:
    assert ask(store, "2024-12-30", "NZL", "BEL", **AGGRESSION).verdict == "contested"
    kept_out = ask(store, "2024-12-30", "NZL", "BEL", special=["territory:tokelau"], **AGGRESSION)
    assert kept_out.verdict == "no"
    assert "NZL-2000-09-07-territorial-exclusion" in {step.fact for step in kept_out.steps}


def test_without_a_nationality_a_crime_added_by_amendment_depends_on_it(store: Store) -> None:
    found = ask(store, "2022-06-01", "NZL", **STARVING)
    assert found.verdict == "contested"
    assert {case.nationality: str(case.verdict) for case in found.by_nationality} == {
        "non-party": "contested", "party": "yes", "party-without-amendments": "no", "own": "yes",
    }  # fmt: skip


def test_two_territories_of_one_state_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="two territories are given: taiwan and xinjiang"):
        ask(store, "2016-11-15", "taiwan", "CHN", special=["territory:xinjiang"])


def test_a_record_without_the_file_of_the_jurisdiction_rules_still_knows_its_parties(tmp_path: Path) -> None:
    with opened(small_data(tmp_path / "data")) as store:
        today = date(2026, 1, 1)
        assert ask(store, "2010-01-01", "ruritania", "graustark", today=today).verdict == "yes"
        assert ask(store, "2010-01-01", "graustark", "graustark", today=today).verdict == "no"
        assert ask(store, "2019-01-01", "ruritania", "graustark", today=today, **AGGRESSION).verdict == "no"


def test_niueans_are_nationals_of_new_zealand_also_for_a_crime_added_by_amendment(store: Store) -> None:
    found = ask(store, "2023-06-01", "SYR", "NIU")
    assert (found.verdict, found.bases) == ("yes", ("12(2)(b)",))
    assert [step.fact for step in found.steps if step.rule == "J17"] == ["shared-nationality:00"]
    both = ask(store, "2023-06-01", "SYR", "NIU", "NZL")
    assert both.verdict == "yes"
    assert not [step for step in both.steps if step.rule == "J17"]  # New Zealand is asked about itself
    assert ask(store, "2021-10-13", "NZL", "NIU", **STARVING).verdict == "no"
    assert ask(store, "2021-10-14", "NZL", "NIU", **STARVING).verdict == "yes"


def test_an_entry_without_acts_of_its_own_accepts_nothing_by_nationality(store: Store) -> None:
    found = ask(store, "2023-06-01", "SYR", "TWN")
    assert found.verdict == "no"
    assert "Taiwan: no act of its own is on record" in {step.says for step in found.steps}


def test_at_sea_without_a_nationality_only_a_party_or_none_is_supposed(store: Store) -> None:
    found = ask(store, "2023-06-01", None, special=["vessel:SYR"])
    assert [(case.nationality, str(case.verdict)) for case in found.by_nationality] == [
        ("non-party", "no"), ("party", "yes"),
    ]  # fmt: skip


def test_a_deferral_that_is_assumed_lowers_a_yes_and_only_that(store: Store) -> None:
    found = ask(store, "2023-06-01", "DEU", "RUS", unsc=["deferral:hypothetical"])
    assert (found.verdict, found.bases) == ("yes-with-caveat", ("12(2)(a)", "16"))
    nothing = ask(store, "2023-06-01", "SYR", "RUS", unsc=["deferral:hypothetical"])
    assert (nothing.verdict, "16" in nothing.bases) == ("no", False)


def test_a_resolution_named_twice_counts_once(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    once = ask(store, "2010-06-01", "SDN", "SDN", unsc=["referral:1593"], **darfur)
    assert ask(store, "2010-06-01", "SDN", "SDN", unsc=["referral:1593;Referral: 1593"], **darfur) == once


@pytest.mark.parametrize(
    ("word", "crime"),
    [
        ("cah", "crimes-against-humanity"),
        ("Crime against humanity", "crimes-against-humanity"),
        ("war_crimes", "war-crimes"),
        ("WC", "war-crimes"),
        ("war crime", "war-crimes"),
        ("crime of aggression", "aggression"),
        ("Art-70", "administration-of-justice"),
        ("contempt", "administration-of-justice"),
    ],
)
def test_a_crime_may_be_named_by_the_words_people_use(word: str, crime: str, store: Store) -> None:
    assert ask(store, "2018-08-01", "FRA", "FRA", crime=word).crime == crime


def test_what_was_under_consideration_is_the_situation_its_time_and_its_crimes_not_the_state(store: Store) -> None:
    """The examination of the Philippines led to a situation of crimes against humanity."""
    assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH).verdict == "yes-with-caveat"
    assert ask(store, "2016-08-01", "PHL", "PHL", crime="war-crimes").verdict == "contested"
    assert ask(store, "2016-08-01", "PHL", "CHN", crime=CAH).verdict == "yes-with-caveat"
    at_sea = ask(store, "2016-08-01", None, "PHL", special=["vessel:TUR"], crime=CAH)
    assert (at_sea.verdict, at_sea.caveats[0].caveat) == ("contested", "not-under-consideration-in-time")


@pytest.mark.parametrize(
    ("field", "day", "verdict"),
    [
        ("opened: 2018-02-08", "2019-03-16", "yes-with-caveat"),
        ("opened: 2018-02-08", "2019-03-17", "contested"),
        ("closed: 2021-09-15", "2019-03-17", "yes-with-caveat"),
        ("closed: 2021-09-15", "2019-03-16", "contested"),
    ],
)
def test_an_examination_counts_if_it_was_open_when_the_withdrawal_took_effect(
    field: str, day: str, verdict: str, tmp_path: Path
) -> None:
    """On records where the examination of the Philippines opens or closes about 17 March 2019."""
    data = real_data(tmp_path / "data")
    data.edit("situations/pe-philippines.yaml", field, f"{field.split()[0]} {day}")
    with opened(data) as store:
        assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH).verdict == verdict


def test_a_declaration_without_a_day_or_a_situation_counts_from_the_day_the_record_was_checked(
    store: Store, tmp_path: Path
) -> None:
    known = ask(store, "2002-08-01", "UGA", "SDN")
    assert "Uganda: declaration of which no day of lodging is known (by 29 Jul 2004), from 1 Jul 2002" in " ".join(
        step.says for step in known.steps
    )
    data = real_data(tmp_path / "data")
    text = data.read("states/UGA.yaml")
    data.write("states/UGA.yaml", text.replace("    situation: uganda\n", ""))
    checked = date.fromisoformat(store.meta["checked"])
    with opened(data) as edited:
        before = ask(edited, "2002-08-01", "UGA", "SDN", on=str(checked - timedelta(1)))
        assert before.verdict == "no"
        assert ask(edited, "2002-08-01", "UGA", "SDN", on=str(checked)).verdict == "yes"


def test_what_article_124_leaves_out_stays_out_after_the_state_has_left(tmp_path: Path) -> None:
    """On a record where Colombia has left: Art. 127(2) has nothing to say of what it never accepted."""
    data = real_data(tmp_path / "data")
    notice = act("withdrawal-notice", "2024-11-20", "COL", effect="2025-11-20", sources=["untc-xviii-10"])
    data.append("states/COL.yaml", f"\n  - {notice}\n")
    with opened(data) as store:
        found = ask(store, "2005-01-01", "COL", "COL")
        assert (found.verdict, [step.fact for step in found.steps if step.rule == "J13"]) == ("no", [])
        assert ask(store, "2005-01-01", "COL", "COL", crime=CAH).verdict == "contested"


def test_the_last_day_a_declaration_names_is_covered(store: Store) -> None:
    last = ask(store, "2002-08-31", "UGA", "SDN")
    assert (last.verdict, last.bases) == ("yes", ("12(2)(a)", "12(3)", "11(2)"))
    libya = ask(store, "2027-12-31", "LBY", "USA", on="2027-12-31")
    assert "12(3)" in libya.bases
    assert "12(3)" not in ask(store, "2028-01-01", "LBY", "USA", on="2028-01-01").bases


def test_an_earlier_declaration_rests_on_article_11_from_the_day_its_state_is_a_party(store: Store) -> None:
    """Côte d'Ivoire accepted from 19 September 2002 and is a Party from 1 May 2013 (Art. 11(2), last words)."""
    assert ask(store, "2010-12-01", "CIV", "CIV", on="2013-04-30").bases == ("12(2)(a)", "12(3)")
    assert ask(store, "2010-12-01", "CIV", "CIV", on="2013-05-01").bases == ("12(2)(a)", "12(3)", "11(2)")


def test_a_declaration_that_names_other_crimes_says_which(store: Store) -> None:
    found = ask(store, "2022-04-01", "UKR", "RUS", crime="genocide")
    doubt = next(step for step in found.steps if step.caveat == "declaration-names-other-crimes")
    assert (doubt.rule, doubt.articles, doubt.outcome) == ("J10", ("12(3)", "Rule 44(2)"), "caveat")
    assert doubt.says == (
        "Its text names war-crimes and crimes-against-humanity; it accepts the situation as a whole (Rule 44(2))"
    )
    assert "12(3)" in found.bases


def reaches_back(found: Jurisdiction) -> bool:
    """Tell whether the answer says that the act must have been foreseeable as a crime (Art. 22(1))."""
    return any(step.articles == ("22(1)", "21(3)") for step in found.steps)


def test_only_for_conduct_before_an_acceptance_or_a_referral_the_crime_must_have_been_foreseeable(store: Store) -> None:
    assert reaches_back(ask(store, "2014-12-31", "PSE", "ISR"))
    assert not reaches_back(ask(store, "2015-01-01", "PSE", "ISR"))
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    assert reaches_back(ask(store, "2005-03-30", "SDN", "SDN", **darfur))
    assert not reaches_back(ask(store, "2005-03-31", "SDN", "SDN", **darfur))


def test_a_later_conflict_in_a_referred_state_has_a_caveat_from_its_first_day(store: Store) -> None:
    """Resolution 1970: the fighting from 2014 is a later conflict; before Libya's own acceptance nothing else helps."""
    assert ask(store, "2013-12-31", "LBY", "LBY", on="2020-01-01").verdict == "yes"
    later = ask(store, "2014-01-01", "LBY", "LBY", on="2020-01-01")
    assert (later.verdict, [one.caveat for one in later.caveats]) == ("yes-with-caveat", ["link-to-situation-referred"])
    told = next(step for step in later.steps if step.caveat)
    assert told.says.startswith("The fighting from 2014 is a later conflict")
    unrelated = ask(store, "2012-01-01", "LBY", "LBY", on="2020-01-01", special=["unrelated-to-situation"])
    assert (unrelated.verdict, unrelated.caveats[0].rule) == ("yes-with-caveat", "J5")


def test_a_carve_out_holds_from_the_day_of_its_resolution(store: Store) -> None:
    operation = {"special": ["territory:darfur", "un-operation"], "crime": CAH}
    found = ask(store, "2005-03-31", "SDN", "USA", on="2005-03-31", **operation)
    assert (found.verdict, "S/RES/1593 para. 6" in found.bases) == ("contested", True)
    liberia = ask(store, "2005-01-01", "LBR", "USA", special=["un-operation"])
    assert (liberia.verdict, liberia.bases) == ("contested", ("12(2)(a)", "S/RES/1497 para. 7"))


def test_a_deferral_runs_from_its_first_day(store: Store) -> None:
    given = {"special": ["un-operation"], "unsc": ["deferral:1487"]}
    assert ask(store, "2003-01-15", "BIH", "USA", on="2003-06-30", **given).verdict == "yes"
    assert ask(store, "2003-01-15", "BIH", "USA", on="2003-07-01", **given).verdict == "yes-with-caveat"
    outside = ask(store, "2003-01-15", "BIH", "USA", on="2003-07-01", unsc=["deferral:1487"])
    assert (outside.verdict, [one.caveat for one in outside.caveats]) == ("yes", ["council-token-does-not-fit"])


def step_of(found: Jurisdiction, rule: str, state: str = "") -> Step:
    """Return the one step of a rule that names a State."""
    [step] = [step for step in found.steps if step.rule == rule and step.says.startswith(state)]
    return step


def test_an_acceptance_that_was_decided_and_never_lodged_is_told_from_the_month_it_was_decided(store: Store) -> None:
    told = [ask(store, "2023-11-01", "LBN", "ISR", on=day).steps for day in ("2024-03-31", "2024-04-01")]
    facts = [[step.fact for step in steps if step.rule == "J10"] for steps in told]
    assert facts == [[], ["LBN-2024-04-context"]]


def test_a_state_that_joins_later_is_a_party_only_from_then(store: Store) -> None:
    eve, day = (ask(store, "2024-12-15", "RUS", "UKR", on=on) for on in ("2024-12-31", "2025-01-01"))
    assert step_of(eve, "J9").says == "Ukraine: joined, but the Statute was not yet in force for it"
    assert step_of(day, "J9").says == "Ukraine: a Party only from 1 Jan 2025 (deposit 25 Oct 2024)"


def test_a_withdrawal_is_the_reason_from_the_day_it_takes_effect(store: Store) -> None:
    burundi = step_of(ask(store, "2017-10-27", "BDI", crime=CAH), "J12")
    assert (burundi.fact, burundi.articles) == ("BDI-2016-10-27-withdrawal-notice", ("127(1)",))
    assert burundi.says == "Burundi: no longer a Party; its withdrawal takes effect on 27 Oct 2017"
    assert step_of(ask(store, "2027-06-18", "NER"), "J12").says.endswith("18 Jun 2027, if its notice stands")


def test_article_124_holds_from_the_day_of_entry_into_force(store: Store) -> None:
    first = ask(store, "2002-11-01", "COL", "COL")
    assert (first.verdict, step_of(first, "J18", "Colombia").articles) == ("no", ("124",))
    assert ask(store, "2002-11-01", "COL", "COL", crime=CAH).verdict == "yes"
    elsewhere = ask(store, "2005-01-01", "DEU", "COL")
    assert (elsewhere.verdict, elsewhere.caveats[0].caveat) == ("contested", "article-124")


def test_on_board_of_its_own_state_s_aircraft_at_home_nothing_is_off_board(store: Store) -> None:
    at_home = ask(store, "2023-06-01", "DEU", "RUS", special=["aircraft:DEU"])
    assert (at_home.verdict, [step.caveat for step in at_home.steps if step.caveat]) == ("yes", [])
    abroad = ask(store, "2023-06-01", "SYR", "RUS", special=["aircraft:DEU"])
    assert [one.caveat for one in abroad.caveats] == ["only-acts-on-board"]


def test_only_the_own_nationals_of_a_state_that_keeps_a_territory_out_have_a_caveat_there(store: Store) -> None:
    greenland = {"special": ["territory:greenland"]}
    assert ask(store, "2004-09-30", "DNK", "DEU", **greenland).verdict == "yes"
    dane = ask(store, "2004-09-30", "DNK", "DNK", **greenland)
    assert [one.caveat for one in dane.caveats] == ["national-in-excluded-territory"]
    assert ask(store, "2004-09-30", "DNK", "DNK", "DEU", **greenland).verdict == "yes"


def test_no_aggression_without_two_parties_says_who_is_none(store: Store) -> None:
    attacked = step_of(ask(store, "2023-06-01", "UKR", "DEU", **AGGRESSION), "J23")
    assert attacked.says.startswith("Ukraine (attacked State): not a Party on that day")
    aggressor = step_of(ask(store, "2023-06-01", "DEU", "RUS", **AGGRESSION), "J23")
    assert aggressor.says.startswith("Russia (aggressor): not a Party on that day")
    assert aggressor.fact == "RUS-2016-11-30-no-intent-declaration"
    either = ask(store, "2024-12-30", "DEU", "RUS", "BEL", **AGGRESSION)
    assert either.verdict == "yes"


def test_western_sahara_is_nobody_s_territory_here_and_its_step_is_refused(store: Store) -> None:
    found = ask(store, "2016-08-01", "MAR", "FRA", special=["territory:western-sahara"])
    step = step_of(found, "J14")
    assert (found.verdict, found.bases, step.outcome) == ("yes", ("12(2)(b)",), "refused")
    assert step.says == "Western Sahara: no State accepted for it. No Party can be named whose territory it is."


def test_a_day_of_which_the_record_says_nothing_of_a_territory_is_answered_for_the_state(tmp_path: Path) -> None:
    """On a record with a gap on 17 February 2008, and with a challenge of which it says no more."""
    data = real_data(tmp_path / "data")
    data.edit(
        "jurisdiction.yaml",
        "treatment: contested\n        from: 2008-02-17",
        "treatment: contested\n        from: 2008-02-18",
    )
    text = data.read("jurisdiction.yaml")
    start = text.index("    note: The Appeals Chamber sent")
    data.write("jurisdiction.yaml", text[:start] + text[text.index("    sources:", start) :])
    with opened(data) as store:
        kosovo = {"special": ["territory:kosovo"]}
        assert ask(store, "2008-02-17", "SRB", "USA", **kosovo).verdict == "yes"
        contested = ask(store, "2008-02-18", "SRB", "USA", **kosovo)
        assert (contested.verdict, contested.caveats[0].caveat) == ("contested", "contested-territory")
        challenged = ask(store, "2020-01-01", "PSE", "ISR")
        assert (challenged.verdict, step_of(challenged, "J14").says) == ("yes-with-caveat", "Challenge pending")


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


def test_accepting_one_amendment_accepts_no_other(store: Store) -> None:
    """Finland has accepted the amendment on aggression, not that on starvation."""
    assert ask(store, "2024-06-01", "FIN", "FIN", **AGGRESSION).verdict == "yes"
    assert ask(store, "2024-06-01", "FIN", "FIN", **STARVING).verdict == "no"
    curacao = ask(store, "2024-06-01", "NLD", "NLD", special=["territory:curacao", "amended:8-2-e-xix"])
    assert step_of(curacao, "J19").says.startswith("Netherlands (place): Party that has not accepted")


def test_a_range_may_be_one_day_or_sixty_years_and_no_longer(store: Store) -> None:
    first, longest = date(1985, 1, 1), date(1985, 1, 1) + timedelta(days=LONGEST)
    for last in (first, longest):
        found = ask(store, first.isoformat(), "DEU", "DEU", until=last)
        assert (found.verdict, found.until, found.changes[0].from_) == ("no", last, first)
    for beyond in (first - timedelta(days=1), longest + timedelta(days=1)):
        with pytest.raises(UsageError, match="is no range of days"):
            ask(store, first.isoformat(), "DEU", "DEU", until=beyond, on=None)


def test_a_range_is_not_told_by_nationality_nor_what_would_change_it(store: Store) -> None:
    """Each stretch of it has its own answer; the same question of one day is told both."""
    one = ask(store, "2010-01-01", "SDN")
    assert one.by_nationality
    assert one.would_change
    several = ask(store, "2010-01-01", "SDN", until=date(2010, 2, 1))
    assert several.by_nationality == ()
    assert several.would_change is None


def test_an_answer_is_projected_from_the_day_after_the_record_was_checked(store: Store) -> None:
    checked = Facts(store).checked
    for day, projected in ((checked, False), (checked + timedelta(days=1), True)):
        assert ask(store, day.isoformat(), "DEU", "DEU").projected is projected


def test_an_answer_may_turn_on_the_days_of_states_the_question_does_not_name(store: Store) -> None:
    """Of the State whose acts counted before independence (J9), and of the one that shares its nationality (J17)."""
    facts = Facts(store)
    days = {}
    for nationality in ("SSD", "SDN"):
        q = read(facts, crime=CAH, day=date(2012, 1, 1), as_of=date(2026, 11, 23), nationals=[nationality])
        days[nationality] = set(turning_days(q, facts, acting(date(2026, 11, 23), date(2026, 11, 23))))
    assert facts.days_of("SSD") - facts.general_days
    assert around(facts.days_of("SDN")) | around(facts.days_of("SSD")) <= days["SSD"]
    assert not around(facts.days_of("SSD")) <= days["SDN"]
    [shared] = facts.grounds["shared_nationality"]
    assert shared.state
    assert shared.of
    q = read(facts, crime=CAH, day=date(2016, 1, 1), as_of=date(2026, 11, 23), nationals=[shared.state])
    assert around(facts.days_of(shared.of)) <= set(turning_days(q, facts, acting(None, date(2026, 11, 23))))


def test_an_offence_against_justice_turns_late_five_years_on_to_the_day(store: Store) -> None:
    """Rule 164(2); one of 23 November 2021 can be prosecuted through 23 November 2026."""
    found = ask(store, "2021-11-23", "DEU", crime="administration-of-justice")
    assert found.verdict == "yes"
    assert found.would_change
    assert found.would_change.earlier
    assert (found.would_change.earlier.day, found.would_change.earlier.verdict) == (
        date(2021, 11, 22),
        "yes-with-caveat",
    )


def test_before_the_statute_was_in_force_every_answer_was_another(store: Store) -> None:
    found = ask(store, "2002-07-10", "DEU", "DEU")
    assert found.would_change
    assert found.would_change.earlier
    assert (found.would_change.earlier.day, found.would_change.earlier.verdict) == (date(2002, 6, 30), "no")


def test_a_change_on_the_last_day_of_a_range_is_told(store: Store) -> None:
    found = ask(store, "2017-10-20", "BDI", "BDI", crime=CAH, until=date(2017, 10, 27))
    assert [one.from_ for one in found.changes] == [date(2017, 10, 20), date(2017, 10, 27)]


@pytest.mark.parametrize("more", [AGGRESSION, STARVING])
def test_a_declaration_alone_is_not_named_as_what_lacks_for_aggression_or_an_amended_crime(
    more: dict[str, Any], store: Store
) -> None:
    found = ask(store, "2023-01-01", "SDN", "SDN", **more)
    assert found.verdict == "no"
    assert found.would_change
    assert "12(3)" not in [one.article for one in found.would_change.missing]


@pytest.mark.parametrize("place", ["territory:greenland", "territory:eez-dnk"])
def test_the_tokens_of_a_question_are_given_back_as_the_input_table_writes_them(place: str, store: Store) -> None:
    tokens = [place, "vessel:DNK", "aircraft:FRA", "cross-border:CAN", "amended:8-2-e-xix", "age:30", "un-operation",
              "unrelated-to-situation"]  # fmt: skip
    day = date(2023, 1, 1)
    assert special(read(Facts(store), crime="war-crimes", day=day, as_of=day, special=tokens)) == tokens
    company = read(Facts(store), crime=CAH, day=day, as_of=day, nationals=["FRA"], special=["legal-person"])
    assert special(company) == ["legal-person"]


def test_the_court_may_act_on_a_29th_of_february(store: Store) -> None:
    found = ask(store, "2020-02-29", "DEU", crime="administration-of-justice", on="2028-02-29")
    assert found.verdict == "yes-with-caveat"
    assert ask(store, "2023-02-28", "DEU", crime="administration-of-justice", on="2028-02-29").caveats


def test_at_the_end_of_a_long_month_too_an_offence_turns_late_five_years_on_to_the_day(store: Store) -> None:
    change = ask(store, "2021-10-31", "DEU", crime="administration-of-justice", on="2026-10-31").would_change
    assert change
    assert change.earlier
    assert (change.earlier.day, change.earlier.verdict) == (date(2021, 10, 30), "yes-with-caveat")


def test_nothing_is_told_from_the_day_on_which_this_record_can_tell_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = horizon(Facts(store))
    for day, on in ((end, end), (date(2020, 1, 1), end)):
        with pytest.raises(UsageError, match="2046-10-01 lies too far ahead"):
            ask(store, day.isoformat(), "NER", on=on.isoformat())
    leaves = date(2027, 6, 18)
    for horizon_is, told in ((leaves + timedelta(1), leaves), (leaves, None)):
        monkeypatch.setattr(answering, "horizon", lambda _, day=horizon_is: day)
        change = ask(store, "2027-06-01", "NER", on="2027-07-01").would_change
        assert change
        assert (change.later.day if change.later else None) == told


def test_a_state_for_which_the_statute_enters_into_force_with_an_amendment_did_not_join_later(store: Store) -> None:
    """VCLT Art. 40(5) speaks of a State that becomes a party after the amendment is in force: the day after, not of."""
    facts = Facts(store)
    joined = date(2024, 2, 1)  # Armenia
    q = read(facts, crime=CAH, day=joined, as_of=joined, nationals=["ARM"])
    for in_force, stand in ((joined, Stand.NOT_ACCEPTED), (joined - timedelta(1), Stand.JOINED_LATER)):
        assert j19_stand("ARM", replace(facts.amendments["8-2-e-xix"], in_force=in_force), q, facts) == stand


@pytest.mark.parametrize("token", ["vessel:DEU", "aircraft:DEU", "cross-border:DEU", "Territory: EEZ_DEU"])
def test_any_place_is_place_enough(token: str, store: Store) -> None:
    assert ask(store, "2023-06-01", None, special=[token]).verdict in ("yes", "yes-with-caveat", "no")


def test_tokens_are_read_in_any_case_and_with_underscores(store: Store) -> None:
    given: dict[str, Any] = {"day": date(2023, 6, 1), "as_of": date(2026, 11, 23), "crime": CAH}
    q = read(Facts(store), special=["UN_Operation", "territory: Isle_of_Man", "age:130"], **given)
    assert (q.un_operation, q.place, q.zone, q.territory, q.age) == (True, "isle-of-man", None, "GBR", 130)
    assert read(Facts(store), territory="germany", **given).zone is None


def test_the_crimes_of_an_amendment_are_numbered_as_romans_did() -> None:
    assert crime_tokens("8(2)(b)(xxxix)-(xli)") == ["8-2-b-xxxix", "8-2-b-xl", "8-2-b-xli"]


def test_a_state_that_shares_a_nationality_counts_only_until_the_other_is_a_party_itself(tmp_path: Path) -> None:
    """On a record where Niue is a Party, and has accepted no amendment."""
    data = real_data(tmp_path / "data")
    joining = act("accession", "2020-01-10", "NIU", effect="2020-04-01", sources=["untc-xviii-10"])
    data.append("states/NIU.yaml", f"\nacts:\n  - {joining}\n")
    with opened(data) as store:
        found = ask(store, "2023-06-01", "NZL", "NIU", **STARVING)
        assert found.verdict == "no"
        assert step_of(found, "J19").says.startswith("Niue (nationality): Party that has not accepted")


def test_a_state_has_its_new_status_from_the_day_on_which_an_act_takes_effect(store: Store) -> None:
    burundi = Facts(store).state("BDI")
    assert burundi.status(date(2017, 10, 26)) == "state-party-withdrawing"
    assert burundi.status(date(2017, 10, 27)) == "former-party"
    assert burundi.status(date(2016, 10, 27)) == "state-party-withdrawing"
    assert burundi.status(date(2016, 10, 26)) == "state-party"


def test_another_state_s_acts_count_up_to_the_eve_of_independence(store: Store) -> None:
    facts = Facts(store)
    assert facts.actual("MNE", date(2006, 6, 2)) == "SRB"
    assert facts.actual("MNE", date(2006, 6, 3)) == "MNE"


def test_every_day_on_which_a_status_turns_is_a_day_of_the_state(store: Store) -> None:
    facts = Facts(store)
    for row in store.rows("SELECT iso3 FROM state"):
        spans = facts.state(row["iso3"]).spans
        turns = {day for since, until, *_ in spans for day in (since, until) if day and day != date.min}
        assert turns <= facts.days_of(row["iso3"]), row["iso3"]


def test_days_have_their_neighbours_as_far_as_the_calendar_goes() -> None:
    assert around({date.min, date(2016, 3, 1), date.max}) == {date(2016, 2, 29), date(2016, 3, 1), date(2016, 3, 2)}


def test_a_referral_of_a_situation_without_a_first_day_reaches_no_further_back_than_its_own(tmp_path: Path) -> None:
    """On a record where nothing says from when the situation in Libya counts."""
    data = real_data(tmp_path / "data")
    data.edit("situations/libya.yaml", "scope-from: 2011-02-15\n", "")
    with opened(data) as store:
        for day, verdict in (("2011-02-25", "no"), ("2011-02-26", "yes")):
            assert ask(store, day, "LBY", "USA", unsc=["referral:1970"], on="2012-01-01").verdict == verdict


def test_an_instrument_counts_as_taken_back_from_that_day(store: Store) -> None:
    """Malaysia took its accession back on 29 April 2019, before the Statute was in force for it."""
    told = [step_of(ask(store, "2019-04-20", "MYS", on=day), rule).says for day, rule in
            (("2019-04-28", "J9"), ("2019-04-29", "J11"))]  # fmt: skip
    assert told == [
        "Malaysia: joined, but the Statute was not yet in force for it",
        "Malaysia: took its instrument back before it entered into force; never a Party",
    ]


def test_what_article_124_does_at_home_rests_on_an_earlier_acceptance_only_where_there_is_one(
    store: Store, tmp_path: Path
) -> None:
    assert ask(store, "2025-03-01", "UKR", "UKR").bases == ("12(2)(a)", "124", "12(3)")
    data = real_data(tmp_path / "data")
    text = data.read("states/UKR.yaml")
    data.write("states/UKR.yaml", text.replace("reception: acted-on", "reception: not-acted-on"))
    with opened(data) as without:
        assert ask(without, "2025-03-01", "UKR", "UKR").bases == ("12(2)(a)", "124")


def test_an_article_124_declaration_that_ends_on_one_known_day_ends_on_it(tmp_path: Path) -> None:
    """On a record where France's withdrawal of its declaration has no other day than that of its receipt."""
    data = real_data(tmp_path / "data")
    data.edit("states/FRA.yaml", "    done: 2008-08-13\n    effect: 2008-06-15\n", "    done: 2008-08-13\n")
    with opened(data) as store:
        assert ask(store, "2008-08-12", "FRA", "FRA").verdict == "no"
        assert ask(store, "2008-08-13", "FRA", "FRA").verdict == "yes"


@pytest.mark.parametrize("crime", ["war-crimes", "aggression"])
@pytest.mark.parametrize("place", ["SSD", "MNE", "UKR", "TWN"])
def test_every_state_that_an_answer_names_has_a_name(place: str, crime: str, store: Store) -> None:
    given: dict[str, Any] = {"territory": place, "today": date(2026, 11, 23)}
    for day in (date(2004, 1, 1), date(2019, 1, 1)):
        [one] = answers(store, crimes=[crime], day=day, **given)
        told = one.answer
        states = {each.iso3 for each in (told.would_change.missing if told.would_change else ())}
        states |= {each.iso3 for each in told.by_nationality} | {each.state for each in told.grounds}
        assert states - {None} <= one.names.keys()
