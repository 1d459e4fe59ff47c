"""Anything on record by its id, as of a day: `icc show`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store, marks
from icc_cli.errors import NotYet, UnknownName, UsageError, either
from icc_cli.queries.acts import Act, Source, acts, sources, sources_of
from icc_cli.queries.amendments import AmendmentWithParties, amendment
from icc_cli.queries.cases import PersonCase, PersonInFull, cases, person_in_full
from icc_cli.queries.links import Link, RecordKind, acts_links, links
from icc_cli.queries.names import find
from icc_cli.queries.persons import find_person
from icc_cli.queries.situations import Situation, situations
from icc_cli.queries.status import SituationRef
from icc_cli.treaty import articles
from icc_cli.treaty.dates import AnyDate, PartialDate, from_text, last_day, whole
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import short_symbol
from icc_cli.treaty.vocabulary import ActKind

if TYPE_CHECKING:
    from icc_cli.treaty.details import DocumentKind, UrlKnown


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
    cases: tuple[PersonCase, ...]
    """The cases in it of persons who were publicly sought or summoned."""
    decisions: tuple[Act, ...]
    """Decisions on the cooperation of States about these persons."""


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


class Article(Fields):
    """An article of the Statute: what it is about, in words of this dataset. Its text is in the documents."""

    article: str
    """Its number: 127, 15 bis."""
    title: str
    """Its heading in the Statute."""
    says: str
    """What it is about, in other words than its own."""
    amended_by: tuple[Link, ...]
    """The amendments of it that had been adopted."""
    sources: tuple[Source, ...]
    """The documents in which its text is."""


class Record(Fields):
    """One record with all that hangs on it by a day."""

    kind: RecordKind
    id: str
    """The record's id; never renamed."""
    title: str
    record: Act | Document | SituationInFull | AmendmentWithParties | PersonInFull | Article
    """The record itself."""
    undoes: Link | None
    """The act that this one cancels."""
    undone_by: Link | None
    """The act that cancelled this one."""
    proves: tuple[Proof, ...]
    """The facts that the document proves or disputes."""
    corrections: tuple[Correction, ...]
    """Values about it that were once wrong."""


WHAT = "act, document, situation, amendment, person, article or State"

_OTHERWISE = "'icc show NAME' lists the acts of a State with their ids"

_STATUTE = "a-conf-183-9"
"""The document that holds the Statute as it was adopted."""

