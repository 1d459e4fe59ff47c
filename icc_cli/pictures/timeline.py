"""Timelines: the statuses of States as bars on one axis, and below each bar the acts that moved it."""

from collections.abc import Sequence
from datetime import date

from icc_cli.page.blocks import Ink
from icc_cli.page.palette import LETTER, STATUS
from icc_cli.page.text import cells
from icc_cli.pictures.lanes import Mark, begin, below, finish, lead_in, room_for_names
from icc_cli.pictures.scale import WIDTH, Axis
from icc_cli.pictures.svg import EDGE, EXPECTED, MARGIN, Key, Page, add, label, measure, number, source_line
from icc_cli.pictures.text import PIPED, Row, clipped, legend, letter_on, merged, scale, sign, too_narrow
from icc_cli.queries.timeline import Lane, Timeline, TimelineRow
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import first_day, last_day, spell
from icc_cli.treaty.vocabulary import Status

_NAMES = 20
"""Columns for a name in a terminal, at most."""
_THINNEST = 24
"""Columns without which an axis shows nothing."""
_TOGETHER = 5
"""Acts nearer to each other than this many columns share a label."""
_NO_ACT = "no act on record"


def _marks(lane: Lane) -> list[Mark]:
    """Return the marks of a State, oldest first."""
    marks = []
    for row in (*lane.statuses, *lane.acts):
        if row.act and row.since:
            marks.append(Mark(last_day(row.since), labels.DONE[row.act], spell(row.since)))
        elif row.status == Status.FORMER_PARTY and row.since:
            marks.append(Mark(first_day(row.since), "leaves" if row.projected else "left", spell(row.since)))
    return sorted(marks, key=lambda mark: mark.day)


