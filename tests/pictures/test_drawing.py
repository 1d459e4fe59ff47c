"""What `icc map`, `icc chart` and `icc timeline` write where: pages, rows for programs, and the file of the picture."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.pictures import PICTURES

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


def test_html_holds_the_picture_itself(icc: Run) -> None:
    for arguments in PICTURES:
        page = icc(*arguments, "--format", "html")[1]
        assert page.count("<svg") == page.count("</svg>") == 1
        assert page.index("<figure>") < page.index("<svg")


def test_markdown_keeps_the_drawing_as_it_is(icc: Run) -> None:
    page = icc("map", "--format", "markdown")[1]
    assert page.count("```") == 2
    assert "\\" not in page.split("```")[1]


def test_programs_get_the_rows_behind_the_picture_and_the_picture_besides(
    icc: Run, icc_json: Json, tmp_path: Path
) -> None:
    path = tmp_path / "x.svg"
    code, out, err = icc("map", "--on", "2016-11-16", "--json", "--svg", str(path))
    assert (code, err) == (0, "")
    assert json.loads(out)["schema"] == "icc/map/1"
    assert path.exists()
    _, out, _ = icc("chart", "--format", "csv")
    first = len(icc_json("parties", "--on", "2002-07-01"))
    assert out.startswith(f"day,region,parties,joined,left,projected\n2002-07-01,,{first},")


def test_a_wrong_question_leaves_the_old_picture(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    path.write_text("old")
    for arguments in (
        ("map", "--colour-by", "shoe-size"), ("map", "--fields", "nope"), ("timeline",), ("chart", "--on", "1999"),
        ("chart", "--since", "2017", "--until", "2016"), ("timeline", "nowhere-land"),
    ):  # fmt: skip
        code, out, err = icc(*arguments, "--svg", str(path))
        assert code in (1, 2)
        assert out == ""
        assert err.count("\n") == 1
        assert path.read_text() == "old"
    code, _, err = icc("map", "--svg", str(tmp_path / "none" / "x.svg"))
    assert code == 2
    assert err.endswith("No such file or directory; name another file with --svg\n")
    assert [one.name for one in tmp_path.iterdir()] == ["x.svg"]


@pytest.mark.parametrize("format_name", ["plain", "html", "markdown"])
@pytest.mark.parametrize(
    "question",
    [
        ("timeline", "niger", "--on", "0001-01-01"),
        ("timeline", "niger", "--since", "9999-12-31", "--until", "9999-12-31"),
        ("timeline", "niger", "--on", "9999-12-31"),
        ("timeline", "--withdrawals", "--on", "1990-01-01"),
        ("chart", "parties", "--on", "0001-01-01"),
        ("chart", "parties", "--since", "9999-12-31", "--until", "9999-12-31"),
        ("map", "--on", "0001-01-01"),
    ],
    ids=" ".join,
)
def test_the_ends_of_the_calendar_can_be_drawn(
    question: tuple[str, ...], format_name: str, icc: Run, tmp_path: Path
) -> None:
    for extra in (("--format", format_name), ("--svg", str(tmp_path / "x.svg"))):
        code, _, err = icc(*question, *extra)
        assert code in (0, 1)
        assert all(line.startswith("icc: ") for line in err.splitlines())
