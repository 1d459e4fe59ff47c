"""Duties, verdicts, and the steps that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from icc_cli.queries.acts import Source
from icc_cli.treaty.fields import Fields


class Duty(StrEnum):
    """What obliges a State to cooperate, strongest first."""

    PART_9 = "part-9"
    """It is a State Party (Art. 86)."""
    CONTINUING = "continuing"
    """It was a State Party when the investigation began (Art. 127(2))."""
    SECURITY_COUNCIL = "security-council"
    """The Security Council decided so."""
    ARTICLE_12_3 = "article-12-3"
    """It accepted the jurisdiction of the Court in the matter."""
    NONE = "none"
    """Nothing does; the Court may invite it (Art. 87(5))."""


class Verdict(StrEnum):
    """Whether the State must arrest and surrender the person, strongest first."""

    MUST = "must"
    CONTESTED = "contested"
    """The duty rests on an acceptance or decision that is contested."""
    NEED_NOT = "need-not"


class Outcome(StrEnum):
    """What a step did to the answer."""

    MET = "met"
    """A condition is fulfilled."""
    DUTY = "duty"
    """A duty follows."""
    CONTESTED = "contested"
    """A duty would follow from an acceptance or decision that is contested."""
    REFUSED = "refused"
    """No duty follows."""
    NOTE = "note"
    """It changes nothing, and a reader should know it."""


class DutyStep(Fields):
    """One rule applied: its articles, what came of it, the fact it used (an id), the same in words, the documents."""

    rule: str
    articles: tuple[str, ...]
    """The articles applied."""
    outcome: Outcome
    """What the step did to the answer."""
    fact: str | None
    """Id of the fact it used."""
    says: str
    """The same in words."""
    sources: tuple[Source, ...]


class Ground(Fields):
    """A duty of a State, the step that found it, and the first day on which it will have ended, if that is known."""

    duty: Duty
    step: DutyStep
    until: date | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether it obliges."""
        return Verdict.CONTESTED if self.step.outcome == Outcome.CONTESTED else Verdict.MUST


rank = tuple(Verdict).index
"""Return the place of a verdict in their order: the lower, the stronger."""


def strongest(grounds: Sequence[Ground]) -> Ground | None:
    """Return the ground that obliges most: a settled one before a contested one, then in the order of duties."""
    order = tuple(Duty).index
    return min(grounds, key=lambda one: (rank(one.verdict), order(one.duty)), default=None)


def articles_of(steps: Iterable[DutyStep]) -> tuple[str, ...]:
    """Return the articles of several steps, each once, in order."""
    return tuple(dict.fromkeys(article for step in steps for article in step.articles))
