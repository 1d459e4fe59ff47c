"""J1 to J3: the gates that everybody must pass."""

from icc_cli.database.store import Store
from tests.support.jurisdiction import ask


def test_nothing_can_be_judged_before_the_statute_entered_into_force_and_that_day_counts(store: Store) -> None:
    assert ask(store, "2002-06-30", "DEU", "DEU").verdict == "no"
    assert ask(store, "2002-07-01", "DEU", "DEU").verdict == "yes"


def test_what_the_statute_does_not_have_is_answered_with_no(store: Store) -> None:
    found = ask(store, "2015-03-01", "FRA", "FRA", crime="terrorism")
    assert (found.verdict, found.bases) == ("no", ("5",))
