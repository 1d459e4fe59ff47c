"""The Agreement on the Privileges and Immunities of the Court: its parties of the whole world."""

from collections.abc import Callable
from typing import Any

from tests.support.evidence import counted, evidence
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def test_every_party_and_signatory_of_the_evidence_has_its_days(icc_json: Json) -> None:
    found = {one["iso3"]: one for one in icc_json("agreement", "--status", "all", "--on", ON)}
    for row in counted(evidence("apic")):
        one = found[row["iso3"]]
        for ours, theirs in (
            ("signed", "signature"),
            ("instrument", "instrument"),
            ("deposited", "deposit"),
            ("entered_into_force", "entry_into_force"),
        ):
            assert (one[ours] or "") == row[theirs], (row["iso3"], ours)
        assert one["party"] == bool(row["entry_into_force"])


def test_the_agreement_was_in_force_for_ten_from_22_july_2004(icc_json: Json) -> None:
    assert icc_json("agreement", "--on", "2004-07-21") == []
    assert len(icc_json("agreement", "--on", "2004-07-22")) == 10


def test_the_agreement_s_page_tells_parties_here_and_77_of_the_79_published(icc: Run, icc_json: Json) -> None:
    _, out, _ = icc("agreement", "--on", ON)
    here = len(icc_json("agreement", "--on", ON))
    assert f"{here} parties on record · 79 published before 30 May 2025, 77 of them on record" in out


def test_what_is_not_known_of_a_denunciation_by_hungary_is_told(icc: Run) -> None:
    assert "no notice of it (Art. 37)" in icc("agreement", "hungary", "--on", ON)[1]
    assert "no notice of it was found" in " ".join(icc("status", "hungary", "--on", ON)[1].split())
