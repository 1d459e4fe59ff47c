"""Writes docs/export.md: what `icc export` gives, its data dictionary, and the worked examples."""

from pathlib import Path

from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.export import DAILY, TABLES
from icc_cli.export.package import CODES, CONVENTIONS, dictionary, without_codes

PAGE = Path(__file__).parents[2] / "docs" / "export.md"

HEAD = """\
# Export and data package

    icc export rome-statute              # CSV, JSON, SQLite, and the panel of States by year
    icc export rome-statute --parquet    # Parquet, too; needs the extra: pip install 'icc-cli[parquet]'
    icc export rome-statute --daily      # the panel of States by day, too: two million rows
    icc export rome-statute --on 2016-11-16

The directory is new, empty, or an earlier export, which is then replaced. It is written whole or not at all. In Python:
`dataset.export("rome-statute", on=day)`; the panel alone, without the columns of each amendment:
`pandas.DataFrame([row._asdict() for row in dataset.panel()])`.

Written by `python -m tools.docs` from the descriptions in `icc_cli/export/`; edit those.

## Worked examples

Each is run on a fresh export when the tests run, and its figures are compared with the commands'. What they need comes
with the extra `examples` (R and jq apart).
"""

EXAMPLES = (
    ("with_pandas.py", "python", "pandas: States Parties by region and year, and ties to your data by COW code"),
    ("with_polars.py", "python", "polars: days from signature to deposit, by region"),
    ("with_duckdb.sql", "sql", "DuckDB: notices of withdrawal with their documents, straight from the CSV files"),
    ("daily_duckdb.sql", "sql", "DuckDB: States Parties on an average day of each year that is asked for"),
    ("daily_spark.py", "python", "Spark: the same; `pip install pyspark`, which needs Java"),
    ("panel.R", "r", "R: parties, notices and departures by year, and a model of the panel"),
    ("spells.R", "r", "R: how long signatories wait before they deposit, with the package survival"),
    ("with_spells.py", "python", "pandas: what ended each status, and how often it came in a hundred years of it"),
    ("jq.sh", "sh", "jq: referrals by situation, and pending withdrawals with their documents"),
)

MIDDLE = """\
### A notebook: straight from the package, without an export

`docs/examples/notebook.ipynb` asks the Python API ({doc}`api`) for lists, data frames of pandas, and jurisdiction.

### Datasette: browse the database, and ask it ready questions

```console
cd rome-statute && datasette icc.db --metadata datasette.json
```

## What to keep in mind

- The last year of the panel has not ended: its rows are `projected`, and tell what holds if nothing more happens.
- `m49` has leading zeros, and Namibia's `iso2` is `NA`: read both as text, and only an empty cell as missing.
- Names and regions are today's in every year.
- `status_since` begins anew with a notice of withdrawal, and when it is taken back; a State has been a party since
  `party_since`.
- The panel is as of 31 December: in the year in which it left, a State has `state_party` 0 and `party_any_day` 1.
- Some consents to amendments, parties to the privileges agreement and declarations are not on record.
  `amendments_incomplete`, `agreement_incomplete` and `declarations_incomplete` in the panel tell in which years a 0 may
  mean that; `gaps` in amendments, and the foot of `icc agreement` and `icc declarations`, tell what is missing.
- A declaration under Art. 12(3) that was rejected or not acted on does not count in `article_12_3`; it is in
  `article_12_3_reception`, so that you can count otherwise. What the Court made of it is told as of the last check.
- `share_of_region` and `share_of_all` count the State itself. In a model of joining, take those of the year before.
- A spell (state-spell) is at risk of all that can end its status, and `event` is empty where nothing had by the last
  check. Signing was open until 31 December 2000 (Art. 125(1)). Who signed and deposited on one day went straight to
  `deposited`. `joined` follows the deposit by law, so model the deposit.
- Montenegro has been a party since its independence on 3 June 2006, and gave notice of its succession on 23 October:
  between the two days `state_party` is 1 and `deposited` 0.
- Malaysia deposited its accession and took it back in 2019: `deposited_in_year` is 1, `deposited` 0.
"""


def page() -> str:
    """Return the whole page."""
    store = open_store(CHECKOUT)
    codes, tables = without_codes(store), dictionary([table.of(store) for table in (*TABLES, DAILY)]).rstrip()
    store.close()
    parts = [HEAD]
    for name, language, title in EXAMPLES:
        code = (PAGE.parent / "examples" / name).read_text(encoding="utf-8").rstrip()
        parts.append(f"### {title}\n\n`docs/examples/{name}`\n\n```{language}\n{code}\n```\n")
    parts += [MIDDLE, f"### States without a code\n\n{CODES}\n{codes}", f"## What it holds\n\n{CONVENTIONS}"]
    return "\n".join([*parts, f"## Data dictionary\n\n{tables}\n"])
