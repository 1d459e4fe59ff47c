"""What pictures with lanes share: years above, lines down through all lanes, and labels below each bar."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element

from icc_cli.pictures.scale import Axis
from icc_cli.pictures.svg import INK, MARGIN, QUIET, RULE, Page, Place, add, beside, label, measure, write
from icc_cli.treaty.dates import spell
from icc_cli.treaty.fields import Fields

STACKED = 700
"""In a picture narrower than this, the name of a lane stands above its bar."""
_WIDEST = 190
"""Units for a name beside its bar, at most."""


class Mark(Fields, kw_only=False):
    """What happened on a day, such as an act, with what it is called."""

    day: date
    text: str
    when: str

    @property
    def label(self) -> str:
        """What it is called, and when it was."""
        return f"{self.text} {self.when}"


def room_for_names(names: Sequence[str], width: float) -> float:
    """Return how much room names take at the left of their bars: none where they stand above them."""
    return 0.0 if width < STACKED else 14 + min(max([measure(name, 14) for name in names], default=0), _WIDEST)


def begin(picture: Page, axis: Axis) -> Element:
    """Write the years above all lanes; return the group of the lines that `finish` draws behind them."""
    picture.y += 20
    for day, year in axis.ticks(44):
        write(picture.root, year, axis.at(day), picture.y, 11, QUIET, text_anchor="middle")
    picture.y += 7
    return add(picture.root, "g", stroke=RULE, stroke_width=0.8)


def finish(picture: Page, grid: Element, axis: Axis, top: float, on: date) -> None:
    """Draw the lines of the years behind all lanes, and that of the day asked about with its label."""
    for day, _ in axis.ticks(44):
        add(grid, "line", x1=axis.at(day), y1=top, x2=axis.at(day), y2=picture.y)
    if axis.first <= on <= axis.last:
        x = axis.at(on)
        add(grid, "line", x1=x, y1=top, x2=x, y2=picture.y + 4, stroke=INK, stroke_dasharray="2 2", _class="day")
        picture.y += 15
        write(picture.root, spell(on), x, picture.y, 11, text_anchor="end", _class="day")


def lead_in(picture: Page, name: str, *, stacked: bool) -> float:
    """Write the name of a lane; return where its bar begins."""
    while measure(name, 14) > _WIDEST and not stacked:
        name = name[:-2].rstrip() + "…"
    top = picture.y + 8
    label(picture.root, name, MARGIN, top + 12, 13, weight="bold")
    return top + (18 if stacked else 0)


def below(picture: Page, marks: Sequence[Mark], axis: Axis, top: float) -> float:
    """Set ticks below a bar with their labels, on as many lines as they need; return where the last one ends."""
    size = 10.5
    shown = [mark for mark in marks if axis.first <= mark.day <= axis.last]
    lines: list[list[Place]] = []
    for place in beside(axis, [(mark.day, measure(mark.label, size) + 4) for mark in shown]):
        crossed = [n + 1 for n, line in enumerate(lines) if any(place.crosses(other.tick) for other in line)]
        level = max(crossed, default=0)
        while level < len(lines) and any(place.start < one.end and one.start < place.end for one in lines[level]):
            level += 1
        lines += [[]] if level == len(lines) else []
        lines[level].append(place)
    levels = [(place, top + 13 + 12.5 * level) for level, line in enumerate(lines) for place in line]
    for place, y in levels:
        add(picture.root, "line", x1=place.tick, y1=top, x2=place.tick, y2=y, stroke=QUIET, stroke_width=0.8)
    for place, y in levels:
        x, anchor = place.beside(3)
        label(picture.root, shown[place.number].label, x, y, size, anchor)
    return top + 4 + 12.5 * max(len(lines), 1)
