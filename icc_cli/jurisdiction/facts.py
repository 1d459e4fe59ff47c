"""What the database says, as the rules need it. Reads the store; derives nothing that the rules should."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from sqlite3 import Row
from typing import Any, TypeVar, get_args, get_type_hints

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store
from icc_cli.jurisdiction.crimes import crime_tokens
from icc_cli.jurisdiction.trace import Caveat, Step, StepOutcome
from icc_cli.queries.acts import Act, Source, acts, sources
from icc_cli.queries.situations import Situation, situations
from icc_cli.treaty.dates import (
    SIXTIETH_DEPOSIT,
    days_before,
    entry_into_force,
    first_day,
    from_text,
    last_day,
    one_year_after,
    whole,
)
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Entry, Grounds, Reach, Territory, TerritoryStanding, Treatment
from icc_cli.treaty.status import Span
from icc_cli.treaty.vocabulary import PARTY, ActKind, Status


class Supposed(StrEnum):
    """Whose national is supposed where no nationality is given."""

    NON_PARTY = "non-party"
    """A national of a State that is not a Party."""
    PARTY = "party"
    """A national of a Party that has accepted every amendment."""
    IDLE_PARTY = "party-without-amendments"
    """A national of a Party that has accepted none."""
    OWN = "own"
    """A national of the State of the territory."""


_STAND_INS = {
    Supposed.NON_PARTY: ("a State that is no Party", Status.NON_SIGNATORY),
    Supposed.PARTY: ("a State Party that has accepted every amendment", Status.STATE_PARTY),
    Supposed.IDLE_PARTY: ("a State Party that has accepted no amendment", Status.STATE_PARTY),
}
FLOOR = entry_into_force(SIXTIETH_DEPOSIT)
"""Entry into force of the Statute (Art. 126(1)); nothing earlier can be judged (Art. 11(1))."""


class Membership(Fields):
    """A time as a Party: from entry into force up to but not on `left`. `act` and `notice` are the ids behind it."""

    since: date
    left: date | None
    act: str | None
    notice: str | None
    projected: bool


class StateRecord(Fields):
    """A State with its statuses (the first begins with the calendar), its times as a Party and its acts."""

    iso3: str
    name: str
    independence: date | None
    spans: Sequence[Span]
    memberships: Sequence[Membership]
    acts: Sequence[Act] = ()

    def status(self, day: date) -> Status | None:
        """Return the status on a day; None where no act is on record."""
        return next((one.status for one in self.spans if not one.end or day < one.end), None)

    def member(self, day: date) -> Membership | None:
        """Return the time as a Party that a day falls into."""
        return next((m for m in self.memberships if m.since <= day and (not m.left or day < m.left)), None)

    def of(self, *kinds: ActKind) -> list[Act]:
        """Return the State's acts of these kinds, oldest first."""
        return [act for act in self.acts if act.act in kinds]

    def act(self, act_id: str | None) -> Act | None:
        """Return an act by its id."""
        return next((act for act in self.acts if act.id == act_id), None)


class AddedCrimes(Fields):
    """An amendment that adds crimes: when first in force, and from when it can found jurisdiction."""

    id: str
    title: str
    in_force: date
    jurisdiction_from: date | None
    sources: tuple[Source, ...]
    known_through: date
    """Last day for which the record knows who is bound: a year after the list of consents is whole (Art. 121(5))."""


