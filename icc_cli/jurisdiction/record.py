"""An answer as programs read it: enums, ids, ISO days. Keys are only ever added."""

from collections.abc import Mapping
from typing import Any

from icc_cli.jurisdiction.answer import Change, Jurisdiction
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.notes import LIMITS


def record(one: Jurisdiction, q: Question) -> Mapping[str, Any]:
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


def _change(one: Change) -> Mapping[str, Any]:
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