_TABLES = {
    RecordKind.ACT: "SELECT id FROM act",
    RecordKind.DOCUMENT: "SELECT key AS id FROM document",
    RecordKind.SITUATION: "SELECT id FROM situation",
    RecordKind.AMENDMENT: "SELECT id FROM amendment",
    RecordKind.PERSON: "SELECT id FROM person",
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
        case RecordKind.PERSON:
            return _person(store, identifier, on)
        case RecordKind.ARTICLE:
            return _article(store, identifier, on)


def show_all(store: Store, name: str, on: date) -> tuple[str | None, list[Record]]:
    """Return the record that an id means; or a State by its name, with its acts by a day, oldest first.

    An id wins over a name that reads the same (`kenya`), but not over `state:kenya`. Raises what `show` raises.
    """
    before, _, after = name.strip().partition(":")
    if before.casefold() == "state":
        iso3 = find(store, after)
    else:
        try:
            return None, [show(store, name, on)]
        except UnknownName as unknown:
            try:
                iso3 = find(store, name)
            except UnknownName as state:
                near_names = [*unknown.suggestions, *state.suggestions][:3]
                raise UnknownName(name, near_names, WHAT, _OTHERWISE) from None
    return iso3, [_act(store, act.id, on) for act in acts(store, on, "iso3 = ?", iso3)]


def identify(store: Store, name: str) -> tuple[RecordKind, str]:
    """Return the kind and the id that a word means, in any case, with or without its kind before a colon.

    What is no id may be the symbol of a document, an article (`Art. 127`), the name of a person, or some of its words.

    Raises UnknownName with at most three near ids, UsageError if records of several kinds share the id.
    """
    word = name.strip().casefold()
    before, colon, after = word.partition(":")
    bare = after if colon and before in set(RecordKind) else word
    found = _called(store, bare) or [(RecordKind.DOCUMENT, key) for key in _symbols(store, bare)]
    found = [pair for pair in found if not colon or pair[0] == before or bare == word]
    if not found and (number := articles.article(bare) or articles.article(word)):
        return RecordKind.ARTICLE, articles.identifier(number)
    if not found:
        return RecordKind.PERSON, _named(store, name)
    if len(found) > 1:
        which = either([f"{kind}:{identifier}" for kind, identifier in found])
        raise UsageError(f"'{name}' may mean several records", f"say which: {which}")
    return found[0]


def _named(store: Store, name: str) -> str:
    try:
        return find_person(store, name)
    except UnknownName as unknown:
        suggestions = list(dict.fromkeys([*near(store, name), *unknown.suggestions]))[:3]
        raise UnknownName(name, suggestions, WHAT, _OTHERWISE) from None


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


def _symbols(store: Store, word: str) -> list[str]:
    """Return the documents that bear a symbol, whole or as answers print it, whatever its signs and case."""
    asked = _plain(word)
    return [
        row["key"]
        for row in store.rows("SELECT key, symbol FROM document WHERE symbol IS NOT NULL ORDER BY key")
        if asked in (_plain(row["symbol"]), _plain(short_symbol(row["symbol"])))
    ]


def _plain(symbol: str) -> str:
    return re.sub(r"[\W_]+", "-", symbol.casefold())


def _article(store: Store, identifier: str, on: date) -> Record:
    """Return an article with what had amended it. Raises UsageError for one on which there are no words here."""
    number = articles.article(identifier) or ""
    statute = () if " " in number else _as_source(store, _STATUTE)
    if number not in articles.ARTICLES:
        known = number.isdigit() and 0 < int(number) <= articles.LAST
        where = (
            f"its text: {statute[0].url}"
            if known and statute and statute[0].url
            else f"articles are 1 to {articles.LAST}"
        )
        raise UsageError(f"there are no words here on article {number}", where)
    title, says = articles.ARTICLES[number]
    changed = [
        row
        for row in store.rows("SELECT * FROM amendment WHERE adopted <= ? ORDER BY adopted, position", str(on))
        if number in articles.named(row["articles"])
    ]
    texts = [source for row in changed for source in sources_of(store, row["id"])[:1]]
    amended = tuple(
        Link(id=row["id"], kind=RecordKind.AMENDMENT, name=None, title=row["title"], day=whole(row["adopted"]))
        for row in changed
    )
    article = Article(
        article=number, title=title, says=says, amended_by=amended, sources=tuple(dict.fromkeys([*statute, *texts]))
    )
    return _record(store, RecordKind.ARTICLE, identifier, article)


def _as_source(store: Store, key: str) -> tuple[Source, ...]:
    """Return a document as a source, if it is on record."""
    return tuple(Source(*row) for row in store.rows("SELECT key, symbol, title, url FROM document WHERE key = ?", key))


def _act(store: Store, identifier: str, on: date) -> Record:
    found = acts(store, on, "id = ?", identifier)
    if not found:
        row = store.rows("SELECT done, happened FROM act WHERE id = ?", identifier)[0]
        done, known = from_text(row["done"]), date.fromisoformat(row["happened"])
        if done and known > last_day(done):  # under a sealed warrant; when it was done is not known by then
            raise _not_yet(identifier, "made public", known)
        raise _not_yet(identifier, "done" if done else "", done or whole(row["happened"]))
    act = found[0]
    others = act.undoes, act.undone_by
    facts = dict(acts_links(store, on, "id IN (?, ?)", *others)) if any(others) else {}
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
        for fact, link in links(store, on)
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
    members = {row["id"] for row in store.rows("SELECT id FROM person WHERE situation = ?", identifier)}
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
        cases=tuple(cases(store, on, situations=[identifier])),
        decisions=tuple(
            act
            for act in acts(store, on, "act = ?", ActKind.COOPERATION_DECISION)
            if members & set(act.details.get("persons", ()))
        ),
    )
    return _record(store, RecordKind.SITUATION, identifier, full)


def _person(store: Store, identifier: str, on: date) -> Record:
    found = person_in_full(store, identifier, on)
    if found is None:
        row = store.rows("SELECT public FROM person WHERE id = ?", identifier)[0]
        raise _not_yet(identifier, "publicly sought or summoned", whole(row["public"]))
    return _record(store, RecordKind.PERSON, identifier, found)


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
    record: Act | Document | SituationInFull | AmendmentWithParties | PersonInFull | Article,
    undoes: Link | None = None,
    undone_by: Link | None = None,
    proves: tuple[Proof, ...] = (),
) -> Record:
    return Record(
        kind=kind,
        id=identifier,
        title=record.name if isinstance(record, SituationInFull | PersonInFull) else record.title,
        record=record,
        undoes=undoes,
        undone_by=undone_by,
        proves=proves,
        corrections=_corrections(store, identifier),
    )


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
