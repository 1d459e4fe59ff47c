"""A slip of each kind that contradicts the treaty, or another fact of the record, is seen by `icc data check`."""

from functools import cache
from pathlib import Path

import pytest

from icc_cli.database.opening import CHECKOUT
from icc_cli.source.load import load
from icc_cli.treaty.model import Dataset
from tools.slips import TIERS, planted

UNSEEN = {
    "a self-referral by another State",
    "an objection before the declaration",
    "confidence left out of a report",
}
"""Kinds of which some slips contradict nothing; docs/reliability.md says which."""


@cache
def data() -> Dataset:
    return load(Path(CHECKOUT))


@pytest.mark.parametrize("kind", [kind for kind in TIERS["L"] if kind not in UNSEEN])
def test_what_the_treaty_or_the_record_forbids_is_refused(kind: str) -> None:
    found = planted(data(), kind, TIERS["L"][kind], seed=1998, each=2)
    assert found, "no such slip can be made any more"
    assert all(found)
