"""`icc sql`: what may be asked, what is refused, and views that agree with the commands."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store, open_bytes
from icc_cli.errors import UsageError
from icc_cli.output import FORMATS
from icc_cli.queries import sandbox, sql
from icc_cli.queries.situations import situations
from icc_cli.queries.sql import QUESTIONS, query, relations
from icc_cli.queries.status import parties
from icc_cli.queries.withdrawals import withdrawals
from tests.support.hostile import NAMES, harmless_in
from tests.support.places import RECORD, TODAY
from tests.support.process import ICC, process

Run = Callable[..., tuple[int, str, str]]
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
ONE_LONG_STEP = "SELECT instr(printf('%.*c', 4000000, 'a'), printf('%.*c', 2000000, 'a') || 'b')"
"""A function that SQLite cannot leave for minutes."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_ready_to_run_has_an_answer(question: str, store: Store) -> None:
    assert query(store, QUESTIONS[question]).rows


def test_every_table_and_view_says_what_it_holds(store: Store) -> None:
    found = relations(store)
    assert [one.name for one in found][:3] == ["status_spans", "status_today", "parties_today"]
    for one in found:
        assert one.what, one.name
        assert one.columns, one.name


# -- The views agree with the commands, whatever day it is


class Clock:
    """Gives the views another today."""

    def __init__(self, store: Store, day: date) -> None:
        self.store = store
        self.day = day

    def rows(self, text: str) -> list[sqlite3.Row]:
        definitions = {one.name: one for one in relations(self.store) if one.kind == "view"}
        sql = text
        for name in reversed(definitions):
            row = self.store.row("SELECT sql FROM sqlite_master WHERE name = ?", name)
            assert row
            body = row["sql"].split(" AS ", 1)[1].split("\n", 1)[1]
            sql = f"{name} AS ({body})" + ("\n" if sql is text else ",\n") + sql
        return self.store.rows(f"WITH {sql}".replace("date('now', 'localtime')", f"'{self.day}'"))


DAYS = [
    date(1998, 1, 1),
    date(2002, 7, 1),
    date(2016, 11, 16),
    date(2017, 10, 27),
    TODAY,
    date(2031, 1, 1),
]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_views_agree_with_the_commands_on_any_day(day: date, store: Store) -> None:
    clock = Clock(store, day)
    assert {(row["iso3"], row["status"], row["in_force"]) for row in clock.rows("SELECT * FROM parties_today")} == {
        (one.iso3, one.status.value, str(one.entered_into_force)) for one in parties(store, day)
    }
    assert {(row["iso3"], row["status"], row["since"]) for row in clock.rows("SELECT * FROM status_today")} == {
        (one.iso3, one.status.value, one.status_since and str(one.status_since))
        for one in parties(store, day, statuses=())
    }
    assert [tuple(row) for row in clock.rows("SELECT id, outcome, outcome_date FROM withdrawals")] == [
        (one.id, one.outcome.value, one.outcome_date and str(one.outcome_date)) for one in withdrawals(store, day)
    ]
    assert [(row["id"], row["states"]) for row in clock.rows("SELECT * FROM open_situations")] == [
        (one.id, " ".join(one.states)) for one in situations(store, day, only_open=True)
    ]


def test_acts_name_their_documents_in_order(store: Store) -> None:
    (row,) = query(store, "SELECT who, documents FROM acts WHERE id = 'GMB-2016-11-10-withdrawal-notice'").rows
    assert row["who"] == "The Gambia"
    assert row["documents"].startswith("C.N.862.2016")


