"""Timelines: the statuses of States as bars on one axis, with the acts that moved them."""

from collections.abc import Sequence
from datetime import date

from icc_cli.dates import spell
from icc_cli.pictures.svg import add, page, text_of
from icc_cli.store import Store


def svg(store: Store, codes: Sequence[str], on: date, *, heading: bool = True) -> str:
    """Return the timelines of these States, as the record stood on a day, as SVG."""
    root = page(1000, 40 + 40 * len(codes), f"{', '.join(codes)} and the Rome Statute on {spell(on)}", "Timelines.")
    for index, code in enumerate(codes):
        add(root, "text", code, x=10, y=40 + 40 * index)
    return text_of(root)
