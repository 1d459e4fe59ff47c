"""Words -> the records in which all of them stand, as of a day: `icc search`.

The index is made in memory when it is asked for, by SQLite's FTS5: accents, case and endings of words do not count.
What is typed is taken as words alone, never as an expression of FTS5.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from icc_cli.database.rows import grouped
from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName, DatasetError, UnknownName, UsageError
from icc_cli.queries.names import everyday_names, find
from icc_cli.queries.situations import situations
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, from_text, last_day, whole
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from typing import Protocol

    class Rule(Protocol):
        """A rule, of jurisdiction or of cooperation."""

        @property
        def rule(self) -> str: ...
        @property
        def title(self) -> str: ...
        @property
        def articles(self) -> str: ...
        @property
        def says(self) -> str: ...


class SearchKind(StrEnum):
    """What can be found."""

    ACT = "act"
    SITUATION = "situation"
    PERSON = "person"
    """A person before the Court."""
    DOCUMENT = "document"
    AMENDMENT = "amendment"
    RULE = "rule"
    """A rule of `icc jurisdiction` (J1, ...) or `icc cooperation` (C1, ...)."""
    STATE = "state"


class SearchResult(Fields):
    """A record in which all the words stand."""

    kind: SearchKind
    """What it is."""
    id: str
    """Its id; of a State its alpha-3 code, of a rule its number."""
    name: str | None
    """The State or body whose act it is."""
    title: str
    """What it is called; declarations begin with what they are about."""
    day: AnyDate | None
    """Its day: done, opened, public, issued or adopted; null where it has none."""


MOST_WORDS = 32
_LONGEST_NAME = 6
"""Words that a State's name may have."""
_WEIGHTS = "8.0, 4.0, 1.0"
"""What a word counts in a title, in names of States and ids, in all else."""

_STEPS = 5
"""Into so many steps, from the best down, the ranks are parted: within one, the newest comes first."""

_Entry = tuple[SearchResult, Iterable[str | None], Iterable[str], Iterable[str | None]]
"""A record; by what else it is called, the States that it is about, and what else it says."""


