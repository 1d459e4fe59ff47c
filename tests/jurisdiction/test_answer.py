"""A day or a range of days: on which days the answer is another, for whom, and what is missing."""

from datetime import date, timedelta
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction import answer as answering
from icc_cli.jurisdiction.answer import LONGEST, acting, answer, written
from icc_cli.jurisdiction.days import days_beside, days_of, turning_days
from icc_cli.jurisdiction.facts import Facts, facts_of
from icc_cli.jurisdiction.inputs import horizon, read
from tests.support.jurisdiction import AGGRESSION, CAH, STARVING, answered, ask, step_of
from tests.support.places import TODAY


def test_where_no_nationality_is_given_and_it_decides_each_case_is_answered(store: Store) -> None:
    found = ask(store, "2016-11-15", "SYR")
    assert found.verdict == "no"
    assert {str(case.nationality): str(case.verdict) for case in found.depends_on_nationality} == {
        "non-party": "no", "party": "yes", "own": "no",
    }  # fmt: skip
    assert not ask(store, "2016-11-15", "AFG").depends_on_nationality
    ukraine = ask(store, "2025-03-01", "UKR")
    assert ukraine.verdict == "yes"
    assert {str(case.nationality): str(case.verdict) for case in ukraine.depends_on_nationality}["own"] == "contested"


def test_without_a_nationality_a_crime_added_by_amendment_depends_on_it(store: Store) -> None:
    found = ask(store, "2022-06-01", "NZL", **STARVING)
    assert found.verdict == "contested"
    assert {str(case.nationality): str(case.verdict) for case in found.depends_on_nationality} == {
        "non-party": "contested", "party": "yes", "party-without-amendments": "no", "own": "yes",
    }  # fmt: skip


def test_at_sea_without_a_nationality_only_a_party_or_none_is_supposed(store: Store) -> None:
    found = ask(store, "2023-06-01", None, special=["vessel:SYR"])
    assert [(case.nationality, str(case.verdict)) for case in found.depends_on_nationality] == [
        ("non-party", "no"), ("party", "yes"),
    ]  # fmt: skip


def test_what_is_missing_is_told_where_the_answer_is_no(store: Store) -> None:
    change = ask(store, "2016-11-15", "SYR", "RUS").would_change
    assert change
    assert [(way.iso3, way.article) for way in change.missing] == [("SYR", "12(3)"), ("RUS", "12(3)"), (None, "13(b)")]
    georgia = ask(store, "2008-08-10", "GEO", "RUS").would_change
    assert georgia
    assert georgia.earlier
    assert (georgia.earlier.day, georgia.earlier.verdict) == (date(2003, 11, 30), "no")


@pytest.mark.parametrize("more", [AGGRESSION, STARVING])
def test_a_declaration_alone_is_not_named_as_what_lacks_for_aggression_or_an_amended_crime(
    more: dict[str, Any], store: Store
) -> None:
    found = ask(store, "2023-01-01", "SDN", "SDN", **more)
    assert found.verdict == "no"
    assert found.would_change
    assert "12(3)" not in [one.article for one in found.would_change.missing]


def test_before_the_statute_was_in_force_every_answer_was_another(store: Store) -> None:
    found = ask(store, "2002-07-10", "DEU", "DEU")
    assert found.would_change
    assert found.would_change.earlier
    assert (found.would_change.earlier.day, found.would_change.earlier.verdict) == (date(2002, 6, 30), "no")


def test_a_range_may_be_one_day_or_sixty_years_and_no_longer(store: Store) -> None:
    first, longest = date(1985, 1, 1), date(1985, 1, 1) + timedelta(days=LONGEST)
    for last in (first, longest):
        found = ask(store, first.isoformat(), "DEU", "DEU", until=last)
        assert (found.verdict, found.until, found.changes[0].from_) == ("no", last, first)
    for beyond in (first - timedelta(days=1), longest + timedelta(days=1)):
        with pytest.raises(UsageError, match="is no range of days"):
            ask(store, first.isoformat(), "DEU", "DEU", until=beyond, on=None)


def test_a_range_is_not_told_by_nationality_nor_what_would_change_it(store: Store) -> None:
    """Each stretch of it has its own answer; the same question of one day is told both."""
    one = ask(store, "2010-01-01", "SDN")
    assert one.depends_on_nationality
    assert one.would_change
    several = ask(store, "2010-01-01", "SDN", until=date(2010, 2, 1))
    assert several.depends_on_nationality == ()
    assert several.would_change is None


