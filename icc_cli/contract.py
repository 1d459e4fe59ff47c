"""What `--json` promises: which records stand behind each schema, and which fields they have.

Read only where fields are listed or checked, a table without rows needs its header, or the JSON Schemas are written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from icc_cli.errors import UsageError

RECORDS = {
    "icc/agreement/1": ("queries.agreement:AgreementParty",),
    "icc/amendment/1": ("queries.amendments:AmendmentWithParties",),
    "icc/amendments/1": ("queries.amendments:Amendment",),
    "icc/brief/1": ("queries.brief:Brief",),
    "icc/cite/1": ("views.citations:Citation",),
    "icc/data-compare/1": ("queries.compare:Difference",),
    "icc/data-info/1": ("queries.info:Info",),
    "icc/declarations/1": ("queries.declarations:Declaration",),
    "icc/diff/1": ("queries.changes:Change",),
    "icc/events/1": ("queries.acts:Act",),
    "icc/jurisdiction/1": ("jurisdiction.record:Record",),
    "icc/jurisdiction-rule/1": ("jurisdiction.record:RuleRecord",),
    "icc/parties/1": ("queries.status:StateStanding",),
    "icc/show/1": ("queries.show:Record",),
    "icc/situations/1": ("queries.situations:Situation",),
    "icc/sql-schema/1": ("queries.sql:Relation",),
    "icc/state-amendments/1": ("queries.amendments:StateAmendment",),
    "icc/status/1": ("queries.status:StateStatus", "queries.status:NoRecord", "queries.status:Unknown"),
    "icc/upcoming/1": ("queries.upcoming:Upcoming",),
    "icc/withdrawals/1": ("queries.withdrawals:Withdrawal",),
}
"""Each schema with the classes of its records."""

COMMANDS = {
    "agreement": ("icc/agreement/1",),
    "amendments": ("icc/amendments/1", "icc/amendment/1", "icc/state-amendments/1"),
    "brief": ("icc/brief/1",),
    "cite": ("icc/cite/1",),
    "data compare": ("icc/data-compare/1",),
    "data info": ("icc/data-info/1",),
    "declarations": ("icc/declarations/1",),
    "diff": ("icc/diff/1",),
    "events": ("icc/events/1",),
    "jurisdiction": ("icc/jurisdiction/1", "icc/jurisdiction-rule/1"),
    "parties": ("icc/parties/1",),
    "show": ("icc/show/1",),
    "situations": ("icc/situations/1",),
    "sql": ("icc/sql-schema/1",),
    "status": ("icc/status/1",),
    "upcoming": ("icc/upcoming/1",),
    "withdrawals": ("icc/withdrawals/1",),
}
"""Each command with the schemas of its answers."""


def classes(schema: str) -> tuple[type, ...]:
    """Return the classes of a schema's records."""
    places = (place.split(":") for place in RECORDS[schema])
    return tuple(getattr(import_module(f"icc_cli.{module}"), name) for module, name in places)


def fields(schema: str) -> dict[str, Any]:
    """Return the fields of a schema's records, each with the kind of its values, in their order."""
    found: dict[str, Any] = {}
    for one in classes(schema):
        for name, kind in fields_of(one).items():
            found[name] = Union[found[name], kind] if name in found else kind  # noqa: UP007 -- kinds known only here
    return found


def fields_of(record: type) -> dict[str, Any]:
    """Return the fields of one class of records."""
    hints = get_type_hints(record)
    names = getattr(record, "_fields", None) or getattr(record, "__dataclass_fields__", None) or hints
    return {name: hints[name] for name in names}


def is_record(kind: Any) -> bool:
    """Tell whether values of this kind have named fields."""
    return isinstance(kind, type) and (hasattr(kind, "_fields") or is_dataclass(kind) or is_typeddict(kind))


def parts(kind: Any) -> Iterator[Any]:
    """Return what a kind may hold: the kinds of a union, of a list's items; itself where it is neither."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        for one in get_args(kind):
            yield from parts(one)
    elif isinstance(origin, type) and issubclass(origin, Sequence):
        yield from parts(get_args(kind)[0])
    else:
        yield kind


def require(schema: str, paths: Sequence[str], columns: Sequence[str] | None = None) -> None:
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
    inner = list(parts(known[name]))
    if rest and not any(get_origin(kind) is Mapping for kind in inner):  # a mapping has whatever keys its record has
        _follow(_fields_within(inner), rest, f"{walked}{name}.")


def listing(command: str) -> list[str]:
    """Return every field of a command's answers as `--fields` takes it, those of their parts one level deep.

    Where the command has answers of several kinds, each list begins with its schema.
    """
    schemas = COMMANDS[command]
    lines = []
    for schema in schemas:
        lines += [f"# {schema}"] if len(schemas) > 1 else []
        for name, kind in fields(schema).items():
            lines += [name, *(f"{name}.{field}" for field in _fields_within(parts(kind)))]
    return lines


def _fields_within(kinds: Iterable[Any]) -> dict[str, Any]:
    return {field: kind for one in kinds if is_record(one) for field, kind in fields_of(one).items()}
