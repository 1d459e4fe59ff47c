"""The Python API gives the same answers, typed, and keeps its public names."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import icc_cli
from icc_cli import DatasetError, NoRecord, StateStatus, Status, UnknownName, UsageError, open_dataset
from tests.support.places import RECORD

PUBLIC = [
    "Act", "AgreementParty", "AmbiguousName", "Amendment", "AmendmentParty", "AmendmentStatus",
    "AmendmentWithParties", "Citation", "Completeness", "Confidence", "CooperationAgreement", "CooperationAnswer",
    "CooperationDecision", "CooperationLaw", "Correction", "DatasetError", "Declaration", "Disputed", "Document",
    "DutyStep", "FormerState", "Found", "IccDataset", "IccError", "Info", "Jurisdiction", "Link", "NoRecord", "NoState",
    "NotYet", "PartialDate", "PersonCase", "PersonInFull", "Proof", "Published", "Record", "ReportedVisit",
    "SearchResult", "Situation", "SituationInFull", "Source", "StateAmendment", "StateStanding", "StateStatus",
    "StateYear", "Status", "Step", "SupposedAct", "UnknownName", "UsageError", "Verdict", "WarrantCounts", "Withdrawal",
    "WithdrawalOutcome", "__version__", "as_json", "open_dataset",
]  # fmt: skip


def test_the_public_names_are_these_and_all_can_be_had() -> None:
    assert icc_cli.__all__ == PUBLIC
    assert all(getattr(icc_cli, name) is not None for name in PUBLIC)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        icc_cli.nonsense  # noqa: B018


def test_a_script_asks_and_gets_typed_answers(icc_json: Callable[..., Any]) -> None:
    with open_dataset(RECORD) as dataset:
        russia = dataset.status("russia", on=date(2016, 12, 1))
        assert isinstance(russia, StateStatus)
        assert russia.status is Status.SIGNATORY_NO_INTENT
        assert russia.status_since == date(2016, 11, 30)
        told = icc_json("parties", "--on", "2016-11-16")
        assert len(told) > 60
        assert [one.iso3 for one in dataset.parties(on=date(2016, 11, 16))] == [one["iso3"] for one in told]
        assert isinstance(dataset.status("taiwan", on=date(2016, 12, 1)), NoRecord)
        assert [one.iso3 for one in dataset.withdrawals(on=date(2026, 11, 23), outcomes=["left"])] == ["BDI", "PHL"]
        assert dataset.situations(on=date(2016, 11, 16), only_open=True, kinds=["situation"])[0].id == "drc"
        (signature,) = dataset.events(on=date(2026, 11, 23), states=["russia"], kinds=["signature"])
        assert signature.done == date(2000, 9, 13)
        of_itself = yaml.safe_load((RECORD / "dataset.yaml").read_text(encoding="utf-8"))
        assert dataset.info.checked.isoformat() == of_itself["checked"]
        assert dataset.show("darfur", on=date(2016, 11, 16)).title == "Darfur, Sudan"
        assert [one.kind for one in dataset.cite("gambia", "darfur", on=date(2016, 11, 16))] == [
            "state", "situation", "dataset",
        ]  # fmt: skip
        with pytest.raises(UnknownName):
            dataset.status("atlantis", on=date(2016, 12, 1))


def test_answers_cannot_be_changed() -> None:
    with open_dataset(RECORD) as dataset:
        standing = dataset.parties(on=date(2016, 11, 16))[0]
        with pytest.raises(AttributeError):
            standing.name = "x"  # type: ignore[misc]


def test_a_missing_directory_is_a_dataset_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot read"):
        open_dataset(tmp_path / "none")


@pytest.mark.parametrize("directory", ["", "\0", "\ud800", 5, b"data"], ids=ascii)
def test_what_names_no_directory_is_refused_by_its_argument(directory: Any) -> None:
    with pytest.raises(UsageError, match=r"^directory: .* names no directory$"):
        open_dataset(directory)
    with open_dataset(RECORD) as dataset, pytest.raises(UsageError, match=r"^folder: .* names no directory$"):
        dataset.export(directory, on="2016-11-16")


def test_the_command_line_says_that_the_name_of_a_directory_is_empty(icc: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = icc("status", "gambia", "--data", "")
    assert (code, out) == (2, "")
    assert "the name of the dataset's directory is empty" in err


def test_importing_the_package_and_asking_loads_neither_click_nor_rich() -> None:
    code = (
        "import sys, datetime, icc_cli\n"
        "assert not {'click', 'rich', 'yaml', 'sqlite3'} & set(sys.modules)\n"
        "with icc_cli.open_dataset(sys.argv[1]) as d: d.status('russia', on=datetime.date(2016, 12, 1))\n"
        "assert not {'click', 'rich'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(RECORD)], check=True)
