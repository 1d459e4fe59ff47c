"""Workbooks: what Excel reads is what the command answered, each value as its own kind, and nothing in it is run."""

import builtins
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from icc_cli.output.columns import columns
from icc_cli.output.xlsx import workbook

openpyxl = pytest.importorskip("openpyxl")
Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


def read(path: Path | BytesIO) -> Any:
    return openpyxl.load_workbook(path)


@pytest.fixture
def book(icc: Run, tmp_path: Path) -> Any:
    path = tmp_path / "parties.xlsx"
    assert icc("parties", "--on", "2016-11-16", "-o", str(path)) == (0, "", "")
    return read(path)


def test_the_first_sheet_has_a_row_for_each_party(book: Any, icc_json: Json) -> None:
    header, *rows = book["answer"].iter_rows(values_only=True)
    found = icc_json("parties", "--on", "2016-11-16")
    assert header == tuple(found[0])
    assert [row[0] for row in rows] == [one["iso3"] for one in found]
    assert book["answer"].freeze_panes == "B2"


def test_days_are_days_and_truth_is_truth(book: Any) -> None:
    page = book["answer"]
    names = [one.value for one in page[1]]
    row = next(row for row in page.iter_rows(min_row=2, values_only=True) if row[0] == "NOR")
    assert row[names.index("deposited")] == datetime(2000, 2, 16)
    assert row[names.index("projected")] is False


def test_the_second_sheet_says_what_was_asked_of_which_record(book: Any) -> None:
    said = dict(book["about"].iter_rows(values_only=True))
    assert (said["schema"], said["on"]) == ("icc/parties/1", "2016-11-16")
    assert said["dataset.checked"]


def test_a_document_is_a_link_to_its_address(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "document.xlsx"
    icc("show", "cn-862-2016", "--fields", "id,record.url", "-o", str(path))
    cell = read(path)["answer"]["B2"]
    assert cell.hyperlink
    assert cell.hyperlink.target == cell.value


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "https://example.org/ and more"]
    content = workbook(date(2026, 1, 1), {"answer": {"text": texts}}, {})
    cells = [row[0] for row in read(BytesIO(content))["answer"].iter_rows(min_row=2)]
    assert [(one.value, one.data_type) for one in cells] == [(text, "s") for text in texts]
    assert not any(one.hyperlink for one in cells)


def test_the_same_answer_gives_the_same_bytes(icc: Run, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        icc("withdrawals", "-o", str(tmp_path / name))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_column_with_a_single_month_stays_text() -> None:
    found = columns(("day", "when"), [{"day": "2016-11-30", "when": "2016-11"}, {"day": None, "when": "2016-11-30"}])
    assert found == {"day": [date(2016, 11, 30), None], "when": ["2016-11", "2016-11-30"]}


def test_without_the_extra_one_line_names_it(icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *more: Any, **rest: Any) -> Any:
        if name == "xlsxwriter":
            raise ImportError(name)
        return real(name, *more, **rest)

    monkeypatch.setattr(builtins, "__import__", absent)
    path = tmp_path / "parties.xlsx"
    code, out, err = icc("parties", "-o", str(path))
    assert (code, out) == (2, "")
    assert err == "icc: workbooks need an extra; run: pip install 'icc-cli[xlsx]', or use CSV\n"
    assert not path.exists()


def test_an_export_has_a_workbook_with_a_sheet_for_each_table(icc: Run, tmp_path: Path) -> None:
    code, _, _ = icc("export", str(tmp_path / "there"), "--xlsx", "--on", "2016-11-16")
    sheets = read(tmp_path / "there" / "rome-statute.xlsx").sheetnames
    assert code == 0
    assert sheets[:2] == ["states", "acts"]
    assert sheets[-1] == "about"
