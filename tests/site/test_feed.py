"""What readers subscribe to: the feed of the newest acts, and the calendar of the days ahead."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest

from icc_cli.database.store import Store
from icc_cli.site import build
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_has_stable_ids_and_the_times_of_the_acts(site: Path) -> None:
    feed = ElementTree.fromstring((site / "feed.atom").read_text(encoding="utf-8"))
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    assert "tag:icc-cli,2026:NRU-2026-09-23-withdrawal-notice" in ids
    assert len(set(ids)) == len(ids)
    assert all(entry.findtext(f"{ATOM}updated", "") <= f"{TODAY}T00:00:00Z" for entry in entries)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        path, anchor = urldefrag(link.get("href", ""))
        assert f'id="{anchor}"' in (site / path).read_text(encoding="utf-8")


def test_the_calendar_is_that_of_icc_upcoming(site: Path, icc: Run) -> None:
    said = icc("upcoming", "--format", "ics", "--on", str(TODAY))[1]
    assert (site / "calendar.ics").read_bytes().decode().replace("\r\n", "\n") == said.replace("\r\n", "\n")


def test_with_an_address_the_feed_and_the_previews_of_pages_have_absolute_links(store: Store, tmp_path: Path) -> None:
    url = "https://example.org/rome/"
    build(store, tmp_path / "site", TODAY, url=url)
    feed = (tmp_path / "site" / "feed.atom").read_text(encoding="utf-8")
    links = re.findall(r'<link [^>]*href="([^"]*)"', feed)
    assert f"{url}feed.atom" in links
    assert all(link.startswith(url) and (tmp_path / "site" / link[len(url) :].split("#")[0]).exists() for link in links)
    for path in ("index.html", "states/KEN.html"):
        text = (tmp_path / "site" / path).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{url}{path}">' in text
        assert f'<meta property="og:image" content="{url}preview.png">' in text
    assert (tmp_path / "site" / "preview.png").read_bytes().startswith(b"\x89PNG")


def test_without_an_address_no_page_names_one(site: Path) -> None:
    assert "og:" not in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "preview.png").exists()


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://", "https://a b/", "https://x/?q=1"])
def test_what_is_no_address_is_refused_in_one_line(address: str, icc: Run, tmp_path: Path) -> None:
    code, out, err = icc("site", str(tmp_path / "site"), "--url", address)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "https://example.org/" in err
