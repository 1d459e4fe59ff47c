"""What readers subscribe to: the feed of the newest acts, and the calendar of the days ahead."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

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
