"""What the panel of years takes from the treaty's paperwork: for each State and year, what the commands answer."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.export import export, panels
from tests.support.datadir import act, small_data
from tests.support.package import Rows, table
from tests.support.places import TODAY

Json = Callable[..., Any]

YEARS = (2003, 2008, 2016, 2025)


@pytest.fixture(scope="module")
def panel(package: Path) -> dict[tuple[str, int], dict[str, str]]:
    return {(one["iso3"], int(one["year"])): one for one in table(package, "panel-state-year")}


Panel = dict[tuple[str, int], dict[str, str]]


def of(panel: Panel, year: int) -> Rows:
    return [one for (_, in_year), one in panel.items() if in_year == year]


def marked(panel: Panel, year: int, column: str) -> set[str]:
    return {one["iso3"] for one in of(panel, year) if one[column] == "1"}


def shown(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("year", YEARS)
def test_the_privileges_agreement_is_as_its_command_has_it(year: int, panel: Panel, icc_json: Json) -> None:
    every = {one["iso3"]: one for one in icc_json("agreement", "--status", "all", "--on", f"{year}-12-31")}
    assert marked(panel, year, "agreement_in_force") == {iso3 for iso3, one in every.items() if one["party"]}
    for row in of(panel, year):
        one = every.get(row["iso3"], {})
        assert [row[f"agreement_{name}_date"] for name in ("signature", "deposit", "entry_into_force")] == [
            shown(one.get(name)) for name in ("signed", "deposited", "entered_into_force")
        ]


def test_who_left_the_privileges_agreement_has_it_in_force_no_more(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    joined = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")
    denounced = act("apic-denunciation", "2010-03-01", effect="2011-03-01")
    data.append("states/GRA.yaml", f"\nacts:\n  - {joined}\n  - {denounced}\n")
    with closing(open_store(data.path)) as store:
        rows = {one.year: one for one in panels.Panel(store).state_years() if one.iso3 == "GRA"}
    assert [rows[year].agreement_in_force for year in (2004, 2005, 2010, 2011)] == [False, True, True, False]
    ends = [rows[year].agreement_denunciation_effective_date for year in (2009, 2010, 2011)]
    assert ends == [None, date(2011, 3, 1), date(2011, 3, 1)]
    assert rows[2011].agreement_entry_into_force_date == date(2005, 1, 31)


@pytest.mark.parametrize("year", YEARS)
def test_columns_by_amendment_count_those_bound_and_those_that_opted_out(
    year: int, panel: Panel, icc_json: Json
) -> None:
    for one in icc_json("amendments", "--on", f"{year}-12-31"):
        name = one["id"].replace("-", "_")
        if one["adopted"]:
            assert len(marked(panel, year, f"bound_{name}")) == one["bound"]
        if f"opted_out_{name}" in panel["KEN", year]:
            assert len(marked(panel, year, f"opted_out_{name}")) == one["opted_out"]


def test_every_amendment_adopted_has_a_column_and_no_proposal(panel: Panel, icc_json: Json) -> None:
    names = {name for name in panel["KEN", 2016] if name.startswith(("bound_", "opted_out_"))}
    every = icc_json("amendments", "--on", str(TODAY))
    adopted = {f"bound_{one['id'].replace('-', '_')}" for one in every if one["adopted"]}
    assert names == adopted | {"opted_out_aggression_2010"}
    assert len(adopted) < len(every)


def test_kenya_opted_out_of_the_jurisdiction_over_aggression_and_is_not_bound(panel: Panel) -> None:
    assert [panel["KEN", year]["opted_out_aggression_2010"] for year in (2014, 2015, 2025)] == ["0", "1", "1"]
    assert panel["KEN", 2025]["bound_aggression_2010"] == "0"
    assert panel["KEN", 2025]["amendments_opted_out"] == "aggression-2010"


def test_who_left_has_opted_out_of_nothing_any_more(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    data.edit("amendments.yaml", "articles: 8 bis\n", "articles: 8 bis, 15 bis\n")
    before, notice = data.read("states/RUR.yaml").split("  - act: withdrawal-notice", 1)
    opt_out = act("aggression-opt-out", "2016-01-10", "RUR")
    joined = act("accession", "2010-01-05", "GRA", effect="2010-04-01")
    data.append("states/GRA.yaml", f"\nacts:\n  - {joined}\n  - {act('aggression-opt-out', '2016-01-10')}\n")
    stands = notice[: notice.index("  - act: withdrawal-rescinded")]
    data.write("states/RUR.yaml", f"{before}  - {opt_out}\n\n  - act: withdrawal-notice{stands}")
    with closing(open_store(data.path)) as store:
        export(store, tmp_path / "new", TODAY)
    rows = table(tmp_path / "new", "panel-state-year")
    opted_out = [(one["iso3"], one["year"]) for one in rows if one["opted_out_aggression_2010"] == "1"]
    assert [one for one in opted_out if one[1] in ("2015", "2016", "2017")] == [
        ("GRA", "2016"), ("GRA", "2017"), ("RUR", "2016"),
    ]  # fmt: skip


def test_an_acceptance_stands_unless_it_was_rejected_or_not_acted_on(panel: Panel, icc_json: Json) -> None:
    for year in YEARS:
        made = icc_json("declarations", "--kind", "article-12-3", "--on", f"{year}-12-31")
        standing = [one for one in made if one["reception"] not in ("rejected", "not-acted-on")]
        assert marked(panel, year, "article_12_3") == {one["iso3"] for one in standing}
    assert [panel["EGY", 2016][name] for name in ("article_12_3", "article_12_3_reception")] == ["0", "rejected"]
    assert [panel["PSE", year]["article_12_3"] for year in (2009, 2014, 2015)] == ["0", "0", "1"]
    assert panel["PSE", 2015]["article_12_3_reception"] == "not-acted-on acted-on"


def test_the_time_accepted_runs_from_the_first_day_to_the_last_of_all_declarations(panel: Panel) -> None:
    def accepted(iso3: str, year: int) -> list[str]:
        return [panel[iso3, year][name] for name in ("article_12_3_from", "article_12_3_until")]

    assert accepted("UKR", 2013) == ["", ""]
    assert accepted("UKR", 2014) == ["2013-11-21", "2014-02-22"]
    assert accepted("UKR", 2015) == ["2013-11-21", ""]
    assert accepted("CIV", 2011) == ["2002-09-19", ""]  # those that only confirm it give no days
    assert accepted("LBY", 2025) == ["2011", "2027-12-31"]


def test_article_124_leaves_war_crimes_out_for_its_period_and_no_longer(panel: Panel) -> None:
    def period(iso3: str, year: int) -> list[str]:
        return [panel[iso3, year][name] for name in ("article_124", "article_124_from", "article_124_until")]

    assert period("FRA", 2007) == ["1", "2002-07-01", "2009-06-30"]
    assert period("FRA", 2008) == ["0", "2002-07-01", "2008-06-15"]
    assert [period("COL", year)[0] for year in (2001, 2002, 2008, 2009)] == ["0", "1", "1", "0"]
    assert period("UKR", 2024) == ["0", "2025-01-01", "2031-12-31"]
    assert period("UKR", 2025)[0] == "1"


def test_on_the_day_of_its_withdrawal_a_declaration_under_article_124_no_longer_works(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    declared = act("article-124-declaration", "2002-06-28", "RUR", effect="2002-09-01", until="2009-08-31")
    undone = "RUR-2002-06-28-article-124-declaration"
    withdrawn = act("article-124-withdrawn", "2005-12-31", "RUR", undoes=undone)
    data.edit(
        "states/RUR.yaml", "  - act: withdrawal-notice", f"  - {declared}\n  - {withdrawn}\n  - act: withdrawal-notice"
    )
    with closing(open_store(data.path)) as store:
        rows = {one.year: one for one in panels.Panel(store).state_years() if one.iso3 == "RUR"}
    assert [rows[year].article_124 for year in (2001, 2002, 2004, 2005, 2006)] == [False, True, True, False, False]


@pytest.mark.parametrize("year", YEARS)
def test_declarations_and_objections_are_counted_as_they_are_listed(
    year: int, panel: Panel, icc_json: Json, store: Store
) -> None:
    apart = {"objection", "article-12-3", "article-124", "aggression-opt-out"}
    apart |= {"territorial-application", "territorial-exclusion"}
    withdrawals = {row["id"] for row in store.rows("SELECT id FROM act WHERE undoes IS NOT NULL")}
    listed = [one for one in icc_json("declarations", "--on", f"{year}-12-31") if not one["withdrawn"]]
    made = [one["iso3"] for one in listed if one["kind"] not in apart and one["id"] not in withdrawals]
    objections = [one for one in listed if one["kind"] == "objection"]
    for row in of(panel, year):
        iso3 = row["iso3"]
        assert row["declarations"] == str(made.count(iso3))
        assert row["objections"] == str(sum(1 for one in objections if one["iso3"] == iso3))
        assert row["objections_received"] == str(sum(1 for one in objections if one["against"] == iso3))
    assert made


def test_the_act_that_withdraws_a_declaration_is_none_itself(panel: Panel) -> None:
    assert [panel["URY", year]["declarations"] for year in (2001, 2002, 2007, 2008)] == ["0", "2", "2", "1"]


@pytest.mark.parametrize("year", YEARS)
def test_shares_are_those_of_the_states_that_exist(year: int, panel: Panel, icc_json: Json) -> None:
    exist = [
        one
        for one in icc_json("parties", "--status", "all", "--on", f"{year}-12-31")
        if one["status"] != "not-yet-a-state"
    ]

    def share(states: list[dict[str, str]]) -> str:
        return str(round(sum(1 for one in states if one["status"].startswith("state-party")) / len(states), 4))

    for row in of(panel, year):
        assert row["share_of_all"] == share(exist)
        of_region = [one for one in exist if one["region"] == row["region"]]
        assert row["share_of_region"] == (share(of_region) if row["region"] else "")


def test_a_state_without_a_region_has_no_share_of_one(small: Store) -> None:
    rows = {one.iso3: one for one in IccDataset(small).panel() if one.year == 2010}
    assert (rows["GRA"].share_of_region, rows["RUR"].share_of_region, rows["GRA"].share_of_all) == (None, 1.0, 0.5)


def test_a_state_is_a_party_on_a_day_of_the_year_in_which_it_left(panel: Panel, icc_json: Json) -> None:
    for year in (2002, 2017, 2019):
        parties = [icc_json("parties", "--on", day) for day in (f"{year}-01-01", f"{year}-12-31")]
        assert marked(panel, year, "party_any_day") == {one["iso3"] for found in parties for one in found}
    burundi = [panel["BDI", year] for year in (2016, 2017, 2018)]
    assert [(one["state_party"], one["party_any_day"]) for one in burundi] == [("1", "1"), ("0", "1"), ("0", "0")]


def test_a_notice_taken_back_does_not_make_a_state_a_new_party(panel: Panel) -> None:
    gambia = [panel["GMB", year] for year in (2001, 2015, 2016, 2019)]
    assert [one["party_since"] for one in gambia] == ["", "2002-09-01", "2002-09-01", "2002-09-01"]
    assert gambia[-1]["status_since"] == "2017-02-10"
    assert [panel["BDI", year]["party_since"] for year in (2016, 2017)] == ["2004-12-01", ""]


def test_years_signed_are_counted_until_the_deposit(panel: Panel) -> None:
    def waited(iso3: str, *years: int) -> list[str]:
        return [panel[iso3, year]["years_signed_without_deposit"] for year in years]

    assert waited("RUS", 1999, 2000, 2001, 2025) == ["", "0", "1", "25"]
    assert waited("BDI", 1998, 1999, 2003, 2004, 2020) == ["", "0", "4", "", ""]
    assert waited("MYS", 2018, 2019) == ["", ""]


def test_an_examination_found_complete_is_counted_until_it_is_closed(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    data.edit("situations/pe-strelsau.yaml", "opened: 2004-10-01\n", "opened: 2004-10-01\nconcluded: 2004-12-20\n")
    with closing(open_store(data.path)) as store:
        rows = {one.year: one for one in panels.Panel(store).state_years() if one.iso3 == "RUR"}
    assert [rows[year].examinations_concluded for year in (2003, 2004, 2005)] == [0, 1, 0]


def test_the_panel_tells_which_lists_are_incomplete_on_the_day(panel: Panel, dataset: IccDataset) -> None:
    for year in YEARS:
        found = [one for one in dataset.amendments(on=date(year, 12, 31)) if one.adopted and one.incomplete]
        assert {row["amendments_incomplete"] for row in of(panel, year)} == {" ".join(one.id for one in found)}
    assert "article-124-2015" not in panel["KEN", 2021]["amendments_incomplete"]
    assert "article-124-2015" in panel["KEN", 2022]["amendments_incomplete"]
    assert panel["KEN", 2025]["agreement_incomplete"] == "1"
    assert panel["KEN", 2025]["declarations_incomplete"] == "1"


def test_a_list_without_known_gaps_is_not_called_incomplete(small: Store) -> None:
    found = IccDataset(small).panel()
    assert {(one.amendments_incomplete, one.agreement_incomplete) for one in found} == {((), False)}
    assert {one.declarations_incomplete for one in found} == {False}


@pytest.mark.parametrize("year", [2013, 2016, 2025])
def test_nationals_sought_are_those_of_the_warrants_of_the_day(year: int, panel: Panel, icc_json: Json) -> None:
    wanted = [one for one in icc_json("warrants", "--on", f"{year}-12-31") if one["outcome"] and one["nationality"]]
    assert wanted
    for row in of(panel, year):
        own = [one for one in wanted if one["nationality"] == row["iso3"]]
        sought = {one["person"] for one in own if one["outcome"] == "at-large"}
        assert int(row["nationals_wanted"]) == len({one["person"] for one in own}), row["iso3"]
        assert int(row["nationals_at_large"]) == len(sought), row["iso3"]


@pytest.mark.parametrize("year", [2011, 2016, 2025])
def test_findings_are_those_that_stood_on_the_day(year: int, panel: Panel, icc_json: Json) -> None:
    decided = icc_json("noncompliance", "--on", f"{year}-12-31")
    standing = [one for one in decided if one["outcome"] == "found" and one["stands"]]
    assert standing
    for row in of(panel, year):
        own = [one["decided"] or "" for one in standing if one["iso3"] == row["iso3"]]
        assert int(row["findings"]) == len(own), row["iso3"]
        assert int(row["findings_in_year"]) == sum(day.startswith(str(year)) for day in own), row["iso3"]


def test_the_table_of_cases_is_what_the_command_lists(package: Path, icc_json: Json) -> None:
    listed = icc_json("cases", "--on", str(TODAY))
    found = table(package, "cases")
    assert [(one["person"], one["stage"]) for one in found] == [(one["person"], one["stage"]) for one in listed]
    assert {one["id"] for one in table(package, "persons")} == {one["person"] for one in listed}
    acts = {one["id"] for one in table(package, "acts")}
    assert {one["id"] for one in table(package, "proceedings")} <= acts
