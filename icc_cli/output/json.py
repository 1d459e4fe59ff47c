"""JSON: the contract. One object with schema, dataset and `data`; dates as ISO text, never a sentence to parse."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from icc_cli.output.report import Report
from icc_cli.page.text import UNSEEN
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.fields import Fields


def render(report: Report, terminal: Terminal) -> str:
    """Return a report as one JSON object, indented."""
    return dump(envelope(report), terminal)


def envelope(report: Report) -> dict[str, Any]:
    """Return a report as one object: its records in `data`, and what stands beside them."""
    answer = report.answer
    data: object = answer.records[0] if report.single and answer.records and not answer.within else answer.records
    return {
        "schema": answer.schema,
        "dataset": {"version": report.meta["version"], "checked": report.meta["checked"]},
        **{name: value for name, value in (plain(answer.about) or {}).items() if value is not None},
        "data": plain({answer.within: data} if answer.within else data),
    }


def dump(value: object, terminal: Terminal, indent: int | None = 2) -> str:
    """Write a plain value as JSON. Only controls are escaped, and what the stream cannot carry."""
    text = json.dumps(value, ensure_ascii=not terminal.unicode, indent=indent)
    if text.replace("\n", "").isprintable():
        return f"{text}\n"
    return "".join(f"{line if line.isprintable() else line.translate(_ESCAPED)}\n" for line in text.split("\n"))


_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *UNSEEN)}


def plain(value: object) -> Any:
    """Turn a result into what JSON knows: records into objects, dates into ISO text, through and through."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (date, PartialDate)):
        return value.isoformat()
    if isinstance(value, Fields):
        return dict(zip(value._names, map(plain, value), strict=True))
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value
