"""JSON Schemas of the commands' `--json`, made from the records' own types.

Draft 2020-12, which lets a `$ref` have a description beside it: what a field means stands at the field.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from icc_cli import contract
from icc_cli.treaty.dates import PartialDate
from tools.docs.schemas.vocabularies import meanings
from tools.docs.schemas.words import FIELDS

Schema = dict[str, Any]

DAY = r"^\d{4}-\d{2}-\d{2}$"
ANY_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    NoneType: {"type": "null"},
    Any: {},
    date: {"type": "string", "format": "date", "pattern": DAY},
    PartialDate: {"type": "string", "pattern": ANY_DAY},
    contract.Iso3: {"type": "string", "pattern": "^[A-Z]{3}$"},
}
_ANY_ROW: Schema = {
    "description": "A row; its keys are the columns that were asked for.",
    "type": "object",
    "additionalProperties": {"type": ["string", "number", "null"]},
}
_DATASET: Schema = {
    "type": "object",
    "description": "The dataset that answered.",
    "properties": {
        "version": {"description": FIELDS["version"], "type": "string"},
        "checked": {"description": FIELDS["checked"], **_PLAIN[date]},
    },
    "required": ["version", "checked"],
}


def schema(name: str) -> Schema:
    """Return the JSON Schema of the answers that name themselves so (`icc/status/1`)."""
    _, what, version = name.split("/")
    commands = [f"icc {command}" for command, schemas in contract.COMMANDS.items() if name in schemas]
    answers = _Records()
    about = answers.object(contract.ABOUT.get(name, contract.About))
    data = answers.data(name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:icc-cli:schema:{what}:{version}",
        "title": name,
        "description": f"What '{' and '.join(commands)} --json' answers. docs/contract.md tells what stays so.",
        "type": "object",
        "properties": {
            "schema": {"description": FIELDS["schema"], "const": name},
            "dataset": _DATASET,
            **about["properties"],
            "data": {"description": FIELDS["data"], **data},
        },
        "required": ["schema", "dataset", *about["required"], "data"],
        "$defs": answers.definitions(),
    }


class _Records:
    """Turns kinds of values into schemas, and collects the definitions that they refer to."""

    def __init__(self) -> None:
        self.known: dict[type, Schema] = {}

    def definitions(self) -> dict[str, Schema]:
        """Return the records and vocabularies referred to, by name."""
        named = {kind.__name__: self.known[kind] for kind in sorted(self.known, key=lambda kind: kind.__name__)}
        assert len(named) == len(self.known), "two classes of one name"
        return named

    def data(self, name: str) -> Schema:
        """Return the schema of `data`: a list of records, one record, or an object that holds the list."""
        record = _either([self.schema(kind) for kind in contract.classes(name)] or [_ANY_ROW])
        if name not in contract.SINGLE:
            return {"type": "array", "items": record}
        if name not in contract.WITHIN:
            return record
        key = contract.WITHIN[name]
        several = {"description": FIELDS[key], "type": "array", "items": record}
        return _either([record, {"type": "object", "properties": {key: several}, "required": [key]}])

    def schema(self, kind: Any) -> Schema:
        """Return the schema of values of a kind."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        origin, within = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return _either([self.schema(one) for one in within if one is not date or PartialDate not in within])
        if origin is Literal:
            return {"type": "string", "enum": list(within)}
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self.schema(within[1])}
        if contract.is_list(kind):
            return {"type": "array", "items": self.schema(within[0])}
        if kind not in self.known:
            self.known[kind] = _words(kind) if issubclass(kind, StrEnum) else self.object(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def object(self, record: type) -> Schema:
        """Return the schema of a class of records, or of a dictionary with known keys."""
        fields = contract.fields_of(record)
        always = getattr(record, "__required_keys__", fields)
        return {
            "description": FIELDS.get(record.__name__) or said_of(record),
            "type": "object",
            "properties": {
                name: {"description": contract.by_class(FIELDS, record, name), **self.schema(kind)}
                for name, kind in fields.items()
            },
            "required": [name for name in fields if name in always],
        }


def _words(kind: type[StrEnum]) -> Schema:
    return {"description": " ".join([said_of(kind), meanings(kind)]).strip(), "type": "string", "enum": list(kind)}


def said_of(kind: type) -> str:
    """Return what a class says of itself, on one line."""
    return " ".join((kind.__doc__ or "").split())


def _either(schemas: list[Schema]) -> Schema:
    """Return a schema that any of these fulfils, as short as it can be said."""
    match schemas:
        case [one]:
            return one
        case [{"type": str(kind), **rest}, {"type": "null"}] if "enum" not in rest:
            return {"type": [kind, "null"], **rest}
        case _:
            return {"anyOf": schemas}
