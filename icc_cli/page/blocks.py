"""What a page for people is made of. Formats lay these out; they hold words, no colours and no widths."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.system.terminal import Terminal


class Cell(Fields, kw_only=False):
    """A piece of text with what it means: a status (a mark shows its colour), weight, or an aside.

    `short` stands in its place in a table where a terminal has no room. `url` is the address on the web, made by
    `page.text.web`, that it leads to.
    """

    text: str
    status: str | None = None
    strong: bool = False
    aside: bool = False
    short: str = ""
    url: str | None = None


Words = str | Cell | tuple[str | Cell, ...]


class Heading(Fields, kw_only=False):
    """The first line of a page: what it is about, and on the right where it belongs."""

    left: Words
    right: str = ""


class Line(Fields, kw_only=False):
    """A line or paragraph; an empty one sets blocks apart."""

    words: Words = ""
    indent: int = 0


class Column(Fields, kw_only=False):
    """A column of a table. Where the terminal is too narrow, one with `under` moves below that column's text.

    `labels`: it then carries its header along. `drop`: it is left out instead, before any row folds, and the page
    says so; the highest number goes first.
    """

    header: str = ""
    right: bool = False
    wraps: bool = False
    under: int | None = None
    labels: bool = False
    drop: int = 0


class Table(Fields, kw_only=False):
    """Rows of cells."""

    columns: tuple[Column, ...]
    rows: list[tuple[Words, ...]]
    indent: int = 2


class Ink(Fields, kw_only=False):
    """A piece of a drawing in a terminal: text in one colour (`#rrggbb`) on another; None is the terminal's own."""

    text: str
    fore: str | None = None
    back: str | None = None


class Drawing(Fields, kw_only=False):
    """A picture. `draw` gives its rows for a terminal's width, colour and characters; `svg` the same as SVG."""

    draw: "Callable[[Terminal], list[tuple[Ink, ...]]]"
    svg: Callable[[], str]


Block = Heading | Line | Table | Drawing


def text_of(words: Words) -> str:
    """Return the bare text of words."""
    if isinstance(words, str):
        return words
    if isinstance(words, Cell):
        return words.text
    return "".join(text_of(word) for word in words)
