"""How answers are written. One module per format, named here once; each turns a `Report` into text.

To add a format: write a module with `render(report, terminal) -> str`, and name it in `FORMATS`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icc_cli.output.report import Report
    from icc_cli.system.terminal import Terminal

FORMATS = {
    "table": "icc_cli.output.table",
    "plain": "icc_cli.output.plain",
    "json": "icc_cli.output.json",
    "jsonl": "icc_cli.output.jsonl",
    "csv": "icc_cli.output.csv",
    "tsv": "icc_cli.output.tsv",
    "markdown": "icc_cli.output.markdown",
    "yaml": "icc_cli.output.yaml",
    "html": "icc_cli.output.html",
    "ics": "icc_cli.output.ics",
}


FOR_PEOPLE = ("table", "plain", "markdown", "html")
"""Formats that write a report's view; the others write its records."""


def render(report: "Report", format_name: str, terminal: "Terminal") -> str:
    """Return a report as text in one of the formats."""
    if report.fields:
        from icc_cli.output.fields import chosen

        report = chosen(report)
    module = FORMATS[format_name]
    if report.answer.ready is not None and format_name in FOR_PEOPLE:
        module = "icc_cli.output.ready"
    text: str = import_module(module).render(report, terminal)
    return text
