"""TSV: one record a line below a header, cells set apart by tabs; a tab or line break within a cell is a space."""

from collections.abc import Iterator

from icc_cli.output.csv import rows
from icc_cli.output.report import Report
from icc_cli.system.terminal import Terminal


def render(report: Report, _terminal: Terminal) -> Iterator[str]:
    """Return the lines of a report's records as TSV."""
    return ("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows(report))
