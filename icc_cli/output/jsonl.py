"""JSON Lines: the bare records, one a line."""

from icc_cli.output.json import line, plain
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's records as one JSON object a line."""
    records = report.answer.records
    if report.supposed:
        supposed = {"supposed": [one.act for one in report.supposed]}
        records = [{**plain(record), **supposed} for record in records]
    return "".join(line(record, terminal) for record in records)
