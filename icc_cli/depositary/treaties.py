"""Which treaties the depositary keeps a table of, and which of them a table is about: for `icc data compare`."""

import re
from collections.abc import Iterable

from icc_cli.database.store import Store
from icc_cli.depositary.table import Header
from icc_cli.errors import UnknownName, UsageError
from icc_cli.queries.amendments import find_amendment
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import AGREEMENT

STATUTE = "statute"
"""What the Statute goes by where amendments go by their ids."""

_OWN = (
    (STATUTE, "Rome Statute of the International Criminal Court", "untc-xviii-10"),
    (AGREEMENT, "Agreement on the Privileges and Immunities of the International Criminal Court", "untc-xviii-13"),
)
"""The treaties that are no amendments: id, title, and the key of the depositary's page."""
_CHAPTER = "XVIII"
_PLACE = re.compile(r"XVIII-(\d{1,2})(?:-([a-z]))?\b", re.IGNORECASE)


class Treaty(Fields):
    """A treaty whose table can be compared. `number` is its place in the depositary's chapter: `10`, `10.b`."""

    id: str
    title: str
    number: str | None
    symbol: str | None


def treaties(store: Store) -> list[Treaty]:
    """Return the treaties of which the depositary keeps a table: Statute, Agreement, amendments."""
    symbols = {row["key"]: row["symbol"] for row in store.rows("SELECT key, symbol FROM document")}
    amendments = store.rows(
        "SELECT id, title, depositary_page FROM amendment "
        "WHERE adopted IS NOT NULL AND depositary_page IS NOT NULL ORDER BY position"
    )
    found = []
    for key, title, page in (*_OWN, *map(tuple, amendments)):
        symbol = symbols.get(page)
        number = (symbol or "").partition(f"{_CHAPTER}.")[2] or None
        found.append(Treaty(id=key, title=title, number=number, symbol=symbol))
    return found


def recognise(store: Store, header: Header, name: str, given: str | None = None) -> Treaty:
    """Return the treaty that a table is about: by the head of the document, or else by the file's `name`.

    `given` is what the user says it is. Raises UsageError where that contradicts the head, or nothing tells.
    """
    every = {one.id: one for one in treaties(store)}
    said = _named(store, every, given) if given is not None else None
    if header.chapter not in (None, _CHAPTER):
        raise UsageError(
            f"{name} is about a treaty of the depositary's chapter {header.chapter}",
            f"the Statute, its amendments and the Agreement are in chapter {_CHAPTER}",
        )
    found = _by_head(header, every.values())
    if said and found and said != found:
        raise UsageError(f"{name} is about '{found.id}', not '{said.id}'", "leave out --treaty, or give another file")
    if header.number and not found and header.number not in {one.number for one in every.values()}:
        raise UsageError(
            f"{name} is about the depositary's {_CHAPTER}.{header.number}, of which nothing is on record",
            "a new amendment enters by data/amendments.yaml",
        )
    treaty = said or found or _by_place(name, every.values())
    if treaty is None:
        about = f"('{header.title[:60]}') " if header.title else ""
        raise UsageError(
            f"the head of {name} {about}does not tell which treaty it is about",
            f"say it with --treaty: {', '.join(every)}",
        )
    return treaty


def _named(store: Store, every: dict[str, Treaty], given: str) -> Treaty:
    word = given.strip().casefold()
    if word not in every:
        try:
            word = find_amendment(store, given)
        except UnknownName as error:
            raise UnknownName(given, error.suggestions, "treaty", f"one of: {', '.join(every)}") from None
    if word not in every:
        raise UsageError(f"the depositary has no table for '{word}' on record", f"one of: {', '.join(every)}")
    return every[word]


def _by_head(header: Header, every: Iterable[Treaty]) -> Treaty | None:
    title = header.title.casefold()
    amends = "amendment" in title
    for one in every:
        if one.number and header.number == one.number and (one.id != STATUTE or not amends):
            return one
        if one.id in (STATUTE, AGREEMENT) and one.title.casefold() in title and not amends and not header.number:
            return one
    return None


def _by_place(name: str, every: Iterable[Treaty]) -> Treaty | None:
    """Go by the name that the depositary gives its files: `XVIII-10-b.en.xml`."""
    place = _PLACE.search(name)
    number = ".".join(part.lower() for part in place.groups() if part) if place else None
    return next((one for one in every if number and one.number == number), None)
