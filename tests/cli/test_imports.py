"""What a short answer imports: what it needs, and nothing else. Each needless import would cost every answer time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icc_cli.database.build import build
from icc_cli.source.load import load
from tests.support.places import RECORD, ROOT

PROGRAM = """
import atexit, click, sqlite3, sys
before = set(sys.modules)
database = sys.argv.pop(1)
if database:
    import icc_cli.database.opening
    icc_cli.database.opening.PACKAGED = database
from icc_cli.__main__ import main
atexit.register(lambda: print("\\n" + " ".join(sorted(set(sys.modules) - before)), file=sys.stderr))
main()
"""
"""Runs `icc` as installed from a wheel: on a packaged database, if one is named.

Ends stderr with what that imported beyond click and sqlite3.
"""

NEEDLESS = {
    ("--version",): ("output", "page", "queries", "treaty", "views"),
    ("--help",): ("database", "output", "page", "queries", "treaty", "views"),
    ("status", "russia", "--json"): ("page.blocks", "treaty.details", "treaty.labels", "views.status"),
    ("withdrawals", "--since", "2016"): ("output.json", "output.table", "treaty.details"),
}
"""Each question with some of what it does not need."""
NEVER = ("api", "contract", "depositary", "export", "jurisdiction", "pictures", "site", "source", "treaty.model")
"""What no short answer needs: each needless import would cost it time."""

VIEWS = tuple(f"views.{path.stem}" for path in (ROOT / "icc_cli" / "views").glob("[a-z]*.py"))

LIBRARY = {"gc", "unicodedata", "zlib"}
"""What may come of the standard library, and of all others, beyond that."""
LAYOUT = {"_bz2", "_compression", "_lzma", "bz2", "fnmatch", "lzma", "shutil", "textwrap", "click._textwrap"}
"""And for help, which click lays out."""
JSON = {"json", "json.decoder", "json.encoder", "json.scanner", "_json"}
"""And for an answer in JSON."""


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the database that a wheel carries."""
    path = tmp_path_factory.mktemp("packaged") / "icc.db"
    path.write_bytes(build(load(RECORD)))
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
        cwd=ROOT,
        env={**environment, **asked},
    )
    modules = set(done.stderr.splitlines()[-1].split())
    ours = {name.removeprefix("icc_cli.") for name in modules if name.startswith("icc_cli.")}
    return ours, {name for name in modules if name.split(".")[0] != "icc_cli"}, done.stdout


def within(modules: set[str], rooms: tuple[str, ...]) -> set[str]:
    """Return the modules that lie in one of these rooms, or are one; `views.` are those within it."""
    return {name for name in modules if f"{name}.".startswith(tuple(f"{room}." for room in rooms))}


@pytest.mark.parametrize("arguments", NEEDLESS, ids=" ".join)
def test_a_short_answer_imports_nothing_that_it_does_not_need(packaged: Path, arguments: tuple[str, ...]) -> None:
    ours, others, answer = imported(packaged, arguments)
    assert answer.strip()
    assert not within(ours, NEVER + NEEDLESS[arguments])
    assert others <= LIBRARY | (JSON if "--json" in arguments else set()) | (LAYOUT if "--help" in arguments else set())


def test_a_record_of_the_users_own_costs_a_short_answer_no_import_but_of_how_it_is_chosen(
    packaged: Path, tmp_path: Path
) -> None:
    own = tmp_path / "icc-cli" / "record" / "icc.db"
    own.parent.mkdir(mode=0o700, parents=True)
    shutil.copy(packaged, own)
    ours, others, answer = imported(packaged, ("--version",), XDG_DATA_HOME=str(tmp_path))
    assert "(updated)" in answer
    assert {"database.newer", "system.own"} == ours - imported(packaged, ("--version",))[0]
    assert others <= LIBRARY


@pytest.mark.parametrize("arguments", ["show darfur", "cite gambia", "agreement", "amendments", "map"])
def test_no_answer_in_json_imports_the_yaml_layer_or_rich(packaged: Path, arguments: str) -> None:
    ours, others, _ = imported(packaged, (*arguments.split(), "--json"))
    assert not within(ours, ("database.build", "database.cache", "source", "treaty.grounds", "treaty.model"))
    assert not {"rich", "yaml"} & {name.partition(".")[0] for name in others}


def test_the_answer_that_is_measured_is_the_one_that_a_wheel_gives(packaged: Path) -> None:
    _, _, answer = imported(packaged, ("status", "russia", "--json"))
    assert json.loads(answer)["data"][0]["status"] == "signatory-no-intent"


@pytest.mark.parametrize("line", ["icc st", "icc status so", "icc show gmb", "icc cite ken"])
def test_completion_imports_nothing_that_it_does_not_need(packaged: Path, line: str) -> None:
    ours, others, answer = imported(packaged, (), _ICC_COMPLETE="bash", _ICC_LINE=line)
    assert len(answer.splitlines()) > 1
    assert not within(ours, (*NEVER, *VIEWS, "queries.show", "queries.cite"))
    assert others <= LIBRARY | {"click.shell_completion"}
