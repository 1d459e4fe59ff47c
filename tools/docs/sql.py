"""Writes docs/sql.md: the views and tables of the database, and questions ready to run."""

from pathlib import Path

from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.queries.sql import QUESTIONS, relations

PAGE = Path(__file__).parents[2] / "docs" / "sql.md"

HEAD = """\
# Asking in SQL

`icc sql "SELECT …"` asks the database that every command reads. It is SQLite's SQL, JSON functions such as `json_each`
among it. Every format works: `--format csv`, `--json`, `-o rows.csv`. `icc sql -` reads the query from stdin.
`icc export DIR` gives the same database as a file.

The database can only be read: a query is one SELECT over the views and tables below. It runs in a process of its own,
on a copy in memory, and is ended after ten seconds (`--timeout`) or by Ctrl-C, whatever it is doing. It may take 256 MB
of memory, and give a million rows, five megabytes a value and a hundred megabytes in all, where each value counts 36
bytes beside its own. `dataset.sql` in Python has the same bounds, and its time limit as `seconds`. Placeholders (`?`,
`:name`) cannot be filled: write the value.

Dates are text in ISO form, so they compare and sort as they stand. A partial date is `2016` or `2016-11`. `today` in a
view's name is the day on which you ask. `CONTRIBUTING.md` says what the words of a status, an act or a confidence mean.

This page is written by `python -m tools.docs`.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    store = open_store(CHECKOUT)
    found = relations(store)
    store.close()
    for kind, heading in (("view", "Views"), ("table", "Tables")):
        parts.append(f"## {heading}\n")
        parts += [f"- **{one.name}**: {one.what}. `{'`, `'.join(one.columns)}`" for one in found if one.kind == kind]
        parts.append("")
    parts.append("## Questions ready to run\n")
    for question, text in QUESTIONS.items():
        parts.append(f"{question}\n\n```sql\n{text}\n```\n")
    return "\n".join(parts)
