"""What `--format markdown` writes."""

from collections.abc import Callable

from icc_cli.output import render
from icc_cli.output.report import Answer, Report
from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table
from icc_cli.system.terminal import Terminal

Run = Callable[..., tuple[int, str, str]]


def test_markdown_tables_have_their_headings(icc: Run) -> None:
    _, text, _ = icc("withdrawals", "--since", "2016", "--on", "2026-11-23", "--format", "markdown")
    assert "| Notified |  | State | Act | Outcome | Document |\n| --: | --- | --- | --- | --- | --- |\n" in text
    assert "| 27 Oct 2016 |  | Burundi | notice of withdrawal | left 27 Oct 2017 |" in text


def test_markdown_reads_no_markup_in_the_data() -> None:
    text, escaped = "a|b *c* [d](e) <f> `g` #h", r"a\|b \*c\* \[d\](e) \<f\> \`g\` \#h"
    strong = Line(Cell(text, strong=True))
    blocks: list[Block] = [Heading(text, text), Line(text), strong, Table((Column(text),), [(text,)])]
    page = render(Report(Answer((), lambda: blocks), {}), "markdown", Terminal())
    assert page == f"## {escaped}, {escaped}\n\n{escaped}\n\n### {escaped}\n\n| {escaped} |\n| --- |\n| {escaped} |\n"
