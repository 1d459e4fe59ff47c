"""Verdicts, the steps that lead to them, and the legal bases they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from icc_cli.queries.acts import Source
from icc_cli.treaty.fields import Fields


class Verdict(StrEnum):
    """The answer, best first."""

    YES = "yes"
    """At least one settled basis."""
    CAVEAT = "yes-with-caveat"
    """A basis that is limited in scope or under live challenge."""
    CONTESTED = "contested"
    """It turns on a point that nobody has settled."""
    NO = "no"
    """No basis, or an absolute bar."""


rank = tuple(Verdict).index
"""Return the place of a verdict in their order: the lower, the better."""


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the best of several verdicts; none is `no`."""
    return min(verdicts, key=rank, default=Verdict.NO)


def at_most(verdict: Verdict, ceiling: Verdict) -> Verdict:
    """Lower a verdict to a ceiling; never raise it."""
    return max(verdict, ceiling, key=rank)


class StepOutcome(StrEnum):
    """What a step did to the answer."""

    MET = "met"
    BASIS = "basis"
    CAVEAT = "caveat"
    CONTESTED = "contested"
    REFUSED = "refused"
    BARRED = "barred"
    NOTE = "note"


class Caveat(StrEnum):
    """Why an answer is less than a plain yes."""

    CROSS_BORDER_ELEMENT = "cross-border-element"
    LINK_REFUSED = "cross-border-link-refused"
    DISPUTED_TERRITORY = "disputed-territory"
    CONTESTED_TERRITORY = "contested-territory"
    EXCLUDED_TERRITORY = "national-in-excluded-territory"
    CHALLENGE_PENDING = "challenge-pending"
    AUTHORITY_DISPUTED = "authority-to-accept-disputed"
    NARROWER_DECLARATION = "declaration-names-other-crimes"
    ON_BOARD = "only-acts-on-board"
    STATE_HAS_LEFT = "state-has-left"
    NOT_CONSIDERED_IN_TIME = "not-under-consideration-in-time"
    ARTICLE_124 = "article-124"
    CARVE_OUT = "council-carve-out"
    LINK_TO_SITUATION = "link-to-situation-referred"
    DEFERRAL = "deferral"
    AGE = "eighteen-within-the-year"
    LIMITATION = "limitation-period"
    AMENDMENT_NON_PARTY = "amendment-and-non-party"
    AMENDMENT_REGISTRATION = "amendment-and-registration"
    AMENDMENT_LATE_PARTY = "amendment-and-later-party"
    AMENDMENT_LIST_INCOMPLETE = "amendment-list-incomplete"
    AGGRESSION_ONE_SIDE = "aggression-accepted-by-one-side"
    AGGRESSION_OLD_REFERRAL = "aggression-and-earlier-referral"
    AGGRESSOR_NOT_SAID = "aggressor-not-said"
    REGISTRATION_NOT_NAMED = "declaration-names-territory"
    SHARED_NATIONALITY = "shared-nationality"
    TOKEN_DOES_NOT_FIT = "council-token-does-not-fit"


class Step(Fields):
    """One rule applied: its articles, what came of it, the fact it used (an id) and the documents.

    `says` puts it in words; `caveat` is set where the step lowers an answer or warns.
    """

    rule: str
    articles: tuple[str, ...]
    """The articles applied."""
    outcome: StepOutcome
    """What the step did to the answer."""
    fact: str | None
    """Id of the fact it used."""
    says: str
    """The same in words."""
    sources: tuple[Source, ...]
    caveat: Caveat | None = None
    """Why the answer is less than a plain yes."""

    @property
    def ceiling(self) -> Verdict:
        """How good an answer can be after this step, where it is about all of it."""
        return _CEILINGS.get(self.outcome, Verdict.YES)


_CEILINGS = {
    StepOutcome.CAVEAT: Verdict.CAVEAT,
    StepOutcome.CONTESTED: Verdict.CONTESTED,
    StepOutcome.REFUSED: Verdict.NO,
    StepOutcome.BARRED: Verdict.NO,
}


class LegalBasis(Fields):
    """A possible basis examined: which link, of which State, how far it carries, and the steps.

    `bases` are the articles it rests on or, where it carries nothing, those that bar it.
    `removed`: the State's Art. 124 declaration takes it away.
    """

    link: str
    state: str | None
    verdict: Verdict
    bases: tuple[str, ...]
    steps: tuple[Step, ...]
    why: str = ""
    removed: bool = False

    def after(self, step: Step, *bases: str) -> LegalBasis:
        """Return the basis with one step more, and at most as good as that leaves it."""
        verdict, steps = at_most(self.verdict, step.ceiling), (*self.steps, step)
        return self._replace(verdict=verdict, bases=joined((self.bases, bases)), steps=steps)

    def refused(self, step: Step, *bases: str) -> LegalBasis:
        """Return the basis as carrying nothing, barred by these articles."""
        return self._replace(verdict=Verdict.NO, bases=bases, steps=(*self.steps, step), why="", removed=False)


def none_by(step: Step, link: str, state: str | None, *bases: str) -> LegalBasis:
    """Return a link that gives nothing by one step, barred by these articles or else by those of the step."""
    return LegalBasis(link=link, state=state, verdict=Verdict.NO, bases=bases or step.articles, steps=(step,))


class Trace:
    """Collects steps in the order they were taken, each once."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._said: set[str] = set()

    def add(self, *steps: Step | None) -> None:
        """Take note of steps; None is none."""
        # Comparing the whole of each step with every other costs more than the rules themselves; few say the same.
        new = [one for one in steps if one is not None and (one.says not in self._said or one not in self.steps)]
        self.steps += new
        self._said.update([one.says for one in new])


def joined(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join lists of articles, each once, in order."""
    return tuple(dict.fromkeys(article for group in groups for article in group))
