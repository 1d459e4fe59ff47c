"""The number of States Parties over time."""

from collections.abc import Sequence
from datetime import date

from icc_cli.dates import spell
from icc_cli.pictures.svg import page, text_of
from icc_cli.store import Store


def svg(
    store: Store,
    on: date,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    *,
    heading: bool = True,
) -> str:
    """Return the number of States Parties through a day as SVG; one panel for each of several regions."""
    return text_of(page(1000, 400, f"States Parties through {spell(on)}", "Step line."))
