"""The building of a database: the same content gives the same bytes, which know what they are."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from icc_cli.database import schema, views
from icc_cli.database.build import build
from icc_cli.database.cache import cached, fingerprint
from icc_cli.database.checksum import APPLICATION_ID
from icc_cli.source.load import load
from tests.support.databases import databases
from tests.support.datadir import DataDir, small_data
from tests.support.places import RECORD, ROOT

Icc = Callable[..., tuple[int, str, str]]


def test_the_same_content_gives_the_same_bytes() -> None:
    key = fingerprint(RECORD)
    assert build(load(RECORD), key) == build(load(RECORD), key)


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
        hashes.add(subprocess.check_output(command, text=True, env=environment, cwd=ROOT).strip())
    assert len(hashes) == 1


def test_a_database_knows_what_it_is_and_what_it_was_made_from(data: DataDir, folder: Path) -> None:
    store = cached(data.path)
    assert store.row("PRAGMA application_id")["application_id"] == APPLICATION_ID  # type: ignore[index]
    sql = schema.statements([views.SCHEMA])
    assert store.row("PRAGMA user_version")["user_version"] == schema.layout(sql)  # type: ignore[index]
    assert store.row("PRAGMA integrity_check")["integrity_check"] == "ok"  # type: ignore[index]
    key = fingerprint(data.path)
    assert store.meta["fingerprint"] == key
    assert databases(folder) == [folder / f"{key}.db"]
    store.close()


def test_a_database_may_be_built_without_a_fingerprint(data: DataDir) -> None:
    assert build(load(data.path)).startswith(b"SQLite format 3\0")
