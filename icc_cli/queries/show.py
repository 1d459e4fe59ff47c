"""Anything on record by its id, as of a day: `icc show`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store, marks
from icc_cli.errors import NotYet, UnknownName, UsageError, either
from icc_cli.queries.acts import Act, Source, acts, sources
from icc_cli.queries.amendments import AmendmentWithParties, amendment
from icc_cli.queries.situations import Situation, situations
from icc_cli.queries.status import SituationRef
from icc_cli.treaty.dates import AnyDate, PartialDate, from_text, last_day, whole
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal

    from icc_cli.treaty.details import DocumentKind, UrlKnown


class RecordKind(StrEnum):
    """What a record is. Before an id and a colon, it says which is meant (`situation:kenya`)."""

    ACT = "act"
    DOCUMENT = "document"
    SITUATION = "situation"
    """A situation, or the preliminary examination of one."""
    AMENDMENT = "amendment"


class Document(Fields):
    """A cited document in full."""

    key: str
    symbol: str | None
    title: str
    """Its title; begins with whose document it is."""
    url: str | None
    url_known: UrlKnown | None
    kind: DocumentKind
    """Who speaks in it."""
    date: AnyDate | None
    """The date it bears; null where none has been seen."""


class SituationInFull(Situation):
    """A situation or examination with its referrals, and what it led to (or the examinations that led to it)."""

    referrals: tuple[Act, ...]
    related: tuple[SituationRef, ...]
    """What it led to, or the examinations that led to it."""


class Link(Fields):
    """Another fact on record.

    `kind` is that of its record; or `state` (its independence), `correction`, `parties` and `agreement` (a count of
    the parties to the Statute, the Agreement), `jurisdiction` (a ground of its rules). `name` is the State or body
    whose act it is; the id of a correction is that of the fact it corrects.
    """

    id: str
    kind: RecordKind | Literal["state", "correction", "agreement", "jurisdiction", "parties"]
    name: str | None
    """The State or body whose act it is."""
    title: str
    day: AnyDate | None
    """Its day, where it has one."""


class Proof(Link):
    """A fact that a document proves; or, with `disputes`, a field for which it gives another value."""

    disputes: str | None
    """The field for which the document gives another value; null where it proves the fact."""


class Correction(Fields):
    """A value that was once wrong, in this dataset (since the version that corrects it) or in its evidence."""

    fact: str
    field: str
    old: str
    new: str
    why: str
    since: str
    sources: tuple[Source, ...]


class Record(Fields):
    """One record with all that hangs on it by a day."""

    kind: RecordKind
    id: str
    """The record's id; never renamed."""
    title: str
    record: Act | Document | SituationInFull | AmendmentWithParties
    """The record itself."""
    undoes: Link | None
    """The act that this one cancels."""
    undone_by: Link | None
    """The act that cancelled this one."""
    proves: tuple[Proof, ...]
    """The facts that the document proves or disputes."""
    corrections: tuple[Correction, ...]
    """Values about it that were once wrong."""


WHAT = "act, document, situation or amendment"

_OTHERWISE = "'icc status NAME' tells of a State, 'icc events --json' the ids of acts"

_TABLES = {
    RecordKind.ACT: "SELECT id FROM act",
    RecordKind.DOCUMENT: "SELECT key AS id FROM document",
    RecordKind.SITUATION: "SELECT id FROM situation",
    RecordKind.AMENDMENT: "SELECT id FROM amendment",
}


def show(store: Store, name: str, on: date) -> Record:
    """Return what is on record under an id by a day. Raises UnknownName, UsageError and NotYet."""
    kind, identifier = identify(store, name)
    match kind:
        case RecordKind.ACT:
            return _act(store, identifier, on)
        case RecordKind.DOCUMENT:
            return _document(store, identifier, on)
        case RecordKind.SITUATION:
            return _situation(store, identifier, on)
        case RecordKind.AMENDMENT:
            return _amendment(store, identifier, on)


def identify(store: Store, name: str) -> tuple[RecordKind, str]:
    """Return the kind and the id that a word means, in any case, with or without its kind before a colon.

    Raises UnknownName with at most three near ids, UsageError if records of several kinds share the id.
    """
    word = name.strip().casefold()
    before, colon, after = word.partition(":")
    found = _called(store, after if colon and before in set(RecordKind) else word)
    found = [pair for pair in found if not colon or pair[0] == before]
    if not found:
        raise UnknownName(name, near(store, name), WHAT, _OTHERWISE)
    if len(found) > 1:
        which = either([f"{kind}:{identifier}" for kind, identifier in found])
        raise UsageError(f"'{name}' may mean several records", f"say which: {which}")
    return found[0]


