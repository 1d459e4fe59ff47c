"""The files of tables: the same values as CSV, JSON and Parquet, and the same bytes from the same rows."""

import csv
import gzip
import json
from contextlib import closing
from pathlib import Path

import pytest

from icc_cli.database.build import build
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store, open_bytes
from icc_cli.export import TABLES, export, files
from icc_cli.export.schema import Kind
from icc_cli.source.load import load
from tests.support.datadir import small_data
from tests.support.package import table
from tests.support.places import RECORD, TODAY


def test_json_holds_lists_truth_and_partial_dates(package: Path) -> None:
    acts = {one["id"]: one for one in json.loads((package / "json" / "acts.json").read_text(encoding="utf-8"))}
    assert acts["NAM-2016-11-signal"]["done"] == "2016-11"
    assert acts["UNSC-2005-03-31-referral-darfur"]["abstaining"] == ["DZA", "CHN", "USA"]
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


def test_parquet_holds_the_same_values_with_their_types(package: Path, store: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    for each in (one.of(store) for one in TABLES):
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


def test_daily_parquet_has_a_file_for_each_year_with_the_rows_of_the_csv(small: Store, tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset", reason="the extra 'parquet' is not installed")
    for _ in range(2):  # the second takes the place of the first
        export(small, tmp_path / "new", TODAY, parquet=True, daily=True)
    folder = tmp_path / "new" / "parquet" / "panel-state-day"
    files_of_years = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
    assert files_of_years == [f"year={year}/part-0.parquet" for year in range(1998, 2027)]
    found = dataset.dataset(folder, partitioning="hive").to_table().to_pylist()
    assert all(str(one.pop("year")) == str(one["date"])[:4] for one in found)
    with gzip.open(tmp_path / "new" / "csv" / "panel-state-day.csv.gz", "rt", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    shown = [{name: "" if value is None else str(value) for name, value in one.items()} for one in found]
    assert sorted(shown, key=lambda one: (one["iso3"], one["date"])) == lines


def test_a_wheel_and_a_checkout_give_the_same_database(store: Store, tmp_path: Path) -> None:
    assert "fingerprint" in store.meta
    packaged = open_bytes(build(load(RECORD)), "wheel")
    assert "fingerprint" not in packaged.meta
    for name, one in (("checkout", store), ("wheel", packaged)):
        files.write_database(tmp_path / name, one)
    assert (tmp_path / "wheel").read_bytes() == (tmp_path / "checkout").read_bytes()
    packaged.close()
