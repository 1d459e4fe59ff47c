"""`icc site`: the pages lead somewhere, ask nothing of anyone, and say what the command line says."""

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable
from datetime import date
from functools import partial
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.output import html
from icc_cli.queries.acts import Source
from icc_cli.queries.status import StateStatus, status
from icc_cli.site import api, build
from icc_cli.site.grid import linked
from icc_cli.site.serve import server
from icc_cli.treaty.naming import fold
from icc_cli.views import status as status_view
from tests.datadir import small_data

Run = Callable[..., tuple[int, str, str]]
ON = date(2026, 11, 23)
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """What a page holds: its ids, what it loads, what it leads to, and its inline scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.loads += [given[name] for name in ("src", "srcset", "poster", "data", "xlink:href") if name in given]
        if "href" in given:
            (self.leads if tag == "a" else self.loads).append(given["href"])
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.inline.append(tag)


@pytest.fixture(scope="session")
def site(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "public"
    build(store, folder, ON)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return {
        path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_every_state_situation_and_amendment_has_its_page(store: Store, pages: dict[str, Page]) -> None:
    for folder, query in (
        ("states", "SELECT iso3 AS id FROM state"),
        ("situations", "SELECT id FROM situation"),
        ("amendments", "SELECT id FROM amendment"),
    ):
        assert {f"{folder}/{row['id']}.html" for row in store.rows(query)} <= pages.keys()


def test_every_link_leads_to_a_page_and_to_a_place_that_is_on_it(site: Path, pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for target in page.leads:
            if re.match("https?:", target):
                continue
            path, anchor = urldefrag(target)
            found = (site / name).parent / path if path else site / name
            assert found.resolve().is_file(), f"{name}: {target}"
            if anchor:
                assert anchor in pages[found.resolve().relative_to(site.resolve()).as_posix()].ids, f"{name}: {target}"


def test_a_page_loads_only_what_lies_beside_it_and_runs_nothing_written_into_it(
    site: Path, pages: dict[str, Page]
) -> None:
    for name, page in pages.items():
        assert page.inline == [], name
        for target in page.loads:
            assert not re.match("[a-z]*:|//", target), f"{name}: {target}"
            assert ((site / name).parent / target).resolve().is_file(), f"{name}: {target}"
    assert not re.search(r"url\((?!#)|@import|https?:", (site / "style.css").read_text(encoding="utf-8"))
    assert not re.search(r"https?:", (site / "site.js").read_text(encoding="utf-8"))


def test_ids_on_a_page_are_unique(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_the_files_for_programs_are_what_the_command_line_prints_byte_for_byte(site: Path, icc: Run) -> None:
    for name, command in api.FILES.items():
        if name == "dataset.json":
            continue
        words = ["sql", api.SPANS] if name == "spans.json" else command.split()[1:]
        given = [] if name == "spans.json" else ["--on", str(ON)]
        code, out, _ = icc(*words, "--json", *given)
        assert code == 0
        found = (site / api.ROOT / name).read_text(encoding="utf-8")
        if name == "spans.json":  # a query is asked today
            assert json.loads(found)["data"] == json.loads(out)["data"]
        else:
            assert found == out, name


def test_every_state_has_the_file_that_the_command_line_prints(site: Path, store: Store, icc: Run) -> None:
    found = sorted((site / api.ROOT / "states").iterdir())
    assert [path.stem for path in found] == [row["iso3"] for row in store.rows("SELECT iso3 FROM state ORDER BY iso3")]
    for path in found:
        assert path.read_text(encoding="utf-8") == icc("status", path.stem, "--json", "--on", str(ON))[1], path.name


def test_the_dataset_is_described_as_on_the_command_line_but_for_where_it_lies(site: Path, icc_json: Any) -> None:
    found = json.loads((site / api.ROOT / "dataset.json").read_text(encoding="utf-8"))["data"]
    assert (site / found[0].pop("origin")).is_file()
    (said,) = icc_json("data", "info")
    said.pop("origin")
    assert found == [said]


def test_every_file_for_programs_keeps_to_the_schema_beside_it(site: Path) -> None:
    folder = site / api.ROOT
    for path in (*folder.glob("*[!a].json"), *(folder / "states").glob("*.json")):
        if path.name.endswith(".schema.json"):
            continue
        answer = json.loads(path.read_text(encoding="utf-8"))
        name = answer["schema"].split("/")[1]
        schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(answer)


def test_a_state_s_page_says_what_the_command_line_says(site: Path, store: Store) -> None:
    for iso3 in ("RUS", "BDI", "KEN", "VEN", "MYS"):
        text = (site / "states" / f"{iso3}.html").read_text(encoding="utf-8")
        found = status(store, iso3, ON)
        assert isinstance(found, StateStatus)
        assert html.inline(status_view.answer(found, ON)) in text
        for act in found.acts:
            assert all(source.title in unescape(text) for source in act.sources), act.id


def test_the_front_page_counts_as_the_command_line_does(site: Path, icc_json: Any) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    told = {one: int(number) for one, number in re.findall(r'<li data-status="([\w-]+)".*?<b>(\d+)</b>', text)}
    (found,) = icc_json("brief", "--on", str(ON))
    assert {one: number for one, number in told.items() if number and one != "none"} == {
        one["what"]: one["number"] for one in found["statuses"]
    }
    assert f'<span id="parties">{found["parties"]["number"]}</span>' in text
    pending = icc_json("withdrawals", "--outcome", "pending", "--on", str(ON))
    assert re.findall(r'class="big">([\d,]+) days', text) == [str(one["days_left"]) for one in pending]


def test_the_slider_knows_the_status_of_every_state_on_every_day_on_which_one_changes(site: Path, store: Store) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="spans">(.*?)</script>', text)
    assert found
    data = json.loads(found[1])
    first = date.fromisoformat(data["first"])
    for row in store.rows("SELECT DISTINCT max(since, ?) AS day FROM span", data["first"]):
        day = (date.fromisoformat(row["day"]) - first).days
        said = {}
        for iso3, spans in data["spans"].items():
            said[iso3] = data["statuses"][
                [s for since, s in zip(spans[::2], spans[1::2], strict=True) if since <= day][-1]
            ]
        assert said == {
            one["iso3"]: one["status"]
            for one in store.rows(
                "SELECT * FROM span WHERE since <= ? AND (until > ? OR until IS NULL)", row["day"], row["day"]
            )
        }, row["day"]


def test_the_search_has_every_name_that_the_command_line_knows(site: Path, store: Store) -> None:
    names = json.loads((site / "names.json").read_text(encoding="utf-8"))
    known = {(iso3, folded) for iso3, _, own in names for folded, _, _ in own}
    assert known == {(row["iso3"], row["folded"]) for row in store.rows("SELECT iso3, folded FROM state_name")}
    assert ("KEN", fold("Кения")) in known


def test_the_front_page_with_all_it_loads_is_under_300_kb_compressed(site: Path, pages: dict[str, Page]) -> None:
    loaded = ["index.html", "style.css", "site.js", "names.json", "icon.svg"]
    assert set(pages["index.html"].loads) <= {*loaded, "feed.atom"}
    assert sum(len(gzip.compress((site / name).read_bytes())) for name in loaded) < 300_000


def test_the_same_day_gives_the_same_bytes_and_an_earlier_site_is_replaced(
    site: Path, store: Store, tmp_path: Path
) -> None:
    build(store, tmp_path / "again", date(2016, 11, 16))
    build(store, tmp_path / "again", ON)
    written = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    again = {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }
    assert written == again


def test_a_directory_that_holds_anything_else_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"is not empty: mine\.txt"):
        build(store, tmp_path, ON)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_site_of_the_autumn_of_2016_knows_nothing_of_later(store: Store, tmp_path: Path) -> None:
    build(store, tmp_path / "site", date(2016, 11, 16))
    text = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "124 States Parties" in text
    assert re.findall(r'class="big">([\d,]+) days', text) == ["337", "345", "359"]  # South Africa, Burundi, The Gambia
    later = r"<script.*?</script>|<button.*?</button>|<input.*?>|<p id=.projected.*?</p>|<footer.*"
    shown = re.sub(later, "", text, flags=re.DOTALL)
    assert "2026" not in re.sub(r"dataset \S+, checked through [^.]*", "", shown)


def test_the_feed_has_stable_ids_and_the_times_of_the_acts(site: Path) -> None:
    feed = ElementTree.fromstring((site / "feed.atom").read_text(encoding="utf-8"))
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    assert "tag:icc-cli,2026:NRU-2026-09-23-withdrawal-notice" in ids
    assert len(set(ids)) == len(ids)
    assert all(entry.findtext(f"{ATOM}updated", "") <= f"{ON}T00:00:00Z" for entry in entries)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        path, anchor = urldefrag(link.get("href", ""))
        assert f'id="{anchor}"' in (site / path).read_text(encoding="utf-8")


def test_the_calendar_is_that_of_icc_upcoming(site: Path, icc: Run) -> None:
    said = icc("upcoming", "--format", "ics", "--on", str(ON))[1]
    assert (site / "calendar.ics").read_bytes().decode().replace("\r\n", "\n") == said.replace("\r\n", "\n")


def test_no_page_leads_to_an_address_that_is_not_of_the_web() -> None:
    told = linked([Source("key", None, 'A <b> "title"', "javascript:alert(1)")])
    assert "javascript" not in told
    assert "<b>" not in told


def test_the_site_is_served_on_loopback_only(site: Path) -> None:
    serving = server(site, 0)
    assert serving.server_address[0] == "127.0.0.1"
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{serving.server_address[1]}/feed.atom", timeout=10) as answer:
            assert answer.headers["Content-Type"] == "application/atom+xml"
        with pytest.raises(UsageError, match="cannot listen on port"):
            server(site, serving.server_address[1])
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()


def test_a_preview_tells_its_address_ends_with_ctrl_c_and_leaves_nothing_behind(tmp_path: Path) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-m", "icc_cli", "site", "--serve", "--on", str(ON)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # heard in a background job, too
    )
    guard = threading.Timer(120, serving.kill)
    guard.start()
    try:
        assert serving.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", serving.stderr.readline())
        assert found
        with urllib.request.urlopen(f"{found[0]}states/KEN.html", timeout=30) as answer:
            assert b"Kenya" in answer.read()
        serving.send_signal(signal.SIGINT)
        out, err = serving.communicate(timeout=30)
    finally:
        guard.cancel()
        serving.kill()
        serving.wait()
    assert (serving.returncode, out, err) == (130, "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_command_tells_what_it_wrote(icc: Run, tmp_path: Path) -> None:
    code, out, err = icc("site", str(tmp_path / "site"), "--on", "2026-11-23")
    assert (code, err) == (0, "")
    assert re.fullmatch(r".*site: \d+ pages, \d+ files, \d+\.\d MB\n", out)


def test_the_command_needs_a_directory_or_serve(icc: Run) -> None:
    code, out, err = icc("site")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "icc site public" in err


def test_without_its_extra_the_command_says_what_to_install(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "icc_cli.site.pages", raising=False)
    code, _, err = icc("site", str(tmp_path / "site"))
    assert (code, err.count("\n")) == (2, 1)
    assert "icc-cli[site]" in err
    assert not (tmp_path / "site").exists()


def test_a_request_that_fails_is_no_noise_beside_the_preview(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with server(site, 0) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        with socket.create_connection(("127.0.0.1", serving.server_address[1])) as browser:
            browser.sendall(b"GET /%00 HTTP/1.0\r\n\r\n")  # no file has this name
            while browser.recv(1000):
                pass
        serving.shutdown()
        thread.join()
    assert capfd.readouterr() == ("", "")


def test_a_dataset_without_notices_makes_a_site_too(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    code, _, err = icc("site", str(tmp_path / "site"), "--data", str(data.path), "--on", "2026-11-23")
    assert (code, err) == (0, "")


def test_the_command_names_its_directory_harmlessly(icc: Run, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    out = icc("site", str(tmp_path / "a\x1b[31m\u202e\udcff"), "--data", str(data.path))[1]
    assert "a\\x1b[31m\\u202e\\udcff: " in out
    assert "\u202e" not in out
