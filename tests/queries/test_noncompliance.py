"""Decisions on the cooperation of States, and what stood of them on a day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.queries.acts import Act
from icc_cli.queries.noncompliance import CooperationDecision, noncompliance
from icc_cli.queries.show import show
from icc_cli.treaty.details import Forum, Ruling

Run = Callable[..., tuple[int, str, str]]


def one(store: Store, key: str, on: str) -> CooperationDecision:
    [found] = [found for found in noncompliance(store, date.fromisoformat(on)) if found.id == key]
    return found


def ids(store: Store, on: str = "2026-11-23", **chosen: Any) -> list[str]:
    return [found.id for found in noncompliance(store, date.fromisoformat(on), **chosen)]


def test_a_decision_is_listed_from_its_day(store: Store) -> None:
    assert "jor-2017-12-11-found" not in ids(store, "2017-12-10")
    assert "jor-2017-12-11-found" in ids(store, "2017-12-11")


def test_a_decision_set_aside_no_longer_stands_and_that_is_a_row_of_its_own(store: Store) -> None:
    assert one(store, "ken-2014-12-03-shortfall", "2015-08-18").stands
    assert not one(store, "ken-2014-12-03-shortfall", "2015-08-19").stands
    assert one(store, "ken-2015-08-19-set-aside", "2015-08-19").of == "ken-2014-12-03-shortfall"


def test_shown_in_full_a_decision_has_its_chamber_its_subject_and_what_set_it_aside(store: Store) -> None:
    jordan = show(store, "jor-2017-12-11-found", date(2018, 1, 1)).record
    assert isinstance(jordan, Act)
    assert (jordan.note or "").startswith("Pre-Trial Chamber II, visit of 29 March 2017; referred to the Assembly")
    before, after = (show(store, "ken-2014-12-03-shortfall", date(2015, 8, day)).undone_by for day in (18, 19))
    assert (before, after and after.id) == (None, "ken-2015-08-19-set-aside")


def test_a_decision_on_another_says_on_which_even_where_that_is_not_listed(icc: Run) -> None:
    _, out, _ = icc("noncompliance", "--outcome", "referred")
    assert "the decision of 17 Oct 2025" in out


def test_an_appeal_can_uphold_a_finding_and_undo_its_referral(store: Store) -> None:
    before, after = (one(store, "jor-2017-12-11-found", day) for day in ("2019-05-05", "2019-05-06"))
    assert set(before.referred_to) == {Forum.COUNCIL, Forum.ASSEMBLY}
    assert (before.referred_on, after.referred_on) == (date(2017, 12, 11), None)
    assert (after.stands, after.referred_to) == (True, ())


def test_a_finding_can_be_referred_by_a_later_decision(store: Store) -> None:
    before, after = (one(store, "ita-2025-10-17-found", day) for day in ("2026-01-25", "2026-01-26"))
    assert (before.referred_to, after.referred_to) == ((), (Forum.ASSEMBLY,))
    assert after.referred_on is None  # the decision is known only by the day of a report


def test_a_finding_about_a_state_that_was_no_party_says_so(store: Store) -> None:
    assert not one(store, "sdn-2015-03-09-found", "2026-11-23").party_then
    assert one(store, "hun-2025-07-24-found", "2026-11-23").party_then


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"states": ["JOR"]}, ["jor-2017-12-11-found", "jor-2019-05-06-upheld"]),
        ({"persons": ["njeem"]}, ["ita-2025-10-17-found", "ita-2026-01-26-referred"]),
        ({"outcomes": [Ruling.UPHELD, Ruling.SET_ASIDE]}, ["ken-2015-08-19-set-aside", "jor-2019-05-06-upheld"]),
        ({"since": date(2025, 10, 1)}, ["ita-2025-10-17-found", "ita-2026-01-26-referred"]),
        ({"since": date(2017, 1, 1), "until": date(2017, 12, 11)}, ["zaf-2017-07-06-found", "jor-2017-12-11-found"]),
        ({"states": ["JOR"], "persons": ["putin"]}, []),
    ],
)
def test_decisions_are_chosen_by_state_person_outcome_and_period(
    chosen: dict[str, Any], found: list[str], store: Store
) -> None:
    assert ids(store, **chosen) == found


def test_every_decision_has_its_documents(store: Store) -> None:
    assert all(found.sources for found in noncompliance(store, date(2026, 11, 23)))
