"""A small writer of SVG: elements, numbers, and nothing that could act. The same picture gives the same bytes."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from icc_cli.output.terminal import clean

INK, QUIET, RULE = "#1a1a1a", "#555555", "#d9d9d9"
"""Dark text, text beside it, and fine lines; print-ready on white."""


def number(value: float) -> str:
    """Write a number with at most one decimal, and none that says nothing."""
    return f"{value:.1f}".removesuffix(".0")


def add(parent: Element, name: str, text: str = "", /, **attributes: str | float | None) -> Element:
    """Append an element; attributes without a value are left out, `stroke_width` is written `stroke-width`."""
    child = SubElement(parent, name, _written(attributes))
    child.text = clean(text) if text else None
    return child


def _written(attributes: dict[str, str | float | None]) -> dict[str, str]:
    return {
        name.strip("_").replace("_", "-"): clean(value) if isinstance(value, str) else number(value)
        for name, value in attributes.items()
        if value is not None
    }


def page(width: float, height: float, title: str, description: str) -> Element:
    """Begin a picture that says what it is to those who cannot see it."""
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "role": "img",
            "font-family": "Helvetica, Arial, sans-serif",
        },
    )
    add(root, "title", title)
    add(root, "desc", description)
    add(root, "rect", width=width, height=height, fill="#ffffff")
    return root


def text_of(root: Element) -> str:
    """Return a picture as text."""
    indent(root, "")
    return tostring(root, encoding="unicode") + "\n"
