"""JSON Lines: the bare records, one a line."""

from collections.abc import Iterator

from icc_cli.output.fields import once
from icc_cli.output.json import line
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> Iterator[str]:
    """Return a report's records as one JSON object a line."""
    return iter(once(report.answer.records, lambda record: line(record, terminal)))
