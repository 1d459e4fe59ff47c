"""What the database says, as the rules need it. Reads the store; derives nothing that the rules should."""

from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from icc_cli.database.store import Store
from icc_cli.jurisdiction.crimes import crime_tokens
from icc_cli.queries.acts import Act, Source, acts, sources, whole
from icc_cli.treaty.dates import (
    SIXTIETH_DEPOSIT,
    AnyDate,
    entry_into_force,
    first_day,
    from_text,
    last_day,
    one_year_after,
)
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, ActKind


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
    Supposed.NON_PARTY: "a State that is no Party",
    Supposed.PARTY: "a State Party that has accepted every amendment",
    Supposed.IDLE_PARTY: "a State Party that has accepted no amendment",
}
FLOOR = entry_into_force(SIXTIETH_DEPOSIT)
"""Entry into force of the Statute (Art. 126(1)); nothing earlier can be judged (Art. 11(1))."""


class Membership(Fields, kw_only=False):
    """A time as a Party: from entry into force up to but not on `left`. `act` and `notice` are the ids behind it."""

    since: date
    left: date | None
    act: str | None
    notice: str | None
    projected: bool


class StateRecord(Fields, kw_only=False):
    """A State with its statuses and acts."""

    iso3: str
    name: str
    independence: date | None
    spans: tuple[tuple[date, date | None, str, str | None, bool], ...]
    acts: tuple[Act, ...] = ()

    def status(self, day: date) -> str | None:
        """Return the status on a day; None where no act is on record."""
        return next((s for since, until, s, _, _ in self.spans if since <= day and (not until or day < until)), None)

    def memberships(self) -> list[Membership]:
        """Return the times as a Party; notice given or not, a State is one until its withdrawal takes effect."""
        found: list[Membership] = []
        for since, until, status, act, _projected in self.spans:
            if status not in PARTY:
                continue
            after = next((span for span in self.spans if span[0] == until), None)
            notice, ahead = (after[3], after[4]) if after else (None, False)
            if found and found[-1].left == since:
                found[-1] = Membership(found[-1].since, until, found[-1].act, notice, ahead)
            else:
                found.append(Membership(since, until, act, notice, ahead))
        return found

    def member(self, day: date) -> Membership | None:
        """Return the time as a Party that a day falls into."""
        return next((m for m in self.memberships() if m.since <= day and (not m.left or day < m.left)), None)

    def of(self, *kinds: ActKind) -> list[Act]:
        """Return the State's acts of these kinds, oldest first."""
        return [act for act in self.acts if act.act in kinds]

    def act(self, act_id: str | None) -> Act | None:
        """Return an act by its id."""
        return next((act for act in self.acts if act.id == act_id), None)


class GroundRow(Fields):
    """An entry of one of the lists of jurisdiction.yaml."""

    fact: str
    resolution: str | None
    paragraph: str | None
    act: str | None
    situation: str | None
    state: str | None
    of: str | None
    with_: tuple[str, ...]
    territory: str | None
    treatment: str | None
    reach: str | None
    abroad: str | None
    crimes: tuple[str, ...]
    rule: str | None
    since: date | None
    until: date | None
    plain_until: date | None
    note: str
    sources: tuple[Source, ...]


class Part(Fields, kw_only=False):
    """How a named territory is treated from a day up to but not on another."""

    fact: str
    treatment: str
    since: date | None
    until: date | None
    note: str
    sources: tuple[Source, ...]


class Place(Fields, kw_only=False):
    """A named territory and the State whose acceptance counts there."""

    token: str
    name: str
    state: str
    code: str | None
    not_in: tuple[str, ...]
    parts: tuple[Part, ...]

    def on(self, day: date) -> Part | None:
        """Return how the territory is treated on a day."""
        return next((p for p in self.parts if (not p.since or p.since <= day) and (not p.until or day < p.until)), None)


class Matter(Fields, kw_only=False):
    """A situation or examination as Art. 127(2) and Art. 13 look at it: when open, and for which time."""

    id: str
    name: str
    kind: str
    trigger: str
    opened: AnyDate | None
    closed: AnyDate | None
    scope_from: AnyDate | None
    scope_to: AnyDate | None
    leads_to: str | None
    sources: tuple[Source, ...]

    def covers(self, day: date) -> bool:
        """Tell whether a day lies within the time of the situation."""
        return not (self.scope_from and day < first_day(self.scope_from)) and not (
            self.scope_to and day > last_day(self.scope_to)
        )

    def pending(self, day: date) -> bool:
        """Tell whether it was opened before a day, and not yet closed by the eve of it."""
        opened = self.opened is not None and first_day(self.opened) < day
        return opened and not (self.closed and last_day(self.closed) < day)


