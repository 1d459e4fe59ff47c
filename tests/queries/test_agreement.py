"""The Agreement on the Privileges and Immunities of the Court and its parties, on any day."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli import IccDataset, open_dataset
from tests.support.datadir import act, small_data
from tests.support.graustark import GRAUSTARK, doing
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


JOINED = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")
DENOUNCED = act("apic-denunciation", "2010-03-01", effect="2011-03-01")
TAKEN_BACK = act("apic-denunciation-withdrawn", "2010-06-01", undoes="GRA-2010-03-01-apic-denunciation")
ANEW = act("apic-consent", "2012-01-01", effect="2012-01-31", instrument="accession")


def made(path: Path, *acts: str, counted: str = "") -> Path:
    """Write the small dataset, where Graustark has done this, and the depositary's count of parties on a day."""
    data = small_data(path / "data")
    data.write(GRAUSTARK, doing(*acts))
    if counted:
        published = f"published: {{count: 1, day: {counted}, sources: [gazette]}}"
        data.append("dataset.yaml", f"lists:\n  agreement: {{{published}}}\n")
    assert data.problems() == []
    return data.path


def standings(path: Path, day: str) -> list[str]:
    """Return by which words Graustark is found on a day."""
    with open_dataset(path) as data:
        words = ("party", "denouncing", "former-party", "signatory", "all")
        return [word for word in words if data.agreement(on=day, status=word)]


def test_a_state_that_denounced_the_agreement_is_a_party_until_that_takes_effect(tmp_path: Path) -> None:
    path = made(tmp_path, JOINED, DENOUNCED)
    assert standings(path, "2010-02-28") == ["party", "all"]
    assert standings(path, "2010-03-01") == standings(path, "2011-02-28") == ["party", "denouncing", "all"]
    assert standings(path, "2011-03-01") == ["former-party", "all"]
    with open_dataset(path) as data:
        (before,), (pending,), (left,) = (
            data.agreement(on=day, status="all") for day in ("2010-02-28", "2010-03-01", "2011-03-01")
        )
    assert (before.denunciation_notified, before.denunciation_effective) == (None, None)
    for one in (pending, left):
        assert (one.denunciation_notified, one.denunciation_effective) == (date(2010, 3, 1), date(2011, 3, 1))
        assert (one.denunciation_withdrawn, one.entered_into_force) == (None, date(2005, 1, 31))


def test_a_denunciation_that_was_withdrawn_ends_nothing(tmp_path: Path) -> None:
    path = made(tmp_path, JOINED, DENOUNCED, TAKEN_BACK)
    assert standings(path, "2010-05-31") == ["party", "denouncing", "all"]
    assert standings(path, "2010-06-01") == standings(path, "2011-03-01") == ["party", "all"]
    with open_dataset(path) as data:
        (stays,) = data.agreement(on="2011-03-01")
    assert (stays.denunciation_notified, stays.denunciation_effective) == (date(2010, 3, 1), None)
    assert stays.denunciation_withdrawn == date(2010, 6, 1)


def test_a_state_that_joins_the_agreement_anew_is_a_party_by_its_new_consent(tmp_path: Path) -> None:
    path = made(tmp_path, JOINED, DENOUNCED, ANEW)
    assert standings(path, "2011-12-31") == ["former-party", "all"]
    assert standings(path, "2012-01-30") == ["all"]
    assert standings(path, "2012-01-31") == ["party", "all"]
    with open_dataset(path) as data:
        (anew,) = data.agreement(on="2012-01-31")
    assert (anew.entered_into_force, anew.denunciation_notified) == (date(2012, 1, 31), None)


def test_a_former_party_that_had_signed_is_not_listed_as_a_signatory(tmp_path: Path) -> None:
    ratified = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="ratification")
    path = made(tmp_path, act("apic-signature", "2003-01-01"), ratified, DENOUNCED)
    assert standings(path, "2004-12-31") == ["signatory", "all"]
    assert standings(path, "2011-03-01") == ["former-party", "all"]


@pytest.mark.parametrize(("day", "recorded"), [("2011-02-28", "all"), ("2011-03-01", "0")])
def test_a_published_count_is_held_against_the_parties_that_have_not_left(
    day: str, recorded: str, tmp_path: Path, icc: Run
) -> None:
    path = made(tmp_path, JOINED, DENOUNCED, counted=day)
    out = icc("agreement", "--status", "all", "--on", "2011-06-01", "--data", str(path))[1]
    assert f"0 parties on record · 1 published by {int(day[-2:])}" in out
    assert f", {recorded} of them on record" in out


def test_the_page_of_the_agreement_tells_when_a_party_is_to_leave_or_has_left(tmp_path: Path, icc: Run) -> None:
    path = str(made(tmp_path, JOINED, DENOUNCED))
    assert "Denounced" not in icc("agreement", "--on", "2010-02-28", "--data", path)[1]
    assert "1 Mar 2010, leaves 1 Mar 2011 (expected)" in icc("agreement", "--on", "2010-03-01", "--data", path)[1]
    _, out, _ = icc("agreement", "--status", "former-party", "--on", "2011-03-01", "--data", path)
    assert "Court: former parties" in out
    assert "1 Mar 2010, left 1 Mar 2011" in out
    code, _, err = icc("agreement", "--status", "denouncing", "--on", "2011-03-01", "--data", path)
    assert (code, "nothing matched" in err) == (1, True)


def test_other_pages_follow_a_denunciation_of_the_agreement(tmp_path: Path, icc: Run, icc_json: Json) -> None:
    path = ("--data", str(made(tmp_path, JOINED, DENOUNCED)))
    _, out, _ = icc("status", "graustark", "--on", "2010-03-01", *path)
    assert "accession 1 Jan 2005, in force 31 Jan 2005; denounced 1 Mar 2010, effect 1 Mar 2011" in out
    (ahead,) = icc_json("upcoming", "graustark", "--on", "2010-03-01", *path)
    assert (ahead["kind"], ahead["day"], ahead["conditional"]) == ("agreement-end", "2011-03-01", True)
    assert icc_json("upcoming", "graustark", "--on", "2011-03-01", *path) == []
    assert (
        "SUMMARY:Graustark leaves the Agreement" in icc("upcoming", "--on", "2010-03-01", "--format", "ics", *path)[1]
    )
    moves = icc_json("diff", "2004", "2012", "--kind", "agreement", *path)
    assert [(one["day"], one["before"], one["after"]) for one in moves] == [
        ("2005-01-31", None, "in-force"),
        ("2011-03-01", "in-force", "left"),
    ]


def test_no_page_waits_for_a_denunciation_that_was_withdrawn(tmp_path: Path, icc: Run, icc_json: Json) -> None:
    path = ("--data", str(made(tmp_path, JOINED, DENOUNCED, TAKEN_BACK)))
    _, out, _ = icc("status", "graustark", "--on", "2010-07-01", *path)
    assert "denounced 1 Mar 2010; denunciation withdrawn 1 Jun 2010" in out
    assert icc_json("upcoming", "--on", "2010-07-01", *path) == []
    assert [one["after"] for one in icc_json("diff", "2004", "2012", "--kind", "agreement", *path)] == ["in-force"]
