"""What must be true of the facts taken together: the Statute's invariants, and those of keeping a record.

The rules stand by subject in the modules imported here, each a function (`icc_cli.source.rules`); this module hands
them the facts, and says where each fact is written.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from icc_cli.source import (  # noqa: F401  importing them registers their rules
    grounds,
    invariants_of_amendments,
    invariants_of_cooperation,
    invariants_of_declarations,
    invariants_of_persons,
    invariants_of_situations,
    invariants_of_sources,
    invariants_of_states,
    rules,
)
from icc_cli.source.files import DATASET, JURISDICTION
from icc_cli.source.invariants_of_acts import NEEDS, WRITTEN
from icc_cli.source.invariants_of_joining import undoing
from icc_cli.source.reading import Problem
from icc_cli.source.rules import Past, Record
from icc_cli.treaty import dates
from icc_cli.treaty.described import described, item, parts, remembered
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Iso3
from icc_cli.treaty.model import Dataset, State
from icc_cli.treaty.referrals import referral_acts
from icc_cli.treaty.vocabulary import STATUS_ACTS

__all__ = ["NEEDS", "WRITTEN", "Places", "check"]

Places = dict[str, tuple[str, int]]
"""Where each id, key or code is written: file and line."""

MAX_NAMED = 100_000
"""How often all referrals together name a State, a thousand times what the record needs."""


class _Invariants:
    """Checks one dataset; collects what is wrong, each with the place where the fact is written."""

    def __init__(self, dataset: Dataset, places: Places) -> None:
        self.dataset = dataset
        self.record = Record(dataset)
        self.places = places
        self.problems: list[Problem] = []

    def wrong(self, key: str, *messages: str) -> None:
        file, line = self.places.get(key, (DATASET, 0))
        self.problems += [Problem(file, line, message) for message in messages]

    def too_many_referrals(self) -> bool:
        """Each State's referral becomes an act that names all States of its situation: few lines can mean millions."""
        named = 0
        for one in self.dataset.situations:
            named += len(one.states) * sum(max(len(referral.by), 1) for referral in one.referrals)
            if named > MAX_NAMED:
                self.wrong(one.id, f"referrals name States {named:,} times; at most {MAX_NAMED:,} are read")
                return True
        return False

    def no_repetition(self) -> None:
        """No id, key or code is used twice."""
        documents, states = self.dataset.documents, self.dataset.states
        acts = [(one.id, one.id) for one in (*self.record.acts, *self.dataset.context)]
        referrals = [(act.id, one.id) for one in self.dataset.situations for act, _ in referral_acts(one)]
        situations = [(one.id, one.id) for one in self.dataset.situations]
        found = self.dataset.cooperation
        court = [(one.id, one.id) for person in self.dataset.persons for one in person.proceedings]
        court += [(one.id, one.id) for entries in found for one in entries]
        persons = [(one.id, one.id) for one in self.dataset.persons]
        # Each value with the key under which its place is known; situations and amendments share their ids' space.
        groups: tuple[tuple[str, Iterable[tuple[str, str]]], ...] = (
            ("act id", [*acts, *referrals, *court]),
            ("document key", [(one.key, f"document:{one.key}") for one in documents]),
            ("document symbol", [(one.symbol, f"document:{one.key}") for one in documents if one.symbol]),
            ("situation id", situations),
            ("amendment id", [*situations, *((one.id, one.id) for one in self.dataset.amendments)]),
            ("person id", [*situations, *persons]),
            ("code", [(one.iso3, one.iso3) for one in states]),
            ("alpha-2 code", [(one.iso2, one.iso3) for one in states]),
            ("name", [(one.name, one.iso3) for one in states]),
        )
        for what, values in groups:
            seen: set[str] = set()
            for value, key in values:
                if value in seen:
                    self.wrong(key, f"{what} '{value}' is used twice")
                seen.add(value)

    def names(self, record: Fields, key: str) -> None:
        """Documents and States that a record names, or what it holds, belong to this dataset."""
        key = str(getattr(record, "id", None) or getattr(record, "iso3", key))
        codes = _codes(type(record))
        for field, value in record._asdict().items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Fields):
                    self.names(one, key)
                elif field == "sources" and one not in self.record.documents:
                    self.wrong(key, f"document '{one}' is not in documents.yaml")
                elif field in codes and one and one not in self.record.states:
                    self.wrong(key, f"'{one}' is no State of this dataset")

    def state(self, state: State) -> None:
        """What must be true of a State, of its acts one by one, and of them together."""
        file = f"states/{state.iso3}.yaml"
        if self.places.get(state.iso3, (file, 0))[0] != file:
            self.wrong(state.iso3, f"the file of {state.iso3} should be {file}")
        self.wrong(state.iso3, *rules.states.broken(state, self.record))
        days = [dates.last_day(act.done) if act.done else date.max for act in state.acts]
        for earlier, later, act in zip(days, days[1:], state.acts[1:], strict=False):
            if later < earlier:
                self.wrong(act.id, "acts are listed by the day they were done, oldest first")
        for key, message in undoing(state):
            self.wrong(key, message)
        sound = True
        for act in state.acts:
            self.wrong(act.id, *rules.acts.broken(act, state.iso3, self.record))
            if act.act in STATUS_ACTS and not isinstance(act.done, date):
                self.wrong(act.id, f"a {act.act} moves a status and needs its day")
                sound = False
        for act in state.acts if sound else ():
            if isinstance(act.done, date) and act.done <= self.dataset.checked:
                self.wrong(act.id, *rules.broken_by(Past(act, state, self.record)))


