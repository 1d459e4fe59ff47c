"""`icc site` writes a whole site or none: the same each time, over an earlier one, and over nothing else."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.site import build
from tests.support.datadir import small_data
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]


def test_the_same_day_gives_the_same_bytes_and_an_earlier_site_is_replaced(
    site: Path, store: Store, tmp_path: Path
) -> None:
    build(store, tmp_path / "again", date(2016, 11, 16))
    build(store, tmp_path / "again", TODAY)
    written = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    again = {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }
    assert written == again


def test_a_directory_that_holds_anything_else_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"is not empty: mine\.txt"):
        build(store, tmp_path, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_dataset_without_notices_makes_a_site_too(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    code, _, err = icc("site", str(tmp_path / "site"), "--data", str(data.path), "--on", "2026-11-23")
    assert (code, err) == (0, "")


def test_the_command_tells_what_it_wrote(icc: Run, tmp_path: Path) -> None:
    code, out, err = icc("site", str(tmp_path / "site"), "--on", "2026-11-23")
    assert (code, err) == (0, "")
    assert re.fullmatch(r".*site: \d+ pages, \d+ files, \d+\.\d MB\n", out)


def test_the_command_needs_a_directory_or_serve(icc: Run) -> None:
    code, out, err = icc("site")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "icc site public" in err


def test_without_its_extra_the_command_says_what_to_install(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "icc_cli.site.pages", raising=False)
    code, _, err = icc("site", str(tmp_path / "site"))
    assert (code, err.count("\n")) == (2, 1)
    assert "icc-cli[site]" in err
    assert not (tmp_path / "site").exists()


def test_the_command_names_its_directory_harmlessly(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    out = icc("site", str(tmp_path / "a\x1b[31m\u202e\udcff"), "--data", str(data.path))[1]
    assert "a\\x1b[31m\\u202e\\udcff: " in out
    assert "\u202e" not in out
