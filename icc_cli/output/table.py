"""Tables for a terminal, laid out to its width. Text is never read as markup."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from rich.cells import cell_len, chop_cells
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Cell, Column, Drawing, Heading, Ink, Line, Table, Words
from icc_cli.page.palette import MARKS
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal

UNLIMITED = 10_000
_WIDEST = 120
"""Headings stop here: a right edge further out is hard to connect with its line. Tables with less room are brief."""
_READABLE = 30
"""A column that wraps should have at least this width before others give way to it."""
_ROOMY = 40
"""Up to this width a column does not wrap while others can be left out for it."""
_ASIDE = 24
"""A column that may give way gets no more than this where space is tight."""
_GUTTER = 2
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
"""How a link begins and ends (OSC 8). Rich writes it wherever it colours."""
_TINY = 20
"""Below this there is no room for the narrowest columns: what sticks out is cut off."""
_HANGING = 2
"""How far a row of a list goes on from the edge where it folds."""
_MARK = "● "
_WORD = re.compile(r"\S+\s*|\s+")
_HYPHENED = re.compile(r"[^-\s]*-|[^-\s]+")
_TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's view, laid out for the terminal's width and colours."""
    width = terminal.width or UNLIMITED
    page = StringIO()
    console = Console(
        file=page,
        width=UNLIMITED,  # what it gets fits already
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
    blocks = [_marked(block) for block in report.blocks()] if terminal.color else report.blocks()
    for block in (*blocks, *_left_out(blocks, width)):
        indent = _indent(block, width)
        if isinstance(block, Line) and (address := _address(block.words)):
            _print_whole(console, _text(block.words), address, width - indent)
        else:
            room = width - indent
            console.print(_layout(block, room, terminal), width=room if width < _TINY else None, crop=width < _TINY)
        shown = page.getvalue() if terminal.links else _LINK.sub("", page.getvalue())
        lines += (" " * indent + line for line in shown.splitlines())
        page.seek(0)
        page.truncate()
    return "".join(_TRAILING.sub(lambda end: end.group().replace(" ", ""), line) + "\n" for line in lines)


def _marked(block: Block) -> Block:
    """Put a mark in its colour before all words that are about a status: they stay as dark as the terminal has them."""
    match block:
        case Heading():
            return block._replace(left=_with_mark(block.left))
        case Line():
            return block._replace(words=_with_mark(block.words))
        case Table():
            return block._replace(rows=[tuple([_with_mark(cell) for cell in row]) for row in block.rows])
    return block


def _with_mark(words: Words) -> Words:
    match words:
        case Cell(status=str()):
            return Cell(_MARK, status=words.status), words._replace(status=None)
        case tuple():
            parts = [_with_mark(word) for word in words]
            return tuple([one for part in parts for one in (part if isinstance(part, tuple) else (part,))])
    return words


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


def _left_out(blocks: Sequence[Block], width: int) -> list[Block]:
    """Say which columns the terminal has no room for, and how to see them."""
    wanting: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, Table):
            _, shown, whole = _fitted(block, width - _indent(block, width))
            for index, column in enumerate(block.columns):
                if column.drop and index not in shown:
                    wanting[column.header] = max(whole + _indent(block, width), wanting.get(column.header, 0))
    if not wanting:
        return []
    told = f"Not shown for lack of room: {', '.join(wanting)}; a terminal of {max(wanting.values())} columns, "
    return [Line(Cell(told + "or --format plain, shows all.", aside=True), 2)]


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
            return _wrapped(_heading(block, min(width, _WIDEST)), width)
        case Line():
            return _wrapped(_text(block.words), width)
        case Table():
            return _grid(block, width)
        case Drawing():
            return _wrapped(Text("\n").join(_inked(row) for row in block.draw(terminal)), width)


def _heading(heading: Heading, width: int) -> Text:
    left, right = _text(heading.left), Text(clean(heading.right), style="dim")
    if not heading.right or left.cell_len + right.cell_len + 2 > width:
        return Text("\n").join([left, right]) if heading.right else left
    return Text.assemble(left, " " * (width - left.cell_len - right.cell_len), right)


def _grid(table: Table, width: int) -> Grid:
    rows, shown, _ = _fitted(table, width)
    listed = any(table.columns[index].header for index in shown)
    for cells in rows:
        _stack(table.columns, cells, shown, _HANGING if listed else 0)
    columns = [table.columns[index] for index in shown]
    heads = [Text(clean(column.header)) for column in columns]
    texts = [[head, *(cells[index] for cells in rows)] for index, head in zip(shown, heads, strict=True)]
    widths = _widths(columns, texts, width - _GUTTER * (len(columns) - 1))
    grid = Grid(box=None, show_header=listed, padding=(0, _GUTTER, 0, 0), pad_edge=False, header_style="dim")
    for column, head, size in zip(columns, heads, widths, strict=True):
        grid.add_column(_wrapped(head, size), justify="right" if column.right else "left", no_wrap=True)
    hanging = [_HANGING if listed and not column.right else 0 for column in columns]
    for row in zip(*(cells[1:] for cells in texts), strict=True):
        grid.add_row(*map(_wrapped, row, widths, hanging))
    return grid


