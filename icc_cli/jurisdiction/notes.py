"""J27, J29, J30 and the limits: what never changes the answer, and what the answer is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from icc_cli.jurisdiction.facts import Facts, covers
from icc_cli.jurisdiction.inputs import HYPOTHETICAL, Crime, Question
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, Step, StepOutcome, Verdict
from icc_cli.queries.acts import Source
from icc_cli.queries.situations import Situation, has_occurred
from icc_cli.treaty.dates import AnyDate, spell
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
    """What set the Court in motion: an investigation opened by then that covers the crime, the place and the day.

    One that was closed by the day of the conduct is none; one closed later is named, and its step says so.
    """

    article: Literal["13(a)", "13(b)", "13(c)"]
    """The article of the Statute."""
    situation: str
    closed: AnyDate | None = None
    """Day it was closed, where that is by the day on which the Court acts; null while it is open."""


def j27_triggers(q: Question, grounds: Sequence[LegalBasis], facts: Facts) -> tuple[list[TriggerFact], Step]:
    """Jurisdiction alone opens nothing: a referral, or the Prosecutor with leave of the judges (Art. 13 to 15).

    What is open there covers the crime, the place and the day, in a State that carries the answer; acts of its
    nationals abroad only where the decision says so. Where nothing is, it names what else was opened: an examination
    of such a State, and an investigation elsewhere that reaches linked crimes in other States Parties.
    """
    found, names, unsure, sources = [], [], [], list(facts.authority("J27"))
    ended: list[Situation] = []
    here = {facts.actual(iso3, q.day) for iso3 in (q.territory, *q.cross_border) if iso3}
    sure = [one for one in grounds if not any(step.caveat == Caveat.AUTHORITY_DISPUTED for step in one.steps)]
    carrying = dict.fromkeys(one.state for one in sure if one.verdict != Verdict.NO and one.state)
    for iso3, one in [(state, situation) for state in carrying for situation in facts.situations(state)]:
        if not (
            one.kind == SituationKind.SITUATION
            and has_occurred(one.opened, q.as_of)
            and covers(one, q.day)
            and _about(one, q, facts)
        ):
            continue
        if has_occurred(one.closed, q.day):
            ended.append(one)
            continue
        abroad = any(matter.situation == one.id and matter.abroad for matter in facts.grounds.matters)
        by_nationality = iso3 in {facts.actual(code, q.day) for code in q.nationals}
        if iso3 not in here and by_nationality and not abroad:
            unsure.append(one.name)
        elif iso3 in here or (by_nationality and abroad):
            ended_by_then = one.closed if has_occurred(one.closed, q.as_of) else None
            found.append(TriggerFact(_TRIGGERS[one.trigger], one.id, ended_by_then))
            closed = f", closed {spell(ended_by_then)}" if ended_by_then else ""
            names.append(f"{one.name}, opened {spell(one.opened)}{closed} (Art. {_TRIGGERS[one.trigger]})")
            sources += one.sources
    says = (
        "Nothing on record as open by then covers this: a referral, or the Prosecutor with the judges' leave, is needed"
    )
    if HYPOTHETICAL in q.referrals and not names:
        says = "The referral that is assumed sets it off, and needs no leave (Art. 13(b))"
    elif names:
        says = f"Investigated there: {'; '.join(dict.fromkeys(names))}"
    else:
        for told, proof in _nearest(q, carrying, facts):
            says += f". {told}"
            sources += proof
    for one in dict.fromkeys(ended):
        says += f". The investigation of {one.name} had been closed on {spell(one.closed)}, before the conduct"
        sources += one.sources
    if unsure:
        named = " and ".join(dict.fromkeys(unsure))
        says += f". Whether the investigation of {named} reaches nationals abroad is not on record"
    step = facts.step(
        "J27",
        StepOutcome.NOTE,
        says,
        *("13", "14", "15"),
        fact=found[0].situation if found else None,
        sources=tuple(dict.fromkeys(sources)),
    )
    return list(dict.fromkeys(found)), step


def _nearest(q: Question, states: Iterable[str], facts: Facts) -> Iterator[tuple[str, Sequence[Source]]]:
    """Give what else was opened by then and may be about the same, in words, with its documents."""
    examined = dict.fromkeys(one for iso3 in states for one in facts.situations(iso3))
    for one in examined:
        about = not has_occurred(one.closed, q.day) and covers(one, q.day) and _about(one, q, facts)
        if one.kind == SituationKind.EXAMINATION and has_occurred(one.opened, q.as_of) and about:
            until = f" to {spell(one.closed)}" if has_occurred(one.closed, q.as_of) else ""
            yield f"Examined: {one.name}, {spell(one.opened)}{until}", one.sources
    for matter in facts.grounds.matters:
        linked = [iso3 for iso3 in states if iso3 in matter.linked]
        one = facts.by_id[matter.situation]
        if (
            linked
            and matter.linked_from
            and matter.linked_from <= q.day
            and not q.unrelated
            and has_occurred(one.opened, q.as_of)
        ):
            where = " and ".join(facts.state(iso3).name for iso3 in linked)
            since = spell(matter.linked_from)
            yield (
                f"The investigation of {one.name} reaches crimes in {where} linked to it, since {since}",
                facts.proof(matter),
            )


def _about(situation: Situation, q: Question, facts: Facts) -> bool:
    """Return whether a situation is of the crime and the place asked about; none is of aggression so far."""
    crimes = next((one.crimes for one in facts.grounds.matters if one.situation == situation.id), ())
    place = next((one.territory for one in facts.grounds.mandates if one.situation == situation.id), None)
    inside = place is None or q.place == place
    return inside and not q.unrelated and q.crime != Crime.AGGRESSION and (not crimes or q.crime in crimes)


def j29_irrelevant(facts: Facts) -> Step:
    """Office, immunities, surrender agreements, amnesties and reservations are no bar (Art. 27, 98, 120)."""
    says = (
        "Office and immunities are no bar to jurisdiction; whether a State must arrest in spite of them is another "
        "question. Agreements between States, amnesties, reservations and the victims' nationality change nothing"
    )
    return facts.step("J29", StepOutcome.NOTE, says, "27", "98", "120")


def j30_not_decided(facts: Facts) -> Step:
    """Admissibility, interests of justice, evidence: not decided here (Art. 17, 20, 53, 19)."""
    says = "Admissibility, the interests of justice and the evidence are not decided here"
    return facts.step("J30", StepOutcome.NOTE, says, "17", "19", "20", "53")
