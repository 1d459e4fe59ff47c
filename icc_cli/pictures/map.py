"""The world map: every State by its status, its region, its tie to an amendment, or the matters before the Court."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from icc_cli.page.blocks import Ink
from icc_cli.page.palette import MAP, NONE, NONE_IN_TERMINAL, OUTLINED
from icc_cli.pictures.scale import WIDTH
from icc_cli.pictures.svg import EDGE, INK, MARGIN, PAPER, UNLESS, Key, Page, add, source_line
from icc_cli.pictures.text import Row, legend, merged, sign, too_narrow
from icc_cli.pictures.world import grids, world
from icc_cli.queries.amendments import AmendmentStatus
from icc_cli.queries.map import CourtStage, MapState, Value, WorldMap
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import Status

BOUNDARIES = "Boundaries show no position on the status of any territory."
"""Stands on every map, whatever the dataset says besides."""
LAND, OTHER_LAND = "#F4F4F2", "land without an entry of its own"
"""Its fill, between outlines, and what it is called: Greenland, Western Sahara."""
LAND_IN_TERMINAL = "#444444"
_PIPED = 118
_MOST = 8
"""So many States are named of those that are not on the map."""
_SEA = "."
_STRIPED = Terminal(unicode=True, color=True)
"""Where a map has half blocks, it has stripes too."""
_LABELS: Mapping[str, str] = {**labels.STATUS, **labels.TIE, **labels.MATTER, **labels.REGION}
Values = Mapping[str, MapState]


def title(found: WorldMap) -> str:
    """Return as text what the map shows."""
    match found.by:
        case "status":
            return "States and the Rome Statute"
        case "region":
            return "Regional groups of the Assembly of States Parties"
        case "situations":
            return "Situations before the International Criminal Court"
        case _:
            return f"Amendment: {found.title}"


def subtitle(found: WorldMap) -> str:
    """Return as text of which day the map is, and what it shows there at a glance."""
    number = _number(found)
    if found.by == "status" and found.projected:
        return f"{number} on {spell(found.on)}, {UNLESS}"
    return f"on {spell(found.on)}: {number}" if number else f"on {spell(found.on)}"


def finding(found: WorldMap) -> str:
    """Return as text what the map shows at a glance; of regions, what it is about."""
    leaving = _counts(found).get(Status.STATE_PARTY_WITHDRAWING)
    return (_number(found) or title(found)) + (f", {leaving} of them withdrawing" if leaving else "")


def _number(found: WorldMap) -> str:
    """Return as text the number that a map is about: nothing of regions."""
    counts = _counts(found)
    parties = "State Party" if found.parties == 1 else "States Parties"
    match found.by:
        case "status":
            return f"{found.parties} {parties}{' expected' if found.projected else ''}"
        case "region":
            return ""
        case "situations":
            number = counts.get(CourtStage.UNDER_INVESTIGATION, 0)
            return f"{number} {'State' if number == 1 else 'States'} with conduct under investigation"
        case _:
            bound = counts.get(AmendmentStatus.BOUND, 0)
            return f"{bound} of {found.parties} {parties} bound"


def told(found: WorldMap, state: MapState) -> str:
    """Return as text what the map shows of a State."""
    return f"{state.everyday}: {label(found, state.value)}{', expected' if state.projected else ''}"


def label(found: WorldMap, value: Value | None, number: int = 1) -> str:
    """Return what a value, or none, of so many States is called when people read it."""
    if value:
        return _LABELS[value] if number == 1 else labels.STATUS_OF_MANY.get(value, _LABELS[value])
    match found.by:
        case "status":
            return "no act on record"
        case "region":
            return "in no regional group of the Assembly"
        case "situations":
            return "none"
        case _:
            return "not a State Party"


def _counts(found: WorldMap) -> dict[Value | None, int]:
    """Return what a legend must explain, with its number of States; last those of which there is nothing to show."""
    counts = Counter(state.value for state in found.states)
    return {value: counts[value] for value in (*found.values, None) if counts[value]}


def _keys(found: WorldMap) -> list[Key]:
    keys = []
    for value, count in _counts(found).items():
        colour, letter = _look(value)
        shape = "outline" if value in OUTLINED else "box"
        keys.append(Key(colour, f"{label(found, value, count)} {count}", shape, letter))
        if expected := sum(state.projected for state in found.states if state.value == value):
            keys.append(Key(colour, f"{expected} of them expected", "striped"))
    return keys


def _look(value: Value | None) -> tuple[str, str]:
    """Return the colour and the letter of a value, or of none."""
    return MAP[value] if value else NONE


def off_the_map(found: WorldMap) -> list[str]:
    """Return the names of the States of which the map has no outline."""
    return [state.everyday for state in found.states if state.iso3 not in world()["states"]]


def _missing(found: WorldMap) -> list[str]:
    """Name them in a line, if there are any; of many, only the first."""
    names = off_the_map(found)
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return [f"Not on the map: {', '.join(names[:_MOST])}{more}."] if names else []


def land(found: WorldMap, atlas: Mapping[str, Any]) -> str:
    """Return the outline of all land that is no State's entry."""
    known = {state.iso3 for state in found.states}
    own: str = atlas["others"]
    return own + "".join(shape["path"] for iso3, shape in atlas["states"].items() if iso3 not in known)


