"""Lists become tables of pandas, polars and Arrow: days are days, lists lists, and a missing library is named."""

import inspect
import sys
from datetime import date
from typing import Any

import pytest

import icc_cli
from icc_cli import IccDataset, UsageError, open_dataset
from icc_cli.api.tables import LISTINGS, columns_of
from tests.support.places import RECORD

ON = "2016-11-16"
UNNAMED: dict[str, list[Any]] = {
    "search": ["gambia"],
    "cite": ["gambia"],
    "find_all": [["Kenya", "Yugoslavia"]],
    "state_amendments": ["norway", "germany"],
}
KINDS = {"to_pandas": "pandas", "to_polars": "polars", "to_arrow": "pyarrow"}


def _question(listing: str) -> dict[str, Any]:
    return {"on": ON} if "on" in inspect.signature(getattr(IccDataset, listing)).parameters else {}


def test_every_method_that_returns_a_list_of_records_is_a_listing() -> None:
    found = {}
    for name, method in inspect.getmembers(IccDataset, inspect.isfunction):
        kind = inspect.signature(method).return_annotation
        if not name.startswith("_") and str(kind).startswith("list[") and name != "sql":
            found[name] = str(kind).removeprefix("list[").removesuffix("]").rpartition(".")[2]
    assert {name: record.__name__ for name, record in LISTINGS.items()} == found


@pytest.mark.parametrize("to", KINDS)
@pytest.mark.parametrize("listing", LISTINGS)
def test_a_table_has_a_row_for_each_record_and_a_column_for_each_field(
    dataset: IccDataset, listing: str, to: str
) -> None:
    pytest.importorskip(KINDS[to])
    unnamed, question = UNNAMED.get(listing, []), _question(listing)
    table = getattr(dataset, to)(listing, *unnamed, **question)
    records = icc_cli.as_json(getattr(dataset, listing)(*unnamed, **question))
    assert table.shape == (len(records), len(records[0]))
    names = table.column_names if to == "to_arrow" else list(table.columns)
    assert names == list(records[0])


@pytest.mark.parametrize("to", KINDS)
def test_an_empty_table_has_its_columns(dataset: IccDataset, to: str) -> None:
    pytest.importorskip(KINDS[to])
    assert getattr(dataset, to)("events", on="1990-01-01").shape[0] == 0
    assert getattr(dataset, to)("events", on="1990-01-01").shape[1] == len(LISTINGS["events"]._names)


def test_pandas_has_days_as_days_numbers_whole_and_lists_as_lists(dataset: IccDataset) -> None:
    pandas = pytest.importorskip("pandas")
    frame = dataset.to_pandas("withdrawals", on=ON)
    notices = dataset.withdrawals(on=ON)
    assert frame["notified"].dt.date.to_list() == [one.notified for one in notices]
    left = [None if pandas.isna(one) else one for one in frame["days_left"]]
    assert left == [one.days_left for one in notices]
    assert str(frame["days_left"].dtype) == "Int64"
    assert isinstance(frame["sources"][0], list)


def test_polars_and_arrow_have_the_same_days(dataset: IccDataset) -> None:
    notices = [one.notified for one in dataset.withdrawals(on=ON)]
    for name, to in (("polars", "to_polars"), ("pyarrow", "to_arrow")):
        pytest.importorskip(name)
        table = getattr(dataset, to)("withdrawals", on=ON)
        column = table["notified"]
        assert (column.to_list() if to == "to_polars" else column.to_pylist()) == notices
        assert "date" in str(column.dtype if to == "to_polars" else column.type).lower()


def test_days_with_a_month_among_them_are_text(dataset: IccDataset) -> None:
    table = columns_of(dataset, "parties", [], {"on": ON})
    assert all(isinstance(one, date) for one in table["entered_into_force"])
    situations = columns_of(dataset, "situations", [], {"on": ON})
    days = [one.opened for one in dataset.situations(on=ON)]
    whole = all(isinstance(day, date) for day in days if day)
    assert all(isinstance(one, date if whole else str) for one in situations["opened"] if one)


def test_what_is_supposed_stands_beside_every_row() -> None:
    with open_dataset(RECORD, suppose="norway withdrawal-notice 2028-02-29") as own:
        table = columns_of(own, "parties", [], {"statuses": "state-party-withdrawing"})
        assert set(map(tuple, table["supposed"])) == {(own.supposed[0].id,)}


@pytest.mark.parametrize(("to", "extra"), [("to_pandas", "pandas"), ("to_polars", "polars"), ("to_arrow", "parquet")])
def test_a_missing_library_is_one_line_that_names_the_extra(
    dataset: IccDataset, monkeypatch: pytest.MonkeyPatch, to: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, KINDS[to], None)
    with pytest.raises(UsageError, match=f"^tables of {KINDS[to]} need an extra$") as refusal:
        getattr(dataset, to)("parties", on=ON)
    assert refusal.value.hint == f"run: pip install 'icc-cli[{extra}]'"


def test_what_is_no_list_or_no_question_of_it_is_refused(dataset: IccDataset) -> None:
    with pytest.raises(UsageError, match=r"^listing: unknown word 'partys'$") as refusal:
        dataset.to_pandas("partys")
    assert refusal.value.hint == "did you mean 'parties'?"
    with pytest.raises(UsageError, match=r"^parties: got an unexpected keyword argument 'at'$"):
        dataset.to_pandas("parties", at=ON)
    with pytest.raises(UsageError, match=r"^parties: too many positional arguments$"):
        dataset.to_pandas("parties", ON)
    with pytest.raises(UsageError, match=r"^on: 'soon' is not a day"):
        dataset.to_pandas("parties", on="soon")
