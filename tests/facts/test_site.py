"""Today's whole site, with every State: no link leads nowhere, and the front page stays light."""

import gzip
from pathlib import Path

import pytest

from icc_cli.database.store import Store
from icc_cli.site import build
from tests.support.places import TODAY
from tests.support.site import Page, broken_links, pages_of


@pytest.fixture(scope="module")
def site(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "public"
    build(store, folder, TODAY)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return pages_of(site)


def test_no_link_leads_nowhere_and_no_id_is_there_twice(site: Path, pages: dict[str, Page], store: Store) -> None:
    assert {f"states/{row['iso3']}.html" for row in store.rows("SELECT iso3 FROM state")} <= pages.keys()
    assert broken_links(site, pages) == []
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []


def test_the_front_page_with_all_it_loads_is_under_300_kb_compressed(site: Path, pages: dict[str, Page]) -> None:
    loaded = ["index.html", "style.css", "site.js", "names.json", "icon.svg"]
    assert set(pages["index.html"].loads) <= {*loaded, "feed.atom", "noscript.css"}  # the last only without scripts
    assert sum(len(gzip.compress((site / name).read_bytes())) for name in loaded) < 300_000
