"""A checked `Dataset` -> `icc.db`: the tables and the derived status spans. The same input gives the same bytes."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from icc_cli.database import schema, views
from icc_cli.database.checksum import APPLICATION_ID, with_checksum
from icc_cli.database.store import marks
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, PartialDate, first_day, last_day
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.facts import Disputed
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import CodeScheme
from icc_cli.treaty.model import Act, ActDetails, Amendment, Dataset, Kept, Published, Situation, State
from icc_cli.treaty.naming import Rank, fold
from icc_cli.treaty.publicity import (
    agreed,
    case_of,
    court_acts,
    decided,
    first_public,
    happened,
    publicity,
    visited,
)
from icc_cli.treaty.referrals import referral_acts
from icc_cli.treaty.status import begins, spans
from icc_cli.treaty.vocabulary import STATUS_ACTS, ActKind

FIRST_DAY = "0001-01-01"
"""`since` of a span that has no beginning, so that text comparison holds."""
_ON_JURISDICTION = (ActKind.ARTICLE_12_3_DECLARATION, ActKind.ARTICLE_124_DECLARATION)
_RANK = {kind: rank for rank, kind in enumerate(dict.fromkeys((*STATUS_ACTS, *_ON_JURISDICTION, *ActKind)))}
"""Where the acts of a day stand: what moves a status first, then what bears on jurisdiction, then all others."""


def build(dataset: Dataset, fingerprint: str = "") -> bytes:
    """Return the database file for a dataset of which all invariants hold."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        sql = schema.statements([views.SCHEMA])
        connection.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {schema.layout(sql)}; {sql} BEGIN;"
        )
        Writer(connection, dataset).write(fingerprint)
        connection.execute("COMMIT")
        return with_checksum(connection.serialize())
    finally:
        connection.close()


