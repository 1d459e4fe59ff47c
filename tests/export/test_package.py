"""The package: valid, described in every column, reproducible, and whole or not there."""

import hashlib
import json
import re
import signal
import subprocess
import sys
import time
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from icc_cli import StateYear, UsageError
from icc_cli.database.store import Store, open_file
from icc_cli.export import DAILY, TABLES, export, panels
from icc_cli.export import package as package_of
from icc_cli.queries.names import find
from tests.support.package import contents, names, table
from tests.support.places import TODAY


def test_the_package_is_valid_by_the_frictionless_library(package: Path) -> None:
    pytest.importorskip("frictionless", reason="the extra 'examples' is not installed")
    code = (
        "import sys, frictionless\n"
        "report = frictionless.validate(sys.argv[1])\n"
        "print(report.valid, len(report.tasks), report.flatten(['name', 'type', 'note'])[:5])\n"
    )
    arguments = [sys.executable, "-c", code, str(package / "datapackage.json")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)  # apart: it warns of its own ways
    assert done.stdout == f"True {len(TABLES) + 1} []\n"


def test_every_column_and_table_is_described(package: Path, store: Store) -> None:
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["version"] == store.meta["version"]
    assert described["created"] == f"{store.meta['checked']}T00:00:00Z"
    assert [one["name"] for one in described["licenses"]] == ["CC0-1.0", "Unicode-3.0"]
    resources = {one["name"]: one for one in described["resources"]}
    assert set(resources) == {each.name for each in TABLES} | {"icc"}
    for each in (*TABLES, DAILY):
        assert re.fullmatch(r"[a-z-]+", each.name)
        for field in each.fields:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", field.name)
            assert field.description.endswith(".")
        assert set(each.key) <= {field.name for field in each.fields}
    for each in TABLES:
        with (package / "csv" / f"{each.name}.csv").open(encoding="utf-8") as file:
            header = file.readline().rstrip("\n").split(",")
        assert [field["name"] for field in resources[each.name]["schema"]["fields"]] == header
        assert resources[each.name]["schema"]["primaryKey"]
    assert [field.name for field in panels.STATE_YEAR.fields] == list(StateYear._fields)


def test_states_without_a_code_are_named_in_the_guide(package: Path, store: Store) -> None:
    guide = (package / "README.md").read_text(encoding="utf-8")
    for scheme in ("cow", "gw", "vdem"):
        (line,) = re.findall(rf"^- `{scheme}` .*: (.*)\.$", guide, re.MULTILINE)
        without = {row["iso3"] for row in table(package, "panel-state-year") if not row[scheme]}
        assert {find(store, name) for name in line.split(", ")} == without
        assert "PSE" in without


def test_the_licence_and_the_database_are_in_the_package(package: Path, store: Store) -> None:
    licence = (package / "LICENSE").read_text(encoding="utf-8")
    assert "CC0 1.0 Universal" in licence
    assert "UNICODE LICENSE V3" in licence
    whole = store.rows("SELECT count(*) FROM act")[0][0]
    copy = open_file(package / "icc.db")
    assert copy.rows("SELECT count(*) FROM act")[0][0] == whole
    copy.close()
    digest = hashlib.sha256((package / "icc.db").read_bytes()).hexdigest()
    assert (package / "icc.db.sha256").read_text() == f"{digest}  icc.db\n"


def test_the_same_dataset_and_day_give_the_same_bytes(small: Store, tmp_path: Path) -> None:
    arrow = find_spec("pyarrow") is not None

    def content(name: str) -> dict[str, bytes]:
        export(small, tmp_path / name, TODAY, daily=True, parquet=arrow)
        return contents(tmp_path / name)

    first = content("one")
    time.sleep(1.1)  # a clock in a header would have moved on
    assert content("two") == first
    assert set(first) >= {"datapackage.json", "icc.db", "csv/panel-state-day.csv.gz", "json/acts.json"}


def test_an_earlier_export_is_replaced_and_nothing_is_left_of_it(small: Store, tmp_path: Path) -> None:
    export(small, tmp_path, TODAY, daily=True)
    export(small, tmp_path, TODAY)
    databases = ["icc.db", "icc.db.sha256"]
    assert names(tmp_path) == ["LICENSE", "README.md", "csv", "datapackage.json", "datasette.json", *databases, "json"]
    assert not (tmp_path / "csv" / "panel-state-day.csv.gz").exists()


@pytest.mark.parametrize("stranger", ["notes.txt", "csv/mine.csv"])
def test_a_directory_that_holds_anything_else_is_refused_and_left_alone(
    stranger: str, small: Store, tmp_path: Path
) -> None:
    export(small, tmp_path, TODAY)
    (tmp_path / stranger).write_text("mine")
    before = (tmp_path / "datapackage.json").stat().st_mtime_ns
    with pytest.raises(UsageError, match=f"holds more than an earlier export: {stranger}"):
        export(small, tmp_path, TODAY)
    assert (tmp_path / stranger).read_text() == "mine"
    assert (tmp_path / "datapackage.json").stat().st_mtime_ns == before


def test_another_package_is_not_taken_for_an_earlier_export(small: Store, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "other", "resources": []}')
    with pytest.raises(UsageError, match=r"is not empty: datapackage\.json"):
        export(small, tmp_path, TODAY)


def test_an_export_that_fails_at_its_last_file_leaves_the_earlier_one_as_it_was(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(small, tmp_path, date(2016, 11, 16))
    before = contents(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(package_of, "descriptor", fail)
    with pytest.raises(UsageError, match="No space left on device"):
        export(small, tmp_path, TODAY)
    assert contents(tmp_path) == before


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    arguments = [sys.executable, "-m", "icc_cli", "export", str(tmp_path / "new"), "--daily"]
    # A shell's background jobs, as this test may be one of, are born deaf to the signal.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=hearing)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("new/.icc-draft-*/new/csv/*.gz")) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err == b""
    assert names(tmp_path) == []


def test_the_export_knows_no_command_line_and_no_terminal() -> None:
    code = "import sys, icc_cli.export\nassert not {'click', 'rich', 'yaml', 'pyarrow'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
