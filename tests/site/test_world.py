"""The map of the front page: its slider knows every day."""

import json
import re
from datetime import date
from pathlib import Path

from icc_cli.database.store import Store


def test_the_slider_knows_the_status_of_every_state_on_every_day_on_which_one_changes(site: Path, store: Store) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="spans">(.*?)</script>', text)
    assert found
    data = json.loads(found[1])
    first = date.fromisoformat(data["first"])
    for row in store.rows("SELECT DISTINCT max(since, ?) AS day FROM span", data["first"]):
        day = (date.fromisoformat(row["day"]) - first).days
        said = {}
        for iso3, spans in data["spans"].items():
            said[iso3] = data["statuses"][
                [s for since, s in zip(spans[::2], spans[1::2], strict=True) if since <= day][-1]
            ]
        assert said == {
            one["iso3"]: one["status"]
            for one in store.rows(
                "SELECT * FROM span WHERE since <= ? AND (until > ? OR until IS NULL)", row["day"], row["day"]
            )
        }, row["day"]
