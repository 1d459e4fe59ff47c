"""The panels: what they say of a State in a year or on a day is what the commands answer."""

import csv
import gzip
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.export import days, export
from icc_cli.export.days import StateDay
from icc_cli.treaty.dates import ADOPTED
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.vocabulary import PARTY
from tests.support.package import Rows, table
from tests.support.places import TODAY

Json = Callable[..., Any]


@pytest.fixture(scope="module")
def panel(package: Path) -> Rows:
    return table(package, "panel-state-year")


def row(panel: Rows, iso3: str, year: int) -> dict[str, str]:
    return next(one for one in panel if one["iso3"] == iso3 and one["year"] == str(year))


def test_every_state_has_a_row_in_every_year(panel: Rows, store: Store) -> None:
    states = {row["iso3"] for row in store.rows("SELECT iso3 FROM state WHERE no_act IS NULL")}
    assert {one["iso3"] for one in panel} == states
    assert len(panel) == len(states) * 29
    assert len({(one["iso3"], one["year"]) for one in panel}) == len(panel)
    assert {one["date"] for one in panel} == {f"{year}-12-31" for year in range(1998, 2027)}
    assert not {"TWN", "XKX"} & {one["iso3"] for one in panel}


def agrees(one: StateDay, dataset: IccDataset, cache: dict[Any, Any]) -> None:
    """Compare a State on a day with what the commands answer for it."""
    day = one.date
    if day not in cache:
        cache[day] = (
            {state.iso3: state for state in dataset.parties(on=day, statuses=())},
            [
                (found.id, party.iso3)
                for amendment in dataset.amendments(on=day)
                if (found := dataset.amendment(amendment.id, on=day))
                for party in found.parties
                if party.state == "bound"
            ],
            dataset.situations(on=day, only_open=True),
        )
    standings, bound, situations = cache[day]
    standing = standings[one.iso3]
    open_ = [each for each in situations if one.iso3 in each.states]
    assert one.status == standing.status
    assert (one.status_since, one.party_since) == (standing.status_since, standing.party_since)
    assert one.state_party == one.in_force == (standing.status in PARTY)
    assert [
        one.signature_date, one.no_intent_date, one.instrument, one.deposit_date, one.entry_into_force_date,
        one.notice_date, one.rescission_date, one.withdrawal_effective_date,
    ] == [
        standing.signed, standing.no_intent_declared, standing.instrument, standing.deposited,
        standing.entered_into_force, standing.withdrawal_notified, standing.withdrawal_rescinded,
        standing.withdrawal_effective,
    ]  # fmt: skip
    assert one.amendments == tuple(amendment for amendment, iso3 in bound if iso3 == one.iso3)
    assert one.amendments_bound == len(one.amendments)
    assert one.situations == tuple(each.id for each in open_)
    assert one.situations_open == sum(1 for each in open_ if each.kind == SituationKind.SITUATION)
    assert one.examinations_open == len(open_) - one.situations_open


def test_the_panel_says_what_the_commands_say_on_the_same_day(dataset: IccDataset) -> None:
    rows = dataset.panel()
    cache: dict[Any, Any] = {}
    for year in (2002, 2016, 2026):
        for one in rows:
            if one.year == year:
                agrees(one, dataset, cache)


def test_on_any_day_the_daily_panel_says_what_the_commands_say(store: Store, dataset: IccDataset) -> None:
    whole = days.States(store)
    chance = random.Random(1998)
    some = [ADOPTED + timedelta(chance.randrange((whole.checked - ADOPTED).days)) for _ in range(2)]
    cache: dict[Any, Any] = {}
    closing = (date(2022, 12, 15), date(2022, 12, 16))  # of the situation in Georgia
    for day in (*some, date(2017, 10, 26), date(2017, 10, 27), *closing):
        for iso3 in whole.states:
            first = max(turn for turn in whole.turns(iso3) if turn <= day)
            agrees(whole.on(iso3, first)._replace(date=day), dataset, cache)


