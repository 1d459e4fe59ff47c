"""`icc sql`: read-only SQL over the database."""

import click

from icc_cli import views
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.stdin import stdin_text
from icc_cli.errors import UsageError
from icc_cli.output.fields import grid
from icc_cli.output.report import Answer
from icc_cli.queries.sql import Relation, query, relations


@click.command("sql", cls=Command)
@click.argument("text", required=False, metavar="[QUERY]")
@click.option("--schema", is_flag=True, help="Show the views and tables, their columns, and questions ready to run.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=10.0,
    metavar="SECONDS",
    help="At most; 10 if not given.",
)
@answering
@answers("icc/sql/1")
@answers("icc/sql-schema/1", Relation)
def command(ask: Request, text: str | None, schema: bool, timeout: float) -> Answer:
    """Request the database in SQL (SQLite's). It can only be read. With - for QUERY, the query is read from stdin.

    \b
    icc sql --schema
    icc sql "SELECT region, count(*) FROM parties_today GROUP BY region"
    icc sql "SELECT * FROM withdrawals WHERE outcome = 'pending'" --format csv
    """
    if timeout != timeout:  # NaN: no time would ever be later
        raise UsageError("--timeout: 'nan' is not a number of seconds", "write --timeout 30")
    if schema == (text is not None):
        raise UsageError("give a query, or --schema", "as in: icc sql 'SELECT * FROM parties_today'")
    return _schema(ask) if schema else _query(ask, _text(text or ""), timeout)


def _query(ask: Request, text: str, timeout: float) -> Answer:
    found = query(ask.store, text, timeout)

    return Answer(found.rows, lambda: [grid(found.columns, found.rows)], columns=found.columns)


def _text(text: str) -> str:
    return stdin_text("the query", "write the query", "write a shorter query") if text == "-" else text


def _schema(ask: Request) -> Answer:
    found = relations(ask.store)
    return Answer(found, lambda: views.sql.page(found), schema="icc/sql-schema/1")
