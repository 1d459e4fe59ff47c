"""Describes `icc.db` to Datasette: `datasette icc.db --metadata datasette.json`."""

import json
import re
from collections.abc import Iterable, Mapping

from icc_cli.database.store import Store
from icc_cli.export.schema import Table
from icc_cli.queries.sql import QUESTIONS, relations

_FACETS: Mapping[str, list[str]] = {
    "state": ["region", "united_nations"],
    "act": ["act", "region", "confidence"],
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
    "person_name",
    "decision",
    "pact",
    "law",
)
"""Tables that serve the program itself; they can be asked, but are not listed first."""


def metadata(store: Store, tables: Iterable[Table]) -> str:
    """Return the description as JSON: title, licence, what each table, view and column is, and ready questions.

    A table of the database that holds what one of the package does bears its name in the singular, and is described in
    its words.
    """
    meta = store.meta
    described: dict[str, object] = {name: {"hidden": True} for name in _INNER}
    known = {one.name: one for one in relations(store)}
    for table in tables:
        if one := known.get(table.name.removesuffix("s").replace("-", "_")):
            described[one.name] = {
                "description": table.title.partition(", ")[0] + ".",
                "columns": {field.name: field.description for field in table.fields if field.name in one.columns},
                "facets": _FACETS.get(one.name, []),
                "facet_size": 8,
                "size": 50,
            }
    for one in known.values():
        if one.kind == "view":
            described[one.name] = {"description": f"{one.what[:1].upper()}{one.what[1:]}.", "size": 200}
    notices = [meta[key] for key in ("notice:boundaries", "notice:allegations") if key in meta]
    about = {
        "title": meta["title"],
        "description": f"Version {meta['version']}, checked through {meta['checked']}. {' '.join(notices)}",
        "license": meta["licence"],
        "license_url": "https://creativecommons.org/publicdomain/zero/1.0/",
        "databases": {
            "icc": {
                "description": "Ready questions, the tables, and the views: what most ask of the tables.",
                "tables": described,
                "queries": {_slug(question): {"title": question, "sql": sql} for question, sql in QUESTIONS.items()},
            }
        },
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _slug(question: str) -> str:
    return re.sub(r"\W+", "-", question.casefold()).strip("-")