class Facts:
    """The dataset, as the rules ask it. Rows are read once and kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.checked = store.checked
        self._states: dict[str, StateRecord] = {}

    def state(self, iso3: str) -> StateRecord:
        """Return a State, or a stand-in for one that is not known."""
        if iso3 not in self._states:
            self._states[iso3] = self._stand_in(Supposed(iso3)) if iso3 in _STAND_INS else self._read(iso3)
        return self._states[iso3]

    def _stand_in(self, code: Supposed) -> StateRecord:
        name, status = _STAND_INS[code]
        return self._record(code, name, None, [Span(None, None, status, None)])

    def _read(self, iso3: str) -> StateRecord:
        [row] = self.store.rows("SELECT everyday, independence FROM state WHERE iso3 = ?", iso3)
        spans = [
            Span(date.fromisoformat(one["since"]), whole(one["until"]), Status(one["status"]), one["act_id"])
            for one in self.store.rows("SELECT * FROM span WHERE iso3 = ? ORDER BY since", iso3)
        ]
        own = acts(self.store, date.max, "iso3 = ?", iso3)
        return self._record(iso3, row["everyday"], whole(row["independence"]), spans, own)

    def _record(
        self, iso3: str, name: str, independence: date | None, spans: Sequence[Span], own: Sequence[Act] = ()
    ) -> StateRecord:
        """Join the spans as a Party; notice given or not, a State is one until its withdrawal takes effect."""
        found: list[Membership] = []
        for span, after in pairwise((*spans, None)):
            if span is None or span.status not in PARTY:
                continue
            since, act = span.start or date.min, span.act
            if found and found[-1].left == since:
                before = found.pop()
                since, act = before.since, before.act
            projected = after is not None and after.start is not None and after.start > self.checked
            notice = after.act if after else None
            found.append(Membership(since=since, left=span.end, act=act, notice=notice, projected=projected))
        return StateRecord(iso3=iso3, name=name, independence=independence, spans=spans, memberships=found, acts=own)

    def actual(self, iso3: str, day: date) -> str:
        """Return the State whose acts count for a territory or people on a day: before independence, another's (J9)."""
        born = self.state(iso3).independence
        if born and day < born:
            return next((one.of for one in self.grounds.predecessors if one.state == iso3), iso3)
        return iso3

    @cached_property
    def grounds(self) -> Grounds:
        """The lists of jurisdiction.yaml; its territories are `places`."""
        kinds = get_type_hints(Grounds)
        found = grouped(
            (row["list"], _entry(get_args(kinds[row["list"]])[0], row, sources=self._keys(row["fact"])))
            for row in self.store.rows("SELECT * FROM ground ORDER BY fact")
        )
        lists: dict[str, Any] = {name: tuple(entries) for name, entries in found.items()}
        return Grounds(**lists)

    @cached_property
    def _proofs(self) -> Mapping[str, tuple[Source, ...]]:
        return sources(self.store, "SELECT fact FROM ground UNION ALL SELECT fact FROM territory_standing")

    def _keys(self, fact: str) -> tuple[str, ...]:
        return tuple([source.key for source in self._proofs.get(fact, ())])

    def proof(self, one: Entry) -> tuple[Source, ...]:
        """Return the documents of an entry of jurisdiction.yaml."""
        return self._proofs.get(one.fact, ())

    @cached_property
    def _authorities(self) -> Mapping[str, tuple[Source, ...]]:
        return {one.rule: self.proof(one) for one in self.grounds.authorities}

    def authority(self, rule: str) -> tuple[Source, ...]:
        """Return the documents behind a rule."""
        return self._authorities.get(rule, ())

    def step(
        self,
        rule: str,
        outcome: StepOutcome,
        says: str,
        *articles: str,
        by: Act | Situation | AddedCrimes | Entry | None = None,
        fact: str | None = None,
        sources: tuple[Source, ...] | None = None,
        caveat: Caveat | None = None,
    ) -> Step:
        """Return a step by what proves it: its id and its documents, unless others are given.

        What rests on no fact rests on the documents behind the rule.
        """
        if by is None:
            own, documents = None, self.authority(rule)
        else:
            own, documents = (by.fact, self.proof(by)) if isinstance(by, Entry) else (by.id, by.sources)
        return Step(
            rule=rule,
            articles=articles,
            outcome=outcome,
            fact=fact or own,
            says=says,
            sources=documents if sources is None else sources,
            caveat=caveat,
        )

    @cached_property
    def places(self) -> dict[str, Territory]:
        """Every named territory, by each of its names."""
        effects = {
            row["id"]: whole(row["effect"]) or (last_day(done) if (done := from_text(row["done"])) else None)
            for row in self.store.rows(
                "SELECT id, effect, done FROM act WHERE id IN (SELECT from_act FROM territory_standing "
                "UNION SELECT until_act FROM territory_standing)"
            )
        }
        standings = grouped(
            (row["token"], self._standing(row, effects))
            for row in self.store.rows("SELECT * FROM territory_standing ORDER BY fact")
        )
        named = {
            row["token"]: _entry(Territory, row, standings=tuple(standings.get(row["token"], ())))
            for row in self.store.rows("SELECT * FROM territory")
        }
        return {row["name"]: named[row["token"]] for row in self.store.rows("SELECT * FROM territory_name")}

    def _standing(self, row: Row, effects: Mapping[str, date | None]) -> TerritoryStanding:
        since = whole(row["since"]) or effects.get(row["from_act"])
        until = whole(row["until"]) or effects.get(row["until_act"])
        return _entry(TerritoryStanding, row, from_=since, until=until, sources=self._keys(row["fact"]))

    def place(self, token: str | None) -> Territory | None:
        """Return a named territory."""
        return self.places.get(token or "")

    def listed(self, iso3: str) -> Territory | None:
        """Return the named territory that an entry without acts of its own stands for."""
        return self._listed.get(iso3)

    @cached_property
    def _listed(self) -> Mapping[str, Territory]:
        return {place.code: place for place in self.places.values() if place.code}

    def situations(self, iso3: str) -> Sequence[Situation]:
        """Return the situations and examinations of a State, those under investigation first."""
        return self._situations.get(iso3, ())

    @cached_property
    def _situations(self) -> Mapping[str, Sequence[Situation]]:
        return grouped((iso3, one) for one in self.by_id.values() for iso3 in one.states)

    @cached_property
    def by_id(self) -> Mapping[str, Situation]:
        """Every situation and examination by its id."""
        return {one.id: one for one in situations(self.store, date.max)}

    @cached_property
    def amendments(self) -> dict[str, AddedCrimes]:
        """Amendments that add crimes, by id and by each crime's token (`8-2-e-xix`), read off their articles."""
        proofs = sources(self.store, "SELECT id FROM amendment")
        found: dict[str, AddedCrimes] = {}
        for row in self.store.rows(
            "SELECT * FROM amendment LEFT JOIN completeness ON fact = id WHERE adopted IS NOT NULL AND rule = '121(5)'"
        ):
            in_force = whole(row["in_force"]) or one_year_after(date.fromisoformat(row["adopted"]))
            one = filled(
                AddedCrimes,
                row,
                in_force=in_force,
                sources=proofs.get(row["id"], ()),
                known_through=known_through(whole(row["complete_through"]), row["gaps"]),
            )
            found |= dict.fromkeys((one.id, *crime_tokens(row["articles"])), one)
        return found

    @cached_property
    def aggression(self) -> AddedCrimes | None:
        """The amendment that defines aggression: the one with a day from which jurisdiction can be exercised."""
        return next((one for one in self.amendments.values() if one.jurisdiction_from), None)


