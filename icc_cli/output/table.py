"""Tables for a terminal, laid out by rich to its width. Text is never read as markup."""

import re
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Cell, Column, Drawing, Heading, Ink, Line, Table, Words
from icc_cli.page.palette import STATUS
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal

UNLIMITED = 10_000
_WIDEST = 120
"""Headings stop here: a right edge further out is hard to connect with its line. Tables with less room are brief."""
_READABLE = 30
"""A column that wraps should have at least this width before others give way to it."""
_ASIDE = 24
"""A column that may give way gets no more than this where space is tight."""
_GUTTER = 2
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
"""How a link begins and ends (OSC 8). Rich writes it wherever it colours."""
_TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's view, laid out for the terminal's width and colours."""
    width = terminal.width or UNLIMITED
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        height=25,  # of no use here, but without it rich would look at the environment again
        force_terminal=terminal.color,
        color_system="truecolor" if terminal.color else None,
        no_color=not terminal.color,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
    )
    lines: list[str] = []
    for block in report.blocks():
        indent = _indent(block, width)
        if isinstance(block, Line) and (address := _address(block.words)):
            _print_whole(console, _text(block.words), address, width - indent)
        else:
            console.print(_layout(block, width, terminal), width=width - indent, soft_wrap=False)
        shown = page.getvalue() if terminal.links else _LINK.sub("", page.getvalue())
        lines += (" " * indent + line for line in shown.splitlines())
        page.seek(0)
        page.truncate()
    return "".join(_TRAILING.sub(lambda end: end.group().replace(" ", ""), line) + "\n" for line in lines)


def _address(words: Words) -> Text | None:
    """Return the address with which words end, if they end with one."""
    last = words[-1] if isinstance(words, tuple) and words else words
    return _text(last) if isinstance(last, Cell) and last.url and last.text == last.url else None


def _print_whole(console: Console, text: Text, address: Text, width: int) -> None:
    """Print a line that ends with an address: below the other words where it does not fit, and never broken."""
    if text.cell_len > width:
        before = text[: len(text) - len(address)]
        before.rstrip()
        text = Text("\n").join([*(before.wrap(console, width) if before else ()), address])
    console.print(text, overflow="ignore", crop=False)


def _indent(block: Block, width: int) -> int:
    """Return by how much a block is set in. Rich could pad it, but would lay it out three times for that."""
    match block:
        case Line():
            return min(block.indent, width // 4)
        case Table():
            return min(block.indent, width // 20)
    return 0


def _layout(block: Block, width: int, terminal: Terminal) -> RenderableType:
    match block:
        case Heading():
            return _heading(block, min(width, _WIDEST))
        case Line():
            return _text(block.words)
        case Table():
            return _grid(block, width)
        case Drawing():
            return Text("\n").join(_inked(row) for row in block.draw(terminal))


def _heading(heading: Heading, width: int) -> RenderableType:
    left, right = _text(heading.left), Text(clean(heading.right), style="dim")
    if not heading.right or left.cell_len + right.cell_len + 2 > width:
        return Text("\n").join([left, right]) if heading.right else left
    return Text.assemble(left, " " * (width - left.cell_len - right.cell_len), right)


def _grid(table: Table, width: int) -> Grid:
    rows, shown, tight = _fitted(table, width, short=width < _WIDEST)
    if tight or len(shown) < len(table.columns):
        rows, shown, tight = _fitted(table, width, short=True)
    grid = Grid(
        box=None,
        show_header=any(table.columns[index].header for index in shown),
        padding=(0, _GUTTER, 0, 0),
        pad_edge=False,
        header_style="dim",
    )
    for index in shown:
        column = table.columns[index]
        grid.add_column(
            Text(clean(column.header)),
            justify="right" if column.right else "left",
            no_wrap=not column.wraps,
            overflow="fold",
            max_width=_ASIDE if tight and column.wraps and column.under is not None else None,
        )
    for cells in rows:
        _stack(table.columns, cells, shown)
        grid.add_row(*(cells[index] for index in shown))
    return grid


def _fitted(table: Table, width: int, *, short: bool) -> tuple[list[list[Text]], list[int], bool]:
    """Return the rows of a table, cells in their short form or not, with what `_shown` says of them."""
    rows = [[_text(cell, short=short) for cell in row] for row in table.rows]
    return rows, *_shown(table, rows, width - table.indent)


def _shown(table: Table, rows: list[list[Text]], width: int) -> tuple[list[int], bool]:
    """Choose the columns that fit side by side; of those that may give way, the last gives way first.

    Also says whether the chosen ones are tight, that is, whether some must wrap.
    """
    natural = [
        max([cell_len(clean(column.header)), *(cells[index].cell_len for cells in rows)])
        for index, column in enumerate(table.columns)
    ]
    needs = [
        min(size, (_READABLE if column.under is None else _ASIDE)) if column.wraps else size
        for size, column in zip(natural, table.columns, strict=True)
    ]
    shown = list(range(len(table.columns)))
    for index in reversed(range(len(table.columns))):
        if sum(needs[place] + _GUTTER for place in shown) - _GUTTER <= width:
            break
        if table.columns[index].under is not None:
            shown.remove(index)
    return shown, sum(natural[place] + _GUTTER for place in shown) - _GUTTER > width


def _stack(columns: tuple[Column, ...], cells: list[Text], shown: list[int]) -> None:
    """Put the text of the columns that gave way below another column's, with their headings."""
    for index, column in enumerate(columns):
        if index not in shown and column.under is not None and cells[index].plain:
            label = Text(f"{clean(column.header)} " if column.labels else "", style="dim")
            aside = label + cells[index]
            aside.stylize("dim")
            cells[column.under] = Text("\n").join([cells[column.under], aside])


def _inked(row: tuple[Ink, ...]) -> Text:
    return Text.assemble(*((clean(ink.text), _style(ink)) for ink in row))


def _style(ink: Ink) -> str:
    return f"{ink.fore or 'default'} on {ink.back or 'default'}" if ink.fore or ink.back else ""


def _text(words: Words, *, short: bool = False) -> Text:
    if isinstance(words, str):
        return Text(clean(words))
    if isinstance(words, Cell):
        style = "bold " if words.strong else "dim " if words.aside else ""
        text = Text(clean((short and words.short) or words.text), style=style + STATUS.get(words.status or "", ""))
        if words.url:
            text.stylize(Style(link=words.url))
        return text
    return Text().join(_text(word, short=short) for word in words)
