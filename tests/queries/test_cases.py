"""Persons before the Court: whom a name means, what is public on a day, and the lists of cases and warrants."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName, NotYet, UnknownName
from icc_cli.queries.acts import events
from icc_cli.queries.cases import PersonInFull, WarrantCounts, cases, count, counts
from icc_cli.queries.links import RecordKind
from icc_cli.queries.persons import choose, find_person, find_situation
from icc_cli.queries.show import show
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.proceedings import Stage, WarrantOutcome
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("name", ["putin", "PUTIN", "Vladimir Putin", "Vladimir Vladimirovich Putin"])
def test_a_person_goes_by_the_id_the_name_or_words_of_it(store: Store, name: str) -> None:
    assert find_person(store, name) == "putin"


def test_a_name_that_is_nobody_s_is_refused_with_those_like_it(store: Store) -> None:
    with pytest.raises(UnknownName, match="no person before the Court") as refused:
        find_person(store, "putni")
    assert refused.value.suggestions == ("putin",)
    with pytest.raises(UnknownName):
        find_person(store, "")


def test_a_name_that_several_persons_share_is_refused_with_their_ids(store: Store) -> None:
    with pytest.raises(AmbiguousName, match="may mean several persons"):
        find_person(store, "al")


def test_a_word_means_a_person_a_situation_or_a_state(store: Store) -> None:
    assert choose(store, ["putin", "Darfur, Sudan", "kenya", "russia", "putin"]) == {
        "persons": ["putin"],
        "situations": ["darfur", "kenya"],
        "states": ["RUS"],
    }
    assert find_situation(store, "DARFUR") == "darfur"
    with pytest.raises(UnknownName, match="person, situation or State"):
        choose(store, ["atlantis"])
    with pytest.raises(UnknownName, match="no situation"):
        find_situation(store, "russia")


def test_a_state_stands_for_its_nationals_and_for_whom_its_situations_concern(store: Store) -> None:
    assert [one.person for one in cases(store, TODAY, states=["RUS"])] == ["putin"]
    assert [one.person for one in cases(store, TODAY, states=["SDN"])] == ["al-bashir", "banda"]
    assert [one.person for one in cases(store, TODAY, states=["UKR"])] == ["putin"]


def test_nobody_is_listed_before_the_warrant_or_summons_is_public(store: Store, icc: Run) -> None:
    assert not cases(store, day("2023-03-16"), persons=["putin"])
    assert cases(store, day("2023-03-17"), persons=["putin"])
    code, out, told = icc("cases", "putin", "--on", "2023-03-16")
    assert (code, out) == (1, "")
    assert told.startswith(
        "icc: nothing matched, and this list is not known to be whole. Known gaps: Only who was publicly"
    )


def test_a_warrant_whose_existence_was_announced_was_public_by_that_day(store: Store) -> None:
    assert not cases(store, day("2025-01-21"), persons=["njeem"])
    (njeem,) = cases(store, day("2025-01-22"), persons=["njeem"])
    assert (njeem.public, njeem.public_by) == (day("2025-01-22"), "bound")
    assert (njeem.stage, njeem.held_by) == (Stage.AT_LARGE, None)


def test_arrest_by_a_state_leaves_the_person_at_large(store: Store) -> None:
    (njeem,) = cases(store, TODAY, persons=["njeem"])
    assert (njeem.stage, njeem.held_by, njeem.outcome) == (Stage.HELD_NATIONALLY, "LBY", WarrantOutcome.AT_LARGE)


def test_who_was_summoned_and_then_wanted_is_both(store: Store) -> None:
    (summoned,) = cases(store, day("2014-09-10"), persons=["banda"])
    (wanted,) = cases(store, day("2014-09-11"), persons=["banda"])
    assert (summoned.instrument, summoned.outcome, summoned.stage) == ("summons", None, Stage.SUMMONED)
    assert (wanted.instrument, wanted.outcome, wanted.summoned) == ("warrant", WarrantOutcome.AT_LARGE, True)
    totals = count([("banda", wanted)])
    assert (totals.persons, totals.at_large, totals.summonses) == (1, 1, 1)


def test_a_second_warrant_does_not_count_a_person_twice(store: Store) -> None:
    before, after = (counts(store, day(one)) for one in ("2010-07-11", "2010-07-12"))
    assert before == after
    (bashir,) = cases(store, day("2010-07-12"), persons=["al-bashir"])
    assert (str(bashir.issued), str(bashir.stage_since)) == ("2009-03-04", "2009-03-04")
    assert "genocide" in bashir.crimes


def test_cases_are_chosen_by_stage_region_and_period(store: Store) -> None:
    def found(**chosen: Any) -> list[str]:
        return [one.person for one in cases(store, TODAY, **chosen)]

    assert found(stages=[Stage.CONVICTED]) == ["ongwen"]
    assert found(regions=["Eastern European"]) == ["putin"]
    assert found(since=day("2023-01-01"), until=day("2023-12-31")) == ["putin"]


def test_the_totals_stand_beside_the_list_and_do_not_depend_on_what_of_it_is_shown(icc: Run) -> None:
    shown, every = (
        json.loads(icc("warrants", *more, "--on", "2016-11-16", "--json")[1]) for more in (["--at-large"], [])
    )
    assert shown["counts"] == every["counts"]
    assert [one["person"] for one in shown["data"]] == ["al-bashir", "banda"]
    assert [one["person"] for one in every["data"]] == ["ongwen", "al-bashir", "kenyatta", "banda"]
    darfur = json.loads(icc("warrants", "--situation", "darfur", "--on", "2016-11-16", "--json")[1])
    assert (darfur["counts"]["persons"], darfur["counts"]["summonses"]) == (2, 1)


def test_the_totals_of_a_day_without_warrants_are_nought(store: Store) -> None:
    assert counts(store, day("2005-10-12")) == WarrantCounts(
        persons=0, at_large=0, executed=0, withdrawn_on_death=0, withdrawn=0, inadmissible=0, summonses=0
    )


def test_a_person_is_shown_with_the_steps_known_by_the_day(store: Store) -> None:
    record = show(store, "al bashir", day("2010-07-11"))
    assert (record.kind, record.id) == (RecordKind.PERSON, "al-bashir")
    assert isinstance(record.record, PersonInFull)
    assert [step.id for step in record.record.steps] == ["al-bashir-2009-03-04-warrant-issued"]


def test_a_person_not_yet_public_is_not_shown(store: Store) -> None:
    with pytest.raises(NotYet, match="publicly sought or summoned on 2023-03-17"):
        show(store, "putin", day("2023-03-16"))


def test_a_step_under_a_sealed_warrant_is_shown_only_once_that_is_public(store: Store) -> None:
    arrest = "njeem-2025-01-19-arrested"
    with pytest.raises(NotYet, match="was only made public on 2025-01-22"):
        show(store, arrest, day("2025-01-21"))
    assert show(store, arrest, day("2025-01-22")).id == arrest
    assert not events(store, day("2025-01-21"), persons=["njeem"])


def test_every_step_is_an_event_and_moves_no_page_about_states(store: Store, icc_json: Json) -> None:
    ours = [act for act in events(store, TODAY, persons=["putin"]) if act.act == "warrant-issued"]
    assert [act.id for act in ours] == ["putin-2023-03-17-warrant-issued"]
    assert ours[0].concerns == ("RUS",)
    (russia,) = icc_json("status", "russia")
    assert not {act["act"] for act in russia["acts"]} & {*ProceedingKind, "cooperation-decision"}
    assert [one["id"] for one in russia["persons"]] == ["putin"]
    (brief,) = icc_json("brief", "--on", "2023-03-20")
    assert not {act["act"] for act in brief["acts"]} & {*ProceedingKind, "cooperation-decision"}
    assert brief["warrants"][0]["change"] == 1


def test_a_state_s_page_knows_no_person_who_was_not_yet_public(icc_json: Json) -> None:
    assert icc_json("status", "russia", "--on", "2023-03-16")[0]["persons"] == []
    known_by = icc_json("status", "russia", "--on", "2024-01-01", "--known-by", "2023-03-16")
    assert known_by[0]["persons"] == []


def test_a_case_number_means_every_person_of_the_case(store: Store) -> None:
    numbers = store.rows("SELECT DISTINCT person, case_number FROM proceeding WHERE case_number IS NOT NULL")
    for number in {row["case_number"] for row in numbers}:
        found = choose(store, [number.lower()])
        assert set(found["persons"]) == {row["person"] for row in numbers if row["case_number"] == number}
        assert not found["situations"] + found["states"]
    with pytest.raises(UnknownName) as unknown:
        choose(store, ["ICC-01/05-01/99"])
    assert not unknown.value.suggestions
