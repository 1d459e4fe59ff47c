"""Tell how many days States took from signature to deposit, by regional group.

python with_polars.py rome-statute
"""

import sys
from pathlib import Path

import polars as pl

package = Path(sys.argv[1])

states = pl.read_csv(package / "csv" / "states.csv", null_values=[""], try_parse_dates=True, infer_schema_length=None)
days = states.with_columns(days=(pl.col("deposit_date") - pl.col("signature_date")).dt.total_days())
by_region = (
    days.drop_nulls("days")
    .group_by("region")
    .agg(pl.len().alias("states"), pl.col("days").median().alias("median"), pl.col("days").max().alias("longest"))
    .sort("region")
)
print(by_region.write_csv(), end="")
