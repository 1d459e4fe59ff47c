"""The tests of this folder prove today's facts: they alone look into `data/`, and a data release may change them.

Every row of the collected evidence (`tests/evidence`) that counts as a fact is in the dataset, and nothing else is.
Rows of confidence `high` are confirmed facts, `medium` reported ones, `low` ones leads that stay out.
"""

from collections.abc import Iterator

import pytest

from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.queries.situations import Situation
from icc_cli.source.load import load
from icc_cli.treaty.model import Dataset
from tests.support.claims import FAR, ActsOnRecord
from tests.support.places import DATA


@pytest.fixture(autouse=True)
def _of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICC_DATA", str(DATA))


@pytest.fixture(scope="session")
def store(_own_world: None) -> Iterator[Store]:
    """Open today's data."""
    opened = open_store(DATA)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dataset(store: Store) -> IccDataset:
    return IccDataset(store)


@pytest.fixture(scope="session")
def files() -> Dataset:
    """Load the YAML files as checked objects, for what the database leaves out."""
    return load(DATA)


@pytest.fixture(scope="session")
def acts(dataset: IccDataset) -> ActsOnRecord:
    """Return every act on record, to look facts up in."""
    return ActsOnRecord(dataset.events(on=FAR))


@pytest.fixture(scope="session")
def situations(dataset: IccDataset) -> dict[str, Situation]:
    return {situation.id: situation for situation in dataset.situations(on=FAR)}
