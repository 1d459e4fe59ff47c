"""The Agreement on the Privileges and Immunities of the Court and its parties, on any day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from icc_cli import IccDataset
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def test_every_party_and_signatory_has_its_sources(icc_json: Json) -> None:
    found = icc_json("agreement", "--status", "all", "--on", ON)
    assert found
    assert all(one["sources"] for one in found)


def test_the_agreement_was_in_force_from_22_july_2004(icc_json: Json, acts_on_file: list[dict[str, Any]]) -> None:
    first = {act["iso3"] for act in acts_on_file if act["act"] == "apic-consent" and act["done"] <= "2004-06-22"}
    assert icc_json("agreement", "--on", "2004-07-21") == []
    assert {one["iso3"] for one in icc_json("agreement", "--on", "2004-07-22")} == first
    (canada,) = icc_json("agreement", "canada", "--on", "2004-07-21")
    assert (canada["party"], canada["entered_into_force"]) == (False, None)
    assert canada["entry_into_force_expected"] == "2004-07-22"


def test_the_agreement_binds_from_the_thirtieth_day_after_the_deposit(dataset: IccDataset) -> None:
    for one in dataset.agreement(on=TODAY):
        assert isinstance(one.deposited, date)
        assert one.entered_into_force
        if one.instrument != "succession":
            assert one.entered_into_force == max(one.deposited + timedelta(days=30), date(2004, 7, 22))


def test_a_signatory_has_signed_and_is_no_party(icc_json: Json) -> None:
    signatories = icc_json("agreement", "--status", "signatory", "--on", ON)
    parties = icc_json("agreement", "--on", ON)
    every = icc_json("agreement", "--status", "all", "--on", ON)
    assert all(one["signed"] and not one["party"] for one in signatories)
    assert len(signatories) + len(parties) == len(every)
    assert [one["iso3"] for one in icc_json("agreement", "usa", "ukraine", "--on", ON)] == ["UKR"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--status", "partie"), 2, "did you mean 'party'?"),
        (("atlantis",), 2, "no State is known as 'atlantis'"),
        (("--on", "2004-07-21"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_about_the_agreement_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc("agreement", *arguments)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    assert said in err
