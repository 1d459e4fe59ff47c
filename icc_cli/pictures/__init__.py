"""Pictures: timelines, charts and the world map, in the terminal and as SVG.

`chart`, `map` and `timeline` each take what their question found: `draw` gives its rows for a terminal, `svg` a file.
`matter` is for pages alone.
They are imported when they are first used, as `pictures.chart`: JSON needs none.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icc_cli.pictures import chart as chart
    from icc_cli.pictures import map as map  # noqa: A004
    from icc_cli.pictures import matter as matter
    from icc_cli.pictures import timeline as timeline


def __getattr__(name: str) -> ModuleType:
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
