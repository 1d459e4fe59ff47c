"""J4 and J8: every gate, every connecting State, the weighing of what each gives: one day, one crime."""

from __future__ import annotations

from collections.abc import Sequence

from icc_cli.jurisdiction.acceptance import NATIONALITY
from icc_cli.jurisdiction.aggression import aggression_bases, j20_leader, j26_council
from icc_cli.jurisdiction.amended import j19_amended, j19_since_1998
from icc_cli.jurisdiction.facts import FLOOR, Facts
from icc_cli.jurisdiction.gates import j1_crime, j2_person, j3_floor
from icc_cli.jurisdiction.inputs import Crime, Question
from icc_cli.jurisdiction.notes import TriggerFact, j27_triggers, j29_irrelevant, j30_not_decided
from icc_cli.jurisdiction.referral import COUNCIL, j5_referrals, j6_carve_out, j28_deferrals
from icc_cli.jurisdiction.territory import j17_nationality, place_bases
from icc_cli.jurisdiction.trace import (
    Caveat,
    LegalBasis,
    Step,
    StepOutcome,
    Trace,
    Verdict,
    at_most,
    best,
    joined,
    none_by,
    rank,
)
from icc_cli.treaty.dates import one_year_after, spell
from icc_cli.treaty.fields import Fields

LIMITATION = 5
"""Years after which an offence under Art. 70 can no longer be prosecuted, unless that had begun (Rule 164(2))."""


class CaveatFact(Fields):
    """Why an answer is less than plain, by a closed word."""

    caveat: Caveat
    """Why the answer is less than a plain yes."""
    rule: str
    articles: tuple[str, ...]
    """The articles of the Statute (or Rules) it rests on."""


class Finding(Fields):
    """The answer for one crime on one day. `bases` are the articles it rests on or, for `no`, those that bar it.

    `rests_on`, `limited_by` and `weaker` tell them apart: those of the strongest grounds, what limits these or
    leaves them open, and what only weaker grounds add.
    """

    verdict: Verdict
    bases: tuple[str, ...]
    caveats: tuple[CaveatFact, ...]
    triggers: tuple[TriggerFact, ...]
    steps: tuple[Step, ...]
    grounds: tuple[LegalBasis, ...] = ()
    barred: bool = False
    rests_on: tuple[str, ...] = ()
    limited_by: tuple[str, ...] = ()
    weaker: tuple[str, ...] = ()


class _Weighed(Fields):
    """What the rules that can change an answer give; `more` are articles that the answer rests on beside its grounds.

    `barred`: a gate bars everything. `none`: the crime needs no ground (Art. 70).
    """

    verdict: Verdict
    trace: Trace
    grounds: list[LegalBasis]
    bases: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    barred: bool = False
    none: bool = False


def find(q: Question, facts: Facts) -> Finding:
    """Run the whole procedure (J4): gates, Council, connecting States, amended crimes, carve-outs, deferrals."""
    weighed = _weighed(q, facts)
    verdict, trace, grounds = weighed.verdict, weighed.trace, weighed.grounds
    if weighed.barred or weighed.none:
        return _finding(verdict, weighed.bases, trace, grounds, barred=weighed.barred)
    triggers, step = j27_triggers(q, grounds, facts)
    trace.add(j26_council(grounds, facts) if q.crime == Crime.AGGRESSION and verdict != Verdict.NO else None)
    trace.add(step if verdict != Verdict.NO else None)
    trace.add(j29_irrelevant(facts), j30_not_decided(facts))
    carrying = [one for one in grounds if one.verdict != Verdict.NO]
    amended = [step for step in trace.steps if step.rule == "J19" and step.outcome != StepOutcome.NOTE]
    if verdict == Verdict.NO:
        barred = [step.articles for step in amended if step.outcome == StepOutcome.BARRED]
        listed = joined(barred) or joined(one.bases for one in grounds)
    else:
        own = (one.bases for one in carrying)
        listed = joined([*own, weighed.bases, *(step.articles for step in amended), weighed.more])
    age = ("26",) if q.age is not None and verdict != Verdict.NO else ()
    first = ("11(1)",) if q.day == FLOOR and verdict != Verdict.NO else ()
    return _finding(verdict, joined([listed, age, first]), trace, grounds, triggers=triggers)


