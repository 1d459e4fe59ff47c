"""Writes docs/export.md: what `icc export` gives, its data dictionary, and the worked examples."""

from pathlib import Path

from icc_cli.export import DAILY, TABLES
from icc_cli.export.package import CONVENTIONS, dictionary

PAGE = Path(__file__).parents[2] / "docs" / "export.md"

HEAD = """\
# Export and data package

    icc export rome-statute              # CSV, JSON, SQLite, and the panel of States by year
    icc export rome-statute --parquet    # Parquet, too; needs the extra: pip install 'icc-cli[parquet]'
    icc export rome-statute --daily      # the panel of States by day, too: two million rows
    icc export rome-statute --on 2016-11-16

The directory is new, empty, or an earlier export, which is then replaced. It is written whole or not at all. In Python:
`dataset.export("rome-statute", on=day)`; the panel alone: `pandas.DataFrame(dataset.panel())`.

Written by `python -m tools.docs` from the descriptions in `icc_cli/export/`; edit those.

## Worked examples

Each is run on a fresh export when the tests run, and its figures are compared with the commands'. What they need comes
with the extra `examples` (R and jq apart).
"""

EXAMPLES = (
    ("with_pandas.py", "python", "pandas: States Parties by region and year, and ties to your data by COW code"),
    ("with_polars.py", "python", "polars: days from signature to deposit, by region"),
    ("with_duckdb.sql", "sql", "DuckDB: notices of withdrawal with their documents, straight from the CSV files"),
    ("panel.R", "r", "R: parties, notices and departures by year, and a model of the panel"),
    ("jq.sh", "sh", "jq: referrals by situation, and pending withdrawals with their documents"),
)

MIDDLE = """\
### Datasette: browse the database, and ask it ready questions

```console
cd rome-statute && datasette icc.db --metadata datasette.json
```

## What to keep in mind

- The last year of the panel has not ended: its rows are `projected`, and tell what holds if nothing more happens.
- `m49` has leading zeros, and Namibia's `iso2` is `NA`: read both as text, and only an empty cell as missing.
- Some States have no COW, Gleditsch-Ward or V-Dem code. Leave them out before you merge: many programs tie a missing
  code to a missing code.
- Names and regions are today's in every year.
- Some consents to amendments are not on record; `incomplete` and `gaps` in amendments tell where.
- Montenegro has been a party since its independence on 3 June 2006, and gave notice of its succession on 23 October:
  between the two days `state_party` is 1 and `deposited` 0.
- Malaysia deposited its accession and took it back in 2019: `deposited_in_year` is 1, `deposited` 0.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for name, language, title in EXAMPLES:
        code = (PAGE.parent / "examples" / name).read_text(encoding="utf-8").rstrip()
        parts.append(f"### {title}\n\n`docs/examples/{name}`\n\n```{language}\n{code}\n```\n")
    tables = dictionary((*TABLES, DAILY)).rstrip()
    return "\n".join([*parts, MIDDLE, f"## What it holds\n\n{CONVENTIONS}", f"## Data dictionary\n\n{tables}\n"])
