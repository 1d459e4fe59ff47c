"""What the dataset is: version, day of the last check, and how much it holds."""

from collections.abc import Mapping
from datetime import date

from icc_cli.database.store import Store
from icc_cli.treaty.fields import Fields


class Info(Fields):
    """The dataset's own particulars; `counts` are rows by what they are."""

    title: str
    version: str
    checked: date
    licence: str
    origin: str
    notices: Mapping[str, str]
    counts: Mapping[str, int]


_COUNTED = {
    "States": "state WHERE no_act IS NULL",
    "entries without an act on record": "state WHERE no_act IS NOT NULL",
    "acts": "act",
    "situations": "situation WHERE kind = 'situation'",
    "preliminary examinations": "situation WHERE kind = 'examination'",
    "amendments": "amendment WHERE adopted IS NOT NULL",
    "documents": "document",
    "disputed values": "disputed",
    "corrections": "correction",
}


def info(store: Store) -> Info:
    """Return the particulars of the open dataset."""
    meta = store.meta
    counts = {name: store.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] for name, table in _COUNTED.items()}
    return Info(
        title=meta["title"],
        version=meta["version"],
        checked=date.fromisoformat(meta["checked"]),
        licence=meta["licence"],
        origin=store.origin,
        notices={key.removeprefix("notice:"): value for key, value in meta.items() if key.startswith("notice:")},
        counts=counts,
    )
