"""Hostile arguments, stdin and clocks: answered or refused in one line, and never acting."""

import io
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from icc_cli.cli import request
from icc_cli.output import FORMATS
from tests.support.datadir import small_data
from tests.support.hostile import ACTING, HOSTILE, NAMES, PRINTABLE, harmless_in

Icc = Callable[..., tuple[int, str, str]]
QUESTIONS: list[tuple[str, ...]] = [
    ("status", "gambia"), ("parties",), ("withdrawals",), ("events", "kenya"), ("situations",), ("brief",),
    ("diff", "2016"), ("upcoming",), ("amendments",), ("declarations",), ("agreement",),
    ("jurisdiction", "-t", "ukraine"), ("show", "gambia"), ("cite", "gambia"), ("data", "info"),
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("today", ["0001-01-01", "1998-07-16", "9999-12-31"])
def test_a_clock_set_to_any_day_stops_no_answer(
    question: tuple[str, ...], today: str, icc: Icc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "clock", lambda: date.fromisoformat(today))
    code, out, err = icc(*question)
    assert code in (0, 1, 2)
    assert "Traceback" not in err
    assert out or err.startswith("icc: ")


# What must not act


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "ics"])
def test_names_on_stdin_act_in_no_format(format_name: str, icc: Icc, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("\n".join(["kenya", *NAMES]).encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    code, out, err = icc("status", "-", "--format", format_name)
    assert code == 2
    assert not re.search(ACTING, err)
    harmless_in(out, format_name)


PLACES: list[tuple[str, ...]] = [
    ("status", "{}"),
    ("{}",),
    ("status", "russia", "--on", "{}"),
    ("status", "russia", "--{}"),
    ("status", "russia", "--format", "{}"),
    ("status", "russia", "--fields", "{}"),
    ("status", "russia", "--data", "{}"),
    ("status", "russia", "-o", "/nonexistent/{}"),
    ("parties", "--region", "{}"),
    ("events", "--kind", "{}"),
    ("events", "--body", "{}"),
    ("show", "{}"),
    ("cite", "{}"),
    ("jurisdiction", "-t", "{}"),
    ("data", "check", "{}"),
    ("data", "{}"),
]


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_arguments_act_nowhere(place: tuple[str, ...], icc: Icc) -> None:
    for text in [*HOSTILE, *PRINTABLE, "\udcff\udc9b31m", "x" * 100_000, "x\n" * 5_000]:
        code, out, err = icc(*(part.replace("{}", text) for part in place))
        assert code in (2, 3)
        assert out == ""
        assert err.startswith("icc: ")
        assert err.count("\n") == 1
        assert len(err) < 800
        assert not re.search(ACTING, err)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", FORMATS)
def test_an_argument_acts_in_no_format(text: str, format_name: str, icc: Icc) -> None:
    code, out, err = icc("status", text, "--format", format_name)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert not re.search(ACTING, err)


def test_a_question_that_needs_more_memory_than_there_is_gets_one_line(
    icc: Icc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhaust(*_: object) -> None:
        raise MemoryError

    data = small_data(tmp_path / "data")
    monkeypatch.setattr("icc_cli.database.cache.fingerprint", exhaust)
    assert icc("status", "graustark", "--data", str(data.path)) == (
        2, "", "icc: there is not enough memory for this answer\n",
    )  # fmt: skip
