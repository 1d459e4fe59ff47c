"""JSON Lines: the bare records, one a line."""

from icc_cli.output.json import line
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's records as one JSON object a line."""
    return "".join(line(record, terminal) for record in report.answer.records)
