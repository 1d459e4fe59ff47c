"""What the tests of the site share: the site of the frozen record, built once, and its pages."""

from pathlib import Path

import pytest

from icc_cli.database.store import Store
from icc_cli.site import build
from tests.support.places import TODAY
from tests.support.site import Page, pages_of


@pytest.fixture(scope="session")
def site(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "public"
    build(store, folder, TODAY)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return pages_of(site)
