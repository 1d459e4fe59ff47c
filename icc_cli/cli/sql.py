"""`icc sql`: read-only SQL over the database."""

import click

from icc_cli.cli.command import Answer, answering_period
from icc_cli.cli.request import Ask, stdin_text
from icc_cli.errors import UsageError
from icc_cli.page.blocks import Block
from icc_cli.queries.sql import query, relations


@click.command("sql")
@click.argument("text", required=False, metavar="[QUERY]")
@click.option("--schema", is_flag=True, help="Tell the views and tables, their columns, and questions ready to run.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=10.0,
    metavar="SECONDS",
    help="At most; 10 if not given.",
)
@answering_period
def command(ask: Ask, text: str | None, schema: bool, timeout: float) -> Answer:
    """Ask the database in SQL (SQLite's). It can only be read. With - for QUERY, the query is read from stdin.

    \b
    icc sql --schema
    icc sql "SELECT region, count(*) FROM parties_today GROUP BY region"
    icc sql "SELECT * FROM withdrawals WHERE outcome = 'pending'" --format csv
    """
    if timeout != timeout:  # NaN: no time would ever be later
        raise UsageError("--timeout: 'nan' is no number of seconds", "write --timeout 30")
    if schema == (text is not None):
        raise UsageError("give a query, or --schema", "as in: icc sql 'SELECT * FROM parties_today'")
    return _schema(ask) if schema else _query(ask, _text(text or ""), timeout)


def _query(ask: Ask, text: str, timeout: float) -> Answer:
    found = query(ask.store, text, timeout)

    def view() -> list[Block]:
        from icc_cli.output.fields import grid

        return [grid(found.columns, found.rows)]

    return Answer(schema="icc/sql/1", records=found.rows, view=view, columns=found.columns)


def _text(text: str) -> str:
    return stdin_text("the query", "write the query", "write a shorter query") if text == "-" else text


def _schema(ask: Ask) -> Answer:
    found = relations(ask.store)

    def view() -> list[Block]:
        from icc_cli.views import sql

        return sql.page(found)

    return Answer(schema="icc/sql-schema/1", records=found, view=view)
