"""The brief of a day, what changed between two days, and what lies ahead."""

import importlib.util
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from icc_cli.database.store import Store
from icc_cli.output.markdown import _escaped
from icc_cli.queries.brief import brief
from icc_cli.queries.changes import changes
from icc_cli.queries.status import parties
from icc_cli.queries.upcoming import upcoming
from icc_cli.treaty.dates import last_day

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]
TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1998, 7, 17), date(2030, 12, 31))


# What changed


def test_the_moves_between_october_2016_and_october_2017_are_those_of_four_states(icc_json: Json) -> None:
    moves = icc_json("diff", "2016-10-01", "2017-10-31", "--kind", "status")
    assert [(move["day"], move["iso3"], move["before"], move["after"]) for move in moves] == [
        ("2016-10-19", "ZAF", "state-party", "state-party-withdrawing"),
        ("2016-10-27", "BDI", "state-party", "state-party-withdrawing"),
        ("2016-11-10", "GMB", "state-party", "state-party-withdrawing"),
        ("2016-11-30", "RUS", "signatory", "signatory-no-intent"),
        ("2017-02-10", "GMB", "state-party-withdrawing", "state-party"),
        ("2017-03-07", "ZAF", "state-party-withdrawing", "state-party"),
        ("2017-10-27", "BDI", "state-party-withdrawing", "former-party"),
    ]
    assert all(move["sources"] for move in moves)
    assert [move["id"] for move in moves][4:6] == [
        "GMB-2017-02-10-withdrawal-rescinded",
        "ZAF-2017-03-07-withdrawal-rescinded",
    ]


def test_every_other_change_of_that_period_is_told_too(icc_json: Json) -> None:
    found = icc_json("diff", "2016-10-01", "2017-10-31")
    burundi = [(one["kind"], one["after"]) for one in found if one["day"] == "2017-10-25"]
    assert burundi == [("situation", "open"), ("examination", "investigation-opened")]
    bound = [one for one in found if one["kind"] == "amendment"]
    assert [one["iso3"] for one in bound if one["day"] == "2016-12-07"] == ["LTU", "LTU"]
    assert len(found) == 7 + 2 + len(bound)


