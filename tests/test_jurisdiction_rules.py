"""Each rule by itself: the day before, the day of; and what it says of the articles."""

from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import Jurisdiction
from icc_cli.jurisdiction.crimes import crime_tokens
from icc_cli.jurisdiction.rules import RULES
from tests.test_jurisdiction_cases import answered

CAH = "crimes-against-humanity"


def ask(store: Store, day: str, territory: str | None, *nationals: str, **more: Any) -> Jurisdiction:
    on = more.pop("on", None)
    return answered(
        store,
        day=date.fromisoformat(day),
        territory=territory,
        nationals=nationals,
        on=date.fromisoformat(on) if on else None,
        **more,
    )


EDGES = [
    ("J3 the Statute enters into force", ("2002-06-30", "2002-07-01"), ("DEU", "DEU"), {}, ("no", "yes")),
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
    ("J18 Colombia's seven years", ("2009-10-31", "2009-11-01"), ("COL", "COL"), {}, ("no", "yes")),
    ("J18 France: until the stated end", ("2008-06-14", "2008-06-15"), ("FRA", "FRA"), {}, ("no", "contested")),
    ("J18 France: from the day received", ("2008-08-12", "2008-08-13"), ("FRA", "FRA"), {}, ("contested", "yes")),
    ("J18 Ukrainians at home", ("2024-12-31", "2025-01-01"), ("UKR", "UKR"), {}, ("yes", "contested")),
    ("J18 Ukrainians in Russia", ("2025-01-01", "2031-12-31"), ("RUS", "UKR"), {}, ("no", "no")),
    ("J18 others in Ukraine", ("2024-12-31", "2025-01-01"), ("UKR", "PRK"), {}, ("yes", "yes")),
    ("J19 New Zealand and starvation", ("2021-10-13", "2021-10-14"), ("NZL", "NZL"),
     {"special": ["amended:8-2-e-xix"]}, ("no", "yes")),
    ("J19 the Netherlands and starvation", ("2021-12-03", "2021-12-04"), ("NLD", "NLD"),
     {"special": ["amended:8-2-e-xix"]}, ("no", "yes")),
    ("J21 aggression is activated", ("2018-07-16", "2018-07-17"), ("LUX", "BEL"), {"crime": "aggression"},
     ("no", "yes")),
    ("J25 Ireland's year", ("2019-09-26", "2019-09-27"), ("BEL", "IRL"), {"crime": "aggression"},
     ("contested", "yes")),
    ("J5 Libya is referred", ("2011-02-14", "2011-02-15"), ("LBY", "LBY"), {}, ("yes-with-caveat", "yes")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "states", "more", "verdicts"), [edge[1:] for edge in EDGES], ids=[e[0] for e in EDGES]
)
def test_the_day_before_and_the_day_of(
    days: tuple[str, str], states: tuple[str, str], more: dict[str, Any], verdicts: tuple[str, str], store: Store
) -> None:
    assert tuple(ask(store, day, states[0], states[1], **more).verdict for day in days) == verdicts


def test_a_declaration_is_not_there_before_it_is_lodged(store: Store) -> None:
    palestine, ukraine = ("2014-07-20", "PSE", "ISR"), ("2014-02-24", "UKR", "RUS")
    assert ask(store, *palestine, on="2014-12-31").verdict == "no"
    assert ask(store, *palestine, on="2015-01-01").verdict == "yes-with-caveat"
    assert ask(store, *ukraine, on="2015-09-07").verdict == "no"
    assert ask(store, *ukraine, on="2015-09-08").verdict == "yes"


def test_a_declaration_without_a_day_was_lodged_by_the_time_its_situation_opened(store: Store) -> None:
    assert ask(store, "2002-08-01", "UGA", "SDN", on="2004-07-28").verdict == "no"
    assert ask(store, "2002-08-01", "UGA", "SDN", on="2004-07-29").verdict == "yes"


def test_an_economic_zone_is_no_territory_even_of_a_party(store: Store) -> None:
    assert ask(store, "2015-06-01", "PHL", "CHN", special=["territory:eez-phl"]).verdict == "no"


