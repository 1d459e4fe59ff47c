"""The Python API is documented whole, and its examples run: those of the docstrings and those of docs/api.md."""

import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import icc_cli
from icc_cli import IccDataset
from icc_cli.api import dataset as api
from icc_cli.database import opening
from tests.support.places import RECORD, ROOT

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```pycon\n(.*?)```", PAGE, re.DOTALL)
SCRIPTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PRINTED = [
    "The Gambia 2017-11-10\nBurundi 2017-10-27\n",
    "2017-11-10 2017-10-27\n",
    "The Gambia 2017-11-10\nBurundi 2017-10-27\n(\"Democratic People's Republic of Korea\", 'Republic of Korea')\n",
]
"""What the scripts of the page print, in their order: threads, async, processes."""

METHODS = {name: member for name, member in inspect.getmembers(IccDataset) if not name.startswith("_")}
PUBLIC = {**METHODS, "open_dataset": icc_cli.open_dataset, "as_json": icc_cli.as_json}

LIBRARIES = {"to_pandas": "pandas", "to_polars": "polars", "to_arrow": "pyarrow"}


@pytest.fixture
def on_the_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the frozen record be what answers where no directory is named, and write elsewhere."""
    monkeypatch.setattr(opening, "CHECKOUT", str(RECORD))
    monkeypatch.chdir(tmp_path)


def _run(test: doctest.DocTest) -> str:
    said: list[str] = []
    doctest.DocTestRunner().run(test, out=said.append)
    return "".join(said)


@pytest.mark.usefixtures("on_the_record")
@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_function_has_an_example_that_runs(dataset: IccDataset, name: str) -> None:
    if name in LIBRARIES:
        pytest.importorskip(LIBRARIES[name])
    names = {"icc_cli": icc_cli, "dataset": dataset}
    (test,) = doctest.DocTestFinder(recurse=False).find(PUBLIC[name], name, module=False, globs=names)
    assert test.examples
    assert _run(test) == ""


@pytest.mark.usefixtures("on_the_record")
def test_the_example_of_the_package_runs() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(icc_cli, "icc_cli", globs={})
    assert test.examples
    assert _run(test) == ""


@pytest.mark.parametrize("name", [name for name, member in PUBLIC.items() if isinstance(member, FunctionType)])
def test_every_argument_is_described(name: str) -> None:
    said = inspect.getdoc(PUBLIC[name]) or ""
    arguments = [one for one in inspect.signature(PUBLIC[name]).parameters if one != "self"]
    described = re.findall(r"^    (\w+): ", said.partition("Args:")[2].partition("\n\n")[0], re.MULTILINE)
    assert described == arguments


def test_docs_name_every_method_and_every_error() -> None:
    table = PAGE.partition("## The methods")[2].partition("\n\nRecords")[0]
    assert set(re.findall(r"^\| `(\w+)", table, re.MULTILINE)) == set(METHODS)
    errors = [one for one in icc_cli.__all__ if isinstance(getattr(icc_cli, one), type)]
    errors = [one for one in errors if issubclass(getattr(icc_cli, one), icc_cli.IccError)]
    assert all(f"`{one}`" in PAGE for one in errors)
    assert api.__doc__


@pytest.mark.usefixtures("on_the_record")
@pytest.mark.parametrize("session", SESSIONS, ids=range(len(SESSIONS)))
def test_the_sessions_of_the_page_run(session: str) -> None:
    test = doctest.DocTestParser().get_doctest(session, {"icc_cli": icc_cli}, "docs/api.md", None, None)
    assert test.examples
    assert _run(test) == ""


@pytest.mark.parametrize(
    ("script", "printed"), [*zip(SCRIPTS, PRINTED, strict=True)], ids=["threads", "async", "processes"]
)
def test_the_scripts_of_the_page_run(script: str, printed: str, tmp_path: Path) -> None:
    path = tmp_path / "script.py"
    first = f"from icc_cli.database import opening\nopening.CHECKOUT = {str(RECORD)!r}\n"
    path.write_text(first + script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert (done.stdout, done.stderr) == (printed, "")
