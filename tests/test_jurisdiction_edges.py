"""Corners of the rules that no collected case reaches; where the record has no such act, on a record that has."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from icc_cli.errors import UsageError
from icc_cli.store import Store, open_store
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
