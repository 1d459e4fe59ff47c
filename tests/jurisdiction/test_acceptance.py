"""J9 to J13 and J18: what a State accepted by joining, by declaration or no more; Article 124."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import Jurisdiction
from tests.support.datadir import act, real_data
from tests.support.jurisdiction import CAH, Turn, answered, ask, each_turn, opened, step_of, verdicts_on

TURNS: list[Turn] = [
    ("J9 Afghanistan becomes a Party", ("2003-04-30", "2003-05-01"), ("AFG", "USA"), {}, ("no", "yes")),
    ("J9 Armenia becomes a Party", ("2024-01-31", "2024-02-01"), ("ARM", "AZE"), {}, ("yes", "yes")),
    ("J9 East Timor joins", ("2002-11-30", "2002-12-01"), ("TLS", "IDN"), {}, ("no", "yes")),
    ("J9 Montenegro follows Serbia", ("2006-06-02", "2006-06-03"), ("MNE", "USA"), {}, ("yes", "yes")),
    ("J9 Kenya becomes a Party", ("2005-05-31", "2005-06-01"), ("KEN", "KEN"), {}, ("no", "yes")),
    ("J10 the end of Libya's acceptance", ("2027-12-31", "2028-01-01"), ("LBY", "USA"), {"special": ["un-operation"]},
     ("contested", "contested")),
    ("J10 Ivory Coast accepts", ("2002-09-18", "2002-09-19"), ("CIV", "CIV"), {}, ("no", "yes")),
    ("J10 Uganda before entry into force", ("2002-06-30", "2002-07-01"), ("UGA", "SDN"), {"crime": CAH}, ("no", "yes")),
    ("J10 Palestine accepts", ("2014-06-12", "2014-06-13"), ("PSE", "ISR"), {}, ("no", "yes-with-caveat")),
    ("J12 Burundi leaves", ("2017-10-26", "2017-10-27"), ("BDI", "BDI"), {"crime": CAH}, ("yes-with-caveat", "no")),
    ("J12 the Philippines leave", ("2019-03-16", "2019-03-17"), ("PHL", "PHL"), {"crime": CAH},
     ("yes-with-caveat", "no")),
    ("J12 Gambia took its notice back", ("2017-11-09", "2017-11-10"), ("GMB", "USA"), {}, ("yes", "yes")),
    ("J18 Colombia's seven years", ("2009-10-31", "2009-11-01"), ("COL", "COL"), {}, ("no", "yes")),
    ("J18 France: until the stated end", ("2008-06-14", "2008-06-15"), ("FRA", "FRA"), {}, ("no", "contested")),
    ("J18 France: from the day received", ("2008-08-12", "2008-08-13"), ("FRA", "FRA"), {}, ("contested", "yes")),
    ("J18 Ukrainians at home", ("2024-12-31", "2025-01-01"), ("UKR", "UKR"), {}, ("yes", "contested")),
    ("J18 Ukrainians in Russia", ("2025-01-01", "2031-12-31"), ("RUS", "UKR"), {}, ("no", "no")),
    ("J18 others in Ukraine", ("2024-12-31", "2025-01-01"), ("UKR", "PRK"), {}, ("yes", "yes")),
]  # fmt: skip


@each_turn(TURNS)
def test_the_day_before_and_the_day_of(
    days: tuple[str, str], states: tuple[str, str], more: dict[str, Any], verdicts: tuple[str, str], store: Store
) -> None:
    assert verdicts_on(store, days, states, more) == verdicts


def test_a_deposit_accepts_nothing_until_the_statute_is_in_force_for_the_state(store: Store) -> None:
    """Ukraine had deposited on 25 October 2024; on 15 November the Court could not know that it would be a Party."""
    found = ask(store, "2024-11-01", "RUS", "UKR", on="2024-11-15")
    step = next(step for step in found.steps if step.rule == "J9")
    assert (found.verdict, step.outcome, step.fact) == ("no", "refused", "UKR-2024-10-25-ratification")
    assert step.articles == ("12(2)(b)", "11(2)", "126(2)")
    assert step.says == "Ukraine: joined, but the Statute was not yet in force for it"


def test_a_state_that_joins_later_is_a_party_only_from_then(store: Store) -> None:
    eve, day = (ask(store, "2024-12-15", "RUS", "UKR", on=on) for on in ("2024-12-31", "2025-01-01"))
    assert step_of(eve, "J9").says == "Ukraine: joined, but the Statute was not yet in force for it"
    assert step_of(day, "J9").says == "Ukraine: a Party only from 1 Jan 2025 (deposit 25 Oct 2024)"


def test_an_entry_without_acts_of_its_own_accepts_nothing_by_nationality(store: Store) -> None:
    found = ask(store, "2023-06-01", "SYR", "TWN")
    assert found.verdict == "no"
    assert "Taiwan: no act of its own is on record" in {step.says for step in found.steps}


def test_an_instrument_counts_as_taken_back_from_that_day(store: Store) -> None:
    """Malaysia took its accession back on 29 April 2019, before the Statute was in force for it."""
    told = [step_of(ask(store, "2019-04-20", "MYS", on=day), rule).says for day, rule in
            (("2019-04-28", "J9"), ("2019-04-29", "J11"))]  # fmt: skip
    assert told == [
        "Malaysia: joined, but the Statute was not yet in force for it",
        "Malaysia: took its instrument back before it entered into force; never a Party",
    ]


def test_a_declaration_is_not_there_before_it_is_lodged(store: Store) -> None:
    palestine, ukraine = ("2014-07-20", "PSE", "ISR"), ("2014-02-24", "UKR", "RUS")
    assert ask(store, *palestine, on="2014-12-31").verdict == "no"
    assert ask(store, *palestine, on="2015-01-01").verdict == "yes-with-caveat"
    assert ask(store, *ukraine, on="2015-09-07").verdict == "no"
    assert ask(store, *ukraine, on="2015-09-08").verdict == "yes"


def test_a_declaration_without_a_day_was_lodged_by_the_time_its_situation_opened(store: Store) -> None:
    assert ask(store, "2002-08-01", "UGA", "SDN", on="2004-07-28").verdict == "no"
    assert ask(store, "2002-08-01", "UGA", "SDN", on="2004-07-29").verdict == "yes"


def test_a_declaration_without_a_day_or_a_situation_counts_from_the_day_the_record_was_checked(
    store: Store, tmp_path: Path
) -> None:
    known = ask(store, "2002-08-01", "UGA", "ETH")
    assert "Uganda: declaration of which no day of lodging is known (by 29 Jul 2004), from 1 Jul 2002" in " ".join(
        step.says for step in known.steps
    )
    data = real_data(tmp_path / "data")
    data.edit("states/UGA.yaml", "  situation: uganda\n", "")
    checked = date.fromisoformat(store.meta["checked"])
    with opened(data) as edited:
        before = ask(edited, "2002-08-01", "UGA", "ETH", on=str(checked - timedelta(1)))
        assert before.verdict == "no"
        assert ask(edited, "2002-08-01", "UGA", "ETH", on=str(checked)).verdict == "yes"


def test_the_last_day_a_declaration_names_is_covered(store: Store) -> None:
    last = ask(store, "2002-08-31", "UGA", "ETH")
    assert (last.verdict, last.bases) == ("yes", ("12(2)(a)", "12(3)", "11(2)"))
    libya = ask(store, "2027-12-31", "LBY", "USA", on="2027-12-31")
    assert "12(3)" in libya.bases
    assert "12(3)" not in ask(store, "2028-01-01", "LBY", "USA", on="2028-01-01").bases


def test_an_earlier_declaration_rests_on_article_11_from_the_day_its_state_is_a_party(store: Store) -> None:
    """Côte d'Ivoire accepted from 19 September 2002 and is a Party from 1 May 2013 (Art. 11(2), last words)."""
    assert ask(store, "2010-12-01", "CIV", "CIV", on="2013-04-30").bases == ("12(2)(a)", "12(3)")
    assert ask(store, "2010-12-01", "CIV", "CIV", on="2013-05-01").bases == ("12(2)(a)", "12(3)", "11(2)")