class AmendmentFact(Fields, kw_only=False):
    """An amendment: when first in force, and from when it can found jurisdiction."""

    id: str
    title: str
    adopted: date
    in_force: date
    jurisdiction_from: date | None
    sources: tuple[Source, ...]


class Facts:
    """The dataset, as the rules ask it. Rows are read once and kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._states: dict[str, StateRecord] = {}
        self._matters: dict[str, tuple[Matter, ...]] = {}

    @property
    def checked(self) -> date:
        """The last day through which the record was checked."""
        return date.fromisoformat(self.store.meta["checked"])

    def state(self, iso3: str) -> StateRecord:
        """Return a State, or a stand-in for one that is not known."""
        if iso3 not in self._states:
            self._states[iso3] = _stand_in(Supposed(iso3)) if iso3 in _STAND_INS else self._read(iso3)
        return self._states[iso3]

    def _read(self, iso3: str) -> StateRecord:
        [row] = self.store.rows("SELECT everyday, independence FROM state WHERE iso3 = ?", iso3)
        spans = tuple(
            (date.fromisoformat(s["since"]), whole(s["until"]), s["status"], s["act_id"], bool(s["projected"]))
            for s in self.store.rows("SELECT * FROM span WHERE iso3 = ? ORDER BY since", iso3)
        )
        own = tuple(acts(self.store, date.max, "iso3 = ?", iso3))
        return StateRecord(iso3, row["everyday"], whole(row["independence"]), spans, own)

    def actual(self, iso3: str, day: date) -> str:
        """Return the State whose acts count for a territory or people on a day: before independence, another's (J9)."""
        born = self.state(iso3).independence
        if born and day < born:
            return next((one.of for one in self.grounds["predecessors"] if one.state == iso3 and one.of), iso3)
        return iso3

    @cached_property
    def grounds(self) -> dict[str, list[GroundRow]]:
        """The lists of jurisdiction.yaml."""
        proofs = sources(self.store, "SELECT fact FROM ground")
        found: dict[str, list[GroundRow]] = {}
        for row in self.store.rows("SELECT * FROM ground ORDER BY fact"):
            found.setdefault(row["list"], []).append(
                GroundRow(
                    fact=row["fact"],
                    resolution=row["resolution"],
                    paragraph=row["paragraph"],
                    act=row["act_id"],
                    situation=row["situation"],
                    state=row["state"],
                    of=row["of_state"],
                    with_=tuple((row["with_states"] or "").split()),
                    territory=row["territory"],
                    treatment=row["treatment"],
                    reach=row["reach"],
                    abroad=row["abroad"],
                    crimes=tuple((row["crimes"] or "").split()),
                    rule=row["rule"],
                    since=whole(row["since"]),
                    until=whole(row["until"]),
                    plain_until=whole(row["plain_until"]),
                    note=row["note"] or "",
                    sources=proofs.get(row["fact"], ()),
                )
            )
        return _Lists(found)

    def ground_of(self, name: str, act: str) -> GroundRow | None:
        """Return the entry of a list that is about an act."""
        return next((one for one in self.grounds[name] if one.act == act), None)

    def authority(self, rule: str) -> tuple[Source, ...]:
        """Return the documents behind a rule."""
        return next((one.sources for one in self.grounds["authorities"] if one.rule == rule), ())

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every named territory, by each of its names."""
        proofs = sources(self.store, "SELECT fact FROM territory_standing")
        effects = {
            row["id"]: whole(row["effect"]) or (last_day(done) if (done := from_text(row["done"])) else None)
            for row in self.store.rows(
                "SELECT id, effect, done FROM act WHERE id IN (SELECT from_act FROM territory_standing "
                "UNION SELECT until_act FROM territory_standing)"
            )
        }
        parts: dict[str, list[Part]] = {}
        for row in self.store.rows("SELECT * FROM territory_standing ORDER BY fact"):
            since = whole(row["since"]) or effects.get(row["from_act"])
            until = whole(row["until"]) or effects.get(row["until_act"])
            parts.setdefault(row["token"], []).append(
                Part(
                    row["from_act"] or row["until_act"] or row["fact"],
                    row["treatment"], since, until, row["note"] or "", proofs.get(row["fact"], ()),
                )
            )  # fmt: skip
        named = {
            row["token"]: Place(
                row["token"], row["name"], row["state"], row["code"],
                tuple((row["not_in"] or "").split()), tuple(parts.get(row["token"], ())),
            )
            for row in self.store.rows("SELECT * FROM territory")
        }  # fmt: skip
        return {row["name"]: named[row["token"]] for row in self.store.rows("SELECT * FROM territory_name")}

    def place(self, token: str | None) -> Place | None:
        """Return a named territory."""
        return self.places.get(token or "")

    def matters(self, iso3: str) -> tuple[Matter, ...]:
        """Return the situations and examinations of a State, those under investigation first."""
        if iso3 not in self._matters:
            chosen = "SELECT situation FROM situation_state WHERE iso3 = ?"
            proofs = sources(self.store, chosen, iso3)
            self._matters[iso3] = tuple(
                Matter(
                    row["id"], row["name"], row["kind"], row["trigger"], from_text(row["opened"]),
                    from_text(row["closed"]), from_text(row["scope_from"]), from_text(row["scope_to"]),
                    row["leads_to"], proofs.get(row["id"], ()),
                )
                for row in self.store.rows(
                    f"SELECT * FROM situation WHERE id IN ({chosen}) ORDER BY position", iso3
                )
            )  # fmt: skip
        return self._matters[iso3]

    @cached_property
    def amendments(self) -> dict[str, AmendmentFact]:
        """Amendments that add crimes, by id and by each crime's token (`8-2-e-xix`), read off their articles."""
        proofs = sources(self.store, "SELECT id FROM amendment")
        found: dict[str, AmendmentFact] = {}
        for row in self.store.rows("SELECT * FROM amendment WHERE adopted IS NOT NULL AND rule = '121(5)'"):
            adopted = date.fromisoformat(row["adopted"])
            fact = AmendmentFact(
                row["id"], row["title"], adopted, whole(row["in_force"]) or one_year_after(adopted),
                whole(row["jurisdiction_from"]), proofs.get(row["id"], ()),
            )  # fmt: skip
            found[fact.id] = fact
            for token in crime_tokens(row["articles"]):
                found[token] = fact
        return found

    @cached_property
    def aggression(self) -> AmendmentFact | None:
        """The amendment that defines aggression: the one with a day from which jurisdiction can be exercised."""
        return next((one for one in self.amendments.values() if one.jurisdiction_from), None)

    @cached_property
    def general_days(self) -> set[date]:
        """Days on which something changes that is not one State's own act."""
        found: set[date | None] = {FLOOR}
        for entries in self.grounds.values():
            for one in entries:
                found |= {one.since, one.until, one.plain_until}
        for place in self.places.values():
            for part in place.parts:
                found |= {part.since, part.until}
        for amendment in self.amendments.values():
            found |= {amendment.in_force, amendment.jurisdiction_from}
        return {day for day in found if day}

    def days_of(self, iso3: str) -> set[date]:
        """Return every day on which something changes for a State."""
        record = self.state(iso3)
        found: set[AnyDate | None] = {record.independence}
        for act in record.acts:
            ends = (act.details.get(name) for name in ("until", "accepts_from", "accepts_to"))
            found |= {act.done, act.effect, *(from_text(text) for text in ends)}
        for matter in self.matters(iso3):
            found |= {matter.opened, matter.closed, matter.scope_from, matter.scope_to}
        return {edge(day) for day in found if day for edge in (first_day, last_day)}


class _Lists(dict[str, list[GroundRow]]):
    """Lists by name; one that the file does not have is empty."""

    def __missing__(self, name: str) -> list[GroundRow]:
        return []


def _stand_in(code: Supposed) -> StateRecord:
    status = "non-signatory" if code == Supposed.NON_PARTY else "state-party"
    return StateRecord(code, _STAND_INS[code], None, ((date.min, None, status, None, False),))


def around(days: set[date]) -> set[date]:
    """Return days with their neighbours, as far as the calendar goes."""
    one = timedelta(days=1)
    return {near for day in days if date.min < day < date.max for near in (day - one, day, day + one)}
