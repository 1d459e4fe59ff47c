"""Opens `icc.db` read-only and hands out rows. Knows where the database is, nothing of what it says."""

import os
import sqlite3
import zlib

from icc_cli.errors import DatasetError

APPLICATION_ID = 0x49434301
"""Marks a SQLite file as a database of this program ("ICC", 1)."""
FORMAT = 2
"""Number of the table layout; a file of another number is not opened."""

SEALED = 64_000_000
"""Bytes up to which a file is compared with its checksum: more than data within their bounds can fill."""

_HERE = os.path.dirname(__file__)
PACKAGED = os.path.join(_HERE, "icc.db")
CHECKOUT = os.path.join(os.path.dirname(_HERE), "data")


def shipped(name: str, source: str) -> str:
    """Return where a file or directory is that comes with the program: `name` in a wheel, `source` in a checkout."""
    packaged = os.path.join(_HERE, name)
    return packaged if os.path.exists(packaged) else os.path.join(os.path.dirname(_HERE), source)


class Store:
    """A database, open for reading."""

    def __init__(self, connection: sqlite3.Connection, origin: str) -> None:
        connection.row_factory = sqlite3.Row
        self.connection = connection
        self.origin = origin
        try:
            self.meta = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
        except sqlite3.DatabaseError as error:
            connection.close()
            raise DatasetError(f"{origin} cannot be read as a dataset ({error})", "install icc again") from None
        if not {"version", "checked"} <= self.meta.keys():
            connection.close()
            raise DatasetError(f"{origin} was made by another version of icc", "install icc again")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows that a query gives. Raises DatasetError if the file is spoilt."""
        try:
            return self.connection.execute(query, values).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise DatasetError(f"{self.origin} is damaged ({error})", "remove it, or install icc again") from None

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """Return the first row that a query gives, or None."""
        found = self.rows(query, *values)
        return found[0] if found else None

    def close(self) -> None:
        """Close the database."""
        self.connection.close()


def open_store(directory: str | os.PathLike[str] | None = None) -> Store:
    """Open the dataset of a data directory; without one, the packaged one or that of this checkout.

    Raises DatasetError if there is none, or it is invalid.
    """
    if directory is None and os.path.exists(PACKAGED):
        return open_file(PACKAGED)
    if directory is None and not os.path.isdir(CHECKOUT):
        raise DatasetError("this installation holds no dataset", "install icc again, or name one with --data DIR")
    from pathlib import Path  # importing it costs time, and the packaged dataset needs none of it

    from icc_cli.cache import cached  # building needs YAML; the packaged dataset does not

    return cached(Path(directory or CHECKOUT))


def open_file(path: str | os.PathLike[str]) -> Store:
    """Open a database file. Raises DatasetError if it is damaged or of another format."""
    _refuse_damaged(path)
    return Store(sqlite3.connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True), os.fspath(path))


def _uri(path: str | os.PathLike[str]) -> str:
    """Write a path as SQLite's `file:` address, in which `%`, `?` and `#` have a meaning of their own."""
    place = os.path.realpath(path).replace(os.sep, "/").lstrip("/")
    return "file:///" + place.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def open_bytes(content: bytes, origin: str) -> Store:
    """Open a database that is held in memory."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return Store(connection, origin)


def sealed(content: bytes) -> bytes:
    """Return a database file with its checksum in place of the two counters by which SQLite notices changes.

    Nothing ever changes in it, and SQLite asks only that the two be equal (its file format, 1.3.7 and 1.3.18).
    """
    seal = _checksum(content).to_bytes(4, "big")
    return content[:24] + seal + content[28:92] + seal + content[96:]


def _checksum(content: bytes) -> int:
    """Return the CRC-32 of all but the two counters."""
    view = memoryview(content)
    return zlib.crc32(view[96:], zlib.crc32(view[28:92], zlib.crc32(view[:24])))


def _refuse_damaged(path: str | os.PathLike[str]) -> None:
    """Compare the file with its size and checksum: one bit that has turned over must not change a date."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(size if size <= SEALED else 100)
    except OSError as error:
        raise DatasetError(f"cannot read {path}: {error.strerror}") from None
    pages, page_size = int.from_bytes(content[28:32], "big"), int.from_bytes(content[16:18], "big")
    if not content.startswith(b"SQLite format 3\0") or pages * page_size != size:
        raise DatasetError(f"{path} is damaged", "install icc again")
    if int.from_bytes(content[68:72], "big") != APPLICATION_ID:
        raise DatasetError(f"{path} is no dataset of icc")
    if int.from_bytes(content[60:64], "big") != FORMAT:
        raise DatasetError(f"{path} was made by another version of icc", "install icc again")
    counters = {int.from_bytes(content[24:28], "big"), int.from_bytes(content[92:96], "big")}
    if size <= SEALED and counters != {_checksum(content)}:
        raise DatasetError(f"{path} is damaged", "install icc again")
