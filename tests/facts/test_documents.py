"""What the help pages and the pictures of the documents say, on today's data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tools.docs import pages

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", ["KEN", "KE", "404", "Кения", "肯尼亚", "كينيا", "Swaziland", "drc", "uk", "usa"])
def test_what_the_page_on_names_calls_a_name_is_one(name: str, icc: Run) -> None:
    assert name in icc("help", "names")[1]
    assert icc("status", name)[0] == 0


@pytest.mark.parametrize("path", pages.of_the_data(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_shows_what_the_program_answers_now(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages.of_the_data()[path](), "run: python -m tools.docs"
