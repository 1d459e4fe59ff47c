"""Drawings in a terminal: as wide as it is, in the characters it has, and nothing that acts on it."""

import os
import re
from collections.abc import Callable
from typing import Any

import pytest

from icc_cli.output import render
from icc_cli.output.report import Answer, Report
from icc_cli.page.blocks import Drawing, Ink
from icc_cli.system.terminal import Terminal
from tests.support.pictures import PICTURES
from tests.support.process import process


@pytest.mark.parametrize("width", [1, 8, 22, 39, 43, 60, 78, 100, 118, 200])
@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_no_row_is_wider_than_the_terminal(
    arguments: tuple[str, ...], color: bool, width: int, at_width: Callable[..., str]
) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", at_width(width, *arguments, color=color))
    assert max(map(len, shown.splitlines())) <= width


def test_a_narrow_terminal_is_told_what_to_do(at_width: Callable[..., str], icc_json: Callable[..., Any]) -> None:
    for arguments in (("map",), ("chart",), ("timeline", "gambia")):
        assert "--svg FILE" in " ".join(at_width(30, *arguments).split())
    staying = len(icc_json("parties", "--status", "state-party", "--on", "2016-11-16"))
    assert f"States Parties {staying}" in at_width(60, "map", "--on", "2016-11-16")


@pytest.mark.parametrize("arguments", PICTURES, ids=" ".join)
def test_a_stream_without_unicode_gets_a_picture_in_ascii(arguments: tuple[str, ...]) -> None:
    done = process(*arguments, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "?" not in done.stdout


@pytest.mark.parametrize(
    "drawing", [Drawing(lambda _: [(Ink("\x1b[31m\u202e", "#000000"),)], lambda: "<svg/>")], ids=["hostile"]
)
@pytest.mark.parametrize("format_name", ["plain", "table", "markdown"])
@pytest.mark.parametrize("color", [False, True])
def test_the_text_of_a_drawing_acts_on_no_terminal(drawing: Drawing, format_name: str, color: bool) -> None:
    report = Report(Answer([], lambda: [drawing]), {})
    shown = render(report, format_name, Terminal(interactive=True, width=80, color=color))
    assert "\\x1b[31m\\u202e" in shown
    assert "\u202e" not in shown
