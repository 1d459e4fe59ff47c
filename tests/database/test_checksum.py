"""A database that came to harm: noticed, replaced if it is a cached one, and never a wrong answer."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.build import build
from icc_cli.database.checksum import with_checksum
from icc_cli.database.store import open_file
from icc_cli.errors import DatasetError
from icc_cli.source.load import load
from tests.support.databases import DAMAGES, databases, name_of
from tests.support.datadir import DataDir

Icc = Callable[..., tuple[int, str, str]]


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


def test_one_bit_that_turns_over_never_changes_an_answer(icc: Icc, data: DataDir, folder: Path) -> None:
    question = ("status", "ruritania", "--on", "2016-12-01", "--data", str(data.path))
    _, right, _ = icc(*question)
    [path] = databases(folder)
    sound = path.read_bytes()
    for place in [24, 92, sound.index(b"2016-11-10"), sound.rindex(b"Ruritania"), len(sound) - 1]:
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert icc(*question) == (0, right, "")
        assert path.read_bytes() == sound


def test_one_bit_that_turns_over_in_the_largest_database_is_noticed(data: DataDir, tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(build(load(data.path)))
    connection.execute("CREATE TABLE much AS SELECT zeroblob(20000000)")
    content = with_checksum(connection.serialize())
    connection.close()
    path = tmp_path / "large.db"
    path.write_bytes(content)
    assert name_of(open_file(path)) == "Ruritania"
    path.write_bytes(content.replace(b"Ruritania", b"Suritania", 1))
    with pytest.raises(DatasetError, match="is damaged"):
        open_file(path)