# -- What is refused


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("DELETE FROM act", "only reading is allowed"),
        ("DROP TABLE act", "only reading is allowed"),
        ("CREATE TABLE mine (x)", "only reading is allowed"),
        ("CREATE TEMP TABLE mine (x)", "only reading is allowed"),
        ("ATTACH '/tmp/other.db' AS other", "only reading is allowed"),
        ("VACUUM INTO '/tmp/copy.db'", "only reading is allowed"),
        ("PRAGMA writable_schema = 1", "only reading is allowed"),
        ("SELECT load_extension('x')", "only reading is allowed"),
        ("BEGIN", "only reading is allowed"),
        ("SELECT 1; SELECT 2", "only one statement at a time"),
        ("", "the query is empty"),
        ("/* nothing */", "the query is empty"),
        ("SELECT nope FROM act", "SQL: no such column: nope"),
        ("SELEC 1", 'SQL: near "SELEC": syntax error'),
        ("SELECT ?", "the query has a placeholder (?, :name), and nothing fills it"),
        ("SELECT everyday FROM state WHERE iso3 = :state", "the query has a placeholder (?, :name), and nothing"),
        ("SELECT * FROM pragma_table_info('act')", "only reading is allowed"),
        ("SELECT 'a\0b'", "SQL:"),
        ("SELECT zeroblob(100000000)", "SQL: string or blob too big"),
        ("SELECT CAST(x'ff' AS TEXT)", "the query makes text that is no text"),
        (f"{'(' * 5000}1", "SQL:"),
    ],
)
def test_what_is_no_sound_question_is_refused_in_one_line(text: str, said: str, icc: Run) -> None:
    code, out, err = icc("sql", text)
    assert (code, out) == (2, "")
    assert err.startswith(f"icc: {said}")
    assert err.count("\n") == 1


def test_nothing_is_written_by_what_is_refused(tmp_path: Any, store: Store) -> None:
    before = store.rows("SELECT count(*) FROM act")[0][0]
    with pytest.raises(UsageError):
        query(store, f"ATTACH '{tmp_path}/x.db' AS x")
    assert list(tmp_path.iterdir()) == []
    assert store.rows("SELECT count(*) FROM act")[0][0] == before


def test_a_query_that_takes_too_long_is_ended(icc: Run) -> None:
    started = datetime.now()
    code, _, err = icc("sql", ENDLESS, "--timeout", "0.2")
    assert (code, err) == (2, "icc: the query took longer than 0.2 seconds; narrow it, or raise --timeout\n")
    assert datetime.now() - started < timedelta(seconds=20)


def test_a_query_that_cannot_be_interrupted_is_ended_on_time(icc: Run, dataset: IccDataset) -> None:
    code, out, err = icc("sql", ONE_LONG_STEP, "--timeout", "0.5")
    assert (code, out) == (2, "")
    assert err == "icc: the query took longer than 0.5 seconds; narrow it, or raise --timeout\n"
    with pytest.raises(UsageError, match="took longer than"):
        dataset.sql(ONE_LONG_STEP, seconds=0.5)


def test_a_time_that_no_clock_can_wait_is_none_to_a_query(store: Store) -> None:
    assert query(store, "SELECT 1 AS n", 1e300).rows == query(store, "SELECT 1 AS n", float("inf")).rows == [{"n": 1}]
    for seconds in (0.0, -1.0, float("nan")):
        with pytest.raises(UsageError, match="cannot be given"):
            query(store, "SELECT 1", seconds)


def children(process: int) -> list[int]:
    """Return the processes that one has started and that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == process:
                found.append(int(stat.parent.name))
    return found


def await_end(child: int) -> None:
    """Wait until an orphan is gone, or dead where nobody looks after orphans; who asked may have ended before it."""
    until = time.monotonic() + 60
    with suppress(FileNotFoundError, ProcessLookupError):
        while Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
            assert time.monotonic() < until, "the process that runs the query goes on"
            time.sleep(0.01)


@contextmanager
def asked(unbuffered: dict[str, str]) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """Give a process of `icc sql` in the middle of a long step, and the number of the one that runs the query."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system lists no processes")
    with subprocess.Popen(
        [*ICC, "sql", ONE_LONG_STEP, "--timeout", "100"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **unbuffered},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # heard in a background job, too
    ) as asking:
        try:
            while not (found := children(asking.pid)):
                assert asking.poll() is None
                time.sleep(0.01)
            yield asking, found[0]
        finally:
            asking.kill()


@pytest.mark.parametrize("unbuffered", [{}, {"PYTHONUNBUFFERED": "1"}], ids=str)
def test_ctrl_c_ends_a_query_as_it_ends_all_else(unbuffered: dict[str, str]) -> None:
    with asked(unbuffered) as (asking, child):
        asking.send_signal(signal.SIGINT)
        assert asking.communicate(timeout=60) == (b"", b"")
        assert asking.returncode == 130
    await_end(child)


def test_a_query_ends_with_who_asked(store: Store) -> None:
    with asked({}) as (asking, child):
        asking.kill()
        asking.wait()
    await_end(child)


