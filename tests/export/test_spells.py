"""The spells: every State's days at risk, once each, and what ended them."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.export.spells import Event
from icc_cli.treaty.dates import ADOPTED
from icc_cli.treaty.vocabulary import CONSENT_ACTS
from tests.support.package import Rows, table

Json = Callable[..., Any]


@pytest.fixture(scope="module")
def spells(package: Path) -> Rows:
    return table(package, "state-spell")


def of(spells: Rows, iso3: str) -> Rows:
    return [one for one in spells if one["iso3"] == iso3]


def ended(spells: Rows, event: str) -> list[tuple[str, str]]:
    return sorted((one["iso3"], one["until"]) for one in spells if one["event"] == event)


def test_each_day_of_a_state_lies_in_one_spell(spells: Rows, store: Store) -> None:
    for state in store.rows("SELECT * FROM state WHERE no_act IS NULL"):
        own, origin = of(spells, state["iso3"]), date.fromisoformat(state["independence"] or str(ADOPTED))
        assert own[0]["since"] == str(origin)
        assert [one["start"] for one in own] == ["0", *(one["stop"] for one in own[:-1])]
        assert [one["since"] for one in own[1:]] == [one["until"] for one in own[:-1]]
        assert int(own[-1]["stop"]) == (store.checked - origin).days + 1
        for one in own:
            assert int(one["start"]) < int(one["stop"])
            assert origin + timedelta(int(one["stop"]) - 1) == date.fromisoformat(one["until"])


def test_the_status_of_a_spell_is_the_states_status_until_its_last_eve(spells: Rows, icc_json: Json) -> None:
    for day in ("2001-06-01", "2016-12-31", "2020-01-01"):
        statuses = {one["iso3"]: one["status"] for one in icc_json("parties", "--status", "all", "--on", day)}
        held = {one["iso3"]: one["status"] for one in spells if one["since"] <= day < one["until"]}
        assert held == {iso3: status for iso3, status in statuses.items() if status != "not-yet-a-state"}


def test_every_event_is_an_act_on_record_or_its_effect(spells: Rows, icc_json: Json, store: Store) -> None:
    def done(*kinds: str) -> set[tuple[str, str]]:
        options = [word for kind in kinds for word in ("--kind", kind)]
        return {(one["iso3"], one["done"]) for one in icc_json("events", *options, "--on", str(store.checked))}

    both = {("BWA", "2000-09-08")}  # Botswana signed and deposited on one day
    succeeded = {("MNE", "2006-10-23")}  # Montenegro notified that it had been a party from its independence
    assert set(ended(spells, "signed")) == done("signature") - both
    assert set(ended(spells, "deposited")) == done(*CONSENT_ACTS) - succeeded
    assert both <= set(ended(spells, "deposited"))
    assert set(ended(spells, "notified")) == done("withdrawal-notice")
    assert set(ended(spells, "rescinded")) == done("withdrawal-rescinded")
    assert set(ended(spells, "no-intent")) == done("no-intent-declaration")
    assert set(ended(spells, "deposit-undone")) == done("instrument-withdrawn") == {("MYS", "2019-04-29")}
    assert ended(spells, "left") == [("BDI", "2017-10-27"), ("PHL", "2019-03-17")]
    parties = icc_json("parties", "--status", "all", "--on", str(store.checked))
    joined = {(one["iso3"], one["entered_into_force"]) for one in parties if one["entered_into_force"]}
    assert set(ended(spells, "joined")) == joined - {("MNE", "2006-06-03")}
    assert {one["event"] for one in spells} - {""} <= set(Event)


def test_what_lies_ahead_is_no_event(spells: Rows, icc_json: Json, store: Store) -> None:
    pending = [one["iso3"] for one in icc_json("withdrawals", "--outcome", "pending", "--on", str(store.checked))]
    assert pending
    for iso3 in pending:
        last = of(spells, iso3)[-1]
        assert (last["status"], last["event"]) == ("state-party-withdrawing", "")
        assert last["until"] == str(store.checked)


def test_a_signature_on_the_first_day_took_a_day(spells: Rows) -> None:
    first, second = of(spells, "ZAF")[:2]
    assert [first[name] for name in ("start", "stop", "since", "event")] == ["0", "1", "1998-07-17", "signed"]
    assert [second[name] for name in ("start", "signed_start", "signature_date")] == ["1", "0", "1998-07-17"]


def test_the_days_of_a_new_state_are_counted_from_its_independence(spells: Rows) -> None:
    assert [(one["start"], one["since"], one["status"], one["event"]) for one in of(spells, "TLS")][:2] == [
        ("0", "2002-05-20", "non-signatory", "deposited"),
        ("110", "2002-09-06", "contracting-state", "joined"),
    ]
    (montenegro,) = of(spells, "MNE")
    assert (montenegro["since"], montenegro["status"], montenegro["event"]) == ("2006-06-03", "state-party", "")


def test_the_clock_of_signature_runs_from_signature_to_deposit(spells: Rows) -> None:
    signatory = next(one for one in of(spells, "BDI") if one["status"] == "signatory")
    waited = date.fromisoformat("2004-09-21") - date.fromisoformat("1999-01-13")
    assert (signatory["signed_start"], signatory["signed_stop"]) == ("0", str(waited.days))
    assert {one["signature_date"] for one in spells if one["status"] == "non-signatory"} == {""}
    assert {one["signed_start"] + one["signature_date"] for one in of(spells, "MYS")} == {""}