def test_a_change_on_the_last_day_of_a_range_is_told(store: Store) -> None:
    found = ask(store, "2017-10-20", "BDI", "BDI", crime=CAH, until=date(2017, 10, 27))
    assert [one.from_ for one in found.changes] == [date(2017, 10, 20), date(2017, 10, 27)]


def test_an_answer_is_projected_from_the_day_after_the_record_was_checked(store: Store) -> None:
    checked = Facts(store).checked
    for day, projected in ((checked, False), (checked + timedelta(days=1), True)):
        assert ask(store, day.isoformat(), "DEU", "DEU").projected is projected


def test_an_answer_may_turn_on_the_days_of_states_the_question_does_not_name(store: Store) -> None:
    """Of the State whose acts counted before independence (J9), and of the one that shares its nationality (J17)."""
    facts = Facts(store)
    days = {}
    for nationality in ("SSD", "SDN"):
        q = read(facts, crime=CAH, day=date(2012, 1, 1), as_of=TODAY, nationals=[nationality])
        days[nationality] = set(turning_days(q, facts, acting(TODAY, TODAY)))
    assert days_of(facts, "SSD", added=False) - days_beside(facts, ["SDN"], None, added=False)
    assert days_of(facts, "SDN", added=False) | days_of(facts, "SSD", added=False) <= days["SSD"]
    assert not days_of(facts, "SSD", added=False) <= days["SDN"]
    shared = next(one for one in facts.grounds.shared_nationality if one.state == "NIU")
    q = read(facts, crime=CAH, day=date(2016, 1, 1), as_of=TODAY, nationals=[shared.state])
    assert days_of(facts, shared.of, added=False) <= set(turning_days(q, facts, acting(None, TODAY)))


def test_an_offence_against_justice_turns_late_five_years_on_to_the_day(store: Store) -> None:
    """Rule 164(2); one of 23 November 2021 can be prosecuted through 23 November 2026."""
    found = ask(store, "2021-11-23", "DEU", crime="administration-of-justice")
    assert found.verdict == "yes"
    assert found.would_change
    assert found.would_change.earlier
    assert (found.would_change.earlier.day, found.would_change.earlier.verdict) == (
        date(2021, 11, 22),
        "yes-with-caveat",
    )


def test_at_the_end_of_a_long_month_too_an_offence_turns_late_five_years_on_to_the_day(store: Store) -> None:
    change = ask(store, "2021-10-31", "DEU", crime="administration-of-justice", on="2026-10-31").would_change
    assert change
    assert change.earlier
    assert (change.earlier.day, change.earlier.verdict) == (date(2021, 10, 30), "yes-with-caveat")


def test_an_offence_against_justice_yet_to_come_differs_from_the_nearest_that_is_late(store: Store) -> None:
    change = ask(store, "2031-06-02", "GTM", crime="administration-of-justice").would_change
    assert change
    assert change.earlier
    assert (change.earlier.day, change.earlier.verdict) == (date(2021, 11, 22), "yes-with-caveat")


def test_days_of_other_states_and_places_are_not_tried(store: Store) -> None:
    facts = Facts(store)
    turning = days_beside(facts, ["DEU"], None, added=False)
    assert turning < days_beside(facts, ["DEU", "SDN"], "crimea", added=True)
    assert facts.amendments["8-2-e-xix"].in_force not in turning


def test_the_facts_of_a_dataset_are_read_once_for_all_questions(store: Store) -> None:
    assert facts_of(store) is facts_of(store)


def test_the_court_may_act_on_a_29th_of_february(store: Store) -> None:
    found = ask(store, "2020-02-29", "DEU", crime="administration-of-justice", on="2028-02-29")
    assert found.verdict == "yes-with-caveat"
    assert ask(store, "2023-02-28", "DEU", crime="administration-of-justice", on="2028-02-29").caveats


def test_nothing_is_told_from_the_day_on_which_this_record_can_tell_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = horizon(Facts(store))
    for day, on in ((end, end), (date(2020, 1, 1), end)):
        with pytest.raises(UsageError, match="2046-10-01 lies too far ahead"):
            ask(store, day.isoformat(), "NER", on=on.isoformat())
    leaves = date(2027, 6, 18)
    for horizon_is, told in ((leaves + timedelta(1), leaves), (leaves, None)):
        monkeypatch.setattr(answering, "horizon", lambda _, day=horizon_is: day)
        change = ask(store, "2027-06-01", "NER", on="2027-07-01").would_change
        assert change
        assert (change.later.day if change.later else None) == told


