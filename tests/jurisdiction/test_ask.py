"""A question as typed, and what the States in its answer are called."""

from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.ask import ask
from tests.support.places import TODAY


@pytest.mark.parametrize("crime", ["war-crimes", "aggression"])
@pytest.mark.parametrize("place", ["SSD", "MNE", "UKR", "TWN"])
def test_every_state_that_an_answer_names_has_a_name(place: str, crime: str, store: Store) -> None:
    given: dict[str, Any] = {"territory": place, "today": TODAY}
    for day in (date(2004, 1, 1), date(2019, 1, 1)):
        [one] = ask(store, crimes=[crime], day=day, **given)
        told = one.answer
        states = {each.iso3 for each in (told.would_change.missing if told.would_change else ())}
        states |= {each.iso3 for each in told.depends_on_nationality} | {each.state for each in one.grounds}
        assert states - {None} <= one.names.keys()
