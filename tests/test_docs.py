"""The pages that the program writes are what it would write now, and the README leads somewhere."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.cli.commands import COMMANDS
from tools import export_page, picture, reference, sql_page

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "write"),
    [(reference.PAGE, reference.page), (sql_page.PAGE, sql_page.page), (export_page.PAGE, export_page.page)],
    ids=["reference", "sql", "export"],
)
def test_a_written_page_is_what_the_program_says_now(path: Path, write: Callable[[], str]) -> None:
    assert path.read_text(encoding="utf-8") == write(), f"run: python -m tools.{write.__module__.split('.')[-1]}"


@pytest.mark.parametrize("name", picture.PICTURED)
def test_a_picture_shows_the_words_that_the_program_prints(name: str, icc: Callable[..., tuple[int, str, str]]) -> None:
    drawn = (picture.PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    said = icc(*picture.PICTURED[name].split()[1:])[1]
    words = set(
        re.findall(r"[^\W_]+", " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawn)).replace("&#160;", " "))
    )
    assert set(re.findall(r"[^\W_]+", said)) <= words
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", picture.DRAWN)
def test_a_drawn_picture_is_what_the_program_draws_now(
    name: str, icc: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "now.svg"
    assert icc(*picture.DRAWN[name].split()[1:], "--svg", str(path))[0] == 0
    assert (picture.PICTURES / f"{name}.svg").read_bytes() == path.read_bytes(), "run: python -m tools.picture"


def test_every_command_has_its_part_in_the_reference() -> None:
    page = reference.page()
    assert all(f"## icc {name}" in page for name in COMMANDS)


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:docs|bench|data)/[\w./-]*|[A-Z]+\.(?:md|cff))`|\]\(([^)]+)\)", README)
    assert len(named) > 5
    for path in (one or other for one, other in named):
        assert (TOP / path).exists(), path


def test_every_command_that_the_readme_shows_is_one() -> None:
    shown = set(re.findall(r"`icc ([a-z]+)", README))
    assert shown <= {*COMMANDS}, shown - {*COMMANDS}
