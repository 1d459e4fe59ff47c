"""The world map: every State by its status, its region, its tie to an amendment, or the matters before the Court."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.page.blocks import Ink
from icc_cli.page.palette import MAP, NONE
from icc_cli.pictures.svg import INK, MARGIN, PAPER, Key, Page, add, listed, source_line
from icc_cli.pictures.text import Row, flowing, key, merged
from icc_cli.pictures.world import grids, world
from icc_cli.queries.map import MapAnswer, MapState, Value, map_states
from icc_cli.system.terminal import Terminal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell

WIDTH = 1000.0
BOUNDARIES = "Boundaries show no position on the status of any territory."
"""Stands on every map, whatever the dataset says besides."""
LAND = "#F0F0F0"
"""Land that is no State's entry."""
LAND_IN_TERMINAL = "#585858"
_PIPED = 118
Values = Mapping[str, Value | None]
_SEA = "."


def legend(found: MapAnswer) -> list[tuple[str, str, str, int]]:
    """Return what the map shows: colour, letter, label and number of States, in order; last those without a value."""
    counts = Counter(state.value for state in found.states)
    entries = [(*MAP[value], label_of(value), counts[value]) for value in found.values if counts[value]]
    return [*entries, (*NONE, _without(found.by), counts[None])] if counts[None] else entries


def label_of(value: str) -> str:
    """Return what a value is called when people read it."""
    return labels.STATUS.get(value) or labels.TIE.get(value) or labels.MATTER.get(value) or value


def _without(by: str) -> str:
    match by.partition(":")[0]:
        case "status":
            return "no act on record"
        case "region":
            return "in no regional group of the Assembly"
        case "amendment":
            return "no tie to it"
        case _:
            return "none"


def title(store: Store, found: MapAnswer) -> str:
    """Say what the map shows."""
    word, _, name = found.by.partition(":")
    match word:
        case "status":
            return "States and the Rome Statute"
        case "region":
            return "Regional groups of the Assembly of States Parties"
        case "situations":
            return "Situations before the International Criminal Court"
        case _:
            row = store.row("SELECT title FROM amendment WHERE id = ?", name)
            return f"Amendment: {row['title'] if row else name}"


def subtitle(found: MapAnswer, on: date) -> str:
    """Say of which day the map is, and how many States Parties there were."""
    return f"on {spell(on)}: {found.parties} {'State Party' if found.parties == 1 else 'States Parties'}"


def off_the_map(found: MapAnswer) -> list[MapState]:
    """Return the States of which the map has no outline."""
    return [state for state in found.states if state.iso3 not in world()["states"]]


def draw(found: MapAnswer, terminal: Terminal) -> list[Row]:
    """Return the map for a terminal: two cells to a character with colours, else a letter for each cell."""
    width = terminal.width or _PIPED
    sizes = [columns for columns in grids() if columns <= width]
    values = {state.iso3: state.value for state in found.states}
    drawn: list[Row]
    if not sizes:
        drawn = [(Ink(f"A map needs a terminal of {min(grids())} columns; --svg FILE needs none."),)]
    elif terminal.color and terminal.unicode:
        drawn = _halves(grids()[max(sizes)]["half"], values)
    else:
        drawn = [_letters(row, values, terminal) for row in grids()[max(sizes)]["whole"]]
    entries = legend(found)
    keys = [key(colour, letter, f"{label} {count}", terminal) for colour, letter, label, count in entries]
    drawn += [(), *flowing(keys, min(width, _PIPED))]
    missing = off_the_map(found)
    if missing:
        drawn.append((Ink(f"  Not on the map: {listed([state.everyday for state in missing])}."),))
    return drawn


def _colour(cell: str, values: Values) -> str | None:
    if cell == _SEA:
        return None
    if cell not in values:  # land of no entry here
        return LAND_IN_TERMINAL
    value = values[cell]
    return MAP[value][0] if value else NONE[0]


def _halves(rows: Sequence[Sequence[str]], values: Values) -> list[Row]:
    drawn: list[Row] = []
    for upper, lower in zip(rows[::2], [*rows[1::2], [_SEA] * len(rows[0])][: len(rows[::2])], strict=True):
        pieces = []
        for top, bottom in zip(upper, lower, strict=True):
            high, low = _colour(top, values), _colour(bottom, values)
            if high is None:
                pieces.append(Ink("▄", low) if low else Ink(" "))
            else:
                pieces.append(Ink("█", high) if high == low else Ink("▀", high, low))
        drawn.append(merged(pieces))
    return drawn


def _letters(row: Sequence[str], values: Values, terminal: Terminal) -> Row:
    pieces = []
    for cell in row:
        value = values.get(cell)
        letter = " " if cell == _SEA else _land(terminal) if cell not in values else MAP[value][1] if value else NONE[1]
        pieces.append(Ink(letter, _colour(cell, values) if terminal.color else None))
    return merged(pieces)


def _land(terminal: Terminal) -> str:
    return "·" if terminal.unicode else "."


def svg(store: Store, on: date, by: str = "status", *, heading: bool = True) -> str:
    """Return the world on a day as SVG, coloured by `status`, `region`, `amendment:ID` or `situations`.

    Raises UsageError for any other word, UnknownName for an amendment that is not known.
    """
    found = map_states(store, on, by)
    atlas = world()
    entries = legend(found)
    told = "; ".join(f"{label}: {count}" for _, _, label, count in entries)
    page = Page(WIDTH, title(store, found), subtitle(found, on), f"World map. {told}. {BOUNDARIES}", heading=heading)
    scale = (WIDTH - 2 * MARGIN) / atlas["width"]
    sheet = add(page.root, "g", transform=f"translate({MARGIN:g} {page.y:g}) scale({scale:g})")
    states = {state.iso3: state for state in found.states}
    other = "".join(shape["path"] for iso3, shape in atlas["states"].items() if iso3 not in states)
    add(sheet, "path", d=atlas["others"] + other, fill=LAND, stroke="#c4c4c4", stroke_width=0.4)
    shown = [*((MAP[value][0], value) for value in found.values), (NONE[0], None)]
    mine = {
        value: [one for one in found.states if one.value == value and one.iso3 in atlas["states"]] for _, value in shown
    }
    for fill, value in shown:
        group = add(sheet, "g", fill=fill, stroke=PAPER, stroke_width=0.5) if mine[value] else None
        for state in mine[value] if group is not None else ():
            assert group is not None
            outline = add(group, "path", d=atlas["states"][state.iso3]["path"])
            add(outline, "title", _told(state, found.by))
    dots = add(sheet, "g", stroke=INK, stroke_width=0.45)
    for fill, value in shown:
        for state in mine[value]:
            dot = atlas["states"][state.iso3].get("dot")
            if dot:
                add(add(dots, "circle", cx=dot[0], cy=dot[1], r=2.4, fill=fill), "title", _told(state, found.by))
    page.y += atlas["height"] * scale + 8
    page.legend([Key(colour, f"{label} {count}") for colour, _, label, count in entries])
    missing = [state.everyday for state in off_the_map(found)]
    page.notes(
        [
            *([f"Not on the map: {listed(missing)}."] if missing else []),
            f"{BOUNDARIES} Dots stand for States too small to be seen.",
            source_line(store),
            "Map: Natural Earth 1:50m, public domain; Equal Earth projection, in which areas are true.",
        ]
    )
    return page.finished()


def _told(state: MapState, by: str) -> str:
    told = label_of(state.value) if state.value else _without(by)
    return f"{state.everyday}: {told}{', expected' if state.projected else ''}"
