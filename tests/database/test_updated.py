"""A newer record in the user's own folder: `icc data update`, and which record answers afterwards."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from icc_cli.database import newer, opening
from icc_cli.database.build import build
from icc_cli.database.checksum import with_checksum
from icc_cli.database.opening import open_store
from icc_cli.depositary import fetch
from icc_cli.source.load import load
from tests.support.databases import DAMAGES
from tests.support.datadir import DataDir
from tests.support.places import ROOT

Icc = Callable[..., tuple[int, str, str]]
Records = dict[str, Path]


def record(data: DataDir, folder: Path, version: str, checked: str) -> Path:
    """Write a database of the small dataset with its checksum file, as an export has them."""
    folder.mkdir()
    dataset = load(data.path)._replace(version=version, checked=date.fromisoformat(checked))
    put(folder / "icc.db", build(dataset))
    return folder / "icc.db"


def put(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.with_name(f"{path.name}.sha256").write_text(f"{hashlib.sha256(content).hexdigest()}  {path.name}\n")


@pytest.fixture
def records(data: DataDir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    """Install icc with a record, and lay out three others; nothing has been updated yet."""
    monkeypatch.delenv("ICC_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    days = {
        "older": ("2025.12.0", "2025-12-01"),
        "packaged": ("2026.1.0", "2026-01-01"),
        "newer": ("2026.2.0", "2026-02-01"),
        "newest": ("2026.10.0", "2026-10-01"),
    }
    found = {name: record(data, tmp_path / name, *day) for name, day in days.items()}
    monkeypatch.setattr(opening, "PACKAGED", str(found["packaged"]))
    return found


def version() -> str:
    store = open_store()
    store.close()
    return str(store.meta["version"])


def test_the_newer_record_is_taken_and_used_from_then_on(records: Records, icc: Icc) -> None:
    assert version() == "2026.1.0"
    assert icc("data", "update", str(records["newer"])) == (
        0,
        "Dataset 2026.2.0, checked through 2026-02-01, is used from now on.\n",
        "",
    )
    assert version() == "2026.2.0"
    path = opening.updated_path()
    assert path is not None
    assert Path(path).read_bytes() == records["newer"].read_bytes()
    assert os.listdir(os.path.dirname(path)) == ["icc.db"]
    assert json.loads(icc("data", "info", "--json")[1])["data"][0]["origin"] == path
    assert "dataset 2026.2.0 (updated), checked through 2026-02-01" in icc("--version")[1]
    assert icc("data", "update", str(records["newest"]))[0] == 0
    assert version() == "2026.10.0"


def test_a_data_directory_wins_over_both(
    records: Records, icc: Icc, data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.edit("dataset.yaml", '"2026.1.0"', '"2026.1.9"')
    assert icc("data", "update", str(records["newer"]))[0] == 0
    assert "2026.1.9" in icc("data", "info", "--data", str(data.path))[1]
    monkeypatch.setenv("ICC_DATA", str(data.path))
    assert "2026.1.9" in icc("data", "info")[1]
    assert "dataset 2026.1.9, checked" in icc("--version")[1]


def test_a_record_that_came_later_with_icc_itself_wins(
    records: Records, icc: Icc, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert icc("data", "update", str(records["newer"]))[0] == 0
    monkeypatch.setattr(opening, "PACKAGED", str(records["newest"]))
    assert version() == "2026.10.0"
    assert "(updated)" not in icc("--version")[1]


def test_the_same_record_again_is_a_success_that_changes_nothing(records: Records, icc: Icc) -> None:
    said = "is used already; nothing was changed.\n"
    code, out, err = icc("data", "update", str(records["packaged"]))
    assert (code, out.endswith(said), err) == (0, True, "")
    path = opening.updated_path()
    assert path is not None
    assert not os.path.exists(path)
    assert icc("data", "update", str(records["newer"]))[0] == 0
    before = os.stat(path)
    code, out, err = icc("data", "update", str(records["newer"]))
    assert (code, out.endswith(said), err) == (0, True, "")
    assert os.stat(path).st_ino == before.st_ino


def test_an_older_record_is_refused_and_taken_by_force_where_it_would_be_used(records: Records, icc: Icc) -> None:
    assert icc("data", "update", str(records["newest"]))[0] == 0
    code, out, err = icc("data", "update", str(records["newer"]))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is older than the record in use (2026.10.0, checked through 2026-10-01); add --force to take it" in err
    assert version() == "2026.10.0"
    assert icc("data", "update", str(records["newer"]), "--force")[0] == 0
    assert version() == "2026.2.0"
    code, out, err = icc("data", "update", str(records["older"]), "--force")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is older than the record of icc itself (2026.1.0, checked through 2026-01-01)" in err
    assert version() == "2026.2.0"


def test_undo_goes_back_to_the_record_of_icc_itself(records: Records, icc: Icc) -> None:
    assert icc("data", "update", "--undo") == (0, "The record of icc itself is used already.\n", "")
    assert icc("data", "update", str(records["newer"]))[0] == 0
    assert icc("data", "update", "--undo") == (0, "The record of icc itself is used again.\n", "")
    assert version() == "2026.1.0"


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"of another dataset"}))
def test_what_is_damaged_or_of_another_program_is_refused_in_one_line(records: Records, icc: Icc, damage: str) -> None:
    put(records["newer"], DAMAGES[damage](records["newer"].read_bytes()))
    code, out, err = icc("data", "update", str(records["newer"]))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert version() == "2026.1.0"


def test_a_record_of_another_layout_is_refused_and_not_used_after_an_upgrade(
    records: Records, icc: Icc, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = records["newest"].read_bytes()
    other = with_checksum(sound[:60] + b"\0\0\0\1" + sound[64:])
    put(records["newest"], other)
    code, out, err = icc("data", "update", str(records["newest"]))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "is of another version of icc and cannot be read; upgrade: pip install --upgrade icc-cli" in err
    assert icc("data", "update", str(records["newer"]))[0] == 0
    old = records["packaged"].read_bytes()
    records["packaged"].write_bytes(with_checksum(old[:60] + b"\0\0\0\1" + old[64:]))
    assert version() == "2026.1.0"


def test_a_file_that_is_not_what_its_checksum_says_is_refused(records: Records, icc: Icc) -> None:
    beside = records["newer"].with_name("icc.db.sha256")
    for text in ("", "0" * 64 + "  icc.db\n", "\xff\x00"):
        beside.write_text(text)
        code, out, err = icc("data", "update", str(records["newer"]))
        assert (code, out, err.count("\n")) == (3, "", 1)
        assert "is not what its checksum says" in err
    beside.unlink()
    code, out, err = icc("data", "update", str(records["newer"]))
    assert (code, out, err) == (3, "", f"icc: cannot read {beside}: No such file or directory\n")
    assert version() == "2026.1.0"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name one thing to do"),
        (("icc.db", "--undo"), "name one thing to do"),
        (("-",), "a record is not read from stdin"),
        (("http://example.org/icc.db",), "a record is read from https alone"),
        (("file:///icc.db",), "a record is read from https alone"),
    ],
)
@pytest.mark.usefixtures("records")
def test_what_cannot_be_meant_is_refused(icc: Icc, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = icc("data", "update", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_an_address_is_read_with_the_checksum_beside_it(
    records: Records, icc: Icc, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def download(url: str) -> bytes:
        asked.append(url)
        name = "icc.db.sha256" if ".sha256" in url else "icc.db"
        return records["newer"].with_name(name).read_bytes()

    monkeypatch.setattr(fetch, "_download", download)
    assert icc("data", "update", "https://example.org/data/icc.db?v=2")[0] == 0
    assert asked == ["https://example.org/data/icc.db?v=2", "https://example.org/data/icc.db.sha256?v=2"]
    assert version() == "2026.2.0"


def test_what_icc_export_writes_is_taken(
    records: Records, icc: Icc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PACKAGED", str(records["newer"]))
    assert icc("export", str(tmp_path / "made"), "--on", "2026-02-01")[0] == 0
    monkeypatch.setattr(opening, "PACKAGED", str(records["packaged"]))
    assert icc("data", "update", str(tmp_path / "made" / "icc.db"))[0] == 0
    assert version() == "2026.2.0"


def test_a_damaged_record_in_the_users_folder_says_how_to_go_back(records: Records, icc: Icc) -> None:
    assert icc("data", "update", str(records["newer"]))[0] == 0
    path = opening.updated_path()
    assert path is not None
    Path(path).write_bytes(DAMAGES["one bit"](Path(path).read_bytes()))
    code, out, err = icc("status", "ruritania")
    assert (code, out, err) == (3, "", f"icc: {path} is damaged; go back with: icc data update --undo\n")
    assert icc("data", "update", str(records["newest"]))[0] == 0
    assert version() == "2026.10.0"


@pytest.mark.skipif(os.name == "nt", reason="files there have no such permissions")
def test_a_record_that_others_may_write_is_not_believed(records: Records, icc: Icc) -> None:
    assert icc("data", "update", str(records["newer"]))[0] == 0
    path = opening.updated_path()
    assert path is not None
    os.chmod(path, 0o666)
    code, out, err = icc("status", "ruritania")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "is no file that only you can write, and is not believed; go back with: icc data update --undo" in err


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    records: Records, icc: Icc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    code, out, err = icc("data", "update", str(records["newer"]))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("icc: cannot write ")


def test_a_checkout_is_not_updated(icc: Icc, records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PACKAGED", str(records["packaged"].with_name("none")))
    code, _, err = icc("data", "update", str(records["newer"]))
    assert (code, err.count("\n")) == (2, 1)
    assert "reads the data of its own checkout" in err


def test_without_an_update_one_path_is_looked_at(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    exists = os.path.exists

    def seen(path: str) -> bool:
        looked.append(path)
        return exists(path)

    monkeypatch.setattr(os.path, "exists", seen)
    monkeypatch.setattr(newer, "newer", None)
    assert version() == "2026.1.0"
    assert looked == [str(records["packaged"]), opening.updated_path()]


PROGRAM = """
import sys
from icc_cli.database import opening
opening.PACKAGED = sys.argv.pop(1)
from icc_cli.cli.main import run
sys.exit(run())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL")
def test_killed_at_any_moment_it_leaves_the_one_record_or_the_other(records: Records) -> None:
    assert updated_to(records["newer"], None) == 0
    began = time.perf_counter()
    assert updated_to(records["newest"], None) == 0
    took = time.perf_counter() - began
    chance, seen = random.Random(1), set()
    for number in range(int(os.environ.get("ICC_KILLS", "10"))):
        name = ("newer", "newest")[number % 2]
        updated_to(records[name], chance.uniform(0.5, 1.0) * took)
        seen.add(version())
    assert seen <= {"2026.2.0", "2026.10.0"}
    assert updated_to(records["newest"], None) == 0
    assert version() == "2026.10.0"


def updated_to(path: Path, seconds: float | None) -> int:
    """Take a record in a process of its own, which is killed after a while."""
    command = [sys.executable, "-c", PROGRAM, opening.PACKAGED, "data", "update", str(path), "--force"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        if seconds is not None:
            time.sleep(seconds)
            process.kill()
    return process.returncode
