"""`icc cooperation`, `noncompliance` and `agreements` on the command line: pages as last read, exit codes, refusals."""

import json
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from icc_cli.cli import command
from icc_cli.system.terminal import Terminal
from tests.support.golden import compare

Run = Callable[..., tuple[int, str, str]]

PAGES = {
    "cooperation-jordan-al-bashir": (0, "cooperation jordan --person al-bashir --on 2019-05-06"),
    "cooperation-russia-putin": (1, "cooperation russia --person putin --on 2023-03-17"),
    "cooperation-gambia": (0, "cooperation gambia --on 2016-11-16"),
    "cooperation-niger-putin": (0, "cooperation niger --person putin --on 2027-06-18"),
    "cooperation-hungary": (0, "cooperation hungary --on 2026-06-01"),
    "cooperation-several": (0, "cooperation burundi libya jordan kosovo myanmar china --on 2025-06-01"),
    "cooperation-several-putin": (0, "cooperation armenia burundi niger russia --person putin --on 2027-06-18"),
    "cooperation-rule": (0, "cooperation --explain C4 --on 2026-11-23"),
    "noncompliance-2017": (0, "noncompliance --on 2017-12-31"),
    "noncompliance-kenya": (0, "noncompliance kenya --on 2026-11-23"),
    "agreements-2016-11-16": (0, "agreements sentences interim-release release --on 2016-11-16"),
    "agreements-non-surrender": (0, "agreements non-surrender --status all --on 2026-11-23"),
}
RESHAPED = ("cooperation-jordan-al-bashir", "noncompliance-2017", "agreements-2016-11-16")
"""Pages that look otherwise in a wide terminal or a narrow one."""


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_it_was_last_read(
    name: str, width: int, icc: Run, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    code, line = PAGES[name]
    monkeypatch.setattr(command, "detect", lambda *_: Terminal(interactive=True, width=width))
    found, shown, err = icc(*shlex.split(line))
    assert (found, err) == (code, "")
    assert max(map(len, shown.splitlines())) <= width
    if width == 80 or name in RESHAPED:
        compare(f"{name}.{width}", shown, request)


@pytest.mark.parametrize("name", PAGES)
def test_the_piped_page_is_as_it_was_last_read(name: str, icc: Run, request: pytest.FixtureRequest) -> None:
    code, line = PAGES[name]
    found, shown, err = icc(*shlex.split(line))
    assert (found, err) == (code, "")
    compare(f"{name}.plain", shown, request)


@pytest.mark.parametrize("name", [name for name in PAGES if "rule" not in name and "agreements" not in name])
def test_every_page_says_that_charges_are_allegations(name: str, icc: Run) -> None:
    assert "Warrants and charges are allegations." in icc(*shlex.split(PAGES[name][1]))[1]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("russia jordan --person putin", 0),
        ("russia china --person putin", 1),
        ("russia china", 0),
        ("russia --person putin --on 2023-03-16", 1),
        ("jordan --person putin --on 2023-03-16", 1),
        ("jordan --person putin --on 2023-03-17", 0),
        ("myanmar --on 2025-01-01", 0),
    ],
)
def test_the_exit_code_is_one_if_no_state_named_must(line: str, code: int, icc: Run) -> None:
    assert icc("cooperation", *line.split(), "--json")[0] == code


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "cooperation jordan --person puttin",
            "no person before the Court is known as 'puttin'; did you mean putin?",
        ),
        ("cooperation jordann --person putin", "no State is known as 'jordann'; did you mean Jordan?"),
        ("cooperation --explain C11", "unknown rule 'C11'; they run from C1 to C10"),
        ("cooperation --explain J13", "unknown rule 'J13'; they run from C1 to C10"),
        ("noncompliance --person ''", "no person before the Court is known as ''; 'icc cases' lists them"),
        ("noncompliance --outcome lost", "--outcome: unknown word 'lost'"),
        ("agreements tax", "unknown word 'tax'"),
        ("agreements --status old", "--status: unknown word 'old'; one of: in-force, signed, all"),
        ("agreements --state nowhere", "no State is known as 'nowhere'"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(line: str, said: str, icc: Run) -> None:
    code, out, err = icc(*shlex.split(line))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_who_was_not_yet_publicly_sought_is_not_told_from_who_never_was(icc_json: Callable[..., Any]) -> None:
    def said(person: str, on: str) -> list[Any]:
        (found,) = icc_json("cooperation", "jordan", "--person", person, "--on", on)
        assert found["findings"] == found["visits"] == []
        assert (found["verdict"], found["duty"]) == ("need-not", "none")
        return [
            (step["rule"], step["fact"], step["says"].partition(":")[2])
            for step in found["steps"]
            if step["rule"] == "C1"
        ]

    assert said("njeem", "2015-01-01") == said("netanyahu", "2015-01-01") == said("putin", "2015-01-01")


def test_a_state_owes_more_than_one_row_of_csv_can_hold_and_every_format_takes_it(icc: Run) -> None:
    line = ("cooperation", "jordan", "libya", "--on", "2019-05-06")
    rows = icc(*line, "--format", "csv")[1].splitlines()
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["JOR", "Jordan", "part-9"],
        ["LBY", "Libya", "security-council"],
    ]
    for name in ("jsonl", "tsv", "markdown", "html", "yaml", "plain", "table"):
        code, out, _ = icc(*line, "--format", name)
        assert code == 0
        assert "Jordan" in out


def test_without_a_state_every_state_is_answered_for(icc: Run) -> None:
    found = json.loads(icc("cooperation", "--person", "putin", "--on", "2024-09-03", "--json")[1])["data"]
    assert len(found) > 90
    verdicts = {one["iso3"]: one["verdict"] for one in found}
    assert (verdicts["JOR"], verdicts["RUS"], verdicts["USA"]) == ("must", "need-not", "need-not")
    assert "XKX" not in verdicts
