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
from icc_cli.database.store import Store
from icc_cli.source.load import load
from icc_cli.treaty.naming import fold
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


def test_acts_of_one_day_stand_by_kind_and_then_by_the_name_that_is_shown(store: Store) -> None:
    """What moves a status comes before declarations and consents; Switzerland (CHE) does not follow Canada (CAN)."""
    ukraine = store.rows("SELECT act FROM act WHERE iso3 = 'UKR' AND done = '2024-10-25' ORDER BY position")
    assert ukraine[0]["act"] == "ratification"
    referred = store.rows(
        "SELECT s.everyday FROM act JOIN state s USING (iso3) WHERE act = 'referral' AND done = '2022-03-02' "
        "ORDER BY position"
    )
    names = [fold(row["everyday"]) for row in referred]
    assert len(names) > 20
    assert names == sorted(names)


def test_states_stand_by_the_name_that_is_shown(store: Store) -> None:
    """`DR Congo` stands among the names with D, `The Gambia` among those with G."""
    names = [row["everyday"] for row in store.rows("SELECT everyday FROM state ORDER BY folded")]
    assert names.index("Denmark") < names.index("DR Congo") < names.index("Egypt")
    assert names.index("France") < names.index("The Gambia") < names.index("Georgia")
