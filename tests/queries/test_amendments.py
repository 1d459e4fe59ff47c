"""Amendments, their parties and how a State stands to them, on any day."""

from collections.abc import Callable
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from icc_cli import IccDataset, UnknownName, open_dataset
from icc_cli.database.store import Store
from icc_cli.queries.amendments import AmendmentParty, AmendmentStatus, find_amendment, seven_eighths
from tests.support.datadir import act, small_data
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def listed(icc_json: Json, on: str = ON) -> dict[str, Any]:
    return {one["id"]: one for one in icc_json("amendments", "--on", on)}


def tie(dataset: IccDataset, amendment: str, iso3: str, on: str) -> str | None:
    """Return how a State stands to an amendment on a day."""
    found = dataset.amendment(amendment, on=date.fromisoformat(on))
    assert found
    return next((one.state for one in found.parties if one.iso3 == iso3), None)


@pytest.mark.parametrize(
    "question", [(), ("aggression-2010",), ("--state", "germany")], ids=["all", "one", "of-a-state"]
)
def test_every_amendment_and_every_tie_of_a_state_has_its_sources(question: tuple[str, ...], icc_json: Json) -> None:
    found = icc_json("amendments", *question, "--on", ON)
    assert found
    for record in found:
        assert record["sources"]
        for party in record.get("parties", ()):
            assert party["state"] in set(AmendmentStatus)
            assert party["sources"]


# Who is bound, and from when


def test_a_consent_binds_from_the_day_one_year_after_its_deposit(dataset: IccDataset) -> None:
    assert tie(dataset, "aggression", "LIE", "2012-05-07") is None
    assert tie(dataset, "aggression", "LIE", "2012-05-08") == "waiting"
    assert tie(dataset, "aggression", "LIE", "2013-05-07") == "waiting"
    assert tie(dataset, "aggression", "LIE", "2013-05-08") == "bound"


@pytest.mark.parametrize("on", ["2016-11-16", "2019-07-01", "2022-03-31", ON])
def test_those_that_consented_are_bound_or_wait(on: str, icc_json: Json, acts_on_file: list[dict[str, Any]]) -> None:
    for key, one in listed(icc_json, on).items():
        if one["rule"] == "122" or not one["adopted"]:
            continue
        consents = [act for act in acts_on_file if act.get("amendment") == key and act["act"] == "amendment-consent"]
        assert one["consents"] == sum(1 for act in consents if act["done"] <= on)
        assert one["bound"] == sum(1 for act in consents if act.get("effect", "never") <= on)
        assert one["waiting"] == one["consents"] - one["bound"]


def test_an_amendment_is_in_force_from_the_first_day_on_which_it_binds_a_state(icc_json: Json) -> None:
    assert listed(icc_json, "2013-05-07")["aggression-2010"]["in_force"] is None
    assert listed(icc_json, "2013-05-08")["aggression-2010"]["in_force"] == "2013-05-08"
    assert listed(icc_json, "2018-07-16")["aggression-2010"]["jurisdiction_from"] is None
    assert listed(icc_json, "2018-07-17")["aggression-2010"]["jurisdiction_from"] == "2018-07-17"


def test_ukraine_consented_before_the_statute_was_in_force_for_it_and_is_counted(icc_json: Json) -> None:
    before, after = (listed(icc_json, day)["starvation-2019"]["consents"] for day in ("2024-10-24", "2024-10-25"))
    assert after == before + 1


def test_a_state_that_left_is_no_longer_bound(dataset: IccDataset, icc_json: Json) -> None:
    assert tie(dataset, "aggression", "NER", "2027-06-17") == "bound"
    assert tie(dataset, "aggression", "NER", "2027-06-18") == "left"
    before, after = (listed(icc_json, day)["aggression-2010"] for day in ("2027-06-17", "2027-06-18"))
    assert (after["bound"], after["consents"]) == (before["bound"] - 1, before["consents"] - 1)
    (niger,) = icc_json("amendments", "aggression", "--state", "niger", "--on", "2027-06-18")
    assert niger["projected"]
    assert niger["deposited"] == "2023-04-14"


def test_kenya_opted_out_of_aggression_without_consenting(icc_json: Json) -> None:
    (aggression,) = icc_json("amendments", "aggression", "--on", ON)
    (kenya,) = (one for one in aggression["parties"] if one["iso3"] == "KEN")
    assert (kenya["state"], kenya["opted_out"], kenya["deposited"]) == ("opted-out", "2015-11-30", None)
    assert aggression["opted_out"] == 1
    assert listed(icc_json, "2015-11-29")["aggression-2010"]["opted_out"] == 0


def test_an_amendment_shows_from_the_day_of_its_adoption_and_a_proposal_from_that_of_its_circulation(
    icc_json: Json, icc: Run
) -> None:
    assert "starvation-2019" not in listed(icc_json, "2019-12-05")
    assert "starvation-2019" in listed(icc_json, "2019-12-06")
    proposal = "aggression-jurisdiction-proposal-2025"
    assert proposal not in listed(icc_json, "2025-04-06")
    found = listed(icc_json, "2025-04-07")[proposal]
    assert (found["proposed"], found["adopted"], found["bound"]) == ("2025-04-07", None, 0)
    assert icc("amendments", "starvation", "--on", "2019-12-05")[0] == 1
    assert "A proposal, not adopted" in icc("amendments", "proposal", "--on", ON)[1]


# What binds all at once


