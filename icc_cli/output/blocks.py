"""What a page for people is made of. Formats lay these out; they hold words, no colours and no widths."""

from typing import NamedTuple


class Cell(NamedTuple):
    """A piece of text with what it means: a status (shown in its colour), weight, or an aside."""

    text: str
    status: str | None = None
    strong: bool = False
    aside: bool = False


Words = str | Cell | tuple[str | Cell, ...]


class Heading(NamedTuple):
    """The first line of a page: what it is about, and on the right where it belongs."""

    left: Words
    right: str = ""


class Line(NamedTuple):
    """A line or paragraph; an empty one sets blocks apart."""

    words: Words = ""
    indent: int = 0


class Column(NamedTuple):
    """A column of a table. Where the terminal is too narrow, one with `under` moves below that column's text.

    `labels`: it then carries its header along.
    """

    header: str = ""
    right: bool = False
    wraps: bool = False
    under: int | None = None
    labels: bool = False


class Table(NamedTuple):
    """Rows of cells."""

    columns: tuple[Column, ...]
    rows: list[tuple[Words, ...]]
    indent: int = 2


Block = Heading | Line | Table


def text_of(words: Words) -> str:
    """Return the bare text of words."""
    if isinstance(words, str):
        return words
    if isinstance(words, Cell):
        return words.text
    return "".join(text_of(word) for word in words)
