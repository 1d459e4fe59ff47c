"""J27, J29, J30 and the limits: what never changes the answer, and what the answer is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icc_cli.jurisdiction.facts import Facts, covers
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Step, StepOutcome
from icc_cli.treaty.dates import last_day, spell
from icc_cli.treaty.details import SituationKind, Trigger
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal


LIMITS = (
    "It says whether the Court could have jurisdiction: not admissibility, guilt or likelihood. Not legal advice.",
    "Listing a State or territory takes no position on its status; warrants and charges are allegations.",
)
"""Said with every answer."""

_TRIGGERS: Mapping[str, Literal["13(a)", "13(b)", "13(c)"]] = {
    Trigger.SELF_REFERRAL: "13(a)",
    Trigger.STATE_REFERRAL: "13(a)",
    Trigger.UNSC_REFERRAL: "13(b)",
    Trigger.PROPRIO_MOTU: "13(c)",
}


class TriggerFact(Fields, kw_only=False):
    """What set the Court in motion: an investigation open by then whose time covers the day."""

    article: Literal["13(a)", "13(b)", "13(c)"]
    """The article of the Statute."""
    situation: str


def j27_triggers(q: Question, facts: Facts) -> tuple[list[TriggerFact], Step]:
    """Jurisdiction alone opens nothing: a referral, or the Prosecutor with leave of the judges (Art. 13 to 15)."""
    found, names, sources = [], [], list(facts.authority("J27"))
    for iso3 in dict.fromkeys((*([q.territory] if q.territory else []), *q.cross_border, *q.vessels, *q.aircraft)):
        for one in facts.situations(facts.actual(iso3, q.day)):
            opened = one.opened and last_day(one.opened) <= q.as_of
            if one.kind == SituationKind.SITUATION and opened and covers(one, q.day):
                found.append(TriggerFact(_TRIGGERS[one.trigger], one.id))
                names.append(f"{one.name}, opened {spell(one.opened)} (Art. {_TRIGGERS[one.trigger]})")
                sources += one.sources
    says = "No investigation of this is on record by then"
    if names:
        says = f"Under investigation: {'; '.join(dict.fromkeys(names))}"
    step = facts.step(
        "J27",
        StepOutcome.NOTE,
        f"A referral or the judges' leave is needed. {says}",
        *("13", "14", "15"),
        fact=found[0].situation if found else None,
        sources=tuple(dict.fromkeys(sources)),
    )
    return list(dict.fromkeys(found)), step


def j29_irrelevant(facts: Facts) -> Step:
    """Office, immunities, surrender agreements, amnesties and reservations change nothing here (Art. 27, 98, 120)."""
    says = "Office, immunities, bilateral agreements, amnesties and the victims' nationality change nothing here"
    return facts.step("J29", StepOutcome.NOTE, says, "27", "98", "120")


def j30_not_decided(facts: Facts) -> Step:
    """Admissibility, interests of justice, evidence: not decided here (Art. 17, 20, 53, 19)."""
    says = "Admissibility, the interests of justice and the evidence are not decided here"
    return facts.step("J30", StepOutcome.NOTE, says, "17", "19", "20", "53")
