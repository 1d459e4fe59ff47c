"""Notebooks show answers as tables; the lists are lists all the same."""

import pickle
import re

from icc_cli import IccDataset
from icc_cli.api.answers import Answers

ON = "2016-11-16"


def test_a_list_shows_a_row_for_each_record_and_no_empty_column(dataset: IccDataset) -> None:
    found = dataset.withdrawals(on=ON, outcomes="pending")
    page = found._repr_html_()  # type: ignore[attr-defined]
    assert page.count("<tr>") == 1 + len(found) == 4
    assert "<td>GMB</td>" in page
    assert "<td>2017-11-10</td>" in page
    assert "<caption>3 in all</caption>" in page
    heads = re.findall("<th>(.*?)</th>", page)
    assert heads[:2] == ["id", "iso3"]
    assert "outcome_date" not in heads


def test_a_long_list_shows_its_first_rows_and_says_how_many_there_are(dataset: IccDataset) -> None:
    found = dataset.panel()
    page = found._repr_html_()  # type: ignore[attr-defined]
    assert page.count("<tr>") == 61
    assert f"<caption>the first 60 of {len(found):,}</caption>" in page


def test_an_answer_is_a_list_and_equal_to_one(dataset: IccDataset) -> None:
    for found in (
        dataset.parties(on=ON), dataset.events(on=ON), dataset.cite("gambia", on=ON), dataset.find_all(["Kenya"]),
        dataset.sql("SELECT 1 AS one"), dataset.state_amendments("norway", on=ON), dataset.cooperation(on=ON),
    ):  # fmt: skip
        assert isinstance(found, Answers)
        assert found == list(found)
        assert repr(found) == repr(list(found))
        assert pickle.loads(pickle.dumps(found)) == found


def test_a_record_shows_what_it_holds_and_those_within_it(dataset: IccDataset) -> None:
    page = dataset.status("gambia", on=ON)._repr_html_()
    assert "<tr><th>status</th><td>state-party-withdrawing</td></tr>" in page
    assert "<tr><th>withdrawal_effective</th><td>2017-11-10</td></tr>" in page
    assert page.count("<table>") > 1
    assert "<th>withdrawal_rescinded</th><td></td>" not in page
    assert "<td>None</td>" not in page


def test_text_is_never_markup() -> None:
    page = Answers([{"<b>": "<script>alert(1)</script>\x1b[31m"}])._repr_html_()
    assert "<script>" not in page
    assert "&lt;b&gt;" in page
    assert "\x1b" not in page
    assert Answers([1, 2])._repr_html_() == "<pre>[1, 2]</pre>"