def near(store: Store, name: str) -> list[str]:
    """Return at most three ids like the one typed, the likeliest first."""
    from difflib import get_close_matches  # only where an id was not found: importing it costs time

    known: dict[str, str] = {}
    for query in _TABLES.values():
        for row in store.rows(query):
            known.setdefault(row["id"].casefold(), row["id"])
    return [known[key] for key in get_close_matches(name.strip().casefold(), known, 3, 0.7)]


def by_key(store: Store, found: tuple[Source, ...]) -> tuple[Document, ...]:
    """Return documents in full."""
    keys = [source.key for source in found]
    rows = {row["key"]: row for row in store.rows(f"SELECT * FROM document WHERE key IN ({marks(keys)})", *keys)}
    return tuple(filled(Document, rows[key]) for key in keys)


def _called(store: Store, word: str) -> list[tuple[RecordKind, str]]:
    """Return what goes by an id in any case, each with its kind. Ids are ASCII; what is typed may be no text at all."""
    if not word.isascii():
        return []
    return [
        (kind, row[0])
        for kind, query in _TABLES.items()
        for row in store.rows(f"SELECT id FROM ({query}) WHERE id = ? COLLATE NOCASE", word)
    ]


def _act(store: Store, identifier: str, on: date) -> Record:
    found = acts(store, on, "id = ?", identifier)
    if not found:
        row = store.rows("SELECT done, happened FROM act WHERE id = ?", identifier)[0]
        done = from_text(row["done"])
        raise _not_yet(identifier, "done" if done else "", done or whole(row["happened"]))
    act = found[0]
    facts = dict(_acts(store, on, "id IN (?, ?)", act.undoes, act.undone_by)) if act.undoes or act.undone_by else {}
    undoes, undone_by = facts.get(act.undoes or ""), facts.get(act.undone_by or "")
    return _record(store, RecordKind.ACT, identifier, act, undoes=undoes, undone_by=undone_by)


def _document(store: Store, key: str, on: date) -> Record:
    document = filled(Document, store.rows("SELECT * FROM document WHERE key = ?", key)[0])
    if document.date and last_day(document.date) > on:
        raise _not_yet(key, "issued", document.date)
    proven = {row["fact"] for row in store.rows("SELECT fact FROM source WHERE document = ?", key)}
    doubted = grouped(
        (row["fact"], row["field"])
        for row in store.rows("SELECT fact, field, documents FROM disputed ORDER BY fact, position")
        if key in (row["documents"] or "").split()
    )
    proofs = [
        Proof(**link._asdict(), disputes=disputes)
        for fact, link in _facts(store, on)
        for disputes in [*([None] if fact in proven else []), *doubted.get(fact, [])]
    ]
    return _record(store, RecordKind.DOCUMENT, key, document, proves=tuple(proofs))


def _situation(store: Store, identifier: str, on: date) -> Record:
    shown = {one.id: one for one in situations(store, on)}
    found = shown.get(identifier)
    if found is None:
        row = store.rows("SELECT opened, closed FROM situation WHERE id = ?", identifier)[0]
        verb = "opened" if row["opened"] else "closed"
        raise _not_yet(identifier, verb, from_text(row[verb]))
    full = SituationInFull(
        **found._asdict(),
        referrals=tuple(
            act for act in acts(store, on, "act = 'referral'") if act.details.get("situation") == identifier
        ),
        related=tuple(
            SituationRef(one.id, one.name, one.kind, one.opened, one.closed)
            for one in shown.values()
            if one.leads_to == identifier or one.id == found.leads_to
        ),
    )
    return _record(store, RecordKind.SITUATION, identifier, full)


def _amendment(store: Store, identifier: str, on: date) -> Record:
    found = amendment(store, identifier, on)
    if found is None:
        row = store.rows("SELECT proposed, adopted FROM amendment WHERE id = ?", identifier)[0]
        verb = "proposed" if row["proposed"] else "adopted" if row["adopted"] else ""
        raise _not_yet(identifier, verb, whole(row["proposed"] or row["adopted"]) or store.checked)
    return _record(store, RecordKind.AMENDMENT, identifier, found)


