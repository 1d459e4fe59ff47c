"""Questions that are answered with a picture, and how a picture's words are read."""

from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = [
    ("map", "--on", "2016-11-16"),
    ("map", "--colour-by", "region"),
    ("map", "--colour-by", "situations", "--on", "2013-10-12"),
    ("map", "--color-by", "amendment:aggression"),
    ("timeline", "russia", "gambia", "burundi", "montenegro", "kosovo", "--on", "2026-11-23"),
    ("timeline", "--withdrawals", "--since", "2016"),
    ("chart", "parties"),
    ("chart", "parties", "--region", "all", "--on", "2016-11-16"),
    ("chart", "parties", "--since", "2016-06", "--until", "2017"),
]


def texts(root: Element) -> list[str]:
    """Return all that is written in a picture."""
    return [node.text or "" for node in root.iter(f"{SVG}text")]
