"""The collected cases, row by row: what the Court could judge, and on which articles that rests."""

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import written
from tests.support.evidence import Row, evidence
from tests.support.jurisdiction import ask_case

NOT_A_BASIS = {"J148": "8(2)(b)(xxv)"}
"""Docs/jurisdiction.md says why: it defines a crime, and the row does not ask about it."""


@pytest.mark.parametrize(
    "row", [*evidence("jurisdiction_cases"), *evidence("jurisdiction_cases_2")], ids=lambda row: row["id"]
)
def test_a_collected_case_comes_out_as_written_on_the_stated_articles(row: Row, store: Store) -> None:
    found = ask_case(store, row)
    assert written(found) == row["expected"]
    stated = set(filter(None, row["basis"].split(";"))) - {NOT_A_BASIS.get(row["id"], "")}
    assert stated <= set(found.bases)
    if row.get("trigger") and found.triggers:
        assert row["trigger"] in {trigger.article for trigger in found.triggers}
