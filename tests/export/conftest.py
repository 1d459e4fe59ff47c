"""What the tests of the export share: a dataset that is quick to export."""

from collections.abc import Iterator

import pytest

from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from tests.support.datadir import small_data


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Open the dataset of two imaginary States: quick to export, also by day."""
    opened = open_store(small_data(tmp_path_factory.mktemp("small") / "data").path)
    yield opened
    opened.close()
