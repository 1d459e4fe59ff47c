"""What the database says of a State, a person and a day, as the rules need it: nothing that became known later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from icc_cli.cooperation.trace import DutyStep, Outcome
from icc_cli.database.rows import grouped
from icc_cli.database.store import HELD, Store, marks
from icc_cli.queries.acts import Act, Source, acts, sources
from icc_cli.queries.cases import PersonCase, cases
from icc_cli.treaty.dates import from_text, last_day
from icc_cli.treaty.details import Reception, SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.status import live_acts, newest
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, ActKind, Status

if TYPE_CHECKING:
    from sqlite3 import Row


_GOING = (Status.STATE_PARTY_WITHDRAWING, Status.FORMER_PARTY)


class Mandate(Fields):
    """A decision of the Security Council that obliges a State in a situation (Art. 13(b))."""

    state: str
    situation: str
    resolution: str
    act: Act


class Matter(Fields):
    """A situation under investigation, and since when it surely was."""

    id: str
    name: str
    states: tuple[str, ...]
    begun: date | None
    sources: tuple[Source, ...]


class StateFacts(Fields):
    """A State on a day, by what was known then.

    `consent` is the act by which it is, or was, a Party; `notice` that by which it leaves or left.
    """

    iso3: str
    name: str
    status: Status | None
    """None where no act is on record."""
    projected: bool
    consent: Act | None
    notice: Act | None
    rescission: Act | None
    """The act by which it took its newest notice back while a Party."""
    acceptances: Sequence[Act]
    """Declarations under Art. 12(3) that had been lodged, but for those that were refused or never acted on."""

    @property
    def leaves(self) -> date | None:
        """The day on which its withdrawal takes or took effect (Art. 127(1))."""
        return self.notice.effect if self.notice else None


class PersonFacts(Fields):
    """A person on a day, and the matter of the cases; `cases` are those that were public."""

    id: str
    name: str
    nationality: str | None
    heads: bool
    """Whether the person was head of that State or of its government on the day, by what is on record."""
    matter: Matter
    cases: Sequence[PersonCase]


class Facts:
    """The dataset on a day, as the rules ask it."""

    def __init__(self, store: Store, on: date) -> None:
        self.store, self.on = store, on

    def states(self, codes: Sequence[str] = ()) -> list[StateFacts]:
        """Return these States, in their order; without codes, all that have an act on record, by name."""
        only = f"iso3 IN ({marks(codes)})" if codes else "no_act IS NULL"
        chosen = f"SELECT iso3 FROM state WHERE {only}"
        kinds = (*STATUS_ACTS, ActKind.ARTICLE_12_3_DECLARATION)
        done = acts(self.store, self.on, f"act IN ({marks(kinds)}) AND iso3 IN ({chosen})", *kinds, *codes)
        own = grouped((act.iso3, act) for act in done)
        rows = self.store.rows(
            f"SELECT s.iso3, s.everyday, p.status, p.since FROM state s LEFT JOIN span p ON p.iso3 = s.iso3 AND {HELD} "
            f"WHERE s.iso3 IN ({chosen}) ORDER BY s.folded",
            str(self.on),
            *codes,
        )
        found = [self._state(row, own.get(row["iso3"], [])) for row in rows]
        return sorted(found, key=lambda one: codes.index(one.iso3)) if codes else found

    def _state(self, row: Row, own: Sequence[Act]) -> StateFacts:
        live = live_acts([act for act in own if act.act in STATUS_ACTS], self.on)
        return StateFacts(
            iso3=row["iso3"],
            name=row["everyday"],
            status=Status(row["status"]) if row["status"] else None,
            projected=bool(row["since"]) and row["since"] > str(self.store.checked),
            consent=newest(live, *CONSENT_ACTS),
            notice=newest(live, ActKind.WITHDRAWAL_NOTICE) if row["status"] in _GOING else None,
            rescission=newest(live, ActKind.WITHDRAWAL_RESCINDED) if row["status"] == Status.STATE_PARTY else None,
            acceptances=[
                act
                for act in own
                if act.act == ActKind.ARTICLE_12_3_DECLARATION
                and act.details.get("accepts_from")
                and act.details.get("reception") not in (Reception.REJECTED, Reception.NOT_ACTED_ON)
            ],
        )

    @cached_property
    def mandates(self) -> Sequence[Mandate]:
        """The decisions of the Security Council that oblige a State."""
        rows = self.store.rows("SELECT * FROM ground WHERE list = 'mandates' ORDER BY fact")
        made = {act.id: act for act in acts(self.store, self.on, "act = ?", ActKind.REFERRAL) if act.body}
        return [
            Mandate(
                state=row["state"], situation=row["situation"], resolution=row["resolution"], act=made[row["act_id"]]
            )
            for row in rows
            if row["act_id"] in made
        ]

    @cached_property
    def contested(self) -> Mapping[str, str]:
        """The acts whose force is contested, by id, each with why."""
        contested = "list = 'challenges' AND treatment = 'contested' AND act_id IS NOT NULL"
        return {
            row["act_id"]: row["note"] for row in self.store.rows(f"SELECT act_id, note FROM ground WHERE {contested}")
        }

    @cached_property
    def matters(self) -> Mapping[str, Matter]:
        """The situations under investigation on the day or later, by id."""
        chosen = "SELECT id FROM situation WHERE kind = ?"
        proofs = sources(self.store, chosen, SituationKind.SITUATION)
        pairs = self.store.rows("SELECT situation, iso3 FROM situation_state ORDER BY situation, position")
        about = grouped((row["situation"], row["iso3"]) for row in pairs)
        return {
            row["id"]: Matter(
                id=row["id"],
                name=row["name"],
                states=tuple(about[row["id"]]),
                begun=last_day(opened) if (opened := from_text(row["opened"])) else None,
                sources=proofs.get(row["id"], ()),
            )
            for row in self.store.rows("SELECT * FROM situation WHERE kind = ?", SituationKind.SITUATION)
        }

    def called(self, iso3: str | None) -> str:
        """Return what a State is called in lists, or that it is one."""
        row = self.store.row("SELECT everyday FROM state WHERE iso3 = ?", iso3)
        return str(row["everyday"]) if row else "a State"

    def party(self, iso3: str | None) -> bool:
        """Return whether a State is a Party on the day."""
        row = self.store.row(f"SELECT status FROM span WHERE iso3 = ? AND {HELD}", iso3, str(self.on))
        return row is not None and row["status"] in PARTY

    def person(self, identifier: str) -> PersonFacts:
        """Return a person by id, with the cases that were public on the day."""
        [row] = self.store.rows("SELECT * FROM person WHERE id = ?", identifier)
        return PersonFacts(
            id=identifier,
            name=row["name"],
            nationality=row["nationality"],
            heads=bool(row["head_of"]) and (row["head_until"] or "9999") > str(self.on),
            matter=self.matters[row["situation"]],
            cases=cases(self.store, self.on, persons=[identifier]),
        )

    @cached_property
    def _authorities(self) -> Mapping[str, tuple[Source, ...]]:
        chosen = "SELECT fact FROM ground WHERE list = 'authorities'"
        proofs = sources(self.store, chosen)
        later = {row["key"] for row in self.store.rows("SELECT key FROM document WHERE date > ?", str(self.on))}
        return {
            row["rule"]: tuple(source for source in proofs.get(row["fact"], ()) if source.key not in later)
            for row in self.store.rows("SELECT fact, rule FROM ground WHERE list = 'authorities'")
        }

    def authority(self, rule: str) -> tuple[Source, ...]:
        """Return the documents behind a rule that there were by the day."""
        return self._authorities.get(rule, ())

    def step(
        self,
        rule: str,
        outcome: Outcome,
        says: str,
        *articles: str,
        fact: str | None = None,
        proof: Sequence[Source] | None = None,
    ) -> DutyStep:
        """Return a step; what rests on no fact rests on the documents behind the rule."""
        documents = self.authority(rule) if proof is None else tuple(proof)
        return DutyStep(rule=rule, articles=articles, outcome=outcome, fact=fact, says=says, sources=documents)
