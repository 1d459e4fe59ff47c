"""What the tests share: the frozen record, opened once, the day its pages were read, and a way to run `icc`."""

import json
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from icc_cli.api import IccDataset, given
from icc_cli.cli import command, request
from icc_cli.cli.main import run
from icc_cli.database import cache
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.export import export
from icc_cli.system.terminal import Terminal
from tests.support.places import RECORD, ROOT, TODAY


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the program prints now; then read it")


def pytest_sessionstart(session: pytest.Session) -> None:
    session.config.stash[_THERE] = _files()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the run fail if a test wrote into the checkout."""
    before = session.config.stash[_THERE]
    new = _files() - before
    if new and not hasattr(session.config, "workerinput"):
        print(f"\ntests wrote into the checkout: {', '.join(sorted(new))}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


_THERE = pytest.StashKey[set[str]]()


def _files() -> set[str]:
    """Return what lies at the top of the checkout, but for what tools keep there."""
    return {name for name in os.listdir(ROOT) if not name.startswith(".")}


@pytest.fixture(scope="session", autouse=True)
def _own_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests a desk, a cache, a record and a day of their own; keep the user's settings out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("desk"))
        patch.setenv("XDG_CACHE_HOME", os.environ.get("ICC_TEST_CACHE") or str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("share")))
        patch.setenv("ICC_DATA", str(RECORD))
        patch.setenv("BROWSER", "true")  # what a test opens in a browser goes nowhere
        patch.setenv("ICC_PAGER", "cat")  # and no test waits for a pager that it did not ask for
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "ICC_FORMAT", "PYTHONUNBUFFERED"):
            patch.delenv(name, raising=False)
        for door in (request, given):
            patch.setattr(door, "clock", lambda: TODAY)
        frozen, fingerprint = cache.fingerprint(RECORD), cache.fingerprint
        # The record does not change while the tests run: its files are read once, and not whenever a test opens it.
        patch.setattr(cache, "fingerprint", lambda data: frozen if data == RECORD else fingerprint(data))
        yield


@pytest.fixture(scope="session")
def store(_own_world: None) -> Iterator[Store]:
    """Open the frozen record."""
    opened = open_store(RECORD)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dataset(store: Store) -> IccDataset:
    return IccDataset(store)


@pytest.fixture(scope="session")
def package(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export of the record as of the day the pages were read, with Parquet where that can be written."""
    folder = tmp_path_factory.mktemp("export") / "rome-statute"
    export(store, folder, TODAY, parquet=find_spec("pyarrow") is not None)
    return folder


@pytest.fixture
def icc(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in this process; returns exit code, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def icc_json(icc: Callable[..., tuple[int, str, str]]) -> Callable[..., Any]:
    """Run a command with --json; returns its `data`."""

    def call(*arguments: str) -> Any:
        _, out, _ = icc(*arguments, "--json")
        return json.loads(out)["data"]

    return call


@pytest.fixture
def at_width(icc: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run a command as in a terminal of a given width; returns what the terminal shows."""

    def call(width: int, *arguments: str, color: bool = False) -> str:
        terminal = Terminal(interactive=True, width=width, color=color)
        monkeypatch.setattr(command, "detect", lambda *_: terminal)
        code, out, err = icc(*arguments)
        assert (code, err) == (0, "")
        return out

    return call
