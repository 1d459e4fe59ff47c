"""How answers are laid out: widths, colour, marks, and text that must not act."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icc_cli.output import FOR_PEOPLE, FORMATS, render
from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table
from icc_cli.page.palette import SIGN, STATUS
from icc_cli.page.text import cells, clean
from icc_cli.queries.acts import Source
from icc_cli.system.terminal import Terminal, detect
from icc_cli.treaty.vocabulary import Status
from icc_cli.views.words import document, in_days, legend, mark

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "bell\x07 back\x08space",
    "carriage\rreturn",
    "bidi \u202eoverride\u202c and \u2066isolate\u2069",
    "c1 \x9b31m",
    "[bold red]markup[/bold red]",
    "[link=https://evil.example]x[/link]",
    ":boom:",
    "line\u2028separator",
    "marks \u061c\u200e\u200f and \ufeff",
]


def report(*blocks: Block, records: tuple[object, ...] = ()) -> Report:
    return Report(schema="icc/test/1", version="0", checked="2026-10-02", records=records, view=lambda: blocks)


@dataclass(frozen=True)
class Ahead:
    """A record that every format can write, calendars too."""

    day: date
    id: str
    title: str
    days_left: int = 1
    conditional: bool = True
    sources: tuple[Source, ...] = ()


def page(text: str) -> Report:
    table = Table((Column("H"), Column(text, wraps=True)), [("x", text)])
    ahead = Ahead(day=date(2027, 6, 18), id=text, title=text, sources=(Source(text, text, text, text),))
    return report(Heading(Cell(text, strong=True), text), Line(text), table, records=(ahead,))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("color", [True, False])
def test_text_of_the_data_never_acts_on_a_terminal(text: str, format_name: str, color: bool) -> None:
    shown = render(page(text), format_name, Terminal(interactive=True, width=80, color=color))
    ours = re.sub(r"\x1b\[[0-9;]*m", "", shown) if color and format_name == "table" else shown
    ours = ours.replace("\r\n", "\n") if format_name == "ics" else ours  # RFC 5545 ends its lines so
    ours = ours.replace("\t", "  ") if format_name == "tsv" else ours  # its own, between cells; the texts hold none
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", ours)
    if text.startswith(("[", ":")):
        shown_as = {"markdown": re.sub(r"([\[\]])", r"\\\1", text), "ics": text.replace(",", "\\,")}
        assert shown_as.get(format_name, text) in ours.replace("\n ", "")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FOR_PEOPLE)
def test_text_for_another_program_never_acts_on_a_terminal(text: str, format_name: str) -> None:
    for ready in (text, [{"title": text}]):
        shown = render(report()._replace(ready=ready), format_name, Terminal())
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", shown)


@given(st.text(st.characters()))
@example("\udcff\ud800")
@example("\u061c\u200e\u200f\ufeff")
def test_cleaned_text_is_safe_and_plain_text_stays_as_it_is(text: str) -> None:
    safe = clean(text)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", safe
    )
    if text.isprintable():
        assert clean(text) == text


@pytest.mark.parametrize("width", [*range(1, 30), 40, 60, 80, 100, 140, 200, 500])
def test_every_width_is_survived(width: int, at_width: Callable[..., str]) -> None:
    for arguments in (("status", "ukraine"), ("withdrawals",), ("status", "gambia", "niger"), ("situations", "--open")):
        shown = at_width(width, *arguments, "--on", "2026-11-23")
        if width >= 40:
            assert max(map(cells, shown.splitlines())) <= width


def test_no_fact_loses_its_document_on_a_narrow_terminal(at_width: Callable[..., str]) -> None:
    narrow = at_width(60, "withdrawals", "--since", "2016", "--on", "2026-11-23")
    wide = at_width(140, "withdrawals", "--since", "2016", "--on", "2026-11-23")
    for symbol in ("C.N.862.2016", "Aviso n.º 28/2018", "C.N.225.2025", "UNTC XVIII.10"):
        assert narrow.count(symbol) == wide.count(symbol) > 0


def test_colour_means_status_and_always_has_a_word_beside_it(at_width: Callable[..., str]) -> None:
    colored = at_width(140, "parties", "--status", "former-party", "--on", "2026-11-23", color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == at_width(
        140, "parties", "--status", "former-party", "--on", "2026-11-23"
    )
    assert set(STATUS) == set(SIGN) == set(Status)


class Stream:
    encoding = "utf-8"

    def __init__(self, tty: bool) -> None:
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize(
    ("environment", "tty", "option", "color"),
    [
        ({}, True, "auto", True),
        ({}, False, "auto", False),
        ({"NO_COLOR": "1"}, True, "auto", False),
        ({"NO_COLOR": ""}, True, "auto", True),
        ({"FORCE_COLOR": "1"}, False, "auto", True),
        ({"FORCE_COLOR": "0"}, True, "auto", False),
        ({"TERM": "dumb"}, True, "auto", False),
        ({"NO_COLOR": "1"}, True, "always", True),
        ({"FORCE_COLOR": "1"}, True, "never", False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    environment: dict[str, str], tty: bool, option: str, color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert detect(Stream(tty), option).color is color  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("0", 80), ("wide", 80), ("", 80), ("٦", 80), ("9" * 5000, 80)]
)
def test_columns_sets_the_width_of_a_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert detect(Stream(True)).width == width  # type: ignore[arg-type]
    assert detect(Stream(False)).width is None  # type: ignore[arg-type]


def test_marks_are_explained_where_they_appear() -> None:
    assert mark("confirmed") == ""
    assert mark("reported") == "°"
    assert legend("") == []
    assert "reported, not confirmed" in str(legend("°"))
    assert "another value" not in str(legend("°"))


def test_days_ahead_read_as_words() -> None:
    assert [in_days(days) for days in (0, 1, 2, 1000)] == ["today", "tomorrow", "in 2 days", "in 1,000 days"]


def test_a_document_is_named_by_its_symbol_or_the_beginning_of_its_title() -> None:
    assert document(Source("k", "C.N.862.2016.TREATIES-XVIII.10", "t", None)) == "C.N.862.2016"
    assert document(Source("k", None, "Jurist, October 2016: Burundi to leave", None)) == "Jurist, October 2016"
    assert document(Source("k", None, "x" * 90, None)) == "x" * 90  # never cut: a pipe gets all of it
