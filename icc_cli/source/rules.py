"""How invariants are written: each is a function of a fact and the record that yields what is wrong, one line each.

A rule is registered by the table that stands over it as a decorator: `@situations`, `@amendments`, `@acts`, or, for
what the Statute says of acts of some kinds, `@by(ActKind.SIGNATURE)`. To add one, write the function where its
subject is; nothing else names it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Generic, ParamSpec

from icc_cli.treaty import dates
from icc_cli.treaty.details import PactKind
from icc_cli.treaty.facts import Document
from icc_cli.treaty.model import Act, Amendment, Dataset, Referral, Situation, State
from icc_cli.treaty.persons import Decision, Law, Pact, Person, Proceeding, Visit
from icc_cli.treaty.publicity import INSTRUMENTS, Public, by_case, case_of, published
from icc_cli.treaty.referrals import referral_acts
from icc_cli.treaty.status import Span, live_acts, spans, status
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, ActKind, Status

P = ParamSpec("P")

IN_FORCE = dates.entry_into_force(dates.SIXTIETH_DEPOSIT)
"""The Statute enters into force (Art. 126(1)); the Court has no jurisdiction over what came before (Art. 11(1))."""


class Rules(Generic[P]):
    """A table of rules on one subject; a decorator that adds to it."""

    def __init__(self) -> None:
        self.rules: list[Callable[P, Iterator[str]]] = []

    def __call__(self, rule: Callable[P, Iterator[str]]) -> Callable[P, Iterator[str]]:
        self.rules.append(rule)
        return rule

    def broken(self, *facts: P.args, **named: P.kwargs) -> Iterator[str]:
        """Return what each rule says is wrong."""
        for rule in self.rules:
            yield from rule(*facts, **named)


class Record:
    """The dataset, with what rules look up in it."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.checked = dataset.checked
        self.whole = bool(dataset.lists.parties and dataset.lists.parties.published)
        """Whether the record claims to hold every party to the Statute: only then can a count show what is missing."""
        self.documents = {one.key: one for one in dataset.documents}
        self.states = {one.iso3: one for one in dataset.states}
        self.situations = {one.id: one for one in dataset.situations}
        self.amendments = {one.id: one for one in dataset.amendments}
        self.persons = {one.id: one for one in dataset.persons}
        self.decisions = {one.id: one for one in dataset.cooperation.decisions}
        self.visits = {one.id: one for one in dataset.cooperation.visits}
        self.listed_apart = {one.id for one in dataset.cooperation.non_surrender}
        """Ids of the agreements that are listed as not to surrender."""
        self.acts = [act for state in dataset.states for act in state.acts]
        self.by_id = {act.id: (act, state.iso3) for state in dataset.states for act in state.acts}
        self.by_id |= {act.id: (act, "") for act in dataset.context}
        self.of_kind: dict[ActKind, list[Act]] = defaultdict(list)
        self.consents: dict[str, list[Act]] = defaultdict(list)
        for act in self.acts:
            self.of_kind[act.act].append(act)
            if act.act == ActKind.AMENDMENT_CONSENT and act.amendment:
                self.consents[act.amendment].append(act)
        self._cases: dict[str, dict[str | None, list[Proceeding]]] = {}
        self._published: dict[str, dict[str, Public]] = {}
        self._spans: dict[str, list[Span]] = {}
        self._counts: dict[tuple[date, tuple[Status, ...]], int] = {}

    @cached_property
    def council(self) -> dict[str, Situation]:
        """The situations that the Security Council referred, by the ids of its referrals."""
        found = ((act.id, one) for one in self.dataset.situations for act, iso3 in referral_acts(one) if not iso3)
        return dict(found)

    @cached_property
    def sought(self) -> dict[str, date]:
        """The first day on which the Court can have sought or summoned each person, by id."""
        return {
            person.id: min(
                (dates.first_day(one.done) for one in person.proceedings if one.kind in INSTRUMENTS and one.done),
                default=date.min,
            )
            for person in self.dataset.persons
        }

    @cached_property
    def referred(self) -> set[str]:
        """Ids of the situations that the Security Council referred."""
        return {one.id for one in self.council.values()}

    @cached_property
    def bound(self) -> set[tuple[str, str]]:
        """The States that the Security Council bound, each with the situation."""
        return {(one.state, one.situation) for one in self.dataset.jurisdiction.mandates}

    @cached_property
    def serving(self) -> dict[str, list[Pact]]:
        """The agreements on the enforcement of sentences, by State."""
        found: dict[str, list[Pact]] = defaultdict(list)
        for one in self.dataset.cooperation.agreements:
            if one.kind == PactKind.SENTENCES:
                found[one.state].append(one)
        return found

    def case(self, person: Person, step: Proceeding) -> list[Proceeding]:
        """Return the steps of the case that one belongs to."""
        if person.id not in self._cases:
            self._cases[person.id] = by_case(person)
        return self._cases[person.id].get(case_of(person, step), [])

    def published(self, person: Person) -> dict[str, Public]:
        """Return when each warrant and summons of a person became public."""
        if person.id not in self._published:
            self._published[person.id] = published(person)
        return self._published[person.id]

    def spans(self, iso3: str) -> list[Span]:
        """Return the statuses of a State; none of one whose acts lack the days they need."""
        if iso3 not in self._spans:
            state = self.states.get(iso3)
            known = state and not any(act.act in STATUS_ACTS and not act.done for act in state.acts)
            born = state.independence.day if state and state.independence else None
            self._spans[iso3] = spans(state.acts, born) if state and known else []
        return self._spans[iso3]

    def standing(self, iso3: str, day: date) -> Status | None:
        """Return a State's status on a day; None of one that is not on record, or without the days it needs."""
        found = self.spans(iso3)
        place = bisect_right(found, day, key=lambda span: span.start or date.min) - 1
        return found[place].status if found else None

    def is_party(self, iso3: str, day: date) -> bool:
        """Return whether a State is known to be a State Party on a day."""
        return self.standing(iso3, day) in PARTY

    def parties(self, day: date) -> int:
        """Return how many States Parties are on record on a day."""
        return self._count(day, *PARTY)

    def joined(self, day: date) -> int:
        """Return how many States on record had joined by a day, and were or soon would be Parties."""
        return self._count(day, *PARTY, Status.CONTRACTING_STATE)

    def _count(self, day: date, *among: Status) -> int:
        if (day, among) not in self._counts:
            self._counts[day, among] = sum(self.standing(iso3, day) in among for iso3 in self.states)
        return self._counts[day, among]

    def accepted(self, iso3: str) -> Iterator[tuple[date, date]]:
        """Return the periods, first and last day, for which a State is bound or has accepted jurisdiction (Art. 12)."""
        for span in self.spans(iso3):
            if span.status in PARTY:
                yield span.start or date.min, dates.days_before(span.end, 1) if span.end else date.max
        for act in self.states[iso3].acts if iso3 in self.states else ():
            if act.act == ActKind.ARTICLE_12_3_DECLARATION and act.accepts_from:
                end = dates.last_day(act.accepts_to) if act.accepts_to else date.max
                yield dates.first_day(act.accepts_from), end


