"""The answer to a question: one day, or the days on which it changes; all crimes; what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from icc_cli.errors import UsageError
from icc_cli.jurisdiction.after import NextQuestion, next_questions
from icc_cli.jurisdiction.combine import CaveatFact, Finding, find, judge
from icc_cli.jurisdiction.days import AsOf, turning_days
from icc_cli.jurisdiction.facts import FLOOR, Facts, Supposed
from icc_cli.jurisdiction.inputs import HYPOTHETICAL, Crime, Question, horizon
from icc_cli.jurisdiction.notes import LIMITS, TriggerFact
from icc_cli.jurisdiction.territory import Whose, j14_whose, of_named_states
from icc_cli.jurisdiction.trace import LegalBasis, Step, StepOutcome, Verdict, best, joined, rank
from icc_cli.treaty.dates import days_after, spell
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal

    from icc_cli.treaty.forms import Iso3


Day = date


class Stretch(Fields):
    """A stretch of days with one answer; the first day of each."""

    from_: date
    """First day."""
    verdict: Verdict
    bases: tuple[str, ...]
    """The articles the answer rests on or, for `no`, those that bar it."""
    caveats: tuple[CaveatFact, ...]
    """Why the answer is less than a plain yes, each by a closed word."""
    steps: tuple[Step, ...]
    """The rules applied, in order, each with what came of it."""


class OtherDay(Fields, kw_only=False):
    """The nearest day, earlier or later, on which the same question has another answer."""

    day: date
    """The day."""
    verdict: Verdict
    projected: bool = False
    """Whether the day lies ahead of the record; pending notices are assumed to stand."""


class Missing(Fields, kw_only=False):
    """An acceptance that would give a basis: of a State (`iso3`) or of the Council, and by which article."""

    iso3: Iso3 | None
    """The State whose acceptance is missing; null for the Council."""
    article: Literal["12(3)", "13(b)"]
    """Art. 12(3): an acceptance of the State; Art. 13(b): a referral by the Security Council."""


class WouldChange(Fields):
    """What would change the answer."""

    earlier: OtherDay | None
    """The nearest earlier day with another answer."""
    later: OtherDay | None
    """The nearest later day with another answer."""
    missing: tuple[Missing, ...]
    """Acceptances that would give a basis."""


class Case(Fields):
    """The answer for a nationality, where none was given and it decides. `iso3` where a State is meant."""

    nationality: Supposed
    """Of whom: no Party; a Party to every amendment, or to none; or (`own`) the State of the territory."""
    iso3: Iso3 | None
    """The State meant, where it is one."""
    verdict: Verdict


class Jurisdiction(Fields):
    """Could the Court exercise jurisdiction: the verdict, the articles it rests on, the steps that lead to it.

    For a range of days, `until` is its last day, `changes` has an entry for each stretch, `verdict` and `steps`
    are those of the first day, and `bases` and `caveats` those of all days; `as_of` is never before the day judged.
    For one crime that goes on (`continuing` in `special`), `verdict`, `steps`, `bases` and `caveats` are those of the
    stretch with the best answer, as only that part of it counts.
    """

    crime: str
    """The crime asked about."""
    date: Day
    """Day of the conduct, or the first of a range."""
    until: Day | None
    """Last day of a range; null for one day."""
    as_of: Day
    """Day on which the Court is taken to act; never before the day judged."""
    territory: Iso3 | None
    """The State on whose territory it happened; null where no State can be named."""
    nationals: tuple[Iso3, ...]
    """Nationalities of the accused that were given."""
    special: tuple[str, ...]
    """Circumstances that were given, as tokens: vessel:FRA, territory:crimea, age:17, …"""
    unsc: tuple[str, ...]
    """Acts of the Security Council that were supposed, as tokens: referral:1593, deferral:hypothetical, …"""
    verdict: Verdict
    bases: tuple[str, ...]
    """The articles the answer rests on or, for `no`, those that bar it."""
    caveats: tuple[CaveatFact, ...]
    """Why the answer is less than a plain yes, each by a closed word."""
    triggers: tuple[TriggerFact, ...]
    """Investigations whose time covers the day, or days of a range, and which had not been closed by it."""
    steps: tuple[Step, ...]
    """The rules applied, in order, each with what came of it."""
    changes: tuple[Stretch, ...]
    """For a range of days: each stretch with one answer, and the first day of each."""
    would_change: WouldChange | None
    """What would change the answer; null for a range of days."""
    depends_on_nationality: tuple[Case, ...]
    """Where no nationality was given and it decides: the answer for each."""
    projected: bool
    limits: tuple[str, ...] = LIMITS
    """What the answer is not; said with every answer."""
    rests_on: tuple[str, ...]
    """Of `bases`, those of the strongest grounds; none for a no."""
    limited_by: tuple[str, ...]
    """The articles that limit these grounds or leave them open or, for `no`, those that bar."""
    weaker: tuple[str, ...]
    """Of `bases`, those that only weaker grounds add."""
    next: tuple[NextQuestion, ...]
    """What is asked next: who can set it off, stop it, challenge it, arrest. None after a no."""


class Answered(Fields):
    """A question with its answer, the grounds examined for its (first) day, and what the States in it are called."""

    question: Question
    answer: Jurisdiction
    grounds: tuple[LegalBasis, ...]
    names: Mapping[str, str]
    place: str
    whose: Whose = Whose.THE_STATES
    """Whose the place may be called."""


LONGEST = 366 * 60
"""More days than this are no range that anyone asks about."""


def answer(q: Question, facts: Facts, as_of: AsOf, until: date | None = None) -> Answered:
    """Answer a question for its day, or for every day up to `until`."""
    if until is not None and (until < q.day or (until - q.day).days > LONGEST):
        raise UsageError(f"{q.day}..{until} is no range of days", "write the earlier day first")
    q = q if until is None else q._replace(first=q.day)
    first = find(q, facts)
    stretches = _stretches(q, facts, as_of, first, until) if until is not None else []
    findings = [first] if not stretches else [one for _, one in stretches]
    if until is not None and q.continuing:
        first, findings = _going_on(stretches, until, facts)
    changes = tuple(_change(day, one) for day, one in stretches)
    top = min(findings, key=lambda one: rank(one.verdict))  # what may follow is asked of the best answer
    rests = joined(one.rests_on for one in findings)
    found = Jurisdiction(
        crime=q.crime,
        date=q.day,
        until=until,
        as_of=as_of(q.day),
        territory=of_named_states(q, facts).territory,
        nationals=q.nationals,
        special=q.special,
        unsc=q.unsc,
        verdict=first.verdict,
        bases=joined(one.bases for one in findings),
        caveats=tuple(dict.fromkeys(caveat for one in findings for caveat in one.caveats)),
        triggers=tuple(dict.fromkeys(one for finding in findings for one in finding.triggers)),
        steps=first.steps,
        changes=changes,
        would_change=would_change(q, facts, as_of, first) if until is None else None,
        depends_on_nationality=_by_nationality(q, facts, first) if until is None else (),
        projected=max(until or q.day, q.day) > facts.checked,
        rests_on=rests,
        limited_by=_beside(rests, [one.limited_by for one in findings]),
        weaker=_beside(rests, [one.weaker for one in findings]),
        next=next_questions(q, top.verdict, top.grounds, top.triggers),
    )
    codes = {*q.states, *(one.state for one in first.grounds)}
    names = {code: facts.state(code).name for code in codes if code}
    named = facts.place(q.place)
    place, whose = named.name if named else "", j14_whose(q, facts)
    return Answered(question=q, answer=found, grounds=first.grounds, names=names, place=place, whose=whose)


def _beside(rests: Sequence[str], groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join lists of articles without those that an answer rests on: over a range one can bar on some days alone."""
    return tuple([article for article in joined(groups) if article not in rests])


