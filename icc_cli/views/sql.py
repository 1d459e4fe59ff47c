"""`icc sql --schema` in words."""

from collections.abc import Sequence

from icc_cli.page.blocks import Block, Cell, Column, Line
from icc_cli.queries.sql import QUESTIONS, Relation
from icc_cli.views import words


def page(found: Sequence[Relation]) -> list[Block]:
    """Return the page of views and tables, and of questions ready to run."""
    blocks: list[Block] = [
        words.heading("The database", "SQLite, read-only"),
        Line("Dates are text, so they compare and sort as they stand; a partial one is 2016 or 2016-11."),
    ]
    for kind, title in (("view", "Views, joined and ready"), ("table", "Tables")):
        rows = words.table(
            [one for one in found if one.kind == kind],
            (Column("Name"), lambda one: one.name),
            (Column("Holds", wraps=True), lambda one: one.what),
            (Column("Columns", wraps=True, under=1), lambda one: ", ".join(one.columns)),
        )
        blocks += words.section(title, Line(), rows)
    blocks += words.section("Questions")
    for question, text in QUESTIONS.items():
        blocks += [Line(), Line(question, 2), Line(Cell(f'icc sql "{text}"', aside=True), 4)]
    return blocks
