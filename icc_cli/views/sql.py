"""`icc sql --schema` in words."""

from collections.abc import Sequence

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table
from icc_cli.queries.sql import QUESTIONS, Relation


def page(found: Sequence[Relation]) -> list[Block]:
    """Return the page of views and tables, and of questions ready to run."""
    blocks: list[Block] = [
        Heading(Cell("The database", strong=True), "SQLite, read-only"),
        Line("Dates are text, so they compare and sort as they stand; a partial one is 2016 or 2016-11."),
    ]
    for kind, heading in (("view", "Views, joined and ready"), ("table", "Tables")):
        blocks += [Line(), Line(Cell(heading, strong=True)), Line()]
        blocks.append(
            Table(
                (Column("Name"), Column("Holds", wraps=True), Column("Columns", wraps=True, under=1)),
                [(one.name, one.what, ", ".join(one.columns)) for one in found if one.kind == kind],
            )
        )
    blocks += [Line(), Line(Cell("Questions", strong=True))]
    for question, text in QUESTIONS.items():
        blocks += [Line(), Line(question, 2), Line(Cell(f'icc sql "{text}"', aside=True), 4)]
    return blocks
