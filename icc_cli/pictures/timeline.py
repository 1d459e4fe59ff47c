"""Timelines: the statuses of States as bars on one axis, and below each bar the acts that moved it."""

from collections.abc import Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.page.blocks import Ink
from icc_cli.page.palette import LETTER, STATUS
from icc_cli.page.text import cells
from icc_cli.pictures.scale import Axis
from icc_cli.pictures.svg import INK, MARGIN, PAPER, QUIET, RULE, Key, Page, add, measure, source_line
from icc_cli.pictures.text import PIPED, Row, clipped, flowing, key, letter_on, merged
from icc_cli.queries.timeline import TimelineRow, timeline
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import ADOPTED, days_after, days_before, first_day, last_day, spell
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import Status

WIDTH = 1000.0
EXPECTED = "expected, unless a notice is taken back"
_NAMES = 20
"""Columns for a name in a terminal, at most."""
_THINNEST = 24
"""Columns without which an axis shows nothing."""
_TOGETHER = 5
"""Acts nearer to each other than this many columns share a label."""


class Mark(Fields, kw_only=False):
    """An act, or the end of a membership, with what it is called."""

    day: date
    text: str
    when: str


class Lane(Fields, kw_only=False):
    """A State with its statuses and its marks, oldest first."""

    name: str
    spans: list[TimelineRow]
    marks: list[Mark]


def lanes(rows: Sequence[TimelineRow]) -> list[Lane]:
    """Return a lane for each State, in the order of the rows."""
    found: dict[str, Lane] = {}
    for row in rows:
        lane = found.setdefault(row.iso3, Lane(row.everyday, [], []))
        if row.act is None:
            lane.spans.append(row)
            if row.status == Status.FORMER_PARTY and row.since:
                lane.marks.append(Mark(first_day(row.since), "leaves" if row.projected else "left", spell(row.since)))
        elif row.since:
            lane.marks.append(Mark(last_day(row.since), labels.DONE[row.act], spell(row.since)))
    for lane in found.values():
        lane.marks.sort(key=lambda mark: mark.day)
    return list(found.values())


def period(rows: Sequence[TimelineRow], on: date, since: date | None, until: date | None) -> tuple[date, date]:
    """Return the first and last day shown: from the Statute's adoption to the day asked about or what lies ahead."""
    ahead = [first_day(row.since) for row in rows if row.projected and row.since]
    last = until or max([on, *(days_after(day, 240) for day in ahead)])
    first = since or min(ADOPTED, days_before(last, 366))
    return first, max(last, days_after(first, 1))