def _record(
    store: Store,
    kind: RecordKind,
    identifier: str,
    record: Act | Document | SituationInFull | AmendmentWithParties,
    undoes: Link | None = None,
    undone_by: Link | None = None,
    proves: tuple[Proof, ...] = (),
) -> Record:
    return Record(
        kind=kind,
        id=identifier,
        title=record.name if isinstance(record, SituationInFull) else record.title,
        record=record,
        undoes=undoes,
        undone_by=undone_by,
        proves=proves,
        corrections=_corrections(store, identifier),
    )


_COUNTED: dict[Literal["parties", "agreement"], str] = {
    "parties": "Rome Statute",
    "agreement": "Agreement on the Privileges and Immunities of the Court",
}
"""The treaties of whose parties a count is published, by the names of these lists."""


def _facts(store: Store, on: date) -> Iterator[tuple[str, Link]]:
    """Return every fact that had happened by a day, under the id by which sources name it."""
    yield from _acts(store, on)
    for each in situations(store, on):
        title = f"{each.name}, {'investigation' if each.kind == 'situation' else 'examination'}"
        day = each.opened or each.closed
        yield each.id, Link(id=each.id, kind=RecordKind.SITUATION, name=None, title=title, day=day)
    published = {row["fact"]: whole(row["day"]) for row in store.rows("SELECT fact, day FROM completeness")}
    for row in store.rows("SELECT id, title, coalesce(proposed, adopted) AS first FROM amendment ORDER BY position"):
        first = whole(row["first"])
        if first and first <= on:
            link = Link(id=row["id"], kind=RecordKind.AMENDMENT, name=None, title=row["title"], day=first)
            yield row["id"], link
            count = link._replace(title=f"Count of parties: {row['title']}", day=published.get(row["id"]))
            yield f"{row['id']}:published", count
    for kind, treaty in _COUNTED.items():
        if (published.get(kind) or on) <= on:
            title = f"Count of parties: {treaty}"
            yield f"{kind}:published", Link(id=kind, kind=kind, name=None, title=title, day=published.get(kind))
    for row in store.rows("SELECT iso3, everyday, independence FROM state WHERE independence IS NOT NULL"):
        if (day := date.fromisoformat(row["independence"])) <= on:
            yield row["iso3"], Link(id=row["iso3"], kind="state", name=row["everyday"], title="Independence", day=day)
    for row in store.rows("SELECT position, fact, field FROM correction ORDER BY position"):
        title = f"Correction of {row['fact']}: {row['field']}"
        link = Link(id=row["fact"], kind="correction", name=None, title=title, day=None)
        yield f"correction-{row['position']}", link
    for row in store.rows(
        "SELECT s.fact, t.name FROM territory_standing s JOIN territory t USING (token) ORDER BY s.fact"
    ):
        title = f"Standing of the territory: {row['name']}"
        yield row["fact"], Link(id=row["fact"], kind="jurisdiction", name=None, title=title, day=None)
    for row in store.rows("SELECT fact, list, note FROM ground ORDER BY fact"):
        title = f"Ground for icc jurisdiction: {row['note'] or row['list'].replace('_', ' ')}"
        yield row["fact"], Link(id=row["fact"], kind="jurisdiction", name=None, title=title, day=None)


def _acts(store: Store, on: date, where: str = "1", *values: object) -> Iterator[tuple[str, Link]]:
    """Return the acts that had happened by a day and meet a condition, each with its id."""
    for row in store.rows(
        "SELECT a.id, a.title, a.done, a.effect, coalesce(s.everyday, a.body) AS name FROM act a "
        f"LEFT JOIN state s USING (iso3) WHERE happened <= ? AND {where} ORDER BY position",
        str(on),
        *values,
    ):
        day = from_text(row["done"] or row["effect"])
        yield row["id"], Link(id=row["id"], kind=RecordKind.ACT, name=row["name"], title=row["title"], day=day)


def _corrections(store: Store, identifier: str) -> tuple[Correction, ...]:
    """Return the corrections that name a fact."""
    proofs = sources(store, "SELECT 'correction-' || position FROM correction")
    return tuple(
        filled(Correction, row, sources=proofs.get(f"correction-{row['position']}", ()))
        for row in store.rows("SELECT * FROM correction WHERE fact = ? ORDER BY position", identifier)
    )


def _not_yet(identifier: str, verb: str, day: AnyDate | None) -> NotYet:
    """Return as text since when there is such a thing; without a verb, since when one that bears no day counts."""
    if not verb:
        return NotYet(f"{identifier} bears no day and counts only from {day}")
    return NotYet(f"{identifier} was only {verb} {'in' if isinstance(day, PartialDate) else 'on'} {day}")
