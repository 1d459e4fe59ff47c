"""A small dataset, and a cache for its databases."""

from pathlib import Path

import pytest

from tests.support.datadir import DataDir, small_data


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return small_data(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a cache of its own, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "icc-cli"
