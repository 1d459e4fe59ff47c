"""Every one of the 199 States and entries is on the map and in the tables; each is known by its own name."""

from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.depositary import xml
from icc_cli.depositary.compare import Kind, compare
from icc_cli.depositary.treaties import recognise
from icc_cli.export import export
from icc_cli.pictures import world
from tests.support.package import table
from tests.support.places import TODAY
from tests.support.untc import Made


def test_each_of_the_199_has_an_outline_and_every_outline_is_of_one_of_them(store: Store) -> None:
    states = {row["iso3"] for row in store.rows("SELECT iso3 FROM state")}
    assert len(states) == 199
    assert set(world.world()["states"]) == states


def test_each_of_the_199_has_a_row_in_the_export(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "new", TODAY)
    assert len({one["iso3"] for one in table(tmp_path / "new", "states")}) == 199


def test_every_state_is_found_by_the_united_nations_own_name(store: Store) -> None:
    names = [state["name"] for state in store.rows("SELECT name FROM state WHERE no_act IS NULL")]
    assert len(names) == 197
    rows = [[name, "17 Jul 1998", ""] for name in names]
    title, columns = (
        "10. Rome Statute of the International Criminal Court",
        ["Participant", "Signature", "Accession(a)"],
    )
    made = xml.read(Made(title, columns, rows, "0", "0").xml(), "made.xml")
    found = compare(store, made, recognise(store, made.header, "made.xml"), TODAY)
    assert not [one for one in found.differences if one.kind == Kind.NOT_UNDERSTOOD]
