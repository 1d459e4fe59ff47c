"""Text as it may be shown: it does not act on a terminal, and no cell of it runs in a spreadsheet."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icc_cli.page.text import clean, escape_formula, refolded


@given(st.text(st.characters()))
@example("\udcff\ud800")
@example("\u061c\u200e\u200f\ufeff")
def test_cleaned_text_is_safe_and_plain_text_stays_as_it_is(text: str) -> None:
    safe = clean(text)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", safe
    )
    if text.isprintable():
        assert clean(text) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "-", "+", "＝1", "＋1", "－1", "＠A1", " =1", "\u3000＝1", "\t1", "\n1"]
)
def test_no_cell_starts_a_formula(text: str) -> None:
    assert escape_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+2.5", "2016-11-30", "plain = text", ""])
def test_numbers_dates_and_words_stay_as_they_are_in_a_cell(text: str) -> None:
    assert escape_formula(text) == text


PAGE = """\
Article 12(3) declaration
    A State that is not a Party accepts the Court's jurisdiction over a
    crime. It does not make it a Party.

  ICC_DATA    the data directory to use; --data wins over it, and so
              it is
  icc status russia
  icc status niger"""


def test_a_page_of_help_is_folded_anew_under_its_own_text_for_a_narrow_terminal() -> None:
    assert (
        refolded(PAGE, 40)
        == """\
Article 12(3) declaration
    A State that is not a Party accepts
    the Court's jurisdiction over a
    crime. It does not make it a Party.

  ICC_DATA    the data directory to use;
              --data wins over it, and
              so it is
  icc status russia
  icc status niger"""
    )
    assert refolded(PAGE, 80) == PAGE


@given(st.lists(st.text("ab ", max_size=60), min_size=1), st.integers(1, 80))
def test_folding_a_page_loses_no_word_and_breaks_none(lines: list[str], width: int) -> None:
    page = "\n".join(lines)
    assert refolded(page, width).split() == page.split()
