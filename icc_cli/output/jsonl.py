"""JSON Lines: the bare records, one a line."""

from icc_cli.output import Report
from icc_cli.output.json import line, plain
from icc_cli.output.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's records as one JSON object a line."""
    return "".join(line(plain(record), terminal) for record in report.records)
