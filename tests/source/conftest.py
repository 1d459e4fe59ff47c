"""A data directory to spoil, and a judge of what Graustark does in it."""

from pathlib import Path

import pytest

from tests.support.court import COOPERATION, HENTZAU, PERSON, STRELSAU
from tests.support.datadir import DataDir, small_data
from tests.support.graustark import GRAUSTARK, Judge, doing


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    """Give the small dataset, which is sound."""
    return small_data(tmp_path / "data")


@pytest.fixture
def judge(data: DataDir) -> Judge:
    """Give Graustark these acts, one a line, and further keys; returns what is wrong."""

    def wrong(*acts: str, **keys: str) -> list[str]:
        data.write(GRAUSTARK, doing(*acts, **keys))
        return data.problems()

    return wrong


@pytest.fixture
def court(data: DataDir) -> DataDir:
    """Give the small dataset with a person and with cooperation, which is sound."""
    data.write(PERSON, HENTZAU)
    data.write(COOPERATION, STRELSAU)
    for name in ("strelsau", "pe-strelsau"):
        data.edit(f"situations/{name}.yaml", "trigger:", "reference: ICC-01/99\ntrigger:")
    assert data.problems() == []
    return data
