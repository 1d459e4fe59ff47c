"""The shape of YAML: a parser for each kind of value that `treaty.model` knows. Unknown keys are errors."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NoReturn, get_args, get_origin

from icc_cli.errors import suggest
from icc_cli.source.reading import Node
from icc_cli.treaty import dates
from icc_cli.treaty.described import Described, described, form, item, parts, remembered
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Form
from icc_cli.treaty.vocabulary import REFUSED_ACTS, ActKind, Confidence

Report = Callable[[int, str], None]
"""Takes a line and a message; errors are collected, so that all are told at once."""
Parser = Callable[[Node, Report], Any]


class _Bad(Exception):
    """A value is not of its kind; already reported."""


def _refuse(node: Node, report: Report, message: str) -> NoReturn:
    report(node.line, message)
    raise _Bad


MAX_TEXT = 5_000
"""Characters of one value. Nothing in a record comes near."""


def text(node: Node, report: Report) -> str:
    """Read one line of text."""
    if node.text is None:
        _refuse(node, report, "expected text")
    value = " ".join(node.text.split())
    if not value:
        _refuse(node, report, "expected text, found nothing")
    if len(value) > MAX_TEXT:
        _refuse(node, report, f"holds {len(value):,} characters; at most {MAX_TEXT:,} are read")
    hidden = next((c for c in value if not c.isprintable()), None)
    if hidden:
        _refuse(node, report, f"holds the unprintable character U+{ord(hidden):04X}")
    return value


def matching(text_form: Form) -> Parser:
    """Return a parser for text of one form."""
    pattern = re.compile(text_form.pattern, re.ASCII)

    def parse(node: Node, report: Report) -> str:
        value = text(node, report)
        if not pattern.fullmatch(value):
            _refuse(node, report, f"'{value}' is not {text_form.what}")
        return value

    return parse


_DIGITS = 9
"""No code or count has more."""


def number(node: Node, report: Report) -> int:
    """Read a whole number."""
    value = text(node, report)
    if not value.isascii() or not value.isdigit() or len(value) > _DIGITS:
        _refuse(node, report, f"'{value}' is not a whole number")
    return int(value)


def any_date(node: Node, report: Report) -> dates.AnyDate:
    """Read a whole or partial date."""
    value = text(node, report)
    try:
        return dates.parse(value)
    except ValueError as error:
        _refuse(node, report, f"'{value}' is no date: {error}")


def whole_date(node: Node, report: Report) -> date:
    """Read a date down to the day."""
    value = any_date(node, report)
    if not isinstance(value, date):
        _refuse(node, report, f"'{value.isoformat()}' needs a day: this date has legal effect")
    return value


def one_of(vocabulary: type[StrEnum], refused: Mapping[str, str] = MappingProxyType({})) -> Parser:
    """Return a parser for a closed vocabulary; near misses and refused words get their reason."""
    words = {word.value: word for word in vocabulary if word is not Confidence.SUPPOSED}  # of no fact on record

    def parse(node: Node, report: Report) -> StrEnum:
        value = text(node, report)
        try:
            return words[value]
        except KeyError:
            if value in refused:
                _refuse(node, report, f"'{value}' is refused: {refused[value]}")
            _refuse(node, report, f"unknown word '{value}'; {suggest(value, words, 'one of: ' + ', '.join(words))}")

    return parse


def list_of(parse: Parser, *, may_be_empty: bool = False, most: int | None = None) -> Parser:
    """Return a parser for a list without repetitions, of `most` items at most."""

    def parse_list(node: Node, report: Report) -> tuple[Any, ...]:
        if node.items is None:
            _refuse(node, report, "expected a list")
        if most and len(node.items) > most:
            _refuse(node, report, f"lists {len(node.items):,} entries; at most {most:,} are read")
        values: list[Any] = []
        words: set[str] = set()
        for child in node.items:
            value = read_with(parse, child, report)
            if isinstance(value, str):
                if value in words:
                    report(child.line, f"'{value}' is listed twice")
                words.add(value)
            if value is not None:
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
            elif (value := read_with(parse, child, report)) is not None:
                found[key] = value
        return found

    return parse_mapping


_STEPS = dict.fromkeys(
    map(str, ProceedingKind), "a step in a person's case is written in persons/, and made an act from there"
)


@remembered
def parser(kind: Any) -> Parser:
    """Return the parser for values of a kind, as the annotations of `treaty.model` write it."""
    within = parts(kind)
    if set(within) == {date, dates.PartialDate}:
        return any_date
    (kind,) = within
    if text_form := form(kind):
        return matching(text_form)
    if inner := item(kind):
        return list_of(parser(inner))
    if get_origin(kind) is Mapping:
        words, values = get_args(kind)
        return words_by(() if words is str else tuple(words), parser(values))
    if kind in _PLAIN:
        return _PLAIN[kind]
    if issubclass(kind, Fields):
        return record(kind)
    return one_of(kind, {**REFUSED_ACTS, **_STEPS}) if kind is ActKind else one_of(kind)


@remembered
def keys(kind: type[Fields]) -> dict[str, Described]:
    """Return the keys by which a record is written in the YAML."""
    return {one.yaml: one for one in described(kind) if one.yaml}


def record(kind: type[Fields]) -> Parser:
    """Return a parser that builds a record from a mapping with its keys."""

    def parse(node: Node, report: Report) -> Any:
        values: dict[str, Any] = {}
        known = keys(kind)
        sound = True
        given = _mapping(node, report)
        for key, child in given.items():
            if not (field := known.get(key)):
                hint = suggest(key, known, "known here: " + ", ".join(known))
                report(node.key_lines[key], f"unknown key '{key}'; {hint}")
                continue
            parse_field = list_of(parser(item(field.kind)), most=field.most) if field.most else parser(field.kind)
            values[field.name] = read_with(parse_field, child, report)
            sound &= values[field.name] is not None
        for key, one in known.items():
            if one.required and key not in given:
                report(node.line, f"'{key}' is missing")
                sound = False
        if not sound:
            raise _Bad
        return kind(**values)

    return parse


def _mapping(node: Node, report: Report) -> dict[str, Node]:
    if node.keys is None:
        _refuse(node, report, "expected keys and values")
    return node.keys


def read_with(parse: Parser, node: Node, report: Report) -> Any | None:
    """Parse a file's tree; None if it is not sound (what is wrong has been reported)."""
    try:
        return parse(node, report)
    except _Bad:
        return None


_PLAIN: dict[Any, Parser] = {str: text, int: number, date: whole_date}