def _fitted(table: Table, width: int) -> tuple[list[list[Text]], list[int], int]:
    """Return the rows of a table, with all that `_shown` says of them: cells are in their short form if all is not."""
    rows = [[_text(cell, short=width < _WIDEST) for cell in row] for row in table.rows]
    shown, whole, tight = _shown(table, rows, width)
    if tight and width >= _WIDEST:
        rows = [[_text(cell, short=True) for cell in row] for row in table.rows]
        shown, whole, _ = _shown(table, rows, width)
    return rows, shown, whole


def _shown(table: Table, rows: list[list[Text]], width: int) -> tuple[list[int], int, bool]:
    """Choose the columns that fit side by side; of those that may give way, the last gives way first.

    Also return the width from which on none would be left out, and whether any has to give way, or to wrap.
    """
    columns = table.columns
    every = range(len(columns))
    texts = [[Text(clean(columns[place].header)), *(cells[place] for cells in rows)] for place in every]
    natural = [max(text.cell_len for text in cells) for cells in texts]
    roomy, least = list(natural), list(natural)
    for place, column in enumerate(columns):
        if column.wraps:
            roomy[place] = max(min(natural[place], _ROOMY), _unbroken(texts[place]))
            least[place] = min(natural[place], _READABLE if column.under is None else _ASIDE)

    def needed(widths: Sequence[int], places: Iterable[int]) -> int:
        return sum(widths[place] + _GUTTER for place in places) - _GUTTER

    shown = [place for place in every if not columns[place].drop]
    for index in sorted(every, key=lambda place: columns[place].drop):
        if columns[index].drop and needed(roomy, [*shown, index]) <= width:
            shown = sorted([*shown, index])
    for index in reversed([*shown]):
        if columns[index].under is not None and needed(least, shown) > width:
            shown.remove(index)
    return shown, needed(roomy, every), needed(natural, every) > width


def _unbroken(cells: Sequence[Text]) -> int:
    """Return the width at which no word of these cells breaks; addresses, which never do, are left aside."""
    return _widest(cells, str.split)


def _widest(cells: Sequence[Text], parts: Callable[[str], list[str]]) -> int:
    words = max((cell_len(part) for cell in cells for part in parts(cell.plain) if "://" not in part), default=1)
    return min(words + _HANGING, max(cell.cell_len for cell in cells))


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[Text]], width: int) -> list[int]:
    """Share a width among columns so that few cells fold, and no word is broken if that can be.

    If it cannot, words of columns that wrap are: days and words of a vocabulary stay whole while those have a letter.
    """
    sizes = [Counter(cell_len(line) for text in cells for line in text.plain.split("\n")) for cells in texts]
    widths = [max(size) for size in sizes]
    floors, hyphened = [*widths], [*widths]
    for place, column in enumerate(columns):
        if column.wraps:
            aside = 1 if column.under is None else min(widths[place], _ASIDE)
            floors[place] = max(_unbroken(texts[place]), aside)
            hyphened[place] = _widest(texts[place], _HYPHENED.findall)

    def folds(place: int) -> tuple[int, int]:
        """Return how many cells of a column fold if it gives a place away; of several columns, the widest does."""
        return sum(number for length, number in sizes[place].items() if length >= widths[place]), -widths[place]

    broken = [1 if column.wraps else floor for column, floor in zip(columns, floors, strict=True)]
    for floor in (floors, hyphened, broken, [1] * len(widths)):
        while sum(widths) > width and (can := [place for place, size in enumerate(widths) if size > floor[place]]):
            widths[min(can, key=folds)] -= 1
    return widths


def _wrapped(text: Text, width: int, hanging: int = 0) -> Text:
    """Return text in lines of a width.

    An address is never broken; a word only where it is wider than that, if it can be after a hyphen, as ids have them.
    """
    if all(cell_len(line) <= width for line in text.plain.split("\n")):
        return text
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        edge = len(line.plain) - len(line.plain.lstrip()) + hanging if hanging else 0
        edge = edge if edge * 2 < width else 0
        cuts, used, begun = [], 0, False
        for found in _WORD.finditer(line.plain):
            word = found.group().rstrip()
            if begun and used + cell_len(word) > width:
                cuts.append(found.start())
                used = edge
            begun = begun or bool(word)
            pieces = [word] if "://" in word else _pieces(word, max(width - edge, 1))
            cuts += [found.start() + len("".join(pieces[:end])) for end in range(1, len(pieces))]
            used = (edge if len(pieces) > 1 else used) + cell_len(pieces[-1]) + len(found.group()) - len(word)
        parts = line.divide(cuts)
        for part in parts:
            part.rstrip()
        lines += [part if number == 0 else Text(" " * edge) + part for number, part in enumerate(parts)]
    return Text("\n").join(lines)


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line, after hyphens as long as that helps."""
    if cell_len(word) <= width:
        return [word]
    pieces = [""]
    for part in _HYPHENED.findall(word):
        for piece in chop_cells(part, width):
            if cell_len(pieces[-1] + piece) <= width:
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _stack(columns: tuple[Column, ...], cells: list[Text], shown: list[int], indent: int) -> None:
    """Put the text of the columns that gave way below another column's, set in, with their headings."""
    for index, column in enumerate(columns):
        if index not in shown and column.under is not None and not column.drop and cells[index].plain:
            label = Text(" " * indent + (f"{clean(column.header)} " if column.labels else ""), style="dim")
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
        text = Text(clean((short and words.short) or words.text), style=style + MARKS.get(words.status or "", ""))
        if words.url:
            text.stylize(Style(link=words.url))
        return text
    return Text().join(_text(word, short=short) for word in words)