def test_a_range_of_years_reads_no_more_of_the_store_than_one_day_does(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    rows = Store.rows

    def counted(self: Store, query: str, *values: object) -> list[Any]:
        reads.append(query)
        return rows(self, query, *values)

    monkeypatch.setattr(Store, "rows", counted)
    facts, first, last = Facts(store), date(2002, 7, 1), date(2026, 6, 30)
    q = read(facts, crime="war-crimes", day=first, as_of=TODAY, territory="UKR", nationals=["RUS"])
    answer(q, facts, acting(None, TODAY), first)
    once = len(reads)
    report = answer(q, facts, acting(None, TODAY), last).answer
    assert written(report) == "no>yes@2013-11-21"
    assert [str(one.from_) for one in report.changes[1:]] == ["2013-11-21", "2025-01-01"]  # by declaration, as a Party
    assert once
    assert len(reads) == once


def test_of_one_crime_that_goes_on_the_part_that_is_covered_counts(store: Store) -> None:
    """Burundi left on 27 October 2017; a detention from 2015 to 2018 counts up to the day before (J3)."""
    asked = {"day": date(2015, 6, 1), "until": date(2018, 12, 31), "territory": "BDI", "crime": CAH}
    one = answered(store, special=["continuing"], **asked)
    assert (one.verdict, written(one), one.bases) == ("yes-with-caveat", "yes-with-caveat", ("12(2)(a)", "127(2)"))
    assert "1 Jun 2015 to 26 Oct 2017" in one.steps[-1].says
    assert "went on after 26 October 2017 are reached under conditions" in step_of(one, "J12").says
    days = answered(store, **asked)
    assert written(days) == "yes-with-caveat>no@2017-10-27"
    assert "127(1)" in days.bases
    none = answered(store, special=["continuing"], **{**asked, "territory": "SYR"})
    assert (none.verdict, none.next, "No part of it counts" in none.steps[-1].says) == ("no", (), True)


def test_parts_of_a_crime_that_follow_each_other_are_told_as_one(store: Store) -> None:
    """Ukraine accepted jurisdiction by declaration, and from 1 January 2025 as a Party: no day lies between."""
    asked = {"day": date(2024, 6, 1), "until": date(2025, 6, 1), "territory": "UKR", "crime": CAH}
    assert len(answered(store, **asked).changes) > 1
    (part,) = [step.says for step in answered(store, special=["continuing"], **asked).steps if "goes on" in step.says]
    assert "only this part counts: 1 Jun 2024 to 1 Jun 2025;" in part


def test_a_stretch_ends_where_the_reason_changes_though_the_verdict_stays(store: Store) -> None:
    """A Ukrainian abroad: no nationality before 1 January 2025, and from then on Art. 124."""
    found = answered(store, day=date(2024, 12, 31), until=date(2025, 1, 2), territory="RUS", nationals=["UKR"])
    assert written(found) == "no"
    assert ["124" in one.bases for one in found.changes] == [False, True]
    assert "124" in found.bases


def test_what_an_answer_rests_on_is_told_apart_from_what_limits_it_and_from_weaker_grounds(store: Store) -> None:
    myanmar = ask(store, "2021-09-01", "MMR", crime=CAH, special=["cross-border:BGD"])
    assert (myanmar.rests_on, myanmar.limited_by, myanmar.weaker) == (("12(2)(a)",), (), ("12(3)",))
    ukrainian = ask(store, "2025-06-01", "UKR", "UKR")
    assert (ukrainian.rests_on, ukrainian.limited_by) == (("12(2)(a)", "12(3)"), ("124",))
    assert (
        "Art. 12(3)" in step_of(ukrainian, "J18", "Ukraine: war crimes left out until 31 Dec 2031 (Art. 124), for").says
    )
    left = ask(store, "2016-09-01", "PHL", "PHL", crime=CAH)
    assert (left.rests_on, left.limited_by) == (("12(2)(a)", "12(2)(b)"), ("127(2)",))
    deferred = ask(store, "2023-06-01", "DEU", "RUS", unsc=["deferral:hypothetical"])
    assert (deferred.rests_on, deferred.limited_by) == (("12(2)(a)",), ("16",))
    refused = ask(store, "2016-11-15", "SYR", "SYR")
    assert (refused.rests_on, refused.limited_by, refused.next) == ((), refused.bases, ())
    for found in (myanmar, ukrainian, left, deferred, refused):
        assert {*found.bases} <= {*found.rests_on, *found.limited_by, *found.weaker}


def test_a_later_day_beyond_the_record_is_marked_as_projected(store: Store) -> None:
    change = ask(store, "2025-01-01", "NER", "USA", crime=CAH).would_change
    assert change
    assert change.earlier
    assert change.later
    assert (change.earlier.projected, change.later.projected) == (False, True)
