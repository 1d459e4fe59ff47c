"""A checked `Dataset` -> `icc.db`: the tables and the derived status spans. The same input gives the same bytes."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from icc_cli.database import grounds as build_grounds
from icc_cli.database import views as build_views
from icc_cli.database.checksum import APPLICATION_ID, FORMAT, sealed
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, PartialDate, first_day, last_day
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.model import Act, Amendment, Dataset, Disputed, Published, Situation, State
from icc_cli.treaty.naming import Rank, fold
from icc_cli.treaty.referrals import referral_acts
from icc_cli.treaty.status import begins, spans
from icc_cli.treaty.vocabulary import AGREEMENT, STATUS_ACTS, ActKind

SCHEMA = """
CREATE TABLE meta ( -- what is known of the dataset itself: version, day of the last check, licence, notices
  key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document ( -- every cited document, once
  key TEXT PRIMARY KEY, symbol TEXT, title TEXT NOT NULL, url TEXT, kind TEXT NOT NULL, date TEXT)
  WITHOUT ROWID;
CREATE INDEX document_called ON document (key COLLATE NOCASE);
CREATE TABLE state ( -- every State and entry, with its names and codes
  iso3 TEXT PRIMARY KEY, iso2 TEXT NOT NULL, m49 TEXT, name TEXT NOT NULL, everyday TEXT NOT NULL, formal TEXT,
  folded TEXT NOT NULL, region TEXT, united_nations_group TEXT, united_nations TEXT NOT NULL, member_since TEXT,
  independence TEXT, cow INTEGER, gw INTEGER, vdem INTEGER, note TEXT, no_act TEXT
) WITHOUT ROWID;
CREATE TABLE state_name ( -- every name by which a State is found, folded; rank 0 is the strongest
  folded TEXT, iso3 TEXT, rank INTEGER, name TEXT NOT NULL, PRIMARY KEY (folded, iso3, rank))
  WITHOUT ROWID;
CREATE TABLE act ( -- every dated act; happened is the day by which it surely had; details differ by kind
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, act TEXT NOT NULL, iso3 TEXT, body TEXT,
  done TEXT, first_day TEXT, last_day TEXT, happened TEXT NOT NULL, effect TEXT, circulated TEXT,
  title TEXT NOT NULL, note TEXT,
  standing TEXT NOT NULL, undoes TEXT, region TEXT, details TEXT NOT NULL
);
CREATE INDEX act_called ON act (id COLLATE NOCASE);
CREATE INDEX act_of_state ON act (iso3, position);
CREATE INDEX act_of_kind ON act (act, position);
CREATE INDEX act_undoing ON act (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE concerns ( -- the States that an act of another, or of a body, is about
  iso3 TEXT, act_id TEXT, PRIMARY KEY (iso3, act_id)) WITHOUT ROWID;
CREATE INDEX concerned_by_act ON concerns (act_id, iso3);
CREATE TABLE source ( -- the documents that prove a fact: an act, situation, amendment, correction, ...
  fact TEXT, position INTEGER, document TEXT NOT NULL, PRIMARY KEY (fact, position)) WITHOUT ROWID;
CREATE TABLE disputed ( -- other values that documents give for a field of a fact; shown, never used
  fact TEXT, position INTEGER, field TEXT NOT NULL, value TEXT NOT NULL, note TEXT,
  documents TEXT, PRIMARY KEY (fact, position)) WITHOUT ROWID;
CREATE TABLE span ( -- the statuses that follow from the acts, from since up to but not on until
  iso3 TEXT, since TEXT, until TEXT, status TEXT NOT NULL, act_id TEXT, projected INTEGER NOT NULL,
  PRIMARY KEY (iso3, since)) WITHOUT ROWID;
CREATE TABLE situation ( -- situations under investigation and preliminary examinations
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, reference TEXT,
  region TEXT, trigger TEXT NOT NULL, later_trigger TEXT, authorised TEXT, authorised_by TEXT, opened TEXT, closed TEXT,
  scope_from TEXT, scope_to TEXT, outcome TEXT, leads_to TEXT, note TEXT, standing TEXT NOT NULL
);
CREATE INDEX situation_called ON situation (id COLLATE NOCASE);
CREATE TABLE situation_state ( -- the States that a situation is about
  situation TEXT, position INTEGER, iso3 TEXT NOT NULL, PRIMARY KEY (situation, position))
  WITHOUT ROWID;
CREATE INDEX situation_of_state ON situation_state (iso3, situation);
CREATE TABLE amendment ( -- amendments adopted and proposed
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, articles TEXT NOT NULL,
  rule TEXT NOT NULL,
  depositary_page TEXT, proposed TEXT, adopted TEXT, adopted_at TEXT, in_force TEXT, jurisdiction_from TEXT,
  note TEXT, standing TEXT NOT NULL
);
CREATE TABLE completeness ( -- how complete the consents on record are, against a count that the depositary published
  fact TEXT PRIMARY KEY, published INTEGER, day TEXT, before TEXT, complete_through TEXT,
  gaps TEXT) WITHOUT ROWID;
CREATE TABLE correction ( -- values that were once wrong, here or in the evidence
  position INTEGER PRIMARY KEY, fact TEXT NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL,
  new TEXT NOT NULL, why TEXT NOT NULL, since TEXT NOT NULL);
"""

FIRST_DAY = "0001-01-01"
"""`since` of a span that has no beginning, so that text comparison holds."""

_DETAILS = (
    "amendment", "instrument", "declaration", "against", "until", "leaning", "dated",
    "accepts_from", "accepts_to", "scope", "reception", "situation", "was", "due", "announced", "votes", "abstaining",
)  # fmt: skip


def build(dataset: Dataset, fingerprint: str = "") -> bytes:
    """Return the database file for a dataset that has passed the law check."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
            f"{SCHEMA}{build_grounds.SCHEMA}{build_views.SCHEMA}BEGIN;"
        )
        _Writer(connection, dataset).write(fingerprint)
        connection.execute("COMMIT")
        return sealed(connection.serialize())
    finally:
        connection.close()


class _Writer:
    def __init__(self, connection: sqlite3.Connection, dataset: Dataset) -> None:
        self.connection = connection
        self.dataset = dataset
        self.regions = {state.iso3: state.region for state in dataset.states}
        self.amendments = {amendment.id: amendment.title for amendment in dataset.amendments}

    def insert(self, table: str, *values: object) -> None:
        marks = ", ".join("?" * len(values))
        self.connection.execute(f"INSERT INTO {table} VALUES ({marks})", [_plain(value) for value in values])

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
            self.insert("meta", key, value)
        for document in dataset.documents:
            self.insert(
                "document", document.key, document.symbol, document.title, document.url, document.kind, document.date
            )
        for state in dataset.states:
            self.state(state)
        self.acts()
        for position, situation in enumerate(sorted(dataset.situations, key=_opening)):
            self.situation(position, situation)
        for position, amendment in enumerate(dataset.amendments):
            self.amendment(position, amendment)
        if dataset.agreement:
            self.completeness(AGREEMENT, dataset.agreement.published, None, dataset.agreement.gaps)
        for table, values in build_grounds.rows(dataset.jurisdiction):
            self.insert(table, *values)
        for position, correction in enumerate(dataset.corrections):
            fact = f"correction-{position}"
            self.insert(
                "correction", position, correction.fact, correction.field, correction.old, correction.new,
                correction.why, correction.since,
            )  # fmt: skip
            self.proof(fact, correction.sources)

    def state(self, state: State) -> None:
        codes = state.codes
        born = state.independence.day if state.independence else None
        self.insert(
            "state", state.iso3, state.iso2, state.m49, state.name, state.everyday, state.formal, fold(state.name),
            state.region, state.group, state.united_nations, state.member_since, born,
            codes.get("cow"), codes.get("gw"), codes.get("vdem"), state.note, state.no_act,
        )  # fmt: skip
        for (folded, rank), name in sorted(_names(state).items()):
            self.insert("state_name", folded, state.iso3, rank, name)
        if state.independence:
            self.proof(state.iso3, state.independence.sources)
        if state.no_act:
            return
        for span in spans(state.acts, born):
            projected = span.start is not None and span.start > self.dataset.checked
            self.insert("span", state.iso3, span.start or FIRST_DAY, span.end, span.status, span.act, projected)

    def acts(self) -> None:
        own: list[tuple[Act, str | None]] = [(act, state.iso3) for state in self.dataset.states for act in state.acts]
        others: list[tuple[Act, str | None]] = [(act, None) for act in self.dataset.context]
        referrals = [pair for situation in self.dataset.situations for pair in referral_acts(situation)]
        every = sorted([*own, *others, *referrals], key=lambda pair: _when(*pair))  # stable: a file's order holds
        for position, (act, iso3) in enumerate(every):
            details = {name: _plain(getattr(act, name)) for name in _DETAILS if getattr(act, name)}
            self.insert(
                "act", position, act.id, act.act, iso3, act.body, act.done,
                first_day(act.done) if act.done else None, last_day(act.done) if act.done else None, self.happened(act),
                act.effect, act.circulated, act.title or self.label(act), act.note, act.standing, act.undoes,
                self.regions.get(iso3 or ""), json.dumps(details, ensure_ascii=False),
            )  # fmt: skip
            self.proof(act.id, act.sources, act.disputed)
            for code in dict.fromkeys((*act.concerns, *([act.against] if act.against else []))):
                self.insert("concerns", code, act.id)

    def happened(self, act: Act) -> date:
        """Return the day by which an act has surely happened; without any day, the day the record was checked."""
        if act.done is None:
            return act.effect or self.dataset.checked
        return begins(act) if act.act in STATUS_ACTS else last_day(act.done)

    def label(self, act: Act) -> str:
        """Say what an act is, where its file gives no title."""
        label = labels.ACT[act.act]
        if act.act == ActKind.AMENDMENT_CONSENT:
            return f"{label}: {self.amendments[act.amendment or '']}"
        return f"{label}: until then {act.was}" if act.was else label

    def situation(self, position: int, situation: Situation) -> None:
        self.insert(
            "situation", position, situation.id, situation.kind, situation.name, situation.reference,
            self.regions[situation.states[0]], situation.trigger, situation.later_trigger, situation.authorised,
            situation.authorised_by, situation.opened, situation.closed, situation.scope_from, situation.scope_to,
            situation.outcome, situation.leads_to, situation.note, situation.standing,
        )  # fmt: skip
        for place, code in enumerate(situation.states):
            self.insert("situation_state", situation.id, place, code)
        self.proof(situation.id, situation.sources, situation.disputed)

    def amendment(self, position: int, amendment: Amendment) -> None:
        self.insert(
            "amendment", position, amendment.id, amendment.title, amendment.articles, amendment.rule,
            amendment.depositary_page, amendment.proposed, amendment.adopted, amendment.adopted_at, amendment.in_force,
            amendment.jurisdiction_from, amendment.note, amendment.standing,
        )  # fmt: skip
        self.proof(amendment.id, amendment.sources, amendment.disputed)
        self.completeness(amendment.id, amendment.published, amendment.complete_through, amendment.gaps)

    def completeness(self, fact: str, published: Published | None, complete_through: AnyDate | None, gaps: str) -> None:
        """Write how complete the parties on record are; the documents of a published count are a fact's own."""
        count, day, before = (published.count, published.day, published.before) if published else (None, None, None)
        self.insert("completeness", fact, count, day, before, complete_through, gaps)
        if published:
            self.proof(f"{fact}:published", published.sources)

    def proof(self, fact: str, sources: Sequence[str], disputed: Sequence[Disputed] = ()) -> None:
        for position, source in enumerate(sources):
            self.insert("source", fact, position, source)
        for position, other in enumerate(disputed):
            self.insert("disputed", fact, position, other.field, other.value, other.note, " ".join(other.sources))


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


def _when(act: Act, iso3: str | None) -> tuple[date, date, str]:
    """Order acts by day, then State; those without a day by their effect."""
    day = act.done or act.effect
    last = last_day(day) if day else date.max
    return last, first_day(day) if day else date.max, iso3 or ""


def _opening(situation: Situation) -> tuple[bool, date, date, str]:
    day = situation.opened or situation.closed
    return (
        situation.kind == SituationKind.EXAMINATION,
        first_day(day) if day else date.min,
        last_day(day) if day else date.min,
        situation.id,
    )


def _plain(value: AnyDate | object) -> Any:
    """Turn a value into what SQLite holds: text, number, or NULL for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, date | PartialDate):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value
