"""By what persons before the Court are found: in other spellings and scripts, and by the number of their case."""

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName
from icc_cli.queries.persons import choose, find_person


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Путин", "putin"),
        ("נתניהו", "netanyahu"),
        ("عمر البشير", "al-bashir"),
        ("el-béchir", "al-bashir"),
        ("Kosheib", "abd-al-rahman"),
        ("saif qaddafi", "gaddafi-s"),
        ("Seif al-Islam Kadhafi", "gaddafi-s"),
        ("ICC-02/05-01/20", "abd-al-rahman"),
    ],
)
def test_a_person_is_found_as_others_write_the_name(store: Store, typed: str, person: str) -> None:
    assert find_person(store, typed) == person


@pytest.mark.parametrize("typed", ["gaddafi", "Qaddafi", "kadhafi", "Gadhafi"])
def test_a_name_of_two_persons_settles_on_neither_however_it_is_spelt(store: Store, typed: str) -> None:
    with pytest.raises(AmbiguousName) as refused:
        find_person(store, typed)
    assert refused.value.candidates == ("gaddafi-m", "gaddafi-s")


def test_the_number_of_a_joint_case_means_all_its_persons(store: Store) -> None:
    assert choose(store, ["ICC-01/05-01/08"])["persons"] == ["bemba"]
    five = ["arido", "babala", "bemba", "kilolo", "mangenda"]
    assert choose(store, ["ICC-01/05-01/13"])["persons"] == five
    with pytest.raises(AmbiguousName):
        find_person(store, "ICC-01/05-01/13")
