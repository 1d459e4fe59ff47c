"""Opens `icc.db` read-only and hands out rows. Knows where the database is, nothing of what it says."""

import os
import sqlite3
import threading
from collections.abc import Sequence, Sized
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.checksum import refuse_damaged
from icc_cli.errors import DatasetError, UsageError

if TYPE_CHECKING:
    from icc_cli.treaty.supposing import SupposedAct

HELD = "? || ' ' BETWEEN since AND coalesce(until, '9999-99')"
"""Chooses the spans that hold on a day. The blank sorts the day after itself: `until` is the first day after a span."""


def marks(values: Sized) -> str:
    """Return the places of so many values in a query: `?, ?, ?`."""
    return ", ".join("?" * len(values))


class Store:
    """A database, open for reading. `checked` is the last day through which the record was checked.

    Several threads may ask it: each question holds `lock` while the one connection is in use. `supposed` are the acts
    in it that have not happened (`database.supposed`): none in any file.
    """

    supposed: "Sequence[SupposedAct]" = ()

    def __init__(self, connection: sqlite3.Connection, origin: str) -> None:
        connection.row_factory = sqlite3.Row
        self.lock = threading.RLock()
        self._connection: sqlite3.Connection | None = connection
        self.origin = origin
        try:
            self.meta = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
        except sqlite3.DatabaseError as error:
            connection.close()
            raise DatasetError(f"{origin} cannot be read as a dataset ({error})", "install icc again") from None
        if not {"version", "checked"} <= self.meta.keys():
            connection.close()
            raise DatasetError(f"{origin} was made by another version of icc", "install icc again")
        self.checked = date.fromisoformat(self.meta["checked"])

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection; hold `lock` while it is in use. Raises UsageError after `close`."""
        if self._connection is None:
            raise UsageError("the dataset is closed", "open it again, and ask before it is closed")
        return self._connection

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows that a query gives. Raises DatasetError if the file is spoilt, UsageError after `close`."""
        try:
            with self.lock:
                return self.connection.execute(query, values).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise DatasetError(f"{self.origin} is damaged ({error})", "remove it, or install icc again") from None

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """Return the first row that a query gives, or None."""
        found = self.rows(query, *values)
        return found[0] if found else None

    def close(self) -> None:
        """Close the database, once no thread is reading from it; a second time does nothing."""
        with self.lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def open_file(path: str | os.PathLike[str], *, sealed: bool = True) -> Store:
    """Open a database file. Raises DatasetError if it is damaged or not ours.

    Without `sealed` its bytes are not compared with its checksum: enough to read what it says of itself.
    """
    if sealed:
        refuse_damaged(path)
    address = f"{_uri(path)}?mode=ro&immutable=1"
    return Store(sqlite3.connect(address, uri=True, check_same_thread=False), os.fspath(path))


def _uri(path: str | os.PathLike[str]) -> str:
    """Write a path as SQLite's `file:` address, in which `%`, `?` and `#` have a meaning of their own."""
    place = os.path.realpath(path).replace(os.sep, "/").lstrip("/")
    return "file:///" + place.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def open_bytes(content: bytes, origin: str) -> Store:
    """Open a database that is held in memory."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.deserialize(content)
    return Store(connection, origin)
