"""What the tests of comparing share: a table as the record has it, and how it is compared."""

from datetime import date

import pytest

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.depositary import xml
from icc_cli.depositary.compare import Comparison, compare
from icc_cli.depositary.treaties import recognise
from tests.support import untc
from tests.support.comparing import Against
from tests.support.places import TODAY
from tests.support.untc import Made


@pytest.fixture
def made(dataset: IccDataset) -> Made:
    """The table of the Statute as the record has it, to be spoilt."""
    return untc.statute(dataset)


@pytest.fixture
def against(store: Store) -> Against:
    """Compare a made table with the record."""

    def call(table: Made, on: date = TODAY) -> Comparison:
        read = xml.read(table.xml(), "made.xml")
        return compare(store, read, recognise(store, read.header, "made.xml"), on)

    return call
