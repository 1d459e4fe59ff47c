"""Runs one query in SQL, in a process of its own that `queries.sql` can end at any moment: nothing else stops SQLite.

A script without imports of ours: started apart from `site`, it costs an answer the fewest milliseconds. It reads the
bounds, the query and the database from stdin, and writes the names of the columns, then the rows, to stdout, one after
the other, as `marshal` has them. With the exit code `REFUSED`, stderr says why, and in a second line what to try.
"""

import marshal
import math
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

REFUSED = 3
"""The exit code of a query that is not answered; Python itself has 1 and 2."""
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_DENIED = {"fts3_tokenizer"}
"""Functions that show and set addresses in memory."""
_BESIDE = 36
"""Bytes that a value counts beside its own: what a number takes as an object, and its place in the row."""

_Value = str | int | float | None


class Refused(Exception):
    """A query that is not answered: why, and below that what to try."""


def main() -> int:
    """Answer the query on stdin."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends this process even within a function of SQLite
    longest, most_bytes, most_rows, memory, text, database = marshal.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_who_asked, daemon=True).start()
    try:
        connection = _open(database, longest, memory)
        size = 0
        for number, row in enumerate(_answer(connection, text)):
            content = marshal.dumps(row)
            size += len(content) + _BESIDE * len(row)
            if number > most_rows:  # the first is that of the names
                raise Refused(f"the query gives more than {most_rows:,} rows\nadd LIMIT to it")
            if size > most_bytes:
                raise Refused(f"the query gives more than {most_bytes:,} bytes\nadd LIMIT to it, or choose columns")
            sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except Refused as refused:
        sys.stderr.buffer.write(str(refused).encode("utf-8", "replace"))
        sys.stderr.flush()
        return REFUSED
    return 0


def _end_with_who_asked() -> None:
    """Wait for the end of stdin, which stays open as long as who asked is there: nobody else wants the answer."""
    sys.stdin.buffer.read(1)
    os._exit(1)


def _open(database: bytes, longest: int, memory: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
    connection.execute("PRAGMA temp_store = memory")
    connection.execute(f"PRAGMA hard_heap_limit = {memory}")
    for function in ("json_each", "json_tree"):  # their first use declares a table, which is not allowed below
        with suppress(sqlite3.Error):  # a SQLite without JSON
            connection.execute(f"SELECT * FROM {function}('[]')")
    connection.set_authorizer(_authorize)
    return connection


def _authorize(action: int, _first: str | None, second: str | None, *_: str | None) -> int:
    denied = action not in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _DENIED)
    return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK


def _answer(connection: sqlite3.Connection, text: str) -> Iterator[tuple[_Value, ...]]:
    """Yield the names of the columns, then the rows. Raises Refused."""
    try:
        cursor = connection.execute(text)
        if cursor.description is None:
            raise Refused("the query is empty\nwrite it as in: icc sql 'SELECT * FROM parties_today'")
        yield tuple(column[0] for column in cursor.description)
        for row in cursor:
            yield tuple(map(_value, row))
    except MemoryError:
        raise Refused("the query needs too much memory\nnarrow it, or add LIMIT to it") from None
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        raise _refusal(str(error)) from None


def _value(value: _Value | bytes) -> _Value:
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _refusal(said: str) -> Refused:
    if "use function" in said:
        return Refused(f"the function {said.rpartition(' ')[2]} is not allowed\nsee 'icc sql --schema'")
    if "authoriz" in said or "prohibited" in said:
        return Refused("only reading is allowed: the query must be one SELECT\nsee 'icc sql --schema'")
    if "vtable constructor" in said:
        return Refused(f"{said.rpartition(' ')[2]} cannot be asked\n'icc sql --schema' lists the tables that can")
    if "decode" in said:
        return Refused("the query makes text that is no text\nask for hex(column) instead")
    if "one statement" in said:
        return Refused("only one statement at a time\nleave out what follows the first ';'")
    if "binding" in said.lower():
        return Refused("the query has a placeholder (?, :name), and nothing fills it\nwrite the value, as in 'KEN'")
    said = " ".join(said.split())[:500]  # a pipe that is full would hold us up
    return Refused(f"SQL: {said}\n'icc sql --schema' lists the tables and their columns")


if __name__ == "__main__":
    os._exit(main())
