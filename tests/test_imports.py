"""What a short answer imports: what it needs, and nothing else. Each needless import would cost every answer time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from icc_cli.build import build
from icc_cli.source.load import load
from icc_cli.store import CHECKOUT

PROGRAM = """
import atexit, click, sqlite3, sys
before = set(sys.modules)
database = sys.argv.pop(1)
if database:
    import icc_cli.store
    icc_cli.store.PACKAGED = database
from icc_cli.__main__ import main
atexit.register(lambda: print("\\n" + " ".join(sorted(set(sys.modules) - before)), file=sys.stderr))
main()
"""
"""Runs `icc` as installed from a wheel: on a packaged database, if one is named.

Ends stderr with what that imported beyond click and sqlite3.
"""

START = {"__main__", "cli", "errors", "streams"}
ASKING = START | {"store", "cli.asking", "cli.writing", "dates", "names", "output", "output.terminal"}
STATUS = {"cli.status", "queries", "queries.acts", "queries.status", "status", "vocabulary"}
LISTING = {
    "cli.withdrawals", "queries", "queries.acts", "queries.withdrawals", "vocabulary",
    "views", "views.listings", "views.words", "labels", "output.blocks", "output.plain",
}  # fmt: skip
ALLOWED = {
    ("--version",): START | {"store"},
    ("--help",): START,
    ("status", "russia", "--json"): ASKING | STATUS | {"output.json"},
    ("withdrawals", "--since", "2016"): ASKING | LISTING,
}
"""Each question with the modules of `icc_cli` that answer it: adding to one of these costs that answer time."""

LIBRARY = {"gc", "unicodedata", "zlib"}
"""What may come of the standard library, and of all others, beyond that."""
JSON = {"json", "json.decoder", "json.encoder", "json.scanner", "_json"}
"""And for an answer in JSON."""


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the database that a wheel carries."""
    path = tmp_path_factory.mktemp("packaged") / "icc.db"
    path.write_bytes(build(load(Path(CHECKOUT))))
    return path


def imported(packaged: Path, arguments: tuple[str, ...], **asked: str) -> tuple[set[str], set[str], str]:
    """Return the modules of icc that a question imports, the other ones, and the answer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ICC_", "COV"))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "" if arguments == ("--help",) else str(packaged), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=Path(CHECKOUT).parent,
        env={**environment, **asked},
    )
    modules = set(done.stderr.splitlines()[-1].split())
    ours = {name.removeprefix("icc_cli.") for name in modules if name.startswith("icc_cli.")}
    return ours, {name for name in modules if name.split(".")[0] != "icc_cli"}, done.stdout


@pytest.mark.parametrize("arguments", ALLOWED, ids=" ".join)
def test_a_short_answer_imports_what_it_needs_and_nothing_else(packaged: Path, arguments: tuple[str, ...]) -> None:
    ours, others, answer = imported(packaged, arguments)
    assert answer.strip()
    assert ours == ALLOWED[arguments]
    assert others <= LIBRARY | (JSON if "--json" in arguments else set())


def test_the_answer_that_is_measured_is_the_one_that_a_wheel_gives(packaged: Path) -> None:
    _, _, answer = imported(packaged, ("status", "russia", "--json"))
    assert json.loads(answer)["data"][0]["status"] == "signatory-no-intent"


COMPLETING = ASKING | {"cli.shells", "cli.completing"}
OFFERED = {
    "icc st": START | {"cli.shells", "store"},  # the store: by the program above
    "icc status so": COMPLETING | STATUS,
    "icc show gmb": COMPLETING | {"cli.show", "output.blocks", "vocabulary"},
    "icc cite ken": COMPLETING | {"cli.cite", "output.blocks", "vocabulary"},
}
"""What a shell asks with the modules that may answer it."""


@pytest.mark.parametrize("line", OFFERED)
def test_completion_imports_nothing_but_what_it_needs(packaged: Path, line: str) -> None:
    ours, others, answer = imported(packaged, (), _ICC_COMPLETE="bash", _ICC_LINE=line)
    assert len(answer.splitlines()) > 1
    assert ours <= OFFERED[line]
    assert others <= LIBRARY | {"click.shell_completion"}
