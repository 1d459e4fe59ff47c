"""A document's head, titles and rows, whatever its form -> `Table`. What is not understood is kept word for word."""

import re
from collections.abc import Mapping, Sequence

from icc_cli.depositary.table import COUNTED, Column, Field, Header, Problem, Row, Table, Unread, column, row
from icc_cli.errors import DocumentError
from icc_cli.treaty.fields import Fields

HINT = "give the depositary's XML (an address that ends in .en.xml), or its page of the treaty, saved in a browser"
_DEPTH = 100
_ELEMENTS = 100_000
_CHAPTER = re.compile(r"\bCHAPTER\s+([IVXL]+)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"(\d{1,2})\s*\.\s*(?:\(?([a-z])[.)]?\s*)?(?=[A-Z])(.+)", re.ASCII)
_APART = re.compile(r"(\d{1,2})\s*\.?(?: ?\(?([a-z])[.)]?)?", re.ASCII)
_COURT = re.compile(r"Rome Statute|International Criminal Court")


class Line(Fields, kw_only=False):
    """A row as text: its cells, with footnotes and other elements inside them as tags; what stands between them."""

    cells: Sequence[str]
    strays: Sequence[str] = ()


class Group(Fields, kw_only=False):
    """Rows below titles of their own."""

    titles: Sequence[Line]
    rows: Sequence[Line]


class Refused(Exception):
    """The document holds what no table of the depositary needs."""


def measured(depth: int, elements: int) -> None:
    """Refuse what is nested deeper, or has more elements, than any table of the depositary."""
    if depth > _DEPTH:
        raise Refused(f"is nested more than {_DEPTH} deep")
    if elements > _ELEMENTS:
        raise Refused(f"has more than {_ELEMENTS:,} elements")


def plain(text: str) -> str:
    """Return the beginning of a text on one line, without tags: enough for a title."""
    return " ".join(_TAG.sub(" ", text[:2000]).split())


def header(
    texts: Sequence[str], pieces: Sequence[str], counts: Mapping[Field, Sequence[str]], unread: list[Unread]
) -> Header:
    """Read the head: `texts` are its parts, `pieces` the same without their structure; `counts` say its numbers.

    A title reads `10. Rome Statute …` or `10. b Amendments …`; or `10`, `b` and the title stand apart, in this order.
    """
    chapters = {found[1].upper() for found in _CHAPTER.finditer(" ".join(pieces))}
    titles = [found for text in texts if (found := _TITLE.fullmatch(text)) and _COURT.search(found[3])]
    numbers = [*titles, *(_before(pieces, place) for place, text in enumerate(pieces) if _COURT.search(text))]
    number = {f"{found[1]}.{found[2]}" if found[2] else found[1] for found in numbers if found}
    named = [found[3] for found in titles] or [text for text in texts if _COURT.search(text)]
    told = {field: _count(field, some, unread) for field, some in counts.items()}
    return Header(
        chapter=chapters.pop() if len(chapters) == 1 else None,
        number=number.pop() if len(number) == 1 else None,
        title=min(named, key=len, default=""),
        counts={field: count for field, count in told.items() if count is not None},
    )


def _before(pieces: Sequence[str], place: int) -> re.Match[str] | None:
    """Find a number, with or without its letter, in the one or two pieces before a title."""
    return _APART.fullmatch(" ".join(pieces[max(place - 2, 0) : place])) or (
        _APART.fullmatch(pieces[place - 1]) if place else None
    )


def _count(field: Field, texts: Sequence[str], unread: list[Unread]) -> int | None:
    numbers = re.findall(r"\d+", " ".join(texts), re.ASCII)
    if len(numbers) == 1 and len(numbers[0]) < 10:
        return int(numbers[0])
    if texts:
        unread.append(Unread(Problem.UNREADABLE_COUNT, f"{COUNTED[field].title()}: {' | '.join(texts)}"))
    return None


def table(name: str, head: Header, groups: Sequence[Group], unread: list[Unread]) -> Table:
    """Read the rows of all groups. Raises DocumentError where nothing can be compared."""
    fields: set[Field] = set()
    rows: list[Row] = []
    number = 0
    for group in groups:
        columns = _columns(group, unread)
        days = {kind.field for kind in columns if kind and kind.field}
        if not days or not any(kind and kind.field is None for kind in columns):
            raise DocumentError(f"{name} holds a table without a column of participants or of days", HINT)
        fields |= days
        for line in group.rows:
            number += 1
            if any(cell.strip() for cell in line.cells):
                found, problems = row(number, columns, line.cells)
                unread += problems
                rows += [found] if found else []
            unread += strays(line.strays, number)
    if not number:
        raise DocumentError(f"{name} holds no table of participants", HINT)
    if not rows:
        first = next((f": '{one.text}'" for one in unread if one.row), "")
        raise DocumentError(f"{name} holds a table in which no row was understood{first}", HINT)
    return Table(head, frozenset(fields), tuple(rows), tuple(unread))


def _columns(group: Group, unread: list[Unread]) -> list[Column | None]:
    """Return what each column means by its title. A second of the same meaning is as unknown as one of none."""
    found: list[Column | None] = []
    titles = [[" ".join(cell.split()) for cell in line.cells] for line in group.titles]
    for title in titles[0] if titles else []:
        kind = column(title)
        if kind and kind.field in {other.field for other in found if other}:
            kind = None
        if kind is None:
            unread.append(Unread(Problem.UNKNOWN_COLUMN, title))
        found.append(kind)
    unread += [Unread(Problem.UNKNOWN_COLUMN, " | ".join(more)) for more in titles[1:]]
    unread += [stray for line in group.titles for stray in strays(line.strays)]
    return found


def strays(texts: Sequence[str | None], number: int | None = None) -> list[Unread]:
    """Return the text that stands where none belongs."""
    return [Unread(Problem.UNKNOWN_ELEMENT, " ".join(text.split()), number) for text in texts if text and text.strip()]
