"""What a State was on any day: what the day control of its page shows."""

import json
from datetime import date

from markupsafe import Markup

from icc_cli.database.store import Store
from icc_cli.treaty import labels
from icc_cli.treaty.dates import ADOPTED, spell


class Course:
    """The statuses of a State in time, and in words the one it has on a day."""

    def __init__(self, store: Store, iso3: str, on: date) -> None:
        rows = store.rows("SELECT since, status FROM span WHERE iso3 = ? ORDER BY since", iso3)
        spans = [(max(date.fromisoformat(row["since"]), ADOPTED), row["status"]) for row in rows]
        self.first, self.last = ADOPTED, max([on, *(since for since, _ in spans)])
        since, status = [span for span in spans if span[0] <= on][-1]
        self.told = f"{spell(on)}: {labels.STATUS[status]}" + (f", since {spell(since)}" if since > ADOPTED else "")
        told = [(str(since), status, labels.STATUS[status]) for since, status in spans]
        text = json.dumps({"checked": str(store.checked), "spans": told}, separators=(",", ":"))
        self.data = Markup(text.replace("<", "\\u003c"))
