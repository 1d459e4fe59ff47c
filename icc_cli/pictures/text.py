"""What drawings in a terminal share: rows of coloured pieces, clipped and set side by side."""

from collections.abc import Iterable, Sequence

from icc_cli.page.blocks import Ink
from icc_cli.page.palette import readable_on
from icc_cli.page.text import cells
from icc_cli.pictures.scale import Axis
from icc_cli.pictures.svg import Key
from icc_cli.system.terminal import Terminal

Row = tuple[Ink, ...]

PIPED = 100
"""The width of a drawing where nothing sets one."""
_SIGNS = {"triangle": "▲^", "cross": "✕x", "dashes": "░:", "striped": "░/"}
"""The sign of each shape, and that for a terminal without Unicode."""


def too_narrow(what: str, columns: int) -> Row:
    """Return what stands in place of a drawing that has no room."""
    return (Ink(f"{what} needs a terminal of {columns} columns; --svg FILE needs none."),)


def clipped(text: str, width: int, terminal: Terminal) -> str:
    """Return a text in exactly `width` columns, its end left out if it must be."""
    if cells(text) <= width:
        return text + " " * (width - cells(text))
    short, dots = text, "…" if terminal.unicode else "~"
    while short and cells(short) > width - 1:
        short = short[:-1]
    return short + dots + " " * (width - 1 - cells(short))


def letter_on(colour: str, letter: str, terminal: Terminal) -> Ink:
    """Return a letter on its colour, or bare where there are none."""
    return Ink(letter, readable_on(colour), colour) if terminal.color else Ink(letter)


def sign(shape: str, colour: str | None, terminal: Terminal) -> Ink:
    """Return the sign that stands for a shape."""
    return Ink(_SIGNS[shape][not terminal.unicode], colour if terminal.color else None)


def scale(axis: Axis) -> Ink:
    """Return the labels of an axis."""
    line = [" "] * int(axis.width)
    for day, label in axis.ticks(7):
        start = min(axis.column(day), len(line) - len(label))
        line[start : start + len(label)] = label
    return Ink("".join(line).rstrip())


def legend(keys: Iterable[Key], width: int, terminal: Terminal) -> list[Row]:
    """Set the legend in as many rows as it needs: a letter on its colour or a sign, and what it stands for."""
    rows: list[list[Ink]] = []
    used = width
    for key in keys:
        colour = None if key.shape == "striped" else key.fill  # stripes are of any colour
        mark = letter_on(key.fill, key.letter, terminal) if key.letter else sign(key.shape, colour, terminal)
        label = Ink(f" {key.label}")
        size = cells(mark.text) + cells(label.text)
        if not rows or used + 3 + size > width:
            rows.append([Ink("  "), mark, label])
            used = 2 + size
        else:
            rows[-1] += [Ink("   "), mark, label]
            used += 3 + size
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
