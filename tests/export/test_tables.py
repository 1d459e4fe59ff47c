"""The tables: those of answers hold what the commands answer on the day, those of the record all that is on record."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.export import export
from tests.support.package import table
from tests.support.places import RECORD, TODAY

Json = Callable[..., Any]


def told(value: object) -> str:
    """Write a value of the JSON contract as a cell."""
    if isinstance(value, list):
        return " ".join(value)
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("withdrawals", ("withdrawals",)),
        ("agreement-parties", ("agreement", "--status", "all")),
        ("acts", ("events", "--on", "2030")),
        ("situations", ("situations",)),
    ],
)
def test_a_table_holds_what_its_command_answers(
    name: str, arguments: tuple[str, ...], package: Path, icc_json: Json
) -> None:
    on = () if "--on" in arguments else ("--on", str(TODAY))
    answers = icc_json(*arguments, *on)
    rows = table(package, name)
    assert len(rows) == len(answers) > 0
    for answer, cells in zip(answers, rows, strict=True):
        shared = answer.keys() & cells.keys()
        assert len(shared) >= 7
        assert {key: told(answer[key]) for key in shared} == {key: cells[key] for key in shared}


def test_details_of_acts_are_columns(package: Path, icc_json: Json) -> None:
    cells = {one["id"]: one for one in table(package, "acts")}
    for act in icc_json("events", "--on", "2030"):
        for key, value in act["details"].items():
            if key == "votes":
                assert {f"votes_{how}": str(count) for how, count in value.items()}.items() <= cells[act["id"]].items()
            else:
                assert cells[act["id"]][key] == told(value), act["id"]


def test_states_and_amendments_are_as_of_the_day(package: Path, icc_json: Json) -> None:
    standings = {one["iso3"]: one for one in icc_json("parties", "--status", "all", "--on", str(TODAY))}
    states = table(package, "states")
    assert {cells["iso3"] for cells in states} == {path.stem for path in (RECORD / "states").iterdir()}
    for cells in states:
        standing = standings.get(cells["iso3"])
        assert cells["status"] == (standing["status"] if standing else "")
        assert cells["deposit_date"] == told(standing and standing["deposited"])
    amendments = {one["id"]: one for one in icc_json("amendments", "--on", str(TODAY))}
    for cells in table(package, "amendments"):
        for key in ("consents", "bound", "waiting", "opted_out", "required", "missing"):
            assert cells[key] == told(amendments[cells["id"]][key])
    bound = [one["amendment"] for one in table(package, "amendment-parties") if one["state"] == "bound"]
    assert {key: bound.count(key) for key in bound} == {
        key: one["bound"] for key, one in amendments.items() if one["bound"]
    }


def test_tables_of_answers_follow_the_day_and_those_of_the_record_do_not(
    store: Store, package: Path, tmp_path: Path
) -> None:
    export(store, tmp_path / "then", date(2016, 11, 16))
    states = {one["iso3"]: one["status"] for one in table(tmp_path / "then", "states")}
    assert states["GMB"] == "state-party-withdrawing"
    assert len(table(tmp_path / "then", "withdrawals")) < len(table(package, "withdrawals"))
    late = next(one for one in table(tmp_path / "then", "amendments") if one["id"] == "starvation-2019")
    assert (late["adopted"], late["bound"]) == ("2019-12-06", "")
    for name in ("acts", "sources", "documents", "spans", "situations", "panel-state-year"):
        assert table(tmp_path / "then", name) == table(package, name)


def test_every_fact_of_the_tables_has_its_documents(package: Path) -> None:
    proven = {one["fact"] for one in table(package, "sources")}
    for name in ("acts", "situations", "amendments", "corrections"):
        assert {one["id"] for one in table(package, name)} <= proven


def test_spans_follow_each_other_and_rest_on_acts(package: Path) -> None:
    spans = table(package, "spans")
    for before, after in pairwise(spans):
        if before["iso3"] == after["iso3"]:
            assert (before["until"], int(before["number"]) + 1) == (after["since"], int(after["number"]))
        else:
            assert (before["until"], after["since"], after["number"]) == ("", "", "1")
