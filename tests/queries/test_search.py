"""`icc search`: records by their words, as they were public on a day."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.cooperation.rules import EVERY_RULE
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries import search as module
from icc_cli.queries.search import SearchKind, SearchResult, search
from icc_cli.treaty.dates import last_day

Run = Callable[..., tuple[int, str, str]]
TODAY = date(2026, 11, 23)


def found(store: Store, text: str, on: date = TODAY, *kinds: str) -> list[SearchResult]:
    return search(store, text, on, EVERY_RULE, kinds)


def ids(store: Store, text: str, on: date = TODAY, *kinds: str) -> list[str]:
    return [one.id for one in found(store, text, on, *kinds)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("gambia notice withdrawal", "GMB-2016-11-10-withdrawal-notice"),
        ("darfur", "darfur"),
        ("putin", "putin"),
        ("C.N.862.2016", "cn-862-2016"),
        ("crime of aggression", "aggression-2010"),
        ("floor later time limit", "J3"),
        ("natural persons", "J2"),
        ("notice of withdrawal running", "C3"),
        ("russia", "RUS"),
    ],
)
def test_every_kind_of_record_is_found_by_its_words(text: str, identifier: str, store: Store) -> None:
    assert identifier in ids(store, text)


@pytest.mark.parametrize("spelling", ["Gambia", "The Gambia", "GAMBIA", "gambie", "GMB", "Гамбия"])
def test_a_state_in_any_spelling_finds_itself_first_and_what_it_did(spelling: str, store: Store) -> None:
    first, *others = ids(store, spelling)
    assert first == "GMB"
    assert "GMB-2016-11-10-withdrawal-notice" in others


def test_words_before_and_after_a_states_name_must_stand_there_too(store: Store) -> None:
    assert ids(store, "notice South Africa withdrawal 2016", TODAY, "act") == ["ZAF-2016-10-19-withdrawal-notice"]


def test_accents_case_and_endings_do_not_count(store: Store) -> None:
    assert ids(store, "COTE d'ivoire DECLARATIONS") == ids(store, "Côte d’Ivoire declaration") != []


def test_all_words_must_stand_in_what_is_found(store: Store) -> None:
    assert ids(store, "gambia")
    assert not ids(store, "gambia starvation")


def test_among_records_that_are_as_good_the_newest_comes_first(store: Store) -> None:
    days = [one.day for one in found(store, "gambia", TODAY, "act")][:4]
    assert list(map(str, days)) == ["2017-02-10", "2016-11-10", "2016-10-25", "2002-06-28"]


@pytest.mark.parametrize("kind", SearchKind)
def test_a_kind_that_is_asked_for_alone_is_found(kind: SearchKind, store: Store) -> None:
    kinds = {one.kind for one in found(store, "court", TODAY, kind)}
    assert kinds <= {kind}


@pytest.mark.parametrize("on", ["2002-06-30", "2012-01-01", "2016-11-16", "2023-03-16"])
def test_nothing_is_found_that_was_not_public_by_the_day(on: str, store: Store) -> None:
    day = date.fromisoformat(on)
    for text in ("court", "withdrawal", "warrant", "putin", "aggression", "sudan"):
        assert all(one.day is None or last_day(one.day) <= day for one in found(store, text, day))


def test_a_person_is_found_from_the_day_the_warrant_was_public(store: Store) -> None:
    assert "putin" not in ids(store, "putin", date(2023, 3, 16))
    assert "putin" in ids(store, "putin", date(2023, 3, 17))


def test_a_state_is_found_from_its_independence(store: Store) -> None:
    assert "SSD" not in ids(store, "south sudan", date(2011, 7, 8), "state")
    assert "SSD" in ids(store, "south sudan", date(2011, 7, 9), "state")


def test_a_document_whose_day_is_not_known_is_found_once_the_record_was_checked(store: Store) -> None:
    undated = store.rows("SELECT key FROM document WHERE date IS NULL")[0]["key"]
    assert undated in ids(store, undated, store.checked)
    assert undated not in ids(store, undated, date(store.checked.year - 1, 1, 1))


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=30) | st.text("\"*^()-+:{}\0'OR NEAR AND NOT", max_size=20))
def test_whatever_is_typed_is_words_and_never_syntax(text: str, store: Store) -> None:
    with suppress(UsageError):  # no word at all
        found(store, text, TODAY, "state")


@pytest.mark.parametrize("text", ["NEAR(gambia notice)", '"gambia" notice*', "^gambia +notice", "gambia\0notice"])
def test_operators_and_quotes_find_what_the_words_find(text: str, store: Store) -> None:
    plain = ids(store, text.replace("NEAR", "near"))
    assert ids(store, text) == plain
    if "NEAR" not in text:
        assert plain == ids(store, "gambia notice") != []


def test_a_column_of_the_index_cannot_be_named(store: Store) -> None:
    assert not ids(store, "title : gambia")
    assert not ids(store, "gambia NOT withdrawal-xyzzy")


def test_more_words_than_anybody_types_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="more than 32 words"):
        found(store, "word " * 33)


def test_without_fts5_one_line_says_so(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    without = SimpleNamespace(
        connect=lambda _: SimpleNamespace(execute=refused, close=lambda: None),
        OperationalError=sqlite3.OperationalError,
    )
    monkeypatch.setattr(module, "sqlite3", without)
    code, out, err = icc("search", "gambia")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "built without FTS5" in err


def test_the_limit_bounds_what_is_shown_and_the_total_says_how_much_there_is(icc: Run) -> None:
    code, out, _ = icc("search", "gambia", "--limit", "2", "--json")
    answer = json.loads(out)
    assert code == 0
    assert len(answer["data"]) == 2 < answer["total"]
    _, page, _ = icc("search", "gambia", "--limit", "2")
    assert f"{answer['total']} records · the first 2 are shown; --limit {answer['total']} shows all" in page


def test_nothing_found_is_a_no(icc: Run) -> None:
    assert icc("search", "xyzzy") == (1, "", "icc: nothing matched\n")


def test_what_is_supposed_is_found_too(icc: Run) -> None:
    _, out, _ = icc("search", "norway notice", "--suppose", "norway withdrawal-notice 2026-12-01")
    assert "supposed-NOR-2026-12-01-withdrawal-notice" in out


def test_scripts_find_what_the_command_line_finds(dataset: IccDataset, store: Store) -> None:
    assert dataset.search("gambia", on=TODAY, limit=3) == found(store, "gambia")[:3]
    assert {one.kind for one in dataset.search("gambia", on="2026-11-23", kinds=["act", "State"])} == {"act", "state"}
    with pytest.raises(UsageError, match="limit"):
        dataset.search("gambia", on=TODAY, limit=0)