def search(store: Store, text: str, on: date, rules: Iterable[Rule], kinds: Sequence[str] = ()) -> list[SearchResult]:
    """Return the records of these kinds (all if empty) in which every word stands, the best first, then the newest.

    Words that are a State's name, in any spelling, also find what is that State's or about it. What had not happened
    or was not public by the day is not found. Raises UsageError where there is no word, DatasetError without FTS5.
    """
    wanted = _expression(store, text)
    chosen = [entry for entry in _entries(store, on, rules) if not kinds or entry[0].kind in kinds]
    called = {row["iso3"]: f"{row['name']} {row['everyday']} {row['formal']}" for row in _states(store)}
    with closing(sqlite3.connect(":memory:")) as index:
        try:
            index.execute(
                "CREATE VIRTUAL TABLE entry USING fts5(title, called, says, "
                "tokenize = 'porter unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError:
            raise DatasetError(
                "this Python's SQLite cannot search: it was built without FTS5", "try: icc sql \"... LIKE '%word%'\""
            ) from None
        index.executemany(
            "INSERT INTO entry (rowid, title, called, says) VALUES (?, ?, ?, ?)",
            (
                (
                    number,
                    result.title,
                    _joined([result.id, result.name, *also, *(f"{called[one]} {_token(one)}" for one in states)]),
                    _joined(says),
                )
                for number, (result, also, states, says) in enumerate(chosen)
            ),
        )
        ranked = index.execute(
            f"SELECT rowid, bm25(entry, {_WEIGHTS}) AS rank FROM entry WHERE entry MATCH ? ORDER BY rank", (wanted,)
        ).fetchall()
    found = [(round(_STEPS * rank / ranked[0][1]), chosen[number][0]) for number, rank in ranked]
    return [result for _, result in sorted(found, key=lambda one: (one[0], _newest(one[1])), reverse=True)]


def _newest(result: SearchResult) -> tuple[date, str]:
    """Return by what to sort records that are as good: a State is of today, what has no day comes last."""
    none = date.max if result.kind == SearchKind.STATE else date.min
    return last_day(result.day) if result.day else none, result.id


def _expression(store: Store, text: str) -> str:
    """Return an expression of FTS5 in which every word stands in quotes, a State's name also as the State."""
    readable = text.encode("utf-8", "ignore").decode().replace('"', " ").replace("\0", " ")
    words = [word for word in readable.split() if any(map(str.isalnum, word))]
    if not words:
        raise UsageError("there is no word to look for", "as in: icc search immunity")
    if len(words) > MOST_WORDS:
        raise UsageError(f"these are more than {MOST_WORDS} words", "leave some out: all must stand in what is found")
    parts = []
    while words:
        for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
            if iso3 := _state(store, words[:length]):
                parts.append(f"({_quoted(words[:length])} OR {_token(iso3)})")
                del words[:length]
                break
        else:
            parts.append(_quoted(words[:1]))
            del words[0]
    return " AND ".join(parts)


def _quoted(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words).join("()")


def _state(store: Store, words: Sequence[str]) -> str | None:
    """Return the State whose name these words are. A code counts in capitals alone: `in`, `is` and `and` are words."""
    name = " ".join(words)
    if all(len(word) <= 3 and not word.isupper() for word in words):
        return None
    try:
        return find(store, name)
    except (UnknownName, AmbiguousName):
        return None


def _token(iso3: str) -> str:
    """Return the word by which a State stands in the index: none that anybody writes."""
    return f"isostate{iso3.lower()}"


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


def _states(store: Store) -> list[sqlite3.Row]:
    return store.rows("SELECT * FROM state ORDER BY iso3")


def _entries(store: Store, on: date, rules: Iterable[Rule]) -> Iterator[_Entry]:
    yield from _acts(store, on)
    yield from _situations(store, on)
    yield from _persons(store, on)
    yield from _documents(store, on)
    yield from _amendments(store, on)
    for rule in rules:
        yield _result(SearchKind.RULE, rule.rule, rule.title, None), (), (), (rule.articles, rule.says)
    for row in _states(store):
        born = whole(row["independence"])
        if not born or born <= on:
            said = (row["note"], row["no_act"], labels.REGION.get(row["region"]))
            yield _result(SearchKind.STATE, row["iso3"], row["everyday"], None), (), (row["iso3"],), said


def _acts(store: Store, on: date) -> Iterator[_Entry]:
    about = grouped((row["act_id"], row["iso3"]) for row in store.rows("SELECT act_id, iso3 FROM concerns"))
    names = everyday_names(store)
    for row in store.rows("SELECT * FROM act WHERE happened <= ? ORDER BY position", str(on)):
        details: Mapping[str, Any] = json.loads(row["details"])
        kind = labels.DECLARATION.get(details.get("declaration") or row["act"])
        said = [value for value in details.values() if isinstance(value, str)]
        name = names.get(row["iso3"], row["body"])
        day = from_text(row["done"] or row["effect"])
        states = [*([row["iso3"]] if row["iso3"] else []), *about.get(row["id"], ())]
        title = f"{kind[0].upper()}{kind[1:]}: {row['title']}" if kind else row["title"]
        result = _result(SearchKind.ACT, row["id"], title, day, name)
        yield result, (), dict.fromkeys(states), (labels.ACT.get(row["act"]), row["note"], *said)


def _situations(store: Store, on: date) -> Iterator[_Entry]:
    for one in situations(store, on):
        said = (labels.SITUATION[one.kind], labels.TRIGGER[one.trigger], one.note)
        day = one.opened or one.closed
        yield _result(SearchKind.SITUATION, one.id, one.name, day), (one.reference,), one.states, said


def _persons(store: Store, on: date) -> Iterator[_Entry]:
    other = grouped((row["person"], row["folded"]) for row in store.rows("SELECT person, folded FROM person_name"))
    for row in store.rows("SELECT * FROM person WHERE public <= ? ORDER BY id", str(on)):
        states = [row["nationality"]] if row["nationality"] else []
        result = _result(SearchKind.PERSON, row["id"], row["name"], whole(row["public"]))
        yield result, other.get(row["id"], ()), states, (row["role"], row["situation"], row["cases"], row["note"])


def _documents(store: Store, on: date) -> Iterator[_Entry]:
    """Return the documents that surely existed: one whose day is not known did when the record was checked."""
    for row in store.rows("SELECT * FROM document ORDER BY key"):
        day = from_text(row["date"])
        if (last_day(day) if day else store.checked) <= on:
            yield _result(SearchKind.DOCUMENT, row["key"], row["title"], day), (row["symbol"],), (), (row["kind"],)


def _amendments(store: Store, on: date) -> Iterator[_Entry]:
    for row in store.rows("SELECT * FROM amendment ORDER BY position"):
        day = whole(row["proposed"] or row["adopted"])
        if (day or store.checked) <= on:
            said = (row["articles"], row["adopted_at"], row["note"])
            yield _result(SearchKind.AMENDMENT, row["id"], row["title"], day), (row["depositary_page"],), (), said


def _result(
    kind: SearchKind, identifier: str, title: str, day: AnyDate | None, name: str | None = None
) -> SearchResult:
    return SearchResult(kind=kind, id=identifier, name=name, title=title, day=day)
