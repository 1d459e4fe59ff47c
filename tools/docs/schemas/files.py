"""JSON Schemas of the YAML files, made from the classes that they are read into, for editors that check and complete.

Draft 7, which the YAML language server knows best; nothing is referred to, so every key tells its meaning in place.
An editor reads `2016` and `999` as numbers where the program reads text: both are let through. What the check of the
invariants (`icc_cli.source.invariants`) asks for beyond the shape of one file stays with `icc data check`.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from icc_cli.source.files import COOPERATION, DATASET, HELD, JURISDICTION, LISTS
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import described, form, item, parts, summary
from icc_cli.treaty.described import meanings as words_of
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Form
from icc_cli.treaty.vocabulary import Confidence
from tools.docs.schemas.answers import ANY_DAY, DAY, Schema
from tools.docs.schemas.vocabularies import meanings

_FILES = {
    "dataset": DATASET,
    "state": "states/*.yaml",
    "situation": "situations/*.yaml",
    "person": "persons/*.yaml",
    **{name.removesuffix(".yaml"): name for name in LISTS},
    "jurisdiction": JURISDICTION,
    "cooperation": COOPERATION,
}
FILES = {name: HELD[file] for name, file in _FILES.items()}
"""Each schema with the class of what the files hold that it is for."""

_WHERE = {"state": "states/XXX.yaml", "situation": "situations/ID.yaml", "person": "persons/ID.yaml"}
_PLAIN: dict[Any, Schema] = {
    str: {"type": ["string", "number", "boolean"]},
    int: {"type": ["integer", "string"], "pattern": r"^\d{1,9}$", "minimum": 0, "maximum": 999_999_999},
    date: {"type": "string", "format": "date", "pattern": DAY},
}
_ANY_DATE: Schema = {"type": ["string", "integer"], "pattern": ANY_DAY, "minimum": 1, "maximum": 9999}


def schema(name: str) -> Schema:
    """Return the JSON Schema of a file of the data directory."""
    held = _object(FILES[name])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:icc-cli:schema:data:{name}",
        "title": _WHERE.get(name, f"{name}.yaml"),
        **({"type": "array", "items": held} if f"{name}.yaml" in LISTS else held),
    }


def _schema(kind: Any) -> Schema:
    """Return the schema of what is read for a kind of value."""
    within = parts(kind)
    if set(within) == {date, PartialDate}:
        return _ANY_DATE
    (kind,) = within
    if text := form(kind):
        return _text(text)
    if inner := item(kind):
        return _list(_schema(inner))
    if get_origin(kind) is Mapping:
        return _mapping(*get_args(kind))
    if kind in _PLAIN:
        return _PLAIN[kind]
    return _object(kind) if issubclass(kind, Fields) else _words(kind)


def _text(text: Form) -> Schema:
    """Return the schema of text of one form; where digits alone have it, an editor may read a number."""
    number = any(re.fullmatch(text.pattern, "1" * digits) for digits in range(1, 10))
    return {
        "type": ["string", "integer"] if number else "string",
        "pattern": f"^{text.pattern}$",
        "patternErrorMessage": f"This is not {text.what}.",
    }


def _words(kind: type[StrEnum]) -> Schema:
    words = [word for word in kind if word is not Confidence.SUPPOSED]  # of no fact on record
    return {"type": "string", "enum": words, "description": meanings(kind)}


def _list(items: Schema) -> Schema:
    """Return the schema of a list, which is left out where it is empty; no text stands in it twice."""
    once = {} if items["type"] == "object" else {"uniqueItems": True}
    return {"type": "array", "minItems": 1, **once, "items": items}


def _mapping(keys: Any, values: Any) -> Schema:
    if keys is str:
        return {"type": "object", "properties": {}, "additionalProperties": _schema(values)}
    said = words_of(keys)
    known = {word: {"description": said[word], **_schema(values)} for word in keys}
    return {"type": "object", "properties": known, "additionalProperties": False}


def _object(kind: type[Fields]) -> Schema:
    fields = [one for one in described(kind) if one.yaml]
    return {
        "description": summary(kind),
        "type": "object",
        "properties": {one.yaml: _described(one.meaning, _schema(one.kind)) for one in fields},
        "required": [one.yaml for one in fields if one.required],
        "additionalProperties": False,
    }


def _described(text: str, one: Schema) -> Schema:
    """Return as text what a field means and, of a closed vocabulary, its words."""
    return {**one, "description": f"{text} {one['description']}".strip() if "enum" in one else text}
