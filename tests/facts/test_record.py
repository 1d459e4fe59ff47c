"""The frozen record is part of the data: whatever these have become, it can be written again."""

from pathlib import Path

from icc_cli.source.load import load
from tests.support.places import RECORD
from tools.record import CHECKED, write


def test_the_frozen_record_can_be_written_again_as_of_its_day(tmp_path: Path) -> None:
    write(folder=tmp_path / "record")
    again, kept = load(tmp_path / "record"), load(RECORD)
    assert str(again.checked) == CHECKED == str(kept.checked)
    assert {one.iso3 for one in again.states} == {one.iso3 for one in kept.states}
    assert {one.id for one in again.persons} == {one.id for one in kept.persons}
    assert {act.id for one in kept.states for act in one.acts} <= {act.id for one in again.states for act in one.acts}