def _stretches(q: Question, facts: Facts, as_of: AsOf, first: Finding, until: date) -> list[tuple[date, Finding]]:
    """Return the first day of each stretch with one answer, by the same articles and for the same reasons."""
    found = [(q.day, first)]
    for day in turning_days(q, facts, as_of):
        if q.day < day <= until:
            now = find(q.at(day, as_of(day)), facts)
            if _reasons(now) != _reasons(found[-1][1]):
                found.append((day, now))
    return found


def _reasons(one: Finding) -> tuple[Verdict, frozenset[str], frozenset[CaveatFact]]:
    """Return what makes an answer another: of its articles all but the floor, which the first day adds (Art. 11(1))."""
    return one.verdict, frozenset(one.bases) - {"11(1)"}, frozenset(one.caveats)


def _going_on(stretches: Sequence[tuple[date, Finding]], until: date, facts: Facts) -> tuple[Finding, list[Finding]]:
    """Return the best of the stretches of one crime that goes on, and say which part of it counts (Art. 11, 24(1))."""
    top = best(one.verdict for _, one in stretches)
    ends = [*(day - timedelta(1) for day, _ in stretches[1:]), until]
    parts = [(day, end, one) for (day, one), end in zip(stretches, ends, strict=True) if one.verdict == top]
    says = "No part of it counts"
    if top != Verdict.NO:
        spans = _merged([(day, end) for day, end, _ in parts])
        says = (
            f"Of a crime that goes on only this part counts: {'; '.join(f'{spell(a)} to {spell(b)}' for a, b in spans)}"
        )
    says += "; of an enforced disappearance the attack, too, must be later than the Statute's entry into force"
    step = facts.step("J3", StepOutcome.NOTE, says, "11", "24(1)")
    best_ones = [one for _, _, one in parts]
    first = best_ones[0]
    left = [end for _, one in stretches for end in one.steps if end.rule == "J12"]  # why the rest of it does not count
    return first._replace(steps=(*first.steps, *dict.fromkeys(left), step)), best_ones


