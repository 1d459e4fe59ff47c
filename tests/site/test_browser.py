"""The site in a real browser: slider, search, keyboard, axe; and that nothing leaves this machine.

Needs the extra `browser` and a Chromium: Debian's, or the one that ICC_CHROMIUM names.
"""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from icc_cli.database.store import Store
from icc_cli.page.palette import STATUS
from icc_cli.queries.status import parties
from icc_cli.site import build
from icc_cli.site.serve import server
from icc_cli.treaty.dates import spell
from icc_cli.treaty.naming import fold
from tests.support.places import TODAY

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[browser]'")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

CHROMIUM = os.environ.get("ICC_CHROMIUM") or shutil.which("chromium")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no chromium is installed: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESKTOP: "ViewportSize" = {"width": 1300, "height": 900}
SAMPLES = (
    "index.html",
    "states/index.html",
    "states/RUS.html",
    "states/UKR.html",
    "states/XKX.html",
    "states/GMB.html",
    "states/VEN.html",
    "withdrawals.html",
    "warrants.html",
    "cooperation.html",
    "persons/putin.html",
    "404.html",
    "situations/index.html",
    "situations/darfur.html",
    "amendments/index.html",
    "amendments/aggression-2010.html",
    "acts.html",
    "jurisdiction.html",
    "data.html",
)


