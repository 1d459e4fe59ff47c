"""The tables of `icc.db`. What a column holds follows from the field of the model that it stores."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from zlib import crc32

from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import described, form, parts
from icc_cli.treaty.facts import Disputed, Document
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import CodeScheme
from icc_cli.treaty.grounds import Territory, TerritoryStanding
from icc_cli.treaty.model import Act, Amendment, Correction, Published, Situation, State
from icc_cli.treaty.persons import Decision, Law, Pact, Person, Proceeding, Visit
from icc_cli.treaty.status import Span


class Table(Fields, kw_only=False):
    """A table: what it holds, the SQL of each column, what follows them, and its indexes by name."""

    name: str
    about: str
    columns: dict[str, str]
    constraint: str = ""
    indexes: Mapping[str, str] = MappingProxyType({})

    def sql(self) -> str:
        """Return the statements that make the table and its indexes."""
        columns = [f"{name} {kind}" for name, kind in self.columns.items()]
        lines = ",\n  ".join([*columns, *([self.constraint] if self.constraint else [])])
        rowid = "" if _POSITION in self.columns.values() else " WITHOUT ROWID"
        table = f"CREATE TABLE {self.name} ( -- {self.about}\n  {lines}\n){rowid};\n"
        return table + "".join(f"CREATE INDEX {name} ON {self.name} {on};\n" for name, on in self.indexes.items())


def columns(record: type[Fields], layout: str = "", **own: str) -> dict[str, str]:
    """Return the SQL of columns that store a record's fields, by name.

    `layout` names the columns in order; without one they are the fields that a column can hold, those of `own` first.
    `own` is the SQL of columns that are otherwise here; what else the record has no such field for is text.
    """
    stored = {one.name: sql for one in described(record) if (sql := _sql(one.kind, one.required))}
    return {name: (stored | own).get(name, "TEXT") for name in layout.split() or own | stored}


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
_LISTED = {"position": _POSITION, "id": "TEXT NOT NULL UNIQUE"}
_NOCASE = "({} COLLATE NOCASE)"
_PUBLIC = {"public": "TEXT NOT NULL"}
_NAMED = "PRIMARY KEY (folded, person)"
_GROUND = (
    "fact list resolution paragraph act_id situation state of_state with_states territory treatment reach abroad "
    "earlier linked linked_from crimes rule since until plain_until answered note"
)
"""The fields of all kinds of entry of `jurisdiction.yaml`: they share a table."""

TABLES = (
    Table(
        "meta",
        "what is known of the dataset itself: version, day of the last check, licence, notices",
        {"key": _KEY, "value": "TEXT NOT NULL"},
    ),
    Table(
        "document",
        "every cited document, once",
        columns(Document, key=_KEY),
        indexes={"document_called": _NOCASE.format("key")},
    ),
    Table(
        "state",
        "every State and entry, with its names and codes",
        columns(
            State,
            "iso3 iso2 m49 name everyday formal folded region united_nations_group united_nations member_since "
            "independence cow gw vdem note no_act",
            iso3=_KEY,
            folded="TEXT NOT NULL",
            **dict.fromkeys(CodeScheme, "INTEGER"),
        ),
    ),
    Table(
        "state_name",
        "every name by which a State is found, folded; rank 0 is the strongest",
        {"folded": "TEXT", "iso3": "TEXT", "rank": "INTEGER", "name": "TEXT NOT NULL"},
        constraint="PRIMARY KEY (folded, iso3, rank)",
    ),
    Table(
        "act",
        "every dated act; happened is the day by which it surely had; details differ by kind",
        columns(
            Act,
            "position id act iso3 body done first_day last_day happened effect circulated title note confidence undoes "
            "region details",
            **_LISTED,
            **dict.fromkeys(("happened", "title", "details"), "TEXT NOT NULL"),
        ),
        indexes={
            "act_called": _NOCASE.format("id"),
            "act_of_state": "(iso3, position)",
            "act_of_kind": "(act, position)",
            "act_undoing": "(undoes) WHERE undoes IS NOT NULL",
        },
    ),
    Table(
        "concerns",
        "the States that an act of another, or of a body, is about",
        {"iso3": "TEXT", "act_id": "TEXT"},
        constraint="PRIMARY KEY (iso3, act_id)",
        indexes={"concerned_by_act": "(act_id, iso3)"},
    ),
    Table(
        "source",
        "the documents that prove a fact: an act, situation, amendment, correction, ...",
        {"fact": "TEXT", "position": "INTEGER", "document": "TEXT NOT NULL"},
        constraint="PRIMARY KEY (fact, position)",
    ),
    Table(
        "disputed",
        "other values that documents give for a field of a fact; shown, never used",
        columns(Disputed, "fact position field value note documents", position="INTEGER"),
        constraint="PRIMARY KEY (fact, position)",
    ),
    Table(
        "span",
        "the statuses that follow from the acts, from since up to but not on until",
        columns(Span, "iso3 since until status act_id projected", projected="INTEGER NOT NULL"),
        constraint="PRIMARY KEY (iso3, since)",
    ),
    Table(
        "situation",
        "situations under investigation and preliminary examinations",
        columns(
            Situation,
            "position id kind name reference region trigger later_trigger authorised authorised_by opened closed "
            "concluded scope_from scope_to outcome leads_to note confidence",
            **_LISTED,
        ),
        indexes={"situation_called": _NOCASE.format("id")},
    ),
    Table(
        "situation_state",
        "the States that a situation is about; tie: flag or nationals, where it is not conduct on their territory",
        {"situation": "TEXT", "position": "INTEGER", "iso3": "TEXT NOT NULL", "tie": "TEXT"},
        constraint="PRIMARY KEY (situation, position)",
        indexes={"situation_of_state": "(iso3, situation)"},
    ),
    Table(
        "amendment",
        "amendments adopted and proposed",
        columns(
            Amendment,
            "position id title articles rule depositary_page proposed adopted adopted_at in_force jurisdiction_from "
            "note confidence",
            **_LISTED,
        ),
    ),
    Table(
        "completeness",
        "how complete lists are: the consents to an amendment, or what a command of that name lists",
        columns(Published, "fact published day before complete_through gaps", fact=_KEY, published="INTEGER")
        | {"gaps_until": "TEXT"},
    ),
    Table(
        "correction", "values that were once wrong, here or in the evidence", columns(Correction, position=_POSITION)
    ),
    Table(
        "territory",
        "named territories, and the State whose acceptance counts there",
        columns(Territory, "token name state code not_in unclear_in", token=_KEY),
    ),
    Table("territory_name", "every word for them", {"name": _KEY, "token": "TEXT NOT NULL"}),
    Table(
        "territory_standing",
        "how a territory is treated, in a period",
        columns(
            TerritoryStanding,
            "fact token treatment since until from_act until_act ruled note",
            fact=_KEY,
            token="TEXT NOT NULL",
        ),
    ),
    Table(
        "ground",
        "what else the jurisdiction rules need, list by list",
        dict.fromkeys(_GROUND.split(), "TEXT") | {"fact": _KEY, "list": "TEXT NOT NULL"},
    ),
    Table(
        "person",
        "persons before the Court; public is the day from which a question may know of them",
        columns(
            Person,
            "id name also nationality role head_of head_until situation cases public note confidence",
            id=_KEY,
            **_PUBLIC,
        ),
    ),
    Table(
        "person_name",
        "every name and case number by which a person is found, folded",
        {"folded": "TEXT", "person": "TEXT"},
        _NAMED,
    ),
    Table(
        "proceeding",
        "the steps in persons' cases; public is the day from which a question may know of one, public_by whether a day "
        "or only a bound is proved; its act has the same id",
        columns(
            Proceeding,
            "position id person situation kind done first_day last_day not_after public public_by case_number iso3 "
            "crimes detail note confidence",
            **_LISTED,
            **_PUBLIC,
            person="TEXT NOT NULL",
            public_by="TEXT NOT NULL",
        ),
        indexes={"proceeding_of_person": "(person, position)"},
    ),
    Table(
        "decision",
        "the Court's decisions on the cooperation of States; its act has the same id",
        columns(
            Decision,
            "position id iso3 ruling done first_day last_day not_after public symbol chamber persons about visits of "
            "referred_to note confidence",
            **_LISTED,
            **_PUBLIC,
            iso3="TEXT NOT NULL",
        ),
        indexes={"decision_on_state": "(iso3, position)"},
    ),
    Table(
        "visit",
        "reported visits and overflights of persons under a public warrant; no judgment on the State",
        columns(
            Visit,
            "position id person iso3 kind since until first_day last_day not_after public outcome note confidence",
            **_LISTED,
            **_PUBLIC,
            iso3="TEXT NOT NULL",
        ),
        indexes={"visit_of_state": "(iso3, position)"},
    ),
    Table(
        "pact",
        "agreements on cooperation with the Court, and on not surrendering persons to it",
        columns(
            Pact,
            "position id iso3 kind with_state signed first_day last_day known_by public in_force person note "
            "confidence",
            **_LISTED,
            **_PUBLIC,
            iso3="TEXT NOT NULL",
        ),
        indexes={"pact_of_state": "(iso3, position)"},
    ),
    Table(
        "law",
        "whether a State's law provides for cooperation with the Court",
        columns(
            Law,
            "position id iso3 provision title known_by public note confidence",
            **_LISTED,
            **_PUBLIC,
            iso3="TEXT NOT NULL",
        ),
    ),
)

BY_NAME = {table.name: table for table in TABLES}


def statements(more: Iterable[str] = ()) -> str:
    """Return the statements that make all tables, and then more."""
    return "".join([*(table.sql() for table in TABLES), *more])


def layout(sql: str) -> int:
    """Return a number for the layout that statements make: another text, another number."""
    return crc32(sql.encode()) & 0x7FFFFFFF
