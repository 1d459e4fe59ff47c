"""The fingerprint of a data directory: it changes with all that the database depends on, and with nothing else."""

import ast
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database import cache
from icc_cli.database.cache import fingerprint
from icc_cli.system.resources import PACKAGE
from tests.support.datadir import DataDir
from tests.support.graustark import RURITANIA

Icc = Callable[..., tuple[int, str, str]]


def test_the_fingerprint_does_not_depend_on_where_and_when_the_files_were_written(
    data: DataDir, tmp_path: Path
) -> None:
    shutil.copytree(data.path, tmp_path / "copy")
    os.utime(tmp_path / "copy" / RURITANIA, (0, 0))
    assert fingerprint(data.path) == fingerprint(tmp_path / "copy")


@pytest.mark.parametrize("name", ["dataset.yaml", "documents.yaml", RURITANIA, "situations/strelsau.yaml"])
def test_the_fingerprint_changes_with_every_file(data: DataDir, name: str) -> None:
    before = fingerprint(data.path)
    data.append(name, "# seen again\n")
    assert fingerprint(data.path) != before


def test_the_fingerprint_changes_when_files_change_names_or_places(data: DataDir) -> None:
    before = fingerprint(data.path)
    (data.path / "states" / "GRA.yaml").rename(data.path / "states" / "GRB.yaml")
    renamed = fingerprint(data.path)
    (data.path / "states" / "GRB.yaml").rename(data.path / "situations" / "GRB.yaml")
    moved = fingerprint(data.path)
    assert len({before, renamed, moved}) == 3


def test_the_fingerprint_changes_when_text_moves_from_one_file_to_the_next(data: DataDir) -> None:
    first, second = data.read("situations/pe-strelsau.yaml"), data.read("situations/strelsau.yaml")
    before = fingerprint(data.path)
    data.write("situations/pe-strelsau.yaml", first + second[:10])
    data.write("situations/strelsau.yaml", second[10:])
    assert fingerprint(data.path) != before


def test_the_fingerprint_changes_when_a_file_swallows_the_next(data: DataDir) -> None:
    first, second = "situations/pe-strelsau.yaml", "situations/strelsau.yaml"
    before = fingerprint(data.path)
    data.append(first, second + data.read(second))
    data.remove(second)
    assert fingerprint(data.path) != before


def test_files_that_the_database_does_not_depend_on_do_not_change_the_fingerprint(data: DataDir) -> None:
    before = fingerprint(data.path)
    data.write("LICENSE", "CC0")
    data.write("states/README.md", "One file per State.")
    assert fingerprint(data.path) == before


def makers(code: Path) -> set[Path]:
    """Return the modules that the database depends on: those that the builder and the reader import, and so on."""
    found: set[Path] = set()
    todo = [code / "database" / "build.py", *(code / "source").glob("*.py")]
    while todo:
        path = todo.pop()
        if path in found or path.stem in ("errors", "cache") or not path.exists():
            continue
        found.add(path)
        for line in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(line, ast.ImportFrom) and (line.module or "").startswith("icc_cli"):
                parts = (line.module or "").split(".")[1:]
                todo += [code.joinpath(*parts, f"{name.name}.py") for name in line.names]
                todo += [code.joinpath(*parts).with_suffix(".py")] if parts else []
    return found


def test_the_fingerprint_covers_the_code_that_builds(
    data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "icc_cli"
    shutil.copytree(PACKAGE, code, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache, "PACKAGE", str(code))
    seen = {fingerprint(data.path)}
    changed = makers(code)
    some = ("treaty/model", "treaty/status", "treaty/dates", "database/checksum", "source/invariants")
    assert {code / f"{name}.py" for name in some} <= changed
    for path in sorted(changed):
        path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        now = fingerprint(data.path)
        assert now not in seen, f"{path.name} makes the database, but is not in its fingerprint"
        seen.add(now)
