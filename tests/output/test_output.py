"""How answers are laid out: text that must not act, widths, colour."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from icc_cli.output import FOR_PEOPLE, FORMATS, render
from icc_cli.output.report import Answer, Report
from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table
from icc_cli.page.text import cells
from icc_cli.queries.acts import Source
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import Status
from tests.support.hostile import HOSTILE


def report(*blocks: Block, records: tuple[object, ...] = ()) -> Report:
    return Report(Answer(records, lambda: blocks, schema="icc/test/1"), {"version": "0", "checked": "2026-10-02"})


class Ahead(Fields):
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
        shown = render(report()._replace(answer=report().answer._replace(ready=ready)), format_name, Terminal())
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", shown)


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


def test_colour_means_status_and_is_that_of_a_mark_before_its_words(at_width: Callable[..., str]) -> None:
    """The words themselves stay in the terminal's own ink, which is read on a light ground and on a dark one."""
    asked = ("parties", "--status", "former-party", "--on", "2026-11-23")
    colored, plain = at_width(140, *asked, color=True), at_width(140, *asked)
    assert re.findall(r"\x1b\[38[0-9;]*m([^\x1b]*)", colored) == ["● "] * 2
    words = re.sub(r"\x1b\[[0-9;]*m", "", colored).replace("● ", "")
    assert words.split() == plain.split()


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_colour(status: Status) -> None:
    shown = render(report(Line(Cell("word", status=status))), "table", Terminal(interactive=True, width=80, color=True))
    assert re.fullmatch(r"\s*\x1b\[[0-9;]+m● \x1b\[0mword\s*", shown)
