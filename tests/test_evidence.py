"""Every row of the collected evidence that counts as a fact is in the dataset, and nothing else is.

`tests/data/*.csv` holds the evidence, one fact a row. Rows of confidence `high` are confirmed facts, `medium` reported
ones, `low` ones leads that stay out. Each row is turned into what the dataset should say and looked up through the
public API. Where the dataset differs on purpose, a table below says so and why.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli import IccDataset, NoRecord, Situation
from icc_cli.database.opening import CHECKOUT
from icc_cli.database.store import Store
from icc_cli.queries.acts import Act
from icc_cli.source.load import load
from icc_cli.treaty.model import Amendment, Dataset, Referral, State
from icc_cli.treaty.naming import fold
from tests.conftest import evidence

Row = dict[str, str]

FAR = date(2030, 12, 31)
"""By this day all acts on record have been done, the undated ones too."""
STANDING = {"high": "confirmed", "medium": "reported"}
TELLING = ("declaration", "amendment", "situation")
"""Details that tell acts of one State, kind and day apart."""


# What differs from the rows on purpose, and why.

UPGRADED = {
    "KEN-2015-11-30-aggression-opt-out": ("crimeofaggression-kenya-2016", "a second, independent source was found"),
}
"""Acts of `medium` rows that are confirmed: the document that was found since, and why it is enough."""

PROVED_LEADS = {
    ("examinations", "pe-kenya"): ("union-tribune-2011-01-19-kenya", "reported"),
    ("declarations", "PRT-2002-02-05-declaration-interpretative"): ("aviso-37-2002", "confirmed"),
    ("declarations", "SVK-2002-04-11-declaration-article-103-sentences"): ("oznamenie-333-2002", "confirmed"),
    ("apic", "WSM-2016-04-08-apic-consent"): ("pga-samoa", "reported"),
}
"""The only `low` rows that are in, with the document that proves each and its standing."""

EVENT_ACTS = {
    "intent-not-to-become-party": "no-intent-declaration",
    "withdrawal-notified": "withdrawal-notice",
    "accession-withdrawn": "instrument-withdrawn",
}
"""Kinds of `events.csv` that have another name here; the others keep theirs."""

MOVED_EVENTS: dict[tuple[str, str], tuple[str, str]] = {
    # the milestone is the act of status itself, which participation.csv has too
    ("2006-10-23", "MNE"): ("MNE", "succession"),
    ("2015-01-02", "PSE"): ("PSE", "accession"),
    ("2019-03-04", "MYS"): ("MYS", "accession"),
    ("2019-11-26", "KIR"): ("KIR", "accession"),
    ("2023-11-14", "ARM"): ("ARM", "ratification"),
    ("2024-10-25", "UKR"): ("UKR", "ratification"),
    # the milestone is a step at home on the way in
    ("2016-06-02", "UKR"): ("UKR", "joining-step"),
    ("2022-12-29", "ARM"): ("ARM", "joining-step"),
    ("2023-10-03", "ARM"): ("ARM", "joining-step"),
    ("2024-08-21", "UKR"): ("UKR", "joining-step"),
    # a signal about joining, where `signal` here is one about leaving or staying
    ("2005-02-17", "IRQ"): ("IRQ", "joining-step"),
    ("2005-03-02", "IRQ"): ("IRQ", "joining-step"),
    ("2021-08-03", "SDN"): ("SDN", "joining-step"),
    ("2023-11-24", "PHL"): ("PHL", "joining-step"),
    ("2026-02-23", "PHL"): ("PHL", "joining-step"),
    # the order to give notice is not the notice
    ("2016-11-16", "RUS"): ("RUS", "no-intent-announced"),
    # acts of bodies that are no State; the State of the row is the one concerned
    ("1998-07-17", ""): ("Rome Diplomatic Conference", "context"),
    ("2002-04-11", ""): ("Depositary", "context"),
    ("2002-07-01", ""): ("Depositary", "context"),
    ("2002-07-12", "USA"): ("Security Council", "context"),
    ("2009-07-03", ""): ("African Union", "signal"),
    ("2013-10-12", ""): ("African Union", "signal"),
    ("2016-01-31", ""): ("African Union", "signal"),
    ("2016-04-11", ""): ("African Union", "signal"),
    ("2016-10-31", "USA"): ("Foreign Policy (magazine)", "context"),
    ("2016-11-14", "RUS"): ("Office of the Prosecutor", "context"),
    ("2017-01-31", ""): ("African Union", "signal"),
    ("2025-04-04", ""): ("Depositary", "context"),
}
"""Rows of `events.csv` whose act is of another kind, or of a body: (date, State) -> (who, act)."""

NO_EFFECT_OF_ITS_OWN = {
    ("2016-11-16", "RUS"): "the day given is that of the notice of 30 November 2016, which is its own act",
}
"""Rows of `events.csv` whose `effective` is not an effect of the act."""

CIRCULATED_IN_WORDS = {
    ("2015-01-02", "PSE"): "2015-01-06",
    ("2019-04-29", "MYS"): "2019-05-15",
    ("2025-06-02", "HUN"): "2025-06-03",
    ("2026-07-24", "VEN"): "2026-08-06",
}
"""Days of circulation that the rows give in their words only; Palestine's in participation.csv."""