def judge(q: Question, facts: Facts) -> Verdict:
    """Return the verdict of `find` alone: where many days are tried, the rest of it would cost as much again."""
    return _weighed(q, facts).verdict


def _weighed(q: Question, facts: Facts) -> _Weighed:
    trace, weighing = Trace(), Trace()
    gates = [j1_crime(q, facts), j2_person(q, facts), j3_floor(q, facts)]
    trace.add(*gates)
    bars = [step for step in gates if step and step.outcome == StepOutcome.BARRED]
    if bars:
        barring = joined(step.articles for step in bars)
        return _Weighed(verdict=Verdict.NO, trace=trace, grounds=[], bases=barring, barred=True)
    if q.crime == Crime.ADMINISTRATION_OF_JUSTICE:
        return _aged(_offence(q, trace, facts), gates)
    bases: tuple[str, ...] = ()
    if q.crime == Crime.AGGRESSION:
        trace.add(j20_leader(q, facts))
        grounds = aggression_bases(q, facts)
        verdict = best(one.verdict for one in grounds)
    else:
        grounds = [*j5_referrals(q, facts), *j8_links(q, facts)]
        verdict, bases = weigh(q, grounds, weighing, facts)
    for one in sorted(grounds, key=lambda one: rank(one.verdict)):
        trace.add(*one.steps)
    trace.add(*weighing.steps)
    verdict, more = _carved(q, verdict, grounds, trace, facts)
    deferrals = j28_deferrals(q, facts) if verdict != Verdict.NO else []
    trace.add(*deferrals)
    if any(one.outcome == StepOutcome.CAVEAT for one in deferrals):
        verdict, more = at_most(verdict, Verdict.CAVEAT), (*more, "16")
    return _aged(_Weighed(verdict=verdict, trace=trace, grounds=grounds, bases=bases, more=more), gates)


def _aged(weighed: _Weighed, gates: Sequence[Step | None]) -> _Weighed:
    """Lower an answer for a gate that is passed only by a part of what is asked about (Art. 26)."""
    lowest = max((one.ceiling for one in gates if one), key=rank)
    return weighed._replace(verdict=at_most(weighed.verdict, lowest))


def j8_links(q: Question, facts: Facts) -> list[LegalBasis]:
    """Territory or registration, or nationality of the accused: one is enough (Art. 12(2)). Victims' never counts."""
    found = [*place_bases(q, facts), *(one for iso3 in q.nationals for one in j17_nationality(iso3, q, facts))]
    if q.stateless:
        says = "A stateless person has no State of nationality that could have accepted"
        found.append(none_by(facts.step("J17", StepOutcome.REFUSED, says, NATIONALITY), NATIONALITY, None))
    return found


def weigh(q: Question, grounds: list[LegalBasis], trace: Trace, facts: Facts) -> tuple[Verdict, tuple[str, ...]]:
    """Take the best ground; lower it for Art. 124 (J18) and for crimes added by amendment (J19).

    Art. 124 departs from Art. 12(1) and (2): where one State's declaration removes it and another
    acceptance is left, the point is open; a referral is not touched.
    """
    council = best(one.verdict for one in grounds if one.link == COUNCIL)
    accepted = best(one.verdict for one in grounds if one.link != COUNCIL)
    removed = [one for one in grounds if one.removed]
    bases: tuple[str, ...] = ()
    if removed and accepted in (Verdict.YES, Verdict.CAVEAT):
        accepted = at_most(accepted, Verdict.CONTESTED)
        bases = ("124",)
        last = removed[0].steps[-1]
        says = "What an Art. 124 declaration does beside another State's acceptance is undecided"
        open_, fact, sources = Caveat.ARTICLE_124, last.fact, last.sources
        trace.add(facts.step("J18", StepOutcome.CONTESTED, says, "124", fact=fact, sources=sources, caveat=open_))
    verdict = best((council, accepted))
    for token in q.amended:
        step = j19_amended(token, q, grounds, facts)
        trace.add(step)
        verdict = at_most(verdict, step.ceiling)
    if any(step.outcome in (StepOutcome.BARRED, StepOutcome.CONTESTED) for step in trace.steps if step.rule == "J19"):
        trace.add(j19_since_1998(q.amended, facts))
    return verdict, bases


