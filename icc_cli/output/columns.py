"""Records as columns with one kind of value each, for spreadsheets and data frames."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def columns(names: Sequence[str], records: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return the values of each field of plain records (as `output.json.plain` gives them), in their order.

    A column whose values are all whole days holds dates; with a single month or year among them it stays text.
    Lists stay lists.
    """
    rows = list(records)
    return {name: _typed([row.get(name) for row in rows]) for name in names}


def _typed(values: list[Any]) -> list[Any]:
    given = [value for value in values if value is not None]
    if given and all(isinstance(value, str) and _DAY.fullmatch(value) for value in given):
        return [None if value is None else date.fromisoformat(value) for value in values]
    return values
