"""Any command line and any data directory: an answer or one clear line, never a traceback.

`ICC_FUZZ=20000 pytest tests/cli/test_fuzz.py` tries other examples than the usual ones, and as many.
"""

import io
import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from icc_cli.cli import command
from icc_cli.cli import data as data_command
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import run
from icc_cli.database import opening
from icc_cli.database.build import build
from icc_cli.database.store import open_bytes
from icc_cli.queries.status import status
from icc_cli.source import load as loading
from icc_cli.source.load import check, files, load
from icc_cli.source.reading import Node, read
from icc_cli.treaty.model import Dataset
from tests.support.commandlines import WRITERS, command_lines, harmless
from tests.support.datadir import SMALL, DataDir, real_data, small_data
from tests.support.places import RECORD
from tests.support.slips import slips

CODES = {0, 1, 2, 3}
"""What the README documents, but for 130, which only an interruption gives."""


class Screen(NamedTuple):
    """Where a command line is answered: a pipe, or a terminal, and what COLUMNS says of its width."""

    columns: str | None
    encoding: str = "utf-8"


WIDTHS = ("80", "140", "40", "20", "8", "0", "9" * 9, "9" * 5000, "wide")
SCREENS = st.sampled_from([Screen(None), Screen(None), Screen(None, "ascii"), *map(Screen, WIDTHS)])


class Stream(io.TextIOWrapper):
    """A stream as the system gives it to a program, that keeps what is written."""

    def __init__(self, screen: Screen, errors: str = "strict") -> None:
        super().__init__(io.BytesIO(), encoding=screen.encoding, errors=errors, newline="\n")
        self.columns = screen.columns

    def isatty(self) -> bool:
        return self.columns is not None

    def written(self) -> str:
        """Return what was written; click writes UTF-8 to a stream of errors that knows only ASCII."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


@pytest.fixture(scope="module")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Work in a directory of its own, with data directories good and bad, on a database as a wheel holds it."""
    desk = tmp_path_factory.mktemp("desk")
    small_data(desk / "small")
    for name in ("spoilt", "red\x1b[31m\nline"):
        small_data(desk / name).edit("states/RUR.yaml", "iso2: RU", "iso2: 7")
    (desk / "file").write_text("no directory")
    (desk / "empty").mkdir()
    (desk / "icc.db").write_bytes(build(load(RECORD)))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        patch.delenv("ICC_DATA")
        patch.setattr(opening, "PACKAGED", str(desk / "icc.db"))
        patch.setattr(data_command, "CHECKOUT", "small")
        yield


