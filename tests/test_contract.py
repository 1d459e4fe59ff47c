"""The JSON contract: keys written out by hand, so that a change breaks loudly."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from icc_cli.vocabulary import ActKind, Status

Run = Callable[..., tuple[int, str, str]]

STANDING = {
    "iso3", "name", "everyday", "status", "status_since", "projected", "signed", "instrument", "deposited",
    "entered_into_force", "entry_into_force_expected", "no_intent_declared", "withdrawal_notified",
    "withdrawal_effective", "withdrawal_rescinded", "region", "sources",
}  # fmt: skip
ACT = {
    "id", "act", "done", "effect", "circulated", "title", "standing", "sources", "iso3", "body", "note", "undoes",
    "undone_by", "region", "concerns", "details", "disputed",
}  # fmt: skip
WITHDRAWAL = {
    "id", "iso3", "name", "everyday", "region", "act", "notified", "circulated", "effect", "outcome", "outcome_date",
    "days_left", "projected", "standing", "sources",
}  # fmt: skip
SITUATION = {
    "id", "name", "kind", "states", "region", "reference", "trigger", "later_trigger", "authorised", "authorised_by",
    "opened", "closed", "open", "outcome", "leads_to", "scope_from", "scope_to", "note", "standing", "disputed",
    "sources",
}  # fmt: skip
SOURCE = {"key", "symbol", "title", "url"}

RECORD = {"kind", "id", "title", "record", "undoes", "undone_by", "proves", "corrections"}
CITATION = {"id", "kind", "text", "documents", "bibtex", "csl"}

CONTRACTS = [
    (("status", "russia"), "icc/status/1", STANDING | {"formal", "independence", "situations", "acts", "asked"}),
    (("parties", "--status", "all"), "icc/parties/1", STANDING),
    (("withdrawals",), "icc/withdrawals/1", WITHDRAWAL),
    (("events",), "icc/events/1", ACT),
    (("situations",), "icc/situations/1", SITUATION),
    (("show", "GMB-2016-11-10-withdrawal-notice", "cn-862-2016", "darfur"), "icc/show/1", RECORD),
    (("cite", "gambia"), "icc/cite/1", CITATION),
    (
        ("data", "info"),
        "icc/data-info/1",
        {"title", "version", "checked", "licence", "origin", "notices", "counts"},
    ),
]


@pytest.mark.parametrize(("arguments", "schema", "keys"), CONTRACTS, ids=lambda value: str(value)[:30])
def test_every_record_has_exactly_the_keys_of_its_contract(
    arguments: tuple[str, ...], schema: str, keys: set[str], icc: Run
) -> None:
    _, out, _ = icc(*arguments, "--on", "2026-11-23", "--json")
    envelope = json.loads(out)
    assert list(envelope) == ["schema", "dataset", "on", "data"]
    assert envelope["schema"] == schema
    assert envelope["dataset"] == {"version": "2026.10.0", "checked": "2026-10-02"}
    assert envelope["on"] == "2026-11-23"
    assert envelope["data"]
    for record in envelope["data"]:
        assert set(record) == keys


def test_the_acts_of_a_state_and_their_sources_have_their_keys(icc_json: Callable[..., Any]) -> None:
    for act in icc_json("status", "gambia")[0]["acts"]:
        assert set(act) == ACT
        assert act["sources"]
        for source in act["sources"]:
            assert set(source) == SOURCE


def test_values_are_enums_iso_dates_and_codes(icc_json: Callable[..., Any]) -> None:
    iso_date = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
    for act in icc_json("events"):
        assert act["act"] in set(ActKind)
        assert (act["iso3"] is None) == (act["body"] is not None)
        for key in ("done", "effect", "circulated"):
            assert act[key] is None or iso_date.fullmatch(act[key])
        assert act["sources"], act["id"]
    for state in icc_json("parties", "--status", "all"):
        assert state["status"] in set(Status)
        assert re.fullmatch(r"[A-Z]{3}", state["iso3"])
    for one in icc_json("withdrawals"):
        assert one["outcome"] in {"left", "rescinded", "pending", "unsigned", "accession-withdrawn"}
        assert (one["days_left"] is not None) == (one["outcome"] == "pending")
    for one in icc_json("situations"):
        assert one["kind"] in {"situation", "examination"}
        assert isinstance(one["open"], bool)


def test_known_by_stands_beside_on(icc: Run) -> None:
    _, out, _ = icc("status", "gambia", "--known-by", "2016-11-10", "--json")
    envelope = json.loads(out)
    assert (envelope["on"], envelope["known_by"]) == ("2016-11-10", "2016-11-10")
    assert envelope["data"][0]["status"] == "state-party"
    assert [act["act"] for act in envelope["data"][0]["acts"]][-1] == "withdrawal-announced"


def test_an_entry_without_an_act_on_record_says_so(icc_json: Callable[..., Any]) -> None:
    (kosovo,) = icc_json("status", "kosovo")
    assert set(kosovo) == {"iso3", "name", "status", "no_act", "note", "asked"}
    assert kosovo["status"] is None


def test_nothing_matched_is_still_an_envelope(icc: Run) -> None:
    code, out, err = icc("withdrawals", "--since", "2030", "--json")
    assert code == 1
    assert json.loads(out)["data"] == []
    assert err == "icc: nothing matched\n"
