"""The files for programs under `api/1/`: what the command line answers with `--json --on DAY`, byte for byte."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from icc_cli.cooperation.answer import cooperation
from icc_cli.database.store import Store
from icc_cli.output.json import render
from icc_cli.output.report import About, Answer, Report
from icc_cli.queries.agreements import agreements
from icc_cli.queries.amendments import amendments
from icc_cli.queries.cases import WarrantCounts, cases, counts
from icc_cli.queries.declarations import declarations
from icc_cli.queries.info import info
from icc_cli.queries.noncompliance import noncompliance
from icc_cli.queries.situations import situations
from icc_cli.queries.sql import query
from icc_cli.queries.status import parties, status
from icc_cli.queries.upcoming import upcoming
from icc_cli.queries.withdrawals import withdrawals
from icc_cli.site.task import Task
from icc_cli.system.resources import resource_path
from icc_cli.system.terminal import Terminal
from icc_cli.views.beside import AboutList, about

ROOT = "api/1"
SPANS = "SELECT * FROM status_spans ORDER BY iso3, since"
"""The question that `spans.json` answers."""
DATABASE = "data/icc.db"
"""Where the site has the database, which `dataset.json` names as its origin."""

_LISTS: Mapping[str, Callable[[Store, date], Sequence[Any]]] = {
    "parties": parties,
    "withdrawals": withdrawals,
    "situations": situations,
    "cases": cases,
    "cooperation": cooperation,
    "noncompliance": noncompliance,
    "agreements": agreements,
    "amendments": amendments,
    "declarations": declarations,
    "upcoming": upcoming,
}
"""The commands that a file answers as they stand, with what they ask."""
FILES = {
    **{f"{name}.json": f"icc {name}" for name in (*_LISTS, "warrants")},
    "spans.json": f'icc sql "{SPANS}"',
    "dataset.json": "icc data info",
    "states/RUS.json": "icc status RUS",
}
"""Each file with the command whose answer it is; the last stands for one of every State."""

SCHEMAS = sorted([*_LISTS, "data-info", "sql", "status", "warrants"])


class _AboutWarrants(AboutList):
    """What stands beside a list of warrants."""

    counts: WarrantCounts


def tasks(store: Store, on: date) -> Iterator[Task]:
    """Yield each path with the function that renders it."""
    lists = [(name, name, ask(store, on)) for name, ask in _LISTS.items()]
    lists += [("spans", "sql", query(store, SPANS).rows)]
    lists += [("dataset", "data-info", [info(store)._replace(origin=DATABASE)])]
    for name, schema, records in lists:
        beside = about(store, name, on)
        yield f"{ROOT}/{name}.json", partial(_written, store, on, f"icc/{schema}/1", records, beside)
    known = about(store, "warrants", on).completeness
    totals = _AboutWarrants(on=on, completeness=known, counts=counts(store, on))
    yield f"{ROOT}/warrants.json", partial(_written, store, on, "icc/warrants/1", cases(store, on), totals)
    for row in store.rows("SELECT iso3 FROM state ORDER BY iso3"):
        yield f"{ROOT}/states/{row['iso3']}.json", partial(_state, store, on, row["iso3"])
    for name in SCHEMAS:
        yield f"{ROOT}/{name}.schema.json", partial(_schema, f"{name}-1.schema.json")


def _written(store: Store, on: date, schema: str, records: Sequence[Any], about: About | None = None) -> str:
    return render(Report(Answer(records, list, about or About(on=on), schema), store.meta), Terminal())


def _state(store: Store, on: date, iso3: str) -> str:
    return _written(store, on, "icc/status/1", [status(store, iso3, on)._replace(asked=iso3)])


def _schema(name: str) -> str:
    """Return a schema as docs/schema has it."""
    return Path(resource_path("schema", "docs/schema"), name).read_text(encoding="utf-8")
