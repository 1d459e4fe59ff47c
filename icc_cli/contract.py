"""What `--json` promises: which records stand behind each schema, and which fields they have.

Read only where fields are listed or checked, a table without rows needs its header, or the JSON Schemas in
`docs/schema/` are written. docs/contract.md tells the promise in words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from types import UnionType
from typing import (
    Any,
    Literal,
    NewType,
    NotRequired,
    TypedDict,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from icc_cli.depositary.compare import Compared
from icc_cli.depositary.table import Problem
from icc_cli.errors import UsageError
from icc_cli.queries.completeness import Completeness
from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import (
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
)
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import ActKind, Standing, Status

RECORDS = {
    "icc/agreement/1": ("queries.agreement:AgreementParty",),
    "icc/amendment/1": ("queries.amendments:AmendmentWithParties",),
    "icc/amendments/1": ("queries.amendments:Amendment",),
    "icc/brief/1": ("queries.brief:Brief",),
    "icc/chart/1": ("queries.chart:PartyCount",),
    "icc/cite/1": ("views.citations:Citation",),
    "icc/data-compare/1": ("depositary.compare:Difference",),
    "icc/data-info/1": ("queries.info:Info",),
    "icc/declarations/1": ("queries.declarations:Declaration",),
    "icc/diff/1": ("queries.changes:Change",),
    "icc/events/1": ("queries.acts:Act",),
    "icc/jurisdiction/1": ("jurisdiction.record:Record",),
    "icc/jurisdiction-rule/1": ("jurisdiction.record:RuleRecord",),
    "icc/map/1": ("queries.map:MapState",),
    "icc/parties/1": ("queries.status:StateStanding",),
    "icc/show/1": ("queries.show:Record",),
    "icc/situations/1": ("queries.situations:Situation",),
    "icc/sql/1": (),
    "icc/sql-schema/1": ("queries.sql:Relation",),
    "icc/state-amendments/1": ("queries.amendments:StateAmendment",),
    "icc/status/1": ("queries.status:StateStatus", "queries.status:NoRecord", "queries.status:Unknown"),
    "icc/timeline/1": ("queries.timeline:TimelineRow",),
    "icc/upcoming/1": ("queries.upcoming:Upcoming",),
    "icc/withdrawals/1": ("queries.withdrawals:Withdrawal",),
}
"""Each schema with the classes of its records; none where the question sets their fields."""

COMMANDS = {
    "agreement": ("icc/agreement/1",),
    "amendments": ("icc/amendments/1", "icc/amendment/1", "icc/state-amendments/1"),
    "brief": ("icc/brief/1",),
    "chart": ("icc/chart/1",),
    "cite": ("icc/cite/1",),
    "data compare": ("icc/data-compare/1",),
    "data info": ("icc/data-info/1",),
    "declarations": ("icc/declarations/1",),
    "diff": ("icc/diff/1",),
    "events": ("icc/events/1",),
    "jurisdiction": ("icc/jurisdiction/1", "icc/jurisdiction-rule/1"),
    "map": ("icc/map/1",),
    "parties": ("icc/parties/1",),
    "show": ("icc/show/1",),
    "situations": ("icc/situations/1",),
    "sql": ("icc/sql/1", "icc/sql-schema/1"),
    "status": ("icc/status/1",),
    "timeline": ("icc/timeline/1",),
    "upcoming": ("icc/upcoming/1",),
    "withdrawals": ("icc/withdrawals/1",),
}
"""Each command with the schemas of its answers."""


class About(TypedDict):
    """What stands beside `data`: the day asked about."""

    on: date


class AboutStatus(About):
    """Beside a status: also the day as of which the record was read, where one was asked for."""

    known_by: NotRequired[date]


class AboutList(About):
    """Beside a list of parties: also how complete it is."""

    completeness: Completeness


class AboutMap(About):
    """Beside the States of a map: also what it is coloured by, such as `status` or `amendment:aggression-2010`."""

    colour_by: str


class AboutTable(About):
    """Beside differences: also the table that was compared."""

    table: Compared


AboutPeriod = TypedDict("AboutPeriod", {"from": date, "to": date})

ABOUT: dict[str, type] = {
    "icc/agreement/1": AboutList,
    "icc/data-compare/1": AboutTable,
    "icc/diff/1": AboutPeriod,
    "icc/map/1": AboutMap,
    "icc/status/1": AboutStatus,
}
"""What stands beside `data` in answers of a schema, where that is not `About`."""

SINGLE = ("icc/jurisdiction/1", "icc/jurisdiction-rule/1")
"""Schemas of which `data` is one record, not a list."""
WITHIN = {"icc/jurisdiction/1": "crimes"}
"""Schemas of which `data` can also be an object that holds the records under this key."""

Iso3 = NewType("Iso3", str)
"""The code of a State: ISO 3166 alpha-3."""


Votes = TypedDict("Votes", {"for": int, "against": int, "abstaining": int}, total=False)


class Details(TypedDict, total=False):
    """What only some kinds of act have; each key is there only where it has a value."""

    amendment: str
    instrument: Instrument
    declaration: DeclarationKind
    against: Iso3
    until: AnyDate
    leaning: Leaning
    dated: AnyDate
    accepts_from: AnyDate
    accepts_to: AnyDate
    scope: str
    reception: Reception
    situation: str
    was: str
    due: AnyDate
    announced: AnyDate
    votes: Votes
    abstaining: tuple[Iso3, ...]


PRECISE: dict[str, Any] = {
    "against": Iso3,
    "concerns": Iso3,
    "instrument": Instrument,
    "iso3": Iso3,
    "later_trigger": Trigger,
    "nationals": Iso3,
    "outcome": Outcome,
    "region": Region,
    "standing": Standing,
    "states": Iso3,
    "territory": Iso3,
    "trigger": Trigger,
    "Act.act": ActKind,
    "Act.details": Details,
    "Amendment.rule": AmendmentRule,
    "Case.nationality": Literal["non-party", "party", "party-without-amendments", "own"],
    "Change.after": Status | Outcome | Literal["in-force", "open", "closed"],
    "Change.before": Status | Literal["open"],
    "Citation.kind": Literal["state", "act", "document", "situation", "amendment", "dataset"],
    "Declaration.kind": DeclarationKind
    | Literal[
        "objection",
        "territorial-application",
        "territorial-exclusion",
        "article-124",
        "article-12-3",
        "aggression-opt-out",
    ],
    "Difference.field": Literal["signature", "deposit", "signatories", "parties"],
    "Difference.problem": Problem,
    "Document.kind": DocumentKind,
    "Link.kind": Literal[
        "act", "document", "situation", "amendment", "state", "correction", "agreement", "jurisdiction"
    ],
    "Missing.article": Literal["12(3)", "13(b)"],
    "Relation.kind": Literal["view", "table"],
    "Situation.kind": SituationKind,
    "SituationRef.kind": SituationKind,
    "TriggerFact.article": Literal["13(a)", "13(b)", "13(c)"],
    "Withdrawal.act": ActKind,
}
"""What fields hold that their classes, for speed, call text or a mapping: by name, or first by class and name."""


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
    """Return the fields of one class of records, each with the kind of its values as precisely as is known."""
    hints = get_type_hints(record)
    names = record._fields if issubclass(record, Fields) else hints
    return {name: _precisely(hints[name], by_class(PRECISE, record, name)) for name in names}


def by_class(table: Mapping[str, Any], record: type, name: str) -> Any:
    """Return what a table says of a field: of this class, of one that it extends, or of any; None if nothing."""
    keys = (*(f"{one.__name__}.{name}" for one in record.__mro__), name)
    return next((table[key] for key in keys if key in table), None)


def _precisely(kind: Any, precise: Any) -> Any:
    """Put what is known more precisely in the place of text, or of a mapping, within a kind."""
    origin = get_origin(kind)
    if precise is None:
        return kind
    if origin in (Union, UnionType):
        return Union[tuple(_precisely(one, precise) for one in get_args(kind))]  # noqa: UP007 -- kinds known only here
    if is_list(kind):
        return Sequence[_precisely(get_args(kind)[0], precise)]  # type: ignore[misc]
    return precise if kind is str or origin is Mapping else kind


def is_record(kind: Any) -> bool:
    """Tell whether values of this kind have named fields."""
    return isinstance(kind, type) and (issubclass(kind, Fields) or is_typeddict(kind))


def is_list(kind: Any) -> bool:
    """Tell whether values of this kind are lists."""
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
    schemas = [schema for schema in COMMANDS[command] if RECORDS[schema]]
    lines = []
    for schema in schemas:
        lines += [f"# {schema}"] if len(schemas) > 1 else []
        for name, kind in fields(schema).items():
            lines += [name, *(f"{name}.{field}" for field in _fields_within(parts(kind)))]
    return lines


def _fields_within(kinds: Iterable[Any]) -> dict[str, Any]:
    return {field: kind for one in kinds if is_record(one) for field, kind in fields_of(one).items()}