def check(dataset: Dataset, places: Places) -> Iterator[Problem]:
    """Return all that is wrong with a dataset whose shape is sound."""
    of = _Invariants(dataset, places)
    record = of.record
    if of.too_many_referrals():
        yield from of.problems
        return
    of.no_repetition()
    for name, held in dataset._asdict().items():
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Fields) and one is not dataset.jurisdiction:
                of.names(one, f"{name}.yaml")
    for document in dataset.documents:
        of.wrong(f"document:{document.key}", *rules.documents.broken(document, record))
    for state in dataset.states:
        of.state(state)
    for act in dataset.context:
        of.wrong(act.id, *rules.acts.broken(act, "", record), *rules.bodies.broken(act, record))
    for situation in dataset.situations:
        of.wrong(situation.id, *rules.situations.broken(situation, record))
        for referral in situation.referrals:
            of.wrong(situation.id, *rules.referrals.broken(referral, situation, record))
        if places.get(situation.id, ("", 0))[0] not in ("", f"situations/{situation.id}.yaml"):
            of.wrong(situation.id, f"the file should be situations/{situation.id}.yaml")
    for amendment in dataset.amendments:
        of.wrong(amendment.id, *rules.amendments.broken(amendment, record))
    for person in dataset.persons:
        of.wrong(person.id, *rules.persons.broken(person, record))
        for step in person.proceedings:
            of.wrong(step.id, *rules.steps.broken(step, person, record))
        if places.get(person.id, ("", 0))[0] not in ("", f"persons/{person.id}.yaml"):
            of.wrong(person.id, f"the file should be persons/{person.id}.yaml")
    cooperation = dataset.cooperation
    for decision in cooperation.decisions:
        of.wrong(decision.id, *rules.decisions.broken(decision, record))
    for visit in cooperation.visits:
        of.wrong(visit.id, *rules.visits.broken(visit, record))
    for pact in (*cooperation.agreements, *cooperation.non_surrender):
        of.wrong(pact.id, *rules.pacts.broken(pact, record))
    for law in cooperation.laws:
        of.wrong(law.id, *rules.laws.broken(law, record))
    of.wrong(DATASET, *rules.dataset.broken(record))
    of.wrong(JURISDICTION, *rules.jurisdiction.broken(record))
    yield from of.problems


@remembered
def _codes(kind: type[Fields]) -> set[str]:
    """Return the fields of a class that name States."""
    return {one.name for one in described(kind) if (item(one.kind) or parts(one.kind)[0]) == Iso3}
