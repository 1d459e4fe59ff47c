"""Persons, their cases, decisions, visits, agreements and laws of the evidence: each on record, and no other."""

from collections.abc import Callable, Sequence
from typing import Any

from icc_cli.treaty.details import PactKind, Provision, Ruling
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.persons import Decision, Pact, Visit
from icc_cli.treaty.vocabulary import Confidence
from tests.support.evidence import CONFIDENCE, Row, compared, counted, evidence, text

NO_STEPS = {"nationality": "said of the person", "warrant-known": "told by a minister, not by the Court"}
DAYS = {
    # The Prosecutor names two days for four arrests: no day is proved of three, and the later one is their bound.
    **{(who, "arrested", "2013-11-23"): "2013-11-24" for who in ("kilolo", "mangenda", "arido")},
    ("otti", "proceedings-terminated", "2023"): "2023-11-17",
    ("odhiambo", "proceedings-terminated", "2015-09-07"): "2015-09-10",
}
"""Steps that stand under another day than that of their row, which a later row, the note or a correction gives."""
ENDED_ON_DEATH = {"al-werfalli", "deif", "jerbo", "khaled"}
"""Persons whose death the end of their case proves, by that day."""
RULINGS = {
    "finding": Ruling.FOUND,
    "no-finding": Ruling.NOT_FOUND,
    "informed": Ruling.INFORMED,
    "shortfall-not-referred": Ruling.SHORTFALL,
    "appeal-reversed": Ruling.SET_ASIDE,
    "appeal-finding-upheld-referral-reversed": Ruling.UPHELD,
    "referral": Ruling.REFERRED,
}
NATIONALITY = {"mudacumura": "RWA", "ntaganda": "COD"}
NUMBER = {("KEN", "appeal-reversed"): "ICC-01/09-02/11-1032"}
REFERRED = {("SDN", "2015-11-19"): {"council"}}
VISITED = {("UGA", "2016-05"): "2016-05-12"}
"""What the evidence leaves open and data/corrections.yaml says since."""
ALONE = {
    "duterte-2026-06-19-directions",
    "duterte-2026-06-23-status-conference",
    "ago-non-surrender",
    "blz-non-surrender",
    "dza-non-surrender",
}
"""What stays reported: one unofficial document alone tells its day, whatever the evidence calls it."""
PACTS = {
    "enforcement of sentences": PactKind.SENTENCES,
    "interim release": PactKind.INTERIM_RELEASE,
    "release of persons": PactKind.RELEASE,
}
REPORTED = {Confidence.CONFIRMED: ("high",), Confidence.REPORTED: ("medium", "high")}
"""What a row's confidence may become: one unofficial document alone proves nothing better than `reported`."""