def test_counts_by_year_are_those_of_the_commands(panel: Rows, icc_json: Json) -> None:
    for year in (2002, 2016, 2017, 2024):
        parties = {one["iso3"] for one in icc_json("parties", "--on", f"{year}-12-31")}
        assert {one["iso3"] for one in panel if one["year"] == str(year) and one["state_party"] == "1"} == parties


def test_dummies_tell_what_was_done_and_what_stands(panel: Rows) -> None:
    flags = ("state_party", "signed", "deposited", "notified", "rescinded", "left")

    def dummies(iso3: str, year: int) -> str:
        return "".join(row(panel, iso3, year)[name] for name in flags)

    assert [dummies("BDI", year) for year in (2003, 2004, 2016, 2017, 2018)] == [
        "010000", "111000", "111100", "011101", "011101",
    ]  # fmt: skip
    assert [dummies("GMB", year) for year in (2015, 2016, 2017)] == ["111000", "111100", "111010"]
    assert [dummies("RUS", year) for year in (1999, 2000, 2016)] == ["000000", "010000", "010000"]
    assert row(panel, "RUS", 2016)["no_intent"] == "1"
    assert row(panel, "RUS", 2015)["no_intent"] == "0"
    assert [dummies("MYS", year) for year in (2018, 2019)] == ["000000", "000000"]


def test_a_year_tells_what_happened_within_it_whatever_became_of_it(panel: Rows, icc_json: Json) -> None:
    def happened(name: str) -> list[tuple[str, str]]:
        return [(one["iso3"], one["year"]) for one in panel if one[name] == "1"]

    assert ("MYS", "2019") in happened("deposited_in_year")
    assert happened("left_in_year") == [("BDI", "2017"), ("PHL", "2019")]
    assert happened("rescinded_in_year") == [("GMB", "2017"), ("HUN", "2026"), ("ZAF", "2017")]
    assert {iso3 for iso3, year in happened("notified_in_year") if year == "2016"} == {"BDI", "GMB", "ZAF"}
    signed = [(act["iso3"], act["done"][:4]) for act in icc_json("events", "--kind", "signature")]
    assert sorted(happened("signed_in_year")) == sorted(signed)
    assert len(signed) == len(set(signed)) > 0
    parties = sum(1 for one in panel if one["year"] == "2002" and one["state_party"] == "1")
    assert sum(1 for one in happened("entered_into_force_in_year") if one[1] == "2002") == parties


def test_a_state_that_did_not_yet_exist_and_a_member_to_be_say_so(panel: Rows) -> None:
    assert [row(panel, "SSD", year)["status"] for year in (2010, 2011)] == ["not-yet-a-state", "non-signatory"]
    assert [row(panel, "CHE", year)["un_member"] for year in (2001, 2002)] == ["0", "1"]


def test_only_the_year_that_has_not_ended_is_projected(panel: Rows) -> None:
    assert {one["year"] for one in panel if one["projected"] == "1"} == {"2026"}
    assert all(one["projected"] == "1" for one in panel if one["year"] == "2026")


def test_the_daily_panel_has_a_row_for_each_state_and_day(small: Store, tmp_path: Path) -> None:
    export(small, tmp_path / "new", TODAY, daily=True)
    with gzip.open(tmp_path / "new" / "csv" / "panel-state-day.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    number = (date(2026, 1, 1) - ADOPTED).days + 1
    assert [one["iso3"] for one in rows] == ["GRA"] * number + ["RUR"] * number
    assert [one["date"] for one in rows[:number]] == [str(ADOPTED + timedelta(after)) for after in range(number)]
    ruritania = {one["date"]: one["status"] for one in rows[number:]}
    for day in ("1998-12-03", "1998-12-04", "2002-08-31", "2002-09-01", "2016-11-09", "2016-11-10", "2017-02-10"):
        assert ruritania[day] == IccDataset(small).status("RUR", on=date.fromisoformat(day)).status
    panel = [one for one in rows[number:] if one["date"].endswith("-12-31")]
    by_year = {one["year"]: one for one in table(tmp_path / "new", "panel-state-year") if one["iso3"] == "RUR"}
    for one in panel:
        assert all(by_year[one["date"][:4]][name] == value for name, value in one.items())
