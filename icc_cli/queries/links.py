"""Every fact on record in a line, under the id by which sources name it: what a document proves, an act undoes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.queries.situations import situations
from icc_cli.treaty.dates import AnyDate, from_text, whole
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Literal


class RecordKind(StrEnum):
    """What a record is. Before an id and a colon, it says which is meant (`situation:kenya`)."""

    ACT = "act"
    DOCUMENT = "document"
    SITUATION = "situation"
    """A situation, or the preliminary examination of one."""
    AMENDMENT = "amendment"
    PERSON = "person"
    """A person before the Court."""
    ARTICLE = "article"
    """An article of the Statute."""


class Link(Fields):
    """Another fact on record.

    `kind` is that of its record; or `state` (its independence), `correction`, `parties` and `agreement` (a count of the
    parties to the Statute, the Agreement), `jurisdiction` (a ground of its rules), `cooperation` (an agreement, a
    visit, a law). `name` is the State or body whose act it is; the id of a correction is that of the fact it corrects.
    """

    id: str
    kind: RecordKind | Literal["state", "correction", "agreement", "jurisdiction", "cooperation", "parties"]
    name: str | None
    """The State or body whose act it is."""
    title: str
    day: AnyDate | None
    """Its day, where it has one."""


_COOPERATION = {
    "pact": "Agreement on cooperation",
    "visit": "Reported visit or overflight",
    "law": "Law on cooperation",
}
"""Tables of facts on cooperation, each with what its facts are."""


_COUNTED: dict[Literal["parties", "agreement"], str] = {
    "parties": "Rome Statute",
    "agreement": "Agreement on the Privileges and Immunities of the Court",
}
"""The treaties of whose parties a count is published, by the names of these lists."""


def links(store: Store, on: date) -> Iterator[tuple[str, Link]]:
    """Return every fact that had happened by a day, under the id by which sources name it."""
    yield from acts_links(store, on)
    for each in situations(store, on):
        title = f"{each.name}, {'investigation' if each.kind == 'situation' else 'examination'}"
        day = each.opened or each.closed
        yield each.id, Link(id=each.id, kind=RecordKind.SITUATION, name=None, title=title, day=day)
    for row in store.rows("SELECT id, name, public FROM person WHERE public <= ? ORDER BY public, id", str(on)):
        link = Link(id=row["id"], kind=RecordKind.PERSON, name=None, title=row["name"], day=whole(row["public"]))
        yield row["id"], link
    for table, title in _COOPERATION.items():
        told = f"SELECT t.id, t.public, s.everyday FROM {table} t JOIN state s USING (iso3) WHERE t.public <= ?"
        for row in store.rows(f"{told} ORDER BY t.position", str(on)):
            day = whole(row["public"])
            yield row["id"], Link(id=row["id"], kind="cooperation", name=row["everyday"], title=title, day=day)
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


def acts_links(store: Store, on: date, where: str = "1", *values: object) -> Iterator[tuple[str, Link]]:
    """Return the acts that had happened by a day and meet a condition, each with its id."""
    for row in store.rows(
        "SELECT a.id, a.title, a.done, a.effect, coalesce(s.everyday, a.body) AS name FROM act a "
        f"LEFT JOIN state s USING (iso3) WHERE happened <= ? AND {where} ORDER BY position",
        str(on),
        *values,
    ):
        day = from_text(row["done"] or row["effect"])
        yield row["id"], Link(id=row["id"], kind=RecordKind.ACT, name=row["name"], title=row["title"], day=day)
