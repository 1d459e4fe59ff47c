"""How a database file is marked as ours, and sealed with a checksum."""

import os
import zlib

from icc_cli.errors import DatasetError

APPLICATION_ID = 0x49434301
"""Marks a SQLite file as a database of this program ("ICC", 1)."""
CHECKSUM_LIMIT = 64_000_000
"""Bytes up to which a file is compared with its checksum: more than data within their bounds can fill."""


def with_checksum(content: bytes) -> bytes:
    """Return a database file with its checksum in place of the two counters by which SQLite notices changes.

    Nothing ever changes in it, and SQLite asks only that the two be equal (its file format, 1.3.7 and 1.3.18).
    """
    seal = _checksum(content).to_bytes(4, "big")
    return content[:24] + seal + content[28:92] + seal + content[96:]


def _checksum(content: bytes) -> int:
    """Return the CRC-32 of all but the two counters."""
    view = memoryview(content)
    return zlib.crc32(view[96:], zlib.crc32(view[28:92], zlib.crc32(view[:24])))


def refuse_damaged(path: str | os.PathLike[str]) -> None:
    """Compare the file with its size and checksum: one bit that has turned over must not change a date."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(size if size <= CHECKSUM_LIMIT else 100)
    except OSError as error:
        raise DatasetError(f"cannot read {path}: {error.strerror}") from None
    refuse_damage(content, path, "install icc again", size)


def refuse_damage(content: bytes, name: str | os.PathLike[str], hint: str, size: int | None = None) -> None:
    """Raise DatasetError unless the bytes of a file are those of a sound database of this program.

    `size` is that of the file where only its beginning was read.
    """
    size = len(content) if size is None else size
    pages, page_size = int.from_bytes(content[28:32], "big"), int.from_bytes(content[16:18], "big")
    if not content.startswith(b"SQLite format 3\0") or pages * page_size != size:
        raise DatasetError(f"{name} is damaged", hint)
    if int.from_bytes(content[68:72], "big") != APPLICATION_ID:
        raise DatasetError(f"{name} is no dataset of icc")
    counters = {int.from_bytes(content[24:28], "big"), int.from_bytes(content[92:96], "big")}
    if size <= CHECKSUM_LIMIT and counters != {_checksum(content)}:
        raise DatasetError(f"{name} is damaged", hint)