ACCESSIONS_CIRCULATED = {"SLV": "2016-03-03"}
"""Accessions of `participation.csv` whose row cites the depositary's notification by its day."""

RENAMED_DECLARATIONS: dict[tuple[str, str, str], str] = {
    # "other" rows that are an act of their own
    ("BDI", "2016-10-27", "other"): "withdrawal-notice",
    ("GMB", "2016-11-10", "other"): "withdrawal-notice",
    ("MNE", "2006-10-23", "other"): "succession",
    # a row of territorial application that leaves a territory out
    ("DNK", "2001-06-21", "territorial-application"): "territorial-exclusion",
    ("NZL", "2000-09-07", "territorial-application"): "territorial-exclusion",
}
"""Rows of `declarations.csv` whose act has another kind: (State, date, kind) -> act."""

DECLARED_UNTIL = {
    "FRA-2000-06-09-article-124-declaration": (
        "2009-06-30",
        "seven years as declared; the row's end, 15 June 2008, is the effect of the withdrawal, its own act",
    ),
}
"""Article 124 declarations whose `until` is not the row's `in_force_to`."""

INSTRUMENT_FOUND = {"PRT-2021-05-26-amendment-consent-starvation-2019": ("ratification", "aviso-36-2021")}
"""Consents whose form the row leaves blank, and the document that tells it. Others stay `unspecified`."""

UNCONFIRMED_REFERENCES = {"lithuania-belarus", "pe-lithuania-belarus", "pe-bolivia", "pe-venezuela-ii", "pe-drc-ii"}
"""Situation numbers that nobody has seen are left blank."""

UNCONFIRMED_SYMBOLS = ("C.N.805.2016", "C.N.138.2018", "C.N.886.2016")
"""Numbers of depositary notifications that nobody has seen: no document may carry them."""

ADDED = {
    "ASP-2025-07-09-context": "what the special session set for 2027, in the row of the proposal",
    "ASP-2025-07-09-context-review": "what it set for 2029, in the same row",
    "FRA-2008-08-13-article-124-withdrawn": "in the note of the French Article 124 row",
    "LBN-2024-04-context": "the Lebanese row of article_12_3.csv: a decision to lodge a declaration, never carried out",
    "LBN-2024-05-28-context": "the same row: the decision is taken back",
    "NRU-2026-06-26-name-change": "in the notes of the rows on Nauru",
    "PRT-2002-02-05-declaration-article-87-language": "aviso-37-2002 prints it (corrections.yaml)",
    "SVK-2002-04-11-declaration-article-87-language": "oznamenie-333-2002 prints it (corrections.yaml)",
    "UGA-undated-article-12-3-declaration": "the Court's page gives the time it covers; the day of the lead stays out",
}
"""Acts that no single row turns into by the rules below."""

NO_NUMBER = {"TWN": "158 is the number of ISO 3166-1; the M49 list of the United Nations has none"}
"""States whose `m49` is left blank."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a row says should be on record as one act. Only what is in `details` is compared of the act's details."""

    row: str
    who: str
    act: str
    done: str
    standing: str
    effect: str | None = ""
    """None where the row says nothing of it; the day done itself counts as no other day."""
    circulated: str | None = None
    details: dict[str, str] = field(default_factory=dict)


