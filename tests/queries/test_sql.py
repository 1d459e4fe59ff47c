"""`icc sql`: what may be asked, what is refused, and views that agree with the commands."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.output import FORMATS
from icc_cli.queries.situations import situations
from icc_cli.queries.sql import QUESTIONS, query, relations
from icc_cli.queries.status import parties
from icc_cli.queries.withdrawals import withdrawals
from tests.support.hostile import NAMES, harmless_in
from tests.support.places import RECORD, TODAY

Run = Callable[..., tuple[int, str, str]]
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


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
        ("SELECT ?", "SQL: Incorrect number of bindings supplied"),
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


def test_ctrl_c_ends_a_query_as_it_ends_all_else(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter([0.0, 0.0])

    def interrupted() -> float:
        try:
            return next(calls)
        except StopIteration:
            calls_back.append(1)
            if len(calls_back) == 1:
                raise KeyboardInterrupt from None
            return 0.0

    calls_back: list[int] = []
    monkeypatch.setattr("icc_cli.queries.sql.monotonic", interrupted)
    sqlite3.enable_callback_tracebacks(False)  # some library may have asked for them in this process
    with pytest.raises(KeyboardInterrupt):
        query(store, ENDLESS)


def test_more_rows_than_anyone_reads_are_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_cli.queries.sql.MOST_ROWS", 3)
    assert len(query(store, "SELECT iso3 FROM state LIMIT 3").rows) == 3
    with pytest.raises(UsageError, match="more than 3 rows"):
        query(store, "SELECT iso3 FROM state LIMIT 4")


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
