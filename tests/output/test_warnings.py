"""What a page says of itself when the record behind it is old."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from icc_cli.cli import request
from icc_cli.database.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("format_name", ["table", "plain", "markdown", "html"])
def test_a_page_counts_the_days_once_the_check_is_more_than_sixty_days_old(
    icc: Run, store: Store, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    pages = []
    for age in (60, 61):
        monkeypatch.setattr(request, "clock", lambda age=age: store.checked + timedelta(days=age))
        pages.append(icc("status", "norway", "--on", str(date(2020, 1, 1)), "--format", format_name)[1])
    assert "checked 60 days ago" not in pages[0]
    assert "The record was checked 61 days ago. For a newer one: icc data update FILE, or pip install" in pages[1]


def test_a_supposed_act_of_a_later_day_makes_the_record_no_older(icc: Run, store: Store) -> None:
    day = store.checked + timedelta(days=900)
    _, page, _ = icc("status", "norway", "--suppose", f"norway withdrawal-notice {day}")
    assert "SUPPOSED" in page
    assert "days ago" not in page
