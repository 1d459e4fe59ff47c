"""Chosen fields, and any value in one cell."""

import json
from collections.abc import Callable

import pytest

from icc_cli.output.fields import cell, pick
from tests.support.questions import ASKED

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("question", [one for one in ASKED if one[0] != "sql"], ids=" ".join)
def test_the_fields_listed_are_those_of_the_answer(question: tuple[str, ...], icc: Run) -> None:
    answer = json.loads(icc(*question, "--json")[1])
    data = answer["data"]
    listed = icc(*question, "--fields")[1]
    if f"# {answer['schema']}\n" in listed:  # one of several kinds of answer, which are listed one after the other
        listed = listed.partition(f"# {answer['schema']}\n")[2].partition("#")[0]
    for record in data if isinstance(data, list) else data.get("crimes") or [data]:
        assert set(record) <= set(listed.splitlines())


def test_fields_alone_lists_what_there_is_even_without_a_question(icc: Run) -> None:
    code, out, err = icc("status", "--fields")
    assert (code, err) == (0, "")
    assert {"iso3", "status", "sources.symbol", "acts.id", "asked"} <= set(out.splitlines())
    assert "# icc/amendment/1" in icc("amendments", "--fields")[1].splitlines()


def test_fields_are_chosen_in_order_and_reach_into_parts(icc: Run) -> None:
    chosen = ("withdrawals", "gambia", "--on", "2026-11-23", "--fields", "outcome,iso3,sources.key")
    (record,) = json.loads(icc(*chosen, "--json")[1])["data"]
    assert list(record) == ["outcome", "iso3", "sources.key"]
    assert icc(*chosen)[1].split()[:6] == ["outcome", "iso3", "sources.key", "rescinded", "GMB", "cn-862-2016;"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("outcom", "there is no field 'outcom'; did you mean 'outcome'?"),
        ("sources.symbl", "there is no field 'sources.symbl'; did you mean 'sources.symbol'?"),
        ("iso3.x", "there is no field 'iso3.x'; --fields alone, at the end, lists them"),
    ],
)
def test_a_field_that_is_not_there_is_refused_with_the_nearest(fields: str, said: str, icc: Run) -> None:
    assert icc("withdrawals", "--fields", fields) == (2, "", f"icc: --fields: {said}\n")


def test_a_mapping_has_whatever_keys_its_record_has(icc: Run) -> None:
    out = icc("events", "niger", "--kind", "amendment-consent", "--fields", "details.amendment", "--format", "tsv")[1]
    assert out == "details.amendment\naggression-2010\n"


def test_a_calendar_has_no_chosen_fields(icc: Run) -> None:
    assert icc("upcoming", "--fields", "day", "--format", "ics") == (
        2, "", "icc: a calendar has fields of its own; leave out --fields\n",
    )  # fmt: skip


def test_paths_go_through_lists_and_stop_where_there_is_nothing() -> None:
    act = {"sources": [{"key": "a", "parts": [1, 2]}, {"key": "b", "parts": [3]}], "note": None}
    assert pick(act, "sources.key") == ["a", "b"]
    assert pick(act, "sources.parts") == [1, 2, 3]
    assert pick(act, "note.text") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        ([1, None, "a"], "1; ; a"),  # keeps its place beside another column
        ([None, None], ""),
        ({"symbol": None, "title": "T"}, "T"),
        ({"field": "done"}, '{"field":"done"}'),
        ({}, ""),
    ],
)
def test_a_cell_holds_any_value(value: object, text: str) -> None:
    assert cell(value) == text
