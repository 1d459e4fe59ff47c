"""What the tests share: the dataset, opened once from this checkout's own YAML, and a way to run the command line."""

import csv
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from icc_cli.api import IccDataset
from icc_cli.cli import command, request
from icc_cli.cli.main import run
from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.database.store import Store
from icc_cli.export import export
from icc_cli.system.terminal import Terminal

EVIDENCE = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the program prints now; then read it")


def evidence(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of collected evidence."""
    with (EVIDENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests' databases out of the user's cache, and the user's settings out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", os.environ.get("ICC_TEST_CACHE") or str(tmp_path_factory.mktemp("cache")))
        for name in ("ICC_DATA", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUNBUFFERED"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def store(_own_cache: None) -> Iterator[Store]:
    opened = open_store(CHECKOUT)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dataset(store: Store) -> IccDataset:
    return IccDataset(store)


@pytest.fixture(scope="session")
def package(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export of the dataset as of 23 November 2026, with Parquet where that can be written."""
    folder = tmp_path_factory.mktemp("export") / "rome-statute"
    export(store, folder, date(2026, 11, 23), parquet=find_spec("pyarrow") is not None)
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
        monkeypatch.setattr(request, "clock", lambda: date(2026, 11, 23))  # the day on which the pages were read
        code, out, err = icc(*arguments)
        assert (code, err) == (0, "")
        return out

    return call
