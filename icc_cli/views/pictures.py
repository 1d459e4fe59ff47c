"""Pictures with their headings and what stands below them: timelines, charts, the map."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.page.blocks import Block, Cell, Column, Drawing, Heading, Line, Table, Words
from icc_cli.treaty.dates import spell
from icc_cli.views import words

if TYPE_CHECKING:
    from icc_cli.pictures.panels import Panel
    from icc_cli.queries.chart import PartyCount
    from icc_cli.queries.map import MapAnswer
    from icc_cli.queries.timeline import TimelineRow

Svg = Callable[[], str]


def timeline(
    found: "Sequence[TimelineRow]", on: date, checked: date, since: date | None, until: date | None, svg: Svg
) -> list[Block]:
    """Return the bars of States on one axis."""
    from icc_cli.pictures.timeline import draw

    return [
        Heading(Cell("States and the Rome Statute in time", strong=True), f"as of {spell(on)}"),
        Line(),
        Drawing(lambda terminal: draw(found, on, since, until, terminal), svg),
        *words.foot(checked, more="Documents of each State: icc status NAME"),
    ]


def chart(
    found: "Sequence[Panel]", days: tuple[date, date], names: Mapping[str, str], on: date, checked: date, svg: Svg
) -> list[Block]:
    """Return the number of States Parties over time, and below it in words who left, or all few changes."""
    from icc_cli.pictures.chart import draw
    from icc_cli.pictures.panels import held

    alone = found[0] if len(found) == 1 else None
    region = f", {alone.region}" if alone and alone.region else ""
    return [
        Heading(
            Cell(f"States Parties to the Rome Statute{region}", strong=True),
            f"{held(alone, on)} on {spell(on)}" if alone else f"as of {spell(on)}",
        ),
        Line(),
        Drawing(lambda terminal: draw(found, days, on, terminal), svg),
        *_changes([count for panel in found for count in panel.counts], names),
        *words.foot(checked, more="Who and when: icc withdrawals"),
    ]


_FEW = 12
"""So many changes are all told in words."""


def _changes(counts: "Sequence[PartyCount]", names: Mapping[str, str]) -> list[Block]:
    moved = [count for count in counts if count.joined or count.left]
    told = moved if len(moved) <= _FEW else [count for count in moved if count.left]
    rows: list[tuple[Words, ...]] = [
        (
            spell(count.day),
            words.joined(
                [*(f"{names[iso3]} joins" for iso3 in count.joined), *(f"{names[iso3]} leaves" for iso3 in count.left)]
            ),
            "expected" if count.projected else "",
            f"{count.parties} {count.region or 'States Parties'}",
        )
        for count in sorted(told, key=lambda count: count.day)
    ]
    columns = (Column(right=True), Column(wraps=True), Column(), Column())
    return [Line(), Table(columns, rows)] if rows else []


def world(found: "MapAnswer", title: str, on: date, checked: date, svg: Svg) -> list[Block]:
    """Return the map of the world."""
    from icc_cli.pictures.map import BOUNDARIES, draw, subtitle

    return [
        Heading(Cell(title, strong=True), subtitle(found, on)),
        Line(),
        Drawing(lambda terminal: draw(found, terminal), svg),
        Line(),
        Line(Cell(BOUNDARIES, aside=True), 2),
        Line(Cell(words.record_checked(checked), aside=True), 2),
    ]