def draw(
    rows: Sequence[TimelineRow], on: date, since: date | None, until: date | None, terminal: Terminal
) -> list[Row]:
    """Return the bars for a terminal, two rows to a State, with an axis above and a legend below."""
    found = lanes(rows)
    width = min(terminal.width or PIPED, 160)
    names = min(max((cells(lane.name) for lane in found), default=0), _NAMES, width // 4)
    room = width - names - 4
    if room < _THINNEST:
        return [(Ink("A timeline needs a terminal of 40 columns; --svg FILE needs none."),)]
    axis = Axis(*period(rows, on, since, until), 0, room)
    margin = Ink(" " * (names + 4))
    drawn: list[Row] = [(margin, Ink(_scale(axis, room)))]
    for lane in found:
        name = Ink(f"  {clipped(lane.name, names, terminal)}  ")
        if lane.spans[0].status is None:
            drawn += [(name, Ink("no act on record")), ()]
            continue
        drawn += [(name, *_bar(lane, axis, on, terminal)), (margin, Ink(_labels(lane.marks, axis, room, terminal)))]
    keys = [key(STATUS[one], LETTER[one], labels.STATUS[one], terminal) for one in _used(found, axis)]
    if any(span.projected and _shown(span, axis) for lane in found for span in lane.spans):
        keys.append((Ink(_expected(terminal)), Ink(f" {EXPECTED}")))
    gap: list[Row] = [()] if any(ink.text.strip() for ink in drawn[-1]) else []
    return [*drawn, *gap, *flowing(keys, width)]


def _used(found: Sequence[Lane], axis: Axis) -> list[Status]:
    """Return the statuses that a legend must explain; before its independence a State has words, not a bar."""
    used = {span.status for lane in found for span in lane.spans if _shown(span, axis)}
    return [one for one in Status if one in used and one != Status.NOT_YET_A_STATE]


def _shown(span: TimelineRow, axis: Axis) -> bool:
    return (span.since is None or first_day(span.since) <= axis.last) and (
        span.until is None or span.until > axis.first
    )


def _expected(terminal: Terminal) -> str:
    return "░" if terminal.unicode else "/"


def _scale(axis: Axis, room: int) -> str:
    line = [" "] * room
    for day, label in axis.ticks(7):
        start = min(axis.column(day), room - len(label))
        if start >= 0:
            line[start : start + len(label)] = label
    return "".join(line).rstrip()


def _bar(lane: Lane, axis: Axis, on: date, terminal: Terminal) -> Row:
    """Return a bar. Every status has at least a column, even one that held for a month.

    What nothing is known to end goes on to the day asked about, and no further.
    """
    room = int(axis.width)
    shown = [span for span in lane.spans if _shown(span, axis)]
    starts = [axis.column(first_day(span.since)) if span.since else 0 for span in shown]
    for index in range(1, len(starts)):
        starts[index] = max(starts[index], starts[index - 1] + 1)
    for index in reversed(range(len(starts))):
        starts[index] = min(starts[index], room - (len(starts) - index))
    end_of_bar = room if shown[-1].projected or shown[-1].until else axis.column(on) + 1
    pieces: list[Ink] = []
    for span, start, end in zip(shown, starts, [*starts[1:], max(end_of_bar, starts[-1] + 1)], strict=True):
        status = span.status or Status.NON_SIGNATORY
        colour = STATUS[status] if terminal.color else None
        letter = LETTER[status]
        if status == Status.NOT_YET_A_STATE:
            told = labels.STATUS[status]
            pieces.append(Ink((told if end - start > len(told) else "").ljust(end - start)))
            continue
        if span.projected:
            fill = _expected(terminal)
        elif not (terminal.unicode and terminal.color):
            fill = letter
        else:
            fill = "─" if status == Status.NON_SIGNATORY else "▇"
        pieces += [letter_on(STATUS[status], letter, terminal), Ink(fill * (end - start - 1), colour)]
    return merged(pieces)


def _labels(marks: Sequence[Mark], axis: Axis, room: int, terminal: Terminal) -> str:
    """Return the line below a bar: at each act a tick, and as many words as there is room for."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if not axis.first <= mark.day <= axis.last:
            continue
        if groups and axis.column(mark.day) - axis.column(groups[-1][-1].day) < _TOGETHER:
            groups[-1].append(mark)
        else:
            groups.append([mark])
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
    return "".join(line[:room]).rstrip()


def _fitting(group: Sequence[Mark], room: int) -> str:
    """Return the most that can be said of acts in so many columns."""
    last = group[-1]
    forms = [
        ", ".join(f"{mark.text} {mark.when}" for mark in group),
        ", ".join(f"{mark.text} {mark.day.year}" for mark in group),
        ", ".join(dict.fromkeys(mark.text for mark in group)),
        f"{last.text} {last.day.year}",
        last.text,
        str(last.day.year),
    ]
    return next((form for form in forms if len(form) <= room), "")


def svg(
    store: Store,
    codes: Sequence[str],
    on: date,
    since: date | None = None,
    until: date | None = None,
    *,
    heading: bool = True,
) -> str:
    """Return the timelines of these States, as the record stood on a day, as SVG."""
    rows = timeline(store, codes, on)
    found = lanes(rows)
    page = Page(
        WIDTH,
        f"{_named(found)} and the Rome Statute",
        f"Status from act to act, as the record stood on {spell(on)}",
        "; ".join(_told(lane) for lane in found) + ".",
        heading=heading,
    )
    names = max([measure(lane.name, 14) for lane in found], default=0)
    left = MARGIN + min(names, 190) + 14
    axis = Axis(*period(rows, on, since, until), left, WIDTH - MARGIN - left)
    page.y += 20
    ticks = axis.ticks(44)
    for day, label in ticks:
        add(page.root, "text", label, x=axis.at(day), y=page.y, font_size=11, fill=QUIET, text_anchor="middle")
    page.y += 7
    grid = add(page.root, "g", stroke=RULE, stroke_width=0.8)
    top = page.y
    for lane in found:
        _lane(page, lane, axis, on)
    for day, _ in ticks:
        add(grid, "line", x1=axis.at(day), y1=top, x2=axis.at(day), y2=page.y)
    if axis.first < on < axis.last:
        add(grid, "line", x1=axis.at(on), y1=top, x2=axis.at(on), y2=page.y, stroke=INK, stroke_dasharray="2 2")
    keys = [Key(STATUS[one], labels.STATUS[one]) for one in _used(found, axis)]
    if any(span.projected and _shown(span, axis) for lane in found for span in lane.spans):
        keys.append(Key(STATUS[Status.FORMER_PARTY], EXPECTED, "striped"))
    page.legend(keys)
    page.notes([source_line(store)])
    return page.finished()


def _named(found: Sequence[Lane]) -> str:
    names = [lane.name for lane in found]
    if len(names) > 4:
        return f"{len(names)} States"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "No State"


def _told(lane: Lane) -> str:
    """Tell a lane in words, for those who cannot see it."""
    told = [f"{mark.text} {mark.when}" for mark in lane.marks]
    return f"{lane.name}: {', '.join(told) or 'no act that moves its status'}"


def _lane(page: Page, lane: Lane, axis: Axis, on: date) -> None:
    name = lane.name
    while measure(name, 14) > 190:
        name = name[:-2].rstrip() + "…"
    top = page.y + 8
    add(page.root, "text", name, x=MARGIN, y=top + 12, font_size=13, font_weight="bold", fill=INK)
    if lane.spans[0].status is None:
        add(page.root, "text", "no act on record", x=axis.left, y=top + 12, font_size=12, fill=QUIET)
        page.y += 34
        return
    for span in lane.spans:
        status = span.status or Status.NON_SIGNATORY
        if not _shown(span, axis):
            continue
        x = axis.at(first_day(span.since)) if span.since else axis.left
        end = axis.at(span.until) if span.until else axis.left + axis.width if span.projected else axis.at(on)
        if status == Status.NOT_YET_A_STATE:
            told = labels.STATUS[status]
            if end - x > measure(told, 11):
                add(page.root, "text", told, x=x, y=top + 11, font_size=11, fill=QUIET)
            continue
        thin = status == Status.NON_SIGNATORY
        bar = add(
            page.root, "rect", x=x, y=top + (6 if thin else 0), width=max(end - x, 0.5), height=2 if thin else 14,
            fill=page.hatch(STATUS[status]) if span.projected else STATUS[status],
        )  # fmt: skip
        since = f"since {spell(span.since)}" if span.since else "before any act"
        expected = ", expected" if span.projected else ""
        add(bar, "title", f"{lane.name}: {labels.STATUS[status]}, {since}{expected}")
    page.y = _marks(page, lane.marks, axis, top + 14) + 4


def _marks(page: Page, marks: Sequence[Mark], axis: Axis, top: float) -> float:
    """Set ticks below a bar with their labels, on as many lines as they need; return where the last one ends.

    A label begins at its tick, or near the right edge ends there. No tick runs through another's label: of two
    that collide, the one whose tick is further out goes lower.
    """
    size = 10.5
    shown = [mark for mark in marks if axis.first <= mark.day <= axis.last]
    wide = {mark: measure(f"{mark.text} {mark.when}", size) + 4 for mark in shown}
    right = axis.left + axis.width
    beyond = [mark for mark in shown if axis.at(mark.day) + wide[mark] > right]
    lines: list[list[tuple[float, float]]] = []
    for mark in [*reversed([mark for mark in shown if mark not in beyond]), *beyond]:
        x = axis.at(mark.day)
        start, end = (x - wide[mark], x) if mark in beyond else (x, x + wide[mark])
        level = next((n for n, line in enumerate(lines) if all(end <= a or b <= start for a, b in line)), len(lines))
        lines += [[]] if level == len(lines) else []
        lines[level].append((start, end))
        y = top + 13 + 12.5 * level
        add(page.root, "line", x1=x, y1=top, x2=x, y2=y, stroke=QUIET, stroke_width=0.8)
        anchor = "end" if mark in beyond else None
        add(
            page.root, "text", f"{mark.text} {mark.when}", x=x + (-3 if anchor else 3), y=y, font_size=size, fill=INK,
            text_anchor=anchor, stroke=PAPER, stroke_width=3, paint_order="stroke",
        )  # fmt: skip
    return top + 4 + 12.5 * max(len(lines), 1)
