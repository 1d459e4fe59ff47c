"""What the dataset is: version, day of the last check, and how much it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from icc_cli.database.store import Store
from icc_cli.treaty.fields import Fields


class Info(Fields):
    """The dataset's own particulars; `counts` are rows by what they are."""

    title: str
    """The dataset's title."""
    version: str
    """The dataset's version."""
    checked: date
    """Last day through which the record was checked; what lies after it is expected, not known."""
    licence: str
    """The dataset's licence."""
    origin: str
    """Where the open database comes from."""
    notices: Mapping[str, str]
    """Notices that go with the dataset."""
    counts: Mapping[str, int]
    """How many rows of each kind the dataset holds."""


_COUNTED = {
    "States": "state WHERE no_act IS NULL",
    "entries without an act on record": "state WHERE no_act IS NOT NULL",
    "acts": "act",
    "situations": "situation WHERE kind = 'situation'",
    "preliminary examinations": "situation WHERE kind = 'examination'",
    "persons before the Court": "person",
    "proceedings": "proceeding",
    "decisions on cooperation": "decision",
    "amendments": "amendment WHERE adopted IS NOT NULL",
    "documents": "document",
    "documents without an address": "document WHERE url IS NULL",
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
        checked=store.checked,
        licence=meta["licence"],
        origin=store.origin,
        notices={key.removeprefix("notice:"): value for key, value in meta.items() if key.startswith("notice:")},
        counts=counts,
    )
