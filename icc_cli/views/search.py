"""`icc search` in words."""

from collections.abc import Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column
from icc_cli.queries.search import SearchResult
from icc_cli.treaty.dates import spell
from icc_cli.views import words


def page(
    found: Sequence[SearchResult], text: str, total: int, on: date, checked: date, *, kinds: Sequence[str] = ()
) -> list[Block]:
    """Return what was found, a line each with its id, and how much more there is."""
    rows = words.table(
        found,
        (Column("Day", right=True), lambda one: spell(one.day)),
        (Column("Kind"), lambda one: one.kind.value),
        (Column("What", wraps=True), lambda one: f"{one.name}: {one.title}" if one.name else one.title),
        (Column("Id", under=2), lambda one: Cell(one.id, aside=True)),
    )
    more = f"the first {len(found):,} are shown; --limit {total} shows all" if len(found) < total else ""
    summary = words.joined([words.count(total, "record"), more])
    title = words.asked(f"Search: {text}", kinds)
    return words.listing(title, on, rows, checked, summary, more="In full: icc show ID, icc status STATE")
