"""Declarations and acts like them, on any day."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def test_every_declaration_has_its_sources(icc_json: Json) -> None:
    found = icc_json("declarations", "--on", ON)
    assert found
    assert all(one["sources"] for one in found)


def test_uruguay_s_declaration_was_withdrawn_on_26_february_2008(icc_json: Json) -> None:
    def first(on: str) -> Any:
        return icc_json("declarations", "uruguay", "--kind", "interpretative", "--on", on)[0]

    assert (first("2008-02-25")["withdrawn"], first("2008-02-25")["in_force_to"]) == (False, None)
    withdrawn = first("2008-02-26")
    assert (withdrawn["withdrawn"], withdrawn["withdrawn_on"]) == (True, "2008-02-26")
    assert withdrawn["in_force_to"] == "2008-02-26"


def test_france_withdrew_its_article_124_declaration_with_effect_on_an_earlier_day(icc_json: Json) -> None:
    (later,) = icc_json("declarations", "france", "--kind", "article-124", "--on", "2008-08-13")
    assert (later["in_force_to"], later["withdrawn_on"]) == ("2008-06-15", "2008-08-13")
    (before,) = icc_json("declarations", "france", "--kind", "article-124", "--on", "2008-08-12")
    assert (before["in_force_from"], before["in_force_to"], before["withdrawn"]) == ("2002-07-01", "2009-06-30", False)


def test_an_acceptance_of_jurisdiction_holds_for_the_time_it_names(icc_json: Json) -> None:
    found = icc_json("declarations", "ukraine", "--kind", "article-12-3", "--on", ON)
    assert [(one["in_force_from"], one["in_force_to"]) for one in found] == [
        ("2013-11-21", "2014-02-22"),
        ("2014-02-20", None),
    ]


def test_declarations_against_a_state_show_on_its_page(icc_json: Json, icc: Run) -> None:
    against = [one["iso3"] for one in icc_json("declarations", "uruguay", "--on", ON) if one["against"] == "URY"]
    assert against == ["SWE", "NOR"]
    _, out, _ = icc("declarations", "uruguay", "--on", ON)
    assert "withdrawn 26 Feb 2008" in out
    assert "against Uruguay" in out


def test_declarations_without_a_day_say_so_and_a_period_leaves_them_out(icc_json: Json, icc: Run) -> None:
    assert "no day" in icc("declarations", "serbia", "--on", ON)[1]
    found = icc_json("declarations", "--since", "2024-10", "--until", "2024-10", "--on", ON)
    assert {one["iso3"] for one in found} == {"UKR"}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--kind", "reservation"), 2, "unknown word 'reservation'"),
        (("--kind", "artikel-124"), 2, "did you mean 'article-124'?"),
        (("--since", "2030"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_about_declarations_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc("declarations", *arguments)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    assert said in err
