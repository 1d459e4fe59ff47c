"""An answer as programs read it."""

from datetime import date

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import read
from tests.support.jurisdiction import CAH


@pytest.mark.parametrize("place", ["territory:greenland", "territory:eez-dnk"])
def test_the_tokens_of_a_question_are_given_back_as_the_input_table_writes_them(place: str, store: Store) -> None:
    tokens = [place, "vessel:DNK", "aircraft:FRA", "cross-border:CAN", "amended:8-2-e-xix", "age:30", "un-operation",
              "unrelated-to-situation"]  # fmt: skip
    day = date(2023, 1, 1)
    assert list(read(Facts(store), crime="war-crimes", day=day, as_of=day, special=tokens).special) == tokens
    company = read(Facts(store), crime=CAH, day=day, as_of=day, nationals=["FRA"], special=["legal-person"])
    assert company.special == ("legal-person",)
