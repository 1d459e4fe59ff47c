"""What people type -> a person before the Court, or suggestions."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName, UnknownName
from icc_cli.queries.names import find
from icc_cli.treaty.naming import fold


class Chosen(TypedDict):
    """What the words of a question about cases mean: ids of persons and situations, codes of States."""

    persons: list[str]
    situations: list[str]
    states: list[str]


def find_person(store: Store, name: str) -> str:
    """Return the id of the person who goes by a name, or by some of its words, in any case, or by a case number.

    Raises UnknownName with at most three suggestions, AmbiguousName with the ids of all who may be meant.
    """
    key = fold(name)
    found = _named(store, key)
    if not found and key and not _is_case(key):
        typed = set(key.split())
        rows = store.rows("SELECT folded, person FROM person_name ORDER BY person")
        found = list(dict.fromkeys(row["person"] for row in rows if typed <= set(row["folded"].split())))
    if len(found) > 1:
        raise AmbiguousName(name, found, "persons")
    if not found:
        raise UnknownName(name, _near(store, key), "person before the Court", "'icc cases' lists them")
    return str(found[0])


def _named(store: Store, key: str) -> list[str]:
    """Return the ids of all who go by a name as it is folded, or are in the case of a number."""
    return [row["person"] for row in store.rows("SELECT person FROM person_name WHERE folded = ? ORDER BY person", key)]


def _is_case(key: str) -> bool:
    """Return whether a name, as it is folded, is a case number: of its parts none stands for the case."""
    first, *rest = key.split() or [""]
    return first == "icc" and bool(rest) and all(part.isdigit() for part in rest)


def find_situation(store: Store, name: str) -> str:
    """Return the id of the situation that goes by an id or a name, in any case. Raises UnknownName."""
    known = {key: row["id"] for row in store.rows(_SITUATIONS) for key in (fold(row["name"]), fold(row["id"]))}
    if (key := fold(name)) in known:
        return str(known[key])
    from difflib import get_close_matches

    near = dict.fromkeys(known[one] for one in get_close_matches(key, known, 3, 0.7))
    raise UnknownName(name, list(near), "situation", "'icc situations' lists them")


def situation_names(store: Store) -> dict[str, str]:
    """Return the name of each situation, by id."""
    return {row["id"]: row["name"] for row in store.rows(_SITUATIONS)}


_SITUATIONS = "SELECT id, name FROM situation WHERE kind = 'situation' ORDER BY position"


def choose(store: Store, words: Iterable[str]) -> Chosen:
    """Return what each word means: a person by name, a situation, a State, or a person by some words of the name.

    A case number means all persons of the case. Raises UnknownName and AmbiguousName.
    """
    chosen = Chosen(persons=[], situations=[], states=[])
    for word in words:
        kind, found = _meant(store, word)
        chosen[kind] += [one for one in found if one not in chosen[kind]]
    return chosen


def _meant(store: Store, word: str) -> tuple[Literal["persons", "situations", "states"], list[str]]:
    if named := _named(store, key := fold(word)):
        return "persons", named if _is_case(key) else [find_person(store, word)]
    try:
        return "situations", [find_situation(store, word)]
    except UnknownName as unknown:
        near = unknown.suggestions
    try:
        return "states", [find(store, word)]
    except (AmbiguousName, UnknownName) as unsettled:
        try:
            return "persons", [find_person(store, word)]
        except UnknownName as unknown:
            if isinstance(unsettled, AmbiguousName):
                raise unsettled from None
            others = list(dict.fromkeys([*unknown.suggestions, *near, *unsettled.suggestions]))[:3]
            raise UnknownName(word, others, "person, situation or State", "'icc cases' lists the persons") from None


def _near(store: Store, key: str) -> list[str]:
    from difflib import get_close_matches  # only where a name was not found: importing it costs time

    rows = store.rows("SELECT folded, person FROM person_name")
    known = {row["folded"]: row["person"] for row in rows if not _is_case(row["folded"])}
    return list(dict.fromkeys(known[one] for one in get_close_matches(key, known, 3, 0.7)))