def _merged(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Join spans that follow each other day by day."""
    found: list[tuple[date, date]] = []
    for start, end in spans:
        if found and found[-1][1] + timedelta(1) == start:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _change(day: date, one: Finding | Jurisdiction) -> Stretch:
    return Stretch(from_=day, verdict=one.verdict, bases=one.bases, caveats=one.caveats, steps=one.steps)


def would_change(q: Question, facts: Facts, as_of: AsOf, now: Finding) -> WouldChange:
    """Return the nearest days with another answer, and the acceptances that are missing."""
    days = turning_days(q, facts, as_of)

    def other(candidates: Iterable[date]) -> OtherDay | None:
        for day in candidates:
            verdict = judge(q.at(day, as_of(day)), facts)
            if verdict != now.verdict:
                return OtherDay(day, verdict, day > facts.checked)
        return None

    added = [facts.amendments[token] for token in q.amended]
    known = [days_after(one.known_through, 1) for one in added if q.day <= one.known_through]
    last = min([horizon(facts), *known])  # that the record ends there is no change of the law
    earlier = other(day - timedelta(1) for day in reversed(days) if FLOOR <= day <= q.day)
    later = other(day for day in days if q.day < day < last)
    return WouldChange(earlier=earlier, later=later, missing=missing(q, facts, now))


def missing(q: Question, facts: Facts, now: Finding) -> tuple[Missing, ...]:
    """Return whose acceptance would turn a no into a basis (Art. 12(3), 13(b))."""
    if now.verdict != Verdict.NO or now.barred:
        return ()
    found = []
    if q.crime != Crime.AGGRESSION and not q.amended:
        codes = dict.fromkeys(facts.actual(iso3, q.day) for iso3 in of_named_states(q, facts).states)
        found = [Missing(iso3, "12(3)") for iso3 in codes if not facts.state(iso3).member(q.day)]
    supposed = q._replace(referrals=(*q.referrals, HYPOTHETICAL))
    if judge(supposed, facts) != Verdict.NO:
        found.append(Missing(None, "13(b)"))
    return tuple(found)


def _by_nationality(q: Question, facts: Facts, now: Finding) -> tuple[Case, ...]:
    """Return the answer by nationality where none was given, if it decides."""
    if q.nationals or q.stateless or q.aggressor or now.barred:
        return ()
    supposed: list[tuple[Supposed, str | None]] = [(Supposed.NON_PARTY, None), (Supposed.PARTY, None)]
    if q.amended or q.crime == Crime.AGGRESSION:
        supposed.append((Supposed.IDLE_PARTY, None))
    home = of_named_states(q, facts).territory
    if home and q.crime != Crime.AGGRESSION:  # which is of one State against another (Art. 8 bis(2))
        supposed.append((Supposed.OWN, facts.actual(home, q.day)))
    cases = [
        Case(nationality=name, iso3=iso3, verdict=judge(q._replace(nationals=(iso3 or name,)), facts))
        for name, iso3 in supposed
    ]
    return tuple(cases) if len({one.verdict for one in cases}) > 1 else ()


def written(one: Jurisdiction) -> str:
    """Write a verdict as the case files do: `yes>no@2017-10-27` for a range."""
    first, *rest = turns(one)
    return ">".join([first.verdict, *(f"{change.verdict}@{change.from_}" for change in rest)])


def turns(one: Jurisdiction) -> list[Stretch]:
    """Return the stretches that begin with another verdict than the one before; of a crime that goes on, the whole."""
    if not one.changes or "continuing" in one.special:
        return [_change(one.date, one)]
    later = [change for before, change in pairwise(one.changes) if before.verdict != change.verdict]
    return [one.changes[0], *later]


def acting(on: date | None, today: date) -> AsOf:
    """Return the day on which the Court acts, for a day of conduct: as told, or the later of today and that day."""
    return lambda day: max(on or today, day)
