"""Plain text for pipes and files: never wrapped, coloured or cut; one row per line."""

from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Drawing, Heading, Line, Table, text_of
from icc_cli.page.text import cells, clean
from icc_cli.system.terminal import Terminal

GUTTER = "  "


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's view as plain text."""
    return "".join(line.rstrip() + "\n" for block in report.blocks() for line in _lines(block, terminal))


def _lines(block: Block, terminal: Terminal) -> list[str]:
    if isinstance(block, Heading):
        left = clean(text_of(block.left))
        return [f"{left}{GUTTER}{clean(block.right)}" if block.right else left]
    if isinstance(block, Line):
        return [" " * block.indent + clean(text_of(block.words))]
    if isinstance(block, Drawing):
        return drawn(block, terminal)
    return _table(block)


def drawn(drawing: Drawing, terminal: Terminal) -> list[str]:
    """Return the lines of a drawing without colours."""
    return [clean("".join(ink.text for ink in row)) for row in drawing.draw(terminal._replace(color=False))]


def _table(table: Table) -> list[str]:
    rows = [[clean(text_of(cell)) for cell in row] for row in table.rows]
    if any(column.header for column in table.columns):
        rows.insert(0, [clean(column.header) for column in table.columns])
    widths = [max((cells(row[index]) for row in rows), default=0) for index in range(len(table.columns))]
    lines = []
    for row in rows:
        parts = []
        for column, width, text in zip(table.columns, widths, row, strict=True):
            space = " " * (width - cells(text))
            parts.append(space + text if column.right else text + space)
        lines.append(" " * table.indent + GUTTER.join(parts))
    return lines
