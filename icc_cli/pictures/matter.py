"""The course of a matter before the Court: its examination and investigation as bars, and the days that moved it."""

from collections.abc import Mapping
from datetime import date

from icc_cli.database.rows import grouped
from icc_cli.page.palette import MAP
from icc_cli.pictures.lanes import Mark, begin, below, finish, lead_in, room_for_names
from icc_cli.pictures.scale import WIDTH, Axis
from icc_cli.pictures.svg import MARGIN, Page, add
from icc_cli.queries.show import SituationInFull
from icc_cli.queries.status import SituationRef
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, first_day, last_day, spell
from icc_cli.treaty.details import SituationKind

_Matter = SituationInFull | SituationRef
_LOOK = {
    SituationKind.EXAMINATION: ("Examination", MAP["under-examination"][0]),
    SituationKind.SITUATION: ("Investigation", MAP["under-investigation"][0]),
}


def svg(
    found: SituationInFull, names: Mapping[str, str], on: date, *, heading: bool = True, width: float = WIDTH
) -> str:
    """Return the examinations and the investigation of a matter as SVG, in the order in which they were opened.

    What has no day of opening on record has no bar; without any bar nothing is drawn, and the text is empty.
    """
    matters: list[_Matter] = [found, *found.related]
    lanes = sorted((one for one in matters if one.opened), key=_opened)
    if not lanes:
        return ""
    marks = {one.id: _marks(one, names) for one in lanes}
    days = [mark.day for one in marks.values() for mark in one]
    last = on if any(one.closed is None for one in lanes) else max(days)
    told = "; ".join(f"{_LOOK[one.kind][0]}: {', '.join(mark.label for mark in marks[one.id])}" for one in lanes)
    picture = Page(found.name, f"on {spell(on)}", f"{told}.", heading=heading, width=width)
    room = room_for_names([name for name, _ in _LOOK.values()], width)
    axis = Axis(date(min(days).year, 1, 1), last if last == on else date(last.year, 12, 31), MARGIN + room, 0)
    axis = axis._replace(width=width - MARGIN - axis.left)
    grid = begin(picture, axis)
    top = picture.y
    for one in lanes:
        name, colour = _LOOK[one.kind]
        bar = lead_in(picture, name, stacked=not room)
        start, end = axis.at(_opened(one)), axis.at(last_day(one.closed) if one.closed else on)
        add(picture.root, "rect", x=start, y=bar, width=max(end - start, 1), height=14, fill=colour)
        picture.y = below(picture, marks[one.id], axis, bar + 14) + 4
    finish(picture, grid, axis, top, on)
    return picture.finished([], [])


def _opened(one: _Matter) -> date:
    assert one.opened
    return first_day(one.opened)


def _marks(one: _Matter, names: Mapping[str, str]) -> list[Mark]:
    """Return the days that moved a matter, oldest first: of what it led to, or came from, its two ends."""
    ended = "ended" if one.kind == SituationKind.EXAMINATION else "closed"
    found: list[tuple[AnyDate | None, str]] = [(one.opened, "opened"), (one.closed, ended)]
    if isinstance(one, SituationInFull):
        ended = labels.OUTCOME[one.outcome] if one.outcome else ended
        found = [*_referrals(one, names), (one.concluded, "found complete"), (one.closed, ended)]
        both = one.authorised == one.opened
        found += [
            (one.authorised, "authorised, opened" if both else "authorised"),
            (None if both else one.opened, "opened"),
        ]
    marks = [Mark(day=last_day(day), text=text, when=spell(day)) for day, text in found if day]
    return sorted(marks, key=lambda mark: mark.day)


def _referrals(one: SituationInFull, names: Mapping[str, str]) -> list[tuple[AnyDate | None, str]]:
    """Return the days of referrals, with who made them: of several States on one day, how many they were."""
    authors = grouped((act.done, f"the {act.body}" if act.body else names[act.iso3 or ""]) for act in one.referrals)
    return [(day, f"referred by {who[0] if len(who) == 1 else f'{len(who)} States'}") for day, who in authors.items()]
