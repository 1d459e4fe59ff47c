"""What follows an answer: what is open, who can set it off, stop it, challenge it, arrest."""

from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import Jurisdiction
from tests.support.jurisdiction import AGGRESSION, CAH, answered, ask, step_of


def opened(found: Jurisdiction) -> list[str]:
    return [one.situation for one in found.triggers]


def test_open_is_only_what_covers_the_crime_the_place_and_the_day(store: Store) -> None:
    """Art. 13 to 15: the State and the day alone do not make an investigation one of this."""
    chad = ask(store, "2025-06-01", "SDN", crime=CAH, special=["territory:khartoum", "cross-border:TCD"])
    assert (chad.verdict, opened(chad)) == ("yes-with-caveat", [])
    assert opened(ask(store, "2025-06-01", "SDN", crime=CAH, special=["territory:darfur"])) == ["darfur"]
    assert opened(ask(store, "2025-06-01", "MMR", crime=CAH)) == []
    assert opened(ask(store, "2025-06-01", "MMR", crime=CAH, special=["cross-border:BGD"])) == ["bangladesh-myanmar"]
    venezuela = {"territory": "VEN", "day": date(2026, 1, 3), "on": date(2027, 8, 1), "nationals": ["USA"]}
    assert opened(answered(store, **venezuela)) == []
    assert opened(answered(store, crime=CAH, **venezuela)) == ["venezuela-i"]
    assert opened(ask(store, "2023-06-01", "UKR", "RUS")) == ["ukraine"]
    assert opened(ask(store, "2023-06-01", "UKR", "RUS", special=["unrelated-to-situation"])) == []
    assert opened(ask(store, "2025-11-01", "UKR", "POL", **AGGRESSION)) == []


def test_a_matter_is_named_only_for_its_own_crimes_and_years(store: Store) -> None:
    """Lithuania referred crimes against humanity; the examination of Iraq/UK was of war crimes from 2003 to 2008."""
    assert opened(ask(store, "2021-06-01", "LTU", "BLR", crime=CAH)) == ["lithuania-belarus"]
    assert opened(ask(store, "2021-06-01", "LTU", "BLR")) == []
    for day, crime, named in (
        ("2008-12-31", "war-crimes", True), ("2009-01-01", "war-crimes", False), ("2008-12-31", CAH, False),
    ):  # fmt: skip
        assert ("Iraq/UK" in step_of(ask(store, day, "IRQ", "GBR", crime=crime), "J27").says) == named


def test_after_a_range_follows_what_follows_its_best_answer(store: Store) -> None:
    """Of Gaza in June and July 2014: Palestine accepted jurisdiction from 13 June."""
    found = ask(store, "2014-06-01", "gaza", "ISR", until=date(2014, 7, 20))
    assert [(one.article, one.situation) for one in found.triggers] == [("13(a)", "palestine")]
    assert found.next[0].says.startswith("What is open needs no further referral")
    assert not {*found.rests_on} & {*found.limited_by, *found.weaker}
    assert ask(store, "2014-06-01", "gaza", "ISR", until=date(2014, 6, 12)).next == ()


def test_a_referral_that_is_assumed_needs_no_other(store: Store) -> None:
    found = ask(store, "2023-06-01", "SYR", "RUS", unsc=["referral:hypothetical"])
    assert step_of(found, "J27").says == "The referral that is assumed sets it off, and needs no leave (Art. 13(b))"
    assert ("22(1)", "21(3)") in {step.articles for step in found.steps if step.rule == "J5"}


def test_what_was_closed_by_the_day_of_the_conduct_is_not_open_for_it(store: Store) -> None:
    """The investigation of Uganda was closed on 1 December 2023; the referral of 2003 has no end."""
    before, after = (ask(store, day, "UGA", "RUS") for day in ("2023-11-30", "2023-12-01"))
    assert [(one.situation, str(one.closed)) for one in before.triggers] == [("uganda", "2023-12-01")]
    assert before.next[0].says.startswith("What was investigated there has been closed. For all else: ")
    assert opened(after) == []
    assert after.next[0].says.startswith("Any State Party can refer it")
    assert "had been closed on 1 Dec 2023, before the conduct" in step_of(after, "J27").says
    then = ask(store, "2023-11-30", "UGA", "RUS", on="2023-11-30")
    assert (then.triggers[0].closed, then.next[0].says[:12]) == (None, "What is open")


def test_a_state_is_asked_by_article_18_unless_the_council_referred_what_is_open(store: Store) -> None:
    """Art. 18(1) is about Art. 13(a) and (c): the trigger counts, not what founds jurisdiction."""
    for asked in (("2016-06-01", "LBY", "LBY"), ("2008-01-01", "darfur", "NGA"), ("2008-01-01", "darfur", "SDN")):
        found = ask(store, *asked, crime=CAH)
        assert {one.article for one in found.triggers} == {"13(b)"}
        assert found.next[1].says.startswith("On a referral by the Security Council no State is asked")
    for asked in (("2014-03-01", "UKR", "RUS"), ("2023-06-01", "DEU", "RUS")):
        assert ask(store, *asked, crime=CAH).next[1].says.startswith("Within a month")


