"""The shape of each YAML file: which keys, of what kind, which are required. Unknown keys are errors.

`FIELDS` is the data format. CONTRIBUTING.md tells it in words; a test keeps the two in step.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from icc_cli import dates
from icc_cli.attributes import (
    AmendmentRule,
    DeclarationKind,
    DocumentKind,
    Instrument,
    Leaning,
    Outcome,
    Reception,
    Region,
    SituationKind,
    Trigger,
    UnitedNations,
)
from icc_cli.model import (
    Act,
    Agreement,
    Amendment,
    Correction,
    Disputed,
    Document,
    Independence,
    Published,
    Referral,
    Situation,
    State,
)
from icc_cli.source.reading import Node
from icc_cli.vocabulary import REFUSED_ACTS, ActKind, Standing

Report = Callable[[int, str], None]
"""Takes a line and a message; errors are collected, so that all are told at once."""
Parser = Callable[[Node, Report], Any]


class _Bad(Exception):
    """A value is not of its kind; already reported."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: how its value is read, into which attribute, and whether it must be there."""

    parse: Parser
    required: bool = False
    attribute: str = ""


Fields = dict[str, Field]

MAX_TEXT = 5_000
"""Characters of one value. Nothing in a record comes near."""
MAX_ACTS = 200
"""Acts of one State, ten times what any has done: their laws compare each with all others."""


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


def record(kind: type[Any], fields: Fields, defaults: dict[str, Any] | None = None) -> Parser:
    """Return a parser that builds a `kind` from a mapping with these fields."""

    def parse(node: Node, report: Report) -> Any:
        values, whole = read_fields(node, fields, report)
        if not whole:
            raise _Bad
        return kind(**{**(defaults or {}), **values})

    return parse


def read_fields(node: Node, fields: Fields, report: Report) -> tuple[dict[str, Any], bool]:
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


SOURCES = Field(list_of(slug), required=True)
STANDING = Field(one_of(Standing))
NOTE = Field(text)

DISPUTED = record(
    Disputed,
    {
        "field": Field(slug, required=True),
        "value": Field(text, required=True),
        "sources": Field(list_of(slug)),
        "note": NOTE,
    },
)

ACT: Fields = {
    "act": Field(one_of(ActKind, dict(REFUSED_ACTS)), required=True),
    "done": Field(any_date),
    "effect": Field(whole_date),
    "circulated": Field(whole_date),
    "id": Field(act_id, required=True),
    "undoes": Field(act_id),
    "title": Field(text),
    "note": NOTE,
    "amendment": Field(slug),
    "instrument": Field(one_of(Instrument)),
    "kind": Field(one_of(DeclarationKind), attribute="declaration"),
    "against": Field(iso3),
    "until": Field(any_date),
    "leaning": Field(one_of(Leaning)),
    "dated": Field(any_date),
    "accepts-from": Field(any_date),
    "accepts-to": Field(any_date),
    "scope": Field(text),
    "reception": Field(one_of(Reception)),
    "situation": Field(slug),
    "was": Field(text),
    "due": Field(any_date),
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
}

CONTEXT_ACT: Fields = {**ACT, "body": Field(text, required=True), "concerns": Field(list_of(iso3))}

LANGUAGES = ("fr", "es", "ar", "ru", "zh")

STATE: Fields = {
    "iso3": Field(iso3, required=True),
    "iso2": Field(matching(r"[A-Z]{2}", "an ISO 3166 alpha-2 code"), required=True),
    "m49": Field(matching(r"\d{3}", "a three-digit M49 number")),
    "name": Field(text, required=True),
    "everyday": Field(text, required=True),
    "formal": Field(text),
    "names": Field(words_by(LANGUAGES, text)),
    "cldr": Field(words_by(("en", *LANGUAGES), text)),
    "also": Field(list_of(text)),
    "former": Field(list_of(text)),
    "abbreviations": Field(list_of(text)),
    "demonyms": Field(list_of(text)),
    "ambiguous": Field(list_of(text)),
    "group": Field(one_of(Region)),
    "assembly-group": Field(one_of(Region)),
    "united-nations": Field(one_of(UnitedNations), required=True),
    "member-since": Field(whole_date),
    "codes": Field(words_by(("cow", "gw", "vdem"), number)),
    "independence": Field(record(Independence, {"day": Field(whole_date, required=True), "sources": SOURCES})),
    "note": NOTE,
    "no-act": Field(text),
    "acts": Field(list_of(record(Act, ACT), most=MAX_ACTS)),
}

