"""What each row of the collected evidence says should be on record as an act, and how the acts on record differ.

Each row is turned into what the dataset should say and looked up through the public API. Where the dataset differs on
purpose, `differences.py` says so and why.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from icc_cli.queries.acts import Act
from tests.support.differences import (
    ACCESSIONS_CIRCULATED,
    CIRCULATED_IN_WORDS,
    DECLARED_UNTIL,
    DOWNGRADED,
    EVENT_ACTS,
    INSTRUMENT_FOUND,
    MOVED_EVENTS,
    NO_EFFECT_OF_ITS_OWN,
    RENAMED_DECLARATIONS,
    UPGRADED,
)
from tests.support.evidence import CONFIDENCE, Row, counted, evidence, text

FAR = date(2030, 12, 31)
"""By this day all acts on record have been done, the undated ones too."""

TELLING = ("declaration", "amendment", "situation")
"""Details that tell acts of one State, kind and day apart."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a row says should be on record as one act. Only what is in `details` is compared of the act's details."""

    row: str
    who: str
    act: str
    done: str
    confidence: str
    effect: str | None = ""
    """None where the row says nothing of it; the day done itself counts as no other day."""
    circulated: str | None = None
    details: dict[str, str] = field(default_factory=dict)


class ActsOnRecord:
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
            "confidence": "confirmed" if proof else "reported" if act.id in DOWNGRADED else fact.confidence,
            **fact.details,
        }
        ours: dict[str, object] = {
            "effect": act.effect or act.done,
            "circulated": act.circulated,
            "confidence": act.confidence,
            **{key: act.details.get(key) for key in fact.details},
        }
        for key, value in expected.items():
            if value is not None and text(ours[key]) != value:
                yield f"{fact.row}: {act.id} has {key} {text(ours[key])!r}, the row {value!r}"
        if not act.sources:
            yield f"{fact.row}: {act.id} has no source"
        if proof and proof[0] not in {source.key for source in act.sources}:
            yield f"{fact.row}: {act.id} is confirmed without {proof[0]}"


def statehood() -> Iterator[Fact]:
    for row in counted(evidence("participation")):
        about: dict[str, Any] = {"row": f"participation {row['iso3']}", "who": row["iso3"]}
        about["confidence"] = CONFIDENCE[row["confidence"]]
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
            confidence=CONFIDENCE[row["confidence"]],
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
            confidence=CONFIDENCE[row["confidence"]],
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
            confidence=CONFIDENCE.get(row["confidence"], ""),
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
            confidence=CONFIDENCE[row["confidence"]],
            details={"amendment": row["amendment_id"], "declaration": kinds[row["kind"]]},
        )


def opt_outs() -> Iterator[Fact]:
    for row in counted(evidence("amendment_opt_outs")):
        yield Fact(
            row=f"amendment_opt_outs {row['iso3']}",
            who=row["iso3"],
            act="aggression-opt-out",
            done=row["declared"],
            confidence=CONFIDENCE[row["confidence"]],
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
            confidence=CONFIDENCE[row["confidence"]],
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
        about["confidence"] = CONFIDENCE.get(row["confidence"], "")
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
                confidence=CONFIDENCE.get(row["confidence"], ""),
                details=details,
            )