@lru_cache(maxsize=1)
def facts_of(store: Store) -> Facts:
    """Return the facts of a store, which never change: read once for all questions that follow each other."""
    return Facts(store)


def covers(situation: Situation, day: date) -> bool:
    """Return whether a day lies within the time of a situation."""
    since, until = situation.scope_from, situation.scope_to
    return not (since and day < first_day(since)) and not (until and day > last_day(until))


def pending(situation: Situation, day: date) -> bool:
    """Return whether a situation or examination was opened before a day, and not yet closed by the eve of it."""
    opened, closed = situation.opened, situation.closed
    return opened is not None and first_day(opened) < day and not (closed and last_day(closed) < day)


R = TypeVar("R", bound=Fields)
_FIELDS = {"act_id": "act", "of_state": "of", "with_states": "with_", "since": "from_"}
"""The fields that do not bear the name of their column."""
_READ: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("with_states", "linked", "crimes", "not_in", "unclear_in"), lambda text: tuple(text.split())),
    **dict.fromkeys(("reach", "abroad"), Reach),
    "treatment": Treatment,
}
"""What reads the columns that hold neither text nor a day."""


def _entry(record: type[R], row: Row, **own: object) -> R:
    """Return a record of jurisdiction.yaml from its row; an empty column leaves a field's default."""
    columns = {name: row[name] for name in row.keys() if row[name] is not None}  # noqa: SIM118  a Row gives values
    read = {_FIELDS.get(name, name): _READ[name](text) if name in _READ else text for name, text in columns.items()}
    return filled(record, record._defaults | read, **own)


def known_through(complete: date | None, gaps: str | None) -> date:
    """Return the last day for which it is known who is bound by an amendment, from what its list of consents lacks."""
    if complete:
        return days_before(one_year_after(complete), 1)
    return date.min if gaps else date.max
