"""The outlines and grids of the world, as `tools/world.py` wrote them."""

from icc_cli.pictures import world


def test_every_outline_is_drawn_and_has_a_cell_of_its_own_in_every_grid() -> None:
    shapes = world.world()["states"]
    assert all(shape["path"] or shape.get("dot") for shape in shapes.values())
    assert set(world.grids()) == {78, 118}
    for columns, kinds in world.grids().items():
        for kind, rows in kinds.items():
            assert {len(row) for row in rows} == {columns}
            assert {cell for row in rows for cell in row} - {".", "+"} == set(shapes), (columns, kind)
