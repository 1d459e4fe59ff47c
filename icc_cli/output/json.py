"""JSON: the contract. One object with schema, dataset and `data`; dates as ISO text, never a sentence to parse."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from icc_cli.dates import PartialDate
from icc_cli.output import Report
from icc_cli.output.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report as one JSON object, indented."""
    envelope = {
        "schema": report.schema,
        "dataset": {"version": report.version, "checked": report.checked},
        **report.about,
        "data": report.records[0] if report.single and report.records else report.records,
    }
    return dump(envelope, terminal)


def dump(value: object, terminal: Terminal) -> str:
    """Write a value as indented JSON. Only controls are escaped, and what the stream cannot carry."""
    text = json.dumps(value, ensure_ascii=not terminal.unicode, indent=2, default=plain)
    return "".join(f"{line if line.isprintable() else line.translate(_ESCAPED)}\n" for line in text.split("\n"))


_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}


def plain(value: object) -> Any:
    """Turn a result into what JSON knows: records into objects, dates into ISO text."""
    if isinstance(value, date | PartialDate):
        return value.isoformat()
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return {name: getattr(value, name) for name in fields}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
