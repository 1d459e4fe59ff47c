"""JSON Schemas of the commands' `--json`, made from the records' own types.

Draft 2020-12, which lets a `$ref` have a description beside it: what a field means stands at the field.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import click

from icc_cli import contract
from icc_cli.cli.main import icc
from icc_cli.output.report import Beside, schemas
from icc_cli.output.report import Schema as Kind
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import described, form, parts, summary
from icc_cli.treaty.described import meanings as words_of
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import ActDetails
from icc_cli.treaty.supposing import SupposedAct
from tools.docs.schemas.vocabularies import meanings

Schema = dict[str, Any]

DAY = r"^\d{4}-\d{2}-\d{2}$"
ANY_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    NoneType: {"type": "null"},
    None: {"type": "null"},
    Any: {},
    date: {"type": "string", "format": "date", "pattern": DAY},
    PartialDate: {"type": "string", "pattern": ANY_DAY},
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
        "version": {"description": "The dataset's version.", "type": "string"},
        "checked": {
            "description": "Last day through which the record was checked; what lies after it is expected, not known.",
            **_PLAIN[date],
        },
    },
    "required": ["version", "checked"],
}


@cache
def kinds() -> dict[str, tuple[Kind, tuple[str, ...]]]:
    """Return every kind of answer by its name, with the commands that give it (`icc data info`)."""
    found: dict[str, tuple[Kind, tuple[str, ...]]] = {}
    for name, command in _commands(icc, "icc"):
        for kind in schemas(command.callback).values():
            found[kind.name] = kind, (*found.get(kind.name, (kind, ()))[1], name)
    return dict(sorted(found.items()))


def _commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


@cache
def supposing() -> frozenset[str]:
    """Return the kinds of answer that may rest on acts that are only supposed."""
    commands = [one for _, one in _commands(icc, "icc") if any(param.name == "supposed" for param in one.params)]
    return frozenset(kind.name for one in commands for kind in schemas(one.callback).values())


def schema(name: str) -> Schema:
    """Return the JSON Schema of the answers that name themselves so (`icc/status/1`)."""
    _, what, version = name.split("/")
    kind, commands = kinds()[name]
    answers = _Records()
    about = answers.object(kind.about)
    data = answers.data(kind)
    supposed: Schema = {}
    if name in supposing():
        acts = {"type": "array", "items": answers.schema(SupposedAct)}
        meaning = "Acts that it supposes (`--suppose`); left out where it supposes none."
        supposed["supposed"] = {"description": meaning, **acts}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:icc-cli:schema:{what}:{version}",
        "title": name,
        "description": f"What '{' and '.join(commands)} --json' answers. docs/contract.md tells what stays so.",
        "type": "object",
        "properties": {
            "schema": {"description": "Names this schema and its version.", "const": name},
            "dataset": _DATASET,
            **about["properties"],
            **supposed,
            "data": {"description": "What was found.", **data},
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

    def data(self, kind: Kind) -> Schema:
        """Return the schema of `data`: a list of records, one record, or an object that holds the list."""
        record = _either([self.schema(one) for one in kind.records] or [_ANY_ROW])
        if not kind.single:
            return {"type": "array", "items": record}
        if not kind.within:
            return record
        several = {"description": "One answer for each crime of Art. 5.", "type": "array", "items": record}
        return _either([record, {"type": "object", "properties": {kind.within: several}, "required": [kind.within]}])

    def schema(self, kind: Any) -> Schema:
        """Return the schema of values of a kind."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        origin, within = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return (
                {"type": "string", "pattern": f"^{text.pattern}$"} if (text := form(kind)) else self.schema(within[0])
            )
        if origin in (Union, UnionType):
            return _either([self.schema(one) for one in within if one is not date or PartialDate not in within])
        if origin is Literal:
            return {"type": "string", "enum": list(within)}
        if origin is Mapping:
            return self._mapping(*within)
        if contract.is_list(kind):
            return {"type": "array", "items": self.schema(within[0])}
        if kind not in self.known:
            self.known[kind] = _words(kind) if issubclass(kind, StrEnum) else self.object(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def present(self, kind: Any) -> Schema:
        """Return the schema of values of a kind where none is left out."""
        return self.schema(Union[parts(kind)])  # noqa: UP007 -- kinds known only here

    def _mapping(self, keys: Any, values: Any) -> Schema:
        if not issubclass(keys, StrEnum):
            return {"type": "object", "additionalProperties": self.schema(values)}
        said = words_of(keys)
        known = {word: {"description": said[word], **self.schema(values)} for word in keys}
        return {"type": "object", "properties": known}

    def object(self, record: type[Fields]) -> Schema:
        """Return the schema of a class of records. What stands beside `data`, and details of acts, may lack."""
        fields = contract.fields_of(record)
        known = {one.name.rstrip("_"): one for one in described(record)}
        lacking = record is ActDetails or issubclass(record, Beside)
        return {
            "description": summary(record),
            "type": "object",
            "properties": {
                name: {"description": known[name].meaning, **(self.present(kind) if lacking else self.schema(kind))}
                for name, kind in fields.items()
            },
            "required": [name for name in fields if not lacking or known[name].required],
        }


def _words(kind: type[StrEnum]) -> Schema:
    return {"description": " ".join([summary(kind), meanings(kind)]).strip(), "type": "string", "enum": list(kind)}


def _either(schemas: list[Schema]) -> Schema:
    """Return a schema that any of these fulfils, as short as it can be said."""
    match schemas:
        case [one]:
            return one
        case [{"type": str(kind), **rest}, {"type": "null"}] if "enum" not in rest:
            return {"type": [kind, "null"], **rest}
        case _:
            return {"anyOf": schemas}
