"""JSON: the contract. One object with schema, dataset and `data`; dates as ISO text, never a sentence to parse."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from icc_cli.output.report import Report
from icc_cli.page.text import UNSEEN
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.fields import Fields


def render(report: Report, terminal: Terminal) -> str:
    """Return a report as one JSON object, indented."""
    return dump(_envelope(report), terminal)


def envelope(report: Report) -> dict[str, Any]:
    """Return a report as one object: its records in `data`, and what stands beside them."""
    found: dict[str, Any] = plain(_envelope(report))
    return found


def _envelope(report: Report) -> dict[str, Any]:
    answer = report.answer
    data: object = answer.records[0] if report.single and answer.records and not answer.within else answer.records
    return {
        "schema": answer.schema,
        "dataset": {"version": report.meta["version"], "checked": report.meta["checked"]},
        **{name: value for name, value in (plain(answer.about) or {}).items() if value is not None},
        **({"supposed": [one.act for one in report.supposed]} if report.supposed else {}),
        "data": {answer.within: data} if answer.within else data,
    }


def dump(value: object, terminal: Terminal) -> str:
    """Write a result as indented JSON. Only controls are escaped, and what the stream cannot carry."""
    return f"{_Writer(terminal).text(value, chr(10))}\n"


def line(value: object, terminal: Terminal) -> str:
    """Write a result as JSON on one line."""
    return f"{_escaped(json.dumps(plain(value), ensure_ascii=not terminal.unicode))}\n"


class _Writer(dict[str, str]):
    """Writes values as `json.dumps(plain(value), indent=2)` does, which is not fast when it indents.

    It is itself what texts are in JSON, each written once: an answer names a document, a State, a field many times.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._quote: Callable[[str], str] = encode_basestring if terminal.unicode else encode_basestring_ascii

    def __missing__(self, text: str) -> str:
        self[text] = quoted = _escaped(self._quote(text))
        return quoted

    def text(self, value: object, margin: str) -> str:
        """Return a value as JSON; each of its lines but the first begins with the margin."""
        if value is None:
            return "null"
        if isinstance(value, str):
            return self[value]
        inner = margin + "  "
        if isinstance(value, Fields):
            own, parts = value.__dict__, []
            for name, known in zip(value._names, value._fields, strict=True):
                part = own[known]
                parts.append(f"{self[name]}: {self[part] if type(part) is str else self.text(part, inner)}")
        elif isinstance(value, list | tuple) and not isinstance(value, PartialDate):
            return f"[{inner}{f',{inner}'.join([self.text(one, inner) for one in value])}{margin}]" if value else "[]"
        elif isinstance(value, date | PartialDate):
            return f'"{value.isoformat()}"'
        elif isinstance(value, Mapping):
            parts = [f"{self[name]}: {self.text(part, inner)}" for name, part in value.items()]
        else:
            return json.dumps(value)
        return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}" if parts else "{}"


_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *UNSEEN)}


def _escaped(text: str) -> str:
    return text if text.isprintable() else text.translate(_CONTROLS)


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