class Writer:
    """Writes a dataset, or single facts of it, into the tables of a database."""

    def __init__(self, connection: sqlite3.Connection, dataset: Dataset) -> None:
        self.connection = connection
        self.dataset = dataset
        self.everyday = {state.iso3: state.everyday for state in dataset.states}
        self.regions = {state.iso3: state.region for state in dataset.states}
        self.amendments = {amendment.id: amendment.title for amendment in dataset.amendments}
        self.first = first_public(dataset.persons)
        self.court = list(court_acts(dataset.persons, dataset.cooperation, self.everyday))
        self.public = {act.id: day for act, day in self.court}

    def insert(self, table: str, record: Fields | None = None, /, **own: object) -> None:
        """Write a row: each column from `own`, or else from the field of the record that bears its name."""
        names = schema.BY_NAME[table].columns
        values = [_plain(own[name] if name in own else getattr(record, name)) for name in names]
        self.connection.execute(f"INSERT INTO {table} VALUES ({marks(values)})", values)

    def write(self, fingerprint: str) -> None:
        dataset = self.dataset
        meta = {
            "title": dataset.title,
            "version": dataset.version,
            "checked": dataset.checked.isoformat(),
            "licence": dataset.licence,
            **({"fingerprint": fingerprint} if fingerprint else {}),
            **{f"notice:{name}": text for name, text in dataset.notices.items()},
        }
        for key, value in sorted(meta.items()):
            self.insert("meta", key=key, value=value)
        for document in dataset.documents:
            self.insert("document", document)
        for state in dataset.states:
            self.state(state)
        self.acts()
        for position, situation in enumerate(sorted(dataset.situations, key=_opening)):
            self.situation(position, situation)
        for position, amendment in enumerate(dataset.amendments):
            self.amendment(position, amendment)
        for name, kept in dataset.lists._asdict().items():
            if kept:
                self.completeness(name, kept)
        self.grounds()
        self.persons()
        self.cooperation()
        for position, correction in enumerate(dataset.corrections):
            self.insert("correction", correction, position=position)
            self.proof(f"correction-{position}", correction.sources)

    def state(self, state: State) -> None:
        born = state.independence.day if state.independence else None
        self.insert(
            "state",
            state,
            folded=fold(state.everyday),
            region=state.region,
            united_nations_group=state.group,
            independence=born,
            **{scheme.value: state.codes.get(scheme) for scheme in CodeScheme},
        )
        for (folded, rank), name in sorted(_names(state).items()):
            self.insert("state_name", folded=folded, iso3=state.iso3, rank=rank, name=name)
        if state.independence:
            self.proof(state.iso3, state.independence.sources)
        if not state.no_act:
            self.spans(state)

    def spans(self, state: State) -> None:
        """Write the statuses that follow from a State's acts."""
        for span in spans(state.acts, state.independence.day if state.independence else None):
            projected = span.start is not None and span.start > self.dataset.checked
            since = span.start or FIRST_DAY
            self.insert(
                "span", span, iso3=state.iso3, since=since, until=span.end, act_id=span.act, projected=projected
            )

    def acts(self) -> None:
        every: list[tuple[Act, str | None]] = [(act, one.iso3) for one in self.dataset.states for act in one.acts]
        every += [(act, None) for act in self.dataset.context]
        every += [pair for situation in self.dataset.situations for pair in referral_acts(situation)]
        every += [(act, None) for act, _ in self.court]
        every.sort(key=lambda pair: self.when(*pair))  # stable: a file's order holds
        for position, (act, iso3) in enumerate(every):
            self.act(position, act, iso3)

    def act(self, position: int, act: Act, iso3: str | None) -> None:
        """Write an act of a State, or of a body (None), with what proves it; acts are asked for in their order."""
        details = {name: _detail(value) for name in ActDetails._fields if (value := getattr(act, name))}
        self.insert(
            "act",
            act,
            position=position,
            iso3=iso3,
            **_days(act.done or self.public.get(act.id)),
            happened=self.happened(act),
            title=act.title or self.label(act),
            region=self.regions.get(iso3 or ""),
            details=json.dumps(details, ensure_ascii=False),
        )
        self.proof(act.id, act.sources, act.disputed)
        for code in dict.fromkeys((*act.concerns, *([act.against] if act.against else []))):
            self.insert("concerns", iso3=code, act_id=act.id)

    def happened(self, act: Act) -> date:
        """Return the day by which an act has surely happened; without any day, the day the record was checked.

        Of an act of the Court, the day from which it was public.
        """
        if act.id in self.public:
            return self.public[act.id]
        if act.done is None:
            return act.effect or self.dataset.checked
        return begins(act) if act.act in STATUS_ACTS else last_day(act.done)

    def when(self, act: Act, iso3: str | None) -> tuple[date, date, int, str]:
        """Order acts by day; those of one day by kind, as `_RANK` has them, then by the State's everyday name.

        Acts without a day stand where they had effect, or were public.
        """
        day = act.done or act.effect or self.public.get(act.id) or date.max
        return last_day(day), first_day(day), _RANK.get(act.act, len(_RANK)), fold(self.everyday.get(iso3 or "", ""))

    def label(self, act: Act) -> str:
        """Return what an act is, where its file gives no title."""
        label = labels.ACT[act.act]
        if act.act == ActKind.AMENDMENT_CONSENT:
            return f"{label}: {self.amendments[act.amendment or '']}"
        return f"{label}: until then {act.was}" if act.was else label

    def situation(self, position: int, situation: Situation) -> None:
        self.insert("situation", situation, position=position, region=self.regions[situation.states[0]])
        ties = dict.fromkeys(situation.by_flag, "flag") | dict.fromkeys(situation.by_nationals, "nationals")
        for place, code in enumerate(situation.states):
            self.insert("situation_state", situation=situation.id, position=place, iso3=code, tie=ties.get(code))
        self.proof(situation.id, situation.sources, situation.disputed)

    def amendment(self, position: int, amendment: Amendment) -> None:
        self.insert("amendment", amendment, position=position)
        self.proof(amendment.id, amendment.sources, amendment.disputed)
        self.completeness(amendment.id, amendment)

    def completeness(self, fact: str, about: Amendment | Kept) -> None:
        """Write how complete a list on record is; the documents of a published count are a fact's own."""
        published: Published | None = getattr(about, "published", None)
        count, day, before = (published.count, published.day, published.before) if published else (None, None, None)
        until = getattr(about, "gaps_until", None)
        self.insert("completeness", about, fact=fact, published=count, day=day, before=before, gaps_until=until)
        if published:
            self.proof(f"{fact}:published", published.sources)

    def grounds(self) -> None:
        grounds = self.dataset.jurisdiction
        for one in grounds.territories:
            self.insert("territory", one)
            for name in (one.token, *one.also):
                self.insert("territory_name", name=name, token=one.token)
            for number, part in enumerate(one.standings):
                fact = f"territory:{one.token}:{number}"
                self.insert("territory_standing", part, fact=fact, token=one.token, since=part.from_)
                self.proof(fact, part.sources)
        renamed = {"act": "act_id", "of": "of_state", "with_": "with_states", "from_": "since"}
        nothing = dict.fromkeys(schema.BY_NAME["ground"].columns)
        for list_name, entries in grounds.lists().items():
            for number, entry in enumerate(entries):
                fact = f"{list_name.replace('_', '-')}:{number:02d}"
                values = {renamed.get(name, name): value for name, value in entry._asdict().items()}
                self.insert("ground", **{**nothing, **values, "fact": fact, "list": list_name})
                self.proof(fact, entry.sources)

    def persons(self) -> None:
        steps = []
        for person in self.dataset.persons:
            self.insert("person", person, public=self.first[person.id])
            for name in dict.fromkeys(fold(name) for name in (person.id, person.name, *person.also, *person.cases)):
                self.insert("person_name", folded=name, person=person.id)
            self.proof(person.id, person.sources)
            known = publicity(person)
            steps += [(known[step.id], person, step) for step in person.proceedings]
        steps.sort(key=lambda one: (happened(one[2].done, one[2].not_after), one[1].id))
        for position, (public, person, step) in enumerate(steps):
            self.insert(
                "proceeding",
                step,
                position=position,
                person=person.id,
                situation=person.situation,
                **_days(step.done),
                public=public.day,
                public_by=public.by,
                case_number=case_of(person, step),
                iso3=step.state,
            )

    def cooperation(self) -> None:
        """Write decisions, agreements, visits and laws; the documents of a decision are those of its act."""
        found = self.dataset.cooperation
        checked = self.dataset.checked
        for position, one in enumerate(sorted(found.decisions, key=lambda one: happened(one.done, one.not_after))):
            public = decided(one, self.first)
            self.insert("decision", one, position=position, iso3=one.state, **_days(one.done), public=public)
        for position, stay in enumerate(
            sorted(found.visits, key=lambda one: happened(one.to or one.from_, one.not_after))
        ):
            self.insert(
                "visit",
                stay,
                position=position,
                iso3=stay.state,
                since=stay.from_,
                until=stay.to,
                first_day=first_day(stay.from_) if stay.from_ else None,
                last_day=last_day(stay.to or stay.from_) if stay.from_ else None,
                public=visited(stay, self.first),
            )
            self.proof(stay.id, stay.sources)
        for position, pact in enumerate((*found.agreements, *found.non_surrender)):
            self.insert(
                "pact",
                pact,
                position=position,
                iso3=pact.state,
                with_state=pact.with_,
                **_days(pact.signed),
                public=agreed(pact, checked),
            )
            self.proof(pact.id, pact.sources)
        for position, law in enumerate(found.laws):
            self.insert("law", law, position=position, iso3=law.state, public=law.known_by or checked)
            self.proof(law.id, law.sources)

    def proof(self, fact: str, sources: Sequence[str], disputed: Sequence[Disputed] = ()) -> None:
        for position, source in enumerate(sources):
            self.insert("source", fact=fact, position=position, document=source)
        for position, other in enumerate(disputed):
            self.insert("disputed", other, fact=fact, position=position, documents=other.sources)


