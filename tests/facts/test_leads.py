"""Leads of the collected evidence stay out, but for the few that a document proves."""

from icc_cli import Situation
from icc_cli.queries.acts import Act
from tests.support import claims
from tests.support.claims import ActsOnRecord
from tests.support.differences import PROVED_LEADS
from tests.support.evidence import evidence, leads, text


def test_leads_about_declarations_stay_out_except_the_three_that_a_document_proves(acts: ActsOnRecord) -> None:
    rows = leads(evidence("declarations"))
    assert len(rows) == 21
    assert {act.id for fact in claims.declarations(rows) for act in acts.find(fact)} == {
        id_ for file, id_ in PROVED_LEADS if file == "declarations"
    }


def test_leads_about_consents_to_amendments_stay_out(acts: ActsOnRecord) -> None:
    rows = leads(evidence("amendment_parties"))
    assert {row["amendment_id"] for row in rows} == {"undetectable-fragments-2017"}
    there = {(act.iso3, act.details["amendment"]) for act in acts.by_id.values() if act.act == "amendment-consent"}
    assert [row["iso3"] for row in rows if (row["iso3"], row["amendment_id"]) in there] == []


def test_leads_about_the_privileges_agreement_stay_out_except_samoas_accession(acts: ActsOnRecord) -> None:
    rows = leads(evidence("apic"))
    assert {row["iso3"] for row in rows} == {"WSM", "SMR"}
    joined = [act for act in acts.by_id.values() if act.act == "apic-consent" and act.iso3 in ("WSM", "SMR")]
    assert [(act.id, text(act.done), text(act.effect)) for act in joined] == [
        ("WSM-2016-04-08-apic-consent", "2016-04-08", "2016-05-08")
    ]


def test_the_letters_of_montenegro_and_chile_make_the_43_states_that_referred_ukraine(acts: ActsOnRecord) -> None:
    assert [row["referred_by"] for row in leads(evidence("referrals"))] == ["MNE;CHL"]
    referring = {
        act.iso3: text(act.done)
        for act in acts.by_id.values()
        if act.act == "referral" and act.details["situation"] == "ukraine"
    }
    assert (referring["MNE"], referring["CHL"], len(referring)) == ("2022-03-21", "2022-04-01", 43)


def test_the_lead_on_the_day_of_ugandas_declaration_stays_out(acts: ActsOnRecord) -> None:
    assert [row["iso3"] for row in leads(evidence("article_12_3"))] == ["UGA"]
    (uganda,) = (act for act in acts.by_id.values() if act.act == "article-12-3-declaration" and act.iso3 == "UGA")
    assert uganda.done is None


def test_no_other_file_of_evidence_has_leads() -> None:
    for name in ("participation", "events", "amendments", "amendment_declarations", "situations"):
        assert leads(evidence(name)) == [], name


def test_a_lead_that_is_in_names_the_document_that_proves_it(
    acts: ActsOnRecord, situations: dict[str, Situation]
) -> None:
    for (_, id_), (proof, confidence) in PROVED_LEADS.items():
        fact: Act | Situation = situations[id_] if id_ in situations else acts.by_id[id_]
        assert proof in {source.key for source in fact.sources}, id_
        assert fact.confidence == confidence, id_
