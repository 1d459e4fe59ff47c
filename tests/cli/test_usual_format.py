"""What a user sets once: the usual format in ICC_FORMAT, and the byte order mark that Excel wants."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_the_usual_format_is_used_where_none_is_named(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICC_FORMAT", "csv")
    assert icc("withdrawals")[1].startswith("id,iso3,")
    assert json.loads(icc("withdrawals", "--json")[1])["schema"] == "icc/withdrawals/1"
    assert icc("withdrawals", "--format", "tsv")[1].startswith("id\tiso3\t")


def test_the_ending_of_a_file_wins_over_it(icc: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ICC_FORMAT", "csv")
    icc("withdrawals", "-o", str(tmp_path / "found.json"))
    assert json.loads((tmp_path / "found.json").read_text())["schema"] == "icc/withdrawals/1"


def test_a_picture_alone_prints_nothing_in_it_either(icc: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ICC_FORMAT", "xlsx")
    assert icc("map", "--svg", str(tmp_path / "map.svg")) == (0, "", "")


def test_an_unknown_one_is_refused_with_those_there_are(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICC_FORMAT", "word")
    code, out, err = icc("withdrawals")
    assert (code, out) == (2, "")
    assert err.startswith("icc: ICC_FORMAT: unknown format 'word'; one of: table, plain, json")


def test_a_byte_order_mark_begins_csv_on_request(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    icc("withdrawals", "--bom", "-o", str(path))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,iso3,")
    assert not icc("withdrawals", "--format", "csv")[1].startswith("\ufeff")
    code, out, err = icc("withdrawals", "--bom", "--json")
    assert (code, out, err) == (
        2,
        "",
        "icc: --bom is for CSV and TSV, not for json; leave it out, or add --format csv\n",
    )
