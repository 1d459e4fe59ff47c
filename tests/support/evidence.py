"""The collected evidence that the dataset started from, row by row."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "evidence"

Row = dict[str, str]

CONFIDENCE = {"high": "confirmed", "medium": "reported"}
"""How a fact is on record, by the confidence of its row. Rows of confidence `low` are leads, and stay out."""


def evidence(name: str) -> list[Row]:
    """Return the rows of a file of collected evidence."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted(rows: Iterable[Row]) -> Iterator[Row]:
    """Return the rows that are facts."""
    return (row for row in rows if row["confidence"] in CONFIDENCE)


def leads(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that are leads only."""
    return [row for row in rows if row["confidence"] == "low"]


def text(value: object) -> str:
    """Write a value as the evidence does: a date as it is written, nothing as an empty string."""
    return "" if value is None else str(value)


def compared(row: str, *pairs: tuple[object, object]) -> list[str]:
    """Return where the first value of a pair, ours, is not the second, the row's."""
    return [f"{row}: {text(ours)!r}, the row {text(theirs)!r}" for ours, theirs in pairs if text(ours) != text(theirs)]