def test_a_declaration_for_the_territory_does_not_follow_the_nationals_abroad(store: Store) -> None:
    assert ask(store, "2022-04-01", "SYR", "UKR").verdict == "no"
    assert ask(store, "2022-04-01", "AZE", "ARM", crime=CAH).verdict == "yes"


def test_genocide_under_a_declaration_that_names_other_crimes_has_a_caveat_that_says_which(store: Store) -> None:
    found = ask(store, "2022-04-01", "UKR", "RUS", crime="genocide")
    assert (found.verdict, found.caveats[0].caveat) == ("yes-with-caveat", "declaration-names-other-crimes")
    doubt = next(step for step in found.steps if step.caveat == "declaration-names-other-crimes")
    assert (doubt.rule, doubt.articles, doubt.outcome) == ("J10", ("12(3)", "Rule 44(2)"), "caveat")
    assert doubt.says == (
        "Its text names war-crimes and crimes-against-humanity; it accepts the situation as a whole (Rule 44(2))"
    )
    assert "12(3)" in found.bases


def test_an_acceptance_that_was_decided_and_never_lodged_is_told_from_the_month_it_was_decided(store: Store) -> None:
    told = [ask(store, "2023-11-01", "LBN", "ISR", on=day).steps for day in ("2024-03-31", "2024-04-01")]
    facts = [[step.fact for step in steps if step.rule == "J10"] for steps in told]
    assert facts == [[], ["LBN-2024-04-context"]]


