"""Pictures as SVG and PNG: they say what they are and whence, can be read, do nothing, and are the same each time."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from resvg_py import svg_to_bytes

from icc_cli.database.store import Store
from icc_cli.page.palette import MAP, NONE, readable_on
from icc_cli.pictures import svg
from icc_cli.pictures.svg import INK, PAPER, QUIET
from icc_cli.treaty.dates import spell
from tests.support.datadir import small_data
from tests.support.pictures import PICTURES, SVG, texts
from tests.support.process import process

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_every_svg_says_what_it_is_and_where_it_comes_from(
    arguments: tuple[str, ...], drawn: Callable[..., Element], store: Store
) -> None:
    root = drawn(*arguments)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert all(root[place].text for place in (0, 1))
    said = " ".join(texts(root))
    assert "UNTC XVIII.10" in said
    checked = spell(date.fromisoformat(store.meta["checked"]))
    assert f"dataset {store.meta['version']}, checked through {checked}" in said
    assert ("Boundaries show no position on the status of any territory." in said) == (arguments[0] == "map")
    width, height = (float(root.get(name) or 0) for name in ("width", "height"))
    for node in root.iter(f"{SVG}text"):
        assert 0 <= float(node.get("x") or 0) <= width
        assert 0 <= float(node.get("y") or 0) <= height
    assert not {node.tag.removeprefix(SVG) for node in root.iter()} & {"script", "image", "a", "foreignObject", "style"}


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_the_same_picture_has_the_same_bytes_in_another_process(arguments: tuple[str, ...], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.svg" for number in (1, 2)]
    for path in paths:
        assert process(*arguments, "--svg", str(path)).returncode == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_names_and_notes_cannot_act_in_a_picture(tmp_path: Path, icc: Run) -> None:
    data = small_data(tmp_path / "data")
    data.edit("states/RUR.yaml", "everyday: Ruritania", "everyday: '<script>alert(1)</script>\"&'")
    data.edit("amendments.yaml", "title: The crime of aggression", "title: '</title><image href=\"x\"/>'")
    for arguments in (
        ("map",), ("map", "--colour-by", "amendment:aggression-2010"), ("timeline", "RUR"),
        ("chart", "--on", "2016-12-01"),
    ):  # fmt: skip
        path = tmp_path / "x.svg"
        assert icc(*arguments, "--data", str(data.path), "--svg", str(path))[0] == 0
        root = fromstring(path.read_bytes())
        assert not {node.tag.removeprefix(SVG) for node in root.iter()} & {"script", "image"}
        page = icc(*arguments, "--data", str(data.path), "--format", "html")[1]
        assert "<script" not in page
        assert "<image" not in page
    shown = icc("timeline", "RUR", "--data", str(data.path))[1]
    assert "<script>" in shown  # to people it is text


def test_png_needs_its_extra_and_says_so(icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.png"
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    code, out, err = icc("timeline", "gambia", "--png", str(path))
    assert (code, out) == (2, "")
    assert "pip install 'icc-cli[png]'" in err
    assert not path.exists()


def test_a_png_has_the_letters_of_its_picture(icc: Run, tmp_path: Path) -> None:
    code, _, err = icc("timeline", "gambia", "--png", str(tmp_path / "x.png"), "--svg", str(tmp_path / "x.svg"))
    if "no font" in err:
        pytest.skip("no font is installed on this machine")
    assert (code, err) == (0, "")
    painted = (tmp_path / "x.png").read_bytes()
    assert painted.startswith(b"\x89PNG")
    mute = re.sub(r"<text.*?</text>", "", (tmp_path / "x.svg").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(painted) > 1.2 * len(svg.png(mute))


def test_where_no_font_is_installed_no_png_is_written_without_its_letters(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resvg_py.svg_to_bytes", partial(svg_to_bytes, skip_system_fonts=True))
    code, out, err = icc("map", "--png", str(tmp_path / "x.png"))
    assert (code, out) == (2, "")
    assert err == "icc: no font for the letters of a PNG is installed; install DejaVu Sans, or use --svg\n"
    assert not (tmp_path / "x.png").exists()


def test_letters_and_words_are_readable_on_their_ground() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one: str, other: str) -> float:
        dark, bright = sorted((light(one), light(other)))
        return (bright + 0.05) / (dark + 0.05)

    assert all(contrast(readable_on(colour), colour) >= 4.5 for colour, _ in [*MAP.values(), NONE])
    assert all(contrast(ink, PAPER) >= 4.5 for ink in (INK, QUIET))
