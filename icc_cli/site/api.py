"""The files for programs under `api/1/`: what the command line answers with `--json --on DAY`, byte for byte."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from icc_cli.database.store import Store
from icc_cli.output.json import render
from icc_cli.output.report import About, Answer, Report
from icc_cli.queries.amendments import amendments
from icc_cli.queries.declarations import declarations
from icc_cli.queries.info import info
from icc_cli.queries.situations import situations
from icc_cli.queries.sql import query
from icc_cli.queries.status import parties, status
from icc_cli.queries.upcoming import upcoming
from icc_cli.queries.withdrawals import withdrawals
from icc_cli.site.task import Task
from icc_cli.system.resources import shipped
from icc_cli.system.terminal import Terminal

ROOT = "api/1"
SPANS = "SELECT * FROM status_spans ORDER BY iso3, since"
"""The question that `spans.json` answers."""
DATABASE = "data/icc.db"
"""Where the site has the database, which `dataset.json` names as its origin."""

FILES = {
    "parties.json": "icc parties",
    "withdrawals.json": "icc withdrawals",
    "situations.json": "icc situations",
    "amendments.json": "icc amendments",
    "declarations.json": "icc declarations",
    "upcoming.json": "icc upcoming",
    "spans.json": f'icc sql "{SPANS}"',
    "dataset.json": "icc data info",
    "states/RUS.json": "icc status RUS",
}
"""Each file with the command whose answer it is; the last stands for one of every State."""

SCHEMAS = (
    "amendments", "data-info", "declarations", "parties", "situations", "sql", "status", "upcoming", "withdrawals",
)  # fmt: skip


def tasks(store: Store, on: date) -> Iterator[Task]:
    """Give the files with what makes them."""

    def told(name: str, schema: str, records: Sequence[Any]) -> Task:
        return f"{ROOT}/{name}", partial(_written, store, on, schema, records)

    yield told("parties.json", "icc/parties/1", parties(store, on))
    yield told("withdrawals.json", "icc/withdrawals/1", withdrawals(store, on))
    yield told("situations.json", "icc/situations/1", situations(store, on))
    yield told("amendments.json", "icc/amendments/1", amendments(store, on))
    yield told("declarations.json", "icc/declarations/1", declarations(store, on))
    yield told("upcoming.json", "icc/upcoming/1", upcoming(store, on))
    yield told("spans.json", "icc/sql/1", query(store, SPANS).rows)
    yield told("dataset.json", "icc/data-info/1", [info(store)._replace(origin=DATABASE)])
    for row in store.rows("SELECT iso3 FROM state ORDER BY iso3"):
        yield f"{ROOT}/states/{row['iso3']}.json", partial(_state, store, on, row["iso3"])
    for name in SCHEMAS:
        yield f"{ROOT}/{name}.schema.json", partial(_schema, f"{name}-1.schema.json")


def _written(store: Store, on: date, schema: str, records: Sequence[Any]) -> str:
    return render(Report(Answer(records, list, About(on=on), schema), store.meta), Terminal())


def _state(store: Store, on: date, iso3: str) -> str:
    return _written(store, on, "icc/status/1", [status(store, iso3, on)._replace(asked=iso3)])


def _schema(name: str) -> str:
    """Return a schema as docs/schema has it."""
    return Path(shipped("schema", "docs/schema"), name).read_text(encoding="utf-8")
