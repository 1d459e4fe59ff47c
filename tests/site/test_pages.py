"""The pages lead somewhere, ask nothing of anyone, and say what the command line says."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from icc_cli.database.store import Store
from icc_cli.output import html
from icc_cli.queries.status import StateStatus, status
from icc_cli.site import build
from icc_cli.site.cases import worked
from icc_cli.treaty.naming import fold
from icc_cli.views import status as status_view
from tests.support.places import TODAY
from tests.support.site import Page, broken_links

Json = Callable[..., Any]


def test_every_state_situation_and_amendment_has_its_page(store: Store, pages: dict[str, Page]) -> None:
    for folder, query in (
        ("states", "SELECT iso3 AS id FROM state"),
        ("situations", "SELECT id FROM situation"),
        ("amendments", "SELECT id FROM amendment"),
        ("persons", "SELECT id FROM person"),
    ):
        assert {f"{folder}/{row['id']}.html" for row in store.rows(query)} <= pages.keys()


def test_a_site_of_a_day_has_no_page_of_a_person_not_yet_public(tmp_path: Path, store: Store) -> None:
    build(store, tmp_path / "site", date(2016, 11, 16))
    folder = tmp_path / "site" / "persons"
    assert {path.stem for path in folder.iterdir()} == {"al-bashir", "banda", "kenyatta", "ongwen"}
    assert "putin" not in (tmp_path / "site" / "states" / "RUS.html").read_text(encoding="utf-8").casefold()


def test_every_page_of_a_person_says_that_charges_are_allegations(site: Path, store: Store) -> None:
    for path in (site / "persons").iterdir():
        assert "Warrants and charges are allegations" in path.read_text(encoding="utf-8"), path.name
    assert "Warrants and charges are allegations" in (site / "warrants.html").read_text(encoding="utf-8")


def test_every_worked_case_has_its_page_which_every_rule_it_uses_links_to(
    site: Path, store: Store, pages: dict[str, Page]
) -> None:
    rules = (site / "jurisdiction.html").read_text(encoding="utf-8")
    found = list(worked(store, TODAY))
    assert len(found) > 20
    for case in found:
        text = (site / case.path).read_text(encoding="utf-8")
        assert case.asked.title in text
        for rule in case.rules:
            assert f'jurisdiction.html#{rule}"' in text
            item = rules[rules.index(f'<li id="{rule}"') :]
            assert case.path in item[: item.index("</li>")]
    assert {f"J{number}" for number in range(1, 31)} <= set(pages["jurisdiction.html"].ids)


def test_every_link_leads_to_a_page_and_to_a_place_that_is_on_it(site: Path, pages: dict[str, Page]) -> None:
    assert sum(len(page.leads) for page in pages.values()) > 1000
    assert broken_links(site, pages) == []


def test_a_page_loads_only_what_lies_beside_it_and_runs_nothing_written_into_it(
    site: Path, pages: dict[str, Page]
) -> None:
    for name, page in pages.items():
        assert page.inline == [], name
        for target in page.loads:
            assert not re.match("[a-z]*:|//", target), f"{name}: {target}"
            file = site / target[1:] if target[:1] == "/" else (site / name).parent / target
            assert file.resolve().is_file(), f"{name}: {target}"
    assert not re.search(r"url\((?!#)|@import|https?:", (site / "style.css").read_text(encoding="utf-8"))
    assert not re.search(r"https?:", (site / "site.js").read_text(encoding="utf-8"))


def test_ids_on_a_page_are_unique(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_a_state_s_page_says_what_the_command_line_says(site: Path, store: Store) -> None:
    for iso3 in ("RUS", "BDI", "KEN", "VEN", "MYS"):
        text = (site / "states" / f"{iso3}.html").read_text(encoding="utf-8")
        found = status(store, iso3, TODAY)
        assert isinstance(found, StateStatus)
        assert html.inline(status_view.answer(found, TODAY)) in text
        for act in found.acts:
            assert all(source.title in unescape(text) for source in act.sources), act.id


def test_the_front_page_counts_as_the_command_line_does(site: Path, icc_json: Any) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    told = {one: int(number) for one, number in re.findall(r'<li data-status="([\w-]+)".*?<b>(\d+)</b>', text)}
    (found,) = icc_json("brief", "--on", str(TODAY))
    counted = {one["what"]: one["number"] for one in found["statuses"]}
    counted["state-party"] += counted["state-party-withdrawing"]  # those stand below it: "of them withdrawing"
    assert {one: number for one, number in told.items() if number and one != "none"} == counted
    assert f"<title>Who is bound by the Rome Statute: {counted['state-party']} States Parties</title>" in text
    assert text.index('class="legend"') < text.index('id="map"') < text.index('id="day"')
    assert f'<span id="parties">{found["parties"]["number"]}</span>' in text
    pending = icc_json("withdrawals", "--outcome", "pending", "--on", str(TODAY))
    assert re.findall(r'days-left"[^>]*>([\d,]+) days', text) == [str(one["days_left"]) for one in pending]


def test_the_search_has_every_name_that_the_command_line_knows(site: Path, store: Store) -> None:
    names = json.loads((site / "names.json").read_text(encoding="utf-8"))
    known = {(iso3, folded) for iso3, _, own in names for folded, _, _ in own}
    assert known == {(row["iso3"], row["folded"]) for row in store.rows("SELECT iso3, folded FROM state_name")}
    assert ("KEN", fold("Кения")) in known


def test_the_search_has_every_situation_person_amendment_and_territory(site: Path, store: Store) -> None:
    found = json.loads((site / "things.json").read_text(encoding="utf-8"))
    assert all((site / path).is_file() for path, *_ in found)
    for table in ("situation", "person", "amendment"):
        listed = {path for path, *_ in found if path.startswith(f"{table}s/")}
        assert listed == {path.relative_to(site).as_posix() for path in (site / f"{table}s").glob("*.html")} - {
            f"{table}s/index.html"
        }
    known = {folded for *_, own in found for folded in own}
    assert {fold(row["name"]) for row in store.rows("SELECT name FROM territory")} <= known


def test_the_key_dates_of_a_state_lead_to_their_documents(site: Path) -> None:
    text = (site / "states" / "KEN.html").read_text(encoding="utf-8")
    dates = text[text.index('<table class="dates"') :].partition("</table>")[0]
    assert dates.count("<tr") == len(re.findall(r'<td role="cell" class="aside"><a href="https?:', dates)) > 2


def test_withdrawals_stand_in_sections_counted_first(site: Path, icc_json: Json) -> None:
    text = (site / "withdrawals.html").read_text(encoding="utf-8")
    listed = icc_json("withdrawals", "--on", str(TODAY))
    told = re.findall(r'<a href="#([\w-]+)">[^<]*</a> (\d+)', text)
    assert {one: int(number) for one, number in told} == Counter(one["outcome"] for one in listed)
    assert text.index(f'href="#{told[0][0]}"') < text.index("<table")


def test_investigations_and_examinations_stand_apart_the_open_ones_first(site: Path, icc_json: Json) -> None:
    text = (site / "situations" / "index.html").read_text(encoding="utf-8")
    parts = text.split("<section")[1:]
    listed = icc_json("situations", "--on", str(TODAY))
    for part, kind in zip(parts, ("situation", "examination"), strict=True):
        rows = re.findall(r'<a href="../situations/([\w-]+).html">', part)
        chosen = [one for one in listed if one["kind"] == kind]
        assert rows == [one["id"] for one in sorted(chosen, key=lambda one: not one["open"])]


def test_acts_stand_by_year_the_newest_first_and_can_be_chosen_by_kind(site: Path, icc_json: Json) -> None:
    text = (site / "acts.html").read_text(encoding="utf-8")
    listed = icc_json("events", "--on", str(TODAY))
    assert re.findall(r'<tr role="row" id="([^"]+)"', text)[0] == [one["id"] for one in listed if one["done"]][-1]
    years = Counter(f"y{one['done'][:4]}" if one["done"] else "undated" for one in listed)
    told = {one: int(number) for one, number in re.findall(r'<a href="#(y\d{4}|undated)">[^<]*</a> (\d+)', text)}
    assert told == years
    assert [one for one in told if one != "undated"] == sorted(years - Counter(undated=9999), reverse=True)
    chips = {kind: int(number) for kind, number in re.findall(r'data-show="([\w-]+)"[^>]*>[^<]*<b>(\d+)', text)}
    assert chips == Counter(re.findall(r'data-kind="([\w-]+)"', text))
    assert sum(chips.values()) == len(listed)


def test_states_can_be_chosen_by_their_status(site: Path, icc_json: Json) -> None:
    text = (site / "states" / "index.html").read_text(encoding="utf-8")
    chips = {kind: int(number) for kind, number in re.findall(r'data-show="([\w-]+)"[^>]*>[^<]*<b>(\d+)', text)}
    assert chips == Counter(one["status"] for one in icc_json("parties", "--status", "all", "--on", str(TODAY)))


def test_a_situation_begins_with_a_sentence_and_has_links_in_place_of_ids_and_commands(site: Path) -> None:
    text = (site / "situations" / "darfur.html").read_text(encoding="utf-8")
    assert "Investigation open since 1 Jun 2005, referred by the Security Council. It covers conduct from" in text
    assert '<a href="../states/SDN.html">Sudan</a>' in text
    assert '<a href="../persons/al-bashir.html">' in text
    assert "icc noncompliance" not in text
    assert "UNSC-2005-03-31-referral-darfur" not in text
    assert '<th scope="col">Id</th>' not in text
    closed = (site / "situations" / "pe-darfur.html").read_text(encoding="utf-8")
    assert re.search(r"Preliminary examination from [^.]*; on 1 Jun 2005 investigation opened\.", closed)


def test_a_situation_s_page_draws_its_course_where_a_day_of_opening_is_known(site: Path) -> None:
    drawn = (site / "situations" / "darfur.html").read_text(encoding="utf-8")
    assert drawn.index('class="lead"') < drawn.index('aria-label="Darfur, Sudan in time"') < drawn.index("<table")
    assert "<figure" not in (site / "situations" / "pe-iraq-2006.html").read_text(encoding="utf-8")


def test_an_amendment_s_page_names_whom_it_does_not_bind_and_draws_whom_it_does(site: Path, icc_json: Json) -> None:
    text = (site / "amendments" / "aggression-2010.html").read_text(encoding="utf-8")
    (found,) = icc_json("amendments", "aggression-2010", "--on", str(TODAY))
    parties = {one["iso3"] for one in icc_json("parties", "--on", str(TODAY))}
    bound = {one["iso3"] for one in found["parties"] if one["state"] == "bound"}
    unbound = text[text.index('class="columns"') :]
    unbound = unbound[: unbound.index("</ul>")]
    assert set(re.findall(r"states/(\w{3})\.html", unbound)) == parties - bound
    assert f"<desc>States bound: {found['bound']} on " in text
    listed = text[text.index("States that it binds") : text.index("Other States with a tie to it")]
    assert set(re.findall(r"states/(\w{3})\.html", listed)) == bound
    assert re.search(r'2013</td><td><span class="aside">8 May</span> <a href="../states/LIE.html">', listed)
    others = text[text.index("Other States with a tie to it") : text.index('class="columns"')]
    assert set(re.findall(r"states/(\w{3})\.html", others)) == {one["iso3"] for one in found["parties"]} - bound


def test_every_picture_is_drawn_for_a_wide_window_and_for_a_phone(site: Path) -> None:
    for path in ("index.html", "states/ZAF.html", "withdrawals.html", "amendments/aggression-2010.html"):
        text = (site / path).read_text(encoding="utf-8")
        widths = re.findall(r'<figure class="picture (\w+)"[^>]*><svg[^>]* width="(\d+)"', text)
        assert widths == [("wide", "1000"), ("narrow", "360")], path


def test_the_data_page_counts_the_rows_of_every_table_and_says_how_to_cite_them(site: Path) -> None:
    text = (site / "data.html").read_text(encoding="utf-8")
    package = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for table in (one for one in package["resources"] if one["path"].endswith(".csv")):
        rows = json.loads((site / "data" / "json" / f"{table['name']}.json").read_text(encoding="utf-8"))
        row = next(row for row in text.split("<tr") if f'href="data/{table["path"]}"' in row)
        assert f'data-label="Rows">{len(rows):,}<' in row
    assert "@misc{icc-dataset-" in text


def test_a_site_of_the_autumn_of_2016_knows_nothing_of_later(store: Store, tmp_path: Path, icc_json: Json) -> None:
    build(store, tmp_path / "site", date(2016, 11, 16))
    text = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert f"{len(icc_json('parties', '--on', '2016-11-16'))} States Parties" in text
    assert re.findall(r'days-left"[^>]*>([\d,]+) days', text) == [
        "337",
        "345",
        "359",
    ]  # South Africa, Burundi, The Gambia
    later = r"<script.*?</script>|<svg class=.ticks.*?</svg>|<button.*?</button>|<input.*?>|<p id=.pro.*?</p>|<footer.*"
    shown = re.sub(later, "", text, flags=re.DOTALL)
    shown = re.sub(r"</text>\s*<text[^>]*>", " ", shown)  # a picture's source goes on in another line
    assert "2026" not in re.sub(r"dataset \S+, checked through [^.]*", "", shown)


def test_pages_have_names_for_codes_and_no_word_of_the_command_line_s_options(site: Path) -> None:
    for path in ("index.html", "states/index.html", "states/UKR.html", "states/FRA.html", "withdrawals.html",
                 "acts.html", "situations/index.html", "amendments/index.html"):  # fmt: skip
        text = (site / path).read_text(encoding="utf-8")
        shown = re.sub(r"<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL)
        for word in ("WEOG", "GRULAC", "--json", "icc amendments", "icc status NAME", "taken back", "unsigned"):
            assert word not in shown, (path, word)


def test_a_state_s_page_says_what_was_undone_and_what_another_source_gives(site: Path) -> None:
    gambia = unescape((site / "states" / "GMB.html").read_text(encoding="utf-8"))
    assert "would have had effect 10 Nov 2017" in gambia
    assert "notice withdrawn 10 Feb 2017" in gambia
    assert "† another source: 10 Jan 2017 (A local paper" in gambia


def test_the_acts_of_a_state_stand_newest_first_with_the_days_on_which_a_status_followed(site: Path) -> None:
    """Ukraine's ratification leads the acts of its day; what has no day comes last."""
    page = (site / "states/UKR.html").read_text(encoding="utf-8")
    acts = re.findall(r'<li (?:id="([^"]*)"|class="follows">\n<p class="when">(.*?) <)', page)
    told = [name or day for name, day in acts]
    deposit = told.index("UKR-2024-10-25-ratification")
    assert told[deposit - 1] == "1 Jan 2025"
    assert all("-2024-10-25-" in name for name in told[deposit + 1 : deposit + 5])
    palestine = re.findall(r'<p class="when">(.*?) <', (site / "states/PSE.html").read_text(encoding="utf-8"))
    assert [day for day in palestine if day == "no day"] == palestine[-palestine.count("no day") :]
