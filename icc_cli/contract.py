"""What `--json` promises: the fields of each kind of answer, which its command names.

Read only where fields are listed or checked, a table without rows needs its header, or the JSON Schemas in
`docs/schema/` are written. docs/contract.md tells the promise in words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from icc_cli.errors import UsageError
from icc_cli.output.report import Schema
from icc_cli.treaty.described import kinds
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import ActDetails

KEYED = {"details": ActDetails}
"""Mappings whose keys are the fields of a class, each there only where it has a value."""


def fields(schema: Schema) -> dict[str, Any]:
    """Return the fields of a schema's records, each with the kind of its values, in their order."""
    found: dict[str, Any] = {}
    for one in schema.records:
        for name, kind in fields_of(one).items():
            found[name] = Union[found[name], kind] if name in found else kind  # noqa: UP007 -- kinds known only here
    return found


def fields_of(record: type[Fields]) -> dict[str, Any]:
    """Return the fields of one class of records, each with the kind of its values."""
    return {name.rstrip("_"): KEYED.get(name, kind) for name, kind in kinds(record).items()}


def is_record(kind: Any) -> bool:
    """Return whether values of this kind have named fields."""
    return isinstance(kind, type) and issubclass(kind, Fields)


def is_list(kind: Any) -> bool:
    """Return whether values of this kind are lists."""
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Sequence)


def parts(kind: Any) -> Iterator[Any]:
    """Return what a kind may hold: the kinds of a union, of a list's items; itself where it is neither."""
    if get_origin(kind) in (Union, UnionType):
        for one in get_args(kind):
            yield from parts(one)
    elif is_list(kind):
        yield from parts(get_args(kind)[0])
    else:
        yield kind


def require(schema: Schema, paths: Sequence[str], columns: Sequence[str] | None = None) -> None:
    """Raise UsageError unless each dotted path (`sources.symbol`) leads to a field of a schema's records.

    `columns` are the fields where the question sets them, and no contract.
    """
    known = fields(schema) if columns is None else dict.fromkeys(columns, str)
    for path in paths:
        if columns is None or path not in known:
            _follow(known, path)


def _follow(known: Mapping[str, Any], path: str, walked: str = "") -> None:
    name, _, rest = path.partition(".")
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1)
        hint = f"did you mean '{walked}{near[0]}'?" if near else "--fields alone, at the end, lists them"
        raise UsageError(f"--fields: there is no field '{walked}{name}'", hint)
    if rest:
        _follow(_fields_within(parts(known[name])), rest, f"{walked}{name}.")


def listing(schemas: Iterable[Schema]) -> list[str]:
    """Return every field of a command's answers as `--fields` takes it, those of their parts one level deep.

    Where the command has answers of several kinds, each list begins with its schema.
    """
    listed = [schema for schema in schemas if schema.records]
    lines = []
    for schema in listed:
        lines += [f"# {schema.name}"] if len(listed) > 1 else []
        for name, kind in fields(schema).items():
            lines += [name, *(f"{name}.{field}" for field in _fields_within(parts(kind)))]
    return lines


def _fields_within(kinds: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in kinds:
        if is_record(one):
            found |= fields_of(one)
        elif get_origin(one) is Mapping and issubclass(get_args(one)[0], StrEnum):
            found |= dict.fromkeys(get_args(one)[0], get_args(one)[1])
    return found
