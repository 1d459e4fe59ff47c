"""The tables of `icc.db`. What a column holds follows from the field of the model that it stores."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from zlib import crc32

from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import described, form, parts
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Territory, TerritoryStanding
from icc_cli.treaty.model import Act, Amendment, Correction, Disputed, Document, Situation, State


class Table(Fields):
    """A table: what it holds, the SQL of each column, what follows them, and its indexes by name."""

    name: str
    about: str
    columns: dict[str, str]
    constraint: str = ""
    rowid: bool = False
    indexes: Mapping[str, str] = MappingProxyType({})

    def sql(self) -> str:
        """Return the statements that make the table and its indexes."""
        columns = [f"{name} {kind}" for name, kind in self.columns.items()]
        lines = ",\n  ".join([*columns, *([self.constraint] if self.constraint else [])])
        table = f"CREATE TABLE {self.name} ( -- {self.about}\n  {lines}\n){'' if self.rowid else ' WITHOUT ROWID'};\n"
        return table + "".join(f"CREATE INDEX {name} ON {self.name} {on};\n" for name, on in self.indexes.items())


def columns(record: type[Fields], layout: str = "", **own: str) -> dict[str, str]:
    """Return the SQL of columns that store a record's fields, by name.

    `layout` names the columns in order; without one they are the fields that a column can hold, those of `own` first.
    `own` is the SQL of columns that the record has not, or that are otherwise here.
    """
    stored = {one.name: sql for one in described(record) if (sql := _sql(one.kind, one.required))}
    names = layout.split() or [*own, *(name for name in stored if name not in own)]
    return {name: own.get(name) or stored[name] for name in names}


def _sql(kind: Any, required: bool) -> str:
    """Return the SQL of a column for values of a kind; nothing for what has tables of its own. Empty text is NULL."""
    within = parts(kind)
    text = all(form(one) or one in (str, date, PartialDate) or _is(one, StrEnum) for one in within)
    if not text and within != (int,):
        return ""
    always = within == (kind,) and (required or _is(kind, StrEnum))
    return f"{'TEXT' if text else 'INTEGER'}{' NOT NULL' if always else ''}"


def _is(kind: Any, of: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, of)


_KEY = "TEXT PRIMARY KEY"
_POSITION = "INTEGER PRIMARY KEY"
_ID = "TEXT NOT NULL UNIQUE"
_NOCASE = "({} COLLATE NOCASE)"
_GROUND = (
    "fact list resolution paragraph act_id situation state of_state with_states territory treatment reach abroad "
    "crimes rule since until plain_until note"
)
"""The fields of all kinds of entry of `jurisdiction.yaml`: they share a table."""

TABLES = (
    Table(
        name="meta",
        about="what is known of the dataset itself: version, day of the last check, licence, notices",
        columns={"key": _KEY, "value": "TEXT NOT NULL"},
    ),
    Table(
        name="document",
        about="every cited document, once",
        columns=columns(Document, key=_KEY),
        indexes={"document_called": _NOCASE.format("key")},
    ),
    Table(
        name="state",
        about="every State and entry, with its names and codes",
        columns=columns(
            State,
            "iso3 iso2 m49 name everyday formal folded region united_nations_group united_nations member_since "
            "independence cow gw vdem note no_act",
            iso3=_KEY,
            folded="TEXT NOT NULL",
            region="TEXT",
            united_nations_group="TEXT",
            independence="TEXT",
            cow="INTEGER",
            gw="INTEGER",
            vdem="INTEGER",
        ),
    ),
    Table(
        name="state_name",
        about="every name by which a State is found, folded; rank 0 is the strongest",
        columns={"folded": "TEXT", "iso3": "TEXT", "rank": "INTEGER", "name": "TEXT NOT NULL"},
        constraint="PRIMARY KEY (folded, iso3, rank)",
    ),
    Table(
        name="act",
        about="every dated act; happened is the day by which it surely had; details differ by kind",
        columns=columns(
            Act,
            "position id act iso3 body done first_day last_day happened effect circulated title note standing undoes "
            "region details",
            position=_POSITION,
            id=_ID,
            iso3="TEXT",
            first_day="TEXT",
            last_day="TEXT",
            happened="TEXT NOT NULL",
            title="TEXT NOT NULL",
            region="TEXT",
            details="TEXT NOT NULL",
        ),
        rowid=True,
        indexes={
            "act_called": _NOCASE.format("id"),
            "act_of_state": "(iso3, position)",
            "act_of_kind": "(act, position)",
            "act_undoing": "(undoes) WHERE undoes IS NOT NULL",
        },
    ),
    Table(
        name="concerns",
        about="the States that an act of another, or of a body, is about",
        columns={"iso3": "TEXT", "act_id": "TEXT"},
        constraint="PRIMARY KEY (iso3, act_id)",
        indexes={"concerned_by_act": "(act_id, iso3)"},
    ),
    Table(
        name="source",
        about="the documents that prove a fact: an act, situation, amendment, correction, ...",
        columns={"fact": "TEXT", "position": "INTEGER", "document": "TEXT NOT NULL"},
        constraint="PRIMARY KEY (fact, position)",
    ),
    Table(
        name="disputed",
        about="other values that documents give for a field of a fact; shown, never used",
        columns=columns(
            Disputed, "fact position field value note documents", fact="TEXT", position="INTEGER", documents="TEXT"
        ),
        constraint="PRIMARY KEY (fact, position)",
    ),
    Table(
        name="span",
        about="the statuses that follow from the acts, from since up to but not on until",
        columns={
            "iso3": "TEXT",
            "since": "TEXT",
            "until": "TEXT",
            "status": "TEXT NOT NULL",
            "act_id": "TEXT",
            "projected": "INTEGER NOT NULL",
        },
        constraint="PRIMARY KEY (iso3, since)",
    ),
    Table(
        name="situation",
        about="situations under investigation and preliminary examinations",
        columns=columns(
            Situation,
            "position id kind name reference region trigger later_trigger authorised authorised_by opened closed "
            "scope_from scope_to outcome leads_to note standing",
            position=_POSITION,
            id=_ID,
            region="TEXT",
        ),
        rowid=True,
        indexes={"situation_called": _NOCASE.format("id")},
    ),
    Table(
        name="situation_state",
        about="the States that a situation is about",
        columns={"situation": "TEXT", "position": "INTEGER", "iso3": "TEXT NOT NULL"},
        constraint="PRIMARY KEY (situation, position)",
        indexes={"situation_of_state": "(iso3, situation)"},
    ),
    Table(
        name="amendment",
        about="amendments adopted and proposed",
        columns=columns(
            Amendment,
            "position id title articles rule depositary_page proposed adopted adopted_at in_force jurisdiction_from "
            "note standing",
            position=_POSITION,
            id=_ID,
        ),
        rowid=True,
    ),
    Table(
        name="completeness",
        about="how complete the consents on record are, against a count that the depositary published",
        columns={
            "fact": _KEY,
            "published": "INTEGER",
            "day": "TEXT",
            "before": "TEXT",
            "complete_through": "TEXT",
            "gaps": "TEXT",
        },
    ),
    Table(
        name="correction",
        about="values that were once wrong, here or in the evidence",
        columns=columns(Correction, position=_POSITION),
        rowid=True,
    ),
    Table(
        name="territory",
        about="named territories, and the State whose acceptance counts there",
        columns=columns(Territory, "token name state code not_in", token=_KEY, not_in="TEXT"),
    ),
    Table(
        name="territory_name",
        about="every word for them",
        columns={"name": _KEY, "token": "TEXT NOT NULL"},
    ),
    Table(
        name="territory_standing",
        about="how a territory is treated, in a period",
        columns=columns(
            TerritoryStanding,
            "fact token treatment since until from_act until_act note",
            fact=_KEY,
            token="TEXT NOT NULL",
            since="TEXT",
        ),
    ),
    Table(
        name="ground",
        about="what else the jurisdiction rules need, list by list",
        columns=dict.fromkeys(_GROUND.split(), "TEXT") | {"fact": _KEY, "list": "TEXT NOT NULL"},
    ),
)

BY_NAME = {table.name: table for table in TABLES}


def statements(more: Iterable[str] = ()) -> str:
    """Return the statements that make all tables, and then more."""
    return "".join([*(table.sql() for table in TABLES), *more])


def layout(sql: str) -> int:
    """Return a number for the layout that statements make: another text, another number."""
    return crc32(sql.encode()) & 0x7FFFFFFF
