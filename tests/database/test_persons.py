"""The tables of persons and cooperation: what a past day may know of a sealed warrant, and what the views join."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from icc_cli.database.build import build
from icc_cli.database.store import Store, open_bytes
from icc_cli.source.load import load
from tests.support.court import COOPERATION, HENTZAU, PERSON, STRELSAU
from tests.support.datadir import DataDir

Built = Callable[[], Store]


@pytest.fixture
def built(data: DataDir) -> Iterator[Built]:
    """Build the small dataset, with a person and cooperation in it, and close what was built after the test."""
    data.write(PERSON, HENTZAU)
    data.write(COOPERATION, STRELSAU)
    for name in ("strelsau", "pe-strelsau"):
        data.edit(f"situations/{name}.yaml", "trigger:", "reference: ICC-01/99\ntrigger:")
    with ExitStack() as opened:

        def call() -> Store:
            store = open_bytes(build(load(data.path)), str(data.path))
            opened.callback(store.close)
            return store

        yield call


def public(store: Store, table: str = "proceeding") -> dict[str, tuple[str, ...]]:
    """Return from which day each row of a table is known, by id, and how that is known."""
    how = "public_by" if table == "proceeding" else "''"
    return {
        row["id"]: (row["public"], row["how"]) for row in store.rows(f"SELECT id, public, {how} AS how FROM {table}")
    }


def test_nothing_under_a_sealed_warrant_is_known_before_it_is_unsealed(built: Built) -> None:
    days = public(built())
    assert days["hentzau-2005-03-01-warrant-issued"] == ("2005-04-01", "day")
    assert days["hentzau-2005-03-10-arrested"] == ("2005-04-01", "day")
    assert days["hentzau-2005-04-02-surrendered"] == ("2005-04-02", "day")


def test_a_warrant_is_public_by_its_bound_where_that_came_before_its_unsealing(data: DataDir, built: Built) -> None:
    known = HENTZAU.replace("done: 2005-03-01\n", "done: 2005-03-01\n    not-after: 2005-03-20\n")
    data.write(PERSON, known)
    days = public(built())
    assert days["hentzau-2005-03-01-warrant-issued"] == ("2005-03-20", "bound")
    assert days["hentzau-2005-03-10-arrested"] == ("2005-03-20", "bound")


def test_a_warrant_that_was_never_sealed_is_public_from_its_day(data: DataDir, built: Built) -> None:
    never = HENTZAU.replace("done: 2005-03-01\n", "done: 2005-03-01\n    not-after: 2005-03-01\n")
    data.write(PERSON, never)
    days = public(built())
    assert days["hentzau-2005-03-01-warrant-issued"] == ("2005-03-01", "day")
    assert days["hentzau-2005-03-10-arrested"] == ("2005-03-10", "day")


def test_a_step_without_a_day_is_known_from_its_bound(data: DataDir, built: Built) -> None:
    vague = HENTZAU.replace("    done: 2008-01-01\n", "    not-after: 2008-01-01\n")
    data.write(PERSON, vague)
    assert public(built())["hentzau-2008-01-01-convicted"] == ("2008-01-01", "bound")


def test_a_visit_is_not_known_before_its_person(built: Built) -> None:
    assert public(built(), "visit") == {"hentzau-rur-2005-03-05": ("2005-04-01", "")}


def test_an_agreement_is_known_from_its_signature_or_from_when_that_was_known(built: Built) -> None:
    store = built()
    assert public(store, "pact") == {"rur-sentences": ("2008-05-01", ""), "gra-non-surrender": ("2003-06-12", "")}
    assert public(store, "law") == {"rur-law": ("2004-01-01", "")}


@pytest.mark.parametrize(
    ("name", "kind", "happened", "concerns"),
    [
        ("hentzau-2005-03-10-arrested", "arrested", "2005-04-01", {"GRA", "RUR"}),
        ("rur-2005-06-01-found", "cooperation-decision", "2005-06-01", {"RUR"}),
    ],
)
def test_steps_and_decisions_are_acts_of_the_court(
    built: Built, name: str, kind: str, happened: str, concerns: set[str]
) -> None:
    store = built()
    act = store.row("SELECT * FROM act WHERE id = ?", name)
    assert act
    assert (act["act"], act["body"], act["iso3"]) == (kind, "International Criminal Court", None)
    assert act["happened"] == happened
    assert {row["iso3"] for row in store.rows("SELECT iso3 FROM concerns WHERE act_id = ?", name)} == concerns
    assert [row["document"] for row in store.rows("SELECT document FROM source WHERE fact = ?", name)] == [
        "status-page"
    ]


def test_no_step_moves_a_status(data: DataDir, built: Built) -> None:
    with_them = built().rows("SELECT * FROM span")
    data.remove(PERSON)
    data.remove(COOPERATION)
    without = built().rows("SELECT * FROM span")
    assert [tuple(row) for row in with_them] == [tuple(row) for row in without]


def test_a_person_is_found_by_every_spelling(built: Built) -> None:
    found = {row["folded"] for row in built().rows("SELECT folded FROM person_name WHERE person = 'hentzau'")}
    assert found >= {"hentzau", "rupert of hentzau", "count hentzau"}


def test_the_views_join_names_and_say_what_followed(built: Built) -> None:
    store = built()
    [warrant] = store.rows("SELECT * FROM warrants")
    assert (warrant["name"], warrant["issued"], warrant["public"]) == ("Rupert of Hentzau", "2005-03-01", "2005-04-01")
    assert (warrant["executed"], warrant["ended"]) == ("2005-04-02", None)
    [found, upheld] = store.rows("SELECT * FROM noncompliance")
    assert (found["state"], found["later"], upheld["later"]) == ("Ruritania", "rur-2006-06-01-upheld", None)
    assert len([*store.rows("SELECT * FROM case_steps")]) == HENTZAU.count("kind:")
    assert {row["state"] for row in store.rows("SELECT * FROM cooperation_agreements")} == {"Ruritania", "Graustark"}
