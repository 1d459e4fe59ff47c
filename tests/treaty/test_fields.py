"""The base class of records: named values that never change."""

import copy
import pickle
from collections.abc import Callable

import pytest

from icc_cli.treaty.fields import Fields


class Deposit(Fields):
    state: str
    day: str
    note: str = "none"


class Notified(Deposit):
    circulated: str | None
    votes: object = None


class Place(Fields, kw_only=False):
    file: str
    line: int = 0


def test_a_record_has_the_fields_of_the_class_it_extends_and_then_its_own() -> None:
    assert Notified._fields == ("state", "day", "note", "circulated", "votes")
    found = Notified(state="GMB", day="2016-11-10", circulated="2016-11-11")
    assert (found.state, found.day, found.note, found.circulated, found.votes) == tuple(found)
    assert isinstance(found, Deposit)


def test_fields_are_given_by_name_or_where_the_class_allows_it_in_order() -> None:
    assert Place("gambia.yaml", 3) == Place(line=3, file="gambia.yaml")
    assert Place("gambia.yaml").line == 0


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Deposit(state="GMB"), "Deposit: no day"),  # type: ignore[call-arg]
        (lambda: Deposit(state="GMB", day="2016", dya="2017", note=""), "Deposit: unknown dya"),  # type: ignore[call-arg]
        (lambda: Place("a", 1, "b"), "Place: too many values"),  # type: ignore[call-arg]
        (lambda: Place("a", 1, where="b"), "Place: unknown where"),  # type: ignore[call-arg]
    ],
)
def test_a_field_that_is_missing_or_unknown_is_named(make: Callable[[], object], fault: str) -> None:
    with pytest.raises(TypeError, match=f"^{fault}$"):
        make()


def test_a_record_cannot_be_changed() -> None:
    found = Place("gambia.yaml")
    with pytest.raises(AttributeError, match="cannot be changed"):
        found.line = 4  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot be changed"):
        del found.line
    assert found.line == 0


def test_records_are_equal_if_their_class_and_all_fields_are() -> None:
    first = Deposit(state="GMB", day="2016")
    assert first == Deposit(day="2016", state="GMB", note="none")
    assert first != first._replace(day="2017")
    assert first != Notified(state="GMB", day="2016", circulated=None)
    assert first != ["GMB", "2016", "none"]


def test_a_record_hashes_with_the_mappings_and_lists_within_it() -> None:
    first = Notified(state="GMB", day="2016", circulated=None, votes={"for": [11, 2], "against": 0})
    same = Notified(state="GMB", day="2016", circulated=None, votes={"against": 0, "for": [11, 2]})
    assert {first: 1}[same] == 1
    assert hash(first) != hash(first._replace(votes={"for": [11, 3]}))


def test_a_copy_with_other_values_leaves_the_record_as_it_was() -> None:
    first = Place("gambia.yaml", 3)
    assert first._replace(line=4) == Place("gambia.yaml", 4)
    assert first == Place("gambia.yaml", 3)
    with pytest.raises(TypeError, match="unknown lin"):
        first._replace(lin=4)


def test_a_record_shows_its_fields_and_can_be_copied_and_pickled() -> None:
    found = Place("gambia.yaml", 3)
    assert repr(found) == "Place(file='gambia.yaml', line=3)"
    assert copy.copy(found) == copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) == found
