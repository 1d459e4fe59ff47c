"""Count the States Parties of each regional group at the end of each year; tie the panel to data with COW codes.

python with_pandas.py rome-statute
"""

import sys
from pathlib import Path

import pandas as pd

package = Path(sys.argv[1])

# Namibia's alpha-2 code is NA: only an empty cell is missing. M49 codes have leading zeros.
panel = pd.read_csv(
    package / "csv" / "panel-state-year.csv",
    keep_default_na=False,
    na_values=[""],
    dtype={"m49": "string", "cow": "Int64"},
    parse_dates=["deposit_date", "entry_into_force_date"],
)

past = panel[panel["projected"] == 0]  # the year that has not ended is only a projection
parties = past.pivot_table(index="year", columns="region", values="state_party", aggfunc="sum")
parties["all"] = parties.sum(axis="columns")
print(parties.to_csv(), end="")

# Data of your own, with COW codes and years. Some States have no code, and pandas ties missing to missing.
coded = panel.dropna(subset=["cow"])
yours = pd.DataFrame({"cow": pd.array([516, 420, 365, 365], "Int64"), "year": [2017, 2016, 2015, 2016], "y": range(4)})
merged = yours.merge(coded, on=["cow", "year"], how="left", validate="one_to_one")
print(merged[["cow", "year", "y", "name", "status", "state_party", "left", "no_intent"]].to_csv(index=False), end="")
