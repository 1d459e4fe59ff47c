"""An answer as programs read it: enums, ids, ISO days. Keys are only ever added."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from icc_cli.jurisdiction.answer import Case, Change, Jurisdiction, WouldChange
from icc_cli.jurisdiction.combine import CaveatFact
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.notes import LIMITS, TriggerFact
from icc_cli.jurisdiction.trace import Step, Verdict
from icc_cli.queries.acts import Source

ChangeRecord = TypedDict(
    "ChangeRecord",
    {
        "from": date,
        "verdict": Verdict,
        "bases": Sequence[str],
        "caveats": Sequence[CaveatFact],
        "steps": Sequence[Step],
    },
)
"""A stretch of days with one answer; the first day of each."""


class Record(TypedDict):
    """One answer with the question it answers. `special` and `unsc` are the tokens of the rules' input table."""

    crime: str
    date: date
    until: date | None
    as_of: date
    territory: str | None
    nationals: Sequence[str]
    special: Sequence[str]
    unsc: Sequence[str]
    verdict: Verdict
    bases: Sequence[str]
    caveats: Sequence[CaveatFact]
    triggers: Sequence[TriggerFact]
    steps: Sequence[Step]
    changes: Sequence[ChangeRecord]
    would_change: WouldChange | None
    depends_on_nationality: Sequence[Case]
    projected: bool
    limits: Sequence[str]


class RuleRecord(TypedDict):
    """A rule of the procedure: what it says, its articles, its authorities."""

    rule: str
    title: str
    articles: str
    says: str
    sources: Sequence[Source]


def record(one: Jurisdiction, q: Question) -> Record:
    """Return one answer with the question it answers."""
    return {
        "crime": one.crime,
        "date": one.day,
        "until": one.until,
        "as_of": one.as_of,
        "territory": one.territory,
        "nationals": one.nationals,
        "special": special(q),
        "unsc": [*(f"referral:{x}" for x in q.referrals), *(f"deferral:{x}" for x in q.deferrals)],
        "verdict": one.verdict,
        "bases": one.bases,
        "caveats": one.caveats,
        "triggers": one.triggers,
        "steps": one.steps,
        "changes": [_change(change) for change in one.changes],
        "would_change": one.would_change,
        "depends_on_nationality": one.by_nationality,
        "projected": one.projected,
        "limits": LIMITS,
    }


def _change(one: Change) -> ChangeRecord:
    return {
        "from": one.from_,
        "verdict": one.verdict,
        "bases": one.bases,
        "caveats": one.caveats,
        "steps": one.steps,
    }


def special(q: Question) -> list[str]:
    """Return the tokens of a question, as the input table writes them."""
    place = q.place or (f"eez-{q.zone.lower()}" if q.zone else None)
    return [
        *([f"territory:{place}"] if place else []),
        *(f"vessel:{iso3}" for iso3 in q.vessels),
        *(f"aircraft:{iso3}" for iso3 in q.aircraft),
        *(f"cross-border:{iso3}" for iso3 in q.cross_border),
        *(f"amended:{token}" for token in q.amended),
        *([f"age:{q.age}"] if q.age is not None else []),
        *(["legal-person"] if q.legal_person else []),
        *(["un-operation"] if q.un_operation else []),
        *(["unrelated-to-situation"] if q.unrelated else []),
    ]
