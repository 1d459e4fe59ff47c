"""Labels of pictures: none lies on another, and no line runs through one."""

from collections.abc import Callable
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

import pytest

from icc_cli.pictures.svg import PAPER, measure
from tests.support.pictures import PICTURES, SVG

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
MORE = [
    ("chart", "parties", "--on", "2027-12-31"),
    ("chart", "parties", "--on", "2016-11-16"),
    ("chart", "parties", "--width", "540"),
    ("chart", "parties", "--region", "all", "--width", "480"),
    ("timeline", "--withdrawals"),
    ("timeline", "--withdrawals", "--width", "560"),
    ("timeline", "--withdrawals", "--width", "360"),
    ("timeline", "ukraine", "kosovo", "south-sudan", "--width", "360"),
    ("chart", "parties", "--width", "360"),
    ("timeline", "ukraine", "palestine", "cote-divoire", "south-sudan", "niger"),
    ("map", "--width", "480"),
]


def of(node: Element, name: str) -> float:
    return float(node.get(name) or 0)


def box(text: Element) -> Box:
    """Return where a text lies: its letters, with what stands out above and below them left out."""
    size, x, y = of(text, "font-size"), of(text, "x"), of(text, "y")
    wide = measure(text.text or "", size)
    left = {"end": x - wide, "middle": x - wide / 2}.get(text.get("text-anchor") or "", x)
    return left, y - size * 0.7, left + wide, y


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def ground(rect: Element) -> Box:
    x, y = of(rect, "x"), of(rect, "y")
    return x, y, x + of(rect, "width"), y + of(rect, "height")


def holds(plate: Box, here: Box) -> bool:
    """Return whether a plate lies under all of a box; numbers are written with one decimal."""
    return plate[0] < here[0] + 0.2 and plate[1] < here[1] and here[2] < plate[2] + 0.2 and here[3] < plate[3]


def strokes(node: Element) -> list[Box]:
    """Return the straight lines of an element: those of a step line too, not those of a filled shape."""
    if node.tag == f"{SVG}line":
        ends = [(of(node, "x1"), of(node, "y1")), (of(node, "x2"), of(node, "y2"))]
    elif node.tag == f"{SVG}path" and node.get("fill") == "none":
        ends = [
            (float(x), float(y))
            for x, y in (point.split(",") for point in (node.get("d") or "")[1:].split("L") if "M" not in point)
        ]
    else:
        return []
    return [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in pairwise(ends)]


@pytest.mark.parametrize("arguments", [*PICTURES, *MORE], ids=" ".join)
def test_no_label_lies_on_another_and_no_line_runs_through_one(
    arguments: tuple[str, ...], drawn: Callable[..., Element]
) -> None:
    root = drawn(*arguments)
    nodes = list(root.iter())
    labels = [(place, node, box(node)) for place, node in enumerate(nodes) if node.tag == f"{SVG}text"]
    for (_, one, here), (_, other, there) in combinations(labels, 2):
        assert not meet(here, there), (one.text, other.text)
    plates = [(place, ground(node)) for place, node in enumerate(nodes) if node.get("fill") == PAPER and node.get("x")]
    for place, text, here in labels:
        below = [at for at, plate in plates if at < place and holds(plate, here)]
        for number, other in enumerate(nodes):
            for stroke in strokes(other):
                assert not meet(here, stroke) or any(number < at for at in below), (text.text, stroke)


def test_a_picture_has_the_title_and_the_width_that_are_asked_for(drawn: Callable[..., Element]) -> None:
    root = drawn("map", "--title", "The Court's <world>", "--width", "600")
    assert root.get("width") == "600"
    assert "The Court's <world>" in [node.text for node in root.iter(f"{SVG}text")]


def test_title_and_width_need_a_file(icc: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = icc("chart", "--title", "Who is bound")
    assert (code, out) == (2, "")
    assert "add --svg FILE" in err
