"""A view's table as HTML, with links: the words are the view's, the pages and documents those of its records."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from icc_cli.output.html import inline
from icc_cli.page.blocks import Block, Column, Table, Words, text_of
from icc_cli.page.text import web
from icc_cli.queries.acts import Source
from icc_cli.treaty.fields import Fields
from icc_cli.views import words

Link = Callable[[Any], str | None]
"""Returns of a record to which page of the site it leads, or of what kind it is; None of none."""


class GridCell(Fields, kw_only=False):
    """What stands in a cell, and the page it leads to."""

    html: Markup
    link: str | None = None


class Grid(Fields, kw_only=False):
    """Columns, rows of cells, and for each row the id by which it can be linked to and the kind it is chosen by."""

    columns: tuple[Column, ...]
    rows: list[tuple[GridCell, ...]]
    anchors: list[str | None]
    kinds: list[str | None]


def grid(
    page: Sequence[Block],
    found: Sequence[Any],
    links: Mapping[int, Link],
    documents: int | None = None,
    *,
    anchored: bool = False,
    kind: Link = lambda record: None,
) -> Grid:
    """Return the first table of a view, of which the rows are the records `found`.

    `links` says by column what its cells lead to; in the column `documents` stand all documents of a record.
    """
    table = next((block for block in page if isinstance(block, Table)), Table((), []))
    rows = []
    for row, record in zip(table.rows, found, strict=True):
        cells = [GridCell(Markup(inline(cell)), links[n](record) if n in links else None) for n, cell in enumerate(row)]
        if documents is not None:
            cells[documents] = GridCell(linked(record.sources))
        rows.append(tuple(cells))
    columns = table.columns
    if table.rows and all(_marks(row) for row in table.rows):  # they belong to what stands before them
        columns = (columns[0], *columns[2:])
        rows = [
            (GridCell(row[0].html + Markup(" ") + row[1].html if row[1].html else row[0].html, row[0].link), *row[2:])
            for row in rows
        ]
    anchors = [record.id if anchored else None for record in found]
    return Grid(columns, rows, anchors, [kind(record) for record in found])


def _marks(row: Sequence[Words]) -> bool:
    """Return whether a row has marks, and nothing but marks, in its second column."""
    return len(row) > 1 and not text_of(row[1]).strip(words.REPORTED + words.OTHER_VALUE)


def linked(sources: Sequence[Source]) -> Markup:
    """Return documents by their short names, each leading to its address if one is on record."""
    named = []
    for source in sources:
        name = words.document(source)
        address = web(source.url)
        whole = Markup(' title="{}"').format(source.title) if name != source.title else Markup()
        named.append(
            Markup('<a href="{}"{}>{}</a>').format(address, whole, name)
            if address
            else Markup("<span{}>{}</span>").format(whole, name)
        )
    return Markup(", ").join(named)
