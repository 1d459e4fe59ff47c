"""JSON Schemas of the YAML files, made from the parsers that read them, for editors that check and complete.

Draft 7, which the YAML language server knows best; nothing is referred to, so every key tells its meaning in place.
An editor reads `2016` and `999` as numbers where the program reads text: both are let through. What the law check
(`icc_cli.source.invariants`) asks for beyond the shape of one file stays with `icc data check`.
"""

import re
from enum import StrEnum
from inspect import getclosurevars

from icc_cli.contract import by_class
from icc_cli.source import grounds, keys, shape
from tools.docs.schemas.answers import ANY_DAY, DAY, Schema, said_of
from tools.docs.schemas.vocabularies import meanings
from tools.docs.schemas.words import FIELDS, IN_FILES

WORDS = {**FIELDS, **IN_FILES}

FILES = {
    "dataset": shape.record(dict, keys.DATASET),
    "state": keys.state,
    "situation": keys.situation,
    "amendments": keys.amendments,
    "context": keys.context,
    "documents": keys.documents,
    "corrections": keys.corrections,
    "jurisdiction": grounds.jurisdiction,
}
"""Each schema with the parser of the files that it is for."""

_WHERE = {"state": "states/XXX.yaml", "situation": "situations/ID.yaml"}
_PLAIN: dict[shape.Parser, Schema] = {
    shape.text: {"type": ["string", "number", "boolean"]},
    shape.number: {"type": ["integer", "string"], "pattern": r"^\d{1,9}$", "minimum": 0, "maximum": 999_999_999},
    shape.any_date: {"type": ["string", "integer"], "pattern": ANY_DAY, "minimum": 1, "maximum": 9999},
    shape.whole_date: {"type": "string", "format": "date", "pattern": DAY},
}


def schema(name: str) -> Schema:
    """Return the JSON Schema of a file of the data directory."""
    where = _WHERE.get(name, f"{name}.yaml")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:icc-cli:schema:data:{name}",
        "title": where,
        **_schema(FILES[name]),
    }


def _schema(parse: shape.Parser) -> Schema:
    """Return the schema of what a parser takes. Parsers are closures: what they were made with says what they take."""
    if parse in _PLAIN:
        return _PLAIN[parse]
    made_by, made_with = parse.__qualname__.partition(".")[0], getclosurevars(parse).nonlocals
    match made_by:
        case "matching":
            return _text(made_with["form"], made_with["what"])
        case "one_of":
            return _words(made_with["words"])
        case "list_of":
            return _list(_schema(made_with["parse"]), may_be_empty=made_with["may_be_empty"])
        case "words_by":
            return _mapping(made_with["allowed"], _schema(made_with["parse"]))
        case "record":
            return _object(made_with["kind"], made_with["fields"])
    raise TypeError(f"a parser that no schema is known for: {made_by}")


def _text(form: re.Pattern[str], what: str) -> Schema:
    """Return the schema of text of one form; where digits alone have it, an editor may read a number."""
    number = any(form.fullmatch("1" * digits) for digits in range(1, 10))
    return {
        "type": ["string", "integer"] if number else "string",
        "pattern": f"^{form.pattern}$",
        "patternErrorMessage": f"This is not {what}.",
    }


def _words(kind: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": list(kind), "description": meanings(kind)}


def _list(items: Schema, *, may_be_empty: bool) -> Schema:
    """Return the schema of a list; no text stands in it twice."""
    once = {} if items["type"] == "object" else {"uniqueItems": True}
    return {"type": "array", **({} if may_be_empty else {"minItems": 1}), **once, "items": items}


def _mapping(keys: tuple[str, ...], values: Schema) -> Schema:
    known = {key: {"description": WORDS[key], **values} for key in keys}
    return {"type": "object", "properties": known, "additionalProperties": False if keys else values}


def _object(kind: type, fields: shape.Keys) -> Schema:
    return {
        "description": WORDS.get(kind.__name__) or said_of(kind),
        "type": "object",
        "properties": {
            key: _described(by_class(WORDS, kind, field.attribute or key.replace("-", "_")), _schema(field.parse))
            for key, field in fields.items()
        },
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _described(text: str, one: Schema) -> Schema:
    """Say what a field means and, of a closed vocabulary, its words."""
    return {**one, "description": f"{text} {one['description']}".strip() if "enum" in one else text}