@pytest.mark.parametrize("on", [ON, "2024-12-31", "2016-11-16", "2019-07-01"])
def test_deleting_article_124_needs_seven_eighths_of_the_parties_of_the_day(
    on: str, icc_json: Json, dataset: IccDataset
) -> None:
    required = ceil(len(dataset.parties(on=date.fromisoformat(on))) * 7 / 8)
    one = listed(icc_json, on)["article-124-2015"]
    assert (one["required"], one["missing"]) == (required, required - one["consents"])
    assert one["bound"] == 0
    assert one["in_force"] is None


def test_seven_eighths_are_rounded_up() -> None:
    assert [seven_eighths(n) for n in (125, 124, 120, 8, 1)] == [110, 109, 105, 7, 1]


def test_under_article_121_4_all_are_bound_one_year_after_seven_eighths_have_consented(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    consent = act("amendment-consent", "2016-01-10", "RUR", amendment="article-124-2015", instrument="acceptance")
    data.edit("states/RUR.yaml", "\n  - act: withdrawal-notice", f"\n  - {consent}\n\n  - act: withdrawal-notice")
    with open_dataset(tmp_path) as small:
        last, first = (small.amendment("124", on=day) for day in (date(2017, 1, 9), date(2017, 1, 10)))
    assert last
    assert first
    assert (last.in_force, last.bound, last.waiting, last.missing) == (None, 0, 1, 0)
    assert (first.in_force, first.bound, first.waiting) == (date(2017, 1, 10), 1, 0)


def test_the_institutional_amendment_binds_every_state_party_without_a_deposit(
    icc_json: Json, dataset: IccDataset
) -> None:
    parties = len(dataset.parties(on=date(2024, 6, 13)))
    last, first = (icc_json("amendments", "article-39", "--on", day)[0] for day in ("2024-06-12", "2024-06-13"))
    assert (last["in_force"], last["bound"], last["waiting"], last["consents"]) == (None, 0, parties, 0)
    assert (first["in_force"], first["bound"], first["waiting"], first["consents"]) == ("2024-06-13", parties, 0, 0)
    assert first["required"] is first["missing"] is None
    (ukraine,) = (one for one in icc_json("amendments", "--state", "ukraine", "--on", ON) if not one["instrument"])
    assert (ukraine["amendment"], ukraine["binding_from"]) == ("article-39-2023", "2025-01-01")


# By name, and by State


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("aggression-2010", "aggression-2010"),
        ("aggression", "aggression-2010"),
        ("Aggression 2010", "aggression-2010"),
        ("xviii-10-b", "aggression-2010"),
        ("UNTC XVIII.10.b", "aggression-2010"),
        ("10.b", "aggression-2010"),
        ("10g", "starvation-2019"),
        ("poison", "war-crimes-niac-2010"),
        ("lasers", "blinding-lasers-2017"),
        ("124", "article-124-2015"),
        ("article 39", "article-39-2023"),
        ("proposal", "aggression-jurisdiction-proposal-2025"),
    ],
)
def test_an_amendment_may_be_named_loosely(name: str, key: str, store: Store) -> None:
    assert find_amendment(store, name) == key


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("agression", "did you mean aggression-2010?"),
        ("weapons", "did you mean biological-weapons-2017 or blinding-lasers-2017?"),
        ("xyzzy", "one of: war-crimes-niac-2010, "),
        ("10", "one of: "),
        ("", "one of: "),
    ],
)
def test_an_unknown_amendment_gets_suggestions(name: str, said: str, store: Store, icc: Run) -> None:
    with pytest.raises(UnknownName, match="no amendment is known as"):
        find_amendment(store, name)
    code, out, err = icc("amendments", name)
    assert (code, out) == (2, "")
    assert said in err


def test_amendments_can_be_asked_state_by_state(icc_json: Json, icc: Run) -> None:
    found = icc_json("amendments", "--state", "niger", "--state", "germany", "--on", ON)
    assert list(dict.fromkeys(one["iso3"] for one in found)) == ["NER", "DEU"]
    assert [one["amendment"] for one in found if one["iso3"] == "NER"] == ["aggression-2010", "article-39-2023"]
    assert icc("amendments", "--state", "russia", "--on", ON)[0] == 1
    assert "No consent on record: article-124-2015" in icc("amendments", "--state", "germany", "--on", ON)[1]


def test_a_state_stands_to_each_amendment_as_the_amendment_lists_it(dataset: IccDataset) -> None:
    found = dataset.state_amendments("kenya", "DEU", on=TODAY)
    listing = [
        (code, key.id, key.title, party)
        for code in ("KEN", "DEU")
        for key in dataset.amendments(on=TODAY)
        for amendment in [dataset.amendment(key.id, on=TODAY)]
        if amendment
        for party in amendment.parties
        if party.iso3 == code
    ]
    assert [(one.iso3, one.amendment, one.title) for one in found] == [entry[:3] for entry in listing]
    for one, (*_, party) in zip(found, listing, strict=True):
        for name in AmendmentParty._fields:
            assert getattr(one, name) == getattr(party, name), name
    assert {one.amendment: one.state for one in found if one.iso3 == "KEN"}[
        "aggression-2010"
    ] == AmendmentStatus.OPTED_OUT


def test_a_state_has_no_tie_to_an_amendment_before_it_consents_or_while_it_is_no_party(dataset: IccDataset) -> None:
    assert dataset.state_amendments("russia", on=TODAY) == []
    assert dataset.state_amendments("niger", on=date(2023, 4, 13)) == []
    (consent,) = dataset.state_amendments("niger", on=date(2023, 4, 14))
    assert (consent.amendment, consent.state) == ("aggression-2010", AmendmentStatus.WAITING)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--state", "kenxa"), 2, "did you mean Kenya?"),
        (("aggression", "starvation"), 2, "see 'icc amendments --help'"),
        (("--on", "2009"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_about_amendments_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc("amendments", *arguments)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    assert said in err
