"""What the tests of this folder share: a directory with what their questions ask for."""

from pathlib import Path

import pytest

from icc_cli.api import IccDataset
from tests.support.questions import lay_table


@pytest.fixture
def table(dataset: IccDataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where the table lies that a question compares."""
    lay_table(dataset, tmp_path)
    monkeypatch.chdir(tmp_path)
