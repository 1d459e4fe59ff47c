"""What drawings in a terminal share: rows of coloured pieces, clipped and set side by side."""

from collections.abc import Iterable, Sequence

from icc_cli.page.blocks import Ink
from icc_cli.page.palette import readable_on
from icc_cli.page.text import cells
from icc_cli.system.terminal import Terminal

Row = tuple[Ink, ...]

PIPED = 100
"""The width of a drawing where nothing sets one."""


def clipped(text: str, width: int, terminal: Terminal) -> str:
    """Return a text in exactly `width` columns, its end left out if it must be."""
    if cells(text) <= width:
        return text + " " * (width - cells(text))
    short, dots = text, "…" if terminal.unicode else "~"
    while short and cells(short) > width - 1:
        short = short[:-1]
    return short + dots + " " * (width - 1 - cells(short))


def key(colour: str, letter: str, label: str, terminal: Terminal) -> Row:
    """Return an entry of a legend: a letter on its colour, and what it stands for."""
    return (letter_on(colour, letter, terminal), Ink(f" {label}"))


def letter_on(colour: str, letter: str, terminal: Terminal) -> Ink:
    """Return a letter on its colour, or bare where there are none."""
    return Ink(letter, readable_on(colour), colour) if terminal.color else Ink(letter)


def flowing(items: Iterable[Row], width: int, indent: int = 2, gap: int = 3) -> list[Row]:
    """Set entries side by side in as many rows as they need."""
    rows: list[list[Ink]] = []
    used = width
    for item in items:
        size = sum(cells(ink.text) for ink in item)
        if not rows or used + gap + size > width:
            rows.append([Ink(" " * indent), *item])
            used = indent + size
        else:
            rows[-1] += [Ink(" " * gap), *item]
            used += gap + size
    return [tuple(row) for row in rows]


def merged(pieces: Sequence[Ink]) -> Row:
    """Join neighbours of the same colours, so that a row stays short."""
    row: list[Ink] = []
    for ink in pieces:
        if row and (row[-1].fore, row[-1].back) == (ink.fore, ink.back):
            row[-1] = row[-1]._replace(text=row[-1].text + ink.text)
        else:
            row.append(ink)
    return tuple(row)