class Record:
    """All acts on record, to look facts up in."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self.by_id = {act.id: act for act in acts}

    def find(self, fact: Fact) -> list[Act]:
        """Return the acts of the fact's State or body, kind and day."""
        return [
            act
            for act in self.by_id.values()
            if (act.iso3 or act.body, act.act, text(act.done)) == (fact.who, fact.act, fact.done)
            and all(text(act.details.get(key)) == fact.details[key] for key in TELLING if key in fact.details)
        ]

    def differences(self, facts: Iterable[Fact]) -> list[str]:
        """Return, for each fact, how the record differs from it."""
        return [difference for fact in facts for difference in self._differences(fact)]

    def _differences(self, fact: Fact) -> Iterator[str]:
        found = self.find(fact)
        if len(found) != 1:
            yield f"{fact.row}: {len(found)} acts {fact.act} of {fact.who} on {fact.done or 'no day'} {fact.details}"
            return
        (act,) = found
        proof = UPGRADED.get(act.id)
        expected = {
            "effect": fact.effect if fact.effect is None else fact.effect or fact.done,
            "circulated": fact.circulated,
            "standing": "confirmed" if proof else fact.standing,
            **fact.details,
        }
        ours: dict[str, object] = {
            "effect": act.effect or act.done,
            "circulated": act.circulated,
            "standing": act.standing,
            **{key: act.details.get(key) for key in fact.details},
        }
        for key, value in expected.items():
            if value is not None and text(ours[key]) != value:
                yield f"{fact.row}: {act.id} has {key} {text(ours[key])!r}, the row {value!r}"
        if not act.sources:
            yield f"{fact.row}: {act.id} has no source"
        if proof and proof[0] not in {source.key for source in act.sources}:
            yield f"{fact.row}: {act.id} is confirmed without {proof[0]}"


def text(value: object) -> str:
    """Write a value as the evidence does: a date as it is written, nothing as an empty string."""
    return "" if value is None else str(value)


def counted(rows: Iterable[Row]) -> Iterator[Row]:
    """Return the rows that are facts."""
    return (row for row in rows if row["confidence"] in STANDING)


