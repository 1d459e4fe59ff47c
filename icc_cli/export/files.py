"""Writes a table as a file: CSV, JSON, Parquet. The same rows give the same bytes."""

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from icc_cli.database.checksum import with_checksum
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.export.schema import Field, Kind, Row, Table
from icc_cli.page.text import escape_formula
from icc_cli.treaty.dates import PartialDate


def write_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write UTF-8 text with a header; nothing for None."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in table.fields])
        writer.writerows(_cells(table.fields, row) for row in rows)


def write_json(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write an array of objects, one on each line; lists as arrays, flags as true and false."""
    with path.open("w", encoding="utf-8", newline="") as file:
        separator = "[\n"
        for row in rows:
            record = {field.name: _plain(field, value) for field, value in zip(table.fields, row, strict=True)}
            file.write(separator + json.dumps(record, ensure_ascii=False))
            separator = ",\n"
        file.write("\n]\n" if separator != "[\n" else "[]\n")


def write_parquet(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write the columns of the CSV with their types; flags as 0 and 1."""
    arrow = arrow_or_refuse()
    columns = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    typed = [_column(arrow, field, column) for field, column in zip(table.fields, columns, strict=True)]
    with _parquet(arrow, path, table) as writer:
        writer.write_table(arrow.Table.from_arrays(typed, schema=writer.schema))


def sheet(table: Table, rows: Iterable[Row]) -> dict[str, list[object]]:
    """Return a table's columns as a workbook takes them: days as dates, lists as the CSV has them, flags as truth."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    return {
        field.name: [
            bool(value) if field.kind == Kind.FLAG and value is not None else _cell(field, value) for value in column
        ]
        for field, column in zip(table.fields, columns, strict=True)
    }


def write_daily_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write a table of stretches as compressed CSV with a row for each day."""
    place = _days_place(table)
    # Without a name and a time of its own, so that the same rows give the same bytes.
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        packed.write((",".join(field.name for field in table.fields) + "\n").encode())
        for row in rows:
            before = _line(_cells(table.fields[:place], row[:place]))
            after = _line(_cells(table.fields[place + 1 :], row[place + 1 :]))
            packed.write("".join([f"{before},{day},{after}\n" for day in _days(row[place])]).encode())


def write_daily_parquet(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write a table of stretches as Parquet with a row for each day: a file a year, in folders that say which.

    They are named as Hive names them (`panel-state-day/year=2016/part-0.parquet`): who asks for a year reads only that.
    """
    arrow = arrow_or_refuse()
    place = _days_place(table)
    for year, some in sorted(_by_year(place, rows).items()):
        folder = path.with_suffix("") / f"year={year}"
        folder.mkdir(parents=True)
        days = [_days(row[place]) for row in some]
        repeated = arrow.array([number for number, own in enumerate(days) for _ in own], arrow.int32())
        columns = [
            arrow.array([day for own in days for day in own])
            if number == place
            else _column(arrow, field, [row[number] for row in some]).take(repeated)
            for number, field in enumerate(table.fields)
        ]
        with _parquet(arrow, folder / "part-0.parquet", table) as writer:
            writer.write_table(arrow.Table.from_arrays(columns, schema=writer.schema))


def _by_year(place: int, rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Return the rows of each year; a stretch that runs through several becomes one in each."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        stretch = row[place]
        assert isinstance(stretch, range)
        for year in range(date.fromordinal(stretch[0]).year, date.fromordinal(stretch[-1]).year + 1):
            start, stop = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
            within = range(max(stretch.start, start), min(stretch.stop, stop))
            found.setdefault(year, []).append((*row[:place], within, *row[place + 1 :]))
    return found


def count(rows: Iterable[Row]) -> int:
    """Return the number of rows; that of a stretch stands for one a day."""
    return sum(next((len(cell) for cell in row if isinstance(cell, range)), 1) for row in rows)


def write_database(path: Path, store: Store) -> None:
    """Write the database, as a SQLite file of the same bytes whether the wheel holds it or a checkout built it.

    A checkout's has a fingerprint, by which its cache knows it again; here there is none.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        copy.deserialize(store.connection.serialize())
        copy.executescript("DELETE FROM meta WHERE key = 'fingerprint'; VACUUM;")
        path.write_bytes(with_checksum(copy.serialize()))
    finally:
        copy.close()


def arrow_or_refuse() -> Any:
    """Import what writes Parquet. Raises UsageError if the extra is not installed."""
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError:
        raise UsageError("Parquet needs an extra", "run: pip install 'icc-cli[parquet]'") from None


def _parquet(arrow: Any, path: Path, table: Table) -> Any:
    schema = arrow.schema([(field.name, _type(arrow, field)) for field in table.fields])
    return arrow.parquet.ParquetWriter(path, schema, compression="zstd")


def _type(arrow: Any, field: Field) -> Any:
    types = {Kind.NUMBER: arrow.int32, Kind.DECIMAL: arrow.float64, Kind.FLAG: arrow.int8, Kind.DAY: arrow.date32}
    return types.get(field.kind, arrow.string)()


def _column(arrow: Any, field: Field, values: Iterable[object]) -> Any:
    return arrow.array([_cell(field, value) for value in values], _type(arrow, field))


def _cells(fields: Sequence[Field], row: Row) -> list[object]:
    """Return a row as CSV shows it: free text so that no spreadsheet runs it."""
    return [
        escape_formula(value) if field.kind == Kind.TEXT and value is not None else _cell(field, value)
        for field, value in zip(fields, row, strict=True)
    ]


def _cell(field: Field, value: Any) -> Any:
    """Return a value as one cell: a number, text or whole date, whether the database or a query gave it."""
    match field.kind:
        case _ if value is None:
            return None
        case Kind.FLAG:
            return int(value)
        case Kind.DAY:
            return date.fromisoformat(str(value))
        case Kind.PARTIAL:
            return str(value)
        case Kind.LIST:
            return " ".join(value)
    return value


def _plain(field: Field, value: Any) -> Any:
    """Return a value as JSON holds it: text, number, truth or list of words."""
    if field.kind == Kind.FLAG and value is not None:
        return bool(value)
    return value.isoformat() if isinstance(value, date | PartialDate) else value


def _days_place(table: Table) -> int:
    return [field.name for field in table.fields].index("date")


def _days(stretch: object) -> list[date]:
    assert isinstance(stretch, range)
    return list(map(date.fromordinal, stretch))


def _line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
