"""How a page says that it rests on acts that have not happened: in its title, below it, and at its end."""

from collections.abc import Sequence

from icc_cli.output.report import Assumed
from icc_cli.page.blocks import Block, Cell, Heading, Line


def marked(page: Sequence[Block], supposed: Sequence[Assumed]) -> list[Block]:
    """Return a page that nobody can take for one about what is on record."""
    told = [Line(Cell(f"SUPPOSED, not on record: {one.words}.", strong=True)) for one in supposed]
    end = Line("This answer supposes what has not happened. Nothing of it was written or kept.")
    found: list[Block] = []
    for block in page:
        if isinstance(block, Heading) and not found:
            left = block.left if isinstance(block.left, tuple) else (block.left,)
            block = block._replace(left=("Supposed: ", *left))
            found += [block, *told]
        else:
            found.append(block)
    if not any(isinstance(block, Heading) for block in found[:1]):
        found = [*told, *found]
    return [*found, Line(), end]
