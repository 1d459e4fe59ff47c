"""CSV: one record a line below a header. Opens in a spreadsheet without anything in it being run."""

import csv
from io import StringIO

from icc_cli.output.fields import cell, header
from icc_cli.output.json import plain
from icc_cli.output.report import Report
from icc_cli.page.text import escape_formula
from icc_cli.system.terminal import Terminal


def render(report: Report, _terminal: Terminal) -> str:
    """Return a report's records as CSV with Unix line ends."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerows(rows(report))
    return page.getvalue()


def rows(report: Report) -> list[list[str]]:
    """Return a header and the cells of each record, or of each of the answer's rows."""
    answer = report.answer
    records = [plain(record) for record in (answer.records if answer.rows is None or report.fields else answer.rows)]
    columns = header(report, records)
    if report.supposed:
        columns = [*columns, "supposed"]
        supposed = [one.act.id for one in report.supposed]
        records = [record | {"supposed": supposed} for record in records]
    return [
        [escape_formula(name) for name in columns],
        *([escape_formula(cell(record.get(name))) for name in columns] for record in records),
    ]