def test_an_interrupted_query_leaves_no_process_in_the_one_that_asked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    class Interrupted:
        """What a process answers, of which nobody can wait for the end."""

        def read(self) -> bytes:
            raise KeyboardInterrupt

        def close(self) -> None:
            pass

    class Process(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            assert self.stdout is not None
            self.stdout.close()
            self.stdout = Interrupted()  # type: ignore[assignment]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Process)
    with pytest.raises(KeyboardInterrupt):
        query(store, ONE_LONG_STEP)
    assert [child.returncode for child in started] == [-signal.SIGKILL]


def test_a_query_whose_process_fails_is_told_in_one_line(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "_SANDBOX", os.devnull + "/none.py")
    assert icc("sql", "SELECT 1")[2].startswith("icc: the process that runs the query ended before its answer;")
    for executable in ("/none/python", "", None):
        monkeypatch.setattr(sys, "executable", executable)
        code, out, err = icc("sql", "SELECT 1")
        assert (code, out) == (2, "")
        assert err.startswith("icc: cannot start a process for the query: ")


def test_more_rows_than_anyone_reads_are_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_cli.queries.sql.MOST_ROWS", 3)
    assert len(query(store, "SELECT iso3 FROM state LIMIT 3").rows) == 3
    with pytest.raises(UsageError, match="more than 3 rows"):
        query(store, "SELECT iso3 FROM state LIMIT 4")


def test_more_bytes_than_anyone_reads_are_refused(icc: Run, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert icc("sql", "SELECT randomblob(4000000) FROM state") == (
        2, "", "icc: the query gives more than 100,000,000 bytes; add LIMIT to it, or choose columns\n",
    )  # fmt: skip
    monkeypatch.setattr(sql, "MOST_BYTES", 2000)
    assert len(query(store, "SELECT 1 FROM state LIMIT 20").rows) == 20
    for text in ("SELECT 1 FROM state LIMIT 80", "SELECT hex(zeroblob(1000))", "SELECT zeroblob(1000)"):
        with pytest.raises(UsageError, match="more than 2,000 bytes"):
            query(store, text)


def test_a_query_that_takes_too_much_memory_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "MEMORY", 20_000_000)
    with pytest.raises(UsageError, match="too much memory"):
        query(store, "SELECT count(DISTINCT hex(randomblob(1000000))) FROM act")


def test_the_functions_that_show_addresses_in_memory_cannot_be_called(icc: Run) -> None:
    for name in ("fts3_tokenizer", "FTS3_Tokenizer"):
        assert sandbox._authorize(sqlite3.SQLITE_FUNCTION, None, name) == sqlite3.SQLITE_DENY
        assert icc("sql", f"SELECT {name}('simple')")[:2] == (2, "")
    assert sandbox._authorize(sqlite3.SQLITE_FUNCTION, None, "count") == sqlite3.SQLITE_OK


def test_tables_that_sqlite_makes_up_are_refused_by_name(icc: Run) -> None:
    code, _, err = icc("sql", "SELECT * FROM sqlite_stmt")
    assert code == 2
    assert "vtable" not in err


def test_commands_work_as_before_after_a_query(store: Store) -> None:
    with pytest.raises(UsageError):
        query(store, ENDLESS, 0.05)
    assert store.rows("PRAGMA user_version")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40) | st.text("SELECT *FROMact();-'\"\0é", max_size=40))
def test_any_text_gives_rows_or_one_refusal(text: str, store: Store) -> None:
    with suppress(UsageError):
        query(store, text, 1.0)


# -- Answers


def test_a_name_given_twice_is_told_apart_and_values_fit_json(icc: Run) -> None:
    _, out, _ = icc("sql", "SELECT 1 AS a, 2 AS a, NULL AS n, x'00ff' AS b, 9e999 AS inf, 1.5 AS f", "--json")
    envelope = json.loads(out)
    assert envelope["schema"] == "icc/sql/1"
    assert envelope["data"] == [{"a": 1, "a_2": 2, "n": None, "b": "00ff", "inf": "inf", "f": 1.5}]


def test_the_parts_of_a_detail_can_be_asked_for(icc: Run) -> None:
    for function in ("json_each", "json_tree"):
        text = (
            f"SELECT DISTINCT key FROM act, {function}(details) WHERE act = 'amendment-consent' AND key = 'amendment'"
        )
        assert icc("sql", text, "--format", "csv") == (0, "key\namendment\n", "")
        assert icc("sql", f"SELECT value FROM {function}('[7]') WHERE key = 0", "--format", "csv")[1] == "value\n7\n"


