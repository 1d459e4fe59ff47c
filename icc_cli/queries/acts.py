"""Acts with their documents, as every question needs them; and `icc events`, the list of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from icc_cli.database.rows import Period, filled, grouped
from icc_cli.database.store import Store, marks
from icc_cli.treaty.dates import from_text
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.dates import AnyDate
    from icc_cli.treaty.details import ProceedingKind, Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import ActKind, Confidence


OF_STATES = "(SELECT 1 FROM proceeding WHERE proceeding.id = act.id) IS NULL AND act <> 'cooperation-decision'"
"""Chooses the acts that pages about States tell: those of the Court in persons' cases have questions of their own."""


ABOUT_PERSON = (
    "(id IN (SELECT id FROM proceeding WHERE person = ?) "
    "OR id IN (SELECT id FROM decision WHERE ' ' || persons || ' ' LIKE ?))"
)
"""Chooses the acts about a person: the steps in the cases, and decisions on cooperation. Given are `x` and `% x %`."""


class Source(Fields, kw_only=False):
    """A document that proves a fact."""

    key: str
    symbol: str | None
    title: str
    """The document's title; begins with whose document it is."""
    url: str | None

    def __hash__(self) -> int:
        return hash(self.key)


class Disputed(Fields, kw_only=False):
    """Another value that a source gives for a field; shown, never used."""

    field: str
    value: str
    note: str | None
    sources: tuple[str, ...]
    """Keys of the documents that give the other value."""
    titles: tuple[str, ...]
    """Titles of these documents."""


class Act(Fields, kw_only=False):
    """One dated thing that a State (`iso3`) or a body did."""

    id: str
    """The act's id: State or body, day, kind; never renamed."""
    iso3: Iso3 | None
    """The State that acted; null for a body."""
    body: str | None
    act: ActKind | ProceedingKind
    done: AnyDate | None
    effect: date | None
    """Day of legal effect, where that is another day."""
    circulated: date | None
    title: str
    note: str | None
    confidence: Confidence
    undoes: str | None
    undone_by: str | None
    """Id of the act that cancelled this one, if it had come by the day asked about."""
    region: Region | None
    concerns: tuple[Iso3, ...]
    """The States that an act of a body, or a referral, is about."""
    details: Mapping[str, Any]
    """What only some kinds of act have: amendment, instrument, until, …"""
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]
    undone_on: AnyDate | None
    """Day on which that other act was done."""


def acts(store: Store, on: date, where: str = "1", *values: object) -> list[Act]:
    """Return the acts that had happened by `on` and meet a condition, in the order of the record.

    What came later does not show: an act undone after that day is not yet undone.
    """
    where, values = f"happened <= ? AND {where}", (on.isoformat(), *values)
    chosen = f"SELECT id FROM act WHERE {where}"
    undone = {
        row["undoes"]: row
        for row in store.rows(
            f"SELECT id, undoes, done FROM act WHERE undoes IN ({chosen}) AND happened <= ?", *values, on.isoformat()
        )
    }
    proofs = sources(store, chosen, *values)
    doubts = disputed(store, chosen, *values)
    about = grouped(
        (row["act_id"], row["iso3"])
        for row in store.rows(f"SELECT iso3, act_id FROM concerns WHERE act_id IN ({chosen})", *values)
    )
    found = store.rows(f"SELECT * FROM act WHERE {where} ORDER BY position", *values)
    return [
        filled(
            Act,
            row,
            undone_by=undone[row["id"]]["id"] if row["id"] in undone else None,
            undone_on=from_text(undone[row["id"]]["done"]) if row["id"] in undone else None,
            concerns=tuple(about.get(row["id"], ())),
            details=_details(row["details"]),
            disputed=doubts.get(row["id"], ()),
            sources=proofs.get(row["id"], ()),
        )
        for row in found
    ]


def sources(store: Store, facts: str, *values: object) -> dict[str, tuple[Source, ...]]:
    """Return the documents of the facts whose ids a query gives."""
    found: dict[str, list[Source]] = {}
    seen: dict[str, Source] = {}
    for fact, *document in store.rows(
        "SELECT s.fact, d.key, d.symbol, d.title, d.url FROM source s JOIN document d ON d.key = s.document "
        f"WHERE s.fact IN ({facts}) ORDER BY s.fact, s.position",
        *values,
    ):
        key = document[0]
        if key not in seen:
            seen[key] = Source(*document)
        found.setdefault(fact, []).append(seen[key])
    return {fact: tuple(documents) for fact, documents in found.items()}


def sources_of(store: Store, fact: str) -> tuple[Source, ...]:
    """Return the documents of one fact."""
    return sources(store, "VALUES (?)", fact).get(fact, ())


def disputed(store: Store, facts: str, *values: object) -> dict[str, tuple[Disputed, ...]]:
    """Return the disputed values of the facts whose ids a query gives."""
    found = [
        (row, tuple((row["documents"] or "").split()))
        for row in store.rows(f"SELECT * FROM disputed WHERE fact IN ({facts}) ORDER BY fact, position", *values)
    ]
    keys = {key for _, documents in found for key in documents}
    named = f"SELECT key, title FROM document WHERE key IN ({marks(keys)})"
    titles = {row["key"]: row["title"] for row in store.rows(named, *keys)} if keys else {}
    doubts = grouped(
        (row["fact"], filled(Disputed, row, sources=documents, titles=tuple([titles[key] for key in documents])))
        for row, documents in found
    )
    return {fact: tuple(others) for fact, others in doubts.items()}


def events(
    store: Store,
    on: date,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    body: str | None = None,
    persons: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Act]:
    """Return all acts that had happened by `on`, of these States (or about them), kinds, body, regions and period.

    With `persons`, those about them. A partial date counts as within the period if any of its days is.
    """
    where, values = Period(since, until).conditions()
    if states:
        listed = marks(states)
        where.append(f"(iso3 IN ({listed}) OR id IN (SELECT act_id FROM concerns WHERE iso3 IN ({listed})))")
        values += [*states, *states]
    for column, words in (("act", kinds), ("region", regions), ("body", [body] if body else ())):
        if words:
            where.append(f"{column} IN ({marks(words)})")
            values += words
    if persons:
        where.append(" OR ".join([ABOUT_PERSON] * len(persons)).join("()"))
        values += [value for person in persons for value in (person, f"% {person} %")]
    return acts(store, on, " AND ".join(where), *values)


def _details(text: str) -> Mapping[str, Any]:
    """Read what only some kinds of act have; most have nothing, and their readers need not wait for a JSON parser."""
    if text == "{}":
        return {}
    import json

    found: Mapping[str, Any] = json.loads(text)
    return found
