"""From an answer to its document: links in every format that has them, and addresses that no line end breaks."""

import re

import pytest

from icc_cli.output import render
from icc_cli.output.report import Answer, Report
from icc_cli.page.blocks import Block, Cell, Column, Line, Table
from icc_cli.page.text import web
from icc_cli.queries.acts import Source
from icc_cli.system.terminal import Terminal
from icc_cli.views import words

URL = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-10&chapter=18&clang=_en"
CASES = "https://example.org/S/RES/1593(2005)|x"
LINKING = Terminal(interactive=True, width=40, color=True, links=True)


def written(name: str, terminal: Terminal, *blocks: Block) -> str:
    return render(Report(Answer((), lambda: blocks), {}), name, terminal)


def row(*cells: Cell) -> Table:
    return Table(tuple(Column("H", wraps=True) for _ in cells), [cells])


def test_a_terminal_that_takes_links_gets_them_and_no_other() -> None:
    table = row(Cell("UNTC XVIII.10", url=URL))
    text = written("table", LINKING, table)
    assert re.search(rf"\x1b\]8;[^;]*;{re.escape(URL)}\x1b\\UNTC XVIII.10\x1b\]8;;\x1b\\", text)
    for other in (LINKING._replace(links=False), LINKING._replace(color=False, links=False), Terminal(color=True)):
        assert "]8;" not in written("table", other, table)
        assert "UNTC XVIII.10" in written("table", other, table)
    assert "http" not in written("plain", Terminal(), table)


def test_words_that_are_wrapped_lead_to_their_address_on_each_line() -> None:
    text = written("table", LINKING._replace(width=12), row(Cell("Depositary notification", url=URL)))
    lines = text.splitlines()[1:]
    assert len(lines) > 1
    assert all(line.count(URL) == 1 and line.rstrip().endswith("\x1b]8;;\x1b\\") for line in lines)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 140])
def test_no_line_end_breaks_an_address(width: int) -> None:
    line = Line(("The depositary's page on the Statute, as it stood on the day.", " ", words.address(URL)), 2)
    lines = written("table", Terminal(interactive=True, width=width), line).splitlines()
    assert lines[-1].endswith(URL)
    assert all(len(one) <= width for one in lines if URL not in one)


def test_markdown_and_html_link_a_document_by_its_name() -> None:
    name = Cell("S/RES/1593 (2005)", url=CASES)
    markdown = written("markdown", Terminal(), row(name), Line((name, " and")), Line(words.address(URL)))
    link = "[S/RES/1593 (2005)](https://example.org/S/RES/1593%282005%29%7Cx)"
    assert markdown == f"| H |\n| --- |\n| {link} |\n\n{link} and\n\n<{URL}>\n"
    html = written("html", Terminal(), row(name), Line(words.address(URL)))
    assert f'<td><a href="{CASES}">S/RES/1593 (2005)</a></td>' in html
    assert f'<p><a href="{URL.replace("&", "&amp;")}">' in html


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "https://", "https://a b", "https://a\x1b\\", "https://a\u202eb", "file:///x"],
)
def test_nothing_but_an_address_of_the_web_is_a_link(url: str | None) -> None:
    assert web(url) is None
    assert words.linked(Source(key="k", symbol="S", title="T", url=url)) == Cell("S")
