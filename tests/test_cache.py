"""The cache of built databases: keyed by content, never half written, never needed."""

import ast
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database import cache
from icc_cli.database.build import build
from icc_cli.database.cache import cached, fingerprint
from icc_cli.database.checksum import APPLICATION_ID, FORMAT, sealed
from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.database.store import Store, open_file
from icc_cli.errors import DatasetError
from icc_cli.source.load import load
from icc_cli.system.files import write_whole
from icc_cli.system.resources import PACKAGE
from tests.datadir import DataDir, small_data

Icc = Callable[..., tuple[int, str, str]]
RURITANIA = "states/RUR.yaml"


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return small_data(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a cache of its own, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "icc-cli"


def name_of(store: Store) -> str:
    """Return Ruritania's name, and close the database."""
    row = store.row("SELECT name FROM state WHERE iso3 = 'RUR'")
    store.close()
    assert row is not None
    return str(row["name"])


def databases(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.db"))


def in_process(data: DataDir, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start `icc status ruritania --json` on a dataset in a process of its own."""
    command = [sys.executable, "-m", "icc_cli", "status", "ruritania", "--json", "--data", str(data.path), *arguments]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        cwd=Path(CHECKOUT).parent,
    )


# The same content gives the same bytes


def test_the_same_content_gives_the_same_bytes() -> None:
    key = fingerprint(Path(CHECKOUT))
    assert build(load(Path(CHECKOUT)), key) == build(load(Path(CHECKOUT)), key)


def test_the_bytes_do_not_depend_on_the_process_nor_on_where_the_data_lie(data: DataDir, tmp_path: Path) -> None:
    elsewhere = small_data(tmp_path / "else" / "where")
    hashes = {
        hashlib.sha256(build(load(data.path), "key")).hexdigest(),
        hashlib.sha256(build(load(elsewhere.path), "key")).hexdigest(),
    }
    program = (
        "import hashlib, sys; from pathlib import Path; from icc_cli.database.build import build;"
        "from icc_cli.source.load import load;"
        "print(hashlib.sha256(build(load(Path(sys.argv[1])), 'key')).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"}
        command = [sys.executable, "-c", program, str(data.path)]
        root = Path(CHECKOUT).parent
        hashes.add(subprocess.check_output(command, text=True, env=environment, cwd=root).strip())
    assert len(hashes) == 1


def test_a_database_knows_what_it_is_and_what_it_was_made_from(data: DataDir, folder: Path) -> None:
    store = cached(data.path)
    assert store.row("PRAGMA application_id")["application_id"] == APPLICATION_ID  # type: ignore[index]
    assert store.row("PRAGMA user_version")["user_version"] == FORMAT  # type: ignore[index]
    assert store.row("PRAGMA integrity_check")["integrity_check"] == "ok"  # type: ignore[index]
    key = fingerprint(data.path)
    assert store.meta["fingerprint"] == key
    assert databases(folder) == [folder / f"{key}.db"]
    store.close()


def test_a_database_may_be_built_without_a_fingerprint(data: DataDir) -> None:
    assert build(load(data.path)).startswith(b"SQLite format 3\0")


# The fingerprint


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


# Reading from the cache


def test_a_second_question_reads_the_database_that_the_first_has_built(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert name_of(cached(data.path)) == "Ruritania"
    [path] = databases(folder)
    written = path.stat().st_mtime_ns
    monkeypatch.setattr("icc_cli.source.load.load", None)
    assert name_of(cached(data.path)) == "Ruritania"
    assert path.stat().st_mtime_ns == written


def test_a_changed_file_gives_a_new_database(data: DataDir, folder: Path) -> None:
    assert name_of(cached(data.path)) == "Ruritania"
    data.edit(RURITANIA, "\nname: Ruritania", "\nname: New Ruritania")
    assert name_of(cached(data.path)) == "New Ruritania"
    assert len(databases(folder)) == 2
    data.edit(RURITANIA, "\nname: New Ruritania", "\nname: Ruritania")
    assert name_of(cached(data.path)) == "Ruritania"
    assert len(databases(folder)) == 2


def test_a_file_that_is_spoilt_later_is_not_answered_from_the_cache(data: DataDir, folder: Path) -> None:
    name_of(cached(data.path))
    data.edit(RURITANIA, "effect: 2017-11-10", "effect: 2017-11-11")
    with pytest.raises(DatasetError, match="the dataset is not valid"):
        cached(data.path)
    assert len(databases(folder)) == 1


def foreign_database(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('version', '1');")
    made = connection.serialize()
    connection.close()
    return made


def other_format(content: bytes) -> bytes:
    return content[:60] + (FORMAT + 1).to_bytes(4, "big") + content[64:]


def of_other_data(content: bytes) -> bytes:
    return sealed(content.replace(b"Ruritania", b"Rzritania").replace(b"fingerprint", b"fingerprunt"))


def without_tables(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}; CREATE TABLE x (y);"
    )
    made = connection.serialize()
    connection.close()
    return sealed(made)


def without_its_day(content: bytes) -> bytes:
    return sealed(content.replace(b"checked", b"chekked"))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "part of the header": lambda content: content[:50],
    "half": lambda content: content[: len(content) // 2],
    "a byte short": lambda content: content[:-1],
    "a byte long": lambda content: content + b"\0",
    "zeros": lambda content: b"\0" * len(content),
    "text": lambda content: b"not a database",
    "one bit": lambda content: content.replace(b"Ruritania", b"Suritania", 1),
    "overwritten after the header": lambda content: content[:100] + b"\xff" * (len(content) - 100),
    "of another program": foreign_database,
    "of another format": other_format,
    "of another dataset": of_other_data,
    "without tables": without_tables,
    "without its day": without_its_day,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_or_foreign_database_is_replaced_and_the_answer_right(
    icc: Icc, data: DataDir, folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    code, right, _ = icc("status", "ruritania", "--on", "2016-12-01", "--data", str(data.path))
    assert (code, right[:9]) == (0, "Ruritania")
    [path] = databases(folder)
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    assert path.read_bytes() != sound
    assert icc("status", "ruritania", "--on", "2016-12-01", "--data", str(data.path)) == (0, right, "")
    assert path.read_bytes() == sound


def test_a_page_spoilt_inside_a_whole_database_gives_no_traceback(icc: Icc, data: DataDir, folder: Path) -> None:
    question = ("status", "ruritania", "--on", "2016-12-01", "--data", str(data.path))
    _, right, _ = icc(*question)
    [path] = databases(folder)
    sound = path.read_bytes()
    size = int.from_bytes(sound[16:18], "big")
    for page in range(1, len(sound) // size):
        path.write_bytes(sound[: page * size] + b"\x5a" * size + sound[(page + 1) * size :])
        code, out, err = icc(*question)
        assert (code, out) == (0, right) or (code, out, err.count("\n")) == (3, "", 1), page


def test_a_database_of_another_dataset_is_closed_before_it_is_replaced(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_of(cached(data.path))
    [path] = databases(folder)
    path.write_bytes(of_other_data(path.read_bytes()))
    closed: list[str] = []
    close = Store.close

    def note(store: Store) -> None:
        closed.append(store.origin)
        close(store)

    monkeypatch.setattr(Store, "close", note)
    store = cached(data.path)
    assert closed == [str(path)]
    store.close()


def test_one_bit_that_turns_over_never_changes_an_answer(icc: Icc, data: DataDir, folder: Path) -> None:
    question = ("status", "ruritania", "--on", "2016-12-01", "--data", str(data.path))
    _, right, _ = icc(*question)
    [path] = databases(folder)
    sound = path.read_bytes()
    for place in [24, 92, sound.index(b"2016-11-10"), sound.rindex(b"Ruritania"), len(sound) - 1]:
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert icc(*question) == (0, right, "")
        assert path.read_bytes() == sound


def test_a_user_without_a_home_gets_no_cache_where_others_may_write(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "shared"))
    assert cache._folder() is None
    assert icc("status", "ruritania", "--data", str(data.path))[0] == 0
    assert not (tmp_path / "shared").exists()


# Where no cache can be kept


def test_a_file_in_place_of_the_cache_does_no_harm(icc: Icc, data: DataDir, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("not a directory")
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")
    assert folder.read_text() == "not a directory"


def test_a_file_in_place_of_the_directory_above_does_no_harm(icc: Icc, data: DataDir, folder: Path) -> None:
    folder.parent.write_text("not a directory")
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")


def test_a_directory_in_place_of_the_database_does_no_harm(icc: Icc, data: DataDir, folder: Path) -> None:
    (folder / f"{fingerprint(data.path)}.db").mkdir(parents=True)
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_cache_whose_name_is_too_long_does_no_harm(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ("x" * 300)))
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everywhere")
@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_a_cache_without_the_right_to_read_or_write_does_no_harm(
    icc: Icc, data: DataDir, folder: Path, mode: int
) -> None:
    folder.mkdir(parents=True)
    folder.chmod(mode)
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    folder.chmod(0o700)
    assert (code, out[:9], err) == (0, "Ruritania", "")


@pytest.mark.parametrize("failing", ["open", "fsync", "replace"])
def test_a_full_or_failing_disk_does_no_harm(
    icc: Icc, data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*arguments: object, **keys: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"icc_cli.system.files.os.{failing}", fail)
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")
    assert list(folder.iterdir()) == []


def test_the_cache_lies_where_the_user_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME" if os.name == "posix" else "USERPROFILE", str(tmp_path))
    assert cache._folder() == tmp_path / ".cache" / "icc-cli"
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache._folder() == tmp_path / "local" / "icc-cli"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache._folder() == tmp_path / "xdg" / "icc-cli"


def test_a_relative_cache_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert cache._folder() == tmp_path / ".cache" / "icc-cli"


# Two at once, and one killed


def test_two_processes_that_build_at_once_both_answer(data: DataDir, folder: Path) -> None:
    running = [in_process(data) for _ in range(3)]
    told = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(set(told)) == 1
    assert told[0][1] == ""
    assert [path.name for path in folder.iterdir()] == [f"{fingerprint(data.path)}.db"]


def test_a_build_that_is_interrupted_leaves_nothing(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("icc_cli.database.cache.os.replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            cached(data.path)
    assert list(folder.iterdir()) == []
    assert name_of(cached(data.path)) == "Ruritania"


def test_a_draft_of_a_killed_process_is_never_read(icc: Icc, data: DataDir, folder: Path) -> None:
    folder.mkdir(parents=True)
    draft = folder / ".draft-killed"
    draft.write_bytes(build(load(data.path), fingerprint(data.path))[:5000])
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")
    assert draft.exists()  # it may be another's, still being written
    assert len(databases(folder)) == 1


def test_a_process_killed_while_it_writes_leaves_no_broken_database(data: DataDir, folder: Path) -> None:
    program = (
        "import os, sys, pathlib; from icc_cli.database import cache\n"
        "cache.os.fsync = lambda handle: os._exit(9)\n"
        "cache.cached(pathlib.Path(sys.argv[1]))"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(data.path)], cwd=Path(CHECKOUT).parent, check=False)
    assert killed.returncode == 9
    assert [path.name[:7] for path in folder.iterdir()] == [".draft-"]
    assert name_of(cached(data.path)) == "Ruritania"


# Old databases


def test_drafts_of_a_day_ago_are_removed_and_younger_ones_kept(data: DataDir, folder: Path) -> None:
    folder.mkdir(parents=True)
    old, young = folder / ".draft-old", folder / ".draft-young"
    for path, age in ((old, 90_000), (young, 3_600)):
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    name_of(cached(data.path))
    assert not old.exists()
    assert young.exists()


def test_the_oldest_databases_are_removed(data: DataDir, folder: Path) -> None:
    folder.mkdir(parents=True)
    for age in range(1, 15):
        path = folder / f"{age:032x}.db"
        path.write_bytes(b"old")
        os.utime(path, (time.time() - 60 * age,) * 2)
    (folder / "notes.txt").write_text("not ours")
    name_of(cached(data.path))
    kept = {path.name for path in folder.iterdir()}
    assert kept == {f"{fingerprint(data.path)}.db", "notes.txt", *(f"{age:032x}.db" for age in range(1, 8))}


def test_the_database_just_made_is_never_removed(data: DataDir, folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(10):
        path = folder / f"{number:032x}.db"
        path.write_bytes(b"of the future")
        os.utime(path, (time.time() + 86_400,) * 2)
    name_of(cached(data.path))
    assert (folder / f"{fingerprint(data.path)}.db").exists()
    assert name_of(cached(data.path)) == "Ruritania"


# What is asked without --data


def test_a_packaged_database_is_read_as_it_is(
    data: DataDir, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "icc.db"
    packaged.write_bytes(build(load(data.path)))
    monkeypatch.setattr("icc_cli.database.opening.PACKAGED", str(packaged))
    assert name_of(open_store()) == "Ruritania"
    assert not folder.exists()
    data.edit(RURITANIA, "\nname: Ruritania", "\nname: New Ruritania")
    assert name_of(open_store(data.path)) == "New Ruritania"


def test_an_installation_without_any_dataset_says_so(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icc_cli.database.opening.PACKAGED", str(tmp_path / "none.db"))
    monkeypatch.setattr("icc_cli.database.opening.CHECKOUT", str(tmp_path / "none"))
    assert icc("status", "ruritania") == (
        3,
        "",
        "icc: this installation holds no dataset; install icc again, or name one with --data DIR\n",
    )
    assert icc("status", "ruritania", "--data", str(data.path))[0] == 0


PACKAGED_DAMAGES = {
    "half": "is damaged; install icc again",
    "text": "is damaged; install icc again",
    "zeros": "is damaged; install icc again",
    "one bit": "is damaged; install icc again",
    "of another program": "is no dataset of icc",
    "of another format": "was made by another version of icc; install icc again",
    "without tables": "(no such table: meta)",
    "without its day": "was made by another version of icc; install icc again",
}


@pytest.mark.parametrize(("damage", "message"), PACKAGED_DAMAGES.items())
def test_a_damaged_packaged_database_is_told_in_one_line(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str, message: str
) -> None:
    packaged = tmp_path / "icc.db"
    packaged.write_bytes(DAMAGES[damage](build(load(data.path))))
    monkeypatch.setattr("icc_cli.database.opening.PACKAGED", str(packaged))
    code, out, err = icc("status", "ruritania")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert err.startswith(f"icc: {packaged} ")
    assert message in err


def test_a_file_that_cannot_be_read_is_told_in_one_line(
    icc: Icc, data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def fail(path: Path) -> bytes:
        if path.name == "GRA.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", fail)
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out) == (3, "")
    assert err == f"icc: cannot read {data.path / 'states' / 'GRA.yaml'}: Permission denied\n"


def test_a_checkout_is_read_through_the_cache(folder: Path) -> None:
    store = open_store()
    assert store.meta["fingerprint"] == fingerprint(Path(CHECKOUT))
    store.close()
    assert len(databases(folder)) == 1


def test_a_database_cannot_be_written_to(data: DataDir, folder: Path) -> None:
    for _ in range(2):
        store = cached(data.path)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.connection.execute("DELETE FROM state")
        store.close()


def test_data_that_change_while_they_are_read_are_not_kept_as_what_they_were(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_late(directory: Path) -> object:
        data.edit(RURITANIA, "\nname: Ruritania", "\nname: New Ruritania")
        return load(directory)

    with monkeypatch.context() as patch:
        patch.setattr("icc_cli.source.load.load", load_late)
        name_of(cached(data.path))
    data.edit(RURITANIA, "\nname: New Ruritania", "\nname: Ruritania")
    assert name_of(cached(data.path)) == "Ruritania"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_pipe_in_place_of_the_database_is_not_waited_for(data: DataDir, folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / f"{fingerprint(data.path)}.db")
    process = in_process(data)
    try:
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert (process.returncode, err) == (0, "")
    assert '"Ruritania"' in out


def test_the_fingerprint_changes_when_a_file_swallows_the_next(data: DataDir) -> None:
    first, second = "situations/pe-strelsau.yaml", "situations/strelsau.yaml"
    before = fingerprint(data.path)
    data.append(first, second + data.read(second))
    data.remove(second)
    assert fingerprint(data.path) != before


def test_one_bit_that_turns_over_in_the_largest_database_is_noticed(data: DataDir, tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(build(load(data.path)))
    connection.execute("CREATE TABLE much AS SELECT zeroblob(20000000)")
    content = sealed(connection.serialize())
    connection.close()
    path = tmp_path / "large.db"
    path.write_bytes(content)
    assert name_of(open_file(path)) == "Ruritania"
    path.write_bytes(content.replace(b"Ruritania", b"Suritania", 1))
    with pytest.raises(DatasetError, match="is damaged"):
        open_file(path)


def test_a_disk_that_loses_what_is_written_does_no_harm(
    icc: Icc, data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "write_whole", lambda path, content: path.write_bytes(content[:4096]))
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")


def test_a_file_is_whole_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "short.txt"
    synced: list[tuple[int, bool]] = []
    monkeypatch.setattr(
        "icc_cli.system.files.os.fsync", lambda file: synced.append((os.fstat(file).st_size, path.exists()))
    )
    write_whole(path, b"short")
    assert synced == [(5, False)]
    assert path.read_bytes() == b"short"


def test_an_interrupt_at_the_moment_a_draft_is_made_leaves_nothing(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def interrupted(*arguments: Any) -> int:
        os.close(really(*arguments))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("icc_cli.system.files.os.open", interrupted)
        with pytest.raises(KeyboardInterrupt):
            cached(data.path)
    assert list(folder.iterdir()) == []


def test_a_file_system_without_permissions_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("icc_cli.system.files.os.chmod", fail)
    write_whole(tmp_path / "a.txt", b"a")
    assert (tmp_path / "a.txt").read_bytes() == b"a"


def test_what_was_spoilt_before_it_was_sealed_gives_no_traceback(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "icc.db"
    monkeypatch.setattr("icc_cli.database.opening.PACKAGED", str(packaged))
    sound = build(load(data.path))
    size = int.from_bytes(sound[16:18], "big")
    spoilt = [sound[:at] + b"\x5a" * size + sound[at + size :] for at in range(size, len(sound), size)]
    told, err = set(), ""
    for content in (*spoilt, sound.replace(b"Ruritania", b"\xffuritania")):
        packaged.write_bytes(sealed(content))
        code, out, err = icc("status", "RUR", "--on", "2016-12-01")
        assert code == 0 or (code, out, err.count("\n")) == (3, "", 1)
        told.add(err.partition(" (")[0])
    assert f"icc: {packaged} is damaged" in told
    assert told <= {"", f"icc: {packaged} is damaged", f"icc: {packaged} cannot be read as a dataset"}
    assert "is damaged" in err


@pytest.mark.skipif(os.name == "nt", reason="no directory can have this name there")
@pytest.mark.parametrize("name", ["a?b", "a#b", "a%41b", "file:a"])
def test_a_cache_may_have_a_name_that_means_something_in_an_address(
    data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
    assert name_of(cached(data.path)) == "Ruritania"
    monkeypatch.setattr("icc_cli.source.load.load", None)
    assert name_of(cached(data.path)) == "Ruritania"