def draw(found: Timeline, terminal: Terminal) -> list[Row]:
    """Return the bars for a terminal, two rows to a State, with an axis above and a legend below."""
    width = min(terminal.width or PIPED, 160)
    names = min(max((cells(lane.name) for lane in found.lanes), default=0), _NAMES, width // 4)
    room = width - names - 4
    if room < _THINNEST:
        return [too_narrow("A timeline", 40)]
    axis = Axis(found.first, found.last, 0, room)
    margin = Ink(" " * (names + 4))
    drawn: list[Row] = [(margin, scale(axis))]
    for lane in found.lanes:
        name = Ink(f"  {clipped(lane.name, names, terminal)}  ")
        if lane.statuses[0].status is None:
            drawn += [(name, Ink(_NO_ACT)), ()]
        else:
            drawn += [(name, *_bar(lane, axis, found.on, terminal)), (margin, _labels(_marks(lane), axis, terminal))]
    gap: list[Row] = [()] if any(ink.text.strip() for ink in drawn[-1]) else []
    return [*drawn, *gap, *legend(_keys(found, axis), width, terminal)]


def _keys(found: Timeline, axis: Axis) -> list[Key]:
    """Return what a legend must explain; before its independence a State has words, not a bar."""
    shown = [row for lane in found.lanes for row in _shown(lane, axis)]
    used = {row.status for row in shown} - {Status.NOT_YET_A_STATE}
    keys = [Key(STATUS[one], labels.STATUS[one], letter=LETTER[one]) for one in Status if one in used]
    expected = any(row.projected for row in shown)
    return [*keys, Key(STATUS[Status.FORMER_PARTY], EXPECTED, "striped")] if expected else keys


def _shown(lane: Lane, axis: Axis) -> list[TimelineRow]:
    return [
        row
        for row in lane.statuses
        if (row.since is None or first_day(row.since) <= axis.last) and (row.until is None or row.until > axis.first)
    ]


def _bar(lane: Lane, axis: Axis, on: date, terminal: Terminal) -> Row:
    """Return a bar. Every status has at least a column, even one that held for a month.

    What nothing is known to end goes on to the day asked about, and no further.
    """
    room = int(axis.width)
    shown = _shown(lane, axis)
    starts = [axis.column(first_day(row.since)) if row.since else 0 for row in shown]
    for index in range(1, len(starts)):
        starts[index] = max(starts[index], starts[index - 1] + 1)
    for index in reversed(range(len(starts))):
        starts[index] = min(starts[index], room - (len(starts) - index))
    end_of_bar = room if shown[-1].projected or shown[-1].until else axis.column(on) + 1
    pieces: list[Ink] = []
    for row, start, end in zip(shown, starts, [*starts[1:], max(end_of_bar, starts[-1] + 1)], strict=True):
        status = row.status or Status.NON_SIGNATORY
        letter = LETTER[status]
        if status == Status.NOT_YET_A_STATE:
            told = labels.STATUS[status]
            pieces.append(Ink((told if end - start > len(told) else "").ljust(end - start)))
            continue
        if row.projected:
            fill = sign("striped", None, terminal).text
        elif not (terminal.unicode and terminal.color):
            fill = letter
        else:
            fill = "─" if status == Status.NON_SIGNATORY else "▇"
        colour = STATUS[status] if terminal.color else None
        pieces += [letter_on(STATUS[status], letter, terminal), Ink(fill * (end - start - 1), colour)]
    return merged(pieces)


def _labels(marks: Sequence[Mark], axis: Axis, terminal: Terminal) -> Ink:
    """Return the line below a bar: at each act a tick, and as many words as there is room for."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if not axis.first <= mark.day <= axis.last:
            continue
        if groups and axis.column(mark.day) - axis.column(groups[-1][-1].day) < _TOGETHER:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    room = int(axis.width)
    line = [" "] * room
    free = 0
    for group, following in zip(groups, [*groups[1:], None], strict=True) if groups else ():
        end = axis.column(following[0].day) if following else room + 1
        columns = [axis.column(mark.day) for mark in group]
        start = columns[-1] + 1
        text = _fitting(group, end - start - 1)
        before = _fitting(group, columns[0] - free - 1) if following is None else ""
        if len(before) > len(text):  # the last may stand before its ticks
            text, start = before, columns[0] - len(before)
        line[start : start + len(text)] = text
        for column in columns:
            line[column] = "╵" if terminal.unicode else "'"
        free = start + len(text)
    return Ink("".join(line[:room]).rstrip())


def _fitting(group: Sequence[Mark], room: int) -> str:
    """Return the most that can be said of acts in so many columns."""
    last = group[-1]
    forms = [
        ", ".join(mark.label for mark in group),
        ", ".join(f"{mark.text} {mark.day.year}" for mark in group),
        ", ".join(dict.fromkeys(mark.text for mark in group)),
        f"{last.text} {last.day.year}",
        last.text,
        str(last.day.year),
    ]
    return next((form for form in forms if len(form) <= room), "")


def svg(found: Timeline, *, heading: bool = True, named: str = "", width: float = WIDTH) -> str:
    """Return the timelines of States as SVG."""
    picture = Page(
        named or finding(found),
        f"Status under the Rome Statute from act to act, as the record stood on {spell(found.on)}",
        "; ".join(_told(lane) for lane in found.lanes) + ".",
        heading=heading,
        width=width,
    )
    names = room_for_names([lane.name for lane in found.lanes], width)
    left = MARGIN + names
    axis = Axis(found.first, found.last, left, width - MARGIN - left)
    grid = begin(picture, axis)
    top = picture.y
    for lane in found.lanes:
        _lane(picture, lane, axis, found.on, stacked=not names)
    finish(picture, grid, axis, top, found.on)
    picture.root.set("data-axis", f"{axis.first} {axis.last} {number(axis.left)} {number(axis.width)}")
    return picture.finished(_keys(found, axis), [source_line(found.version, found.checked)])


def finding(found: Timeline) -> str:
    """Return as text what the timelines show at a glance: who is due to leave, or else where one State stands."""
    ends = {lane.name: lane.statuses[-1] for lane in found.lanes}
    leaving = {name: row for name, row in ends.items() if row.projected and row.status == Status.FORMER_PARTY}
    days = sorted(spans.since for spans in leaving.values() if spans.since)
    if days and len(found.lanes) == 1:
        return f"{found.lanes[0].name} is due to leave on {spell(days[0])}"
    if days:
        are = "is" if len(leaving) == 1 else "are"
        return f"{len(leaving)} of {len(found.lanes)} States {are} due to leave by {spell(days[-1])}"
    return f"{_named(found.lanes)} under the Rome Statute"


def _named(lanes: Sequence[Lane]) -> str:
    names = [lane.name for lane in lanes]
    if len(names) > 4:
        return f"{len(names)} States"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "No State"


def _told(lane: Lane) -> str:
    """Describe a lane in words, for those who cannot see it."""
    return f"{lane.name}: {', '.join(mark.label for mark in _marks(lane)) or 'no act that moves its status'}"


def _lane(picture: Page, lane: Lane, axis: Axis, on: date, *, stacked: bool) -> None:
    top = lead_in(picture, lane.name, stacked=stacked)
    if lane.statuses[0].status is None:
        label(picture.root, _NO_ACT, axis.left, top + 12, 12)
        picture.y = top + 26
        return
    for row in _shown(lane, axis):
        status = row.status or Status.NON_SIGNATORY
        x = axis.at(first_day(row.since)) if row.since else axis.left
        end = axis.at(row.until) if row.until else axis.left + axis.width if row.projected else axis.at(on)
        if status == Status.NOT_YET_A_STATE:
            told = labels.STATUS[status]
            if end - x > measure(told, 11):
                label(picture.root, told, x, top + 11, 11)
            continue
        thin = status == Status.NON_SIGNATORY
        bar = add(
            picture.root, "rect", x=x, y=top + (5 if thin else 0), width=max(end - x, 0.5), height=4 if thin else 14,
            stroke=EDGE if thin else None, stroke_width=0.5 if thin else None,
            fill=picture.hatch(STATUS[status]) if row.projected else STATUS[status],
        )  # fmt: skip
        since = f"since {spell(row.since)}" if row.since else "before any act"
        expected = ", expected" if row.projected else ""
        add(bar, "title", f"{lane.name}: {labels.STATUS[status]}, {since}{expected}")
    picture.y = below(picture, _marks(lane), axis, top + 14) + 4
