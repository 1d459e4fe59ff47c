"""A web page -> `Table`: the depositary's page of a treaty, saved in a browser. Reads only its grid and its head."""

import re
from html.parser import HTMLParser

from icc_cli.depositary.document import HINT, Group, Line, Refused, header, measured, plain, strays, table
from icc_cli.depositary.table import COUNTED, Column, Field, Table, Unread, column
from icc_cli.errors import DocumentError

_START = 4096
_PAGE = re.compile(
    rb"(?:\s++|<!--(?>.*?-->)|<\?(?>.*?>))*+<(?:!doctype\s+html|html|head|body|div|table)\b", re.I | re.S
)
_BYTE_ORDER = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CHARSET = re.compile(rb"<meta\s[^>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii"} | dict.fromkeys(
    ("iso-8859-1", "latin1", "windows-1252"),
    "cp1252",  # for a browser, all three are the last
)
_HEAD = re.compile(r"rpt(?:Head|Treaty|Status)_")
"""Parts of the head go by such an id: the chapter, the treaty's number and title, how many have signed and joined."""
_GRID = "tblgrid"
"""So ends the id of the table of participants."""
_EMPTY = {"input", "img", "br", "hr"}
_MOST = 20
_LENGTH = 2000
_PARTS = {"thead", "tbody", "tfoot", "colgroup", "col", "caption"}
_LOOKS = {"a", "span", "font", "label", "nobr", "wbr", "b", "strong", "i", "em", "u", "small", "big"}
"""Elements inside a cell that only change how its text looks; all others but these and `_BREAKS` are kept as tags."""
_BREAKS = {"br", "div", "p", "center"}


def is_page(content: bytes) -> bool:
    """Tell whether a document is a web page, by how it begins."""
    start = content[: 16 * _START].replace(b"\0", b"")
    for mark in _BYTE_ORDER:
        start = start.removeprefix(mark)
    return _PAGE.match(start) is not None


def read(content: bytes, name: str) -> Table:
    """Read a page in the encoding that it names, or else as UTF-8. `name` is what messages call it.

    Raises DocumentError where it has no grid of participants, or is cut off or spoilt.
    """
    page = _Page()
    try:
        page.feed(_decoded(content))
        if any(_is_grid(one) for one in page.open):
            raise Refused("is a web page that is cut off: its table of participants does not end")
    except Refused as refused:
        raise DocumentError(f"{name} {refused}", HINT) from None
    except (ValueError, AssertionError):  # numbers of thousands of digits; declarations that are none
        raise DocumentError(f"{name} is a web page with spoilt markup", HINT) from None
    grids = [one for one in page.closed if one.marked] or page.closed
    if not grids:
        raise DocumentError(f"{name} is a web page without the depositary's table of participants", HINT)
    unread: list[Unread] = [stray for one in grids for stray in strays(["".join(one.strays)])]
    texts = [plain("".join(part.texts)) for part in page.head]
    pieces = [text for part in page.head for piece in part.texts if (text := plain(piece))]
    counts = {field: _numbers(field, texts) for field in COUNTED}
    lines = [[Line(["".join(cell) for cell in row.cells], ["".join(row.strays)]) for row in one.rows] for one in grids]
    return table(name, header(texts, pieces, counts, unread), [Group(some[:1], some[1:]) for some in lines], unread)


def _decoded(content: bytes) -> str:
    found = _CHARSET.search(content[:_START])
    named = found[1].decode("ascii").lower() if found else "utf-8"
    marked = next((encoding for mark, encoding in _BYTE_ORDER.items() if content.startswith(mark)), None)
    encoding = marked or _ENCODINGS.get(named)
    if encoding is None:
        raise Refused(f"is a web page in an encoding that is not read here ({named})")
    try:
        return content.decode(encoding)
    except UnicodeError:
        raise Refused(f"is a web page, but not in the encoding it says ({named})") from None


def _numbers(field: Field, texts: list[str]) -> list[str]:
    """Return what the head says below the name of a number: `Signatories : 139. Parties : 123`."""
    names = "|".join(COUNTED.values())
    number = re.compile(rf"\b{COUNTED[field]}\s*:\s*(.*?)\s*(?=\b(?:{names})\s*:|$)", re.I)
    return list(dict.fromkeys(found[1] for text in texts for found in number.finditer(text) if found[1]))


class _Row:
    def __init__(self) -> None:
        self.cells: list[list[str]] = []
        self.strays: list[str] = []


class _Open:
    """A table that is being read. `text` is where its text goes: a cell, or what stands between cells."""

    def __init__(self, marked: bool) -> None:
        self.marked = marked
        self.rows: list[_Row] = []
        self.strays: list[str] = []
        self.text = self.strays

    def row(self) -> None:
        self.rows.append(_Row())
        self.text = self.rows[-1].strays

    def cell(self) -> None:
        if self.text is self.strays:
            self.row()
        self.text = []
        self.rows[-1].cells.append(self.text)

    @property
    def in_cell(self) -> bool:
        return self.text is not self.strays and self.text is not self.rows[-1].strays


def _is_grid(one: _Open) -> bool:
    first = one.rows[0].cells if one.rows else []
    return one.marked or (bool(first) and column("".join(first[0])[:_LENGTH]) == Column(None))


class _Part:
    """A part of the head, until the element that it is closes."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.depth = 1
        self.texts: list[str] = []


class _Page(HTMLParser):
    """Gathers tables of participants and parts of the head. Never closed: what is not complete is not read."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = 0
        self.open: list[_Open] = []
        self.closed: list[_Open] = []
        self.head: list[_Part] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._measure()
        key = next((value or "" for name, value in attrs if name == "id"), "")
        for part in self.head:
            part.depth += part.depth > 0 and part.tag == tag
        if _HEAD.search(key) and tag not in _EMPTY and len(self.head) < _MOST:
            self.head.append(_Part(tag))
        if tag == "table":
            self.open.append(_Open(key.endswith(_GRID)))
        elif self.open:
            self._inside(tag, f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self._measure()
        for part in self.head:
            part.depth -= part.depth > 0 and part.tag == tag
        if tag == "table":
            self._close()
        elif self.open:
            self._inside(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._measure()
        for part in self.head:
            if part.depth and len(part.texts) < _MOST:
                part.texts.append(data[:_LENGTH])
        if self.open:
            self.open[-1].text.append(data)

    def _measure(self) -> None:
        """Count a piece: an element has about four, its two tags and the text in and after it."""
        self.pieces += 1
        measured(len(self.open), self.pieces // 4)

    def _inside(self, tag: str, markup: str) -> None:
        """Note a tag within a table: where the text that follows it goes, or what it says of the text of a cell."""
        one, begins = self.open[-1], markup[1] != "/"
        if tag in _PARTS:
            one.text = one.strays
        elif tag == "tr":
            one.text = one.strays
            if begins:
                one.row()
        elif tag in ("td", "th"):
            if begins:
                one.cell()
            elif one.in_cell:
                one.text = one.rows[-1].strays
        elif one.in_cell and tag not in _LOOKS:
            one.text.append(" " if tag in _BREAKS else markup.replace("sup>", "superscript>"))

    def _close(self) -> None:
        """End a table. One that is no grid, inside a cell, is kept there as a tag, with the beginning of its text."""
        if not self.open:
            return
        one = self.open.pop()
        if _is_grid(one):
            self.closed.append(one)
        if self.open and not one.marked:
            cells = (" ".join("".join(cell) for cell in row.cells[:9]) for row in one.rows[:9])
            self.open[-1].text.append(f"<table>{' '.join(cells)[:_LENGTH]}</table>")