def reaches_back(found: Jurisdiction) -> bool:
    """Tell whether the answer says that the act must have been foreseeable as a crime (Art. 22(1))."""
    return any(step.articles == ("22(1)", "21(3)") for step in found.steps)


def test_only_for_conduct_before_an_acceptance_or_a_referral_the_crime_must_have_been_foreseeable(store: Store) -> None:
    assert reaches_back(ask(store, "2014-12-31", "PSE", "ISR"))
    assert not reaches_back(ask(store, "2015-01-01", "PSE", "ISR"))
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    assert reaches_back(ask(store, "2005-03-30", "SDN", "SDN", **darfur))
    assert not reaches_back(ask(store, "2005-03-31", "SDN", "SDN", **darfur))


def test_a_withdrawal_is_the_reason_from_the_day_it_takes_effect(store: Store) -> None:
    burundi = step_of(ask(store, "2017-10-27", "BDI", crime=CAH), "J12")
    assert (burundi.fact, burundi.articles) == ("BDI-2016-10-27-withdrawal-notice", ("127(1)",))
    assert burundi.says.startswith("Burundi: no longer a Party; its withdrawal took effect on 27 Oct 2017; crimes that")
    assert step_of(ask(store, "2027-06-18", "NER"), "J12").says.endswith("18 Jun 2027, if its notice stands")


def test_after_a_state_has_left_only_what_was_under_consideration_goes_on(store: Store) -> None:
    assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH, on="2019-03-16").verdict == "yes"
    assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH, on="2019-03-17").verdict == "yes-with-caveat"
    unrelated = {"special": ["unrelated-to-situation"]}
    assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH, **unrelated).verdict == "contested"
    assert ask(store, "2010-01-01", "BDI", "BDI", crime=CAH).verdict == "contested"  # before the authorised time
    assert ask(store, "2016-08-01", "RWA", "BDI", crime=CAH).verdict == "yes-with-caveat"  # the decision says so
    assert ask(store, "2016-08-01", "SYR", "PHL", crime=CAH).verdict == "contested"
    assert ask(store, "2005-01-01", "VEN", "VEN", crime=CAH, on="2028-01-01").verdict == "contested"
    assert ask(store, "2017-06-01", "VEN", "VEN", crime=CAH, on="2028-01-01").verdict == "yes-with-caveat"


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
        ("opened: '2018-02-08'", "2019-03-16", "yes-with-caveat"),
        ("opened: '2018-02-08'", "2019-03-17", "contested"),
        ("closed: '2021-09-15'", "2019-03-17", "yes-with-caveat"),
        ("closed: '2021-09-15'", "2019-03-16", "contested"),
    ],
)
def test_an_examination_counts_if_it_was_open_when_the_withdrawal_took_effect(
    field: str, day: str, verdict: str, tmp_path: Path
) -> None:
    """On records where the examination of the Philippines opens or closes about 17 March 2019."""
    data = real_data(tmp_path / "data")
    examination = "situations/pe-philippines.yaml"
    data.edit(examination, "outcome: investigation-opened\nleads-to: philippines\n", "outcome: closed-no-basis\n")
    data.edit(examination, "reference: ICC-01/21\n", "")
    data.edit(examination, field, f"{field.split()[0]} {day}")
    with opened(data) as store:
        assert ask(store, "2016-08-01", "PHL", "PHL", crime=CAH).verdict == verdict


