"""What a table of the data package is: its columns, its key, and where its rows come from.

A column follows from the field of a record that it shows: what it holds from the annotation, what it means from the
text below.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from sqlite3 import Row as Stored
from typing import Any

from icc_cli.database.store import Store
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import described, item, parts
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Iso3


class Kind(StrEnum):
    """What a column holds. Text is free; words, ids and codes are not, and so never need care in a spreadsheet."""

    WORD = "word"
    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
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
    required: bool
    words: tuple[str, ...]


Row = Sequence[object]
"""The values of one row, in the order of the table's fields: text, numbers, truth, dates, tuples of words, or None."""


class Table(Fields, kw_only=False):
    """A table of the package.

    `refers` holds the columns that name a row of a table, each with the column there (`states.iso3`). `records` returns
    what the rows show of a day, by the names of the columns; that of the record is the same for every day. `more`
    returns columns that follow from what is on record.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: Mapping[str, str]
    records: Callable[[Store, date], Iterable[Fields | Mapping[str, object] | Stored]]
    more: Callable[[Store], tuple[Field, ...]] | None = None

    def of(self, store: Store) -> "Table":
        """Return the table with all its columns for a dataset."""
        return self._replace(fields=(*self.fields, *self.more(store)), more=None) if self.more else self

    def rows(self, store: Store, on: date) -> Iterator[Row]:
        """Return the rows for a day."""
        for one in self.records(store, on):
            values = one._asdict() if isinstance(one, Fields) else one
            yield [values[field.name] for field in self.fields]


_KINDS: Mapping[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.NUMBER,
    float: Kind.DECIMAL,
    bool: Kind.FLAG,
    date: Kind.DAY,
}
_EVERYWHERE: Mapping[str, str | tuple[Any, str]] = {
    "iso3": (Iso3, "ISO 3166-1 alpha-3 code of the State."),
    "note": "What a reader should know about it.",
    "confidence": "How well the fact is proved: by an official document or two independent sources; by one source; or "
    "not, as sources disagree.",
}
"""What columns mean in every table that does not say otherwise."""


def columns(layout: str = "", *records: type[Fields], **said: str | tuple[Any, str]) -> tuple[Field, ...]:
    """Return the columns that a layout names in order; without one, those of all fields, then those of `said`.

    Each follows from the first of the records that has a field of its name. `said` is what it means here, where that
    differs; for what no record has, or has otherwise, the kind of its values and their meaning.
    """
    known = {one.name: one for record in reversed(records) for one in described(record)}
    found = []
    for name in layout.split() or known | said:
        match said.get(name) or _EVERYWHERE.get(name):
            case (kind, str(meaning)):
                required = True
            case meaning:
                kind, required = known[name].kind, known[name].required
                meaning = meaning or known[name].meaning.replace("null", "empty").replace("Null", "Empty")
        found.append(_column(name, kind, meaning, required))
    return tuple(found)


def _column(name: str, kind: Any, meaning: str, required: bool) -> Field:
    one, *more = parts(kind)
    holds = Kind.PARTIAL if PartialDate in more else Kind.LIST if item(one) else _KINDS.get(one, Kind.WORD)
    words = tuple(word for part in (one, *more) for word in _words(part))
    always = one is kind and holds != Kind.LIST and (required or bool(words))
    return Field(name, holds, meaning, always, words)


def _words(kind: Any) -> tuple[str, ...]:
    """Return all that values of a kind can be: the words of a vocabulary, or those with which it is annotated."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    return next((said for said in getattr(kind, "__metadata__", ()) if isinstance(said, tuple)), ())
