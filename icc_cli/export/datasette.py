"""Describes `icc.db` to Datasette: `datasette icc.db --metadata datasette.json`."""

import json
import re
from collections.abc import Mapping

from icc_cli.database.store import Store
from icc_cli.export import answers, record
from icc_cli.export.schema import Table
from icc_cli.queries.sql import QUESTIONS, relations

_TABLES: Mapping[str, Table] = {
    "state": answers.STATES,
    "act": record.ACTS,
    "source": record.SOURCES,
    "document": record.DOCUMENTS,
    "span": record.SPANS,
    "situation": record.SITUATIONS,
    "situation_state": record.SITUATION_STATES,
    "amendment": answers.AMENDMENTS,
    "correction": record.CORRECTIONS,
    "disputed": record.DISPUTED,
}
"""The tables of the database that hold what a table of the package does, and are told of in its words."""

_FACETS: Mapping[str, list[str]] = {
    "state": ["region", "united_nations"],
    "act": ["act", "region", "standing"],
    "document": ["kind"],
    "span": ["status"],
    "situation": ["kind", "trigger", "region"],
}
_INNER = (
    "state_name",
    "concerns",
    "meta",
    "completeness",
    "territory",
    "territory_name",
    "territory_standing",
    "ground",
)
"""Tables that serve the program itself; they can be asked, but are not listed first."""


def metadata(store: Store) -> str:
    """Return the description as JSON: title, licence, what each table, view and column is, and ready questions."""
    meta = store.meta
    tables: dict[str, object] = {name: {"hidden": True} for name in _INNER}
    known = {one.name: one for one in relations(store)}
    for name, table in _TABLES.items():
        columns = known[name].columns
        tables[name] = {
            "description": table.title.partition(", ")[0] + ".",
            "columns": {field.name: field.description for field in table.fields if field.name in columns},
            "facets": _FACETS.get(name, []),
            "facet_size": 8,
            "size": 50,
        }
    for view in (one for one in known.values() if one.kind == "view"):
        tables[view.name] = {"description": f"{view.what[:1].upper()}{view.what[1:]}.", "size": 200}
    about = {
        "title": meta["title"],
        "description": f"Version {meta['version']}, checked through {meta['checked']}. {_notices(meta)}",
        "license": meta["licence"],
        "license_url": "https://creativecommons.org/publicdomain/zero/1.0/",
        "databases": {
            "icc": {
                "description": "Ready questions, the tables, and the views: what most ask of the tables.",
                "tables": tables,
                "queries": {_slug(question): {"title": question, "sql": sql} for question, sql in QUESTIONS.items()},
            }
        },
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _notices(meta: Mapping[str, str]) -> str:
    return " ".join(meta[key] for key in ("notice:boundaries", "notice:allegations") if key in meta)


def _slug(question: str) -> str:
    return re.sub(r"\W+", "-", question.casefold()).strip("-")
