"""Excel: the records on one sheet, what stands beside them on another. Needs the extra `xlsx`."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from icc_cli.errors import UsageError
from icc_cli.output.columns import columns
from icc_cli.output.fields import cell, expanded
from icc_cli.output.json import envelope
from icc_cli.output.report import Report
from icc_cli.page.text import cells, clean
from icc_cli.system.terminal import Terminal

_WIDEST = 60
_LONGEST = 32_767
"""Characters that a cell can hold."""
_LINK = 2_079
"""Characters that a link can have."""


def render(report: Report, _terminal: Terminal) -> bytes:
    """Return a report as a workbook; the same report gives the same bytes.

    Raises UsageError where the extra is not installed.
    """
    whole = envelope(report)
    beside = {name: value for name, value in whole.items() if name != "data"}
    return workbook(date.fromisoformat(report.meta["checked"]), {"answer": columns(*expanded(report))}, beside)


def workbook(made: date, sheets: Mapping[str, Mapping[str, Sequence[Any]]], about: Mapping[str, Any]) -> bytes:
    """Return a workbook with a sheet for each table of columns, and one about them all; `made` is its own date."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UsageError("workbooks need an extra", "run: pip install 'icc-cli[xlsx]', or use CSV") from None
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": datetime(made.year, made.month, made.day, tzinfo=UTC)})
    bold = book.add_format({"bold": True, "bottom": 1})
    for name, table in sheets.items():
        _sheet(book.add_worksheet(name), table, bold)
    page = book.add_worksheet("about")
    page.set_column(0, 0, 20)
    page.set_column(1, 1, _WIDEST)
    for row, (name, value) in enumerate(_flat(about)):
        page.write_string(row, 0, name, bold)
        _write(page, row, 1, value)
    book.close()
    return content.getvalue()


def _sheet(page: Any, table: Mapping[str, Sequence[Any]], bold: Any) -> None:
    page.freeze_panes(1, 1)
    for place, (name, values) in enumerate(table.items()):
        page.write_string(0, place, clean(name), bold)
        wide = len(name)
        for row, value in enumerate(values, 1):
            wide = max(wide, _write(page, row, place, value))
        page.set_column(place, place, min(wide + 2, _WIDEST))
    rows = max(map(len, table.values()), default=0)
    if table and rows:
        page.autofilter(0, 0, rows, len(table) - 1)


def _write(page: Any, row: int, place: int, value: Any) -> int:
    """Write a value as its own kind; text is never a formula. Return its width."""
    match value:
        case None:
            return 0
        case bool():
            page.write_boolean(row, place, value)
            return 5
        case int() | float():
            page.write_number(row, place, value)
            return len(str(value))
        case date():
            page.write_datetime(row, place, value)
            return 10
        case _:
            text = clean(cell(value))[:_LONGEST]
            if address := _address(value):
                page.write_url(row, place, address, string=text)
            else:
                page.write_string(row, place, text)
            return cells(text)


def _address(value: Any) -> str:
    """Return where a cell leads: an address itself, or that of the first document in it that has one."""
    if isinstance(value, list):
        return next(filter(None, (_address(one.get("url")) for one in value if isinstance(one, Mapping))), "")
    known = isinstance(value, str) and value.startswith(("https://", "http://")) and value == clean(value)
    return value if known and " " not in value and len(value) <= _LINK else ""


def _flat(about: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return what stands beside the data as rows: `dataset.version`, …; a list as JSON."""
    found: list[tuple[str, Any]] = []
    for name, value in about.items():
        if isinstance(value, Mapping):
            found += [(f"{name}.{inner}", part) for inner, part in _flat(value)]
        elif isinstance(value, list):
            found.append((name, json.dumps(value, ensure_ascii=False)))
        else:
            found.append((name, value))
    return found