def test_as_many_columns_as_sqlite_has_may_share_one_name(store: Store) -> None:
    (row,) = query(store, f"SELECT {', '.join(f'{number} AS a' for number in range(2000))}").rows
    assert (len(row), row["a"], row["a_2"], row["a_2000"]) == (2000, 0, 1, 1999)
    (row,) = query(store, "SELECT 1 AS a, 2 AS a_2, 3 AS a, 4 AS a_2").rows
    assert row == {"a": 1, "a_2": 2, "a_3": 3, "a_2_2": 4}

    class Name(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            compared.append(other)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    compared: list[object] = []
    sql._named((Name("a"),) * 2000)
    assert len(compared) < 10_000  # each with each would be two million


def test_a_database_in_memory_is_asked_as_one_in_a_file_is(store: Store) -> None:
    held = open_bytes(store.connection.serialize(), "memory")
    assert query(held, "SELECT * FROM parties_today") == query(store, "SELECT * FROM parties_today")
    held.close()


@pytest.mark.parametrize("unbuffered", [{}, {"PYTHONUNBUFFERED": "1"}], ids=str)
def test_a_long_answer_comes_whole(unbuffered: dict[str, str]) -> None:
    done = process(
        "sql", "SELECT a.id FROM act a, act b LIMIT 20000", "--format", "csv", env={**os.environ, **unbuffered}
    )
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 20_001)


def test_every_format_serves_and_fields_choose_among_the_columns(icc: Run) -> None:
    text = "SELECT iso3, everyday AS 'the name' FROM state WHERE iso3 = 'NER'"
    assert icc("sql", text)[1] == "iso3  the name\nNER   Niger\n"
    assert icc("sql", text, "--format", "csv")[1] == "iso3,the name\nNER,Niger\n"
    assert icc("sql", text, "--fields", "the name", "--format", "tsv")[1] == "the name\nNiger\n"
    assert icc("sql", text, "--fields", "name")[2] == (
        "icc: --fields: there is no field 'name'; did you mean 'the name'?\n"
    )
    assert icc("sql", f"{text} AND 0", "--format", "csv") == (1, "iso3,the name\n", "icc: nothing matched\n")


def test_a_query_or_the_schema_must_be_asked_for(icc: Run) -> None:
    for arguments in (("sql",), ("sql", "SELECT 1", "--schema")):
        code, _, err = icc(*arguments)
        assert (code, err.split(";")[0]) == (2, "icc: give a query, or --schema")


def test_the_python_api_asks_too(states_on_file: set[str]) -> None:
    with IccDataset(open_store(RECORD)) as dataset:
        found = dataset.sql("SELECT count(*) AS n FROM state WHERE no_act IS NULL")
    assert found == [{"n": len(states_on_file)}]


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "ics"])
@pytest.mark.parametrize("color", ["never", "always"])
def test_the_names_that_a_query_gives_its_columns_act_nowhere(format_name: str, color: str, icc: Run) -> None:
    for name in [*NAMES, "a\nb", "a\tb"]:
        quoted = name.replace('"', '""')
        question = ("sql", f'SELECT 1 AS "{quoted}", 2 AS b', "--format", format_name, "--color", color)
        code, out, err = icc(*question)
        assert (code, err) == (0, "")
        ours = re.sub(r"\x1b\[[0-9;]*m", "", out) if color == "always" and format_name == "table" else out
        harmless_in(ours, format_name)
        assert "\ufeff" not in ours
        if format_name in ("plain", "jsonl", "markdown"):
            assert out.count("\n") == {"plain": 2, "jsonl": 1, "markdown": 3}[format_name]
        if format_name == "yaml":
            assert len(yaml.safe_load(out)["data"][0]) == 2


@pytest.mark.parametrize("format_name", ["plain", "markdown", "tsv"])
def test_a_value_that_holds_line_breaks_stays_on_its_row(format_name: str, icc: Run) -> None:
    out = icc("sql", "SELECT 'a' || char(10) || 'b' || char(9) || 'c' AS x", "--format", format_name)[1]
    assert out.count("\n") == (3 if format_name == "markdown" else 2)
    assert "a b c" in out