@pytest.fixture(scope="module")
def address(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser") / "public"
    build(store, folder, TODAY)
    serving = server(folder, 0)
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_address[1]}"
    serving.shutdown()
    thread.join()
    serving.server_close()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Give a page; whatever it said on the console, or asked of another host, fails the test."""
    with browser.new_context(viewport=DESKTOP) as context:
        opened = context.new_page()
        faults: list[str] = []
        opened.on("console", lambda message: faults.append(f"console: {message.text}"))
        opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
        opened.on(
            "request",
            lambda one: faults.append(one.url) if urlsplit(one.url).hostname != "127.0.0.1" else None,
        )
        opened.on("response", lambda one: faults.append(f"{one.status} {one.url}") if one.status >= 400 else None)
        yield opened
        assert faults == []


def colours(page: "Page") -> dict[str, str]:
    """Return the colour in which each State is drawn, as `#RRGGBB`; the palette's for those with a pattern."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#map path[data-state]")].map(
            (one) => [one.dataset.state, getComputedStyle(one).getPropertyValue("--status").trim()]))"""
    )
    return found


def violations(page: "Page") -> list[tuple[str, str]]:
    """Return what axe finds on a page, of whatever weight: each rule broken, with the first that breaks it."""
    found = axe_api.Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


def words_of_the_legend(page: "Page") -> list[str]:
    return [one.inner_text() for one in page.locator(".legend li:visible span").all()]


def counts(page: "Page") -> dict[str, int]:
    return {
        one.get_attribute("data-status") or "": int(one.locator("b").inner_text())
        for one in page.locator(".legend li[data-status]:visible").all()
    }


@pytest.mark.parametrize("day", ["1998-07-17", "2002-07-01", "2016-11-16", "2017-10-27", "2027-09-23"])
def test_the_slider_shows_each_state_in_the_colour_of_its_status_on_the_day(
    day: str, page: "Page", address: str, store: Store
) -> None:
    page.goto(f"{address}/index.html")
    page.locator("#date").fill(day)
    page.locator("#date").dispatch_event("change")
    found = parties(store, date.fromisoformat(day), statuses=())
    drawn = colours(page)
    assert {one.iso3: drawn[one.iso3] for one in found if one.iso3 in drawn} == {
        one.iso3: STATUS[one.status] for one in found if one.iso3 in drawn
    }
    both = [one for one in found if one.status.startswith("state-party")]
    assert page.locator("#parties").inner_text() == str(len(both))
    shown = counts(page)
    held: dict[str, int] = {one.status: sum(other.status == one.status for other in found) for one in found}
    withdrawing = shown.pop("state-party-withdrawing", 0)
    assert withdrawing == held.pop("state-party-withdrawing", 0)
    assert shown.get("state-party", 0) == len(both)
    assert {one: shown[one] for one in held} == held | ({"state-party": len(both)} if both else {})
    assert sum(shown.values()) == store.rows("SELECT count(*) AS n FROM state")[0]["n"]


def test_on_16_november_2016_the_front_page_tells_the_parties_and_the_three_of_them_withdrawing(
    page: "Page", address: str, store: Store
) -> None:
    page.goto(f"{address}/index.html#on=2016-11-16")
    number = len(parties(store, date(2016, 11, 16)))
    assert page.locator("#lead").inner_text() == f"On 16 Nov 2016: {number} States Parties, 3 of them withdrawing."
    assert words_of_the_legend(page)[:3] == ["States Parties", "of them withdrawing", "signatories"]
    assert counts(page)["state-party-withdrawing"] == 3
    drawn = colours(page)
    assert (drawn["RUS"], drawn["GMB"], drawn["PHL"]) == ("#0072B2", "#E69F00", "#009E73")


def test_the_slider_is_moved_by_keys_by_a_day_and_a_month(page: "Page", address: str, store: Store) -> None:
    page.goto(f"{address}/index.html#on=2017-01-31")
    slider, told = page.locator("#day"), page.locator("#day-told")
    for key, day in (
        ("ArrowRight", "1 Feb 2017"),
        ("ArrowLeft", "31 Jan 2017"),
        ("PageUp", "28 Feb 2017"),
        ("PageDown", "28 Jan 2017"),
        ("Home", "17 Jul 1998"),
        ("PageDown", "17 Jul 1998"),
        ("End", "23 Sep 2027"),
        ("PageUp", "23 Sep 2027"),
    ):
        slider.press(key)
        assert told.inner_text() == day
    number = len(parties(store, date(2027, 9, 23)))
    assert slider.get_attribute("aria-valuetext") == f"23 Sep 2027, {number} States Parties"
    assert page.locator("#projected").is_visible()
    assert page.locator("#lead").inner_text() == f"On 23 Sep 2027: {number} States Parties expected."


def test_only_what_is_expected_has_stripes_on_the_map(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html#on=2027-06-18")
    assert page.evaluate(
        """() => [...document.querySelectorAll("#map path[data-state]")].filter(
            (one) => getComputedStyle(one).fill.startsWith("url")).map((one) => one.dataset.state)"""
    ) == ["NER"]
    assert page.locator("#striped").is_visible()
    page.goto(f"{address}/index.html#on=2017-10-27")
    sync_api.expect(page.locator("#striped")).to_be_hidden()
    assert page.locator("#map .expected").count() == 0


@pytest.mark.parametrize("path", ["index.html", "states/UKR.html"])
def test_nothing_on_a_page_moves_while_it_loads(path: str, page: "Page", address: str) -> None:
    page.set_viewport_size(PHONE)
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver((list) => {
            for (const one of list.getEntries()) window.moved += one.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto(f"{address}/{path}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.01


def test_the_map_and_its_legend_are_seen_without_scrolling(page: "Page", address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/index.html")
    for part in (".legend", "#map", "#day"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["y"] + box["height"] <= 900, part


def test_a_button_goes_to_its_day(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("button", name=re.compile("Burundi leaves")).click()
    assert page.locator("#day-told").inner_text() == "27 Oct 2017"
    assert page.url.endswith("#on=2017-10-27")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Кения", "KEN"), ("RU", "RUS"), ("drc", "COD"), ("the Gambia", "GMB"), ("côte d'ivoire", "CIV"), ("中国", "CHN")],
)
def test_the_search_finds_a_state_by_any_name_and_opens_its_page(
    typed: str, found: str, page: "Page", address: str
) -> None:
    page.goto(f"{address}/withdrawals.html")
    box = page.get_by_role("combobox", name="Find")
    box.fill(typed)
    assert page.get_by_role("option").first.get_attribute("data-iso3") == found
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "found-0"
    box.press("Enter")
    page.wait_for_url(f"{address}/states/{found}.html")


def test_the_search_says_when_there_is_no_such_state(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("combobox").fill("Xyzzyqua")
    said = page.locator("#search-said")
    sync_api.expect(said).to_have_text("Nothing by that name")
    box = said.bounding_box()
    assert box
    assert box["height"] > 20
    assert page.get_by_role("option").count() == 0


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Phillipines", "states/PHL.html"),
        ("germny", "states/DEU.html"),
        ("darfur", "situations/darfur.html"),
        ("crimea", "states/UKR.html"),
        ("putin", "persons/putin.html"),
        ("Putln", "persons/putin.html"),
        ("aggression", "amendments/aggression-2010.html"),
    ],
)
def test_the_search_finds_slips_of_the_pen_situations_territories_persons_and_amendments(
    typed: str, path: str, page: "Page", address: str
) -> None:
    page.goto(f"{address}/states/KEN.html")
    page.get_by_role("combobox").fill(typed)
    assert page.get_by_role("option").first.get_attribute("data-path") == path
    page.get_by_role("combobox").press("Enter")
    page.wait_for_url(f"{address}/{path}")


def test_a_whole_word_hides_what_is_found_only_inside_another(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("combobox").fill("Russie")  # not Belarus, by the inside of Biélorussie
    page.get_by_role("option").first.wait_for()
    assert {one.get_attribute("data-iso3") for one in page.get_by_role("option").all()} == {"RUS"}


def test_a_page_that_is_not_there_has_the_search_at_any_depth(browser: "Browser", address: str) -> None:
    with browser.new_context() as context:
        lost = context.new_page()
        answer = lost.goto(f"{address}/states/deep/down/nowhere.html")
        assert answer
        assert answer.status == 404
        assert lost.get_by_role("heading", level=1).inner_text() == "There is no such page"
        lost.get_by_role("combobox").fill("Kenya")
        lost.get_by_role("option").first.click()
        lost.wait_for_url(f"{address}/states/KEN.html")


def test_a_state_s_page_says_what_it_was_on_another_day(page: "Page", address: str) -> None:
    page.goto(f"{address}/states/BDI.html#on=2016-11-16")
    told = page.locator("#state-told")
    assert told.inner_text() == "16 Nov 2016: State Party, withdrawing, since 27 Oct 2016"
    before = page.locator(".wide line.day").get_attribute("x1")
    page.locator("#state-date").fill("2017-10-27")
    page.locator("#state-date").dispatch_event("change")
    assert told.inner_text() == "27 Oct 2017: former party, since 27 Oct 2017"
    assert page.url.endswith("#on=2017-10-27")
    assert float(page.locator(".wide line.day").get_attribute("x1") or 0) > float(before or 0)
    page.goto(f"{address}/states/NER.html#on=2027-06-18")
    assert told.inner_text().endswith("former party, since 18 Jun 2027, expected, unless a notice is withdrawn")


def test_the_search_folds_every_name_as_the_program_does(page: "Page", address: str, store: Store) -> None:
    page.goto(f"{address}/index.html")
    names = [row["name"] for row in store.rows("SELECT DISTINCT name FROM state_name ORDER BY name")]
    names += ["St. Lucia", "Gambia (The)", "CÔTE D’IVOIRE", "Trinidad & Tobago", "L'Allemagne"]
    assert dict(zip(names, page.evaluate("(names) => names.map(fold)", names), strict=True)) == {
        name: fold(name) for name in names
    }


def test_a_click_on_the_map_opens_the_state_s_page(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.locator("#m-AUS").click()
    page.wait_for_url(f"{address}/states/AUS.html")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Australia")


def test_the_page_of_russia_shows_its_signature_and_that_it_disowned_it(page: "Page", address: str) -> None:
    page.goto(f"{address}/states/RUS.html")
    assert (
        "Signed on 13 Sep 2000, never ratified; disowned its signature on 30 Nov 2016"
        in page.locator(".lead").inner_text()
    )
    assert page.locator("#RUS-2016-11-30-no-intent-declaration").get_by_role("link").first.is_visible()


@pytest.mark.parametrize("path", SAMPLES)
def test_axe_finds_nothing_in_light_and_dark_on_desktop_and_phone(path: str, page: "Page", address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/{path}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.reload()
    assert violations(page) == []


@pytest.mark.parametrize("path", SAMPLES)
def test_no_page_is_wider_than_a_phone_or_a_tablet(path: str, page: "Page", address: str) -> None:
    for width in (320, 390, 768, 820):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_all_can_be_read(browser: "Browser", address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        bare = context.new_page()
        bare.goto(f"{address}/index.html")
        assert bare.get_by_text(f"The map shows {spell(TODAY)}.").is_visible()
        assert not bare.locator(".time").is_visible()
        assert not bare.locator(".search").is_visible()
        bare.get_by_role("link", name="States", exact=True).click()
        bare.get_by_role("link", name="Kenya", exact=True).click()
        assert bare.get_by_role("heading", level=1).inner_text().startswith("Kenya")


def test_a_site_works_in_any_folder(browser: "Browser", store: Store, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    build(store, tmp_path / "some" / "folder", TODAY)
    serving = server(tmp_path, 0)
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    try:
        with browser.new_context() as context:
            inner = context.new_page()
            missing: list[Any] = []
            inner.on("response", lambda one: missing.append(one.url) if one.status >= 400 else None)
            inner.goto(f"http://127.0.0.1:{serving.server_address[1]}/some/folder/states/KEN.html")
            inner.get_by_role("combobox").fill("Russie")
            inner.get_by_role("option").first.click()
            inner.wait_for_url("**/some/folder/states/RUS.html")
            assert missing == []
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()


def test_a_chip_shows_the_states_of_one_status_and_is_remembered(page: "Page", address: str, store: Store) -> None:
    page.goto(f"{address}/states/index.html")
    page.locator("[data-show=former-party]").click()
    left = {row["iso3"] for row in store.rows("SELECT iso3 FROM span WHERE status = 'former-party' AND since < '2026'")}
    assert page.locator("tr[data-kind]:visible").count() == len(left)
    assert page.url.endswith("#show=former-party")
    page.reload()
    assert page.locator("tr[data-kind]:visible").count() == len(left)


def test_a_year_without_an_act_of_the_chosen_kind_is_not_shown(page: "Page", address: str) -> None:
    page.goto(f"{address}/acts.html#show=agreement")
    assert page.locator("section:visible").count() < page.locator("section").count()
    assert set(page.locator("tr[data-kind]:visible").evaluate_all("rows => rows.map((row) => row.dataset.kind)")) == {
        "agreement"
    }


def test_a_pressed_head_sorts_by_the_day_and_pressed_again_the_other_way(page: "Page", address: str) -> None:
    page.goto(f"{address}/states/index.html")
    head = page.get_by_role("button", name="Since")
    days = (
        "cells => cells.map((cell) => cell.textContent.trim()).filter(Boolean).map((day) => Date.parse(`${day} UTC`))"
    )
    cells = page.locator('td[data-label="Since"]')
    head.click()
    assert page.locator("th[aria-sort=ascending]").count() == 1
    oldest = cells.evaluate_all(days)
    assert oldest == sorted(oldest)
    head.click()
    newest = cells.evaluate_all(days)
    assert newest == sorted(newest, reverse=True)
