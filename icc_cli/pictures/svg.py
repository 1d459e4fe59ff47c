"""A small writer of SVG: elements, numbers, and nothing that could act. The same picture gives the same bytes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from icc_cli.page.text import clean
from icc_cli.pictures.scale import WIDTH, Axis
from icc_cli.treaty.dates import spell
from icc_cli.treaty.fields import Fields

INK, QUIET, RULE, PAPER, EDGE = "#1a1a1a", "#555555", "#d4d4d4", "#ffffff", "#8a8a8a"
"""Dark text, text beside it, fine lines, the white they are printed on, and the edge of what is nearly as white."""
MARGIN = 24.0
UNLESS = "unless a notice is withdrawn"
"""On what condition a number holds on a day after the record was checked."""
EXPECTED = f"expected, {UNLESS}"
"""What the legend says of days ahead."""
_WITHIN_NO_DATE = re.compile(r" (?![A-Z][a-z]{2} \d{4}\b)(?!\d{4}\b)")
_NARROW, _WIDE = frozenset("ijltfr.,:;|!'()[] -/I"), frozenset("mwMWGOQ%—…@")


class Key(Fields, kw_only=False):
    """An entry of a legend: a colour and what it stands for.

    `shape`: box, outline, striped, line, dashes, triangle or cross. Box and outline have a `letter`, for a terminal.
    """

    fill: str
    label: str
    shape: str = "box"
    letter: str = ""


def number(value: float) -> str:
    """Write a number with at most one decimal, and none that says nothing."""
    return f"{value:.1f}".removesuffix(".0")


def add(parent: Element, name: str, text: str = "", /, **attributes: str | float | None) -> Element:
    """Append an element; attributes without a value are left out, `stroke_width` is written `stroke-width`."""
    child = SubElement(parent, name)
    for key, value in attributes.items():
        if value is not None:
            child.set(key.strip("_").replace("_", "-"), clean(value) if isinstance(value, str) else number(value))
    child.text = clean(text) if text else None
    return child


def measure(text: str, size: float) -> float:
    """Return about how wide a text is in a common sans-serif face; rather more than less."""
    hundredths = sum(37 if c in _NARROW else 92 if c in _WIDE else 70 if c.isupper() else 61 for c in text)
    return size * hundredths / 100  # whole numbers add up alike in every Python


def write(
    parent: Element, text: str, x: float, y: float, size: float, fill: str = INK, **more: str | float | None
) -> None:
    """Append text."""
    weight = more.pop("font_weight", None)
    add(parent, "text", text, x=x, y=y, font_size=size, font_weight=weight, fill=fill, **more)


def label(
    parent: Element, text: str, x: float, y: float, size: float, anchor: str | None = None, weight: str | None = None
) -> None:
    """Append text on a plate that hides the lines drawn before it."""
    wide = measure(text, size)
    left = x - {"end": wide, "middle": wide / 2}.get(anchor or "", 0)
    add(parent, "rect", x=left, y=y - size, width=wide, height=size * 1.3, fill=PAPER)
    write(parent, text, x, y, size, text_anchor=anchor, font_weight=weight)


class Page:
    """A picture from its title down to its sources; `y` is where its next part begins."""

    def __init__(self, title: str, subtitle: str, description: str, *, heading: bool, width: float) -> None:
        self.width = width
        self.root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
        self.root.set("role", "img")
        self.root.set("font-family", "Helvetica, Arial, sans-serif")
        add(self.root, "title", f"{title}, {subtitle}")
        add(self.root, "desc", description)
        self.paper = add(self.root, "rect", width=width, height=0, fill=PAPER)
        self.hatches: set[str] = set()
        self.y = 8.0
        if heading:
            self.y = MARGIN - 5
            for line in _broken(title, 22, width):  # as wide as it is in bold
                self.y += 25
                write(self.root, line, MARGIN, self.y, 21, font_weight="bold")
            self.y += 2
            for line in _broken(subtitle, 13.5, width):
                self.y += 18
                write(self.root, line, MARGIN, self.y, 13.5, QUIET)
            self.y += 14

    def hatch(self, colour: str) -> str:
        """Return a fill of this colour in stripes: what is only expected."""
        size = "" if self.width == WIDTH else f"{number(self.width)}-"  # a page may hold a picture in two widths
        name = f"icc-expected-{size}{colour.lstrip('#').lower()}"
        if name not in self.hatches:
            self.hatches.add(name)
            pattern = add(
                self.root, "pattern", id=name, width=6, height=6, patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )  # fmt: skip
            add(pattern, "rect", width=6, height=6, fill=PAPER)
            add(pattern, "rect", width=2.6, height=6, fill=colour)
        return f"url(#{name})"

    def finished(self, keys: Iterable[Key], notes: Iterable[str]) -> str:
        """Return the whole picture as text, with its legend and lines of small text below it."""
        if keys := list(keys):
            self.y = self.legend(keys, MARGIN, self.y + 8) + 26
        for note in notes:
            for part in _broken(note, 11, self.width):
                self.y += 11 * 1.4
                write(self.root, part, MARGIN, self.y, 11, QUIET)
        height = number(self.y + MARGIN * 0.75)
        self.paper.set("height", height)
        self.root.set("width", number(self.width))
        self.root.set("height", height)
        self.root.set("viewBox", f"0 0 {number(self.width)} {height}")
        for child in self.root:
            child.tail = "\n"
        return tostring(self.root, encoding="unicode") + "\n"

    def legend(self, keys: Iterable[Key], left: float, y: float) -> float:
        """Set the legend, in as many lines as it needs; return where the last one begins."""
        x = left
        for key in keys:
            wide = 19 + measure(key.label, 12.5) + 20
            if x > left and x + wide - 20 > self.width - MARGIN:
                x = left
                y += 20
            self._swatch(key, x, y + 6.5)
            write(self.root, key.label, x + 19, y + 11, 12.5)
            x += wide
        return y

    def _swatch(self, key: Key, x: float, y: float) -> None:
        match key.shape:
            case "triangle":
                triangle(self.root, x + 6.5, y - 4, key.fill)
            case "cross":
                cross(self.root, x + 6.5, y, key.fill)
            case "line" | "dashes":
                dashes = "4 3" if key.shape == "dashes" else None
                add(
                    self.root, "line", x1=x - 1, y1=y, x2=x + 14, y2=y, stroke=key.fill, stroke_width=2.4,
                    stroke_dasharray=dashes,
                )  # fmt: skip
            case "striped":
                fill = self.hatch(key.fill)
                add(self.root, "rect", x=x, y=y - 6, width=12, height=12, fill=fill, stroke=key.fill, stroke_width=0.8)
            case _:
                fill, edge, wide = (PAPER, key.fill, 1.6) if key.shape == "outline" else (key.fill, EDGE, 0.6)
                add(
                    self.root, "rect", x=x, y=y - 6.5, width=13, height=13, rx=2, fill=fill, stroke=edge,
                    stroke_width=wide,
                )  # fmt: skip


def path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points) + ("z" if closed else "")


def triangle(parent: Element, x: float, y: float, colour: str) -> Element:
    """Draw a triangle whose top is at a point."""
    points = [(x, y), (x + 4.5, y + 8), (x - 4.5, y + 8)]
    return add(parent, "path", d=path(points, closed=True), fill=colour, stroke=INK, stroke_width=0.6)


def cross(parent: Element, x: float, y: float, colour: str) -> Element:
    """Draw a cross at a point."""
    lines = path([(x - 4, y - 4), (x + 4, y + 4)]) + path([(x + 4, y - 4), (x - 4, y + 4)])
    return add(parent, "path", d=lines, stroke=colour, stroke_width=2.2, fill="none")


class Place(Fields, kw_only=False):
    """Where a label goes: its number, the tick of its day, and from where to where it reaches."""

    number: int
    tick: float
    start: float
    end: float

    def beside(self, gap: float) -> tuple[float, str | None]:
        """Return where its text begins or, before its tick, ends, so far off, and the anchor for that."""
        return (self.tick - gap, "end") if self.start < self.tick else (self.tick + gap, None)

    def crosses(self, tick: float) -> bool:
        """Return whether a line at this place would run through it."""
        return self.start < tick < self.end


def beside(axis: Axis, labels: Iterable[tuple[date, float]]) -> Iterator[Place]:
    """Yield where labels of days go, so wide, in the order to set them; of two that collide the later one goes lower.

    A label follows its tick, or precedes it where it would cross another's tick or the edge. One that crosses the tick
    of another all the same comes after it, so that no tick runs through a label.
    """
    wanted = [(axis.at(day), wide) for day, wide in labels]
    ticks = [tick for tick, _ in wanted]
    waiting = []
    for number, (tick, wide) in enumerate(wanted):
        sides = [Place(number, tick, tick, tick + wide), Place(number, tick, tick - wide, tick)]
        right = axis.left + axis.width
        fitting = [one for one in sides if axis.left <= one.start and one.end <= right]
        fitting = fitting or [min(sides, key=lambda one: max(axis.left - one.start, one.end - right))]
        waiting.append(next((one for one in fitting if not any(map(one.crosses, ticks))), fitting[0]))
    while waiting:
        ahead = [one.tick for one in waiting]
        chosen = next((one for one in waiting if not any(map(one.crosses, ahead))), waiting[0])
        waiting.remove(chosen)
        yield chosen


def _broken(text: str, size: float, width: float) -> list[str]:
    """Break text into lines that fit a page of this width, but no date."""
    lines: list[str] = []
    for word in _WITHIN_NO_DATE.split(" ".join(text.split())):
        if lines and measure(f"{lines[-1]} {word}", size) <= width - 2 * MARGIN:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def source_line(version: str, checked: date) -> str:
    """Return as text where a picture's facts come from, and through which day they were checked."""
    return (
        f"Source: the depositary (UNTC XVIII.10) and others, as in the icc dataset {version}, "
        f"checked through {spell(checked)}."
    )


