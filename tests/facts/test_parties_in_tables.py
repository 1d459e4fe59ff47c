"""Whatever reads the States Parties of 16 November 2016 reads 124, with the days as days."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from icc_cli import IccDataset

ON = "2016-11-16"
FIRST = date(2002, 7, 1)


def test_pandas_reads_124(dataset: IccDataset) -> None:
    pytest.importorskip("pandas")
    frame = dataset.to_pandas("parties", on=ON)
    assert len(frame) == frame["iso3"].nunique() == 124
    assert frame["party_since"].min().date() == FIRST


def test_polars_reads_124(dataset: IccDataset) -> None:
    pytest.importorskip("polars")
    frame = dataset.to_polars("parties", on=ON)
    assert frame.height == frame["iso3"].n_unique() == 124
    assert frame["party_since"].min() == FIRST


def test_arrow_reads_124(dataset: IccDataset) -> None:
    pytest.importorskip("pyarrow")
    table = dataset.to_arrow("parties", on=ON)
    assert table.num_rows == len(table["iso3"].unique()) == 124
    assert min(table["party_since"].to_pylist()) == FIRST


def test_a_workbook_has_124(icc: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "parties.xlsx"
    assert icc("parties", "--on", ON, "-o", str(path))[0] == 0
    head, *rows = openpyxl.load_workbook(path)["answer"].iter_rows(values_only=True)
    since = head.index("party_since")
    assert len({row[head.index("iso3")] for row in rows}) == len(rows) == 124
    assert min(row[since] for row in rows) == datetime(FIRST.year, FIRST.month, FIRST.day)
