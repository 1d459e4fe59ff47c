"""JSON Lines: the bare records, one a line."""

from collections.abc import Iterator

from icc_cli.output.fields import once
from icc_cli.output.json import line, plain
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> Iterator[str]:
    """Return a report's records as one JSON object a line."""
    supposed = {"supposed": [one.act for one in report.supposed]} if report.supposed else {}

    def written(record: object) -> str:
        return line({**plain(record), **supposed} if supposed else record, terminal)

    return iter(once(report.answer.records, written))
