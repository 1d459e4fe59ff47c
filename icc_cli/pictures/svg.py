"""A small writer of SVG: elements, numbers, and nothing that could act. The same picture gives the same bytes."""

from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from icc_cli.database.store import Store
from icc_cli.page.text import clean
from icc_cli.treaty.dates import spell
from icc_cli.treaty.fields import Fields

INK, QUIET, RULE, PAPER = "#1a1a1a", "#555555", "#d4d4d4", "#ffffff"
"""Dark text, text beside it, fine lines, and the white they are printed on."""
MARGIN = 24.0
_NARROW, _WIDE = frozenset("ijltfr.,:;|!'()[] -/I"), frozenset("mwMWGOQ%—…@")


class Key(Fields, kw_only=False):
    """An entry of a legend: a colour and what it stands for. `shape`: box, striped, line, dashes, triangle or cross."""

    fill: str
    label: str
    shape: str = "box"


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


class Page:
    """A picture from its title down to its sources; `y` is where its next part begins."""

    def __init__(self, width: float, title: str, subtitle: str, description: str, *, heading: bool) -> None:
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
            self.y = MARGIN + 20
            add(self.root, "text", title, x=MARGIN, y=self.y, font_size=21, font_weight="bold", fill=INK)
            self.y += 20
            add(self.root, "text", subtitle, x=MARGIN, y=self.y, font_size=13.5, fill=QUIET)
            self.y += 14

    def hatch(self, colour: str) -> str:
        """Return a fill of this colour in stripes: what is only expected."""
        name = f"icc-expected-{colour.lstrip('#').lower()}"
        if name not in self.hatches:
            self.hatches.add(name)
            pattern = add(
                self.root, "pattern", id=name, width=6, height=6, patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )  # fmt: skip
            add(pattern, "rect", width=6, height=6, fill=PAPER)
            add(pattern, "rect", width=2.6, height=6, fill=colour)
        return f"url(#{name})"

    def legend(self, keys: Iterable[Key], size: float = 12.5) -> None:
        """Set the legend, in as many lines as it needs."""
        x = MARGIN
        self.y += 8
        for key in keys:
            wide = 19 + measure(key.label, size) + 20
            if x > MARGIN and x + wide - 20 > self.width - MARGIN:
                x = MARGIN
                self.y += 20
            self._swatch(key, x)
            add(self.root, "text", key.label, x=x + 19, y=self.y + 11, font_size=size, fill=INK)
            x += wide
        self.y += 26

    def _swatch(self, key: Key, x: float) -> None:
        y = self.y + 6.5
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
                add(self.root, "rect", x=x, y=y - 6.5, width=13, height=13, rx=2, fill=key.fill)

    def notes(self, lines: Iterable[str], size: float = 11) -> None:
        """Set lines of small text, each broken where the page ends."""
        for line in lines:
            for part in broken(line, self.width - 2 * MARGIN, size):
                self.y += size * 1.4
                add(self.root, "text", part, x=MARGIN, y=self.y, font_size=size, fill=QUIET)

    def finished(self) -> str:
        """Return the whole picture as text."""
        height = number(self.y + MARGIN * 0.75)
        self.paper.set("height", height)
        self.root.set("width", number(self.width))
        self.root.set("height", height)
        self.root.set("viewBox", f"0 0 {number(self.width)} {height}")
        for child in self.root:
            child.tail = "\n"
        return tostring(self.root, encoding="unicode") + "\n"


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


def broken(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines that fit a width."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def source_line(store: Store) -> str:
    """Say where a picture's facts come from, and through which day they were checked."""
    meta = store.meta
    checked = date.fromisoformat(meta["checked"])
    return (
        f"Source: the depositary (UNTC XVIII.10) and others, as in the icc dataset {meta['version']}, "
        f"checked through {spell(checked)}."
    )


def listed(names: Sequence[str], most: int = 8) -> str:
    """Join names; of many, only the first."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


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
    for family in FAMILIES:
        letter, nothing = (svg_to_bytes(svg_string=_PROBE.format(each), sans_serif_family=family) for each in "M ")
        if letter != nothing:
            return bytes(svg_to_bytes(svg_string=text, zoom=2, sans_serif_family=family))
    raise UsageError("no font for the letters of a PNG is installed", f"install {FAMILIES[3]}, or use --svg")


_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="2" y="16" font-family="sans-serif">{}</text></svg>'
)
"""A letter that the renderer leaves out, without a word, where the font is not there."""
