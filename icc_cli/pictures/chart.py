"""The number of States Parties over time: a step line, of all or in a panel for each of several regions."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from icc_cli.database.store import Store
from icc_cli.page.blocks import Ink
from icc_cli.page.palette import STATUS
from icc_cli.pictures.panels import Panel, held, panels, parts_of, period, title_of, told_day, unit_of
from icc_cli.pictures.scale import Axis
from icc_cli.pictures.svg import (
    INK,
    MARGIN,
    PAPER,
    QUIET,
    RULE,
    Key,
    Page,
    add,
    cross,
    measure,
    path,
    source_line,
    triangle,
)
from icc_cli.pictures.text import PIPED, Row, flowing
from icc_cli.queries.chart import party_counts
from icc_cli.queries.names import everyday_names
from icc_cli.queries.withdrawals import WayOut, Withdrawal
from icc_cli.system.terminal import Terminal
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import Status

WIDTH = 1000.0
EXPECTED = "expected, unless a notice is taken back"
PARTY, NOTICE, LEFT = (
    STATUS[status] for status in (Status.STATE_PARTY, Status.STATE_PARTY_WITHDRAWING, Status.FORMER_PARTY)
)
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LEAST = 40
"""Columns that a chart needs in a terminal."""
_NEAR = 120
"""Notices within so many days share a label."""

Level = Callable[[float], float]
"""Tells how high a number stands."""


def draw(found: Sequence[Panel], span: tuple[date, date], on: date, terminal: Terminal) -> list[Row]:
    """Return the panels for a terminal: a column holds the count at its end, below it stand notices and ends."""
    width = min(terminal.width or PIPED, 120)
    if width < _LEAST:
        return [(Ink(f"A chart needs a terminal of {_LEAST} columns; --svg FILE needs none."),)]
    axis = Axis(*span, 0, width - 9)
    parts, lines = parts_of(found), 1 if len(found) > 1 and terminal.unicode else 2
    unit = unit_of(found, parts)
    drawn: list[Row] = []
    for panel in found:
        if drawn:
            drawn.append(())
        if panel.region:
            drawn.append((Ink(f"  {panel.region}: {held(panel, on)} on {spell(on)}"),))
        drawn += _area(panel, axis, parts * lines, lines, unit, terminal)
        drawn.append((Ink("      "), *_events(panel, axis, terminal)))
    drawn.append((Ink("       " + _scale(axis)),))
    keys: list[Row] = []
    if any(panel.notices for panel in found):
        keys.append((_ink(_NOTICE, NOTICE, terminal), Ink(" notice of withdrawal")))
    if any(count.left for panel in found for count in panel.counts):
        keys.append((_ink(_LEFT, LEFT, terminal), Ink(" withdrawal takes effect")))
    if any(count.projected for panel in found for count in panel.counts):
        keys.append((_ink(("░", ":"), PARTY, terminal), Ink(f" {EXPECTED}")))
    return [*drawn, (), *flowing(keys, width)]


_NOTICE, _LEFT = ("▲", "^"), ("✕", "x")


def _ink(signs: tuple[str, str], colour: str, terminal: Terminal) -> Ink:
    return Ink(signs[0] if terminal.unicode else signs[1], colour if terminal.color else None)


def _area(panel: Panel, axis: Axis, height: int, lines: int, unit: int, terminal: Terminal) -> list[Row]:
    room = int(axis.width)
    days = (axis.last - axis.first).days
    ends = [axis.first + timedelta(days=days * (column + 1) // room) for column in range(room)]
    held = [panel.at(day) for day in ends]
    rows: list[Row] = []
    for line in reversed(range(height)):
        cells = []
        for count in held:
            full = (count.parties if count else 0) * lines / unit - line
            eighths = max(0, min(8, round(full * 8)))
            if terminal.unicode:
                sign = _EIGHTHS[eighths]
                sign = "░" if count and count.projected and eighths > 3 else sign
            else:
                sign = (":" if count and count.projected else "#") if eighths > 3 else " "
            cells.append(sign)
        label = f"{(line + 1) // lines * unit:>4}" if (line + 1) % lines == 0 else "    "
        edge = "│" if terminal.unicode else "|"
        rows.append((Ink(f" {label} {edge}"), Ink("".join(cells).rstrip(), PARTY if terminal.color else None)))
    corner, flat = ("└", "─") if terminal.unicode else ("+", "-")
    rows.append((Ink(f"    0 {corner}{flat * room}"),))
    return rows


def _events(panel: Panel, axis: Axis, terminal: Terminal) -> Row:
    """Return the line below the axis: notices, and the days on which States left; an end hides a notice."""
    cells: dict[int, Ink] = {axis.column(one.notified): _ink(_NOTICE, NOTICE, terminal) for one in panel.notices}
    for count in panel.counts:
        if count.left:
            cells[axis.column(count.day)] = _ink(_LEFT, LEFT, terminal)
    row, at = [Ink(" ")], 0
    for column, ink in sorted(cells.items()):
        row += [Ink(" " * (column - at)), ink]
        at = column + 1
    return tuple(row)


def _scale(axis: Axis) -> str:
    room = int(axis.width)
    line = [" "] * room
    for day, label in axis.ticks(7):
        start = min(axis.column(day), room - len(label))
        line[start : start + len(label)] = label
    return "".join(line).rstrip()


def svg(
    store: Store,
    on: date,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    *,
    heading: bool = True,
) -> str:
    """Return the number of States Parties as the record stood on a day, as SVG; a panel for each of several regions."""
    counts = party_counts(store, on, regions=regions, since=since, until=until)
    span = period(counts, on, since, until)
    found, on = panels(store, counts, on, regions, span), told_day(on, since, until)
    names = everyday_names(store)
    page = Page(
        WIDTH,
        "States Parties to the Rome Statute" + (f", {found[0].region}" if len(found) == 1 and found[0].region else ""),
        f"{held(found[0], on)} on {spell(on)}" if len(found) == 1 else f"by regional group, through {spell(on)}",
        " ".join(_told(panel, names, on) for panel in found),
        heading=heading,
    )
    unit, parts = unit_of(found, parts_of(found)), parts_of(found)
    if len(found) == 1:
        _panel(page, found[0], Axis(*span, MARGIN + 34, WIDTH - 2 * MARGIN - 94), (380, unit, parts), on, names)
        page.y += 420
    else:
        wide = (WIDTH - 2 * MARGIN) / 2
        for index, panel in enumerate(found):
            left = MARGIN + 34 + (index % 2) * wide
            add(
                page.root, "text", f"{panel.region}: {held(panel, on)} on {spell(on)}", x=left, y=page.y + 22,
                font_size=13, font_weight="bold", fill=INK,
            )  # fmt: skip
            page.y += 18
            _panel(page, panel, Axis(*span, left, wide - 94), (150, unit, parts), on, names)
            page.y += 192 if index % 2 or index == len(found) - 1 else -18
    keys = [Key(PARTY, "States Parties", "line")]
    if any(panel.notices for panel in found):
        keys.append(Key(NOTICE, "notice of withdrawal", "triangle"))
    if any(count.left for count in counts):
        keys.append(Key(LEFT, "withdrawal takes effect", "cross"))
    if any(count.projected for count in counts):
        keys.append(Key(PARTY, EXPECTED, "dashes"))
    page.legend(keys)
    page.notes([source_line(store)])
    return page.finished()


def _told(panel: Panel, names: dict[str, str], on: date) -> str:
    """Tell a panel in words, for those who cannot see it."""
    gone = [
        f"{names[iso3]} left {spell(count.day)}" for count in panel.counts if not count.projected for iso3 in count.left
    ]
    told = "; ".join([f"{title_of(panel)}: {held(panel, on)} on {spell(on)}", *gone])
    return f"{told}."


def _panel(
    page: Page, panel: Panel, axis: Axis, scale: tuple[float, int, int], on: date, names: dict[str, str]
) -> None:
    """Draw one panel below `page.y`. `scale`: its height, and how many units of what size. A high one has captions."""
    height, unit, parts = scale
    ceiling, floor = page.y + 14, page.y + 14 + height
    right = axis.left + axis.width

    def level(number: float) -> float:
        return floor - (floor - ceiling) * number / (unit * parts)

    group = add(page.root, "g")
    for value in range(0, unit * parts + 1, unit):
        add(
            group, "line", x1=axis.left, y1=level(value), x2=right, y2=level(value), stroke=RULE if value else INK,
            stroke_width=0.8,
        )  # fmt: skip
        add(
            group, "text", str(value), x=axis.left - 8, y=level(value) + 4, font_size=11, fill=QUIET,
            text_anchor="end",
        )  # fmt: skip
    for day, label in axis.ticks(48):
        x = axis.at(day)
        add(group, "line", x1=x, y1=floor, x2=x, y2=floor + 5, stroke=INK, stroke_width=0.8)
        add(group, "text", label, x=x, y=floor + 18, font_size=11, fill=QUIET, text_anchor="middle")
    for projected in (False, True):
        _line(page, panel, axis, level, projected)
    last, now = panel.at(axis.last), panel.at(on)
    if last:
        y = level(last.parties) + 4
        add(group, "text", str(last.parties), x=right + 5, y=y, font_size=12.5, font_weight="bold", fill=INK)
        if last.projected:
            add(group, "text", "expected", x=right + 5, y=y + 13, font_size=10.5, fill=QUIET)
    if now and last and last.day > on >= axis.first:
        x, y = axis.at(on), level(now.parties)
        add(group, "circle", cx=x, cy=y, r=3.2, fill=PARTY, stroke=INK, stroke_width=0.6)
        add(
            group,
            "text",
            str(now.parties),
            x=x,
            y=y - 9,
            font_size=12.5,
            font_weight="bold",
            fill=INK,
            text_anchor="middle",
        )
    if height > 200:
        _captions(page, panel, axis, level)
    _notices(page, panel, axis, level, names)


def _line(page: Page, panel: Panel, axis: Axis, level: Level, projected: bool) -> None:
    """Draw the steps of the line: what was, whole; what is expected, dashed."""
    points: list[tuple[float, float]] = []
    for before, count in zip([None, *panel.counts], [*panel.counts, None], strict=True):
        if before is not None and before.projected == projected:
            x = axis.at(count.day) if count else axis.left + axis.width
            points += [(axis.at(before.day), level(before.parties)), (x, level(before.parties))]
        if projected and before is not None and count is not None and count.projected and not before.projected:
            points.append((axis.at(count.day), level(before.parties)))
    if points:
        add(
            page.root, "path", d=path(points), fill="none", stroke=PARTY,
            stroke_width=2.4, stroke_linejoin="round", stroke_dasharray="4 3" if projected else None,
        )  # fmt: skip


def _notices(page: Page, panel: Panel, axis: Axis, level: Level, names: dict[str, str]) -> None:
    """Mark notices and ends on the line, and name those who gave or made them below it."""
    for one in panel.notices:
        count = panel.at(one.notified)
        mark = triangle(page.root, axis.at(one.notified), level(count.parties if count else 0) + 2, NOTICE)
        add(mark, "title", f"{one.everyday}: notice of withdrawal {spell(one.notified)}")
    for count in panel.counts:
        for iso3 in count.left:
            mark = cross(page.root, axis.at(count.day), level(count.parties) - 6, LEFT)
            told = "is expected to leave" if count.projected else "left"
            add(mark, "title", f"{names[iso3]} {told} {spell(count.day)}")


def _captions(page: Page, panel: Panel, axis: Axis, level: Level) -> None:
    """Write below the line who gave notice, and what became of it; no leader runs through another's words."""
    size, right = 11.0, axis.left + axis.width
    groups = [[_caption(one) for one in group] for group in _near(panel.notices)]
    days = [group[0].notified for group in _near(panel.notices)]
    wide = [max(measure(line, size) for line in lines) + 8 for lines in groups]
    ends = [axis.at(day) + room > right for day, room in zip(days, wide, strict=True)]
    order = [n for n in reversed(range(len(days))) if not ends[n]] + [n for n in range(len(days)) if ends[n]]
    taken: list[tuple[float, float, float]] = []
    for n in order:
        x = axis.at(days[n])
        start, end = (x - wide[n], x) if ends[n] else (x, x + wide[n])
        count = panel.at(days[n])
        top = level(count.parties if count else 0) + 30
        top = max([top, *(bottom + 6 for a, b, bottom in taken if start < b and a < end)])
        bottom = top + 14 * len(groups[n])
        taken.append((start, end, bottom))
        add(
            page.root,
            "line",
            x1=x,
            y1=level(count.parties if count else 0),
            x2=x,
            y2=bottom,
            stroke=QUIET,
            stroke_width=0.7,
        )
        for index, line in enumerate(groups[n]):
            add(
                page.root, "text", line, x=x - 6 if ends[n] else x + 6, y=top + 11 + 14 * index, font_size=size,
                fill=INK, text_anchor="end" if ends[n] else None, stroke=PAPER, stroke_width=3, paint_order="stroke",
            )  # fmt: skip


def _near(notices: Sequence[Withdrawal]) -> list[list[Withdrawal]]:
    """Return the notices in groups that share a caption."""
    groups: list[list[Withdrawal]] = []
    for one in notices:
        if groups and (one.notified - groups[-1][0].notified).days <= _NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _caption(one: Withdrawal) -> str:
    given = f"{one.everyday}: {spell(one.notified)}"
    match one.outcome:
        case WayOut.LEFT:
            return f"{given}, left {spell(one.outcome_date)}"
        case WayOut.RESCINDED:
            return f"{given}, taken back {spell(one.outcome_date)}"
        case _:
            return f"{given}, to take effect {spell(one.effect)}"