def test_article_124_holds_from_the_day_of_entry_into_force(store: Store) -> None:
    first = ask(store, "2002-11-01", "COL", "COL")
    assert (first.verdict, step_of(first, "J18", "Colombia").articles) == ("no", ("124",))
    assert ask(store, "2002-11-01", "COL", "COL", crime=CAH).verdict == "yes"
    elsewhere = ask(store, "2005-01-01", "DEU", "COL")
    assert (elsewhere.verdict, elsewhere.caveats[0].caveat) == ("contested", "article-124")


def test_an_article_124_declaration_that_ends_on_one_known_day_ends_on_it(tmp_path: Path) -> None:
    """On a record where France's withdrawal of its declaration has no other day than that of its receipt."""
    data = real_data(tmp_path / "data")
    data.edit("states/FRA.yaml", "  done: '2008-08-13'\n  effect: '2008-06-15'\n", "  done: '2008-08-13'\n")
    with opened(data) as store:
        assert ask(store, "2008-08-12", "FRA", "FRA").verdict == "no"
        assert ask(store, "2008-08-13", "FRA", "FRA").verdict == "yes"


def test_what_article_124_leaves_out_stays_out_after_the_state_has_left(tmp_path: Path) -> None:
    """On a record where Colombia has left: Art. 127(2) has nothing to say of what it never accepted."""
    data = real_data(tmp_path / "data")
    notice = act("withdrawal-notice", "2024-11-20", "COL", effect="2025-11-20", sources=["untc-xviii-10"])
    data.append("states/COL.yaml", f"- {notice}\n")
    with opened(data) as store:
        found = ask(store, "2005-01-01", "COL", "COL")
        assert (found.verdict, [step.fact for step in found.steps if step.rule == "J13"]) == ("no", [])
        assert ask(store, "2005-01-01", "COL", "COL", crime=CAH).verdict == "contested"


def test_what_article_124_does_at_home_rests_on_an_earlier_acceptance_only_where_there_is_one(
    store: Store, tmp_path: Path
) -> None:
    assert ask(store, "2025-03-01", "UKR", "UKR").bases == ("12(2)(a)", "124", "12(3)")
    data = real_data(tmp_path / "data")
    text = data.read("states/UKR.yaml")
    data.write("states/UKR.yaml", text.replace("reception: acted-on", "reception: not-acted-on"))
    with opened(data) as without:
        assert ask(without, "2025-03-01", "UKR", "UKR").bases == ("12(2)(a)", "124")


def test_an_earlier_acceptance_of_its_own_leaves_an_article_124_declaration_contested(tmp_path: Path) -> None:
    """On a record where Ukraine's text of 2015 reaches its nationals too (J18: an earlier separate acceptance)."""
    data = real_data(tmp_path / "data")
    data.edit(
        "jurisdiction.yaml",
        "UKR-2015-09-08-article-12-3-declaration\n  reach: territory",
        "UKR-2015-09-08-article-12-3-declaration\n  reach: nationals",
    )
    with opened(data) as store:
        found = ask(store, "2025-03-01", "RUS", "UKR")
        assert (found.verdict, found.bases) == ("contested", ("12(2)(b)", "124", "12(3)"))
        assert [(one.caveat, one.articles) for one in found.caveats] == [("article-124", ("124", "12(3)"))]
        assert step_of(found, "J18").says == (
            "Ukraine: war crimes left out until 31 Dec 2031 (Art. 124); its own earlier acceptance may go on"
        )
        assert ask(store, "2025-03-01", "RUS", "UKR", crime=CAH).verdict == "yes"