def draw(found: WorldMap, terminal: Terminal) -> list[Row]:
    """Return the map for a terminal: two cells to a character with colours, else a letter for each cell."""
    width = terminal.width or _PIPED
    sizes = [columns for columns in grids() if columns <= width]
    values = {state.iso3: state for state in found.states}
    drawn: list[Row]
    if not sizes:
        drawn = [too_narrow("A map", min(grids()))]
    elif terminal.color and terminal.unicode:
        drawn = _halves(grids()[max(sizes)]["half"], values)
    else:
        drawn = [_letters(row, values, terminal) for row in grids()[max(sizes)]["whole"]]
    bare = Key(LAND_IN_TERMINAL, OTHER_LAND, letter="·" if terminal.unicode else ".")
    keys = [key._replace(fill=NONE_IN_TERMINAL) if key.fill == NONE[0] else key for key in _keys(found)]
    drawn += [(), *legend([*keys, bare], min(width, _PIPED), terminal)]
    return [*drawn, *((Ink(f"  {line}"),) for line in _missing(found))]


def _colour(cell: str, values: Values) -> str | None:
    if cell == _SEA:
        return None
    if cell not in values:
        return LAND_IN_TERMINAL
    value = values[cell].value
    return MAP[value][0] if value else NONE_IN_TERMINAL


def _expected(cell: str, values: Values) -> bool:
    return cell in values and values[cell].projected


def _halves(rows: Sequence[Sequence[str]], values: Values) -> list[Row]:
    drawn: list[Row] = []
    for upper, lower in zip(rows[::2], [*rows[1::2], [_SEA] * len(rows[0])][: len(rows[::2])], strict=True):
        pieces = []
        for top, bottom in zip(upper, lower, strict=True):
            high, low = _colour(top, values), _colour(bottom, values)
            if _expected(top, values) or _expected(bottom, values):
                pieces.append(sign("striped", high if _expected(top, values) else low, _STRIPED))
            elif high is None:
                pieces.append(Ink("▄", low) if low else Ink(" "))
            else:
                pieces.append(Ink("█", high) if high == low else Ink("▀", high, low))
        drawn.append(merged(pieces))
    return drawn


def _letters(row: Sequence[str], values: Values, terminal: Terminal) -> Row:
    bare = "·" if terminal.unicode else "."
    pieces = []
    for column, cell in enumerate(row):
        letter = " " if cell == _SEA else _look(values[cell].value)[1] if cell in values else bare
        if column % 2 and _expected(cell, values):
            letter = sign("striped", None, terminal).text
        pieces.append(Ink(letter, _colour(cell, values) if terminal.color else None))
    return merged(pieces)


def svg(found: WorldMap, *, heading: bool = True, named: str = "", width: float = WIDTH) -> str:
    """Return the world on a day as SVG."""
    atlas = world(fine=True)
    shapes = atlas["states"]
    counts = "; ".join(f"{label(found, value, count)}: {count}" for value, count in _counts(found).items())
    page = Page(
        named or finding(found),
        (f"{title(found)}, " if _number(found) else "")
        + f"on {spell(found.on)}{f', {UNLESS}' if found.by == 'status' and found.projected else ''}",
        f"World map. {counts}. {BOUNDARIES}",
        heading=heading,
        width=width,
    )
    scale = (width - 2 * MARGIN) / atlas["width"]
    sheet = add(page.root, "g", transform=f"translate({MARGIN:g} {page.y:g}) scale({scale:g})")
    add(sheet, "path", d=land(found, atlas), fill=LAND, stroke="#c4c4c4", stroke_width=0.4)
    shown: dict[tuple[str, str], list[MapState]] = {}
    for value in (None, *found.values):  # first those that have but an edge, which their neighbours then cover
        colour = _look(value)[0]
        for state in found.states:
            if state.value == value and state.iso3 in shapes:
                fill = page.hatch(colour) if state.projected else colour
                shown.setdefault((PAPER, colour) if value in OUTLINED else (fill, ""), []).append(state)
    for (fill, outline), states in shown.items():
        edge = outline or (EDGE if fill == NONE[0] else PAPER)
        group = add(sheet, "g", fill=fill, stroke=edge, stroke_width=1 if outline else 0.5)
        for state in states:
            add(add(group, "path", d=shapes[state.iso3]["path"]), "title", told(found, state))
    dots = add(sheet, "g", stroke=INK, stroke_width=0.45)
    for (fill, outline), states in shown.items():
        ring: dict[str, str | float | None] = {"stroke": outline, "stroke_width": 1} if outline else {}
        for state in states:
            if dot := shapes[state.iso3].get("dot"):
                circle = add(dots, "circle", cx=dot[0], cy=dot[1], r=2.4, fill=fill, **ring)
                add(circle, "title", told(found, state))
    page.y += atlas["height"] * scale + 8
    notes = [
        *_missing(found),
        f"{BOUNDARIES} Dots stand for States too small to be seen.",
        source_line(found.version, found.checked),
        "Map: Natural Earth 1:50m, public domain; Equal Earth projection, in which areas are true.",
    ]
    return page.finished([*_keys(found), Key(LAND, OTHER_LAND)], notes)
