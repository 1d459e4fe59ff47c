"""Any read-only question in SQL, bounded in time and size: `icc sql`."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal


MOST_ROWS = 1_000_000
MOST_BYTES = 10_000_000
"""The longest text or blob that a query may make."""
_STEPS = 10_000
"""SQLite looks at the clock once in so many steps of its machine."""

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}

QUESTIONS: Mapping[str, str] = {
    "How many States Parties does each region have today?": (
        "SELECT region, count(*) AS parties FROM parties_today GROUP BY region ORDER BY parties DESC"
    ),
    "Who is leaving, and when?": (
        "SELECT state, notified, effect FROM withdrawals WHERE outcome = 'pending' ORDER BY effect"
    ),
    "How many States Parties were there at the end of each year?": (
        "WITH RECURSIVE year(y) AS (SELECT 1998 UNION ALL SELECT y + 1 FROM year WHERE y < strftime('%Y') - 1) "
        "SELECT y AS year, count(iso3) AS parties FROM year LEFT JOIN status_spans "
        "ON status LIKE 'state-party%' AND since <= y || '-12-31' AND (until > y || '-12-31' OR until IS NULL) "
        "GROUP BY y ORDER BY y"
    ),
    "Who signed and never joined?": (
        "SELECT state, region, status FROM status_today WHERE status LIKE 'signatory%' ORDER BY state"
    ),
    "Which States took longest from signature to deposit?": (
        "SELECT s.who AS state, s.done AS signed, min(c.done) AS deposited, "
        "julianday(min(c.done)) - julianday(s.done) AS days FROM acts s JOIN acts c ON c.iso3 = s.iso3 "
        "AND c.act IN ('ratification', 'acceptance', 'approval') WHERE s.act = 'signature' "
        "GROUP BY s.iso3 ORDER BY days DESC LIMIT 10"
    ),
    "Which acts rest on one source only?": (
        "SELECT done, who, title, documents FROM acts WHERE confidence = 'reported' ORDER BY position DESC LIMIT 20"
    ),
    "Which values are disputed?": (
        "SELECT d.fact, d.field, d.value, d.note FROM disputed d ORDER BY d.fact, d.position"
    ),
    "Which documents prove the most facts?": (
        "SELECT d.key, d.symbol, d.title, count(*) AS facts FROM source s JOIN document d ON d.key = s.document "
        "GROUP BY d.key ORDER BY facts DESC, d.key LIMIT 10"
    ),
    "What did States say about leaving before their notices?": (
        "SELECT n.who AS state, a.done AS said, a.title, n.done AS notified FROM acts n JOIN acts a ON a.iso3 = n.iso3 "
        "AND a.act IN ('signal', 'withdrawal-announced') AND a.done < n.done WHERE n.act = 'withdrawal-notice' "
        "ORDER BY n.position, a.position"
    ),
    "Which situations are open, and how did each begin?": (
        "SELECT name, kind, trigger, opened, states FROM open_situations"
    ),
}
"""Questions with the query that answers each; shown by `icc sql --schema`, and run by the tests."""


class Relation(Fields, kw_only=False):
    """A table or view of the database: what it holds, and its columns."""

    name: str
    """Its name in SQL."""
    kind: Literal["view", "table"]
    """Whether it is a view or a table."""
    what: str
    """What it holds."""
    columns: tuple[str, ...]
    """Its columns."""


class Result(Fields, kw_only=False):
    """What a query gives: its columns, each name once, and a mapping for each row."""

    columns: tuple[str, ...]
    rows: list[Mapping[str, Any]]


def query(store: Store, text: str, seconds: float = 10.0) -> Result:
    """Run one SELECT. Raises UsageError if it is no such thing, has a fault, or costs too much.

    Nothing can be written or attached, whatever the text says: the file is open read-only, and SQLite asks an
    authorizer before every step. Values are text, numbers and None; blobs come as hexadecimal text.
    """
    connection = store.connection
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    end = monotonic() + seconds
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
    try:
        cursor = connection.execute(text)
        if cursor.description is None:
            raise UsageError("the query is empty", "write it as in: icc sql 'SELECT * FROM parties_today'")
        rows = cursor.fetchmany(MOST_ROWS + 1)
    except (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError, ValueError) as error:
        raise _refusal(error, monotonic() > end, seconds) from None
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
    if len(rows) > MOST_ROWS:
        raise UsageError(f"the query gives more than {MOST_ROWS:,} rows", "add LIMIT to it")
    columns = _named([column[0] for column in cursor.description])
    return Result(columns, [dict(zip(columns, map(_value, row), strict=True)) for row in rows])


def relations(store: Store) -> list[Relation]:
    """Return the views, then the tables, each with what the comment in its definition says of it."""
    return [
        Relation(
            row["name"],
            row["type"],
            _comment(row["sql"]),
            tuple(column["name"] for column in store.rows("SELECT name FROM pragma_table_info(?)", row["name"])),
        )
        for row in store.rows(
            "SELECT name, type, sql FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type = 'table', rowid"
        )
    ]


def _comment(definition: str) -> str:
    found = re.search(r"-- (.*)", definition)
    return found.group(1) if found else ""


def _refusal(error: Exception, late: bool, seconds: float) -> UsageError:
    said = str(error)
    if late and "interrupted" in said:
        return UsageError(f"the query took longer than {seconds:g} seconds", "narrow it, or raise --timeout")
    if "interrupted" in said:  # SQLite swallows what the progress handler raised: only Ctrl-C raises there
        raise KeyboardInterrupt
    if "authoriz" in said or "prohibited" in said:
        return UsageError("only reading is allowed: the query must be one SELECT", "see 'icc sql --schema'")
    if "decode" in said:
        return UsageError("the query makes text that is no text", "ask for hex(column) instead")
    if "one statement" in said:
        return UsageError("only one statement at a time", "leave out what follows the first ';'")
    return UsageError(f"SQL: {said}", "'icc sql --schema' tells the tables and their columns")


def _named(names: list[str]) -> tuple[str, ...]:
    """Return column names, each once: a second `iso3` becomes `iso3_2`."""
    found: list[str] = []
    for name in names:
        number, free = 2, name
        while free in found:
            free, number = f"{name}_{number}", number + 1
        found.append(free)
    return tuple(found)


def _value(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
