"""CSV: one record a line below a header. Opens in a spreadsheet without anything in it being run."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from icc_cli.output.fields import cell, expanded, once
from icc_cli.output.report import Report
from icc_cli.page.text import escape_formula
from icc_cli.system.terminal import Terminal


def render(report: Report, _terminal: Terminal) -> Iterator[str]:
    """Return the lines of a report's records as CSV with Unix line ends."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    for row in rows(report):
        writer.writerow(row)
        yield page.getvalue()
        page.seek(0)
        page.truncate()


def rows(report: Report) -> list[list[str]]:
    """Return a header and the cells of each record, or of each of the answer's rows."""
    columns, records = expanded(report)

    def cells(record: Mapping[str, Any]) -> list[str]:
        return [escape_formula(cell(record.get(name))) for name in columns]

    return [[escape_formula(name) for name in columns], *once(records, cells)]