def steps_of_evidence() -> dict[tuple[str, str, str], list[Row]]:
    """Return the rows of each step, by person, kind and day or bound."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in counted([*evidence("proceedings"), *evidence("proceedings_more")]):
        if row["kind"] not in NO_STEPS:
            who, kind, day = row["person_id"], row["kind"], row["date"] or row["not_after"]
            found.setdefault((who, kind, DAYS.get((who, kind, day), day)), []).append(row)
    return found


def test_every_person_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    persons = {one.id: one for one in files.persons}
    rows = {row["id"]: row for row in evidence("persons")}
    national = {
        row["person_id"]: row["crimes"] or row["detail"]
        for row in evidence("proceedings_more")
        if row["kind"] == "nationality"
    }
    assert set(rows) == set(persons)
    wrong = []
    for name, row in rows.items():
        ours = persons[name]
        wrong += compared(
            name,
            (ours.name, row["name"]),
            (ours.situation, row["situation_id"]),
            (ours.nationality, row["nationality_iso3"] or national.get(name, "") or NATIONALITY.get(name, "")),
        )
    assert wrong == []


def test_every_step_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    ours = {(who.id, step.kind, text(step.done or step.not_after)) for who in files.persons for step in who.proceedings}
    claimed = set(steps_of_evidence())
    assert claimed - ours == set()
    new = {(who, kind) for who, kind, day in ours - claimed if f"{who}-{day}-{kind}" not in corrected(files)}
    assert new == {(who, "died") for who in ENDED_ON_DEATH}


def corrected(files: Dataset) -> set[str]:
    """Return the facts that data/corrections.yaml says were missing, wrong or less sure in the evidence."""
    return {one.fact for one in files.corrections}


def test_a_step_is_no_surer_than_its_evidence(files: Dataset) -> None:
    rows = steps_of_evidence()
    wrong = []
    for who in files.persons:
        for step in who.proceedings:
            known = rows.get((who.id, step.kind, text(step.done or step.not_after)), [])
            sure = any(row["confidence"] in REPORTED[step.confidence] for row in known)
            if known and not sure and step.id not in corrected(files):
                wrong.append(step.id)
    assert wrong == []


def test_what_the_evidence_proves_is_confirmed(files: Dataset) -> None:
    rows = steps_of_evidence()
    proved = [
        (step.id, step.confidence, rows.get((who.id, step.kind, text(step.done or step.not_after)), []))
        for who in files.persons
        for step in who.proceedings
    ]
    court = files.cooperation
    others: list[tuple[Sequence[Any], tuple[str, ...], Callable[[Any], tuple[str, str]]]] = [
        (court.decisions, ("noncompliance",), lambda one: (one.state, text(one.done or one.not_after))),
        (court.agreements, ("agreements",), lambda one: (one.state, text(one.signed))),
        (court.visits, ("visits",), lambda one: (one.state, text(one.from_))),
        (court.non_surrender, ("article98", "article98_more"), lambda one: (one.state, text(one.signed))),
        (court.laws, ("cooperation_laws",), lambda one: (one.state, "")),
    ]
    for held, tables, key in others:
        known: dict[tuple[str, str], list[Row]] = {}
        for row in counted([row for table in tables for row in evidence(table)]):
            day = row.get("date") or row.get("signed") or row.get("from") or ""
            known.setdefault((row["iso3"], day), []).append(row)
        proved += [(one.id, one.confidence, known.get(key(one), [])) for one in held]
    high = {
        name
        for name, confidence, found in proved
        if confidence != Confidence.CONFIRMED and any(row["confidence"] == "high" for row in found)
    }
    assert high == ALONE


def test_a_low_row_is_on_record_only_where_a_better_one_proves_it(files: Dataset) -> None:
    better = set(steps_of_evidence())
    low = [row for row in evidence("proceedings") if row["confidence"] == "low"]
    ours = {(who.id, step.kind, text(step.done or step.not_after)) for who in files.persons for step in who.proceedings}
    kept = {(row["person_id"], row["kind"], row["date"] or row["not_after"]) for row in low} & ours
    assert {one for one in kept - better if f"{one[0]}-{one[2]}-{one[1]}" not in corrected(files)} == set()


def test_every_decision_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    def of(one: Decision) -> tuple[str, ...]:
        return one.state, one.ruling, text(one.done or one.not_after), one.symbol, one.chamber, "; ".join(one.persons)

    rows = list(counted(evidence("noncompliance")))
    claimed = [
        (
            row["iso3"],
            RULINGS[row["kind"]],
            row["date"],
            row["decision_number"] or NUMBER.get((row["iso3"], row["kind"]), ""),
            row["body"],
            row["person_id"],
        )
        for row in rows
    ]
    ours = [one for one in files.cooperation.decisions if one.id not in corrected(files) or of(one) in claimed]
    assert [of(one) for one in ours] == claimed
    referred = {text(one.done or one.not_after) + one.state: one.referred_to for one in files.cooperation.decisions}
    for row in rows:
        told = {"assembly": "ASP" in row["referred_to"], "council": "UNSC" in row["referred_to"]}
        since = REFERRED.get((row["iso3"], row["date"]), set())
        assert {*referred[row["date"] + row["iso3"]]} == {forum for forum, so in told.items() if so} | since, row


def test_every_visit_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    def of(one: Visit) -> tuple[str, ...]:
        return one.person, one.state, one.kind, text(one.from_), text(one.to)

    claimed = sorted(
        (
            row["person_id"],
            row["iso3"],
            row["kind"],
            row["from"][:7]
            if row["note"] == "Day of the report"
            else VISITED.get((row["iso3"], row["from"]), row["from"]),
            row["to"] if row["to"] != row["from"] else "",
        )
        for row in counted(evidence("visits"))
    )
    assert sorted(of(one) for one in files.cooperation.visits) == claimed


def test_every_agreement_with_the_court_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    def of(one: Pact) -> tuple[str, ...]:
        return one.state, one.kind, text(one.signed), text(one.in_force)

    claimed = [
        (row["iso3"], PACTS[row["kind"].partition(" (")[0]], row["signed"], row["in_force"])
        for row in counted(evidence("agreements"))
    ]
    assert [of(one) for one in files.cooperation.agreements] == claimed


def test_every_agreement_not_to_surrender_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    rows = list(counted([*evidence("article98"), *evidence("article98_more")]))
    ours = {one.state: one for one in files.cooperation.non_surrender}
    assert set(ours) == {row["iso3"] for row in rows}
    assert {one.with_ for one in ours.values()} == {"USA"}
    unsure = {"CIV", "HND", "SEN"}  # "on or shortly before", "reportedly": no day is proved
    for row in rows:
        one = ours[row["iso3"]]
        assert not row["signed"] or row["iso3"] in unsure or text(one.signed) == row["signed"], row
        assert text(one.in_force) == row["in_force_from"] or one.in_force, row


def test_every_law_of_the_evidence_is_on_record_and_no_other(files: Dataset) -> None:
    claimed = {
        row["iso3"]: (Provision(row["cooperation_law"]), row["law"], CONFIDENCE[row["confidence"]])
        for row in counted(evidence("cooperation_laws"))
    }
    assert {one.state: (one.provision, one.title, one.confidence) for one in files.cooperation.laws} == claimed
