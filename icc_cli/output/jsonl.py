"""JSON Lines: the bare records, one a line."""

from icc_cli.output import Report
from icc_cli.output import json as json_format
from icc_cli.output.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's records as one JSON object a line."""
    return "".join(json_format.dump(record, terminal, indent=None) for record in report.records)
