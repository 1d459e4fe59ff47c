"""What the search finds: States, situations, persons, amendments and territories, by every name on record."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.amendments import amendments
from icc_cli.queries.cases import PersonCase
from icc_cli.queries.situations import situations
from icc_cli.treaty.naming import fold

Thing = tuple[str, str, str, list[str]]
"""Its page, its name, what it is, and its names folded."""


def spellings(store: Store, names: Mapping[str, str]) -> Iterator[tuple[str, str, list[tuple[str, str, int]]]]:
    """Yield every State's code and name, and all its names: folded, as written, ranked."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in store.rows("SELECT * FROM state_name ORDER BY iso3, rank, folded"):
        found.setdefault(row["iso3"], []).append((row["folded"], row["name"], row["rank"]))
    yield from ((iso3, names[iso3], own) for iso3, own in found.items())


def things(store: Store, on: date, cases: Sequence[PersonCase], names: Mapping[str, str]) -> Iterator[Thing]:
    """Yield what has a page on a day, and the territories, which lead to the State whose acceptance counts there."""
    for matter in situations(store, on):
        what = "investigation" if matter.kind == "situation" else "preliminary examination"
        own = [matter.name, matter.id, *matter.name.split(","), *(names[iso3] for iso3 in matter.states)]
        yield f"situations/{matter.id}.html", matter.name, what, _folded(own)
    known: dict[str, list[str]] = {}
    for row in store.rows("SELECT folded, person FROM person_name ORDER BY folded"):
        known.setdefault(row["person"], []).append(row["folded"])
    for one in {case.person: case for case in cases}.values():
        yield f"persons/{one.person}.html", one.name, "person", _folded([one.name, *known.get(one.person, [])])
    for change in amendments(store, on):
        yield f"amendments/{change.id}.html", change.title, "amendment", _folded([change.title, change.id])
    spoken: dict[str, list[str]] = {}
    for row in store.rows("SELECT name, token FROM territory_name ORDER BY name"):
        spoken.setdefault(row["token"], []).append(row["name"])
    for row in store.rows("SELECT token, name, state FROM territory ORDER BY name"):
        what = f"territory: whose acceptance counts, {names[row['state']]}"
        own = [row["name"], row["token"], *spoken.get(row["token"], [])]
        yield f"states/{row['state']}.html", row["name"], what, _folded(own)


def _folded(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(fold(name.replace("-", " ")) for name in names))
