"""The pages that the program writes are what it would write now, and the README leads somewhere."""

import re
from pathlib import Path

import pytest

from icc_cli.cli.commands import COMMANDS
from tests.support.places import ROOT
from tools.docs import pages, pictures, reference, schemas

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", pages.of_the_program(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_written_page_is_what_the_program_says_now(path: Path) -> None:
    page = pages.of_the_program()[path]
    assert path.read_text(encoding="utf-8") == page(), "run: python -m tools.docs"


def test_no_schema_is_left_of_an_answer_that_is_no_more() -> None:
    assert set(schemas.FOLDER.rglob("*.json")) == set(schemas.pages())


@pytest.mark.parametrize("path", sorted(pictures.PICTURES.glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_fetches_nothing(path: Path) -> None:
    assert "http" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")


def test_every_command_has_its_part_in_the_reference() -> None:
    page = reference.page()
    assert all(f"## icc {name}" in page for name in COMMANDS)


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:docs|bench|data)/[\w./-]*|[A-Z]+\.(?:md|cff))`|\]\(([^)]+)\)", README)
    assert len(named) > 5
    for path in (one or other for one, other in named):
        assert (ROOT / path).exists(), path


def test_every_command_that_the_readme_shows_is_one() -> None:
    shown = set(re.findall(r"`icc ([a-z]+)", README))
    assert shown <= {*COMMANDS}, shown - {*COMMANDS}
