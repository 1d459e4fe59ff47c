"""`icc export` on the command line: what it tells, what it refuses, and how far it says it is."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.datadir import small_data
from tests.support.package import names

Run = Callable[..., tuple[int, str, str]]


def test_the_command_tells_what_it_wrote_and_is_quiet_in_a_pipe(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data").path
    code, out, err = icc("export", str(tmp_path / "new"), "--data", str(data), "--on", "2016-11")
    assert (code, err) == (0, "")
    assert re.fullmatch(r".*/new: 22 tables, [\d,]+ rows, 50 files\n", out)
    assert "2016-11-30" in (tmp_path / "new" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "said"),
    [("file", "is not a directory"), ("none/new", "No such file or directory"), ("full", "is not empty: mine")],
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
