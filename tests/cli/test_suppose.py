"""`--suppose` on every command about a day: what it answers, and that nobody can take it for the record."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from icc_cli.api import open_dataset
from icc_cli.errors import UsageError
from tests.support.places import RECORD

Run = Callable[..., tuple[int, str, str]]
ACT = "norway withdrawal-notice 2026-12-01"
ID = "supposed-NOR-2026-12-01-withdrawal-notice"
SUPPOSE = ("--suppose", ACT)
WAR_CRIMES = ("jurisdiction", "-c", "war-crimes", "-d", "2028-01-01", "-t", "norway", "--on", "2028-02-01")
QUESTIONS = [
    ("status", "norway"),
    ("parties",),
    ("withdrawals",),
    ("events", "norway"),
    ("situations",),
    ("brief",),
    ("diff", "2026-11-01", "2028-01-01"),
    ("upcoming",),
    ("amendments",),
    ("declarations",),
    ("agreement",),
    ("timeline", "norway"),
    ("chart",),
    ("map",),
    ("show", "darfur"),
    WAR_CRIMES,
]


@pytest.mark.parametrize("question", QUESTIONS, ids=[question[0] for question in QUESTIONS])
@pytest.mark.parametrize("format_name", ["table", "plain", "markdown", "html"])
def test_every_page_says_above_and_below_that_it_supposes(
    icc: Run, question: tuple[str, ...], format_name: str
) -> None:
    _, page, _ = icc(*question, *SUPPOSE, "--format", format_name)
    assert "SUPPOSED, not on record: Norway, notice of withdrawal on 1 Dec 2026" in page
    assert "Nothing of it was written or kept." in page


@pytest.mark.parametrize("question", QUESTIONS, ids=[question[0] for question in QUESTIONS])
def test_every_answer_for_programs_names_what_it_supposes(icc: Run, question: tuple[str, ...]) -> None:
    _, found, _ = icc(*question, *SUPPOSE, "--json")
    (act,) = json.loads(found)["supposed"]
    assert (act["id"], act["effect"], act["article"]) == (ID, "2027-12-01", "Art. 127(1)")
    _, plain, _ = icc(*question, "--json")
    assert "supposed" not in json.loads(plain)


def test_rows_have_a_last_column_of_what_they_suppose(icc: Run) -> None:
    for format_name, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
        _, page, _ = icc("withdrawals", *SUPPOSE, "--format", format_name)
        rows = list(csv.reader(io.StringIO(page), dialect))
        assert rows[0][-1] == "supposed"
        assert {row[-1] for row in rows[1:]} == {ID}
    _, lines, _ = icc("withdrawals", *SUPPOSE, "--format", "jsonl")
    assert all(json.loads(line)["supposed"][0]["id"] == ID for line in lines.splitlines())


@pytest.mark.parametrize("question", [("timeline", "norway"), ("chart",), ("map",)])
def test_a_picture_says_so_in_itself(icc: Run, question: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    code, _, _ = icc(*question, *SUPPOSE, "--svg", str(path))
    picture = fromstring(path.read_text())
    told = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text") if text.text]
    assert code == 0
    assert any(one.startswith("SUPPOSED, not on record: Norway") for one in told)


def test_without_a_day_the_day_of_the_last_supposed_act_is_asked_about(icc: Run) -> None:
    _, found, _ = icc("status", "norway", *SUPPOSE, "--json")
    answer = json.loads(found)
    assert answer["on"] == "2026-12-01"
    assert answer["data"][0]["status"] == "state-party-withdrawing"


def test_crimes_on_a_territory_that_is_left_are_no_longer_within_reach(icc: Run) -> None:
    (stays, *_), (leaves, page, _) = icc(*WAR_CRIMES), icc(*WAR_CRIMES, *SUPPOSE)
    assert (stays, leaves) == (0, 1)
    assert "1 Dec 2027" in page


@pytest.mark.parametrize("command", [("export", "there"), ("site", "there"), ("cite", "norway"), ("sql", "SELECT 1")])
def test_nothing_supposed_is_exported_cited_or_published(icc: Run, command: tuple[str, ...]) -> None:
    code, page, told = icc(*command, *SUPPOSE)
    assert (code, page) == (2, "")
    assert "--suppose" in told
    assert not Path("there").exists()


def test_a_calendar_says_so_of_the_day_that_is_only_supposed(icc: Run) -> None:
    pytest.importorskip("icalendar")
    _, page, _ = icc("upcoming", *SUPPOSE, "--format", "ics")
    events = page.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    assert [("SUMMARY:Supposed: " in one, "UID:supposed-" in one) for one in events].count((True, True)) == 1
    assert not any(("SUMMARY:Supposed: " in one) != ("UID:supposed-" in one) for one in events)


def test_the_package_supposes_too_and_hands_none_of_it_on(tmp_path: Path) -> None:
    asked: Any = {"directory": RECORD, "suppose": [ACT, "niger notice-withdrawn 2027-01-15"]}
    with open_dataset(**asked) as dataset:
        assert [one.iso3 for one in dataset.supposed] == ["NOR", "NER"]
        assert dataset.status("niger", on="2028-01-01").status == "state-party"
        for refused in (
            lambda: dataset.export(tmp_path / "there", on="2028-01-01"),
            lambda: dataset.cite("norway", on="2028-01-01"),
            lambda: dataset.sql("SELECT 1"),
        ):
            with pytest.raises(UsageError, match="nothing supposed is"):
                refused()


def test_a_state_that_left_can_accept_again_for_the_years_in_which_it_was_a_party(icc: Run) -> None:
    """Art. 12(3) is open to a State that is no Party: its declaration founds what Art. 127(2) left contested."""
    question = (
        "jurisdiction",
        "-c",
        "cah",
        "-d",
        "2017-05-01",
        "-t",
        "SAU",
        "-n",
        "PHL",
        "--json",
        "--on",
        "2026-12-01",
    )
    alone = json.loads(icc(*question)[1])["data"]
    assert (alone["verdict"], "127(2)" in alone["bases"]) == ("contested", True)
    again = json.loads(icc(*question, "--suppose", "philippines article-12-3-declaration 2026-12-01")[1])["data"]
    assert (again["verdict"], again["rests_on"]) == ("yes", ["12(2)(b)", "12(3)"])


def test_no_aggression_was_under_consideration_when_a_state_left(icc: Run) -> None:
    question = (
        "jurisdiction",
        "-c",
        "aggression",
        "-d",
        "2020-05-01",
        "-t",
        "PSE",
        "-n",
        "BEL",
        "--json",
        "--on",
        "2028-01-01",
    )
    left = json.loads(icc(*question, "--suppose", "palestine withdrawal-notice 2026-12-01")[1])["data"]
    assert left["verdict"] == "contested"
    assert "not-under-consideration-in-time" in {one["caveat"] for one in left["caveats"]}