REFERRAL: Fields = {
    "by": Field(list_of(iso3)),
    "body": Field(text),
    "done": Field(any_date, required=True),
    "announced": Field(any_date),
    "votes": Field(words_by(("for", "against", "abstaining"), number)),
    "abstaining": Field(list_of(iso3)),
    "note": NOTE,
    "standing": STANDING,
    "sources": SOURCES,
}

SITUATION: Fields = {
    "id": Field(slug, required=True),
    "kind": Field(one_of(SituationKind), required=True),
    "name": Field(text, required=True),
    "states": Field(list_of(iso3), required=True),
    "reference": Field(matching(r"ICC-\d\d/\d\d", "a situation number such as ICC-01/04")),
    "trigger": Field(one_of(Trigger), required=True),
    "later-trigger": Field(one_of(Trigger)),
    "authorised": Field(whole_date),
    "authorised-by": Field(text),
    "opened": Field(any_date),
    "closed": Field(any_date),
    "outcome": Field(one_of(Outcome)),
    "leads-to": Field(slug),
    "scope-from": Field(any_date),
    "scope-to": Field(any_date),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
    "referrals": Field(list_of(record(Referral, REFERRAL, {"votes": {}}))),
}

PUBLISHED: Fields = {
    "count": Field(number, required=True),
    "day": Field(whole_date),
    "before": Field(whole_date),
    "sources": SOURCES,
}

AMENDMENT: Fields = {
    "id": Field(slug, required=True),
    "title": Field(text, required=True),
    "articles": Field(text, required=True),
    "rule": Field(one_of(AmendmentRule), required=True),
    "depositary-page": Field(slug),
    "proposed": Field(whole_date),
    "adopted": Field(whole_date),
    "adopted-at": Field(text),
    "in-force": Field(whole_date),
    "jurisdiction-from": Field(whole_date),
    "published": Field(record(Published, PUBLISHED)),
    "complete-through": Field(any_date),
    "gaps": Field(text),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
}

DOCUMENT: Fields = {
    "key": Field(slug, required=True),
    "symbol": Field(text),
    "title": Field(text, required=True),
    "url": Field(url),
    "kind": Field(one_of(DocumentKind), required=True),
    "date": Field(any_date),
}

CORRECTION: Fields = {
    "fact": Field(text, required=True),
    "field": Field(slug, required=True),
    "old": Field(text, required=True),
    "new": Field(text, required=True),
    "why": Field(text, required=True),
    "since": Field(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "sources": SOURCES,
}

AGREEMENT: Fields = {
    "published": Field(record(Published, PUBLISHED)),
    "gaps": Field(text),
}

DATASET: Fields = {
    "title": Field(text, required=True),
    "version": Field(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "checked": Field(whole_date, required=True),
    "licence": Field(text, required=True),
    "notices": Field(words_by((), text), required=True),
    "agreement": Field(record(Agreement, AGREEMENT)),
}

FIELDS: dict[str, Fields] = {
    "dataset.yaml": DATASET,
    "states/*.yaml": STATE,
    "acts of a State": ACT,
    "context.yaml": CONTEXT_ACT,
    "situations/*.yaml": SITUATION,
    "referrals": REFERRAL,
    "amendments.yaml": AMENDMENT,
    "published": PUBLISHED,
    "agreement": AGREEMENT,
    "documents.yaml": DOCUMENT,
    "corrections.yaml": CORRECTION,
}

state = record(State, STATE, {"names": {}, "cldr": {}, "codes": {}})
context = list_of(record(Act, CONTEXT_ACT), may_be_empty=True)
situation = record(Situation, SITUATION)
amendments = list_of(record(Amendment, AMENDMENT), may_be_empty=True)
documents = list_of(record(Document, DOCUMENT), may_be_empty=True)
corrections = list_of(record(Correction, CORRECTION), may_be_empty=True)


def read_with(parse: Parser, node: Node, report: Report) -> Any | None:
    """Parse a file's tree; None if it is not sound (what is wrong has been reported)."""
    try:
        return parse(node, report)
    except _Bad:
        return None