class Past:
    """A State's act that has its day, and where that State stood when it was done."""

    def __init__(self, act: Act, state: State, record: Record) -> None:
        assert isinstance(act.done, date)
        self.act = act
        self.done: date = act.done
        self.state = state
        self.record = record

    @cached_property
    def before(self) -> list[Act]:
        """The State's other acts that move a status."""
        return [other for other in self.state.acts if other is not self.act and other.act in STATUS_ACTS]

    @cached_property
    def standing(self) -> Status:
        """Its status when it did this, by its other acts."""
        return status(self.before, self.done)

    @cached_property
    def live(self) -> list[Act]:
        """Its other acts that counted then."""
        return live_acts(self.before, self.done)

    @cached_property
    def kinds(self) -> set[ActKind]:
        """What kinds of act these were."""
        return {one.act for one in self.live}

    @property
    def consent(self) -> Act | None:
        """The consent to the Statute that stood then."""
        return next((one for one in reversed(self.live) if one.act in CONSENT_ACTS), None)

    def earlier(self, *kinds: ActKind) -> Iterator[Act]:
        """Return the State's acts of these kinds that stand above this one in its file."""
        for one in self.state.acts:
            if one is self.act:
                return
            if one.act in kinds:
                yield one

    def same_day(self, expected: date | None, rule: str) -> Iterator[str]:
        """The stated effect is the one that the rule gives; a difference needs `effect-differs`."""
        act = self.act
        differs = act.effect != expected or expected == date.max
        if differs and not act.effect_differs:
            yield f"takes effect {act.effect or 'on no day'}, but {rule} gives {expected or 'none'}"
        if act.effect_differs and not differs:
            yield f"'effect-differs' says why it takes effect on another day than {rule} gives, but it does not"


dataset = Rules[[Record]]()
documents = Rules[[Document, Record]]()
states = Rules[[State, Record]]()
acts = Rules[[Act, str, Record]]()
"""Of every act, with its State (empty for a body's): what must be true of it by itself."""
deeds = Rules[[Past]]()
"""Of every act of a State that has its day, where all that move the State's status have theirs."""
bodies = Rules[[Act, Record]]()
situations = Rules[[Situation, Record]]()
referrals = Rules[[Referral, Situation, Record]]()
amendments = Rules[[Amendment, Record]]()
jurisdiction = Rules[[Record]]()
persons = Rules[[Person, Record]]()
steps = Rules[[Proceeding, Person, Record]]()
decisions = Rules[[Decision, Record]]()
visits = Rules[[Visit, Record]]()
pacts = Rules[[Pact, Record]]()
laws = Rules[[Law, Record]]()

_by: dict[ActKind, Rules[[Past]]] = defaultdict(Rules)


def by(*kinds: ActKind) -> Callable[[Callable[[Past], Iterator[str]]], Callable[[Past], Iterator[str]]]:
    """Register a rule for acts of some kinds, under the conditions of `deeds`."""

    def add(rule: Callable[[Past], Iterator[str]]) -> Callable[[Past], Iterator[str]]:
        for kind in kinds:
            _by[kind](rule)
        return rule

    return add


def broken_by(past: Past) -> Iterator[str]:
    """Return what an act of a State breaks: the rules of all acts, then those of its kind."""
    yield from deeds.broken(past)
    yield from _by[past.act.act].broken(past)
