"""Amendments to the Statute and who is bound by them on a day (Art. 121, 122): `icc amendments`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from sqlite3 import Row
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store
from icc_cli.errors import UnknownName
from icc_cli.queries.acts import Act, Disputed, Source, acts, disputed, sources_of
from icc_cli.queries.completeness import Published, completeness
from icc_cli.treaty.dates import AnyDate, last_day, one_year_after, whole
from icc_cli.treaty.details import AmendmentRule
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import fold
from icc_cli.treaty.vocabulary import PARTY, ActKind, Status

if TYPE_CHECKING:
    from icc_cli.treaty.details import Instrument
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


_FOR_ALL = (AmendmentRule.ARTICLE_121_4, AmendmentRule.ARTICLE_122)
"""Rules under which an amendment enters into force for every State Party at once."""


class AmendmentStatus(StrEnum):
    """How a State stands to an amendment on a day."""

    BOUND = "bound"
    WAITING = "waiting"
    OPTED_OUT = "opted-out"
    LEFT = "left"


class AmendmentParty(Fields):
    """A State that consented to an amendment, is bound by it without that, or opted out of what it brought."""

    iso3: Iso3
    name: str
    instrument: Instrument | None
    deposited: AnyDate | None
    binding_from: date | None
    """First day on which the amendment binds the State; may lie ahead."""
    opted_out: AnyDate | None
    """Day on which it lodged a declaration under Art. 15 bis(4)."""
    state: AmendmentStatus
    """How the State stands to the amendment."""
    projected: bool
    confidence: Confidence
    sources: tuple[Source, ...]


class StateAmendment(AmendmentParty):
    """How one State stands to one amendment."""

    amendment: str
    title: str
    """The amendment's title."""


class Amendment(Fields):
    """An amendment as it stood on a day; a proposal has no `adopted`."""

    id: str
    title: str
    articles: str
    rule: AmendmentRule
    """The provision under which it enters into force."""
    proposed: date | None
    adopted: date | None
    adopted_at: str | None
    in_force: date | None
    """First day on which it was in force for any State."""
    jurisdiction_from: date | None
    consents: int
    """How many States deposited a consent and are States Parties, or are to become so."""
    bound: int
    """How many States are bound."""
    waiting: int
    """How many States have consented and are not yet bound."""
    opted_out: int
    """How many States opted out."""
    required: int | None
    """How many consents of States Parties are needed, where seven-eighths must consent (Art. 121(4))."""
    missing: int | None
    """How many consents are still missing for entry into force (Art. 121(4))."""
    published: Published | None
    complete_through: AnyDate | None
    gaps: str | None
    incomplete: bool
    note: str | None
    confidence: Confidence
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]


class AmendmentWithParties(Amendment):
    """An amendment with every State that has to do with it, by the day it consented."""

    parties: tuple[AmendmentParty, ...]
    """States with a tie to the amendment, by the day they consented."""


def amendments(store: Store, on: date) -> list[Amendment]:
    """Return the amendments adopted, and the proposals made, by a day, in that order."""
    record = _Record(store, on)
    return [record.amendment(row) for row in record.rows()]


def amendment(store: Store, amendment_id: str, on: date) -> AmendmentWithParties | None:
    """Return an amendment with its parties on a day; None if it had not been adopted or proposed by then."""
    record = _Record(store, on)
    for row in record.rows(amendment_id):
        return AmendmentWithParties(**record.amendment(row)._asdict(), parties=tuple(record.parties(row)))
    return None


def states_amendments(
    store: Store, on: date, states: Sequence[str], amendment_id: str | None = None
) -> list[StateAmendment]:
    """Return how these States stand to each amendment (or to one) on a day; nothing where they have no tie to it."""
    record = _Record(store, on)
    return [
        StateAmendment(amendment=row["id"], title=row["title"], **one._asdict())
        for iso3 in states
        for row in record.rows(amendment_id)
        for one in record.parties(row)
        if one.iso3 == iso3
    ]


def bindings(store: Store) -> list[tuple[str, str | None, date]]:
    """Return from which day each amendment binds each State while that is a State Party: (amendment, State, day).

    The State is None where the amendment binds every State Party alike. The days may lie ahead.
    """
    record = _Record(store, date.max)
    found: list[tuple[str, str | None, date | None]] = []
    for row in record.rows():
        if row["rule"] in _FOR_ALL:
            found.append((row["id"], None, record.in_force(row)))
        else:
            newest = {act.iso3: act for act in record.consents.get(row["id"], ())}
            found += [(row["id"], iso3, record.binding_from(act)) for iso3, act in newest.items()]
    return [(amendment, iso3, day) for amendment, iso3, day in found if day]


