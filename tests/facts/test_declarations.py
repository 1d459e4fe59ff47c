"""The declarations of the collected evidence: those on joining, objections to them, and those under Article 12(3)."""

from tests.support import claims
from tests.support.claims import ActsOnRecord
from tests.support.evidence import counted, evidence, text


def test_every_declaration_objection_and_territorial_notice_of_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.declarations(counted(evidence("declarations")))) == []


def test_a_declaration_that_has_ended_is_undone_by_the_act_that_ended_it(acts: ActsOnRecord) -> None:
    undone = {act.undoes: act for act in acts.by_id.values() if act.undoes}
    ended = {}
    for row in counted(evidence("declarations")):
        if row["in_force_to"] and row["in_force_to"] < "2026":
            (fact,) = claims.declarations([row])
            (act,) = acts.find(fact)
            if act.id not in undone:
                ended[row["iso3"]] = text(act.details.get("until"))
                continue
            end = undone[act.id].effect or undone[act.id].done
            assert text(end) == row["in_force_to"], act.id
    assert ended == {"COL": "2009-10-31"}, "ran out by itself"


def test_every_article_12_3_declaration_of_the_evidence_is_on_record(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.acceptances()) == []


def test_lebanon_lodged_no_declaration_so_its_row_is_two_context_acts(acts: ActsOnRecord) -> None:
    (row,) = (row for row in evidence("article_12_3") if row["iso3"] == "LBN")
    assert row["lodged"] == ""
    lebanon = [act for act in acts.by_id.values() if act.iso3 == "LBN"]
    assert [(act.act, text(act.done), act.confidence) for act in lebanon] == [
        ("context", row["dated"][:7], "reported"),  # the day is not printed anywhere
        ("context", "2024-05-28", "reported"),
    ]
    assert "2024-05-28" in row["outcome"]
    assert all(act.sources for act in lebanon)
