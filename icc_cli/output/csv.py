"""CSV: one record a line below a header. Opens in a spreadsheet without anything in it being run."""

import csv
import re
from io import StringIO
from typing import Any

from icc_cli.output import Report
from icc_cli.output.fields import cell, header
from icc_cli.output.json import plain
from icc_cli.output.terminal import Terminal, clean

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\n]")
"""How a formula starts: also in the wide signs of East Asian keyboards, and after blanks, which TSV drops."""


def render(report: Report, _terminal: Terminal) -> str:
    """Return a report's records as CSV with Unix line ends."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerows(rows(report))
    return page.getvalue()


def rows(report: Report) -> list[list[str]]:
    """Return a header and the cells of each record."""
    records = [plain(record) for record in report.records]
    columns = header(report, records)
    return [
        [harmless(name) for name in columns],
        *([harmless(cell(record.get(name))) for name in columns] for record in records),
    ]


def harmless(text: Any) -> str:
    """Make a cell that a spreadsheet would run as a formula into text, by an apostrophe; controls become visible."""
    safe = clean(text)
    return f"'{safe}" if _FORMULA.match(safe) and not _NUMBER.fullmatch(safe) else safe