@pytest.mark.parametrize("situation", ["georgia", "kenya"])
def test_an_investigation_that_was_closed_says_so(situation: str, store: Store) -> None:
    states = {"georgia": ("2008-08-10", "GEO"), "kenya": ("2008-01-10", "KEN")}
    found = ask(store, *states[situation], crime=CAH)
    assert opened(found) == [situation]
    assert ", closed " in step_of(found, "J27").says


def test_an_investigation_of_other_crimes_or_elsewhere_is_none_of_this(store: Store) -> None:
    """Kenya's is of crimes against humanity; whether Palestine's reaches its nationals abroad is not on record."""
    assert opened(ask(store, "2008-01-10", "KEN")) == []
    abroad = ask(store, "2023-10-07", "ISR", "PSE")
    assert opened(abroad) == []
    assert step_of(abroad, "J27").says.endswith("reaches nationals abroad is not on record")
    assert opened(ask(store, "2016-06-01", "ETH", "BDI", crime=CAH)) == ["burundi"]


def test_where_nothing_is_open_the_nearest_that_was_opened_is_named(store: Store) -> None:
    """An examination of this State and time, or an investigation elsewhere that reaches crimes linked to it."""

    def said(day: str, territory: str | None, *nationals: str, **more: Any) -> str:
        return step_of(ask(store, day, territory, *nationals, **more), "J27").says

    vessel = said("2010-05-31", None, "ISR", special=["vessel:COM"])
    assert vessel.endswith("Examined: Registered vessels of Comoros, Greece and Cambodia, 14 May 2013 to 2 Dec 2019")
    assert said("2014-06-01", "COL", crime=CAH).endswith("Examined: Colombia, Jun 2004 to 28 Oct 2021")
    assert "Examined" not in said("2021-10-29", "COL", crime=CAH)
    assert said("2003-06-01", "POL", "USA").endswith("reaches crimes in Poland linked to it, since 1 Jul 2002")
    assert "linked" not in said("2003-06-01", "POL", "USA", special=["unrelated-to-situation"])
    assert "linked" not in said("2003-06-01", "NOR", "USA")
    assert "linked" not in said("2003-06-01", "POL", "USA", on="2020-03-04")


def test_the_filters_of_aggression_are_those_of_article_15_bis_and_not_of_15_ter(store: Store) -> None:
    own = step_of(ask(store, "2024-12-30", "DEU", "BEL", **AGGRESSION), "J26")
    assert own.articles == ("15 bis(6)", "15 bis(7)", "15 bis(8)", "15 bis(9)")
    assert "Pre-Trial Division" in own.says
    referred = step_of(ask(store, "2024-12-30", "UKR", "RUS", unsc=["referral:hypothetical"], **AGGRESSION), "J26")
    assert referred.articles == ("15 ter(4)",)


def test_the_next_questions_have_their_articles_and_follow_every_answer_but_a_no(store: Store) -> None:
    found = ask(store, "2014-03-01", "UKR", "RUS")
    assert [one.about for one in found.next] == [
        "trigger", "deferral-to-a-state", "deferral-by-the-council", "challenge", "cooperation", "immunity",
        "not-answered",
    ]  # fmt: skip
    assert all(one.articles and one.says for one in found.next)
    assert found.next[0].says.startswith("What is open needs no further referral or leave")
    attack = ask(store, "2024-12-30", "DEU", "BEL", **AGGRESSION).next[0]
    assert (attack.articles, "Art. 15 bis" in attack.says) == (("13", "15 bis", "15 ter"), True)
    referral = ask(store, "2010-06-01", "SDN", crime=CAH, special=["territory:darfur"]).next
    assert referral[1].says.startswith("On a referral by the Security Council no State is asked")
    assert ask(store, "2016-11-15", "SYR", "SYR").next == ()


def test_no_immunity_is_told_to_decide_jurisdiction_and_who_held_what_on_arrest(store: Store) -> None:
    found = ask(store, "2014-03-01", "UKR", "RUS")
    immunity = next(one.says for one in found.next if one.about == "immunity")
    assert "ICC-02/05-01/09-397, paras 1 and 7" in immunity
    assert "several States contest" in immunity
    assert "icc-02-05-01-09-397" in {source.key for source in step_of(found, "J29").sources}


def test_a_finding_on_territory_says_whose_it_is(store: Store) -> None:
    crimea = step_of(ask(store, "2014-03-01", "UKR", special=["territory:crimea"]), "J14")
    assert "By the Prosecutor's report of 2016; no Chamber has ruled" in crimea.says
    gaza = ask(store, "2023-11-01", "PSE", special=["territory:gaza"])
    said = next(step.says for step in gaza.steps if step.rule == "J14")
    assert "majority" in said
    assert "Kovács" in said
    assert "Oslo" in said
