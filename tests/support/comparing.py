"""What comparing a table of the depositary with the dataset gave, in a few words."""

from collections.abc import Callable

from icc_cli.depositary.compare import Comparison, Difference, Kind

Against = Callable[..., Comparison]
"""Compares a made table with the record, as of today or of a day."""


def told(found: Comparison) -> list[tuple[str, ...]]:
    """Return each difference in a few words: kind, State or row, column, their value, ours."""
    return [tuple(str(part) for part in _parts(one) if part is not None) for one in found.differences]


def _parts(one: Difference) -> tuple[object, ...]:
    if one.kind == Kind.NOT_UNDERSTOOD:
        return one.kind, one.problem, one.theirs
    return one.kind, one.iso3, one.field, one.theirs, one.ours
