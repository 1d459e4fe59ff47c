"""The data that are released: they break no rule, and a checkout answers from them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.cache import fingerprint
from icc_cli.database.opening import open_store
from tests.support.places import DATA

Icc = Callable[..., tuple[int, str, str]]


def test_the_real_data_break_no_rule(icc: Icc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ICC_DATA")  # what a checkout's data are is for the program to know
    code, out, err = icc("data", "check")
    assert (code, err) == (0, "")
    assert out.endswith(" documents: no problem found\n")
    assert out.startswith(f"{len(list(Path(DATA, 'states').glob('*.yaml')))} States and entries, ")


def test_a_checkout_answers_from_its_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ICC_DATA")
    store = open_store()
    assert store.meta["fingerprint"] == fingerprint(DATA)
    store.close()