@given(st.lists(DAYS, min_size=3, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_changes_of_periods_that_meet_are_the_changes_of_the_whole(store: Store, days: list[date]) -> None:
    days = sorted(days)
    parts = [change for start, end in pairwise(days) for change in changes(store, start, end)]
    assert parts == changes(store, days[0], days[-1])


def test_yearly_diffs_add_up_to_the_whole_life_of_the_treaty(store: Store) -> None:
    years = [date(year, 12, 31) for year in range(1997, 2032)]
    parts = [change for start, end in pairwise(years) for change in changes(store, start, end)]
    assert parts == changes(store, years[0], years[-1])
    assert len(parts) > 500


@given(DAYS, DAYS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_status_changes_lead_from_the_standings_of_one_day_to_those_of_the_other(
    store: Store, one: date, other: date
) -> None:
    start, end = sorted((one, other))
    standing = {state.iso3: str(state.status) for state in parties(store, start, statuses=())}
    for change in changes(store, start, end):
        if change.kind == "status" and change.iso3:
            assert standing[change.iso3] == change.before
            standing[change.iso3] = change.after
    assert standing == {state.iso3: state.status for state in parties(store, end, statuses=())}


def test_a_change_beyond_the_checked_day_is_projected(icc_json: Json) -> None:
    found = icc_json("diff", "2026-10-02", "2027-12-31", "--kind", "status")
    assert [one["iso3"] for one in found] == ["NER", "BFA", "MLI", "VEN", "TCD", "NRU"]
    assert all(one["projected"] for one in found)
    assert not any(one["projected"] for one in icc_json("diff", "2002", "2026-10-02"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("diff", "2017", "2016"), "give the earlier day first"),
        (("diff", "2016"), "Missing argument 'TO'"),
        (("diff", "2016", "never"), "'never' is no date"),
        (("diff", "2016", "2017", "--kind", "wars"), "one of: status"),
        (("brief", "--window", "0"), "0 is not in the range"),
        (("upcoming", "--kind", "doom"), "one of: withdrawal"),
        (("status", "russia", "--format", "ics"), "try: icc upcoming --format ics"),
    ],
)
def test_a_wrong_question_about_time_gets_one_line(arguments: tuple[str, ...], said: str, icc: Run) -> None:
    code, out, err = icc(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


# What lies ahead


def test_today_these_days_lie_ahead(icc_json: Json) -> None:
    found = icc_json("upcoming", "--on", "2026-11-23")
    withdrawals = [(one["iso3"], one["day"], one["days_left"]) for one in found if one["kind"] == "withdrawal"]
    assert withdrawals == [
        ("NER", "2027-06-18", 207),
        ("BFA", "2027-06-24", 213),
        ("MLI", "2027-06-24", 213),
        ("VEN", "2027-07-24", 243),
        ("TCD", "2027-07-27", 246),
        ("NRU", "2027-09-23", 304),
    ]
    assert all(one["conditional"] == (one["kind"] == "withdrawal") for one in found)
    rest = {(one["kind"], one["iso3"]): one["day"] for one in found if one["kind"] != "withdrawal"}
    assert rest[("article-124-end", "UKR")] == "2031-12-31"
    assert rest[("acceptance-end", "LBY")] == "2027-12-31"
    assert all(one["sources"] for one in found)


def test_in_november_2016_three_withdrawals_lay_ahead_though_two_never_came(icc_json: Json) -> None:
    found = icc_json("upcoming", "--on", "2016-11-16", "--kind", "withdrawal")
    assert [(one["iso3"], one["day"]) for one in found] == [
        ("ZAF", "2017-10-19"),
        ("BDI", "2017-10-27"),
        ("GMB", "2017-11-10"),
    ]


def test_a_day_is_ahead_until_its_eve(store: Store) -> None:
    def ahead(day: date) -> set[str]:
        return {one.iso3 or "" for one in upcoming(store, day, kinds=["withdrawal"])}

    assert "NER" in ahead(date(2027, 6, 17))
    assert "NER" not in ahead(date(2027, 6, 18))


@given(DAYS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_lies_ahead_is_ahead_and_in_order(store: Store, day: date) -> None:
    found = upcoming(store, day)
    assert all(last_day(one.day) > day and (one.days_left is None or one.days_left > 0) for one in found)
    assert [last_day(one.day) for one in found] == sorted(last_day(one.day) for one in found)
    assert len({one.id for one in found}) == len(found)


@pytest.mark.skipif(importlib.util.find_spec("icalendar") is None, reason="the extra ics is not installed")
def test_the_calendar_is_read_by_a_real_parser_with_stable_uids(icc: Run) -> None:
    _, text, _ = icc("upcoming", "--on", "2026-11-23", "--format", "ics")
    assert text == icc("upcoming", "--on", "2026-11-23", "--format", "ics")[1]
    events = {str(event["UID"]): event for event in Calendar.from_ical(text).walk("VEVENT")}
    niger = events["NER-2026-06-18-withdrawal-notice-effect@icc-cli"]
    assert niger.decoded("dtstart") == date(2027, 6, 18)
    assert niger.decoded("dtend") == date(2027, 6, 19)
    assert str(niger["summary"]) == "Niger leaves the Rome Statute, unless rescinded"
    assert "treaties.un.org" in str(niger["description"])
    later = Calendar.from_ical(icc("upcoming", "--on", "2026-12-01", "--format", "ics")[1])
    assert set(events) == {str(event["UID"]) for event in later.walk("VEVENT")}


# The brief


def test_the_brief_of_16_november_2016_holds_the_facts_of_that_day(icc_json: Json) -> None:
    (found,) = icc_json("brief", "--on", "2016-11-16")
    assert found["parties"] == {"what": "States Parties", "number": 124, "change": 0}
    notices = [act for act in found["acts"] if act["act"] == "withdrawal-notice"]
    assert [act["iso3"] for act in notices] == ["ZAF", "BDI", "GMB"]
    assert [one["days_left"] for one in found["pending"]] == [337, 345, 359]
    assert [act["iso3"] for act in found["acts"] if act["act"] == "no-intent-announced"] == ["RUS"]
    assert "OTP-2016-11-14-context" in [act["id"] for act in found["acts"]]
    regions = [one["region"] for one in found["under_investigation"]]
    assert (len(regions), regions.count("African"), regions.count("Eastern European")) == (10, 9, 1)
    assert {act["iso3"] for act in found["signals"] if act["iso3"]} == {"KEN", "NAM", "UGA"}
    for facts in ("acts", "pending", "signals", "under_investigation", "ahead"):
        assert all(fact["sources"] for fact in found[facts]), facts


def test_the_brief_of_12_october_2013_tells_of_the_summit_of_that_day(icc_json: Json) -> None:
    (found,) = icc_json("brief", "--on", "2013-10-12")
    assert "AU-2013-10-12-signal" in [act["id"] for act in found["acts"]]


def test_a_signal_is_not_told_once_the_state_took_its_notice_back(store: Store) -> None:
    assert "HUN" in {act.iso3 for act in brief(store, date(2025, 3, 1)).signals}
    assert "HUN" not in {act.iso3 for act in brief(store, TODAY).signals}


def test_the_brief_says_where_the_record_ends(icc: Run) -> None:
    line = "The record reaches only to 2 Oct 2026: what came after it is not told, and notices are taken to stand."
    assert line in icc("brief", "--on", "2026-11-23")[1]
    assert line not in icc("brief", "--on", "2026-10-02")[1]


@given(DAYS, st.integers(1, 800))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_counts_of_a_brief_agree_with_the_lists(store: Store, day: date, window: int) -> None:
    found = brief(store, day, window)
    assert sum(one.number for one in found.statuses) == 197
    assert found.parties.number == sum(one.number for one in found.regions) == len(parties(store, day))
    assert found.parties.change == found.parties.number - len(parties(store, day - timedelta(days=window)))
    assert len(found.pending) == sum(one.number for one in found.statuses if one.what == "state-party-withdrawing")


def test_markdown_of_a_brief_is_fit_to_paste(icc: Run) -> None:
    code, text, _ = icc("brief", "--on", "2016-11-16", "--format", "markdown")
    assert code == 0
    assert text.startswith("## The Rome Statute on 16 Nov 2016\n\n**124 States Parties**, 3 of them withdrawing\n")
    assert "- **10 Nov 2016** The Gambia: notice of withdrawal  (effect 10 Nov 2017) (C.N.862.2016 +1)\n" in text
    assert "### Under investigation: 10\n" in text


def test_markdown_tables_have_their_headings(icc: Run) -> None:
    _, text, _ = icc("withdrawals", "--since", "2016", "--on", "2026-11-23", "--format", "markdown")
    assert "| Notified |  | State | Act | Outcome | Document |\n| --: | --- | --- | --- | --- | --- |\n" in text
    assert "| 27 Oct 2016 |  | Burundi | notice | left 27 Oct 2017 |" in text


def test_markdown_reads_no_markup_in_the_data() -> None:
    assert _escaped("a|b *c* [d](e) <f> `g` #h") == r"a\|b \*c\* \[d\](e) \<f\> \`g\` \#h"
