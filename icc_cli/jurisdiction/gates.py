"""J1 to J3: the gates that everybody must pass."""

from datetime import date

from icc_cli.jurisdiction.facts import FLOOR, Facts
from icc_cli.jurisdiction.inputs import CORE, Crime, Question
from icc_cli.jurisdiction.trace import Caveat, Step, StepOutcome
from icc_cli.treaty.dates import one_year_after, spell

ADULT = 18
"""Age from which a person can be judged (Art. 26)."""


def j1_crime(q: Question, facts: Facts) -> Step:
    """The crime is one of the four of Art. 5(1), or an offence under Art. 70 (Rules 162 to 169)."""
    articles: tuple[str, ...] = ("5",)
    if q.crime in CORE:
        outcome, says = StepOutcome.MET, f"{q.crime.replace('-', ' ').capitalize()}: a crime of Art. 5"
    elif q.crime == Crime.ADMINISTRATION_OF_JUSTICE:
        outcome, articles = StepOutcome.MET, ("70", "Rule 163(2)")
        says = "Offences against the administration of justice need no link to a State Party"
    else:
        outcome, says = StepOutcome.BARRED, f"'{q.crime}' as such is no crime of the Statute"
    return facts.step("J1", outcome, says, *articles)


def j2_person(q: Question, facts: Facts) -> Step | None:
    """Only natural persons, of 18 or more on the day of the conduct (Art. 25(1), Art. 26). Asked only if told.

    Of a range the age is that on the first day: on a later one it is as much and the whole years since, or a year more.
    """
    if q.legal_person:
        return facts.step("J2", StepOutcome.BARRED, "Only natural persons can be judged", "25(1)")
    if q.age is None:
        return None
    years, birthday = _years(q.first or q.day, q.day)
    oldest = q.age + years + (not birthday)
    that_day = q.first is None or q.day == q.first
    if q.age + years >= ADULT:
        then = "that day:" if that_day else f"{spell(q.first)}, so by {spell(q.day)}"
        return facts.step("J2", StepOutcome.MET, f"Aged {q.age} on {then} 18 or more", "26")
    if oldest < ADULT:
        says = f"Aged {q.age} on {'that day' if that_day else spell(q.first)}: under 18, and outside the jurisdiction"
        return facts.step("J2", StepOutcome.BARRED, says, "26")
    says = f"Aged {q.age} on {spell(q.first)}, so 18 within the year: only from that birthday on"
    return facts.step("J2", StepOutcome.CAVEAT, says, "26", caveat=Caveat.AGE)


def _years(first: date, day: date) -> tuple[int, bool]:
    """Return the whole years from one day to another, and whether they end on that day."""
    years, after = 0, first
    while (following := one_year_after(after)) <= day:
        years, after = years + 1, following
    return years, after == day


def j3_floor(q: Question, facts: Facts) -> Step:
    """Nothing before 1 July 2002, and that day counts (Art. 11(1), 24(1), 126(1)); no later limit (Art. 29)."""
    reached = q.day >= FLOOR
    outcome, articles = (StepOutcome.MET, ("11(1)",)) if reached else (StepOutcome.BARRED, ("11(1)", "24(1)"))
    says = f"{spell(q.day)} is {'not ' if reached else ''}before the Statute entered into force, {spell(FLOOR)}"
    return facts.step("J3", outcome, says, *articles, fact="DEP-2002-07-01-context")
