"""The events of the collected evidence: their dates, what they undo, whom they concern, what circulated them."""

from datetime import date

from icc_cli import IccDataset
from icc_cli.database.store import Store
from tests.support import claims
from tests.support.claims import FAR, ActsOnRecord
from tests.support.differences import (
    ACCESSIONS_CIRCULATED,
    CIRCULATED_IN_WORDS,
    MOVED_EVENTS,
    UNCONFIRMED_SYMBOLS,
)
from tests.support.evidence import CONFIDENCE, counted, evidence, text


def test_every_event_of_the_evidence_is_on_record_with_its_dates(acts: ActsOnRecord) -> None:
    assert acts.differences(claims.events()) == []


def test_an_event_that_undoes_another_names_it(acts: ActsOnRecord) -> None:
    facts = {fact.row: fact for fact in claims.events()}
    rows = [row for row in counted(evidence("events")) if row["reverses"]]
    assert rows
    wrong = []
    for row in rows:
        (act,) = acts.find(facts[f"events {row['date']} {row['iso3']}"])
        if act.act == "no-intent-declaration":  # leaves the signature standing, and names no act
            (undone,) = (other for other in acts.by_id.values() if (other.iso3, other.act) == (act.iso3, "signature"))
        else:
            undone = acts.by_id[act.undoes or ""]
        if text(undone.done) != row["reverses"]:
            wrong.append(f"{act.id} undoes {undone.id}, the row an act of {row['reverses']}")
    assert wrong == []


def test_an_event_with_a_depositary_notification_cites_it(acts: ActsOnRecord) -> None:
    cited = {
        f"events {row['date']} {row['iso3'] or 'Depositary'}": row["cn"] for row in evidence("events") if row["cn"]
    }
    wrong = []
    for fact in claims.events():
        if symbol := cited.pop(fact.row, ""):
            (act,) = acts.find(fact)
            if symbol not in {source.symbol for source in act.sources}:
                wrong.append(f"{act.id} does not cite {symbol}")
    assert (wrong, cited) == ([], {})


def test_no_document_carries_a_number_that_nobody_has_seen(store: Store) -> None:
    written = [
        " ".join(text(row[column]) for column in ("key", "symbol", "title", "url"))
        for row in store.rows("SELECT * FROM document")
    ]
    assert written
    for symbol in UNCONFIRMED_SYMBOLS:
        spellings = (symbol, symbol.replace("C.N.", "CN."), symbol.replace("C.N.", "cn-").replace(".", "-"))
        assert [line for line in written if any(spelling in line for spelling in spellings)] == []


def test_an_event_of_a_body_that_the_evidence_gives_to_a_state_concerns_that_state(acts: ActsOnRecord) -> None:
    wrong = []
    for row in counted(evidence("events")):
        who, kind = MOVED_EVENTS.get((row["date"], row["iso3"]), (row["iso3"], ""))
        if row["iso3"] and who != row["iso3"]:
            found = [a for a in acts.by_id.values() if (a.body, a.act, text(a.done)) == (who, kind, row["date"])]
            wrong += [act.id for act in found if row["iso3"] not in act.concerns]
    assert wrong == []


def test_the_day_a_withdrawal_took_effect_is_the_effect_of_its_notice(acts: ActsOnRecord, dataset: IccDataset) -> None:
    rows = [row for row in counted(evidence("events")) if row["kind"] == "withdrawal-effective"]
    assert [row["iso3"] for row in rows] == ["BDI", "PHL"]
    for row in rows:
        (left,) = dataset.withdrawals(on=FAR, states=[row["iso3"]])
        notice = acts.by_id[f"{row['iso3']}-{left.notified}-withdrawal-notice"]
        assert text(notice.effect) == row["date"]
        assert notice.confidence == CONFIDENCE[row["confidence"]]


def test_no_act_has_a_day_of_circulation_that_the_evidence_does_not_give(acts: ActsOnRecord) -> None:
    circulated = {
        act.id for fact in (*claims.events(), *claims.statehood()) if fact.circulated for act in acts.find(fact)
    }
    assert {act.id for act in acts.by_id.values() if act.circulated} == circulated


def test_a_day_of_circulation_that_the_evidence_gives_in_words_only_is_in_those_words() -> None:
    rows = {(row["date"], row["iso3"]): f"{row['detail']} {row['note']}" for row in evidence("events")}
    states = {row["iso3"]: f"{row['source']} {row['note']}" for row in evidence("participation")}
    for (done, iso3), day in CIRCULATED_IN_WORDS.items():
        when = date.fromisoformat(day)
        assert f"{when.day} {when:%b}" in rows[done, iso3] or day in states[iso3], iso3
    assert all(day in states[iso3] for iso3, day in ACCESSIONS_CIRCULATED.items())
