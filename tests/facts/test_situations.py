"""The situations and examinations of the collected evidence, and who referred them."""

from datetime import date

from icc_cli import IccDataset, Situation
from icc_cli.treaty.forms import Vote
from icc_cli.treaty.model import Dataset, Referral
from tests.support import claims
from tests.support.claims import ActsOnRecord
from tests.support.differences import PROVED_LEADS, UNCONFIRMED_REFERENCES
from tests.support.evidence import CONFIDENCE, Row, compared, counted, evidence, leads, text


def test_every_situation_of_the_evidence_is_on_record(situations: dict[str, Situation]) -> None:
    wrong = []
    rows = list(counted(evidence("situations")))
    for row in rows:
        ours = situations[row["id"]]
        wrong += compared(
            row["id"],
            (ours.kind, "situation"),
            (ours.name, row["name"]),
            (";".join(ours.states), row["iso3"]),
            (ours.reference, "" if row["id"] in UNCONFIRMED_REFERENCES else row["icc_reference"]),
            (ours.trigger, row["trigger"]),
            (ours.authorised, row["authorised"]),
            (ours.authorised_by, row["authorised_by"]),
            (ours.opened, row["investigation_opened"]),
            (ours.scope_from, row["temporal_scope_from"]),
            (ours.scope_to, row["temporal_scope_to"]),
            (ours.closed, row["concluded"]),
            (ours.open, not row["concluded"]),
            (ours.confidence, CONFIDENCE[row["confidence"]]),
            (bool(ours.sources), True),
        )
    assert wrong == []
    assert {row["id"] for row in rows} == {one.id for one in situations.values() if one.kind == "situation"}


OUTCOMES = {
    "opened investigation": "investigation-opened",
    "closed - inadmissible": "closed-inadmissible",
    "closed - no basis": "closed-no-basis",
    "closed - within existing investigation": "absorbed",
    "ongoing": "",
}


def examined(row: Row, ours: Situation) -> list[str]:
    """Return where an examination on record is not what its row says."""
    trigger, _, later = row["trigger"].partition(", then ")
    return compared(
        row["id"],
        (ours.kind, "examination"),
        (ours.name, row["name"]),
        (";".join(ours.states), row["iso3"]),
        (ours.reference, "" if row["id"] in UNCONFIRMED_REFERENCES else row["icc_reference"]),
        (ours.trigger, trigger.partition(" (")[0]),
        (ours.later_trigger, later),
        (ours.opened, row["announced"]),
        (ours.closed, row["outcome_date"]),
        (ours.outcome, OUTCOMES[row["outcome"]]),
        (ours.leads_to, row["situation_id"]),
        (ours.open, row["outcome"] == "ongoing"),
        (ours.confidence, CONFIDENCE[row["confidence"]]),
        (bool(ours.sources), True),
    )


def test_every_examination_of_the_evidence_is_on_record(situations: dict[str, Situation]) -> None:
    rows = list(counted(evidence("examinations")))
    assert [difference for row in rows for difference in examined(row, situations[row["id"]])] == []
    proved_leads = {id_ for file, id_ in PROVED_LEADS if file == "examinations"}
    assert {row["id"] for row in rows} | proved_leads == {
        one.id for one in situations.values() if one.kind == "examination"
    }


def test_the_examinations_of_kenya_and_cote_divoire_are_on_record_by_documents_found_later(
    situations: dict[str, Situation],
) -> None:
    rows = {row["id"]: row for row in leads(evidence("examinations"))}
    assert set(rows) == {"pe-kenya", "pe-cote-divoire"}
    assert examined({**rows["pe-kenya"], "confidence": "medium"}, situations["pe-kenya"]) == []
    assert examined({**rows["pe-cote-divoire"], "confidence": "high"}, situations["pe-cote-divoire"]) == []


def test_the_examinations_of_nigeria_and_ukraine_were_concluded_on_11_december_2020_and_stayed_open(
    dataset: IccDataset,
) -> None:
    for day, concluded in (("2020-12-10", None), ("2020-12-11", date(2020, 12, 11))):
        found = {one.id: one for one in dataset.situations(on=date.fromisoformat(day))}
        for id_ in ("pe-nigeria", "pe-ukraine"):
            assert (found[id_].concluded, found[id_].open) == (concluded, True)


def test_a_situation_number_that_nobody_has_seen_is_marked_so_in_the_evidence() -> None:
    rows = {row["id"]: row for row in [*evidence("situations"), *evidence("examinations")]}
    for id_ in UNCONFIRMED_REFERENCES:
        assert rows[id_]["icc_reference"], id_
        assert "unconfirmed" in rows[id_]["note"], id_


def test_every_referral_of_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.referrals(counted(evidence("referrals")))) == []


def test_the_draft_that_was_not_adopted_is_no_referral_and_concerns_syria(acts: ActsOnRecord) -> None:
    (row,) = (row for row in evidence("referrals") if row["result"].startswith("not adopted"))
    (fact,) = claims.referrals([row])
    (act,) = acts.find(fact)
    assert (act.act, act.concerns) == ("context", ("SYR",))
    assert not any(other.act == "referral" and "SYR" in other.concerns for other in acts.by_id.values())


def test_a_referral_keeps_its_day_of_announcement_and_its_votes(files: Dataset) -> None:
    known = {
        (situation.id, ";".join(referral.by) or "UNSC", text(referral.done)): referral
        for situation in files.situations
        for referral in situation.referrals
    }
    wrong = []
    for row in counted(evidence("referrals")):
        if row["result"].startswith("not adopted"):
            continue
        referral = known.pop((row["situation_id"] or row["examination_id"], row["referred_by"], row["date"]))
        announced = "" if row["announced"] == row["date"] else row["announced"]
        if text(referral.announced) != announced:
            wrong.append(f"{row['date']} {row['referred_by']}: announced {referral.announced}, the row {announced}")
        if votes(referral) != (row["votes_for"], row["votes_against"], row["abstentions"]):
            wrong.append(f"{row['date']} {row['referred_by']}: votes {referral.votes}")
    assert wrong == []
    assert {f"{by}-{day}-referral-{id_}" for id_, by, day in known} == {
        id_ for file, id_ in PROVED_LEADS if file == "referrals"
    }


def votes(referral: Referral) -> tuple[str, ...]:
    return tuple(text(referral.votes.get(way)) for way in Vote)
