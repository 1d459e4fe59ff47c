"""Acts with their documents, as every question needs them; and `icc events`, the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from icc_cli.database.store import Store
from icc_cli.treaty.dates import AnyDate, from_text
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.details import Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import ActKind, Standing


class Source(Fields, kw_only=False):
    """A document that proves a fact. `symbol` and `url` are None where none has been seen."""

    key: str
    symbol: str | None
    title: str
    """The document's title; begins with whose document it is."""
    url: str | None

    def __hash__(self) -> int:
        return hash(self.key)


class Disputed(Fields, kw_only=False):
    """Another value that a source gives for a field; shown, never used. `sources` are document keys."""

    field: str
    value: str
    note: str | None
    sources: tuple[str, ...]
    """Keys of the documents that give the other value."""


class Act(Fields, kw_only=False):
    """One dated thing that a State (`iso3`) or a body did.

    `done`, `effect`, `circulated`: day done, day of legal effect where another, day of the depositary's
    notification. `concerns` are the States that an act of a body (or a referral) is about; `details` holds
    what only some kinds of act have (amendment, instrument, until, …).
    """

    id: str
    """The act's id: State or body, day, kind; never renamed."""
    iso3: Iso3 | None
    """The State that acted; null for a body."""
    body: str | None
    act: ActKind
    done: AnyDate | None
    effect: date | None
    """Day of legal effect, where that is another day."""
    circulated: date | None
    title: str
    note: str | None
    standing: Standing
    undoes: str | None
    undone_by: str | None
    """Id of the act that cancelled this one, if it had come by the day asked about."""
    region: Region | None
    concerns: tuple[Iso3, ...]
    details: Mapping[str, Any]
    """What only some kinds of act have."""
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]


def acts(store: Store, on: date, where: str = "1", *values: object) -> list[Act]:
    """Return the acts that had happened by `on` and meet a condition, in the order of the record.

    What came later does not show: an act undone after that day is not yet undone.
    """
    where, values = f"happened <= ? AND {where}", (on.isoformat(), *values)
    chosen = f"SELECT id FROM act WHERE {where}"
    undone = {
        row["undoes"]: row["id"]
        for row in store.rows(
            f"SELECT id, undoes FROM act WHERE undoes IN ({chosen}) AND happened <= ?", *values, on.isoformat()
        )
    }
    proofs = sources(store, chosen, *values)
    doubts = disputed(store, chosen, *values)
    about: dict[str, list[str]] = {}
    for row in store.rows(f"SELECT iso3, act_id FROM concerns WHERE act_id IN ({chosen})", *values):
        about.setdefault(row["act_id"], []).append(row["iso3"])
    return [
        Act(
            id=row["id"],
            iso3=row["iso3"],
            body=row["body"],
            act=row["act"],
            done=from_text(row["done"]),
            effect=whole(row["effect"]),
            circulated=whole(row["circulated"]),
            title=row["title"],
            note=row["note"],
            standing=row["standing"],
            undoes=row["undoes"],
            undone_by=undone.get(row["id"]),
            region=row["region"],
            concerns=tuple(about.get(row["id"], ())),
            details=_details(row["details"]),
            disputed=doubts.get(row["id"], ()),
            sources=proofs.get(row["id"], ()),
        )
        for row in store.rows(f"SELECT * FROM act WHERE {where} ORDER BY position", *values)
    ]


def sources(store: Store, facts: str, *values: object) -> dict[str, tuple[Source, ...]]:
    """Return the documents of the facts whose ids a query gives."""
    found: dict[str, list[Source]] = {}
    seen: dict[str, Source] = {}
    for row in store.rows(
        "SELECT s.fact, d.key, d.symbol, d.title, d.url FROM source s JOIN document d ON d.key = s.document "
        f"WHERE s.fact IN ({facts}) ORDER BY s.fact, s.position",
        *values,
    ):
        key = row["key"]
        if key not in seen:
            seen[key] = Source(key, row["symbol"], row["title"], row["url"])
        found.setdefault(row["fact"], []).append(seen[key])
    return {fact: tuple(documents) for fact, documents in found.items()}


def disputed(store: Store, facts: str, *values: object) -> dict[str, tuple[Disputed, ...]]:
    """Return the disputed values of the facts whose ids a query gives."""
    found: dict[str, list[Disputed]] = {}
    for row in store.rows(f"SELECT * FROM disputed WHERE fact IN ({facts}) ORDER BY fact, position", *values):
        keys = tuple((row["documents"] or "").split())
        found.setdefault(row["fact"], []).append(Disputed(row["field"], row["value"], row["note"], keys))
    return {fact: tuple(values) for fact, values in found.items()}


def events(
    store: Store,
    on: date,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    body: str | None = None,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Act]:
    """Return all acts that had happened by `on`, of these States (or about them), kinds, body, regions and period.

    A partial date counts as within the period if any of its days is.
    """
    where: list[str] = ["1"]
    values: list[object] = []
    if states:
        marks = _marks(states)
        where.append(f"(iso3 IN ({marks}) OR id IN (SELECT act_id FROM concerns WHERE iso3 IN ({marks})))")
        values += [*states, *states]
    for column, words in (("act", kinds), ("region", regions)):
        if words:
            where.append(f"{column} IN ({_marks(words)})")
            values += words
    if body:
        where.append("body = ?")
        values.append(body)
    if since:
        where.append("coalesce(last_day, effect) >= ?")
        values.append(since.isoformat())
    if until:
        where.append("coalesce(first_day, effect) <= ?")
        values.append(until.isoformat())
    return acts(store, on, " AND ".join(where), *values)


def _details(text: str) -> Mapping[str, Any]:
    """Read what only some kinds of act have; most have nothing, and their readers need not wait for a JSON parser."""
    if text == "{}":
        return {}
    import json

    found: Mapping[str, Any] = json.loads(text)
    return found


def whole(text: str | None) -> date | None:
    """Read a date that has its day."""
    return date.fromisoformat(text) if text else None


def _marks(words: Iterable[str]) -> str:
    return ", ".join("?" for _ in words)