def answer(words: list[str], screen: Screen) -> tuple[int, str, str]:
    """Run a command line; returns its exit code, stdout and stderr."""
    out, err = Stream(screen), Stream(screen, "backslashreplace")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Russia\nкения\n\x1b[31m\n".encode())))
        patch.setenv("COLUMNS", screen.columns or "")
        return run(words), out.written(), err.written()


COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What may act on a terminal: controls, line breaks, and what turns the direction of writing."""


def tries(examples: int) -> settings:
    """Try so many examples, always the same; or, on demand, others and more."""
    asked = os.environ.get("ICC_FUZZ")
    return settings(
        max_examples=int(asked or examples),
        derandomize=not asked,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.usefixtures("_desk")
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@tries(300)
@given(words=command_lines(), screen=SCREENS)
def test_any_command_line_gets_an_answer_or_one_clear_line(words: list[str], screen: Screen) -> None:
    code, out, err = answer(words, screen)
    event(f"exit code {code}")
    assert code in CODES
    talk = err.replace("\n     ", " ").split("\n")[:-1]  # a terminal folds a line
    assert all(line.startswith("icc: ") for line in talk)
    assert not ACTING.search(err.replace("\n", ""))
    if code > 1 and "-" not in words:  # names read from stdin are refused line by line
        assert len(talk) == 1
    if code == 3:
        assert words[0] == "data" or any("--data" in word for word in words)
    assert not ACTING.search(COLOUR.sub("", out).replace("\r\n", "").replace("\n", ""))
    elsewhere = out.startswith("Usage:") or any(word.startswith(("-o", "--output", "--fields")) for word in words)
    if code == 0 and "--json" in words[:3] and not elsewhere:
        json.loads(out)


WORDS = st.sampled_from(
    [*COMMANDS, "russia", "congo", "--on", "2016-11", "--since", "--status", "all", "--json", "--format", "--region"]
) | st.text(max_size=12)


@pytest.mark.usefixtures("_desk")
@tries(150)
@given(words=st.lists(WORDS.map(harmless).filter(lambda word: word not in WRITERS), max_size=6))
def test_no_line_of_words_without_order_ends_in_a_traceback(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("icc_cli.system.files.write_whole", lambda *_: None)
        there = sorted(os.listdir())
        assert answer(words, Screen(None))[0] in CODES
        assert sorted(os.listdir()) == there


@pytest.mark.usefixtures("_desk")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["status", "gambia " * 10_000], 2, "icc: no State is known as 'gambia gambia "),
        (["brief", "--on", "0001-01-01"], 0, "The Rome Statute on 1 Jan 1"),
        (["brief", "--on", "0010", "--window", "3660"], 0, "The Rome Statute on 31 Dec 10"),
        (["jurisdiction", "-c", "genocide", "-d", "0001", "--on", "0001", "-t", "russia"], 1, "No"),
        (["data", "check", "red\x1b[31m\nline"], 3, "icc: 1 problem in red\\x1b[31m line"),
        (["parties", "--data", "s\ud83dmall"], 3, "no directory can have this name"),
        (["status", "russia", "-o", "\ud83d.csv"], 2, "no file can have this name"),
        (["sql", "select 1", "--timeout", "nan"], 2, "is not a number of seconds"),
        (["jurisdiction", "-c", "genocide", "-d", "2016", "--special", f"age:{'9' * 5000}"], 2, "is no age"),
    ],
)
def test_what_once_ended_in_a_traceback_or_a_wrong_word_is_answered(words: list[str], code: int, said: str) -> None:
    found, out, err = answer(words, Screen(None))
    assert found == code
    assert said in out + err


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> DataDir:
    return small_data(tmp_path_factory.mktemp("data") / "small")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataDir]:
    """Copy the real dataset; files that a test leaves alone are read but once."""
    known: dict[Path, Node] = {}
    data = real_data(tmp_path_factory.mktemp("data") / "real")
    sound = {path: path.read_bytes() for path in files(data.path)}

    def read_once(path: Path) -> Node:
        if path.read_bytes() != sound.get(path):
            return read(path)
        if path not in known:
            known[path] = read(path)
        return known[path]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read", read_once)
        yield data


DAYS = (date.min, date(1998, 7, 17), date(2016, 11, 16), date(2026, 11, 23), date.max)
QUESTIONS = [
    ["status", "RUR", "GRA", "--json"], ["events"], ["withdrawals"], ["situations", "--on", "2010"], ["brief"],
    ["brief", "--on", "9999"], ["diff", "0001", "9999"], ["upcoming", "--on", "2016"], ["amendments", "--state", "RUR"],
    ["amendments", "aggression-2010"], ["declarations"], ["agreement", "--status", "all"], ["cite", "RUR", "strelsau"],
    ["show", "strelsau"], ["show", "status-page", "gazette"], ["data", "info"], ["parties", "--status", "all"],
    ["jurisdiction", "--all-crimes", "-d", "2003..2016", "-t", "RUR", "-n", "GRA"],
    ["jurisdiction", "-c", "war-crimes", "-d", "2017-12-01", "-n", "RUR"],
]  # fmt: skip


def checked(data: DataDir, changed: dict[str, str]) -> Dataset | None:
    """Check a data directory with these files changed. What passes must also build, and tell any State's status."""
    before = {name: data.read(name) for name in changed}
    try:
        for name, text in changed.items():
            data.write(name, text.encode("utf-8", "surrogatepass"))
        dataset, problems = check(data.path)
    finally:
        for name, text in before.items():
            data.write(name, text)
    for problem in problems:
        assert (data.path / problem.file).is_file()
        assert problem.message
        if problem.file in changed:
            assert 0 <= problem.line <= len(changed[problem.file].splitlines()) + 1
    assert dataset or problems
    return None if problems else dataset


def answered(dataset: Dataset, on: Iterable[date]) -> bytes:
    """Build a dataset and ask every State's status; returns the database."""
    content = build(dataset)
    store = open_bytes(content, "built")
    for day in on:
        for state in dataset.states:
            assert status(store, state.iso3, day).iso3 == state.iso3
    store.close()
    return content


@pytest.mark.usefixtures("_desk")
@tries(300)
@given(changed=slips(SMALL), question=st.sampled_from(QUESTIONS), screen=SCREENS)
def test_any_slip_in_the_data_is_told_or_does_no_harm(
    changed: dict[str, str], question: list[str], screen: Screen, small: DataDir
) -> None:
    began = time.process_time()
    dataset = checked(small, changed)
    event("passes" if dataset else "is refused")
    if dataset:
        content = answered(dataset, DAYS)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(command, "open_store", lambda _: open_bytes(content, "built"))
            code, out, err = answer(question, screen)
        assert code in {0, 1, 2}
        assert not ACTING.search(COLOUR.sub("", out + err).replace("\n", ""))
    assert time.process_time() - began < 3


REAL = {
    path.relative_to(RECORD).as_posix(): path.read_text(encoding="utf-8")
    for path in files(RECORD)
    if path.parent.name in ("states", "situations")
}


@tries(15)
@given(changed=slips(REAL))
def test_any_slip_in_the_real_files_is_told_or_does_no_harm(changed: dict[str, str], real: DataDir) -> None:
    began = time.process_time()
    dataset = checked(real, changed)
    event("passes" if dataset else "is refused")
    if dataset:
        answered(dataset, DAYS[2:3])
    assert time.process_time() - began < 10
