"""Ways out of the Statute, and what became of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from icc_cli.database.store import Store
from icc_cli.queries.withdrawals import withdrawals

Json = Callable[..., Any]


def test_a_period_holds_what_was_notified_or_decided_in_it(icc_json: Json) -> None:
    found = icc_json("withdrawals", "--since", "2017-01-01", "--until", "2017-12-31", "--on", "2026-11-23")
    assert [row["iso3"] for row in found] == ["ZAF", "BDI", "GMB"]


def test_the_view_of_the_database_tells_the_same_outcomes_on_every_day_that_changes_one(store: Store) -> None:
    (view,) = store.rows("SELECT sql FROM sqlite_master WHERE name = 'withdrawals'")
    query = view["sql"].partition(" AS -- ")[2].partition("\n")[2].replace("date('now', 'localtime')", ":day")
    turns = {day for row in withdrawals(store, date.max) for day in (row.notified, row.effect, row.outcome_date) if day}
    assert turns
    for turn in turns:
        for day in (turn - timedelta(1), turn):
            shown = store.connection.execute(query, {"day": day.isoformat()})
            found = [(row["id"], row["outcome"], row["outcome_date"]) for row in shown]
            ours = [(row.id, row.outcome, row.outcome_date) for row in withdrawals(store, day)]
            assert found == [(*one, day and day.isoformat()) for *one, day in ours]
