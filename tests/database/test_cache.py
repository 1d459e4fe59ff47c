"""The cache of built databases: keyed by content, never half written, never needed."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database import cache
from icc_cli.database.build import build
from icc_cli.database.cache import cached, fingerprint
from icc_cli.database.checksum import with_checksum
from icc_cli.database.store import Store
from icc_cli.errors import DatasetError
from icc_cli.source.load import load
from tests.support.databases import databases, in_process, name_of, of_another_dataset
from tests.support.datadir import DataDir
from tests.support.graustark import RURITANIA
from tests.support.places import ROOT

Icc = Callable[..., tuple[int, str, str]]

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="links, owners and modes of a POSIX system")


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


def test_a_database_of_another_dataset_is_closed_before_it_is_replaced(
    data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_of(cached(data.path))
    [path] = databases(folder)
    path.write_bytes(of_another_dataset(path.read_bytes()))
    closed: list[str] = []
    close = Store.close

    def note(store: Store) -> None:
        closed.append(store.origin)
        close(store)

    monkeypatch.setattr(Store, "close", note)
    store = cached(data.path)
    assert closed == [str(path)]
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


# Where it lies


def test_the_cache_lies_where_the_user_keeps_caches(
    data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    home = "HOME" if os.name == "posix" else "USERPROFILE"
    for variable, value, place in (
        (home, "home", "home/.cache"),
        ("LOCALAPPDATA", "local", "local"),
        ("XDG_CACHE_HOME", "xdg", "xdg"),
    ):
        monkeypatch.setenv(variable, str(tmp_path / value))
        cached(data.path).close()
        [path] = tmp_path.rglob("*.db")
        assert path.parent == tmp_path / place / "icc-cli"
        path.unlink()


def test_a_relative_cache_is_passed_over(data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    cached(data.path).close()
    [path] = tmp_path.rglob("*.db")
    assert path.parent == tmp_path / ".cache" / "icc-cli"
    assert not Path("cache").exists()


def test_a_user_without_a_home_gets_no_cache_where_others_may_write(
    icc: Icc, data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "shared"))
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert icc("status", "ruritania", "--data", str(data.path))[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"data", "desk"}
    assert list(Path().iterdir()) == []


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


def test_a_disk_that_loses_what_is_written_does_no_harm(
    icc: Icc, data: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "replace", lambda path, content, _: Path(path).write_bytes(content[:4096]))
    code, out, err = icc("status", "ruritania", "--data", str(data.path))
    assert (code, out[:9], err) == (0, "Ruritania", "")


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
        patch.setattr("icc_cli.system.files.os.replace", interrupt)
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
        "import os, sys, pathlib; from icc_cli.database.cache import cached\n"
        "os.fsync = lambda handle: os._exit(9)\n"
        "cached(pathlib.Path(sys.argv[1]))"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(data.path)], cwd=ROOT, check=False)
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


@needs_posix
@pytest.mark.parametrize("leads_to", ["a file", "nothing"])
def test_a_link_in_place_of_the_database_is_replaced_and_not_written_through(
    leads_to: str, icc: Icc, data: DataDir, folder: Path, tmp_path: Path
) -> None:
    right = icc("status", "Ruritania", "--json", "--data", str(data.path))
    [database] = folder.glob("*.db")
    thesis = tmp_path / "thesis.txt"
    if leads_to == "a file":
        thesis.write_text("mine")
    database.unlink()
    database.symlink_to(thesis)
    assert icc("status", "Ruritania", "--json", "--data", str(data.path)) == right
    assert thesis.read_text() == "mine" if leads_to == "a file" else not thesis.exists()
    assert not database.is_symlink()


@needs_posix
def test_the_cache_is_its_users_own(icc: Icc, data: DataDir, folder: Path) -> None:
    before = os.umask(0)
    try:
        icc("status", "Ruritania", "--data", str(data.path))
    finally:
        os.umask(before)
    [database] = folder.glob("*.db")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


@needs_posix
@pytest.mark.parametrize("what", ["the file", "the folder"])
def test_a_database_that_others_could_have_written_is_not_believed(
    what: str, icc: Icc, data: DataDir, folder: Path
) -> None:
    right = icc("status", "Ruritania", "--json", "--data", str(data.path))
    [database] = folder.glob("*.db")
    database.write_bytes(with_checksum(database.read_bytes().replace(b"1998-12-04", b"1998-12-24")))
    assert icc("status", "Ruritania", "--json", "--data", str(data.path)) != right
    (database if what == "the file" else folder).chmod(0o777)
    assert icc("status", "Ruritania", "--json", "--data", str(data.path)) == right
