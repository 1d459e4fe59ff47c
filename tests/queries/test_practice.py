"""Reported visits and laws, as known on a day."""

from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.practice import laws, person_names, visits


def test_a_visit_is_known_from_its_day_and_only_of_whom_the_court_publicly_sought(store: Store) -> None:
    assert not visits(store, date(2017, 3, 28), states=["JOR"])
    [visit] = visits(store, date(2017, 3, 29), states=["JOR"])
    assert (visit.person, visit.since, visit.outcome) == ("al-bashir", date(2017, 3, 29), "not arrested")
    assert not visits(store, date(2009, 3, 3))


def test_visits_are_chosen_by_state_and_person(store: Store) -> None:
    on = date(2026, 11, 23)
    assert {one.person for one in visits(store, on, states=["ITA"])} == {"netanyahu", "njeem"}
    assert {one.iso3 for one in visits(store, on, persons=["njeem"])} == {"ITA"}
    assert all(one.sources for one in visits(store, on))


def test_a_law_is_known_from_the_day_its_document_bears(store: Store) -> None:
    assert not laws(store, date(2025, 7, 23), states=["HUN"])
    [law] = laws(store, date(2026, 11, 23), states=["HUN"])
    assert law.provision == "no"
    assert law.sources


def test_persons_go_by_their_names(store: Store) -> None:
    assert person_names(store)["kenyatta"].endswith("Kenyatta")
