"""The amendments of the collected evidence: who consented to them, declared about them or opted out."""

from collections import Counter
from datetime import date

import pytest

from icc_cli import IccDataset
from icc_cli.database.store import Store
from icc_cli.treaty.model import Dataset
from tests.support import claims
from tests.support.claims import ActsOnRecord
from tests.support.differences import INSTRUMENT_FOUND
from tests.support.evidence import CONFIDENCE, compared, counted, evidence, leads, text


def test_every_consent_to_an_amendment_in_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.consents()) == []
    for id_, (_, proof) in INSTRUMENT_FOUND.items():
        assert proof in {source.key for source in acts.by_id[id_].sources}


@pytest.mark.parametrize("day", ["2019-07-01", "2022-03-31", "2026-11-23"])
def test_as_many_states_have_consented_to_each_amendment_on_a_day_as_in_the_evidence(
    dataset: IccDataset, day: str
) -> None:
    rows = list(counted(evidence("amendment_parties")))
    consents = dataset.events(on=date.fromisoformat(day), kinds=["amendment-consent"])
    assert Counter(act.details["amendment"] for act in consents) == Counter(
        row["amendment_id"] for row in rows if row["deposit"] <= day
    )
    assert Counter(act.details["amendment"] for act in consents if act.effect and text(act.effect) <= day) == Counter(
        row["amendment_id"] for row in rows if row["entry_into_force"] and row["entry_into_force"] <= day
    )


def test_every_declaration_about_an_amendment_in_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.amendment_declarations()) == []


def test_kenyas_opt_out_from_aggression_jurisdiction_is_on_record_and_guatemalas_is_not(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.opt_outs()) == []
    assert [act.iso3 for act in acts.by_id.values() if act.act == "aggression-opt-out"] == ["KEN"]
    assert [row["iso3"] for row in leads(evidence("amendment_opt_outs"))] == ["GTM"]


def test_every_amendment_of_the_evidence_is_on_record(store: Store, files: Dataset) -> None:
    ours = {row["id"]: row for row in store.rows("SELECT * FROM amendment")}
    sources = {row["fact"] for row in store.rows("SELECT fact FROM source")}
    rows = {row["id"]: row for row in counted(evidence("amendments"))}
    rules = {"121 (paragraph not settled)": "unsettled"}
    said = {row["articles"]: row["articles"] for row in rows.values()}
    said["5(2) deleted; 8 bis, 15 bis, 15 ter inserted; 9(1), 20(3), 25(3 bis) amended"] = (
        "5(2) deleted; 8 bis, 15 bis, 15 ter, 25(3 bis) inserted; 9(1), 20(3) amended"  # corrections.yaml
    )
    wrong = []
    for id_, row in rows.items():
        resolution = row["adopted_at"].rpartition("; ")[2] if row["adopted"] else ""
        wrong += compared(
            id_,
            (ours[id_]["articles"], said[row["articles"]]),
            (ours[id_]["adopted"], row["adopted"]),
            (ours[id_]["rule"], rules.get(row["procedure"], row["procedure"])),
            (ours[id_]["in_force"], row["entry_into_force_general"]),
            (ours[id_]["jurisdiction_from"], row["jurisdiction_activated"]),
            (ours[id_]["depositary_page"], f"untc-{row['untc'].lower()}" if row["untc"] else ""),
            (ours[id_]["confidence"], CONFIDENCE[row["confidence"]]),
            (resolution in text(ours[id_]["adopted_at"]), True),
            (id_ in sources, True),
        )
    assert wrong == []
    assert set(rows) == set(ours) == {amendment.id for amendment in files.amendments}
