"""Text as it may be shown: it does not act on a terminal, and no cell of it runs in a spreadsheet."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icc_cli.page.text import clean, escape_formula


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
