"""`icc export`: every figure is the commands' own; the package is valid, reproducible, and whole or not there."""

import csv
import gzip
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from importlib.util import find_spec
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from icc_cli import StateYear, UsageError
from icc_cli.api import IccDataset
from icc_cli.cli.progress import progress
from icc_cli.database.build import build
from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.database.store import Store, open_bytes, open_file
from icc_cli.export import DAILY, TABLES, export, files, panels
from icc_cli.export.schema import Kind
from icc_cli.source.load import load
from icc_cli.treaty.dates import ADOPTED
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.vocabulary import PARTY
from tests.datadir import small_data

Run = Callable[..., tuple[int, str, str]]
Rows = list[dict[str, str]]

TODAY = date(2026, 11, 23)


def table(package: Path, name: str) -> Rows:
    with (package / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Open the dataset of two imaginary States: quick to export, also by day."""
    opened = open_store(small_data(tmp_path_factory.mktemp("small") / "data").path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def panel(package: Path) -> Rows:
    return table(package, "panel-state-year")


def row(panel: Rows, iso3: str, year: int) -> dict[str, str]:
    return next(one for one in panel if one["iso3"] == iso3 and one["year"] == str(year))


# What the panels say


def test_every_state_has_a_row_in_every_year(panel: Rows) -> None:
    assert len(panel) == 197 * 29
    assert len({(one["iso3"], one["year"]) for one in panel}) == len(panel)
    assert {one["date"] for one in panel} == {f"{year}-12-31" for year in range(1998, 2027)}
    assert not {"TWN", "XKX"} & {one["iso3"] for one in panel}


def agrees(one: StateYear, dataset: IccDataset, cache: dict[Any, Any]) -> None:
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
    assert one.status_since == standing.status_since
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
    whole = panels.Panel(store)
    chance = random.Random(1998)
    days = [ADOPTED + timedelta(chance.randrange((whole.checked - ADOPTED).days)) for _ in range(2)]
    cache: dict[Any, Any] = {}
    closing = (date(2022, 12, 15), date(2022, 12, 16))  # of the situation in Georgia
    for day in (*days, date(2017, 10, 26), date(2017, 10, 27), *closing):
        for iso3 in whole.entries:
            first = max(turn for turn in whole.turns(iso3) if turn <= day)
            agrees(whole.on(iso3, first)._replace(date=day), dataset, cache)


def test_counts_by_year_are_those_of_the_commands(panel: Rows, icc_json: Callable[..., Any]) -> None:
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


def test_a_year_tells_what_happened_within_it_whatever_became_of_it(panel: Rows) -> None:
    def happened(name: str) -> list[tuple[str, str]]:
        return [(one["iso3"], one["year"]) for one in panel if one[name] == "1"]

    assert ("MYS", "2019") in happened("deposited_in_year")
    assert happened("left_in_year") == [("BDI", "2017"), ("PHL", "2019")]
    assert happened("rescinded_in_year") == [("GMB", "2017"), ("HUN", "2026"), ("ZAF", "2017")]
    assert {iso3 for iso3, year in happened("notified_in_year") if year == "2016"} == {"BDI", "GMB", "ZAF"}
    assert len(happened("signed_in_year")) == len(set(happened("signed_in_year"))) == 139
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
    days = (date(2026, 1, 1) - ADOPTED).days + 1
    assert [one["iso3"] for one in rows] == ["GRA"] * days + ["RUR"] * days
    assert [one["date"] for one in rows[:days]] == [str(ADOPTED + timedelta(number)) for number in range(days)]
    ruritania = {one["date"]: one["status"] for one in rows[days:]}
    for day in ("1998-12-03", "1998-12-04", "2002-08-31", "2002-09-01", "2016-11-09", "2016-11-10", "2017-02-10"):
        assert ruritania[day] == IccDataset(small).status("RUR", on=date.fromisoformat(day)).status
    panel = [one for one in rows[days:] if one["date"].endswith("-12-31")]
    by_year = {one["year"]: one for one in table(tmp_path / "new", "panel-state-year") if one["iso3"] == "RUR"}
    for one in panel:
        assert all(by_year[one["date"][:4]][name] == value for name, value in one.items())


# What the tables say


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
    name: str, arguments: tuple[str, ...], package: Path, icc_json: Callable[..., Any]
) -> None:
    on = () if "--on" in arguments else ("--on", str(TODAY))
    answers = icc_json(*arguments, *on)
    rows = table(package, name)
    assert len(rows) == len(answers) > 0
    for answer, cells in zip(answers, rows, strict=True):
        shared = answer.keys() & cells.keys()
        assert len(shared) >= 7
        assert {key: told(answer[key]) for key in shared} == {key: cells[key] for key in shared}


def test_details_of_acts_are_columns(package: Path, icc_json: Callable[..., Any]) -> None:
    cells = {one["id"]: one for one in table(package, "acts")}
    for act in icc_json("events", "--on", "2030"):
        for key, value in act["details"].items():
            if key == "votes":
                assert {f"votes_{how}": str(count) for how, count in value.items()}.items() <= cells[act["id"]].items()
            else:
                assert cells[act["id"]][key] == told(value), act["id"]


def test_states_and_amendments_are_as_of_the_day(package: Path, icc_json: Callable[..., Any]) -> None:
    standings = {one["iso3"]: one for one in icc_json("parties", "--status", "all", "--on", str(TODAY))}
    states = table(package, "states")
    assert len(states) == 199
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


def test_json_holds_lists_truth_and_partial_dates(package: Path) -> None:
    acts = {one["id"]: one for one in json.loads((package / "json" / "acts.json").read_text(encoding="utf-8"))}
    assert acts["NAM-2016-11-signal"]["done"] == "2016-11"
    assert acts["UNSC-2005-03-31-referral-darfur"]["abstaining"] == ["DZA", "BRA", "CHN", "USA"]
    years = json.loads((package / "json" / "panel-state-year.json").read_text(encoding="utf-8"))
    burundi = next(one for one in years if (one["iso3"], one["year"]) == ("BDI", 2018))
    assert burundi["left"] is True
    assert burundi["situations"] == ["burundi"]
    assert burundi["cow"] == 516
    for each in TABLES:
        records = json.loads((package / "json" / f"{each.name}.json").read_text(encoding="utf-8"))
        assert len(records) == len(table(package, each.name))


def test_free_text_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    data.edit("states/RUR.yaml", "note: The new government stays.", 'note: "=HYPERLINK(1)"')
    data.edit("states/RUR.yaml", "title: Diplomatic channel", 'title: "-> the ministry"')
    with closing(open_store(data.path)) as store:
        export(store, tmp_path / "new", TODAY)
    acts = {one["id"]: one for one in table(tmp_path / "new", "acts")}
    assert acts["RUR-2017-02-10-withdrawal-rescinded"]["note"] == "'=HYPERLINK(1)"
    assert acts["RUR-2002-06-28-declaration"]["title"] == "'-> the ministry"
    assert '"note": "=HYPERLINK(1)"' in (tmp_path / "new" / "json" / "acts.json").read_text(encoding="utf-8")


def test_parquet_holds_the_same_values_with_their_types(package: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    for each in TABLES:
        found = parquet.read_table(package / "parquet" / f"{each.name}.parquet")
        assert found.column_names == [field.name for field in each.fields]
        free = {field.name for field in each.fields if field.kind == Kind.TEXT}
        for record, cells in zip(found.to_pylist(), table(package, each.name), strict=True):
            shown = {name: "" if value is None else str(value) for name, value in record.items()}
            assert {name: cell for name, cell in shown.items() if name not in free} == {
                name: cell for name, cell in cells.items() if name not in free
            }
    types = {field.name: str(field.type) for field in parquet.read_schema(package / "parquet" / "acts.parquet")}
    assert (types["done"], types["effect"]) == ("string", "date32[day]")


# What the package is


def test_the_package_is_valid_by_the_frictionless_library(package: Path) -> None:
    pytest.importorskip("frictionless", reason="the extra 'examples' is not installed")
    code = (
        "import sys, frictionless\n"
        "report = frictionless.validate(sys.argv[1])\n"
        "print(report.valid, len(report.tasks), report.flatten(['name', 'type', 'note'])[:5])\n"
    )
    arguments = [sys.executable, "-c", code, str(package / "datapackage.json")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)  # apart: it warns of its own ways
    assert done.stdout == f"True {len(TABLES) + 1} []\n"


def test_every_column_and_table_is_described(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["version"] == "2026.10.0"
    assert described["created"] == "2026-10-02T00:00:00Z"
    assert [one["name"] for one in described["licenses"]] == ["CC0-1.0", "Unicode-3.0"]
    resources = {one["name"]: one for one in described["resources"]}
    assert set(resources) == {each.name for each in TABLES} | {"icc"}
    for each in (*TABLES, DAILY):
        assert re.fullmatch(r"[a-z-]+", each.name)
        for field in each.fields:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", field.name)
            assert field.description.endswith(".")
        assert set(each.key) <= {field.name for field in each.fields}
    for each in TABLES:
        with (package / "csv" / f"{each.name}.csv").open(encoding="utf-8") as file:
            header = file.readline().rstrip("\n").split(",")
        assert [field["name"] for field in resources[each.name]["schema"]["fields"]] == header
        assert resources[each.name]["schema"]["primaryKey"]
    assert [field.name for field in panels.STATE_YEAR.fields] == list(StateYear._fields)


def test_the_licence_and_the_database_are_in_the_package(package: Path, store: Store) -> None:
    licence = (package / "LICENSE").read_text(encoding="utf-8")
    assert "CC0 1.0 Universal" in licence
    assert "UNICODE LICENSE V3" in licence
    whole = store.rows("SELECT count(*) FROM act")[0][0]
    copy = open_file(package / "icc.db")
    assert copy.rows("SELECT count(*) FROM act")[0][0] == whole
    copy.close()


def test_the_same_dataset_and_day_give_the_same_bytes(small: Store, tmp_path: Path) -> None:
    arrow = find_spec("pyarrow") is not None

    def content(name: str) -> dict[str, bytes]:
        export(small, tmp_path / name, TODAY, daily=True, parquet=arrow)
        paths = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        return {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in paths}

    first = content("one")
    time.sleep(1.1)  # a clock in a header would have moved on
    assert content("two") == first
    assert set(first) >= {"datapackage.json", "icc.db", "csv/panel-state-day.csv.gz", "json/acts.json"}


def test_a_wheel_and_a_checkout_give_the_same_database(store: Store, tmp_path: Path) -> None:
    assert "fingerprint" in store.meta
    packaged = open_bytes(build(load(Path(CHECKOUT))), "wheel")
    assert "fingerprint" not in packaged.meta
    for name, one in (("checkout", store), ("wheel", packaged)):
        files.write_database(tmp_path / name, one)
    assert (tmp_path / "wheel").read_bytes() == (tmp_path / "checkout").read_bytes()
    packaged.close()


# Whole or not at all


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir())


def test_an_earlier_export_is_replaced_and_nothing_is_left_of_it(small: Store, tmp_path: Path) -> None:
    export(small, tmp_path, TODAY, daily=True)
    export(small, tmp_path, TODAY)
    assert names(tmp_path) == ["LICENSE", "README.md", "csv", "datapackage.json", "datasette.json", "icc.db", "json"]
    assert not (tmp_path / "csv" / "panel-state-day.csv.gz").exists()


@pytest.mark.parametrize("stranger", ["notes.txt", "csv/mine.csv"])
def test_a_directory_that_holds_anything_else_is_refused_and_left_alone(
    stranger: str, small: Store, tmp_path: Path
) -> None:
    export(small, tmp_path, TODAY)
    (tmp_path / stranger).write_text("mine")
    before = (tmp_path / "datapackage.json").stat().st_mtime_ns
    with pytest.raises(UsageError, match=f"holds more than an earlier export: {stranger}"):
        export(small, tmp_path, TODAY)
    assert (tmp_path / stranger).read_text() == "mine"
    assert (tmp_path / "datapackage.json").stat().st_mtime_ns == before


def test_another_package_is_not_taken_for_an_earlier_export(small: Store, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "other", "resources": []}')
    with pytest.raises(UsageError, match=r"is not empty: datapackage\.json"):
        export(small, tmp_path, TODAY)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("earlier", [True, False])
def test_after_a_failure_all_is_as_it_was(
    error: BaseException, earlier: bool, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "new"
    if earlier:
        export(small, place, date(2016, 11, 16))
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(files, "write_json", fail)
    with pytest.raises((UsageError, KeyboardInterrupt), match="No space left on device" if error.args else None):
        export(small, place, TODAY)
    assert place.exists() == earlier
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
    assert names(tmp_path) == (["new"] if earlier else [])


def test_a_failure_while_files_are_put_in_place_brings_the_old_ones_back(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(small, tmp_path, date(2016, 11, 16))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    real, calls = os.rename, []

    def rename(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 10:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr("icc_cli.system.folders.os.rename", rename)
    with pytest.raises(UsageError, match="Input/output error"):
        export(small, tmp_path, TODAY)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "icc_cli", "export", str(tmp_path / "new"), "--daily"]
    # A shell's background jobs, as this test may be one of, are born deaf to the signal.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=hearing)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("new/.icc-draft-*/new/csv/*.gz")) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err == b""
    assert names(tmp_path) == []


# The command


class Screen(StringIO):
    """A terminal, as far as a program can tell."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "shown"), [(Screen(), 0.0, True), (Screen(), 60.0, False), (StringIO(), 0.0, False)]
)
def test_only_a_terminal_is_told_how_far_it_is_and_only_after_a_while(
    stream: StringIO, patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icc_cli.cli.progress.PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as tell:
        for number in range(3):
            tell("panel-state-day", number, 3)
    assert ("panel-state-day" in stream.getvalue()) == shown
    assert shown or not stream.getvalue()


def test_the_export_knows_no_command_line_and_no_terminal() -> None:
    code = "import sys, icc_cli.export\nassert not {'click', 'rich', 'yaml', 'pyarrow'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_command_tells_what_it_wrote_and_is_quiet_in_a_pipe(icc: Run, tmp_path: Path, small: Store) -> None:
    data = small_data(tmp_path / "data").path
    code, out, err = icc("export", str(tmp_path / "new"), "--data", str(data), "--on", "2016-11")
    assert (code, err) == (0, "")
    assert re.fullmatch(r".*/new: 14 tables, [\d,]+ rows, 33 files\n", out)
    assert "2016-11-30" in (tmp_path / "new" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "said"),
    [("file", "is no directory"), ("none/new", "No such file or directory"), ("full", "is not empty: mine")],
)
def test_a_place_that_will_not_do_is_refused_in_one_line(place: str, said: str, icc: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "full" / "mine").mkdir(parents=True)
    code, out, err = icc("export", str(tmp_path / place))
    assert (code, out) == (2, "")
    assert err.startswith("icc: ")
    assert err.count("\n") == 1
    assert said in err
    assert names(tmp_path) == ["file", "full"]