def find_amendment(store: Store, name: str) -> str:
    """Return the id of the amendment that goes by this name: its id, its page at the depositary, or words of its title.

    `aggression-2010`, `XVIII.10.b`, `10-b`, `poison`. One that was adopted goes before a proposal.
    Raises UnknownName with suggestions.
    """
    rows = store.rows("SELECT id, title, depositary_page, adopted FROM amendment ORDER BY adopted IS NULL, position")
    words = fold(name).split()
    if not words:
        raise _unknown(name, rows)
    page = re.compile(rf"(.*\D)?{re.escape(''.join(words))}", re.DOTALL)
    exact = [row for row in rows if fold(row["id"]).split() == words]
    paged = [row for row in rows if any(map(str.isdigit, words[0])) or len(words) > 1]
    paged = [row for row in paged if page.fullmatch("".join(fold(row["depositary_page"] or "").split()))]
    named = [row for row in rows if set(words) <= set(fold(f"{row['id']} {row['title']}").split())]
    for found in (exact, paged, [row for row in named if row["adopted"]], named):
        if len(found) == 1:
            return str(found[0]["id"])
        if found:
            raise UnknownName(name, [row["id"] for row in found[:3]], what="amendment")
    raise _unknown(name, rows)


def _unknown(name: str, rows: Sequence[Row]) -> UnknownName:
    from difflib import get_close_matches

    choices = {word: row["id"] for row in reversed(rows) for word in (*fold(row["title"]).split(), row["id"])}
    near = dict.fromkeys(choices[word] for word in get_close_matches(fold(name), choices, 3, 0.7))
    error = UnknownName(name, tuple(near), what="amendment")
    if not near:
        error.hint = "one of: " + ", ".join(row["id"] for row in rows)
    return error


