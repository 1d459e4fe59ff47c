"""Count what ended each status, the years that States spent in it, and how often it came in a hundred of them.

python with_spells.py rome-statute
"""

import sys
from pathlib import Path

import pandas as pd

package = Path(sys.argv[1])

spells = pd.read_csv(package / "csv" / "state-spell.csv", keep_default_na=False, na_values=[""])
spells["years"] = (spells["stop"] - spells["start"]) / 365.25

# Every State in a status is at risk of all that can end it; a spell without an event is censored, but was at risk, too.
exposure = spells.groupby("status")["years"].sum()
rates = spells.dropna(subset=["event"]).groupby(["status", "event"]).size().rename("events").reset_index()
rates["years"] = rates["status"].map(exposure).round(1)
rates["per_100_years"] = (100 * rates["events"] / rates["years"]).round(3)
print(rates.to_csv(index=False), end="")
