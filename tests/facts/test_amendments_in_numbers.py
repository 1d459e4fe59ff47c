"""Amendments and who has consented to them, in numbers of the whole world and by the collected evidence."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from icc_cli import IccDataset
from tests.support.evidence import counted, evidence
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def listed(icc_json: Json, on: str = ON) -> dict[str, Any]:
    return {one["id"]: one for one in icc_json("amendments", "--on", on)}


def test_every_consent_of_the_evidence_is_on_record_with_its_days(icc_json: Json) -> None:
    found = {
        (key, party["iso3"]): party
        for key in listed(icc_json)
        for party in icc_json("amendments", key, "--on", ON)[0]["parties"]
        if party["deposited"]
    }
    rows = list(counted(evidence("amendment_parties")))
    for row in rows:
        party = found[row["amendment_id"], row["iso3"]]
        assert party["deposited"] == row["deposit"]
        assert (party["binding_from"] or "") == row["entry_into_force"]
        assert party["instrument"] == (row["instrument"] or party["instrument"])
        assert party["confidence"] == {"high": "confirmed", "medium": "reported"}[row["confidence"]]
    assert len(found) == len(rows)


@pytest.mark.parametrize("on", ["2019-07-01", "2022-03-31", ON])
def test_on_any_day_as_many_have_consented_and_are_bound_as_in_the_evidence(on: str, icc_json: Json) -> None:
    rows = list(counted(evidence("amendment_parties")))
    for key, one in listed(icc_json, on).items():
        if one["rule"] == "122" or not one["adopted"]:
            continue
        of_it = [row for row in rows if row["amendment_id"] == key]
        assert one["consents"] == sum(1 for row in of_it if row["deposit"] <= on)
        assert one["bound"] == sum(1 for row in of_it if row["entry_into_force"] and row["entry_into_force"] <= on)
        assert one["waiting"] == one["consents"] - one["bound"]


def test_every_amendment_of_the_evidence_has_its_dates(icc_json: Json) -> None:
    found = listed(icc_json)
    rows = evidence("amendments")
    assert len(found) == len(rows)
    for row in rows:
        one = found[row["id"]]
        assert one["articles"].startswith(row["articles"][:5])
        for ours, theirs in (
            ("adopted", "adopted"),
            ("in_force", "entry_into_force_general"),
            ("jurisdiction_from", "jurisdiction_activated"),
        ):
            assert (one[ours] or "") == row[theirs], (row["id"], ours)


@pytest.mark.parametrize(
    ("on", "parties", "required"),
    [(ON, 125, 110), ("2024-12-31", 124, 109), ("2016-11-16", 124, 109), ("2019-07-01", 122, 107)],
)
def test_deleting_article_124_needs_so_many_consents_on_a_day(
    on: str, parties: int, required: int, icc_json: Json, dataset: IccDataset
) -> None:
    assert len(dataset.parties(on=date.fromisoformat(on))) == parties
    one = listed(icc_json, on)["article-124-2015"]
    assert (one["required"], one["missing"]) == (required, required - one["consents"])
    assert one["bound"] == 0
    assert one["in_force"] is None


def test_the_institutional_amendment_has_bound_124_states_parties_since_13_june_2024(icc_json: Json) -> None:
    last, first = (icc_json("amendments", "article-39", "--on", day)[0] for day in ("2024-06-12", "2024-06-13"))
    assert (last["in_force"], last["bound"], last["waiting"]) == (None, 0, 124)
    assert (first["in_force"], first["bound"], first["waiting"]) == ("2024-06-13", 124, 0)


def test_both_figures_are_told_where_a_list_is_known_to_be_incomplete(icc_json: Json, icc: Run) -> None:
    found = listed(icc_json)
    aggression = found["aggression-2010"]["published"]
    assert (aggression["count"], aggression["recorded"], aggression["day"]) == (49, 49, "2026-08-22")
    assert aggression["sources"]
    assert not found["aggression-2010"]["incomplete"]
    assert found["article-124-2015"]["incomplete"]
    assert found["article-124-2015"]["complete_through"] == "2022-03-21"
    assert found["undetectable-fragments-2017"]["incomplete"]
    assert not listed(icc_json, "2022-03-21")["article-124-2015"]["incomplete"]
    assert listed(icc_json, "2026-08-21")["aggression-2010"]["published"] is None
    _, out, _ = icc("amendments", "--on", ON)
    assert "49 of 49 published by 22 Aug 2026" in out
    assert "22 of 110 needed; some after 21 Mar 2022 may be missing" in out
    assert f"{found['undetectable-fragments-2017']['consents']}; the list is not complete" in out