def test_what_was_under_consideration_has_its_own_crimes_place_and_time(store: Store) -> None:
    """Art. 127(2). Venezuela I was referred for crimes against humanity; the Philippine decision names a territory."""
    venezuela = {"territory": "VEN", "on": date(2027, 8, 1), "day": date(2026, 1, 3), "nationals": ["USA"]}
    assert answered(store, crime=CAH, **venezuela).verdict == "yes-with-caveat"
    strike = answered(store, **venezuela)
    assert strike.verdict == "contested"
    assert "Venezuela I is of crimes against humanity" in step_of(strike, "J13").says
    ship = ask(store, "2018-04-01", None, "CHN", special=["vessel:PHL"], crime=CAH)
    assert (ship.verdict, "acts on the territory" in step_of(ship, "J13").says) == ("contested", True)
    assert ask(store, "2018-04-01", "PHL", "CHN", special=["vessel:PHL"], crime=CAH).verdict == "yes-with-caveat"
    assert "context of the campaign" in step_of(ask(store, "2018-04-01", "PHL", "CHN"), "J13").says
    early = ask(store, "2015-02-01", "BDI", "USA", crime=CAH)
    assert (early.verdict, "began before 26 April 2015" in step_of(early, "J13").says) == ("contested", True)


def test_a_declaration_that_was_refused_later_is_undecided_before(store: Store) -> None:
    """The Prosecutor left Palestine's aside on 3 April 2012, the Registrar refused Egypt's on 1 May 2014."""
    for day, place, eve, on in (
        ("2009-01-10", "PSE", "2012-04-02", "2012-04-03"),
        ("2013-08-14", "EGY", "2014-04-30", "2014-05-01"),
    ):
        before, after = (ask(store, day, place, "RUS", on=day_of_court) for day_of_court in (eve, on))
        assert (before.verdict, before.caveats[0].caveat) == ("contested", "authority-to-accept-disputed")
        assert after.verdict == "no"


def test_an_answer_of_a_past_day_argues_from_nothing_later(store: Store) -> None:
    gaza: dict[str, Any] = {"special": ["territory:gaza"]}
    told = {
        on: " ".join(step.says for step in ask(store, "2014-07-20", "PSE", "ISR", on=on, **gaza).steps)
        for on in ("2021-02-04", "2021-02-05", "2025-04-23", "2025-04-24", "2025-07-16")
    }
    assert [on for on, says in told.items() if "5 Feb 2021" in says] == list(told)[1:]
    assert [on for on, says in told.items() if "24 April 2025" in says] == list(told)[3:]
    assert [on for on, says in told.items() if "16 July 2025" in says] == list(told)[4:]
    for on in told:
        assert ask(store, "2014-07-20", "PSE", "ISR", on=on, **gaza).verdict == "yes-with-caveat"
    syria = {
        on: step_of(ask(store, "2013-08-21", "SYR", "SYR", on=on), "J5").says for on in ("2014-05-21", "2014-05-22")
    }
    assert ["draft" in says for says in syria.values()] == [False, True]


def test_a_ship_of_a_state_that_left_war_crimes_out_is_undecided(store: Store) -> None:
    """Art. 124 names nationals and territory; Art. 12(2)(a) names registration apart."""
    for place, national, verdict in ((None, "USA", "contested"), (None, "FRA", "no"), ("FRA", "USA", "no")):
        assert ask(store, "2005-06-01", place, national, special=["vessel:FRA"]).verdict == verdict


def test_what_goes_on_of_one_crime_after_a_state_has_left_is_contested_if_a_decision_reaches_it(
    store: Store,
) -> None:
    """Burundi left on 27 October 2017; the decision reaches crimes that went on after 26 October, under conditions."""
    days = {"until": date(2018, 6, 1), "crime": CAH}
    one = ask(store, "2015-06-01", "BDI", "BDI", special=["continuing"], **days)
    assert [(str(part.from_), part.verdict) for part in one.changes] == [
        ("2015-06-01", "yes-with-caveat"), ("2017-10-27", "contested"),
    ]  # fmt: skip
    apart = ask(store, "2015-06-01", "BDI", "BDI", **days)
    assert [part.verdict for part in apart.changes] == ["yes-with-caveat", "no"]
    later = ask(store, "2017-10-27", "BDI", "BDI", special=["continuing"], **days)
    assert {part.verdict for part in later.changes} == {"no"}


def test_france_left_war_crimes_out_until_it_withdrew_the_declaration(store: Store) -> None:
    for on, last in (("2008-08-12", "30 Jun 2009"), ("2008-08-13", "14 Jun 2008")):
        told = {step.says for step in ask(store, "2005-06-01", "FRA", "FRA", on=on).steps if step.rule == "J18"}
        assert told == {f"France: war crimes left out until {last} (Art. 124)"}
