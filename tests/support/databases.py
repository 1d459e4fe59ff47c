"""Built databases: what is in them, where they lie, and how they come to harm."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from icc_cli.database.checksum import APPLICATION_ID, with_checksum
from icc_cli.database.store import Store
from tests.support.datadir import DataDir
from tests.support.places import ROOT


def name_of(store: Store) -> str:
    """Return Ruritania's name, and close the database."""
    row = store.row("SELECT name FROM state WHERE iso3 = 'RUR'")
    store.close()
    assert row is not None
    return str(row["name"])


def databases(folder: Path) -> list[Path]:
    """Return the databases in a folder."""
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
        cwd=ROOT,
    )


def of_another_program(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('version', '1');")
    made = connection.serialize()
    connection.close()
    return made


def of_another_dataset(content: bytes) -> bytes:
    return with_checksum(content.replace(b"Ruritania", b"Rzritania").replace(b"fingerprint", b"fingerprunt"))


def without_tables(content: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE x (y);")
    made = connection.serialize()
    connection.close()
    return with_checksum(made)


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
    "of another program": of_another_program,
    "of another dataset": of_another_dataset,
    "without tables": without_tables,
    "without its day": lambda content: with_checksum(content.replace(b"checked", b"chekked")),
}
"""What may lie in place of a database of Ruritania, made of its bytes."""
