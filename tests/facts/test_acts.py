"""Every signature and deposit of the collected evidence is on record; and no act is without a row or a document."""

from collections import Counter

from icc_cli import Situation
from icc_cli.queries.acts import Act
from icc_cli.treaty.model import Amendment, Dataset
from tests.support import claims
from tests.support.claims import ActsOnRecord
from tests.support.differences import (
    ADDED,
    CIRCULATED_IN_WORDS,
    DECLARED_UNTIL,
    DOWNGRADED,
    INSTRUMENT_FOUND,
    MOVED_EVENTS,
    NO_EFFECT_OF_ITS_OWN,
    PROVED_LEADS,
    RENAMED_DECLARATIONS,
    UPGRADED,
)
from tests.support.evidence import counted, evidence


def test_every_signature_and_deposit_of_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    facts = list(claims.statehood())
    assert acts.differences(facts) == []
    assert Counter("signature" if fact.act == "signature" else "deposit" for fact in facts) == {
        "signature": 139,
        "deposit": 127,
    }


def test_every_act_on_the_privileges_agreement_in_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.privileges(counted(evidence("apic")))) == []


def test_no_act_is_on_record_without_a_row_of_evidence_or_a_reason(acts: ActsOnRecord, files: Dataset) -> None:
    facts = [
        *claims.statehood(),
        *claims.events(),
        *claims.consents(),
        *claims.declarations(counted(evidence("declarations"))),
        *claims.amendment_declarations(),
        *claims.opt_outs(),
        *claims.acceptances(),
        *claims.privileges(counted(evidence("apic"))),
        *claims.referrals(counted(evidence("referrals"))),
    ]
    proved = {act.id for fact in facts for act in acts.find(fact)}
    proved_leads = {id_ for file, id_ in PROVED_LEADS if file != "examinations"}
    court = {step.id for who in files.persons for step in who.proceedings}  # see test_cases_of_evidence
    court |= {one.id for one in files.cooperation.decisions}
    assert set(acts.by_id) - proved - court == {*ADDED, *proved_leads}


def test_every_fact_has_a_source(acts: ActsOnRecord, situations: dict[str, Situation], files: Dataset) -> None:
    facts: list[Act | Situation | Amendment] = [*acts.by_id.values(), *situations.values(), *files.amendments]
    assert [fact.id for fact in facts if not fact.sources] == []


def test_the_tables_of_differences_name_only_rows_and_acts_that_exist(acts: ActsOnRecord) -> None:
    happened = {(row["date"], row["iso3"]) for row in counted(evidence("events"))}
    declared = {(row["iso3"], row["date"], row["kind"]) for row in counted(evidence("declarations"))}
    assert {*MOVED_EVENTS, *NO_EFFECT_OF_ITS_OWN, *CIRCULATED_IN_WORDS} <= happened
    assert set(RENAMED_DECLARATIONS) <= declared
    assert {*UPGRADED, *DOWNGRADED, *DECLARED_UNTIL, *INSTRUMENT_FOUND, *ADDED} <= set(acts.by_id)
