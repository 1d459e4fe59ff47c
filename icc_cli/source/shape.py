"""Shapes of YAML: parsers of values, and those of lists and mappings made of them. Unknown keys are errors."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from icc_cli.source.reading import Node
from icc_cli.treaty import dates
from icc_cli.treaty.fields import Fields

Report = Callable[[int, str], None]
"""Takes a line and a message; errors are collected, so that all are told at once."""
Parser = Callable[[Node, Report], Any]


class _Bad(Exception):
    """A value is not of its kind; already reported."""


class Key(Fields, kw_only=False):
    """A key of a mapping: how its value is read, into which attribute, and whether it must be there."""

    parse: Parser
    required: bool = False
    attribute: str = ""


Keys = dict[str, Key]

MAX_TEXT = 5_000
"""Characters of one value. Nothing in a record comes near."""


def text(node: Node, report: Report) -> str:
    """Read one line of text."""
    if node.text is None:
        report(node.line, "expected text")
        raise _Bad
    value = " ".join(node.text.split())
    if not value:
        report(node.line, "expected text, found nothing")
        raise _Bad
    if len(value) > MAX_TEXT:
        report(node.line, f"holds {len(value):,} characters; at most {MAX_TEXT:,} are read")
        raise _Bad
    hidden = next((c for c in value if not c.isprintable()), None)
    if hidden:
        report(node.line, f"holds the unprintable character U+{ord(hidden):04X}")
        raise _Bad
    return value


def matching(pattern: str, what: str) -> Parser:
    """Return a parser for text of one form."""
    form = re.compile(pattern, re.ASCII)

    def parse(node: Node, report: Report) -> str:
        value = text(node, report)
        if not form.fullmatch(value):
            report(node.line, f"'{value}' is not {what}")
            raise _Bad
        return value

    return parse


iso3 = matching(r"[A-Z]{3}", "an ISO 3166 alpha-3 code such as RUS")
slug = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "a key of small letters, digits and single hyphens")
act_id = matching(
    r"[A-Z]{2,}-(\d{4}(-\d{2}){0,2}|undated)-[a-z0-9-]+", "an act id such as GMB-2016-11-10-withdrawal-notice"
)
url = matching(r"https?://[^\s<>\"]+", "a web address")


_DIGITS = 9
"""No code or count has more."""


def number(node: Node, report: Report) -> int:
    """Read a whole number."""
    value = text(node, report)
    if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
        report(node.line, f"'{value}' is not a whole number")
        raise _Bad
    return int(value)


def any_date(node: Node, report: Report) -> dates.AnyDate:
    """Read a whole or partial date."""
    value = text(node, report)
    try:
        return dates.parse(value)
    except ValueError as error:
        report(node.line, f"'{value}' is no date: {error}")
        raise _Bad from None


def whole_date(node: Node, report: Report) -> date:
    """Read a date down to the day."""
    value = any_date(node, report)
    if not isinstance(value, date):
        report(node.line, f"'{value.isoformat()}' needs a day: this date has legal effect")
        raise _Bad
    return value


def one_of(words: type[StrEnum], refused: dict[str, str] | None = None) -> Parser:
    """Return a parser for a closed vocabulary; near misses and refused words get their reason."""

    def parse(node: Node, report: Report) -> StrEnum:
        value = text(node, report)
        try:
            return words(value)
        except ValueError:
            if refused and value in refused:
                report(node.line, f"'{value}' is refused: {refused[value]}")
            else:
                near = get_close_matches(value, list(words), 1)
                hint = f"did you mean '{near[0]}'?" if near else "one of: " + ", ".join(words)
                report(node.line, f"unknown word '{value}'; {hint}")
            raise _Bad from None

    return parse


def list_of(parse: Parser, *, may_be_empty: bool = False, most: int | None = None) -> Parser:
    """Return a parser for a list without repetitions, of `most` items at most."""

    def parse_list(node: Node, report: Report) -> tuple[Any, ...]:
        if node.items is None:
            report(node.line, "expected a list")
            raise _Bad
        if most and len(node.items) > most:
            report(node.line, f"lists {len(node.items):,} entries; at most {most:,} are read")
            raise _Bad
        values: list[Any] = []
        words: set[str] = set()
        for item in node.items:
            try:
                value = parse(item, report)
            except _Bad:
                continue
            if isinstance(value, str):
                if value in words:
                    report(item.line, f"'{value}' is listed twice")
                words.add(value)
            values.append(value)
        if not node.items and not may_be_empty:
            report(node.line, "an empty list: leave the key out")
        return tuple(values)

    return parse_list


def words_by(keys: Iterable[str], parse: Parser) -> Parser:
    """Return a parser for a mapping whose keys are among `keys` (or any, if there are none)."""
    allowed = tuple(keys)

    def parse_mapping(node: Node, report: Report) -> dict[str, Any]:
        found = {}
        for key, child in _mapping(node, report).items():
            if allowed and key not in allowed:
                report(node.key_lines[key], f"unknown key '{key}'; one of: {', '.join(allowed)}")
                continue
            try:
                found[key] = parse(child, report)
            except _Bad:
                continue
        return found

    return parse_mapping


def record(kind: type[Any], fields: Keys, defaults: dict[str, Any] | None = None) -> Parser:
    """Return a parser that builds a `kind` from a mapping with these fields."""

    def parse(node: Node, report: Report) -> Any:
        values, whole = read_fields(node, fields, report)
        if not whole:
            raise _Bad
        return kind(**{**(defaults or {}), **values})

    return parse


def read_fields(node: Node, fields: Keys, report: Report) -> tuple[dict[str, Any], bool]:
    """Read a mapping: its values by attribute, and whether all that is required was there and sound."""
    values: dict[str, Any] = {}
    whole = True
    given = _mapping(node, report)
    for key, child in given.items():
        if key not in fields:
            near = get_close_matches(key, fields, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(fields)}"
            report(node.key_lines[key], f"unknown key '{key}'; {hint}")
            continue
        try:
            values[fields[key].attribute or key.replace("-", "_")] = fields[key].parse(child, report)
        except _Bad:
            whole = False
    for key, field in fields.items():
        if field.required and key not in given:
            report(node.line, f"'{key}' is missing")
            whole = False
    return values, whole


def _mapping(node: Node, report: Report) -> dict[str, Node]:
    if node.keys is None:
        report(node.line, "expected keys and values")
        raise _Bad
    return node.keys


def read_with(parse: Parser, node: Node, report: Report) -> Any | None:
    """Parse a file's tree; None if it is not sound (what is wrong has been reported)."""
    try:
        return parse(node, report)
    except _Bad:
        return None
