"""The brief of a day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.queries.brief import brief
from icc_cli.queries.status import parties
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]
AUTUMN = date(2016, 11, 16)


def test_the_brief_of_16_november_2016_holds_the_facts_of_that_day(icc_json: Json, dataset: IccDataset) -> None:
    (found,) = icc_json("brief", "--on", "2016-11-16")
    assert found["parties"] == {"what": "States Parties", "number": len(dataset.parties(on=AUTUMN)), "change": 0}
    notices = [act for act in found["acts"] if act["act"] == "withdrawal-notice"]
    assert [act["iso3"] for act in notices] == ["ZAF", "BDI", "GMB"]
    assert [one["days_left"] for one in found["pending"]] == [337, 345, 359]
    assert [act["iso3"] for act in found["acts"] if act["act"] == "no-intent-announced"] == ["RUS"]
    assert "OTP-2016-11-14-context" in [act["id"] for act in found["acts"]]
    investigated = dataset.situations(on=AUTUMN, kinds=["situation"], only_open=True)
    assert [one["id"] for one in found["under_investigation"]] == [one.id for one in investigated]
    assert [one["id"] for one in found["under_investigation"] if one["region"] != "African"] == ["georgia"]
    assert {act["iso3"] for act in found["signals"] if act["iso3"]} == {"KEN", "NAM", "UGA"}
    for facts in ("acts", "pending", "signals", "under_investigation", "upcoming"):
        assert all(fact["sources"] for fact in found[facts]), facts


def test_the_brief_of_12_october_2013_tells_of_the_summit_of_that_day(icc_json: Json) -> None:
    (found,) = icc_json("brief", "--on", "2013-10-12")
    assert "AU-2013-10-12-signal" in [act["id"] for act in found["acts"]]


def test_a_signal_is_not_told_once_the_state_took_its_notice_back(store: Store) -> None:
    assert "HUN" in {act.iso3 for act in brief(store, date(2025, 3, 1)).signals}
    assert "HUN" not in {act.iso3 for act in brief(store, TODAY).signals}


def test_the_brief_says_where_the_record_ends(icc: Run, store: Store) -> None:
    checked = date.fromisoformat(store.meta["checked"])
    line = (
        f"Checked through {checked.day} {checked:%b %Y}. Later events are not included; "
        "pending notices are assumed to stand."
    )
    assert line in icc("brief", "--on", str(checked + timedelta(days=1)))[1]
    assert line not in icc("brief", "--on", str(checked))[1]


@given(st.dates(date(1998, 7, 17), date(2030, 12, 31)), st.integers(1, 800))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_counts_of_a_brief_agree_with_the_lists(
    store: Store, states_on_file: set[str], day: date, window: int
) -> None:
    found = brief(store, day, window)
    assert sum(one.number for one in found.statuses) == len(states_on_file)
    assert found.parties.number == sum(one.number for one in found.regions) == len(parties(store, day))
    assert found.parties.change == found.parties.number - len(parties(store, day - timedelta(days=window)))
    assert len(found.pending) == sum(one.number for one in found.statuses if one.what == "state-party-withdrawing")


def test_markdown_of_a_brief_is_fit_to_paste(icc: Run, dataset: IccDataset) -> None:
    code, text, _ = icc("brief", "--on", "2016-11-16", "--format", "markdown")
    number = len(dataset.parties(on=AUTUMN))
    investigated = len(dataset.situations(on=AUTUMN, kinds=["situation"], only_open=True))
    assert code == 0
    assert text.startswith(
        f"## The Rome Statute on 16 Nov 2016\n\n**{number} States Parties**, 3 of them withdrawing\n"
    )
    notice = "notice of withdrawal  (effect 10 Nov 2017) ([C.N.862.2016 and 1 more](https://treaties.un.org/"
    assert f"- **10 Nov 2016** The Gambia: {notice}" in text
    assert f"### Under investigation: {investigated}\n" in text


def test_a_brief_of_no_days_is_refused_in_one_line(icc: Run) -> None:
    code, out, err = icc("brief", "--window", "0")
    assert (code, out) == (2, "")
    assert "0 is not in the range" in err
    assert err.count("\n") == 1