def leads(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that are leads only."""
    return [row for row in rows if row["confidence"] == "low"]


def statehood() -> Iterator[Fact]:
    for row in counted(evidence("participation")):
        about: dict[str, Any] = {"row": f"participation {row['iso3']}", "who": row["iso3"]}
        about["standing"] = STANDING[row["confidence"]]
        if row["signature"]:
            yield Fact(act="signature", done=row["signature"], **about)
        if row["deposit"]:
            about["circulated"] = ACCESSIONS_CIRCULATED.get(row["iso3"])
            yield Fact(act=row["instrument"], done=row["deposit"], effect=row["entry_into_force"], **about)


def events() -> Iterator[Fact]:
    for row in counted(evidence("events")):
        key = (row["date"], row["iso3"])
        if row["kind"] == "withdrawal-effective":
            continue
        who, act = MOVED_EVENTS.get(key, (row["iso3"], EVENT_ACTS.get(row["kind"], row["kind"])))
        effect = "" if key in NO_EFFECT_OF_ITS_OWN else row["effective"]
        yield Fact(
            row=f"events {row['date']} {row['iso3'] or who}",
            who=who,
            act=act,
            done=row["date"],
            effect=effect,
            circulated=row["circulated"] or CIRCULATED_IN_WORDS.get(key, ""),
            standing=STANDING[row["confidence"]],
        )


def consents() -> Iterator[Fact]:
    for row in counted(evidence("amendment_parties")):
        found = INSTRUMENT_FOUND.get(f"{row['iso3']}-{row['deposit']}-amendment-consent-{row['amendment_id']}")
        yield Fact(
            row=f"amendment_parties {row['amendment_id']} {row['iso3']}",
            who=row["iso3"],
            act="amendment-consent",
            done=row["deposit"],
            effect=row["entry_into_force"],
            standing=STANDING[row["confidence"]],
            details={
                "amendment": row["amendment_id"],
                "instrument": row["instrument"] or (found[0] if found else "unspecified"),
            },
        )


def declarations(rows: Iterable[Row]) -> Iterator[Fact]:
    for row in rows:
        kind = row["kind"]
        act = RENAMED_DECLARATIONS.get((row["iso3"], row["date"], kind), kind)
        about: dict[str, Any] = {"effect": row["in_force_from"]}
        if act == "article-124":
            act = "article-124-declaration"
            kept = DECLARED_UNTIL.get(f"{row['iso3']}-{row['date']}-{act}")
            about["details"] = {"until": kept[0] if kept else row["in_force_to"]}
        elif act == "objection":
            about["details"] = {"against": row["against"]}
        elif act in ("withdrawal-notice", "succession"):
            about["effect"] = row["in_force_from"] or None
        elif not act.startswith("territorial"):
            act, about["details"] = "declaration", {"declaration": kind, "against": row["against"], "amendment": ""}
        fact = Fact(
            row=f"declarations {row['iso3']} {row['date']} {kind}",
            who=row["iso3"],
            act=act,
            done=row["date"],
            standing=STANDING.get(row["confidence"], ""),
            **about,
        )
        yield fact


def amendment_declarations() -> Iterator[Fact]:
    kinds = {"interpretative declaration": "interpretative", "declaration": "other", "territorial": "territorial"}
    for row in counted(evidence("amendment_declarations")):
        yield Fact(
            row=f"amendment_declarations {row['amendment_id']} {row['iso3']}",
            who=row["iso3"],
            act="declaration",
            done=row["date"],
            standing=STANDING[row["confidence"]],
            details={"amendment": row["amendment_id"], "declaration": kinds[row["kind"]]},
        )


def opt_outs() -> Iterator[Fact]:
    for row in counted(evidence("amendment_opt_outs")):
        yield Fact(
            row=f"amendment_opt_outs {row['iso3']}",
            who=row["iso3"],
            act="aggression-opt-out",
            done=row["declared"],
            standing=STANDING[row["confidence"]],
        )


RECEPTIONS = {
    "valid; basis of the 2011 authorisation": "acted-on",
    "valid; confirmation, not a new declaration": "confirms-earlier",
    "not acted on: OTP 2012-04-03 could not settle statehood": "not-acted-on",
    "rejected: lodged without authority of the State (Registrar public notice 2014-05-01, OTP 2014-05-08)": "rejected",
    "valid; examination opened 2014-04-25": "acted-on",
    "valid; examination widened 2015-09-29; investigation 2022-03-02": "acted-on",
    "valid; accepted by the Registrar; examination opened 2015-01-16": "acted-on",
    "received from the National Unity Government; no acceptance by the Court seen": "received",
    "lodged with the ratification; no situation opened": "received",
    "received; adds to the Security Council referral": "received",
}
"""What the Court made of a declaration under Article 12(3), as the rows say it."""


def acceptances() -> Iterator[Fact]:
    for row in counted(evidence("article_12_3")):
        if row["iso3"] == "LBN":  # never lodged: two context acts, see ADDED
            continue
        yield Fact(
            row=f"article_12_3 {row['iso3']} {row['lodged']}",
            who=row["iso3"],
            act="article-12-3-declaration",
            done=row["lodged"],
            standing=STANDING[row["confidence"]],
            details={
                "accepts_from": row["accepts_from"],
                "accepts_to": row["accepts_to"],
                "dated": "" if row["dated"] == row["lodged"] else row["dated"],
                "reception": RECEPTIONS[row["outcome"]],
                "situation": row["situation_id"],
            },
        )


def privileges(rows: Iterable[Row]) -> Iterator[Fact]:
    for row in rows:
        about: dict[str, Any] = {"row": f"apic {row['iso3']}", "who": row["iso3"]}
        about["standing"] = STANDING.get(row["confidence"], "")
        if row["signature"]:
            yield Fact(act="apic-signature", done=row["signature"], **about)
        if row["instrument"]:
            instrument = {"instrument": row["instrument"]}
            effect = row["entry_into_force"]
            yield Fact(act="apic-consent", done=row["deposit"], effect=effect, details=instrument, **about)


def referrals(rows: Iterable[Row]) -> Iterator[Fact]:
    for row in rows:
        if row["result"].startswith("not adopted"):
            who = [("Security Council", "context")]
            details = {}
        else:
            authors = {"UNSC": ["Security Council"]}.get(row["referred_by"], row["referred_by"].split(";"))
            who = [(author, "referral") for author in authors]
            details = {"situation": row["situation_id"] or row["examination_id"]}
        for author, act in who:
            yield Fact(
                row=f"referrals {row['date']} {author}",
                who=author,
                act=act,
                done=row["date"],
                standing=STANDING.get(row["confidence"], ""),
                details=details,
            )


@pytest.fixture(scope="module")
def record(dataset: IccDataset) -> Record:
    return Record(dataset.events(on=FAR))


@pytest.fixture(scope="module")
def files() -> Dataset:
    """The YAML files as checked objects, for what the database leaves out."""
    return load(Path(CHECKOUT))


@pytest.fixture(scope="module")
def situations(dataset: IccDataset) -> dict[str, Situation]:
    return {situation.id: situation for situation in dataset.situations(on=FAR)}


# Acts of States and bodies.


def test_every_signature_and_deposit_of_the_evidence_is_on_record(record: Record) -> None:
    facts = list(statehood())
    assert record.differences(facts) == []
    assert Counter("signature" if fact.act == "signature" else "deposit" for fact in facts) == {
        "signature": 139,
        "deposit": 127,
    }


def test_every_event_of_the_evidence_is_on_record_with_its_dates(record: Record) -> None:
    assert record.differences(events()) == []


def test_an_event_that_undoes_another_names_it(record: Record) -> None:
    facts = {fact.row: fact for fact in events()}
    rows = [row for row in counted(evidence("events")) if row["reverses"]]
    assert rows
    wrong = []
    for row in rows:
        (act,) = record.find(facts[f"events {row['date']} {row['iso3']}"])
        if act.act == "no-intent-declaration":  # leaves the signature standing, and names no act
            (undone,) = (other for other in record.by_id.values() if (other.iso3, other.act) == (act.iso3, "signature"))
        else:
            undone = record.by_id[act.undoes or ""]
        if text(undone.done) != row["reverses"]:
            wrong.append(f"{act.id} undoes {undone.id}, the row an act of {row['reverses']}")
    assert wrong == []


def test_an_event_with_a_depositary_notification_cites_it(record: Record) -> None:
    cited = {
        f"events {row['date']} {row['iso3'] or 'Depositary'}": row["cn"] for row in evidence("events") if row["cn"]
    }
    wrong = []
    for fact in events():
        if symbol := cited.pop(fact.row, ""):
            (act,) = record.find(fact)
            if symbol not in {source.symbol for source in act.sources}:
                wrong.append(f"{act.id} does not cite {symbol}")
    assert (wrong, cited) == ([], {})


def test_an_event_of_a_body_that_the_evidence_gives_to_a_state_concerns_that_state(record: Record) -> None:
    wrong = []
    for row in counted(evidence("events")):
        who, kind = MOVED_EVENTS.get((row["date"], row["iso3"]), (row["iso3"], ""))
        if row["iso3"] and who != row["iso3"]:
            found = [a for a in record.by_id.values() if (a.body, a.act, text(a.done)) == (who, kind, row["date"])]
            wrong += [act.id for act in found if row["iso3"] not in act.concerns]
    assert wrong == []


def test_the_day_a_withdrawal_took_effect_is_the_effect_of_its_notice(record: Record, dataset: IccDataset) -> None:
    rows = [row for row in counted(evidence("events")) if row["kind"] == "withdrawal-effective"]
    assert [row["iso3"] for row in rows] == ["BDI", "PHL"]
    for row in rows:
        (left,) = dataset.withdrawals(on=FAR, states=[row["iso3"]])
        notice = record.by_id[f"{row['iso3']}-{left.notified}-withdrawal-notice"]
        assert text(notice.effect) == row["date"]
        assert notice.standing == STANDING[row["confidence"]]


def test_no_act_has_a_day_of_circulation_that_the_evidence_does_not_give(record: Record) -> None:
    circulated = {act.id for fact in (*events(), *statehood()) if fact.circulated for act in record.find(fact)}
    assert {act.id for act in record.by_id.values() if act.circulated} == circulated


def test_a_day_of_circulation_that_the_evidence_gives_in_words_only_is_in_those_words() -> None:
    rows = {(row["date"], row["iso3"]): f"{row['detail']} {row['note']}" for row in evidence("events")}
    states = {row["iso3"]: f"{row['source']} {row['note']}" for row in evidence("participation")}
    for (done, iso3), day in CIRCULATED_IN_WORDS.items():
        when = date.fromisoformat(day)
        assert f"{when.day} {when:%b}" in rows[done, iso3] or day in states[iso3], iso3
    assert all(day in states[iso3] for iso3, day in ACCESSIONS_CIRCULATED.items())


def test_the_tables_of_differences_name_only_rows_and_acts_that_exist(record: Record) -> None:
    happened = {(row["date"], row["iso3"]) for row in counted(evidence("events"))}
    declared = {(row["iso3"], row["date"], row["kind"]) for row in counted(evidence("declarations"))}
    assert {*MOVED_EVENTS, *NO_EFFECT_OF_ITS_OWN, *CIRCULATED_IN_WORDS} <= happened
    assert set(RENAMED_DECLARATIONS) <= declared
    assert {*UPGRADED, *DECLARED_UNTIL, *INSTRUMENT_FOUND, *ADDED} <= set(record.by_id)


def test_every_consent_to_an_amendment_in_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(consents()) == []
    for id_, (_, proof) in INSTRUMENT_FOUND.items():
        assert proof in {source.key for source in record.by_id[id_].sources}


@pytest.mark.parametrize("day", ["2019-07-01", "2022-03-31", "2026-11-23"])
def test_as_many_states_have_consented_to_each_amendment_on_a_day_as_in_the_evidence(
    dataset: IccDataset, day: str
) -> None:
    rows = list(counted(evidence("amendment_parties")))
    acts = dataset.events(on=date.fromisoformat(day), kinds=["amendment-consent"])
    assert Counter(act.details["amendment"] for act in acts) == Counter(
        row["amendment_id"] for row in rows if row["deposit"] <= day
    )
    assert Counter(act.details["amendment"] for act in acts if act.effect and text(act.effect) <= day) == Counter(
        row["amendment_id"] for row in rows if row["entry_into_force"] and row["entry_into_force"] <= day
    )


def test_every_declaration_objection_and_territorial_notice_of_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(declarations(counted(evidence("declarations")))) == []


def test_a_declaration_that_has_ended_is_undone_by_the_act_that_ended_it(record: Record) -> None:
    undone = {act.undoes: act for act in record.by_id.values() if act.undoes}
    ended = {}
    for row in counted(evidence("declarations")):
        if row["in_force_to"] and row["in_force_to"] < "2026":
            (fact,) = declarations([row])
            (act,) = record.find(fact)
            if act.id not in undone:
                ended[row["iso3"]] = text(act.details.get("until"))
                continue
            end = undone[act.id].effect or undone[act.id].done
            assert text(end) == row["in_force_to"], act.id
    assert ended == {"COL": "2009-10-31"}, "ran out by itself"


def test_every_declaration_about_an_amendment_in_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(amendment_declarations()) == []


def test_kenyas_opt_out_from_aggression_jurisdiction_is_on_record_and_guatemalas_is_not(record: Record) -> None:
    assert record.differences(opt_outs()) == []
    assert [act.iso3 for act in record.by_id.values() if act.act == "aggression-opt-out"] == ["KEN"]
    assert [row["iso3"] for row in leads(evidence("amendment_opt_outs"))] == ["GTM"]


def test_every_article_12_3_declaration_of_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(acceptances()) == []


def test_lebanon_lodged_no_declaration_so_its_row_is_two_context_acts(record: Record) -> None:
    (row,) = (row for row in evidence("article_12_3") if row["iso3"] == "LBN")
    assert row["lodged"] == ""
    acts = [act for act in record.by_id.values() if act.iso3 == "LBN"]
    assert [(act.act, text(act.done), act.standing) for act in acts] == [
        ("context", row["dated"][:7], "reported"),  # the day is not printed anywhere
        ("context", "2024-05-28", "reported"),
    ]
    assert "2024-05-28" in row["outcome"]
    assert all(act.sources for act in acts)


def test_every_act_on_the_privileges_agreement_in_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(privileges(counted(evidence("apic")))) == []


def test_every_referral_of_the_evidence_is_on_record(record: Record) -> None:
    assert record.differences(referrals(counted(evidence("referrals")))) == []


def test_the_draft_that_was_not_adopted_is_no_referral_and_concerns_syria(record: Record) -> None:
    (row,) = (row for row in evidence("referrals") if row["result"].startswith("not adopted"))
    (fact,) = referrals([row])
    (act,) = record.find(fact)
    assert (act.act, act.concerns) == ("context", ("SYR",))
    assert not any(other.act == "referral" and "SYR" in other.concerns for other in record.by_id.values())


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
    assert (wrong, known) == ([], {})


def votes(referral: Referral) -> tuple[str, ...]:
    return tuple(text(referral.votes.get(way)) for way in ("for", "against", "abstaining"))


def test_no_act_is_on_record_without_a_row_of_evidence_or_a_reason(record: Record) -> None:
    facts = [
        *statehood(),
        *events(),
        *consents(),
        *declarations(counted(evidence("declarations"))),
        *amendment_declarations(),
        *opt_outs(),
        *acceptances(),
        *privileges(counted(evidence("apic"))),
        *referrals(counted(evidence("referrals"))),
    ]
    proved = {act.id for fact in facts for act in record.find(fact)}
    proved_leads = {id_ for file, id_ in PROVED_LEADS if file != "examinations"}
    assert set(record.by_id) - proved == {*ADDED, *proved_leads}


def test_every_fact_has_a_source(record: Record, situations: dict[str, Situation], files: Dataset) -> None:
    facts: list[Act | Situation | Amendment] = [*record.by_id.values(), *situations.values(), *files.amendments]
    assert [fact.id for fact in facts if not fact.sources] == []


# Leads.


def test_leads_about_declarations_stay_out_except_the_two_that_a_document_proves(record: Record) -> None:
    rows = leads(evidence("declarations"))
    assert len(rows) == 21
    assert {act.id for fact in declarations(rows) for act in record.find(fact)} == {
        id_ for file, id_ in PROVED_LEADS if file == "declarations"
    }


def test_leads_about_consents_to_amendments_stay_out(record: Record) -> None:
    rows = leads(evidence("amendment_parties"))
    assert {row["amendment_id"] for row in rows} == {"undetectable-fragments-2017"}
    there = {(act.iso3, act.details["amendment"]) for act in record.by_id.values() if act.act == "amendment-consent"}
    assert [row["iso3"] for row in rows if (row["iso3"], row["amendment_id"]) in there] == []


def test_leads_about_the_privileges_agreement_stay_out_except_samoas_accession(record: Record) -> None:
    rows = leads(evidence("apic"))
    assert {row["iso3"] for row in rows} == {"WSM", "SMR"}
    joined = [act for act in record.by_id.values() if act.act == "apic-consent" and act.iso3 in ("WSM", "SMR")]
    assert [(act.id, text(act.done), text(act.effect)) for act in joined] == [
        ("WSM-2016-04-08-apic-consent", "2016-04-08", "2016-05-08")
    ]


def test_leads_about_referrals_and_article_12_3_stay_out(record: Record) -> None:
    assert [row["referred_by"] for row in leads(evidence("referrals"))] == ["MNE;CHL"]
    assert [row["iso3"] for row in leads(evidence("article_12_3"))] == ["UGA"]
    acts = record.by_id.values()
    referring = {act.iso3 for act in acts if act.act == "referral" and act.details["situation"] == "ukraine"}
    assert not referring & {"MNE", "CHL"}
    assert len(referring) == 41
    (uganda,) = (act for act in acts if act.act == "article-12-3-declaration" and act.iso3 == "UGA")
    assert uganda.done is None


def test_no_other_file_of_evidence_has_leads() -> None:
    for name in ("participation", "events", "amendments", "amendment_declarations", "situations"):
        assert leads(evidence(name)) == [], name


def test_a_lead_that_is_in_names_the_document_that_proves_it(record: Record, situations: dict[str, Situation]) -> None:
    for (_, id_), (proof, standing) in PROVED_LEADS.items():
        fact: Act | Situation = situations[id_] if id_ in situations else record.by_id[id_]
        assert proof in {source.key for source in fact.sources}, id_
        assert fact.standing == standing, id_


# Situations, examinations and amendments.


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
            (ours.standing, STANDING[row["confidence"]]),
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


def test_every_examination_of_the_evidence_is_on_record(situations: dict[str, Situation]) -> None:
    rows = list(counted(evidence("examinations")))
    assert [difference for row in rows for difference in examined(row, situations[row["id"]])] == []
    proved_leads = {id_ for file, id_ in PROVED_LEADS if file == "examinations"}
    assert {row["id"] for row in rows} | proved_leads == {
        one.id for one in situations.values() if one.kind == "examination"
    }


def test_kenyas_examination_is_on_record_as_reported_and_cote_divoires_is_not(
    situations: dict[str, Situation],
) -> None:
    rows = {row["id"]: row for row in leads(evidence("examinations"))}
    assert set(rows) == {"pe-kenya", "pe-cote-divoire"}
    assert examined({**rows["pe-kenya"], "confidence": "medium"}, situations["pe-kenya"]) == []
    assert "pe-cote-divoire" not in situations


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
        (ours.standing, STANDING[row["confidence"]]),
        (bool(ours.sources), True),
    )


def test_a_situation_number_that_nobody_has_seen_is_marked_so_in_the_evidence() -> None:
    rows = {row["id"]: row for row in [*evidence("situations"), *evidence("examinations")]}
    for id_ in UNCONFIRMED_REFERENCES:
        assert rows[id_]["icc_reference"], id_
        assert "unconfirmed" in rows[id_]["note"], id_


def test_every_amendment_of_the_evidence_is_on_record(store: Store, files: Dataset) -> None:
    ours = {row["id"]: row for row in store.rows("SELECT * FROM amendment")}
    sources = {row["fact"] for row in store.rows("SELECT fact FROM source")}
    rows = {row["id"]: row for row in counted(evidence("amendments"))}
    rules = {"121 (paragraph not settled)": "unsettled"}
    wrong = []
    for id_, row in rows.items():
        resolution = row["adopted_at"].rpartition("; ")[2] if row["adopted"] else ""
        wrong += compared(
            id_,
            (ours[id_]["articles"], row["articles"]),
            (ours[id_]["adopted"], row["adopted"]),
            (ours[id_]["rule"], rules.get(row["procedure"], row["procedure"])),
            (ours[id_]["in_force"], row["entry_into_force_general"]),
            (ours[id_]["jurisdiction_from"], row["jurisdiction_activated"]),
            (ours[id_]["depositary_page"], f"untc-{row['untc'].lower()}" if row["untc"] else ""),
            (ours[id_]["standing"], STANDING[row["confidence"]]),
            (resolution in text(ours[id_]["adopted_at"]), True),
            (id_ in sources, True),
        )
    assert wrong == []
    assert set(rows) == set(ours) == {amendment.id for amendment in files.amendments}


def compared(row: str, *pairs: tuple[object, object]) -> list[str]:
    """Return where the first value of a pair, ours, is not the second, the row's."""
    return [f"{row}: {text(ours)!r}, the row {text(theirs)!r}" for ours, theirs in pairs if text(ours) != text(theirs)]


# Documents, States, and the status that must come out.


def test_no_document_carries_a_number_that_nobody_has_seen(store: Store) -> None:
    written = [
        " ".join(text(row[column]) for column in ("key", "symbol", "title", "url"))
        for row in store.rows("SELECT * FROM document")
    ]
    assert written
    for symbol in UNCONFIRMED_SYMBOLS:
        spellings = (symbol, symbol.replace("C.N.", "CN."), symbol.replace("C.N.", "cn-").replace(".", "-"))
        assert [line for line in written if any(spelling in line for spelling in spellings)] == []


def test_every_state_of_the_evidence_has_its_codes_groups_and_membership(store: Store) -> None:
    ours = {row["iso3"]: row for row in store.rows("SELECT * FROM state")}
    rows = {row["iso3"]: row for row in evidence("states")}
    membership = {"yes": "member", "observer": "observer", "no": "none"}
    wrong = []
    for iso3, row in rows.items():
        wrong += compared(
            iso3,
            (ours[iso3]["iso2"], row["iso2"]),
            (ours[iso3]["m49"], "" if iso3 in NO_NUMBER else row["m49"]),
            (ours[iso3]["name"], row["name_short"]),
            (ours[iso3]["everyday"], row["name_everyday"]),
            (ours[iso3]["formal"], row["name_formal"]),
            (ours[iso3]["united_nations_group"], row["un_regional_group"]),
            (ours[iso3]["region"], row["asp_group"] or row["un_regional_group"]),
            (ours[iso3]["united_nations"], membership[row["un_member"]]),
            (ours[iso3]["member_since"], row["un_membership_date"]),
        )
    assert wrong == []
    assert set(rows) == set(ours)
    assert len(rows) == 199


def test_every_name_of_the_evidence_leads_to_its_state(store: Store) -> None:
    known = {(row["folded"], row["iso3"]) for row in store.rows("SELECT folded, iso3 FROM state_name")}
    wrong = []
    for row in evidence("states"):
        single = (key for key in row if key.startswith(("name_", "cldr_")))
        lists = ("aliases", "former_names", "abbreviations", "demonyms")
        names = [row[key] for key in single] + [name for key in lists for name in row[key].split(";")]
        wrong += [(row["iso3"], name) for name in names if name and (fold(name), row["iso3"]) not in known]
    assert wrong == []


def test_names_in_other_languages_are_kept_as_the_evidence_spells_them(files: Dataset) -> None:
    states = {state.iso3: state for state in files.states}
    wrong = []
    for row in evidence("states"):
        state = states[row["iso3"]]
        wrong += compared(
            row["iso3"],
            *((state.names.get(language), row[f"name_{language}"]) for language in ("fr", "es", "ar", "ru", "zh")),
            *((cldr(state, row[key]), row[key]) for key in row if key.startswith("cldr_")),
            (";".join(state.former), row["former_names"]),
            (";".join(state.abbreviations), row["abbreviations"]),
            (";".join(state.demonyms), row["demonyms"]),
        )
    assert wrong == []


def cldr(state: State, name: str) -> str:
    """Return the name if the file has it; one of CLDR is written down apart only where no other list has it."""
    own = (state.name, state.everyday, state.formal, *state.names.values(), *state.cldr.values())
    return name if name in {*own, *state.also, *state.former, *state.abbreviations} else ""


def test_all_states_but_kosovo_and_taiwan_have_a_status(dataset: IccDataset) -> None:
    codes = [row["iso3"] for row in evidence("states")]
    answers = {code: dataset.status(code, on=date(2026, 11, 23)) for code in codes}
    assert {code for code, answer in answers.items() if isinstance(answer, NoRecord)} == {"XKX", "TWN"}


def test_every_status_vector_comes_out(dataset: IccDataset) -> None:
    rows = evidence("status_vectors")
    assert len(rows) == 33
    wrong = []
    for row in rows:
        known_by = date.fromisoformat(row["known_by"]) if row["known_by"] else None
        answer = dataset.status(row["iso3"], on=date.fromisoformat(row["as_of"]), known_by=known_by)
        if text(answer.status) != row["expected_status"]:
            wrong.append(f"{row['iso3']} {row['as_of']} {row['known_by']}: {answer.status}, {row['expected_status']}")
    assert wrong == []