def test_a_referral_is_not_there_before_it_is_made(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    assert ask(store, "2003-06-01", "SDN", "SDN", on="2005-03-30", **darfur).verdict == "no"
    assert ask(store, "2003-06-01", "SDN", "SDN", on="2005-03-31", **darfur).verdict == "yes"


def test_a_token_that_does_not_fit_the_place_gives_no_basis_and_a_warning(store: Store) -> None:
    found = ask(store, "2010-06-01", "LBY", "LBY", unsc=["referral:1593"])
    assert found.verdict == "no"
    assert [caveat.caveat for caveat in found.caveats] == ["council-token-does-not-fit"]


def test_genocide_under_a_declaration_that_names_other_crimes_has_a_caveat(store: Store) -> None:
    found = ask(store, "2022-04-01", "UKR", "RUS", crime="genocide")
    assert (found.verdict, found.caveats[0].caveat) == ("yes-with-caveat", "declaration-names-other-crimes")


def test_a_declaration_for_the_territory_does_not_follow_the_nationals_abroad(store: Store) -> None:
    assert ask(store, "2022-04-01", "SYR", "UKR").verdict == "no"
    assert ask(store, "2022-04-01", "AZE", "ARM", crime=CAH).verdict == "yes"


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


def test_personnel_of_non_parties_in_operations_are_contested_where_the_council_said_so(store: Store) -> None:
    operation = {"special": ["un-operation"]}
    assert ask(store, "2011-06-01", "LBY", "USA", **operation).verdict == "contested"
    assert ask(store, "2011-06-01", "LBY", "USA").verdict == "yes"
    assert ask(store, "2011-06-01", "LBY", "LBY", **operation).verdict == "yes"
    assert ask(store, "2011-06-01", "LBY", "USA", "GBR", **operation).verdict == "yes"
    assert ask(store, "2011-06-01", "AFG", "USA", **operation).verdict == "yes"


def test_a_deferral_counts_only_while_it_runs_and_for_whom_it_is(store: Store) -> None:
    given: dict[str, Any] = {"special": ["un-operation"], "unsc": ["deferral:1422"]}
    assert ask(store, "2002-08-15", "BIH", "USA", on="2003-06-30", **given).verdict == "yes-with-caveat"
    assert ask(store, "2002-08-15", "BIH", "USA", on="2003-07-01", **given).verdict == "yes"
    assert ask(store, "2002-08-15", "BIH", "GBR", on="2003-06-30", **given).verdict == "yes"


def test_a_ship_at_sea_is_territory_and_one_in_port_has_a_caveat(store: Store) -> None:
    assert ask(store, "2010-05-31", None, "ISR", special=["vessel:COM"]).verdict == "yes"
    assert ask(store, "2010-05-31", "SYR", "ISR", special=["vessel:COM"]).verdict == "yes-with-caveat"
    zone = ["territory:eez-phl", "vessel:COM"]
    assert ask(store, "2010-05-31", None, "CHN", special=zone).verdict == "yes"


def test_a_link_that_the_prosecutor_refused_is_contested_from_then_on(store: Store) -> None:
    link = {"special": ["cross-border:TJK"], "crime": CAH}
    assert ask(store, "2018-06-01", "CHN", "CHN", on="2020-12-13", **link).verdict == "yes-with-caveat"
    assert ask(store, "2018-06-01", "CHN", "CHN", on="2020-12-14", **link).verdict == "contested"


def test_a_party_that_has_not_accepted_an_amendment_bars_it_even_on_a_referral(store: Store) -> None:
    starving = {"special": ["amended:8-2-e-xix"]}
    assert ask(store, "2022-06-01", "MLI", "NZL", **starving).verdict == "no"
    referred = ask(store, "2022-06-01", "SYR", "MLI", unsc=["referral:hypothetical"], **starving)
    assert referred.verdict == "no"
    assert ask(store, "2022-06-01", "SYR", "SYR", unsc=["referral:hypothetical"], **starving).verdict == "contested"
    assert ask(store, "2022-06-01", "SYR", "SYR", **starving).verdict == "no"


def test_the_crimes_of_an_amendment_are_read_off_its_articles() -> None:
    assert crime_tokens("8(2)(e)(xiii)-(xv)") == ["8-2-e-xiii", "8-2-e-xiv", "8-2-e-xv"]
    assert crime_tokens("8(2)(b)(xxix), 8(2)(e)(xviii)") == ["8-2-b-xxix", "8-2-e-xviii"]
    assert crime_tokens("124 deleted") == []


def test_where_no_nationality_is_given_and_it_decides_each_case_is_answered(store: Store) -> None:
    found = ask(store, "2016-11-15", "SYR")
    assert found.verdict == "no"
    assert {case.nationality: str(case.verdict) for case in found.by_nationality} == {
        "non-party": "no", "party": "yes", "own": "no",
    }  # fmt: skip
    assert not ask(store, "2016-11-15", "AFG").by_nationality
    ukraine = ask(store, "2025-03-01", "UKR")
    assert ukraine.verdict == "yes"
    assert {case.nationality: str(case.verdict) for case in ukraine.by_nationality}["own"] == "contested"


def test_an_earlier_referral_leaves_aggression_contested_and_a_new_one_reaches_everybody(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": "aggression"}
    assert ask(store, "2024-01-01", "SDN", "TCD", **darfur).verdict == "contested"
    assert ask(store, "2024-01-01", "SDN", "TCD", unsc=["referral:hypothetical"], **darfur).verdict == "yes"


def test_offences_under_article_70_need_no_link_and_can_be_too_old(store: Store) -> None:
    given = {"crime": "administration-of-justice"}
    assert ask(store, "2015-03-01", "ETH", "ETH", on="2020-03-01", **given).verdict == "yes"
    assert ask(store, "2015-03-01", "ETH", "ETH", on="2020-03-02", **given).verdict == "yes-with-caveat"
    assert ask(store, "2002-06-30", "ETH", "ETH", **given).verdict == "no"


def test_what_the_statute_does_not_have_is_answered_with_no(store: Store) -> None:
    found = ask(store, "2015-03-01", "FRA", "FRA", crime="terrorism")
    assert (found.verdict, found.bases) == ("no", ("5",))


def test_an_entry_without_acts_is_read_as_the_territory_it_is_listed_under(store: Store) -> None:
    kosovo = ask(store, "2004-03-17", "kosovo", "USA", crime=CAH)
    assert (kosovo.territory, kosovo.verdict) == ("SRB", "yes-with-caveat")


def test_what_is_missing_is_told_where_the_answer_is_no(store: Store) -> None:
    change = ask(store, "2016-11-15", "SYR", "RUS").would_change
    assert change
    assert [(way.iso3, way.article) for way in change.missing] == [("SYR", "12(3)"), ("RUS", "12(3)"), (None, "13(b)")]
    georgia = ask(store, "2008-08-10", "GEO", "RUS").would_change
    assert georgia
    assert georgia.earlier
    assert (georgia.earlier.day, georgia.earlier.verdict) == (date(2003, 11, 30), "no")


def test_every_rule_is_told_in_words_and_has_its_documents(store: Store) -> None:
    from icc_cli.jurisdiction.facts import Facts

    facts = Facts(store)
    assert list(RULES) == [f"J{number}" for number in range(1, 31)]
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert facts.authority(rule.id), rule.id
