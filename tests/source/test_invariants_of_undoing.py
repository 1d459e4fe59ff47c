"""Invariants of undoing: an act takes back an earlier one of the same State, once, if its kind can be taken back."""

import pytest

from tests.support.datadir import act
from tests.support.graustark import NOTICE, RATIFIED, RESCINDED, SIGNED, Judge, line


def test_an_act_undoes_one_of_the_same_state(judge: Judge) -> None:
    foreign = "RUR-2016-11-10-withdrawal-notice"
    assert judge(SIGNED, RATIFIED, NOTICE, act("withdrawal-rescinded", "2017-02-10", undoes=foreign)) == [
        line(4) + f"undoes '{foreign}', which is no act of this State"
    ]


def test_an_act_undoes_only_what_its_kind_can_undo(judge: Judge) -> None:
    rescinded = act("withdrawal-rescinded", "2004-10-01", undoes="GRA-2004-09-21-ratification")
    assert judge(SIGNED, RATIFIED, rescinded) == [line(3) + "a withdrawal-rescinded cannot undo a ratification"]
    ruling = act("court-ruling", "2017-02-22", title="Ruling", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, NOTICE, ruling) == [line(4) + "a court-ruling cannot undo a withdrawal-notice"]


def test_an_act_undoes_an_earlier_one(judge: Judge) -> None:
    late = act("withdrawal-rescinded", "2016-10-26", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, late, NOTICE) == [
        line(3) + "undoes 'GRA-2016-10-27-withdrawal-notice', which is not earlier"
    ]
    same_day = act("withdrawal-rescinded", "2016-10-27", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, NOTICE, same_day) == []


def declaration(name: str, undoes: str = "", done: str = "2005-01-01") -> str:
    undone = f"GRA-{done}-declaration-{undoes}" if undoes else ""
    return act("declaration", done, id=f"GRA-{done}-declaration-{name}", kind="other", title="Words", undoes=undone)


def test_no_act_undoes_itself(judge: Judge) -> None:
    assert judge(declaration("a", undoes="a")) == [
        line(1) + "undoes 'GRA-2005-01-01-declaration-a', which is not earlier"
    ]


def test_two_acts_of_one_day_do_not_undo_each_other(judge: Judge) -> None:
    assert judge(declaration("a"), declaration("b", undoes="a")) == []
    assert line(1) + "undoes 'GRA-2005-01-01-declaration-b', which is not earlier" in judge(
        declaration("a", undoes="b"), declaration("b", undoes="a")
    )


def test_no_circle_of_acts_of_one_day_undoes_itself(judge: Judge) -> None:
    circle = [declaration("a", undoes="c"), declaration("b", undoes="a"), declaration("c", undoes="b")]
    assert any("GRA-2005-01-01-declaration-" in problem for problem in judge(*circle))


def test_an_act_may_undo_one_of_which_no_day_is_known(judge: Judge) -> None:
    undated = act("declaration", kind="other", title="Words", note="No day is known.")
    taken_back = act("declaration", "2005-01-01", kind="other", title="No more", undoes="GRA-undated-declaration")
    assert judge(taken_back, undated) == []


def test_an_act_of_which_no_day_or_only_the_month_is_known_may_undo_one_with_a_day(judge: Judge) -> None:
    stated = act("declaration", "2005-01-31", kind="other", title="Words")
    keys = {
        "kind": "other",
        "title": "No more",
        "note": "The day is not known.",
        "undoes": "GRA-2005-01-31-declaration",
    }
    for done in ("", "2005-01"):
        assert judge(stated, act("declaration", done, **keys)) == []


def test_no_act_without_a_day_undoes_itself(judge: Judge) -> None:
    keys = {"kind": "other", "title": "Words", "note": "No day is known.", "undoes": "GRA-undated-declaration"}
    assert judge(act("declaration", **keys)) == [line(1) + "undoes 'GRA-undated-declaration', which is not earlier"]


def test_no_act_is_undone_twice(judge: Judge) -> None:
    again = act("withdrawal-rescinded", "2017-03-01", undoes="GRA-2016-10-27-withdrawal-notice")
    message = "'GRA-2016-10-27-withdrawal-notice' is undone twice"
    assert judge(SIGNED, RATIFIED, NOTICE, RESCINDED, again) == [line(4) + message, line(5) + message]


def test_an_act_that_undoes_one_without_a_day_is_told_and_stops_nothing(judge: Judge) -> None:
    undated = act("declaration", kind="other", title="Words", note="No day is known.")
    rescinded = act("withdrawal-rescinded", "2017-02-10", undoes="GRA-undated-declaration")
    assert judge(SIGNED, RATIFIED, rescinded, undated) == [line(3) + "a withdrawal-rescinded cannot undo a declaration"]


@pytest.mark.parametrize(
    ("kind", "undoing"), [("withdrawal-notice", "withdrawal-rescinded"), ("ratification", "instrument-withdrawn")]
)
def test_an_act_that_undoes_one_which_lacks_its_day_stops_nothing(judge: Judge, kind: str, undoing: str) -> None:
    undated = act(kind, note="No day is known.")
    undone = act(undoing, "2017-02-10", undoes=f"GRA-undated-{kind}")
    assert line(3) + f"a {kind} moves a status and needs its day" in judge(SIGNED, RATIFIED, undated, undone)


# Circles that days which are not known allow


WORDS = {"kind": "other", "title": "Words", "note": "The day is not known."}


@pytest.mark.parametrize(
    "circle",
    [
        [("a", "", "b", ""), ("b", "", "a", "")],
        [("a", "2005-01-01", "b", ""), ("b", "", "a", "2005-01-01")],
        [("b", "2005-01-15", "a", "2005-01"), ("a", "2005-01", "b", "2005-01-15")],
        [("a", "", "c", ""), ("b", "", "a", ""), ("c", "", "b", "")],
    ],
    ids=["no days", "one day", "a month", "three"],
)
def test_no_circle_of_acts_whose_days_are_not_known_undoes_itself(
    judge: Judge, circle: list[tuple[str, str, str, str]]
) -> None:
    def named(name: str, done: str) -> str:
        return f"GRA-{done or 'undated'}-declaration-{name}"

    acts = [
        act("declaration", done, id=named(name, done), undoes=named(other, its_day), **WORDS)
        for name, done, other, its_day in circle
    ]
    assert judge(*acts) == [
        line(number) + f"undoes '{named(other, its_day)}', which leads back to this act"
        for number, (_, _, other, its_day) in enumerate(circle, 1)
    ]


def test_a_chain_of_acts_whose_days_are_not_known_leads_nowhere_twice(judge: Judge) -> None:
    chain = [
        act("declaration", id=f"GRA-undated-declaration-{name}", undoes=undone, **WORDS)
        for name, undone in (("a", ""), ("b", "GRA-undated-declaration-a"), ("c", "GRA-undated-declaration-b"))
    ]
    assert judge(*chain) == []
