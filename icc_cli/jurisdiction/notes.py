"""J27, J29, J30 and the limits: what never changes the answer, and what the answer is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Outcome, Step
from icc_cli.treaty.dates import last_day, spell
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal


LIMITS = (
    "It says whether the Court could have jurisdiction: not admissibility, guilt or likelihood. Not legal advice.",
    "Listing a State or territory takes no position on its status; warrants and charges are allegations.",
)
"""Said with every answer."""

_TRIGGERS: Mapping[str, Literal["13(a)", "13(b)", "13(c)"]] = {
    "self-referral": "13(a)",
    "state-referral": "13(a)",
    "unsc-referral": "13(b)",
    "proprio-motu": "13(c)",
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
        for matter in facts.matters(facts.actual(iso3, q.day)):
            opened = matter.opened and last_day(matter.opened) <= q.as_of
            if matter.kind == "situation" and opened and matter.covers(q.day):
                found.append(TriggerFact(_TRIGGERS[matter.trigger], matter.id))
                names.append(f"{matter.name}, opened {spell(matter.opened)} (Art. {_TRIGGERS[matter.trigger]})")
                sources += matter.sources
    says = (
        f"Under investigation: {'; '.join(dict.fromkeys(names))}"
        if names
        else "No investigation of this is on record by then"
    )
    step = Step(
        rule="J27",
        articles=("13", "14", "15"),
        outcome=Outcome.NOTE,
        fact=found[0].situation if found else None,
        says=f"A referral or the judges' leave is needed. {says}",
        sources=tuple(dict.fromkeys(sources)),
    )
    return list(dict.fromkeys(found)), step


def j29_irrelevant(facts: Facts) -> Step:
    """Office, immunities, surrender agreements, amnesties and reservations change nothing here (Art. 27, 98, 120)."""
    return Step(
        rule="J29", articles=("27", "98", "120"), outcome=Outcome.NOTE, fact=None,
        says="Office, immunities, bilateral agreements, amnesties and the victims' nationality change nothing here",
        sources=facts.authority("J29"),
    )  # fmt: skip


def j30_not_decided(facts: Facts) -> Step:
    """Admissibility, interests of justice, evidence: not decided here (Art. 17, 20, 53, 19)."""
    return Step(
        rule="J30", articles=("17", "19", "20", "53"), outcome=Outcome.NOTE, fact=None,
        says="Admissibility, the interests of justice and the evidence are not decided here",
        sources=facts.authority("J30"),
    )  # fmt: skip
