"""The options --svg and --png: which files they write."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("option", "name", "ending"),
    [("svg", "a.png", ".png"), ("svg", "a.svg.PDF", ".pdf"), ("png", "a.svg", ".svg"), ("png", "a.jpeg", ".jpeg")],
)
def test_a_picture_is_not_written_under_the_name_of_another_kind(
    option: str, name: str, ending: str, icc: Run, tmp_path: Path
) -> None:
    assert icc("timeline", "gambia", f"--{option}", str(tmp_path / name)) == (
        2, "", f"icc: --{option} writes no file with the ending {ending}; name one that ends in .{option}\n",
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_written_under_any_name_that_is_of_no_kind(icc: Run, tmp_path: Path) -> None:
    for name in ("a", "a.SVG", "map.2016", ".hidden"):
        assert icc("timeline", "gambia", "--svg", str(tmp_path / name)) == (0, "", "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("<")