def test_without_the_extra_parquet_is_refused_before_anything_is_written(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    code, out, err = icc("export", str(tmp_path / "new"), "--parquet")
    assert (code, out) == (2, "")
    assert err == "icc: Parquet needs an extra; run: pip install 'icc-cli[parquet]'\n"
    assert names(tmp_path) == []


def test_the_command_names_its_directory_harmlessly(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    out = icc("export", str(tmp_path / "a\x1b[31m\u202e\udcff"), "--data", str(data.path))[1]
    assert "a\\x1b[31m\\u202e\\udcff: " in out
    assert "\u202e" not in out


def test_no_environment_stops_the_progress_of_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, "9" * 5000)
    monkeypatch.setattr("icc_cli.cli.progress.PATIENCE", 0.0)
    stream = Screen()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as tell:
        tell("panel-state-day", 1, 3)
    assert "panel-state-day" in stream.getvalue()


def test_drafts_of_killed_processes_are_removed_after_a_day_and_younger_ones_kept(small: Store, tmp_path: Path) -> None:
    export(small, tmp_path, TODAY)
    for name, age in (("old", 90_000), ("young", 3_600)):
        draft = tmp_path / f".icc-draft-{name}"
        draft.mkdir()
        (draft / "half.csv").write_text("half")
        os.utime(draft, (time.time() - age,) * 2)
    export(small, tmp_path, TODAY)
    assert [name for name in names(tmp_path) if name.startswith(".")] == [".icc-draft-young"]


@pytest.mark.parametrize("moved", range(15))
def test_an_export_killed_while_it_takes_the_place_of_another_is_put_right_by_the_next(
    small: Store, tmp_path: Path, moved: int
) -> None:
    """At each of the moves by which it does so, it may have been the last."""
    folder, draft = tmp_path / "package", tmp_path / "package" / ".icc-draft-killed"
    export(small, folder, TODAY)
    export(small, tmp_path / "other", TODAY)
    whole = read_files(folder)
    top = sorted(path.name for path in folder.iterdir())
    draft.mkdir()
    shutil.copytree(tmp_path / "other", draft / "new")
    moves = [(folder / name, draft / name) for name in top] + [(draft / "new" / name, folder / name) for name in top]
    assert len(moves) == 14
    for source, target in moves[:moved]:
        source.rename(target)
    export(small, folder, TODAY)
    assert {name: content for name, content in read_files(folder).items() if not name.startswith(".")} == whole


def read_files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
