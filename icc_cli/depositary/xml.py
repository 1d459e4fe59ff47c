"""XML -> `Table`. Takes only what the depositary publishes: no DOCTYPE, no entities, nothing from elsewhere."""

from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from icc_cli.depositary.document import HINT, Group, Line, Refused, header, measured, plain, strays, table
from icc_cli.depositary.table import COUNTED, Header, Problem, Table, Unread
from icc_cli.errors import DocumentError

_PROLOG = 4096
_PIECE = 64
_PIECES = 1000
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
        raise DocumentError(f"{name} holds {what}", HINT)
    unread: list[Unread] = []
    head = _header(treaties[0], unread)
    groups = [group for part in treaties[0].iter("Participants") for group in _groups(part, unread)]
    return table(name, head, groups, unread)


class _Builder(TreeBuilder):
    """Builds the tree, without name spaces; refuses a DOCTYPE, and with it every entity, and what has no measure."""

    depth = 0
    elements = 0

    def doctype(self, *_: str | None) -> None:
        raise Refused("is a document with a DOCTYPE, which is refused")

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self.depth += 1
        self.elements += 1
        measured(self.depth, self.elements)
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
    except Refused as refused:
        raise DocumentError(f"{name} {refused}", HINT) from None
    except (ParseError, LookupError, ValueError) as error:
        why = f"{error}" if content.strip() else "it is empty"
        raise DocumentError(f"{name} is not XML ({why})", HINT) from None
    return root


def _header(treaty: Element, unread: list[Unread]) -> Header:
    parts = [part for tag in ("Header", "ExternalData") for part in treaty.iter(tag)]
    texts = dict.fromkeys(_beginning(one) for part in parts for one in part.iter())
    pieces = [text for part in parts for piece in islice(part.itertext(), _PIECES) if (text := plain(piece))]
    counts = {
        field: [text for one in treaty.iterfind(f".//ExternalData//Status/{name.title()}") if (text := _beginning(one))]
        for field, name in COUNTED.items()
    }
    return header(list(texts), pieces, counts, unread)


def _beginning(element: Element) -> str:
    return plain("".join(islice(element.itertext(), 50)))


def _groups(participants: Element, unread: list[Unread]) -> Iterator[Group]:
    """Return the groups of rows, each with its own titles; note all text that stands outside of them."""
    waiting = [participants]
    while waiting:
        element = waiting.pop(0)
        unread += strays(_between(element))
        for child in element:
            if child.tag in _INSIDE[element.tag].split():
                waiting += [child] if child.tag in _INSIDE else []
            elif _literal(child).strip():
                unread.append(Unread(Problem.UNKNOWN_ELEMENT, _markup(child)))
        if element.tag == "TGroup":
            yield Group(*([_line(row) for row in element.iterfind(path)] for path in ("Thead/Row", "Tbody/Rows/Row")))


def _line(element: Element) -> Line:
    return Line([_literal(cell) for cell in element], [text for text in _between(element) if text])


def _between(element: Element) -> list[str | None]:
    """Return the text between the parts of an element."""
    return [element.text, *(child.tail for child in element)]


def _literal(element: Element) -> str:
    """Return an element's text, with the elements inside it written out as tags: so it says the same either way."""
    return "".join([element.text or "", *(_markup(child) + (child.tail or "") for child in element)])


def _markup(element: Element) -> str:
    return f"<{element.tag}>{_literal(element)}</{element.tag}>"
