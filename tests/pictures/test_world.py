"""The outlines and grids of the world, as `tools/world.py` wrote them."""

import re

import pytest

from icc_cli.pictures import world


def test_every_outline_is_drawn_and_has_a_cell_of_its_own_in_every_grid() -> None:
    shapes = world.world()["states"]
    assert all(shape["path"] or shape.get("dot") for shape in shapes.values())
    assert set(world.grids()) == {78, 118}
    for columns, kinds in world.grids().items():
        for kind, rows in kinds.items():
            assert {len(row) for row in rows} == {columns}
            assert {cell for row in rows for cell in row} - {".", "+"} == set(shapes), (columns, kind)


def test_the_outlines_of_files_have_more_points_than_those_of_pages_in_the_same_places() -> None:
    page, file = world.world(), world.world(fine=True)
    assert {iso3: shape.get("dot") for iso3, shape in page["states"].items()} == {
        iso3: shape.get("dot") for iso3, shape in file["states"].items()
    }
    assert all(len(file["states"][iso3]["path"]) >= len(shape["path"]) for iso3, shape in page["states"].items())
    assert (page["width"], page["height"]) == (file["width"], file["height"])


@pytest.mark.parametrize("fine", [False, True])
def test_the_edge_of_the_map_severs_no_land(fine: bool) -> None:
    atlas = world.world(fine=fine)
    for iso3, shape in atlas["states"].items():
        for x, y, moves in re.findall(r"M([\d.-]+),([\d.-]+)l([^z]+)z", shape["path"]):
            across, down = [float(x)], [float(y)]
            for move in moves.split():
                dx, dy = move.split(",")
                across.append(across[-1] + float(dx))
                down.append(down[-1] + float(dy))
            assert min(across) > 0, iso3
            assert max(across) < atlas["width"], iso3
            assert min(down) > 2, iso3
            assert max(down) < atlas["height"], iso3
