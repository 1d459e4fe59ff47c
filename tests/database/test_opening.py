"""What answers when no data directory is named: the packaged database, or the data of a checkout."""

from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.build import build
from icc_cli.database.cache import fingerprint
from icc_cli.database.checksum import with_checksum
from icc_cli.database.opening import open_store
from icc_cli.source.load import load
from tests.support.databases import DAMAGES, databases, name_of
from tests.support.datadir import DataDir
from tests.support.graustark import RURITANIA

Icc = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _no_directory_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ICC_DATA")


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


def test_a_checkout_is_read_through_the_cache(
    data: DataDir, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icc_cli.database.opening.PACKAGED", str(tmp_path / "none.db"))
    monkeypatch.setattr("icc_cli.database.opening.CHECKOUT", str(data.path))
    store = open_store()
    assert store.meta["fingerprint"] == fingerprint(data.path)
    assert name_of(store) == "Ruritania"
    assert len(databases(folder)) == 1


PACKAGED_DAMAGES = {
    "half": "is damaged; install icc again",
    "text": "is damaged; install icc again",
    "zeros": "is damaged; install icc again",
    "one bit": "is damaged; install icc again",
    "of another program": "is no dataset of icc",
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
        packaged.write_bytes(with_checksum(content))
        code, out, err = icc("status", "RUR", "--on", "2016-12-01")
        assert code == 0 or (code, out, err.count("\n")) == (3, "", 1)
        told.add(err.partition(" (")[0])
    assert f"icc: {packaged} is damaged" in told
    assert told <= {"", f"icc: {packaged} is damaged", f"icc: {packaged} cannot be read as a dataset"}
    assert "is damaged" in err
