"""Describes `icc.db` to Datasette: `datasette icc.db --metadata datasette.json`."""

import json
from collections.abc import Mapping

from icc_cli.export import answers, record
from icc_cli.export.schema import Table
from icc_cli.store import Store

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
    "act": ["act", "standing", "region"],
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
    """Return the description as JSON: title, licence, what each table and column is, what to count by."""
    meta = store.meta
    about = {
        "title": f"{meta['title']}, {meta['version']}",
        "description": f"Checked through {meta['checked']}. {meta.get('notice:boundaries', '')}".strip(),
        "license": meta["licence"],
        "license_url": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
    tables: dict[str, object] = {name: {"hidden": True} for name in _INNER}
    for name, table in _TABLES.items():
        columns = {row["name"] for row in store.rows(f"PRAGMA table_info({name})")}
        tables[name] = {
            "description": table.title,
            "columns": {field.name: field.description for field in table.fields if field.name in columns},
            "facets": _FACETS.get(name, []),
            "size": 50,
        }
    return json.dumps({**about, "databases": {"icc": {"tables": tables}}}, ensure_ascii=False, indent=2) + "\n"
