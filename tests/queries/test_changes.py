"""What changed between two days."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.database.store import Store
from icc_cli.queries.changes import ChangeKind, changes
from icc_cli.queries.status import parties
from tests.support.places import RECORD

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]
CONSENTS = ("ratification", "acceptance", "approval", "accession", "succession")
DAYS = st.dates(date(1998, 7, 17), date(2030, 12, 31))


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
    privileged = [one for one in found if one["kind"] == "agreement"]
    assert all((one["before"], one["after"]) == (None, "in-force") for one in privileged)
    assert len(found) == 7 + 2 + len(bound) + len(privileged)


@given(st.lists(DAYS, min_size=3, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_changes_of_periods_that_meet_are_the_changes_of_the_whole(store: Store, days: list[date]) -> None:
    days = sorted(days)
    parts = [change for start, end in pairwise(days) for change in changes(store, start, end)]
    assert parts == changes(store, days[0], days[-1])


def test_yearly_diffs_add_up_to_the_whole_life_of_the_treaty(store: Store, acts_on_file: list[dict[str, Any]]) -> None:
    years = [date(year, 12, 31) for year in range(1997, 2032)]
    parts = [change for start, end in pairwise(years) for change in changes(store, start, end)]
    assert parts == changes(store, years[0], years[-1])
    situations = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (RECORD / "situations").glob("*.yaml")]
    ends = Counter(one["kind"] for one in situations for key in ("opened", "closed") if key in one)
    found = Counter(change.kind for change in parts)
    assert (found[ChangeKind.SITUATION], found[ChangeKind.EXAMINATION]) == (ends["situation"], ends["examination"])
    bound = {act["id"] for act in acts_on_file if act["act"] == "amendment-consent" and "effect" in act}
    assert {change.id for change in parts if change.kind == "amendment"} == bound
    privileged = {act["id"] for act in acts_on_file if act["act"] == "apic-consent"}
    assert {change.id for change in parts if change.kind == "agreement"} == privileged
    signed = {act["iso3"] for act in acts_on_file if act["act"] == "signature"}
    joined = {act["iso3"] for act in acts_on_file if act["act"] in CONSENTS}
    moved = {change.iso3 for change in parts if change.kind == "status" and change.after != "non-signatory"}
    assert moved == signed | joined
    assert {change.iso3 for change in parts if change.after in ("contracting-state", "state-party")} == joined


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


def test_a_change_beyond_the_checked_day_is_projected(store: Store, icc_json: Json) -> None:
    checked = store.meta["checked"]
    found = icc_json("diff", checked, "2027-12-31", "--kind", "status")
    assert [one["iso3"] for one in found] == ["NER", "BFA", "MLI", "VEN", "TCD", "NRU"]
    assert all(one["projected"] for one in found)
    assert not any(one["projected"] for one in icc_json("diff", "2002", checked))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2017", "2016"), "give the earlier day first"),
        (("2016",), "Missing argument 'TO'"),
        (("2016", "never"), "'never' is not a date"),
        (("2016", "2017", "--kind", "wars"), "one of: status"),
    ],
)
def test_a_wrong_question_about_changes_gets_one_line(arguments: tuple[str, ...], said: str, icc: Run) -> None:
    code, out, err = icc("diff", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_notice_withdrawn_later_is_marked_as_such_and_one_that_stood_is_not(icc: Run, icc_json: Json) -> None:
    found = {one["iso3"]: one for one in icc_json("diff", "2016-10-01", "2016-11-20", "--kind", "status")}
    gambia = found["GMB"]
    assert (gambia["act"], gambia["effect"]) == ("withdrawal-notice", "2017-11-10")
    assert (gambia["undone_by"], gambia["undone_on"]) == ("GMB-2017-02-10-withdrawal-rescinded", "2017-02-10")
    assert (found["BDI"]["undone_by"], found["BDI"]["undone_on"]) == (None, None)
    lines = icc("diff", "2016-10-01", "2016-11-20", "--format", "plain")[1].splitlines()
    assert [line for line in lines if "(would have had effect 10 Nov 2017; notice withdrawn 10 Feb 2017)" in line] == [
        line
        for line in lines
        if "Gambia" in line and line.startswith("  ")  # not what leads the page
    ]
    assert not [line for line in lines if "Burundi" in line and "effect" in line]
