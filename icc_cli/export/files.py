"""Writes a table as a file: CSV, JSON, Parquet. The same rows give the same bytes."""

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from icc_cli.database.checksum import sealed
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.export.panels import Days
from icc_cli.export.schema import Field, Kind, Row, Table
from icc_cli.page.text import harmless
from icc_cli.treaty.dates import PartialDate


def write_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write UTF-8 text with a header; nothing for None."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in table.fields])
        writer.writerows(_cells(table, row) for row in rows)


def write_json(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write an array of objects, one on each line; lists as arrays, flags as true and false."""
    with path.open("w", encoding="utf-8", newline="") as file:
        separator = "[\n"
        for row in rows:
            record = {
                field.name: None if value is None else _plain(field, value)
                for field, value in zip(table.fields, row, strict=True)
            }
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


def write_daily_csv(path: Path, table: Table, rows: Iterable[Row]) -> int:
    """Write a table of stretches as compressed CSV with a row for each day. Return the number of rows."""
    count = 0
    place = _days_place(table)
    # Without a name and a time of its own, so that the same rows give the same bytes.
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        packed.write((",".join(field.name for field in table.fields) + "\n").encode())
        for row in rows:
            cells = _cells(table, row)
            before, after = (_line(part) for part in (cells[:place], cells[place + 1 :]))
            days = [day.isoformat() for day in _days(row[place])]
            packed.write("".join([f"{before},{day},{after}\n" for day in days]).encode())
            count += len(days)
    return count


def write_daily_parquet(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write a table of stretches as Parquet with a row for each day."""
    arrow = arrow_or_refuse()
    place = _days_place(table)
    with _parquet(arrow, path, table) as writer:
        for some in _batches(rows, 100):
            days = [_days(row[place]) for row in some]
            repeated = arrow.array([number for number, own in enumerate(days) for _ in own], arrow.int32())
            columns = [
                arrow.array([day for own in days for day in own], arrow.date32())
                if number == place
                else _column(arrow, field, [row[number] for row in some]).take(repeated)
                for number, field in enumerate(table.fields)
            ]
            writer.write_table(arrow.Table.from_arrays(columns, schema=writer.schema))


def write_database(path: Path, store: Store) -> None:
    """Write the database, as a SQLite file of the same bytes whether the wheel holds it or a checkout built it.

    A checkout's has a fingerprint, by which its cache knows it again; here there is none.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        copy.deserialize(store.connection.serialize())
        copy.executescript("DELETE FROM meta WHERE key = 'fingerprint'; VACUUM;")
        path.write_bytes(sealed(copy.serialize()))
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
    match field.kind:
        case Kind.NUMBER:
            return arrow.int32()
        case Kind.FLAG:
            return arrow.int8()
        case Kind.DAY:
            return arrow.date32()
    return arrow.string()


def _column(arrow: Any, field: Field, values: Iterable[object]) -> Any:
    plain = [None if value is None else _plain(field, value) for value in values]
    match field.kind:
        case Kind.FLAG:
            plain = [value if value is None else int(value) for value in plain]
        case Kind.DAY:
            plain = [value if value is None else date.fromisoformat(value) for value in plain]
        case Kind.LIST:
            plain = [value if value is None else " ".join(value) for value in plain]
    return arrow.array(plain, _type(arrow, field))


def _cells(table: Table, row: Row) -> list[str]:
    return ["" if value is None else _cell(field, value) for field, value in zip(table.fields, row, strict=True)]


def _cell(field: Field, value: object) -> str:
    plain = _plain(field, value)
    match field.kind:
        case Kind.FLAG:
            return "1" if plain else "0"
        case Kind.LIST:
            return " ".join(plain)
        case Kind.TEXT:
            return harmless(plain)
    return str(plain)


def _plain(field: Field, value: Any) -> Any:
    """Return a value as text, number, truth or list of words, whether the database or a query gave it."""
    if field.kind == Kind.FLAG:
        return bool(value)
    return value.isoformat() if isinstance(value, date | PartialDate) else value


def _days_place(table: Table) -> int:
    return [field.name for field in table.fields].index("date")


def _days(stretch: object) -> list[date]:
    assert isinstance(stretch, Days)
    return [date.fromordinal(number) for number in range(stretch.first.toordinal(), stretch.after.toordinal())]


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    rows = iter(rows)
    while some := list(islice(rows, size)):
        yield some