def _carved(
    q: Question, verdict: Verdict, grounds: list[LegalBasis], trace: Trace, facts: Facts
) -> tuple[Verdict, tuple[str, ...]]:
    """Lower the answer for a carve-out of the Council (J6), unless nationality of a Party carries it."""
    by_nationality = best(one.verdict for one in grounds if one.link == NATIONALITY)
    step = j6_carve_out(q, facts)
    if not step or verdict == Verdict.NO or by_nationality == verdict:
        return verdict, ()
    trace.add(step)
    return best((at_most(verdict, Verdict.CONTESTED), by_nationality)), step.articles


def _offence(q: Question, trace: Trace, facts: Facts) -> _Weighed:
    """Answer for Art. 70: no link is needed (Rule 163(2)); five years, unless begun in time (Rule 164(2))."""
    end = q.day
    for _ in range(LIMITATION):
        end = one_year_after(end)
    late = q.as_of > end
    outcome, caveat = (StepOutcome.CAVEAT, Caveat.LIMITATION) if late else (StepOutcome.NOTE, None)
    says = f"Can be prosecuted until {spell(end)}, unless an investigation or prosecution had begun by then"
    trace.add(facts.step("J1", outcome, says, "Rule 164(2)", caveat=caveat))
    trace.add(j29_irrelevant(facts), j30_not_decided(facts))
    bases = ("70", "Rule 163(2)", *(("Rule 164(2)",) if late else ()))
    verdict = Verdict.CAVEAT if late else Verdict.YES
    return _Weighed(verdict=verdict, trace=trace, grounds=[], bases=bases, none=True)


def _finding(
    verdict: Verdict,
    bases: tuple[str, ...],
    trace: Trace,
    grounds: list[LegalBasis],
    triggers: list[TriggerFact] | None = None,
    *,
    barred: bool = False,
) -> Finding:
    """Put an answer together. Caveats are those of the grounds that carry it and of the answer as a whole."""
    doubts = [(one, step) for one in grounds for step in one.steps if step.caveat]
    inside = [step for _, step in doubts]
    theirs = [step for one, step in doubts if one.verdict != Verdict.NO and rank(one.verdict) <= rank(verdict)]
    lesser = verdict in (Verdict.CAVEAT, Verdict.CONTESTED)
    caveats = [
        CaveatFact(caveat=step.caveat, rule=step.rule, articles=step.articles)
        for step in trace.steps
        if step.caveat
        and (step.caveat == Caveat.TOKEN_DOES_NOT_FIT or (lesser and (step in theirs or step not in inside)))
    ]
    found, limits, weaker = _apart(verdict, bases, trace, grounds)
    return Finding(
        rests_on=found,
        limited_by=limits,
        weaker=weaker,
        verdict=verdict,
        bases=bases,
        caveats=tuple(dict.fromkeys(caveats)),
        triggers=tuple(triggers or ()),
        steps=tuple(trace.steps),
        grounds=tuple(grounds),
        barred=barred,
    )


_FOUNDING = ("12(2)(a)", "12(2)(b)", "12(3)", "11(2)", "13(b)", "15 bis", "15 ter", "70", "Rule 163(2)")
"""The articles on which jurisdiction can rest; all others limit it."""


def _apart(
    verdict: Verdict, bases: tuple[str, ...], trace: Trace, grounds: Sequence[LegalBasis]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the articles an answer rests on, those that limit it, and those that only weaker grounds add."""
    if verdict == Verdict.NO:
        return (), bases, ()
    top = best(one.verdict for one in grounds)
    strongest = [one for one in grounds if one.verdict == top]
    others = {step for one in grounds if one.verdict != top for step in one.steps}
    own = joined(one.bases for one in strongest) if grounds else bases
    found = tuple(article for article in own if article in _FOUNDING)
    lowering = (StepOutcome.CAVEAT, StepOutcome.CONTESTED)
    lowered = joined(step.articles for step in trace.steps if step.outcome in lowering and step not in others)
    more = joined(one.bases for one in grounds if one.verdict not in (top, Verdict.NO))
    weaker = tuple(article for article in more if article not in (*own, *lowered))
    limits = joined([own, lowered, bases])
    return found, tuple(article for article in limits if article not in (*found, *weaker)), weaker
