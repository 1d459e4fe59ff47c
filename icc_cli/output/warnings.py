"""What a page must say of itself: that it rests on acts that have not happened, or on a record that is old."""

from collections.abc import Sequence

from icc_cli.page.blocks import Block, Cell, Heading, Line


def marked(page: Sequence[Block], supposed: Sequence[str], age: int = 0) -> list[Block]:
    """Return a page that nobody can take for one about what is on record; `age` in days, 0 where none need be told."""
    found = _supposed(page, supposed) if supposed else list(page)
    if age:
        newer = "icc data update FILE, or pip install --upgrade icc-cli"
        found.append(Line(f"The record was checked {age:,} days ago. For a newer one: {newer}", 2))
    return found


def _supposed(page: Sequence[Block], supposed: Sequence[str]) -> list[Block]:
    """Say what is supposed in a page's title, below it, and at its end."""
    told: list[Block] = [Line(Cell(f"SUPPOSED, not on record: {one}.", strong=True)) for one in supposed]
    end = Line("This answer supposes what has not happened. Nothing of it was written or kept.")
    first, *rest = page
    if not isinstance(first, Heading):
        return [*told, *page, Line(), end]
    left = first.left if isinstance(first.left, tuple) else (first.left,)
    return [first._replace(left=("Supposed: ", *left)), *told, *rest, Line(), end]
