"""A database is opened for reading only, wherever it lies."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.cache import cached
from tests.support.databases import name_of
from tests.support.datadir import DataDir

Icc = Callable[..., tuple[int, str, str]]


def test_a_database_cannot_be_written_to(data: DataDir, folder: Path) -> None:
    for _ in range(2):
        store = cached(data.path)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.connection.execute("DELETE FROM state")
        store.close()


@pytest.mark.skipif(os.name == "nt", reason="no directory can have this name there")
@pytest.mark.parametrize("name", ["a?b", "a#b", "a%41b", "file:a"])
def test_a_cache_may_have_a_name_that_means_something_in_an_address(
    data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
    assert name_of(cached(data.path)) == "Ruritania"
    monkeypatch.setattr("icc_cli.source.load.load", None)
    assert name_of(cached(data.path)) == "Ruritania"
