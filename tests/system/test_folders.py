"""A folder is written whole or not at all: whatever breaks off, what was there is there, or is put right."""

import os
import sys
import time
from pathlib import Path

import pytest

from icc_cli.errors import UsageError
from icc_cli.system.folders import written_whole
from tests.support.package import contents, names

OLD = {"list.txt": "a.txt b/c.txt list.txt old.txt", "a.txt": "old", "b/c.txt": "old", "old.txt": "old"}
NEW = {"list.txt": "a.txt b/c.txt list.txt new.txt", "a.txt": "new", "b/c.txt": "new", "new.txt": "new"}
TOP = ("a.txt", "b", "list.txt")


def listed(folder: Path) -> set[str]:
    """Return the files that the list in a folder names."""
    try:
        return set((folder / "list.txt").read_text().split())
    except OSError:
        return set()


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def write(folder: Path, files: dict[str, str]) -> None:
    with written_whole(folder, "sample", listed) as draft:
        put(draft, files)


def read(folder: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in contents(folder).items()}


def test_what_was_there_is_replaced_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    write(tmp_path, NEW)
    assert read(tmp_path) == NEW
    assert names(tmp_path) == sorted([*TOP, "new.txt"])


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("earlier", [True, False])
def test_after_a_failure_within_all_is_as_it_was(error: BaseException, earlier: bool, tmp_path: Path) -> None:
    place = tmp_path / "new"
    if earlier:
        write(place, OLD)

    def fail() -> None:
        with written_whole(place, "sample", listed) as draft:
            put(draft, {"a.txt": "half"})
            raise error

    with pytest.raises((UsageError, KeyboardInterrupt), match="No space left on device" if error.args else None):
        fail()
    assert names(tmp_path) == (["new"] if earlier else [])
    assert read(place) == (OLD if earlier else {})


@pytest.mark.parametrize("failing", range(1, 9))
def test_a_failure_while_files_are_put_in_place_brings_the_old_ones_back(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whichever of the moves, four out and four in."""
    write(tmp_path, OLD)
    real, calls = os.rename, []

    def rename(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr("icc_cli.system.folders.os.rename", rename)
    with pytest.raises(UsageError, match="Input/output error"):
        write(tmp_path, NEW)
    assert read(tmp_path) == OLD


@pytest.mark.parametrize("moved", range(9))
def test_a_folder_whose_writer_was_killed_while_it_took_the_place_of_another_is_put_right_by_the_next(
    moved: int, tmp_path: Path
) -> None:
    """At each of the moves by which it does so, it may have been the last."""
    folder, draft = tmp_path / "sample", tmp_path / "sample" / ".icc-draft-killed"
    write(folder, OLD)
    put(draft / "new", NEW)
    out, into = sorted([*TOP, "old.txt"]), sorted([*TOP, "new.txt"])
    moves = [(folder / name, draft / name) for name in out] + [(draft / "new" / name, folder / name) for name in into]
    assert len(moves) == 8
    for source, target in moves[:moved]:
        source.rename(target)
    write(folder, NEW)
    assert {name: text for name, text in read(folder).items() if not name.startswith(".")} == NEW


def test_drafts_of_killed_processes_are_removed_after_a_day_and_younger_ones_kept(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    for name, age in (("old", 90_000), ("young", 3_600)):
        draft = tmp_path / f".icc-draft-{name}"
        put(draft, {"half.csv": "half"})
        os.utime(draft, (time.time() - age,) * 2)
    write(tmp_path, OLD)
    assert [name for name in names(tmp_path) if name.startswith(".")] == [".icc-draft-young"]


# Two at once


@pytest.mark.skipif(sys.platform == "win32", reason="locks of directories, as POSIX has them")
@pytest.mark.parametrize("earlier", [True, False])
def test_a_second_writer_is_refused_while_the_first_writes_and_loses_nothing_of_it(
    earlier: bool, tmp_path: Path
) -> None:
    place = tmp_path / "new"
    if earlier:
        write(place, OLD)
    with written_whole(place, "sample", listed) as draft:
        put(draft, NEW)
        with pytest.raises(UsageError, match=f"another process writes to {place}"):
            write(place, OLD)
    assert read(place) == NEW
    write(place, OLD)
    assert read(place) == OLD


# What a host that publishes the directory needs


def test_what_the_publishing_host_needs_stays(tmp_path: Path) -> None:
    host = {"CNAME": "example.org", ".nojekyll": "", ".git/config": "[core]"}
    put(tmp_path, host)
    for files in (OLD, NEW):
        write(tmp_path, files)
        assert read(tmp_path) == {**files, **host}


def test_a_file_of_its_user_is_still_refused(tmp_path: Path) -> None:
    put(tmp_path, {".nojekyll": "", "thesis.txt": "mine"})
    with pytest.raises(UsageError, match=r"is not empty: thesis\.txt"):
        write(tmp_path, OLD)
    assert read(tmp_path) == {".nojekyll": "", "thesis.txt": "mine"}
