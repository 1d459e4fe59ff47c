"""XML -> `Table`. Takes only what the depositary publishes: no DOCTYPE, no entities, nothing from elsewhere."""

import re
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from icc_cli.depositary.table import COUNTED, Column, Field, Header, Problem, Row, Table, Unread, column, row
from icc_cli.errors import DocumentError

_DEPTH = 100
_ELEMENTS = 100_000
_PROLOG = 4096
_PIECE = 64
_HINT = "give the table as XML, as the depositary publishes it (an address that ends in .en.xml)"
_CHAPTER = re.compile(r"\bCHAPTER\s+([IVXL]+)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"(\d{1,2})\s*\.\s*(?:\(?([a-z])[.)]?\s*)?(?=[A-Z])(.+)")
_COURT = re.compile(r"Rome Statute|International Criminal Court")
_INSIDE = {
    "Participants": "Table",
    "Table": "TGroup",
    "TGroup": "Thead Tbody",
    "Thead": "Row",
    "Tbody": "Rows",
    "Rows": "Row",
}
"""What stands inside what, from the table down to its rows."""


def read(content: bytes, name: str) -> Table:
    """Read a document in the encoding that it declares. `name` is what messages call it.

    Raises DocumentError where it is not XML, holds what no such table needs, or holds no table.
    """
    root = _parse(content, name)
    treaties = [root] if root.tag == "Treaty" else root.findall("Treaty")
    if len(treaties) != 1:
        what = f"{len(treaties)} treaties" if treaties else f"no treaty: it begins with <{root.tag}>"
        raise DocumentError(f"{name} holds {what}", _HINT)
    unread: list[Unread] = []
    header = _header(treaties[0], unread)
    groups = [group for part in treaties[0].iter("Participants") for group in _groups(part, unread)]
    fields: set[Field] = set()
    rows: list[Row] = []
    number = 0
    for group in groups:
        columns = _columns(group, unread)
        days = {kind.field for kind in columns if kind and kind.field}
        if not days or not any(kind and kind.field is None for kind in columns):
            raise DocumentError(f"{name} holds a table without a column of participants or of days", _HINT)
        fields |= days
        for element in group.iterfind("Tbody/Rows/Row"):
            number += 1
            cells = [_literal(cell) for cell in element]
            if not any(cell.strip() for cell in cells):
                continue
            found, problems = row(number, columns, cells)
            unread += [*problems, *_strays(element, number)]
            if found:
                rows.append(found)
    if not number:
        raise DocumentError(f"{name} holds no table of participants", _HINT)
    if not rows:
        first = next((f": '{one.text}'" for one in unread if one.row), "")
        raise DocumentError(f"{name} holds a table in which no row was understood{first}", _HINT)
    return Table(header, frozenset(fields), tuple(rows), tuple(unread))


class _Refused(Exception):
    """The document holds what no table of the depositary needs."""


class _Builder(TreeBuilder):
    """Builds the tree, without name spaces; refuses a DOCTYPE, and with it every entity, and what has no measure."""

    depth = 0
    elements = 0

    def doctype(self, name: str, *_identifiers: str | None) -> None:
        page = "a web page, not XML" if name.lower() == "html" else "a document with a DOCTYPE, which is refused"
        raise _Refused(f"is {page}")

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self.depth += 1
        self.elements += 1
        if self.depth > _DEPTH:
            raise _Refused(f"is nested more than {_DEPTH} deep")
        if self.elements > _ELEMENTS:
            raise _Refused(f"has more than {_ELEMENTS:,} elements")
        return super().start(tag.rpartition("}")[2], attributes)

    def end(self, tag: str) -> Element:
        self.depth -= 1
        return super().end(tag.rpartition("}")[2])


def _parse(content: bytes, name: str) -> Element:
    """Parse the beginning in small pieces: a DOCTYPE stops the reading before anything it declares can be used.

    One that comes later is refused as well, and expat itself sets a limit to what entities may grow to.
    """
    parser = XMLParser(target=_Builder())
    try:
        for start in range(0, min(len(content), _PROLOG), _PIECE):
            parser.feed(content[start : min(start + _PIECE, _PROLOG)])
        parser.feed(content[_PROLOG:])
        root: Element = parser.close()
    except _Refused as refused:
        raise DocumentError(f"{name} {refused}", _HINT) from None
    except (ParseError, LookupError, ValueError) as error:
        if content[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
            raise DocumentError(f"{name} is a web page, not XML", _HINT) from None
        why = f"{error}" if content.strip() else "it is empty"
        raise DocumentError(f"{name} is not XML ({why})", _HINT) from None
    return root


def _header(treaty: Element, unread: list[Unread]) -> Header:
    """Read the head of the document. A title reads `10. Rome Statute …`, or `10. b Amendments …`."""
    parts = [part for tag in ("Header", "ExternalData") for part in treaty.iter(tag)]
    texts = list(dict.fromkeys(_beginning(element) for part in parts for element in part.iter()))
    chapters = {found[1].upper() for text in texts for found in _CHAPTER.finditer(text)}
    titles = [found for text in texts if (found := _TITLE.fullmatch(text)) and _COURT.search(found[3])]
    numbers = {f"{found[1]}.{found[2]}" if found[2] else found[1] for found in titles}
    named = [found[3] for found in titles] or [text for text in texts if _COURT.search(text)]
    counts = {field: _count(treaty, name.title(), unread) for field, name in COUNTED.items()}
    return Header(
        chapter=chapters.pop() if len(chapters) == 1 else None,
        number=numbers.pop() if len(numbers) == 1 else None,
        title=min(named, key=len, default=""),
        counts={field: number for field, number in counts.items() if number is not None},
    )


def _beginning(element: Element) -> str:
    """Return the first words of a part of the head, without tags: enough for a title."""
    return " ".join(_TAG.sub(" ", "".join(islice(element.itertext(), 50))[:2000]).split())


def _count(treaty: Element, tag: str, unread: list[Unread]) -> int | None:
    texts = [_beginning(element) for element in treaty.iterfind(f".//ExternalData//Status/{tag}")]
    filled = [text for text in texts if text]
    numbers = re.findall(r"\d+", " ".join(filled), re.ASCII)
    if len(numbers) == 1:
        return int(numbers[0])
    if filled:
        unread.append(Unread(Problem.UNREADABLE_COUNT, f"{tag}: {' | '.join(filled)}"))
    return None


def _groups(participants: Element, unread: list[Unread]) -> Iterator[Element]:
    """Return the groups of rows, each with its own titles; note all text that stands outside of them."""
    waiting = [participants]
    while waiting:
        element = waiting.pop(0)
        unread += _strays(element)
        for child in element:
            if child.tag in _INSIDE[element.tag].split():
                waiting += [child] if child.tag in _INSIDE else []
            elif _literal(child).strip():
                unread.append(Unread(Problem.UNKNOWN_ELEMENT, _markup(child)))
        if element.tag == "TGroup":
            yield element


def _columns(group: Element, unread: list[Unread]) -> list[Column | None]:
    """Return as text what each column means by its title. A second of the same meaning is as unknown as one of none."""
    titles = [[_literal(cell) for cell in one] for one in group.iterfind("Thead/Row")]
    unread += [stray for one in group.iterfind("Thead/Row") for stray in _strays(one)]
    found: list[Column | None] = []
    for title in titles[0] if titles else []:
        kind = column(title)
        if kind and kind.field in {other.field for other in found if other}:
            kind = None
        if kind is None:
            unread.append(Unread(Problem.UNKNOWN_COLUMN, " ".join(title.split())))
        found.append(kind)
    unread += [Unread(Problem.UNKNOWN_COLUMN, " | ".join(" ".join(t.split()) for t in more)) for more in titles[1:]]
    return found


def _strays(element: Element, number: int | None = None) -> list[Unread]:
    """Return the text that stands between the parts of an element, where none belongs."""
    texts = [element.text, *(child.tail for child in element)]
    return [Unread(Problem.UNKNOWN_ELEMENT, " ".join(text.split()), number) for text in texts if text and text.strip()]


def _literal(element: Element) -> str:
    """Return an element's text, with the elements inside it written out as tags: so it says the same either way."""
    return "".join([element.text or "", *(_markup(child) + (child.tail or "") for child in element)])


def _markup(element: Element) -> str:
    return f"<{element.tag}>{_literal(element)}</{element.tag}>"
