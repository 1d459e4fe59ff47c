"""A question for each kind of answer that a program can read, and the table that one of them compares."""

from pathlib import Path

from icc_cli.api import IccDataset
from tests.support import untc

ON = ("--on", "2026-11-23")
CASE = ("jurisdiction", "--date", "2022-02-24", "--territory", "ukraine", *ON)
TABLE = "table.xml"

QUESTIONS = [
    ("icc/agreement/1", ("agreement", *ON)),
    ("icc/agreements/1", ("agreements", "--status", "all", *ON)),
    ("icc/amendment/1", ("amendments", "aggression-2010", *ON)),
    ("icc/amendments/1", ("amendments", *ON)),
    ("icc/brief/1", ("brief", *ON)),
    ("icc/cases/1", ("cases", *ON)),
    ("icc/chart/1", ("chart", "parties", *ON)),
    ("icc/cite/1", ("cite", "gambia", *ON)),
    ("icc/cooperation/1", ("cooperation", "jordan", "libya", *ON)),
    ("icc/cooperation-rule/1", ("cooperation", "--explain", "C4", *ON)),
    ("icc/data-compare/1", ("data", "compare", TABLE, *ON)),
    ("icc/data-info/1", ("data", "info", *ON)),
    ("icc/declarations/1", ("declarations", *ON)),
    ("icc/diff/1", ("diff", "2015", "2016")),
    ("icc/events/1", ("events", *ON)),
    ("icc/jurisdiction/1", (*CASE, "--crime", "war-crimes")),
    ("icc/jurisdiction/1", (*CASE, "--all-crimes")),
    ("icc/jurisdiction-rule/1", ("jurisdiction", "--explain", "J13", *ON)),
    ("icc/map/1", ("map", *ON)),
    ("icc/names/1", ("names", "gambia", *ON)),
    ("icc/noncompliance/1", ("noncompliance", *ON)),
    ("icc/parties/1", ("parties", "--status", "all", *ON)),
    ("icc/search/1", ("search", "gambia", "withdrawal", *ON)),
    ("icc/show/1", ("show", "GMB-2016-11-10-withdrawal-notice", "cn-862-2016", "darfur", *ON)),
    ("icc/situations/1", ("situations", *ON)),
    ("icc/sql/1", ("sql", "SELECT 1 AS one, NULL AS two")),
    ("icc/sql-schema/1", ("sql", "--schema")),
    ("icc/state-amendments/1", ("amendments", "--state", "niger", *ON)),
    ("icc/status/1", ("status", "russia", *ON)),
    ("icc/timeline/1", ("timeline", "russia", "niger", *ON)),
    ("icc/upcoming/1", ("upcoming", *ON)),
    ("icc/when/1", ("when", "joining", "2026-12-01")),
    ("icc/warrants/1", ("warrants", *ON)),
    ("icc/withdrawals/1", ("withdrawals", *ON)),
]
"""Each schema with a question that is answered by it."""

MIXED = ("status", "niger", "kosovo", *ON)
"""A question whose answer holds records of two kinds: an entry without an act on record has fields of its own."""

ASKED = [*(arguments for _, arguments in QUESTIONS), MIXED]


def lay_table(dataset: IccDataset, folder: Path) -> None:
    """Put a table of the depositary, with one wrong date, where the questions look for it."""
    made = untc.statute(dataset)
    made.row("Kenya")[2] = "16 Mar 2005"
    (folder / TABLE).write_bytes(made.xml())
