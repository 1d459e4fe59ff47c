"""Describes the package: `datapackage.json` (Frictionless Data Package), and its dictionary for people."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from icc_cli.database.store import Store
from icc_cli.export.schema import Field, Kind, Table
from icc_cli.system.resources import resource_path
from icc_cli.treaty.described import meanings
from icc_cli.treaty.forms import CodeScheme

NAME = "rome-statute"
"""By its name an earlier export is known again."""
DESCRIPTOR = "datapackage.json"

CONVENTIONS = """\
Files:

- `csv/`: one file for each table below. UTF-8, comma, a header; only an empty cell is missing (Namibia's code is `NA`).
- `json/`: the same tables as arrays of objects, with lists as arrays and 0 and 1 as `false` and `true`.
- `parquet/`, where asked for (`--parquet`): the columns of the CSV with their types.
  With `--daily`, `parquet/panel-state-day/year=2016/part-0.parquet` has the days of that year, and so on: readers that
  know this form (DuckDB, Spark, pyarrow) give a column `year`, and read no file of a year that is not asked for.
- `rome-statute.xlsx`, where asked for (`--xlsx`): a workbook with a sheet for each table, and one about them all.
- `icc.db`: the whole dataset as a SQLite database, as `icc` reads it; `datasette.json` describes it to Datasette.
  With `icc.db.sha256` beside it, `icc data update` takes it.
- `datapackage.json`: a Frictionless Data Package; it describes each column of the CSV and has a checksum of each file.

Conventions:

- Dates are ISO 8601. Where no day is known a date stays partial: `2016-11`, `2016`. Only columns of whole dates are of
  the type date.
- A column of words holds ids or codes with spaces between them.
- In CSV alone, free text that begins with `=`, `+`, `-` or `@` has an apostrophe before it, so that no spreadsheet runs
  it.
- Tables of the record (acts, sources, documents, spans, situations, situation-states, persons, proceedings,
  cooperation-agreements, visits, cooperation-laws, corrections, disputed), the panels and the spells are the same
  whatever the day of the package. Tables of answers (the status in states, the counts in amendments, amendment-parties,
  agreement-parties, withdrawals, cases, cooperation-decisions) are as of that day.
- The same dataset, day and version of `icc` give the same bytes.
"""

CODES = """\
Data that go by one of these codes lack these States, or number them in a way of their own. Leave rows without a code
out before you merge by it (many programs tie a missing code to a missing code), and tie these by `iso3` or name:
"""
"""What comes of a missing code."""

_KINDS: Mapping[Kind, tuple[str, str, Mapping[str, Any]]] = {
    Kind.WORD: ("word", "string", {}),
    Kind.TEXT: ("text", "string", {}),
    Kind.NUMBER: ("whole number", "integer", {}),
    Kind.DECIMAL: ("number", "number", {}),
    Kind.FLAG: ("0 or 1", "integer", {"minimum": 0, "maximum": 1}),
    Kind.DAY: ("date", "date", {}),
    Kind.PARTIAL: ("date, maybe partial", "string", {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}),
    Kind.LIST: ("words", "string", {}),
}
"""What each kind is called; its type in the descriptor, and the constraints on it."""
_MEDIA: Mapping[str, Mapping[str, str]] = {
    ".csv": {"format": "csv", "mediatype": "text/csv"},
    ".gz": {"format": "csv", "mediatype": "text/csv", "compression": "gz"},
    ".json": {"format": "json", "mediatype": "application/json"},
    ".parquet": {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    ".xlsx": {
        "format": "xlsx",
        "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    ".db": {"format": "sqlite", "mediatype": "application/vnd.sqlite3"},
}

_OWN = {DESCRIPTOR, "README.md", "LICENSE", "datasette.json", "icc.db.sha256"}
"""What a package holds beside the files that its descriptor lists."""

Written = tuple[Table | None, Sequence[Path]]
"""A table with its files, the CSV first; or no table, and one file."""


def descriptor(meta: Mapping[str, str], on: date, folder: Path, written: Iterable[Written]) -> str:
    """Return `datapackage.json` for the files of a folder.

    `created` is the day of the last check: no clock, so that the same dataset gives the same package.
    """
    package = {
        "profile": "data-package",
        "name": NAME,
        "title": meta["title"],
        "description": f"Checked through {meta['checked']}. Tables of answers are as of {on}. {_notices(meta)}",
        "version": meta["version"],
        "created": f"{meta['checked']}T00:00:00Z",
        "licenses": [
            {"name": meta["licence"], "title": "The facts", "path": "LICENSE"},
            {"name": "Unicode-3.0", "title": "Names from Unicode CLDR, in icc.db", "path": "LICENSE"},
        ],
        "contributors": [{"title": "The icc contributors", "role": "author"}],
        "sources": [
            {"title": "The documents named in csv/documents.csv", "path": "csv/documents.csv"},
            {"title": "Unicode Common Locale Data Repository: names of States in icc.db", "path": "https://cldr.unicode.org"},
        ],
        "keywords": ["International Criminal Court", "Rome Statute", "treaty participation", "withdrawal", "panel"],
        "resources": [_resource(folder, files, table) for table, files in written],
    }  # fmt: skip
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _notices(meta: Mapping[str, str]) -> str:
    return " ".join(text for key, text in sorted(meta.items()) if key.startswith("notice:"))


def _resource(folder: Path, files: Sequence[Path], table: Table | None) -> dict[str, Any]:
    """Describe a table by its CSV; the same table in other formats is told of beside it. Without a table, a file."""
    first, *others = (_file(folder, path) for path in files)
    if table is None:
        return {"name": files[0].stem, **first}
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "profile": "tabular-data-resource",
        **first,
        "encoding": "utf-8",
        "alternatives": others,
        "schema": {
            "fields": [_field(field) for field in table.fields],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_refer(table, column, there) for column, there in table.refers.items()],
        },
    }


def _file(folder: Path, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "path": path.relative_to(folder).as_posix(),
        **_MEDIA[path.suffix],
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def _refer(table: Table, column: str, there: str) -> dict[str, Any]:
    """Describe what a column refers to; a table refers to itself by no name."""
    name, _, key = there.partition(".")
    return {"fields": [column], "reference": {"resource": "" if name == table.name else name, "fields": [key]}}


def _field(field: Field) -> dict[str, Any]:
    _, kind, constraints = _KINDS[field.kind]
    constraints = {
        **constraints,
        **({"required": True} if field.required else {}),
        **({"enum": list(field.words)} if field.words else {}),
    }
    return {
        "name": field.name,
        "type": kind,
        "description": field.description,
        **({"constraints": constraints} if constraints else {}),
    }


def licence() -> bytes:
    """Return the texts of the dataset's licences."""
    return Path(resource_path("LICENSE", "data/LICENSE")).read_bytes()


def listed(folder: Path) -> set[str]:
    """Return the files of an earlier package in a folder; none if its descriptor is not there, or not ours."""
    try:
        package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        if package["name"] != NAME:
            return set()
        files = [file for one in package["resources"] for file in (one, *one.get("alternatives", ()))]
        return _OWN | {file["path"] for file in files}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return set()


def dictionary(tables: Iterable[Table]) -> str:
    """Return the data dictionary in Markdown: every table with its columns."""
    return "\n".join(line for table in tables for line in _entry(table))


def _entry(table: Table) -> Iterator[str]:
    yield from (f"### {table.name}", "", f"{table.title}. {table.description}", "")
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}."
    refers = [f"`{column}` to `{there}`" for column, there in table.refers.items()]
    yield from ((f"Refers: {'; '.join(refers)}.", "") if refers else ("",))
    yield from ("| column | holds | meaning |", "|---|---|---|")
    for field in table.fields:
        words = f" One of: {', '.join(f'`{word}`' for word in field.words)}." if field.words else ""
        yield f"| `{field.name}` | {_KINDS[field.kind][0]} | {field.description}{words} |"
    yield ""


def without_codes(store: Store) -> str:
    """Return which States have no code of the collections that number them: a list in Markdown."""
    lines = []
    for scheme, what in meanings(CodeScheme).items():
        rows = store.rows(f"SELECT everyday FROM state WHERE {scheme} IS NULL AND no_act IS NULL")
        names = ", ".join(sorted(row["everyday"] for row in rows))
        lines.append(f"- `{scheme}` ({what.rstrip('.')}): {names or 'every State has one'}.\n")
    return "".join(lines)


def guide(store: Store, on: date, tables: Iterable[Table]) -> str:
    """Return the README of a package."""
    meta = store.meta
    return f"""\
# {meta["title"]}

Version {meta["version"]}; the record was checked through {meta["checked"]}; tables of answers are as of {on}.

{CONVENTIONS}
{_notices(meta)}

## States without a code

{CODES}
{without_codes(store)}
## Tables

{dictionary(tables)}"""
