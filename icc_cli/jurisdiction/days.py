"""The days from which an answer can be otherwise than on the day before: those of every fact that a rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from functools import lru_cache

from icc_cli.jurisdiction.combine import LIMITATION
from icc_cli.jurisdiction.facts import FLOOR, Facts
from icc_cli.jurisdiction.gates import ADULT
from icc_cli.jurisdiction.inputs import Crime, Question
from icc_cli.treaty.dates import AnyDate, days_after, first_day, from_text, last_day, one_year_after
from icc_cli.treaty.grounds import Entry
from icc_cli.treaty.vocabulary import ActKind

AsOf = Callable[[date], date]
"""For a day of the conduct, the day on which the Court acts."""

_LOOKED_AT = frozenset(
    {
        ActKind.ARTICLE_12_3_DECLARATION,
        ActKind.ARTICLE_124_DECLARATION,
        ActKind.ARTICLE_124_WITHDRAWN,
        ActKind.INSTRUMENT_WITHDRAWN,
    }
)
"""The acts whose days a rule looks at, beside those that move a status."""
_ON_AMENDMENTS = frozenset({ActKind.AMENDMENT_CONSENT, ActKind.AGGRESSION_OPT_OUT})
"""The acts about crimes added by amendment whose days a rule looks at."""


def turning_days(q: Question, facts: Facts, as_of: AsOf) -> list[date]:
    """Return the days from which the answer to a question can be otherwise, oldest first."""
    shared = {one.of for one in facts.grounds.shared_nationality if one.state in q.nationals}
    across = [place for iso3 in q.cross_border if (place := facts.listed(iso3))]
    states = {*q.states, *shared, *(place.state for place in across)}
    states |= {facts.actual(iso3, FLOOR) for iso3 in states}
    added = bool(q.amended) or q.crime == Crime.AGGRESSION
    days = days_beside(facts, states, q.place, added=added)
    days = days.union(*(days_of(facts, iso3, added=added) for iso3 in states))
    days = days.union(*(_starts(standing) for place in across for standing in place.standings))
    court = as_of(date.min)  # for conduct later than that it acts on the day itself, and nothing is late (Rule 164(2))
    limit = court.replace(year=max(court.year - LIMITATION, date.min.year), day=min(court.day, 28))
    late = [limit + timedelta(n) for n in range(6)] if q.crime == Crime.ADMINISTRATION_OF_JUSTICE else []
    return sorted({*days, court, *late, *_growing(q)})


def _growing(q: Question) -> list[date]:
    """Return the days of a range from which a person can be older than before, up to the one of being an adult."""
    if q.first is None or q.age is None or q.age >= ADULT:
        return []
    found, day = [], q.first
    for _ in range(ADULT - q.age):
        found.append(days_after(day, 1))
        day = one_year_after(day)
    return [*found, day]


def days_beside(facts: Facts, states: Collection[str], place: str | None, *, added: bool) -> set[date]:
    """Return the days from which something is otherwise that is not a State's own act.

    What the lists say of other States than these, or of another place, turns nothing; nor do amendments unless
    crimes that they `added` are asked about.
    """
    found = {FLOOR}
    for state, days in _listed(facts):
        if state is None or state in states:
            found |= days
    named = facts.place(place)
    for standing in named.standings if named else ():
        found |= _starts(standing)
    for amendment in facts.amendments.values() if added else ():
        found |= {amendment.in_force, days_after(amendment.known_through, 1)}
        found |= {amendment.jurisdiction_from} if amendment.jurisdiction_from else set()
    return found


@lru_cache(maxsize=1)
def _listed(facts: Facts) -> list[tuple[str | None, set[date]]]:
    """Return the days from which an entry of jurisdiction.yaml holds or no longer holds, with its State."""
    every = [one for entries in facts.grounds.lists().values() for one in entries]
    return [(getattr(one, "state", None), days) for one in every if (days := _starts(one))]


def _starts(entry: Entry) -> set[date]:
    """Return the days from which an entry holds or no longer holds; some name the last day, some the first after it."""
    starts = [getattr(entry, name, None) for name in ("from_", "until")]
    lasts = [getattr(entry, name, None) for name in ("until", "plain_until")]
    return {day for day in starts if day} | {days_after(last, 1) for last in lasts if last}


@lru_cache(maxsize=512)
def days_of(facts: Facts, iso3: str, *, added: bool) -> frozenset[date]:
    """Return every day from which something is otherwise for a State, as far as a rule looks at it.

    What it did about amendments turns nothing unless crimes that they `added` are asked about. Situations turn
    something for a State that has left (Art. 127(2)) or that was referred, and for a declaration without a day.
    """
    record = facts.state(iso3)
    kinds = _LOOKED_AT | _ON_AMENDMENTS if added else _LOOKED_AT
    never_lodged = [one.act for one in facts.grounds.never_lodged]
    starts: set[AnyDate | None] = {record.independence, *(one.start for one in record.spans)}
    lasts: set[AnyDate | None] = set()
    for act in record.acts:
        if act.act in kinds or act.id in never_lodged:
            starts |= {act.done, act.effect, from_text(act.details.get("accepts_from"))}
            lasts |= {from_text(act.details.get(name)) for name in ("until", "accepts_to")}
    undated = any(not act.done for act in record.of(ActKind.ARTICLE_12_3_DECLARATION))
    referred = any(one.state == iso3 for one in facts.grounds.mandates)
    for one in facts.situations(iso3):
        if undated:
            starts.add(one.opened)
        if referred or any(member.left for member in record.memberships):
            starts.add(one.scope_from)
            lasts.add(one.scope_to)
    found = {edge(day) for day in starts if day for edge in (first_day, last_day)}
    return frozenset(found | {days_after(last_day(day), 1) for day in lasts if day})
