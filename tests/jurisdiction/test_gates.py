"""J1 to J3: the gates that everybody must pass."""

from datetime import date

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import turns
from tests.support.jurisdiction import ask


def test_nothing_can_be_judged_before_the_statute_entered_into_force_and_that_day_counts(store: Store) -> None:
    assert ask(store, "2002-06-30", "DEU", "DEU").verdict == "no"
    assert ask(store, "2002-07-01", "DEU", "DEU").verdict == "yes"


def test_what_the_statute_does_not_have_is_answered_with_no(store: Store) -> None:
    found = ask(store, "2015-03-01", "FRA", "FRA", crime="terrorism")
    assert (found.verdict, found.bases) == ("no", ("5",))


def test_over_a_range_a_person_grows_older(store: Store) -> None:
    """Art. 26: one of 17 on the first day is 18 within the year, on a day that is not said, and surely after it."""
    years = {"until": date(2005, 1, 1), "special": ["age:17"]}
    found = ask(store, "2003-01-01", "DEU", "DEU", **years)
    assert [(one.from_.isoformat(), one.verdict) for one in turns(found)] == [
        ("2003-01-01", "no"), ("2003-01-02", "yes-with-caveat"), ("2004-01-01", "yes"),
    ]  # fmt: skip
    assert [one.caveat for one in found.caveats] == ["eighteen-within-the-year"]
    child = ask(store, "2003-01-01", "DEU", "DEU", until=date(2004, 1, 1), special=["age:16"])
    assert {one.verdict for one in child.changes} == {"no"}
    whole = ask(store, "2003-01-01", "DEU", "DEU", until=date(2005, 1, 1), special=["age:17", "continuing"])
    assert whole.verdict == "yes"


def test_on_one_day_the_age_is_that_of_the_day(store: Store) -> None:
    assert ask(store, "2003-01-01", "DEU", "DEU", special=["age:17"]).verdict == "no"
    assert ask(store, "2003-01-01", "DEU", "DEU", special=["age:18"]).verdict == "yes"
