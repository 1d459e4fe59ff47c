"""Whom an amendment binds, on its page: names by year and first day, in place of a row for each that says yes."""

from collections.abc import Mapping, Sequence

from icc_cli.database.rows import grouped
from icc_cli.page.blocks import Cell, Column, Table
from icc_cli.queries.amendments import AmendmentParty, AmendmentStatus
from icc_cli.treaty.dates import spell
from icc_cli.views import words


def is_bound(one: AmendmentParty) -> bool:
    """Return whether an amendment binds a State, and there is no more to say than from which day."""
    return one.state == AmendmentStatus.BOUND and not one.opted_out


def by_year(found: Sequence[AmendmentParty], names: Mapping[str, str]) -> Table:
    """Return a row for each year with the days in it and, after each, the States that are bound from that day."""
    days = grouped((one.binding_from, one) for one in sorted(found, key=lambda one: str(one.binding_from)))
    rows: dict[int, list[str | Cell]] = {}
    for day, states in days.items():
        if day:
            row = rows.setdefault(day.year, [])
            row += ["; " if row else "", Cell(spell(day).removesuffix(f" {day.year}"), aside=True)]
            for number, one in enumerate(states):
                linked = Cell(names[one.iso3], url=f"../states/{one.iso3}.html")
                row += [", " if number else " ", linked, words.marks_of(one)]
    return Table((Column(), Column(wraps=True)), [(str(year), tuple(row)) for year, row in rows.items()])
