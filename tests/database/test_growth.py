"""One fact is looked up, whatever the size of the dataset: no table that grows with it is read whole."""

from collections.abc import Callable
from datetime import date

import pytest

from icc_cli.database.store import Store
from icc_cli.queries.acts import events
from icc_cli.queries.cite import cite
from icc_cli.queries.names import find
from icc_cli.queries.show import show
from icc_cli.queries.status import status
from tests.support.places import TODAY

ONE_FACT: dict[str, Callable[[Store], object]] = {
    "a State by its name": lambda store: find(store, "russia"),
    "its status": lambda store: status(store, "RUS", TODAY),
    "its status as once known": lambda store: status(store, "RUS", TODAY, date(2016, 11, 30)),
    "its acts": lambda store: events(store, TODAY, states=["RUS"]),
    "an act by its id": lambda store: show(store, "rus-2016-11-30-no-intent-declaration", TODAY),
    "an act with what undid it": lambda store: show(store, "GMB-2016-11-10-withdrawal-notice", TODAY),
    "a citation of a State": lambda store: cite(store, ["russia"], TODAY),
}
GROWS = {"act", "concerns", "disputed", "document", "situation", "situation_state", "source", "span", "state"}


@pytest.mark.parametrize("fact", ONE_FACT)
def test_one_fact_is_looked_up_and_no_growing_table_read_whole(
    fact: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned: list[str] = []
    real = Store.rows

    def watched(self: Store, query: str, *values: object) -> object:
        plan = self.connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
        steps = [str(step["detail"]).replace(" TABLE ", " ").split() for step in plan]
        scanned.extend(step[1] for step in steps if step[0] == "SCAN")
        return real(self, query, *values)

    monkeypatch.setattr(Store, "rows", watched)
    ONE_FACT[fact](store)
    assert not GROWS & set(scanned)
