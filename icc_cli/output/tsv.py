"""TSV: one record a line below a header, cells set apart by tabs; a tab or line break within a cell is a space."""

from icc_cli.output.csv import rows
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, _terminal: Terminal) -> str:
    """Return a report's records as TSV."""
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows(report))