class _Record:
    """All that is on record about amendments by a day."""

    def __init__(self, store: Store, on: date) -> None:
        self.store = store
        self.on = on
        self.names = {row["iso3"]: row for row in store.rows("SELECT iso3, name, folded FROM state")}
        self.spans = grouped((row["iso3"], row) for row in store.rows("SELECT * FROM span ORDER BY iso3, since"))
        today = on.isoformat()
        self.now = {
            iso3: next(span for span in reversed(spans) if span["since"] <= today) for iso3, spans in self.spans.items()
        }
        self.states_parties = dict.fromkeys(iso3 for iso3, span in self.now.items() if span["status"] in PARTY)
        consents = acts(store, on, "act = ?", ActKind.AMENDMENT_CONSENT)
        self.consents = grouped((act.details["amendment"], act) for act in consents)
        self.opt_outs = [act for act in acts(store, on, "act = ?", ActKind.AGGRESSION_OPT_OUT) if not act.undone_by]

    def rows(self, amendment_id: str | None = None) -> list[Row]:
        """Return the rows of the amendments and proposals on record by the day."""
        return [
            row
            for row in self.store.rows("SELECT * FROM amendment ORDER BY position")
            if (amendment_id is None or row["id"] == amendment_id)
            and (whole(row["proposed"]) or whole(row["adopted"]) or self.store.checked) <= self.on
        ]

    def amendment(self, row: Row) -> Amendment:
        """Return an amendment as it stood on the day."""
        key, adopted = row["id"], self._by(row["adopted"])
        parties = self.parties(row)
        consents = self.consents.get(key, ())
        deposits = [last_day(act.done) for act in consents if act.done]
        list_of = completeness(
            self.store, key, self.on, lambda through: sum(1 for deposit in deposits if deposit <= through)
        )
        assert list_of  # one is written with each amendment
        required = None
        if row["rule"] == AmendmentRule.ARTICLE_121_4 and adopted:
            required = seven_eighths(len(self.states_parties))
        given = sum(1 for act in consents if act.iso3 in self.states_parties)
        ties = [one.state for one in parties]
        return filled(
            Amendment,
            dict(row) | vars(list_of),
            adopted=adopted,
            adopted_at=row["adopted_at"] if adopted else None,
            in_force=self.in_force(row),
            jurisdiction_from=self._by(row["jurisdiction_from"]),
            consents=sum(1 for one in parties if one.deposited and one.state != AmendmentStatus.LEFT),
            bound=ties.count(AmendmentStatus.BOUND),
            waiting=ties.count(AmendmentStatus.WAITING),
            opted_out=sum(1 for one in parties if one.opted_out and one.state != AmendmentStatus.LEFT),
            required=required,
            missing=None if required is None else max(0, required - given),
            disputed=disputed(self.store, "VALUES (?)", key).get(key, ()),
            sources=sources_of(self.store, key),
        )

    def in_force(self, row: Row) -> date | None:
        """Return the first day on which the amendment was in force for anyone, if it had come by the day."""
        days = [whole(row["in_force"])]
        if row["rule"] == AmendmentRule.ARTICLE_121_5:
            days += [self.binding_from(act) for act in self.consents.get(row["id"], ())]
        if row["rule"] == AmendmentRule.ARTICLE_121_4:
            days.append(self._a_year_after_seven_eighths(self.consents.get(row["id"], ())))
        return min((day for day in days if day and day <= self.on), default=None)

    def binding_from(self, consent: Act) -> date | None:
        """Return the day from which a consent binds: one year after its deposit (Art. 121(5))."""
        return consent.effect or (one_year_after(last_day(consent.done)) if consent.done else None)

    def parties(self, row: Row) -> list[AmendmentParty]:
        """Return the States that have to do with an amendment, by the day they consented, then by name."""
        found: dict[str, AmendmentParty] = {}
        everybody = row["rule"] in _FOR_ALL
        in_force = self.in_force(row)
        for act in self.consents.get(row["id"], ()):
            iso3 = act.iso3 or ""
            day = self._bound_with_all(iso3, in_force) if everybody else self.binding_from(act)
            found[iso3] = self._party(iso3, act, day, act)
        if row["rule"] == AmendmentRule.ARTICLE_122 and self._by(row["adopted"]):
            in_force = whole(row["in_force"])
        if everybody and in_force:
            proof = _Proof(row["confidence"], sources_of(self.store, row["id"]))
            for iso3 in self.states_parties:
                if iso3 not in found:
                    found[iso3] = self._party(iso3, None, self._bound_with_all(iso3, in_force), proof)
        for act in self.opt_outs if self._inserts_article_15_bis(row) else ():
            iso3 = act.iso3 or ""
            known = found.get(iso3)
            found[iso3] = self._opted_out(known, act) if known else self._party(iso3, None, None, act, act.done)
        return sorted(
            found.values(),
            key=lambda one: (last_day(one.deposited) if one.deposited else date.max, self.names[one.iso3]["folded"]),
        )

    def _party(
        self, iso3: str, consent: Act | None, day: date | None, proof: Act | _Proof, opted_out: AnyDate | None = None
    ) -> AmendmentParty:
        span = self.now[iso3]
        joined = span["status"] in (*PARTY, Status.CONTRACTING_STATE)
        rests_on = day
        if not joined:
            state, rests_on = AmendmentStatus.LEFT, date.fromisoformat(span["since"])
        elif opted_out and consent is None:
            state = AmendmentStatus.OPTED_OUT
        elif day and day <= self.on and span["status"] in PARTY:
            state = AmendmentStatus.BOUND
        else:
            state = AmendmentStatus.WAITING
        return AmendmentParty(
            iso3=iso3,
            name=self.names[iso3]["name"],
            instrument=consent.details["instrument"] if consent else None,
            deposited=consent.done if consent else None,
            binding_from=day,
            opted_out=opted_out,
            state=state,
            projected=state in (AmendmentStatus.BOUND, AmendmentStatus.LEFT)
            and rests_on is not None
            and rests_on > self.store.checked,
            confidence=proof.confidence,
            sources=proof.sources,
        )

    def _opted_out(self, one: AmendmentParty, opt_out: Act) -> AmendmentParty:
        """Add to a State that consented the day on which it opted out: it stays bound by the rest."""
        return one._replace(opted_out=opt_out.done, sources=tuple(dict.fromkeys((*one.sources, *opt_out.sources))))

    def _inserts_article_15_bis(self, row: Row) -> bool:
        """Return whether an adopted amendment brought Art. 15 bis, under which a State can opt out."""
        return self._by(row["adopted"]) is not None and "15 bis" in row["articles"]

    def _bound_with_all(self, iso3: str, in_force: date | None) -> date | None:
        """Return from when a State Party is bound by what is in force for all: not before it became a party."""
        if in_force is None or iso3 not in self.states_parties:
            return in_force
        spans = [span for span in self.spans[iso3] if span["since"] <= self.on.isoformat()]
        since = spans[-1]["since"]
        for earlier, later in reversed(list(pairwise(spans))):
            if later["status"] not in PARTY or earlier["status"] not in PARTY:
                break
            since = earlier["since"]
        return max(in_force, date.fromisoformat(since))

    def _a_year_after_seven_eighths(self, consents: Sequence[Act]) -> date | None:
        """Return the day one year after seven-eighths of the States Parties had consented (Art. 121(4))."""
        deposits = [(last_day(act.done).isoformat(), act.iso3 or "") for act in consents if act.done]
        turns: dict[str, list[tuple[str, bool | None]]] = {}
        for day, iso3 in deposits:
            turns.setdefault(day, []).append((iso3, None))
        for iso3, spans in self.spans.items() if deposits else ():
            for span in spans:
                turns.setdefault(span["since"], []).append((iso3, span["status"] in PARTY))
        parties: set[str] = set()
        given: set[str] = set()
        for day in sorted(turns):
            for iso3, joins in turns[day]:
                if joins is None:
                    given.add(iso3)
                elif joins:
                    parties.add(iso3)
                else:
                    parties.discard(iso3)
            if given and parties and len(given & parties) >= seven_eighths(len(parties)):
                return one_year_after(date.fromisoformat(day))
        return None

    def _by(self, text: str | None) -> date | None:
        """Read a day, if it had come by the day asked for."""
        day = whole(text)
        return day if day and day <= self.on else None


class _Proof(Fields, kw_only=False):
    confidence: Confidence
    sources: tuple[Source, ...]


def seven_eighths(parties: int) -> int:
    """Return how many consents make seven-eighths of so many States Parties (Art. 121(4)): 110 of 125."""
    return -(-parties * 7 // 8)
