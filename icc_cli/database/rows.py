"""What rows become: records, groups, days; and the conditions by which several questions choose them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.treaty.dates import AnyDate, first_day, from_text, last_day
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from sqlite3 import Row
    from typing import Any, TypeVar

    K = TypeVar("K")
    V = TypeVar("V")
    R = TypeVar("R", bound=Fields)

_DAYS = {"date", "date | None", "AnyDate", "AnyDate | None"}
"""Annotations, as text, of the fields whose days are text in the database."""


class Period(Fields, kw_only=False):
    """The days from `since` through `until`; None leaves a side open. A partial date counts if any of its days does."""

    since: date | None
    until: date | None

    def meets(self, *days: AnyDate | None) -> bool:
        """Return whether any of these days is within; without bounds, also what has no day is."""
        since, until = self.since or date.min, self.until or date.max
        return not (self.since or self.until) or any(
            since <= last_day(day) and first_day(day) <= until for day in days if day
        )

    def conditions(self) -> tuple[list[str], list[object]]:
        """Return the SQL conditions under which an act is within, and their values."""
        bounds = {"coalesce(last_day, effect) >= ?": self.since, "coalesce(first_day, effect) <= ?": self.until}
        return ["1", *(sql for sql, day in bounds.items() if day)], [str(day) for day in bounds.values() if day]


def filled(record: type[R], row: Row | dict[str, Any], **own: Any) -> R:
    """Return a record with values of its own, and the others from the columns of a row that have its fields' names.

    The values of another record (`vars`) do as well. Made without the constructor, which would cost a fifth more.
    """
    held = dict(row if isinstance(row, dict) else zip(row.keys(), row, strict=True)) | own
    for name in _days(record):
        if isinstance(value := held[name], str):
            held[name] = from_text(value)
    made = record.__new__(record)
    vars(made).update({name: held[name] for name in record._fields})
    return made


_KNOWN: dict[type[Fields], list[str]] = {}


def _days(record: type[Fields]) -> list[str]:
    """Return the names of the fields of a class that hold a day."""
    if record not in _KNOWN:
        said = {name: text for one in record.__mro__ for name, text in vars(one).get("__annotations__", {}).items()}
        _KNOWN[record] = [name for name in record._fields if said[name] in _DAYS]
    return _KNOWN[record]


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the second values of pairs by the first, both in their order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
