"""The derivation on the facts: each status of the evidence, and each State's on every day."""

from datetime import date, timedelta

import pytest

from icc_cli.database.store import Store
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.status import status
from icc_cli.treaty.vocabulary import STATUS_ACTS
from tests.support.evidence import evidence

FIRST, LAST = date(1998, 1, 1), date(2030, 12, 31)


def test_spans_and_derivation_agree_for_every_state_on_every_day_from_1998_to_2030(
    files: Dataset, store: Store
) -> None:
    for state in files.states:
        if state.no_act or not state.acts:
            continue
        born = state.independence.day if state.independence else None
        rows = store.rows("SELECT since, until, status FROM span WHERE iso3 = ? ORDER BY since", state.iso3)
        moving = [act for act in state.acts if act.act in STATUS_ACTS]
        days = 0
        for row in rows:
            start = max(date.fromisoformat(row["since"]), FIRST)
            end = min(date.fromisoformat(row["until"]) if row["until"] else date.max, LAST + timedelta(days=1))
            for n in range((end - start).days):
                assert status(moving, start + timedelta(days=n), None, born) == row["status"]
                days += 1
        assert days == (LAST - FIRST).days + 1, f"the spans of {state.iso3} leave days out"


@pytest.mark.parametrize(
    "row", evidence("status_vectors"), ids=lambda row: f"{row['iso3']}-{row['as_of']}-{row['known_by']}"
)
def test_every_vector_of_the_evidence_comes_out(row: dict[str, str], files: Dataset) -> None:
    state = next(state for state in files.states if state.iso3 == row["iso3"])
    known_by = date.fromisoformat(row["known_by"]) if row["known_by"] else None
    assert status(state.acts, date.fromisoformat(row["as_of"]), known_by) == row["expected_status"]
