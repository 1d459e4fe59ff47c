"""Pictures with their headings and what stands below them: timelines, charts, the map."""

from functools import partial

from icc_cli import pictures
from icc_cli.page.blocks import Block, Cell, Column, Drawing, Line
from icc_cli.queries.chart import Chart, PartyCount
from icc_cli.queries.map import WorldMap
from icc_cli.queries.timeline import Timeline
from icc_cli.treaty.dates import spell
from icc_cli.views import words

_FEW = 12
"""So many changes are all shown in words."""


def timeline(found: Timeline) -> list[Block]:
    """Return the bars of States on one axis."""
    return [
        words.heading("States and the Rome Statute in time", f"on {spell(found.on)}"),
        Line(),
        Drawing(partial(pictures.timeline.draw, found), partial(pictures.timeline.svg, found, heading=False)),
        *words.foot(found.checked, more="Documents of each State: icc status NAME"),
    ]


def chart(found: Chart) -> list[Block]:
    """Return the number of States Parties over time, and below it in words who left, or all few changes."""
    return [
        words.heading(pictures.chart.title(found), pictures.chart.number(found) or f"on {spell(found.on)}"),
        Line(),
        Drawing(partial(pictures.chart.draw, found), partial(pictures.chart.svg, found, heading=False)),
        *_changes(found),
        *words.foot(found.checked, more="Who and when: icc withdrawals"),
    ]


def _changes(found: Chart) -> list[Block]:
    moved = [count for count in found.counts if count.joined or count.left]
    told = moved if len(moved) <= _FEW else [count for count in moved if count.left]

    def moves(count: PartyCount) -> str:
        joined = [f"{found.names[iso3]} joins" for iso3 in count.joined]
        return words.joined([*joined, *(f"{found.names[iso3]} leaves" for iso3 in count.left)])

    if not told:
        return []
    rows = words.table(
        sorted(told, key=lambda count: count.day),
        (Column(right=True), lambda count: spell(count.day)),
        (Column(wraps=True), moves),
        (Column(), lambda count: "expected" if count.projected else ""),
        (Column(), lambda count: f"{count.parties} {words.region(count.region) or 'States Parties'}"),
    )
    return [Line(), rows]


def world(found: WorldMap) -> list[Block]:
    """Return the map of the world."""
    return [
        words.heading(pictures.map.title(found), pictures.map.subtitle(found)),
        Line(),
        Drawing(partial(pictures.map.draw, found), partial(pictures.map.svg, found, heading=False)),
        Line(),
        Line(Cell(pictures.map.BOUNDARIES, aside=True), 2),
        Line(Cell(words.record_checked(found.checked), aside=True), 2),
    ]
