"""JSON Lines: the bare records, one a line."""

from icc_cli.output.json import dump, plain
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's records as one JSON object a line."""
    return "".join(dump(plain(record), terminal, indent=None) for record in report.answer.records)
