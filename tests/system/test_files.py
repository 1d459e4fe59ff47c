"""Files are written whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icc_cli.system.files import write_whole

Icc = Callable[..., tuple[int, str, str]]


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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def interrupted(*arguments: Any) -> int:
        os.close(really(*arguments))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("icc_cli.system.files.os.open", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "a.txt", b"a")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_permissions_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("icc_cli.system.files.os.chmod", fail)
    write_whole(tmp_path / "a.txt", b"a")
    assert (tmp_path / "a.txt").read_bytes() == b"a"
