"""What is ready to be written: another program's own language (BibTeX, CSL-JSON), neither laid out nor enveloped."""

from icc_cli.output.json import dump
from icc_cli.output.report import Report
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's ready text with control characters made visible, or its ready items as bare JSON."""
    if isinstance(report.answer.ready, str):
        return clean(report.answer.ready)
    return dump(report.answer.ready, terminal)
