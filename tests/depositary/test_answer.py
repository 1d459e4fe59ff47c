"""How differences are told: to people with what to do next, to programs as a contract."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.api import IccDataset
from icc_cli.depositary.compare import Kind
from icc_cli.depositary.table import Problem
from icc_cli.views.compare import _KIND, _PROBLEM, _TO_DO
from tests.support import untc
from tests.support.places import TODAY
from tests.support.untc import Made, change, gain, lose

Run = Callable[..., tuple[int, str, str]]
ON = ("--on", TODAY.isoformat())


def test_the_answer_is_a_contract(made: Made, icc: Run, tmp_path: Path) -> None:
    made.row("Kenya")[2] = "16 Mar 2005"
    made.rows.append(["Atlantis", "1 Jan 1999", ""])
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, _ = icc("data", "compare", str(tmp_path / "table.xml"), *ON, "--json")
    assert code == 1
    envelope = json.loads(out)
    assert list(envelope) == ["schema", "dataset", "on", "table", "data"]
    assert envelope["schema"] == "icc/data-compare/1"
    assert set(envelope["table"]) == {
        "treaty", "title", "symbol", "parties", "signatories", "withdrawn", "gaps",
    }  # fmt: skip
    kenya, atlantis = envelope["data"]
    assert set(kenya) == set(atlantis) == {
        "kind", "iso3", "name", "field", "theirs", "ours", "instrument", "bracketed", "act", "disputed", "row",
        "problem", "sources",
    }  # fmt: skip
    assert kenya["sources"][0]["symbol"] == "UNTC XVIII.10"
    assert (kenya["theirs"], kenya["ours"], kenya["act"]) == ("2005-03-16", "2005-03-15", "KEN-2005-03-15-ratification")
    assert atlantis["row"] == len(made.rows)


def test_the_other_formats_and_chosen_fields_tell_the_same(made: Made, icc: Run, tmp_path: Path) -> None:
    made.row("Kenya")[2] = "16 Mar 2005"
    (tmp_path / "table.xml").write_bytes(made.xml())
    asked = ("data", "compare", str(tmp_path / "table.xml"), *ON)
    fields = {"kind": "other-date", "theirs": "2005-03-16"}
    code, out, _ = icc(*asked, "--json", "--fields", ",".join(fields))
    assert (code, json.loads(out)["data"]) == (1, [fields])
    assert "\nother-date,KEN,Kenya,deposit,2005-03-16,2005-03-15," in icc(*asked, "--format", "csv")[1]
    assert "| Kenya | deposit other day | 16 Mar 2005 | 15 Mar 2005 |" in icc(*asked, "--format", "markdown")[1]
    assert "<td>Kenya</td>" in icc(*asked, "--format", "html")[1]
    assert "problem" in icc("data", "compare", "x", "--fields")[1].splitlines()


def test_nothing_differs_is_an_answer_in_json_too(made: Made, icc: Run, tmp_path: Path) -> None:
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["data"] == []


def test_every_kind_and_problem_has_its_words() -> None:
    assert set(_KIND) == set(_TO_DO) == set(Kind) - {Kind.NOT_UNDERSTOOD}
    assert set(_PROBLEM) == set(Problem)


def test_each_kind_of_difference_says_what_to_do_next(
    made: Made, dataset: IccDataset, icc: Run, tmp_path: Path
) -> None:
    path = tmp_path / "table.xml"
    parties, signatories = int(made.parties or 0), made.signatories
    for edit in (
        gain("China", "", "3 Mar 2026 a"),
        lose("El Salvador"),
        change("Kenya", deposit="16 Mar 2005 A"),
        change("Niger", name="[Niger]"),
        change("Bosnia and Herzegovina", signature="17 Jul 1998"),
        gain("Atlantis", "1 Jan 1999", ""),
    ):
        edit(made)
    path.write_bytes(made.xml())
    _, out, _ = icc("data", "compare", str(path), *ON)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    for line in (
        f"6 differences, 1 not understood: {parties - 2} parties, {signatories} signatories compared; "
        "2 withdrawn, in brackets.",
        "China accession missing here 3 Mar 2026 none states/CHN.yaml",
        "El Salvador deposit missing there none 3 Mar 2016 states/SLV.yaml ICC-ASP-20160304-PR1193 and 1 more",
        "Kenya deposit other day 16 Mar 2005 15 Mar 2005 states/KEN.yaml UNTC XVIII.10",
        "Kenya deposit other instrument acceptance ratification states/KEN.yaml UNTC XVIII.10",
        "Niger brackets in brackets stands states/NER.yaml UNTC XVIII.10",
        "Bosnia and Herzegovina signature other day 17 Jul 1998 17 Jul 2000† states/BIH.yaml UNTC XVIII.10",
        "† Their value is on record here, as a disputed one.",
        f"{len(made.rows)} Atlantis | signature: 1999-01-01 no State is known by this name; the row was not compared",
    ):
        assert line in lines
    for kind in set(Kind) - {Kind.NOT_UNDERSTOOD, Kind.COUNT, Kind.MORE_PRECISE}:
        assert any(line.startswith(f"{_KIND[kind]} {_TO_DO[kind][:20]}") for line in lines), kind
    made = untc.amendment(dataset, "aggression-2010", "b")
    made.rows.append(["Kenya", "1 Nov 2026 A"])
    path.write_bytes(made.xml())
    assert (
        "add an amendment-consent to aggression-2010 to data/states/CODE.yaml" in icc("data", "compare", str(path))[1]
    )


@pytest.mark.parametrize("number", ["2016", "12500", "201611", "20161110"])
def test_a_number_in_the_head_is_not_a_day_however_many_digits_it_has(
    number: str, made: Made, icc: Run, tmp_path: Path
) -> None:
    parties, made.parties = made.parties, number
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert (code, err) == (1, "")
    assert ["(head", "of", "the", "table)", "parties", "other", "number", number, parties] in [
        line.split() for line in out.splitlines()
    ]


def test_a_number_in_the_head_of_more_digits_than_there_are_people_is_not_understood(
    made: Made, icc: Run, tmp_path: Path
) -> None:
    made.parties = "9" * 1000
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert (code, err) == (1, "")
    assert "1 not understood" in out


def test_a_hostile_cell_cannot_act_on_the_terminal(made: Made, icc: Run, tmp_path: Path) -> None:
    made.rows.append(["Atlantis\u009b31m[bold]", "1 Jan 1999", ""])
    (tmp_path / "table.xml").write_bytes(made.xml())
    _, out, _ = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert "\u009b" not in out
    assert "Atlantis\\x9b31m[bold]" in out
