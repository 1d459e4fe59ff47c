"""Chosen fields of records: `--fields iso3,status,sources.symbol`; and any value in one cell of a table."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from icc_cli.output.json import plain
from icc_cli.output.report import Report
from icc_cli.page.blocks import Column, Table, Words
from icc_cli.treaty.fields import Fields

M = TypeVar("M")

_NAMES = ("symbol", "id", "iso3", "title", "name", "key")
"""What stands for a record inside another, where there is one cell for it: the first of these that it has."""


def chosen(report: Report) -> Report:
    """Return a report whose records have only the fields asked for, and whose view is a table of them."""
    records = once(report.answer.records, lambda record: _picked(record, report.fields))
    shown = report.answer._replace(records=records, view=lambda: [grid(report.fields, records)], ready=None)
    return report._replace(answer=shown)


def once(records: Sequence[Any], make: Callable[[Any], M]) -> list[M]:
    """Return what is made of each record, made once of one that stands in several places."""
    made: dict[int, M] = {}
    for record in records:
        if id(record) not in made:
            made[id(record)] = make(record)
    return [made[id(record)] for record in records]


def expanded(report: Report) -> tuple[list[str], list[Mapping[str, Any]]]:
    """Return the columns of a report's table, and its records (or the answer's rows) by name, as JSON has their values.

    A record that stands in several places is expanded once. What is supposed stands in a last column.
    """
    answer = report.answer
    records = answer.records if answer.rows is None or report.fields else answer.rows
    supposed = {"supposed": [one.act.id for one in report.supposed]} if report.supposed else {}
    made: list[Mapping[str, Any]] = once(records, lambda record: plain(record) | supposed)
    known = header(report, list({id(record): record for record in made}.values()))
    return list(dict.fromkeys([*known, *supposed])), made


def _picked(record: Any, paths: Sequence[str]) -> dict[str, Any]:
    """Return what is wanted of a record; the rest of it is not expanded."""
    if isinstance(record, Fields):
        wanted = {path.partition(".")[0] for path in paths}
        values = {name: plain(value) for name, value in zip(record._names, record, strict=True) if name in wanted}
    else:
        values = plain(record)
    return {path: pick(values, path) for path in paths}


def grid(columns: Sequence[str], records: Sequence[Mapping[str, Any]]) -> Table:
    """Return records as a table for people, by their fields."""
    rows: list[tuple[Words, ...]] = [tuple(_on_one_line(cell(record[name])) for name in columns) for record in records]
    return Table(tuple(Column(_on_one_line(name), wraps=True) for name in columns), rows, indent=0)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def pick(value: Any, path: str) -> Any:
    """Return what a dotted path leads to: through a list, to a list of what each item has there."""
    if isinstance(value, Mapping) and path in value:
        return value[path]
    for name in path.split("."):
        if isinstance(value, list):
            inner = [item.get(name) for item in value if isinstance(item, Mapping)]
            value = [part for item in inner for part in (item if isinstance(item, list) else [item])]
        else:
            value = value.get(name) if isinstance(value, Mapping) else None
    return value


def cell(value: Any) -> str:
    """Write a JSON value in one cell: nothing for none, items joined by semicolons, a record by its name."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            items = [cell(item) for item in value]  # empty ones keep their place beside another column
            return "; ".join(items) if any(items) else ""
        case Mapping():
            name = next((value[name] for name in _NAMES if isinstance(value.get(name), str)), None)
            return name or (json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else "")
        case _:
            return str(value)


def header(report: Report, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the columns of a table of a report's records; of one without rows, too."""
    if report.fields:
        return list(report.fields)
    if report.answer.columns is not None:
        return list(report.answer.columns)
    return list(dict.fromkeys(name for row in rows for name in row) or report.promised())
