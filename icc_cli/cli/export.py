"""`icc export`: the dataset as files for research."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from icc_cli.cli import options, request
from icc_cli.cli.types import LAST, Folder, completing
from icc_cli.cli.writing import write
from icc_cli.database.opening import open_store
from icc_cli.page.text import clean


@click.command("export")
@click.argument("folder", metavar="DIR", shell_complete=completing("directories"), type=Folder())
@click.option("--on", "--as-of", type=LAST, metavar="DATE", help="The day of tables of answers; today if not given.")
@click.option("--parquet", is_flag=True, help="Write Parquet, too; needs the extra 'parquet'.")
@click.option("--xlsx", is_flag=True, help="Write a workbook with a sheet for each table, too; needs the extra 'xlsx'.")
@click.option("--daily", is_flag=True, help="Write the panel of States by day, too: two million rows.")
@options.data
def command(folder: Path, on: date | None, parquet: bool, xlsx: bool, daily: bool, data: str | None) -> None:
    """Write the dataset as a data package: CSV and JSON tables, the SQLite database, and a panel of States by year.

    DIR is new, empty, or an earlier export, which is then replaced. It is written whole or not at all.

    \b
    icc export rome-statute
    icc export rome-statute --on 2016-11-16
    """
    from icc_cli.cli.progress import progress
    from icc_cli.export import export

    with closing(open_store(data)) as store, progress() as show:
        done = export(store, folder, on or request.clock(), parquet=parquet, xlsx=xlsx, daily=daily, progress=show)
    write(clean(f"{folder}: {done.tables} tables, {done.rows:,} rows, {done.files} files") + "\n")
