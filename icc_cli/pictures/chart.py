"""The number of States Parties over time: a step line, of all or in a panel for each of several regions."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from icc_cli.page.blocks import Ink
from icc_cli.page.palette import STATUS
from icc_cli.pictures.scale import WIDTH, Axis
from icc_cli.pictures.svg import (
    EXPECTED,
    INK,
    MARGIN,
    QUIET,
    RULE,
    Key,
    Page,
    Place,
    add,
    beside,
    cross,
    label,
    measure,
    path,
    source_line,
    triangle,
    write,
)
from icc_cli.pictures.text import PIPED, Row, legend, scale, sign, too_narrow
from icc_cli.queries.chart import Chart, Panel
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import Status

PARTY, NOTICE, LEFT = (
    STATUS[status] for status in (Status.STATE_PARTY, Status.STATE_PARTY_WITHDRAWING, Status.FORMER_PARTY)
)
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LEAST = 40
"""Columns that a chart needs in a terminal."""
_NEAR = 120
"""Notices within so many days share a label."""

Level = Callable[[float], float]
"""Returns how high a number stands."""


def title(found: Chart) -> str:
    """Return as text what a chart shows."""
    region = found.alone.region if found.alone else None
    return "States Parties to the Rome Statute" + (f": {labels.REGION[region]}" if region else "")


def number(found: Chart) -> str:
    """Return as text how many States Parties there were; nothing where several panels say it."""
    return _number(found.alone, found.on) if found.alone else ""


def finding(found: Chart) -> str:
    """Return as text what a chart shows at a glance; of regions, what it is about."""
    if not found.alone:
        return "States Parties to the Rome Statute by regional group"
    panel, last = found.alone, found.alone.at(found.last)
    region = f", {labels.REGION[panel.region]}" if panel.region else ""
    ahead = f", {last.parties} expected by {spell(last.day)}" if last and last.projected and last.day > found.on else ""
    parties = "State Party" if panel.held(found.on) == 1 else "States Parties"
    expected = " expected" if _is_expected(panel, found.on) else ""
    return f"{panel.held(found.on)} {parties}{region}{expected}{ahead}"


def _is_expected(panel: Panel, day: date) -> bool:
    count = panel.at(day)
    return bool(count and count.projected)


def _count(panel: Panel, day: date) -> str:
    return f"{panel.held(day)}{' expected' if _is_expected(panel, day) else ''}"


def _number(panel: Panel, day: date) -> str:
    return f"{_count(panel, day)} on {spell(day)}"


def _regional(panel: Panel, day: date) -> str:
    return f"{labels.REGION[panel.region or '']}: {_count(panel, day)}"


def _keys(found: Chart) -> list[Key]:
    """Return what a legend must explain beside the line itself."""
    shown = [
        (any(panel.notices for panel in found.panels), Key(NOTICE, "notice of withdrawal", "triangle")),
        (any(count.left for count in found.counts), Key(LEFT, "withdrawal takes effect", "cross")),
        (any(count.projected for count in found.counts), Key(PARTY, EXPECTED, "dashes")),
    ]
    return [key for there, key in shown if there]


def _units(found: Chart) -> tuple[int, int]:
    """Return of how many units the scale of all panels is made, and a round number that each stands for."""
    parts = 7 if found.alone else 4
    most = max((count.parties for count in found.counts), default=found.base) - found.base
    unit = next(unit for unit in (1, 2, 5, 10, 20, 25, 50, 100, 1000) if unit * parts > most)
    return most // unit + 1, unit


def _broken(found: Chart) -> list[str]:
    """Say where the scale begins, if that is not at 0."""
    return [f"The scale begins at {found.base}, not at 0."] if found.base else []


def draw(found: Chart, terminal: Terminal) -> list[Row]:
    """Return the panels for a terminal: a column holds the count at its end, below it stand notices and ends."""
    width = min(terminal.width or PIPED, 120)
    if width < _LEAST:
        return [too_narrow("A chart", _LEAST)]
    axis = Axis(found.first, found.last, 0, width - 9)
    drawn: list[Row] = []
    for panel in found.panels:
        if drawn:
            drawn.append(())
        if panel.region:
            drawn.append((Ink(f"  {_regional(panel, found.on)}"),))
        drawn += [*_area(found, panel, axis, terminal), (Ink("      "), *_events(panel, axis, terminal))]
    below = [*legend(_keys(found), width, terminal), *((Ink(f"  {line}"),) for line in _broken(found))]
    return [*drawn, (Ink("       "), scale(axis)), (), *below]


def _area(found: Chart, panel: Panel, axis: Axis, terminal: Terminal) -> list[Row]:
    parts, unit = _units(found)
    lines = 2 if found.alone or not terminal.unicode else 1  # to a unit
    room = int(axis.width)
    days = (axis.last - axis.first).days
    counts = [panel.at(axis.first + timedelta(days=days * (column + 1) // room)) for column in range(room)]
    rows: list[Row] = []
    for line in reversed(range(parts * lines)):
        cells = ""
        for count in counts:
            full = (count.parties - found.base if count else 0) * lines / unit - line
            eighths = max(0, min(8, round(full * 8)))
            if count and count.projected and eighths > 3:
                cells += sign("dashes", None, terminal).text
            else:
                cells += _EIGHTHS[eighths] if terminal.unicode else "#" if eighths > 3 else " "
        label = f"{found.base + (line + 1) // lines * unit:>4}" if (line + 1) % lines == 0 else "    "
        edge = "│" if terminal.unicode else "|"
        rows.append((Ink(f" {label} {edge}"), Ink(cells.rstrip(), PARTY if terminal.color else None)))
    corner, flat, torn = ("└", "─", "┄") if terminal.unicode else ("+", "-", "~")
    return [*rows, (Ink(f" {found.base:>4} {corner}{(torn if found.base else flat) * room}"),)]


def _events(panel: Panel, axis: Axis, terminal: Terminal) -> Row:
    """Return the line below the axis: notices, and the days on which States left; an end hides a notice."""
    cells = {axis.column(one.notified): sign("triangle", NOTICE, terminal) for one in panel.notices}
    cells |= {axis.column(count.day): sign("cross", LEFT, terminal) for count in panel.counts if count.left}
    row, at = [Ink(" ")], 0
    for column, ink in sorted(cells.items()):
        row += [Ink(" " * (column - at)), ink]
        at = column + 1
    return tuple(row)


def svg(found: Chart, *, heading: bool = True, named: str = "", width: float = WIDTH) -> str:
    """Return the number of States Parties as SVG; a panel for each of several regions, the legend in an empty place."""
    page = Page(
        named or finding(found),
        f"{'Rome Statute of the International Criminal Court, ' if found.alone else ''}on {spell(found.on)}",
        " ".join(_told(found, panel) for panel in found.panels),
        heading=heading,
        width=width,
    )
    across = 1 if found.alone or width < WIDTH * 0.7 else 2
    wide = (width - 2 * MARGIN) / across
    for index, panel in enumerate(found.panels):
        axis = Axis(found.first, found.last, MARGIN + 34 + (index % across) * wide, wide - 94)
        if found.alone:
            below = _panel(page.root, found, panel, axis, page.y + 14, 380)
            page.y += 420
            for line in below:
                page.y += 14
                write(page.root, line, MARGIN, page.y, 11)
            page.y += 8 if below else 0
        else:
            write(page.root, _regional(panel, found.on), axis.left, page.y + 22, 13, font_weight="bold")
            _panel(page.root, found, panel, axis, page.y + 32, 150, numbered=index % across == 0)
            page.y += 210 if index % across == across - 1 else 0
    keys = [Key(PARTY, found.counted, "line"), *_keys(found)]
    if len(found.panels) % across:  # the last place is empty
        page.legend(keys, MARGIN + 34 + wide, page.y + 32)
        page.y += 210
        keys = []
    return page.finished(keys, [*_broken(found), source_line(found.version, found.checked)])


def _told(found: Chart, panel: Panel) -> str:
    """Describe a panel in words, for those who cannot see it."""
    name = f"{found.counted}, {labels.REGION[panel.region]}" if panel.region else found.counted
    gone = [
        f"{found.names[iso3]} left {spell(count.day)}"
        for count in panel.counts
        if not count.projected
        for iso3 in count.left
    ]
    return "; ".join([f"{name}: {_number(panel, found.on)}", *gone]) + "."


def _panel(
    root: Element, found: Chart, panel: Panel, axis: Axis, ceiling: float, height: float, *, numbered: bool = True
) -> list[str]:
    """Draw one panel, so high below its ceiling; its lines have numbers, or those of the panel at its left.

    One alone has captions; returned are those that have no room in it.
    """
    parts, unit = _units(found)
    floor = ceiling + height
    right = axis.left + axis.width

    def level(parties: float) -> float:
        return floor - (floor - ceiling) * (parties - found.base) / (unit * parts)

    group = add(root, "g")
    for value in range(found.base, found.base + unit * parts + 1, unit):
        y = level(value)
        if value == found.base != 0:
            add(group, "path", d=_torn(axis.left, right, y), fill="none", stroke=INK, stroke_width=0.8)
        else:
            add(group, "line", x1=axis.left, y1=y, x2=right, y2=y, stroke=RULE if value else INK, stroke_width=0.8)
        if numbered:
            write(group, str(value), axis.left - 8, y + 4, 11, QUIET, text_anchor="end")
    for day, name in axis.ticks(48):
        x = axis.at(day)
        add(group, "line", x1=x, y1=floor, x2=x, y2=floor + 5, stroke=INK, stroke_width=0.8)
        write(group, name, x, floor + 18, 11, QUIET, text_anchor="middle")
    for projected in (False, True):
        _line(root, panel, axis, level, projected)
    last, now = panel.at(axis.last), panel.at(found.on)
    if last:
        y = level(last.parties) + 4
        write(group, str(last.parties), right + 5, y, 12.5, font_weight="bold")
        if last.projected:
            write(group, "expected", right + 5, y + 13, 10.5, QUIET)
    if now and last and last.day > found.on >= axis.first:
        x, y = axis.at(found.on), level(now.parties)
        add(group, "circle", cx=x, cy=y, r=3.2, fill=PARTY, stroke=INK, stroke_width=0.6)
        label(group, str(now.parties), x, y - 9, 12.5, "middle", "bold")
    below = _captions(root, panel, axis, level, floor, found.checked) if found.alone else []
    for one in panel.notices:
        mark = triangle(root, axis.at(one.notified), level(panel.held(one.notified)) + 2, NOTICE)
        add(mark, "title", f"{one.everyday}: notice of withdrawal {spell(one.notified)}")
    for count in panel.counts:
        for iso3 in count.left:
            mark = cross(root, axis.at(count.day), level(count.parties) - 6, LEFT)
            told = "is expected to leave" if count.projected else "left"
            add(mark, "title", f"{found.names[iso3]} {told} {spell(count.day)}")
    return below


def _torn(left: float, right: float, y: float) -> str:
    """Return the path of a line in zigzag: below it the scale is broken off."""
    steps = round((right - left) / 6)
    return path([(left + (right - left) * step / steps, y + 3 * (step % 2)) for step in range(steps + 1)])


def _line(root: Element, panel: Panel, axis: Axis, level: Level, projected: bool) -> None:
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
            root, "path", d=path(points), fill="none", stroke=PARTY,
            stroke_width=2.4, stroke_linejoin="round", stroke_dasharray="4 3" if projected else None,
        )  # fmt: skip


def _captions(root: Element, panel: Panel, axis: Axis, level: Level, floor: float, checked: date) -> list[str]:
    """Write below the line who gave notice, and what became of it; no leader runs through another's words.

    Where there is no room for all of them, nothing is written, and they are returned.
    """
    groups = _near(panel.notices)
    told = [[_caption(one, checked) for one in group] for group in groups]
    widths = [max(measure(line, 11) for line in lines) + 8 for lines in told]
    placed: list[tuple[Place, float, float]] = []
    for place in beside(axis, zip([group[0].notified for group in groups], widths, strict=True)):
        y = level(panel.held(groups[place.number][0].notified))
        above = [bottom + 6 for one, _, bottom in placed if one.start < place.end and place.start < one.end]
        top = max([y + 30, level(_least(panel, axis, place)) + 16, *above])
        placed.append((place, top, top + 14 * len(told[place.number])))
    if any(p.start < axis.left or p.end > axis.left + axis.width or bottom > floor for p, _, bottom in placed):
        return [line for lines in told for line in lines]
    for place, _, bottom in placed:
        y = level(panel.held(groups[place.number][0].notified))
        add(root, "line", x1=place.tick, y1=y, x2=place.tick, y2=bottom, stroke=QUIET, stroke_width=0.7)
    for place, top, _ in placed:
        for index, line in enumerate(told[place.number]):
            x, anchor = place.beside(6)
            label(root, line, x, top + 11 + 14 * index, 11, anchor)
    return []


def _least(panel: Panel, axis: Axis, place: Place) -> int:
    """Return the lowest count that the line has above or below a caption."""
    ends = [*(axis.at(count.day) for count in panel.counts[1:]), axis.left + axis.width]
    over = [
        count.parties
        for count, end in zip(panel.counts, ends, strict=True)
        if axis.at(count.day) < place.end and place.start < end
    ]
    return min(over, default=0)


def _near(notices: Sequence[Withdrawal]) -> list[list[Withdrawal]]:
    """Return the notices in groups that share a caption."""
    groups: list[list[Withdrawal]] = []
    for one in notices:
        if groups and (one.notified - groups[-1][0].notified).days <= _NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _caption(one: Withdrawal, checked: date) -> str:
    given = f"{one.everyday}: {spell(one.notified)}"
    match one.outcome:
        case WithdrawalOutcome.LEFT if one.effect and one.effect <= checked:
            return f"{given}, left {spell(one.outcome_date)}"
        case WithdrawalOutcome.RESCINDED:
            return f"{given}, notice withdrawn {spell(one.outcome_date)}"
        case _:
            return f"{given}, to take effect {spell(one.effect)}"
