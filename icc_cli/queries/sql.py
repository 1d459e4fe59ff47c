"""Any read-only question in SQL, bounded in time and size: `icc sql`."""

from __future__ import annotations

import io
import marshal
import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.sandbox import REFUSED
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal


MOST_ROWS = 1_000_000
MOST_BYTES = 100_000_000
"""Of all rows together."""
LONGEST = 5_000_000
"""The longest text or blob that a query may make, in bytes."""
MEMORY = 256_000_000
"""Bytes of memory that SQLite may take."""
_SANDBOX = os.path.join(os.path.dirname(__file__), "sandbox.py")

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

    Nothing can be written or attached, whatever the text says: the query runs on a copy of the database in memory, and
    SQLite asks an authorizer before every step. It does so in a process of its own (`queries.sandbox`), which is ended
    when the time is up or the asking one is interrupted, since one function of SQLite can run for minutes. Values are
    text, numbers and None; blobs come as hexadecimal text.
    """
    if not seconds > 0:
        raise UsageError(f"a query cannot be given {seconds:g} seconds", "give it more than 0")
    with store.lock:
        database = store.connection.serialize()
    question = marshal.dumps((LONGEST, MOST_BYTES, MOST_ROWS, MEMORY, str(text), database))
    found = io.BytesIO(_asked(question, seconds))
    size = found.getbuffer().nbytes
    columns = _named(marshal.load(found))
    rows: list[Mapping[str, Any]] = []
    while found.tell() < size:
        rows.append(dict(zip(columns, marshal.load(found), strict=True)))
    return Result(columns, rows)


def _asked(question: bytes, seconds: float) -> bytes:
    """Return what the process answers that runs the query; no process is left, whatever happens.

    One that is interrupted while it starts has nobody who could end it: it ends by itself when its stdin closes.
    """
    pipe = subprocess.PIPE
    try:
        child = subprocess.Popen([sys.executable or "", "-I", "-S", _SANDBOX], stdin=pipe, stdout=pipe, stderr=pipe)
    except OSError as error:
        raise UsageError(
            f"cannot start a process for the query: {error.strerror}", "end others, and try again"
        ) from None
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    late = threading.Event()

    def end() -> None:
        late.set()
        child.kill()

    clock = threading.Timer(min(seconds, threading.TIMEOUT_MAX), end)
    clock.daemon = True
    with child:
        try:
            clock.start()
            with suppress(OSError):  # it has ended, and its exit code says so
                child.stdin.write(question)
                child.stdin.flush()
            found, said = child.stdout.read(), child.stderr.read()
            child.wait()
        finally:
            clock.cancel()
            child.kill()
            with suppress(OSError):
                child.stdin.close()
    if late.is_set():
        raise UsageError(f"the query took longer than {seconds:g} seconds", "narrow it, or raise --timeout")
    if child.returncode == REFUSED:
        message, _, hint = said.decode().partition("\n")
        raise UsageError(message, hint)
    if child.returncode:
        raise UsageError("the process that runs the query ended before its answer", "narrow it, or add LIMIT to it")
    return found


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


def _named(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return column names, each once: a second `iso3` becomes `iso3_2`."""
    found: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for name in names:
        free = name
        while free in found:
            numbers[name] = numbers.get(name, 1) + 1
            free = f"{name}_{numbers[name]}"
        found[free] = None
    return tuple(found)
