"""What a table of the data package is: its columns in words, its keys, and where its rows come from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from icc_cli.database.store import Store
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import Standing


class Kind(StrEnum):
    """What a column holds. Text is free; words, ids and codes are not, and so never need care in a spreadsheet."""

    WORD = "word"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    PARTIAL = "partial"
    """A date that may lack its day or month."""
    LIST = "list"
    """Words, separated by spaces where a cell holds only text."""


class Field(Fields, kw_only=False):
    """A column: its name, what it holds, and what that means. `words`, where given, are all that it can hold."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    words: tuple[str, ...] = ()


class Reference(Fields, kw_only=False):
    """Columns that name a row of another table (None: of the same one) by its own columns."""

    fields: tuple[str, ...]
    table: str | None
    columns: tuple[str, ...]


Row = Sequence[object]
"""The values of one row, in the order of the table's fields: text, numbers, truth, dates, tuples of words, or None."""


class Table(Fields, kw_only=False):
    """A table of the package. `rows` gives them for a day; tables of the record are the same for every day."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    rows: Callable[[Store, date], Iterable[Row]]


def word(name: str, description: str, words: Iterable[str] = (), *, required: bool = False) -> Field:
    """Return a column of words, ids or codes."""
    return Field(name, Kind.WORD, description, required, tuple(words))


def text(name: str, description: str, *, required: bool = False) -> Field:
    """Return a column of free text."""
    return Field(name, Kind.TEXT, description, required)


def number(name: str, description: str, *, required: bool = False) -> Field:
    """Return a column of whole numbers."""
    return Field(name, Kind.NUMBER, description, required)


def flag(name: str, description: str, *, required: bool = True) -> Field:
    """Return a column of yes and no."""
    return Field(name, Kind.FLAG, description, required)


def day(name: str, description: str, *, required: bool = False) -> Field:
    """Return a column of whole dates."""
    return Field(name, Kind.DAY, description, required)


def partial(name: str, description: str) -> Field:
    """Return a column of dates, of which some may lack the day or the month."""
    return Field(name, Kind.PARTIAL, description)


def words(name: str, description: str) -> Field:
    """Return a column of lists of words."""
    return Field(name, Kind.LIST, description)


STANDING = word("standing", "How well the fact is proved: by an official document or two independent sources; "
                "by one source; or not, as sources disagree.", Standing, required=True)  # fmt: skip
ISO3 = word("iso3", "ISO 3166-1 alpha-3 code of the State.", required=True)
TO_STATE = Reference(("iso3",), "states", ("iso3",))


def picked(fields: Iterable[Field], records: Iterable[object]) -> Iterator[Row]:
    """Read the values of these fields off records that name them so."""
    names = [field.name for field in fields]
    for record in records:
        yield [getattr(record, name) for name in names]
