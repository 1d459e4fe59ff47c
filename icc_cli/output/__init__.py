"""How answers are written. One module per format, named here once; each turns a `Report` into text.

To add a format: write a module with `render(report, terminal)`, which returns the text or its lines one by one, and
name it in `_NAMES`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icc_cli.output.report import Report
    from icc_cli.system.terminal import Terminal

_NAMES = ("table", "plain", "json", "jsonl", "csv", "tsv", "markdown", "yaml", "html", "ics")
FORMATS = {name: f"icc_cli.output.{name}" for name in _NAMES}
"""Each format with its module."""

WORKBOOK = "xlsx"
"""The format that is no text: `render` of its module returns bytes, which go to a file or a pipe."""

FOR_PEOPLE = ("table", "plain", "markdown", "html")
"""Formats that write a report's view; the others write its records."""


def workbook(report: "Report", terminal: "Terminal") -> bytes:
    """Return a report as a workbook of Excel. Raises UsageError where the extra is not installed."""
    from icc_cli.output import xlsx

    return xlsx.render(_chosen(report), terminal)


def render(report: "Report", format_name: str, terminal: "Terminal") -> str:
    """Return a report as text in one of the formats."""
    return "".join(pieces(report, format_name, terminal))


def pieces(report: "Report", format_name: str, terminal: "Terminal") -> "Iterable[str]":
    """Return a report as text in one of the formats: whole, or line by line where its lines may be many."""
    report = _chosen(report)
    module = FORMATS[format_name]
    if report.answer.ready is not None and format_name in FOR_PEOPLE:
        module = "icc_cli.output.ready"
    text: str | Iterable[str] = import_module(module).render(report, terminal)
    return [text] if isinstance(text, str) else text


def _chosen(report: "Report") -> "Report":
    if not report.fields:
        return report
    from icc_cli.output.fields import chosen

    return chosen(report)