def under(text: str, supposed: Sequence[str]) -> str:
    """Return a picture below a band that says what it supposes, so that no copy of it can pass for the record."""
    root = fromstring(text)
    wide = float(root.get("width", WIDTH))
    lines = [part for one in supposed for part in _broken(f"SUPPOSED, not on record: {one}.", 13, wide)]
    band = 14.0 + 18 * len(lines)
    high = float(root.get("height", 0)) + band
    root.set("height", number(high))
    root.set("viewBox", f"0 {number(-band)} {number(wide)} {number(high)}")
    add(root, "rect", x=0, y=-band, width=wide, height=band, fill="#fff1c2")
    for place, line in enumerate(lines):
        write(root, line, MARGIN, -band + 20 + 18 * place, 13, font_weight="bold")
    register_namespace("", "http://www.w3.org/2000/svg")
    return tostring(root, encoding="unicode") + "\n"


FAMILIES = (
    "Helvetica", "Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Segoe UI", "Roboto", "Open Sans", "Ubuntu",
    "Cantarell", "FreeSans", "Nimbus Sans",
)  # fmt: skip
"""Fonts that a PNG may be lettered in: the first that is installed."""


def png(text: str) -> bytes:
    """Return an SVG as PNG, at twice its size. Raises UsageError where the extra, or any font, is not installed."""
    from icc_cli.errors import UsageError

    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise UsageError("PNG needs an extra", "run: pip install 'icc-cli[png]', or use --svg") from None

    def letter(sign: str, family: str) -> bytes:
        return bytes(svg_to_bytes(svg_string=_PROBE.format(sign), sans_serif_family=family))

    other = letter("M", "")  # what it takes in place of a font that is not there: often one with serifs
    family = next((each for each in FAMILIES if letter("M", each) != other), "")
    if letter("M", family) != letter(" ", family):
        return bytes(svg_to_bytes(svg_string=text, zoom=2, sans_serif_family=family))
    raise UsageError("no font for the letters of a PNG is installed", f"install {FAMILIES[3]}, or use --svg")


_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="2" y="16" font-family="sans-serif">{}</text></svg>'
)
"""A letter that the renderer leaves out, without a word, where the font is not there."""
