"""Whatever is called with whatever gives an answer or an IccError: a short run of `tools/fuzz_api.py`."""

import inspect
from typing import Any

import pytest

from icc_cli import IccDataset
from tests.support.places import RECORD
from tools import fuzz_api


@pytest.mark.parametrize("seed", [1, 2])
def test_random_calls_give_an_answer_or_an_error_of_ours(capsys: pytest.CaptureFixture[str], seed: int) -> None:
    assert fuzz_api.main(["--calls", "300", "--seed", str(seed), "--data", str(RECORD)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"300 calls, seed {seed}: ")
    assert " answers, " in out
    assert "UsageError" in out
    assert err == ""


def test_the_same_seed_makes_the_same_calls(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        fuzz_api.main(["--calls", "50", "--seed", "3", "--data", str(RECORD)])
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


@pytest.mark.parametrize(
    "answer", [object(), TypeError("unhashable"), {1, 2}], ids=["no JSON", "another error", "a set"]
)
def test_what_is_neither_is_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, answer: Any
) -> None:
    def broken(self: IccDataset, name: str) -> object:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(IccDataset, "find", broken)
    assert fuzz_api.main(["--calls", "100", "--data", str(RECORD)]) == 1
    out, err = capsys.readouterr()
    assert " broken" in out
    assert "find('" in err


def test_every_argument_of_every_method_has_values() -> None:
    for method in fuzz_api.methods():
        member = getattr(IccDataset, method)
        for name in inspect.signature(member).parameters if callable(member) else ():
            known = (
                name in fuzz_api.GOOD or name in ("self", "folder") or (name == "kinds" and method in fuzz_api.KINDS_OF)
            )
            assert known, (method, name)
