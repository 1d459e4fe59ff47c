"""JSON: the contract. One object with schema, dataset and `data`; dates as ISO text, never a sentence to parse."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from icc_cli.dates import PartialDate
from icc_cli.output import Report
from icc_cli.output.terminal import Terminal


def render(report: Report, terminal: Terminal) -> str:
    """Return a report as one JSON object, indented."""
    return dump(envelope(report), terminal)


def envelope(report: Report) -> dict[str, Any]:
    """Return a report as one object: its records in `data`, and what stands beside them."""
    data: object = report.records[0] if report.single and report.records else report.records
    return {
        "schema": report.schema,
        "dataset": {"version": report.version, "checked": report.checked},
        **plain(report.about),
        "data": plain({report.within: data} if report.within else data),
    }


def dump(value: object, terminal: Terminal) -> str:
    """Write a plain value as indented JSON. Only controls are escaped, and what the stream cannot carry."""
    return _indented(value, "\n", terminal.unicode) + "\n"


def line(value: object, terminal: Terminal) -> str:
    """Write a plain value as JSON on one line."""
    import json

    text = json.dumps(value, ensure_ascii=not terminal.unicode)
    return f"{text if text.isprintable() else text.translate(_CONTROLS)}\n"


def _indented(value: object, margin: str, unicode: bool) -> str:
    """Write JSON as Python's own `json` does with an indent of two, without the time it takes to import that."""
    inner = f"{margin}  "
    match value:
        case str():
            return _quoted(value, unicode)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case dict():
            items = [f"{_quoted(name, unicode)}: {_indented(part, inner, unicode)}" for name, part in value.items()]
            return f"{{{inner}{f',{inner}'.join(items)}{margin}}}" if items else "{}"
        case list():
            items = [_indented(part, inner, unicode) for part in value]
            return f"[{inner}{f',{inner}'.join(items)}{margin}]" if items else "[]"
        case _:
            raise TypeError(f"{value!r} is no plain value")


def _quoted(text: str, unicode: bool) -> str:
    if not (unicode or text.isascii()):
        from json.encoder import encode_basestring_ascii

        return encode_basestring_ascii(text).translate(_CONTROLS)
    return f'"{text.translate(_ESCAPED)}"'


_CONTROLS = {
    code: f"\\u{code:04x}"
    for code in (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}
_SHORT = {ord(char): f"\\{letter}" for char, letter in zip('"\\\b\f\n\r\t', '"\\bfnrt', strict=True)}
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x20)} | _SHORT | _CONTROLS


def plain(value: object) -> Any:
    """Turn a result into what JSON knows: records into objects, dates into ISO text, through and through."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (date, PartialDate)):
        return value.isoformat()
    names = getattr(value, "_fields", None) or getattr(value, "__dataclass_fields__", None)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value
