"""`icc export`: the whole dataset as a data package of files, with panels for research."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.export import answers, files, package, panels, record
from icc_cli.export.datasette import metadata
from icc_cli.export.schema import Row, Table
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
    answers.AMENDMENTS,
    answers.AMENDMENT_PARTIES,
    answers.AGREEMENT_PARTIES,
    answers.WITHDRAWALS,
    record.CORRECTIONS,
    record.DISPUTED,
    panels.STATE_YEAR,
)
"""The tables of every package, in the order in which they are told of."""

DAILY = panels.STATE_DAY
"""The table that is written only when asked for: two million rows."""

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
    daily: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Exported:
    """Write the package into a directory: new, empty, or an earlier export, which is then replaced.

    Tables of answers are as of `on`; all else is the same for every day. It is written whole or not at all.
    Raises UsageError where the directory holds anything else or cannot be written, and where Parquet is asked
    for and its extra is not installed.
    """
    if parquet:
        files.arrow_or_refuse()
    with written_whole(folder, "export", package.listed) as draft:
        for kind in ("csv", "json", *(("parquet",) if parquet else ())):
            (draft / kind).mkdir()
        tables = [*TABLES, *((DAILY,) if daily else ())]
        written: list[package.Written] = []
        rows = 0
        for number, table in enumerate(tables):
            progress(table.name, number, len(tables))
            found = list(table.rows(store, on))
            write = _days if table is DAILY else _table
            count, paths = write(draft, table, found, parquet, progress)
            rows += count
            written.append((table, paths))
        database = draft / "icc.db"
        files.write_database(database, store)
        written.append((None, [database]))
        (draft / "LICENSE").write_bytes(package.licence())
        (draft / "README.md").write_bytes(package.guide(store.meta, on, tables).encode())
        (draft / "datasette.json").write_bytes(metadata(store).encode())
        (draft / package.DESCRIPTOR).write_bytes(package.descriptor(store.meta, on, draft, written).encode())
        return Exported(len(tables), rows, sum(1 for path in draft.rglob("*") if path.is_file()))


def _table(draft: Path, table: Table, rows: Sequence[Row], parquet: bool, progress: Progress) -> tuple[int, list[Path]]:
    """Write a table in every format; return its number of rows and the files, the CSV first."""
    paths = [draft / "csv" / f"{table.name}.csv", draft / "json" / f"{table.name}.json"]
    files.write_csv(paths[0], table, rows)
    files.write_json(paths[1], table, rows)
    if parquet:
        paths.append(draft / "parquet" / f"{table.name}.parquet")
        files.write_parquet(paths[2], table, rows)
    return len(rows), paths


def _days(draft: Path, table: Table, rows: Sequence[Row], parquet: bool, progress: Progress) -> tuple[int, list[Path]]:
    """Write the daily panel: compressed CSV, and Parquet."""
    paths = [draft / "csv" / f"{table.name}.csv.gz"]
    count = files.write_daily_csv(paths[0], table, _told(rows, paths[0], progress))
    if parquet:
        paths.append(draft / "parquet" / f"{table.name}.parquet")
        files.write_daily_parquet(paths[1], table, _told(rows, paths[1], progress))
    return count, paths


def _told(rows: Sequence[Row], path: Path, progress: Progress) -> Iterator[Row]:
    """Give the rows one by one, telling how far it is."""
    for number, row in enumerate(rows):
        progress(path.name, number, len(rows))
        yield row
