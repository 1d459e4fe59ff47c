"""`icc export`: the whole dataset as a data package of files, with panels for research."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.export import answers, days, duties, files, package, panels, persons, record, spells
from icc_cli.export.datasette import metadata
from icc_cli.export.schema import Row, Table
from icc_cli.output.xlsx import workbook
from icc_cli.system.folders import written_whole
from icc_cli.treaty.fields import Fields

TABLES = (
    answers.STATES,
    record.ACTS,
    record.SOURCES,
    record.DOCUMENTS,
    record.SPANS,
    record.SITUATIONS,
    record.SITUATION_STATES,
    persons.PERSONS,
    persons.PROCEEDINGS,
    persons.CASES,
    duties.DECISIONS,
    duties.AGREEMENTS,
    duties.VISITS,
    duties.LAWS,
    answers.AMENDMENTS,
    answers.AMENDMENT_PARTIES,
    answers.AGREEMENT_PARTIES,
    answers.WITHDRAWALS,
    record.CORRECTIONS,
    record.DISPUTED,
    panels.STATE_YEAR,
    spells.STATE_SPELL,
)
"""The tables of every package, in their order."""

DAILY = days.STATE_DAY
"""The table that is written only when asked for: two million rows."""

_Writers = Mapping[str, Callable[[Path, Table, Iterable[Row]], None]]
_WRITERS: _Writers = {"csv": files.write_csv, "json": files.write_json, "parquet": files.write_parquet}
_DAILY_WRITERS: _Writers = {"csv.gz": files.write_daily_csv, "parquet": files.write_daily_parquet}
"""What writes a table's files, by their endings; those of each format lie in a folder of their own.

Daily Parquet is a folder itself, with a file for each year.
"""

Progress = Callable[[str, int, int], None]
"""Told what is being written, and how much of how much of it is done."""


class Exported(Fields, kw_only=False):
    """What was written: the tables, their rows all told, and the files."""

    tables: int
    rows: int
    files: int


def export(
    store: Store,
    folder: Path,
    on: date,
    *,
    parquet: bool = False,
    xlsx: bool = False,
    daily: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Exported:
    """Write the package into a directory: new, empty, or an earlier export, which is then replaced.

    Tables of answers are as of `on`; all else is the same for every day. It is written whole or not at all.
    Raises UsageError where the directory holds anything else or cannot be written, and where Parquet or a
    workbook is asked for and its extra is not installed.
    """
    if parquet:
        files.arrow_or_refuse()
    sheets: dict[str, dict[str, list[object]]] = {}
    formats = ("csv", "json", *(("parquet",) if parquet else ()))
    with written_whole(folder, "export", package.listed) as draft:
        for name in formats:
            (draft / name).mkdir()
        tables = [table.of(store) for table in (*TABLES, *((DAILY,) if daily else ()))]
        written: list[package.Written] = []
        count = 0
        for number, table in enumerate(tables):
            progress(table.name, number, len(tables))
            rows, paths = list(table.rows(store, on)), []
            count += files.count(rows)
            for ending, write in (_DAILY_WRITERS if table is DAILY else _WRITERS).items():
                kind = ending.removesuffix(".gz")
                if kind in formats:
                    path = draft / kind / f"{table.name}.{ending}"
                    write(path, table, _with_progress(rows, path, progress) if table is DAILY else rows)
                    paths += [path] if path.exists() else sorted(path.with_suffix("").rglob(f"*.{kind}"))
            written.append((table, paths))
            if xlsx and table is not DAILY:
                sheets[table.name] = files.sheet(table, rows)
        if xlsx:
            book = draft / "rome-statute.xlsx"
            book.write_bytes(workbook(store.checked, sheets, {**store.meta, "on": on}))
            written.append((None, [book]))
        database = draft / "icc.db"
        files.write_database(database, store)
        checksum = database.with_name("icc.db.sha256")
        checksum.write_bytes(f"{sha256(database.read_bytes()).hexdigest()}  {database.name}\n".encode())
        written.append((None, [database]))
        (draft / "LICENSE").write_bytes(package.licence())
        (draft / "README.md").write_bytes(package.guide(store, on, tables).encode())
        (draft / "datasette.json").write_bytes(metadata(store, TABLES).encode())
        (draft / package.DESCRIPTOR).write_bytes(package.descriptor(store.meta, on, draft, written).encode())
        return Exported(len(tables), count, sum(1 for path in draft.rglob("*") if path.is_file()))


def _with_progress(rows: Sequence[Row], path: Path, progress: Progress) -> Iterator[Row]:
    """Yield the rows, and report how many are done."""
    for number, row in enumerate(rows):
        progress(path.name, number, len(rows))
        yield row
