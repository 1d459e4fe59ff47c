"""What the database says, as the rules need it."""

from datetime import date
from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.jurisdiction.days import days_of
from icc_cli.jurisdiction.facts import Facts
from tests.support.datadir import small_data
from tests.support.jurisdiction import AGGRESSION, ask, opened


def test_a_state_has_its_new_status_from_the_day_on_which_an_act_takes_effect(store: Store) -> None:
    burundi = Facts(store).state("BDI")
    assert burundi.status(date(2017, 10, 26)) == "state-party-withdrawing"
    assert burundi.status(date(2017, 10, 27)) == "former-party"
    assert burundi.status(date(2016, 10, 27)) == "state-party-withdrawing"
    assert burundi.status(date(2016, 10, 26)) == "state-party"


def test_another_state_s_acts_count_up_to_the_eve_of_independence(store: Store) -> None:
    facts = Facts(store)
    assert facts.actual("MNE", date(2006, 6, 2)) == "SRB"
    assert facts.actual("MNE", date(2006, 6, 3)) == "MNE"


def test_every_day_on_which_a_status_turns_is_a_day_of_the_state(store: Store) -> None:
    facts = Facts(store)
    for row in store.rows("SELECT iso3 FROM state"):
        spans = facts.state(row["iso3"]).spans
        turns = {span.start for span in spans if span.start}
        assert turns <= days_of(facts, row["iso3"], added=False), row["iso3"]


def test_a_record_without_the_file_of_the_jurisdiction_rules_still_knows_its_parties(tmp_path: Path) -> None:
    with opened(small_data(tmp_path / "data")) as store:
        today = date(2026, 1, 1)
        assert ask(store, "2010-01-01", "ruritania", "graustark", today=today).verdict == "yes"
        assert ask(store, "2010-01-01", "graustark", "graustark", today=today).verdict == "no"
        assert ask(store, "2019-01-01", "ruritania", "graustark", today=today, **AGGRESSION).verdict == "no"
