"""The world map: each State by what it is asked to be coloured by."""

from datetime import date

from icc_cli.dates import spell
from icc_cli.output.palette import STATUS
from icc_cli.pictures.svg import add, page, text_of
from icc_cli.pictures.world import world
from icc_cli.store import Store


def svg(store: Store, on: date, by: str = "status", *, heading: bool = True) -> str:
    """Return the world on a day as SVG, coloured by `status`, `region`, `amendment:ID` or `situations`."""
    atlas = world()
    statuses = {
        row["iso3"]: row["status"]
        for row in store.rows(
            "SELECT iso3, status FROM span WHERE since <= ? AND (until > ? OR until IS NULL)", str(on), str(on)
        )
    }
    root = page(1000, 432.4, f"States and the Rome Statute on {spell(on)}", "World map.")
    add(root, "path", d=atlas["others"], fill="#e6e6e6")
    for iso3, shape in atlas["states"].items():
        add(root, "path", d=shape["path"], fill=STATUS.get(statuses.get(iso3, ""), "#e6e6e6"))
    return text_of(root)
