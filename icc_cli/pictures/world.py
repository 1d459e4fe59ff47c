"""The world's outlines and grids, as `tools/world.py` wrote them to data/map."""

import json
import os
from functools import cache
from typing import Any

from icc_cli.errors import DatasetError
from icc_cli.system.resources import resource_path


@cache
def world(*, fine: bool = False) -> dict[str, Any]:
    """Return `width`, `height`, `states` (code -> `path`, and `dot` [x, y] of a small one) and `others`, a path.

    Fine lines are for pictures in files, which people enlarge; the others weigh less than half.
    """
    found: dict[str, Any] = _read("fine.json" if fine else "world.json")
    return found


@cache
def grids() -> dict[int, dict[str, list[list[str]]]]:
    """Return for each width in columns the rows of codes, `half` and `whole`; `.` is sea, `+` other land."""
    return {
        int(columns): {kind: [_cells(row) for row in rows] for kind, rows in kinds.items()}
        for columns, kinds in _read("cells.json").items()
    }


def _cells(row: str) -> list[str]:
    found: list[str] = []
    for run in row.split(" "):
        code = run.rstrip("0123456789")
        found += [code] * int(run[len(code) :])
    return found


def _read(name: str) -> Any:
    try:
        with open(os.path.join(resource_path("map", "data/map"), name), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise DatasetError(f"the map cannot be read ({error})", "install icc again") from None