def _names(state: State) -> dict[tuple[str, int], str]:
    """Return every name of a State by its folded form and rank."""
    ranked = [
        (Rank.CODE, (state.iso3, state.iso2, state.m49)),
        (Rank.OWN, (state.name, state.everyday, state.formal, *state.names.values())),
        (Rank.OTHER, (*state.cldr.values(), *state.also, *state.former, *state.abbreviations)),
        (Rank.DEMONYM, state.demonyms),
        (Rank.AMBIGUOUS, state.ambiguous),
    ]
    found: dict[tuple[str, int], str] = {}
    for rank, names in ranked:
        for name in names:
            if name and fold(name):
                found.setdefault((fold(name), rank), name)
    return found


def _days(day: AnyDate | None) -> dict[str, date | None]:
    """Return the first and the last day that a date can mean."""
    return {"first_day": first_day(day) if day else None, "last_day": last_day(day) if day else None}


def _opening(situation: Situation) -> tuple[bool, date, date, str]:
    day = situation.opened or situation.closed or date.min
    return situation.kind == SituationKind.EXAMINATION, first_day(day), last_day(day), situation.id


def _detail(value: object) -> Any:
    """Turn a value into what JSON holds."""
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) and not isinstance(value, PartialDate) else _plain(value)


def _plain(value: object) -> Any:
    """Turn a value into what SQLite holds: text, number, or NULL for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, date | PartialDate):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return " ".join(value) or None
    return value
