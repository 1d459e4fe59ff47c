"""Tables in a terminal: which columns there is room for, how rows fold, and what never breaks."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from icc_cli.output import render
from icc_cli.page.blocks import Block, Column, Line, Table
from icc_cli.system.terminal import Terminal
from tests.output.test_output import report

AtWidth = Callable[..., str]
_LEFT_OUT = re.compile(r"Not shown for lack of room: (.*); a terminal of (\d+) columns, or --format plain, shows all\.")


def _shown(width: int, *blocks: Block) -> list[str]:
    return render(report(*blocks), "table", Terminal(interactive=True, width=width)).splitlines()


def _left_out(page: str) -> tuple[list[str], int]:
    found = _LEFT_OUT.search(" ".join(page.split()))
    return (found[1].split(", "), int(found[2])) if found else ([], 0)


def test_every_party_takes_one_line_at_80_columns(at_width: AtWidth, icc_json: Callable[..., Any]) -> None:
    number = len(icc_json("parties", "--on", "2026-11-23"))
    page = at_width(80, "parties", "--on", "2026-11-23")
    assert len(re.findall(r"  [A-Z]{3}  State Party.*[12]\d{3}$", page, re.MULTILINE)) == number
    assert len(page.splitlines()) < number + 15


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_situation_takes_three_lines_at_most(width: int, at_width: AtWidth, icc_json: Callable[..., Any]) -> None:
    answer = icc_json("situations", "--on", "2026-11-23")
    records: list[int] = []
    for line in at_width(width, "situations", "--on", "2026-11-23").split("\n\n")[1].splitlines()[1:]:
        if line.startswith("   "):
            records[-1] += 1
        else:
            records.append(1)
    assert len(records) == len(answer)
    assert max(records) <= 3


@pytest.mark.parametrize(
    "command", ["parties", "situations", "cases", "warrants", "events", "agreement", "withdrawals"]
)
def test_a_page_says_which_columns_it_has_no_room_for_and_the_width_that_shows_them(
    command: str, at_width: AtWidth
) -> None:
    asked = (command, "--on", "2016-11-16")
    for width in (60, 80, 120):
        missing, enough = _left_out(at_width(width, *asked))
        if missing:
            assert _left_out(at_width(enough, *asked)) == ([], 0)
            assert _left_out(at_width(enough - 1, *asked))[0]
            assert not set(missing) & set(re.split(r"\s{2,}", at_width(width, *asked).splitlines()[2]))


def test_the_columns_of_least_weight_are_left_out_first() -> None:
    columns = (Column("A"), Column("B", drop=2), Column("C", drop=1), Column("D"))
    table = Table(columns, [("a" * 9, "b" * 9, "c" * 9, "d" * 9)])
    assert _shown(60, table)[0].split() == ["A", "B", "C", "D"]
    assert _shown(40, table)[0].split() == ["A", "C", "D"]
    assert _shown(24, table)[0].split() == ["A", "D"]


def test_a_row_that_folds_is_set_off_from_the_next() -> None:
    table = Table((Column("Word", wraps=True),), [("one two three four five six",), ("seven",)])
    assert _shown(22, table)[1:] == [" one two three four", "   five six", " seven"]


def test_an_address_is_never_broken_and_a_word_only_where_it_is_wider_than_the_terminal() -> None:
    address = "https://treaties.un.org/" + "x" * 60
    facts = Table((Column(), Column(wraps=True)), [("Address", address), ("Note", "word " * 30)])
    shown = _shown(60, Line(f"See {address} for more."), facts)
    assert [line.strip() for line in shown if "://" in line] == [address, f"Address  {address}"]
    assert max(len(line) for line in shown if "://" not in line) <= 60
    assert "".join(_shown(40, Line("y" * 100))) == "y" * 100


@pytest.mark.parametrize("width", [60, 80])
def test_no_name_of_a_state_breaks_inside_a_word(
    width: int, at_width: AtWidth, icc: Callable[..., tuple[int, str, str]]
) -> None:
    asked = ("parties", "--status", "all", "--on", "2026-11-23")
    known = set(icc(*asked)[1].split())
    rows = at_width(width, *asked).split("\n\n")[1]
    assert set(rows.split()) <= known


def test_an_id_that_is_wider_than_its_place_breaks_after_a_hyphen() -> None:
    """A column that holds ids takes no room from another in which words would break."""
    columns = (Column("Act", wraps=True), Column("Kind"))
    name = "NER-2023-04-14-amendment-consent-aggression-2010"
    shown = _shown(44, Table(columns, [(f"Consent\n  {name}", "document")]))
    assert [line.split()[0] for line in shown[1:]] == [
        "Consent",
        "NER-2023-04-14-amendment-",
        "consent-aggression-2010",
    ]
    assert shown[1].endswith("document")
