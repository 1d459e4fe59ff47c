"""Every command: its help, whose examples work, and the options that all share."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.cli.commands import COMMANDS
from tests.support.places import RECORD
from tests.support.process import process

Run = Callable[..., tuple[int, str, str]]


def test_icc_alone_prints_a_short_help_with_real_examples(icc: Run) -> None:
    code, out, err = icc()
    assert (code, err) == (0, "")
    assert all(f"  {name} " in out for name in COMMANDS)
    assert len(out.splitlines()) <= len(COMMANDS) + 18  # a line for each, in groups
    assert max(map(len, out.splitlines())) <= 78
    for line in out.splitlines():
        if line.startswith("  icc "):
            assert icc(*line.split()[1:])[0] == 0, line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_whose_examples_work(
    command: str, icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = icc(command, "--help")
    assert (code, err) == (0, "")
    examples = [line.strip() for line in out.splitlines() if line.startswith("  icc ")]
    for example in examples:
        assert icc(*shlex.split(example.replace("data/", str(RECORD)))[1:])[0] == 0, example


def test_the_environment_names_a_data_directory_and_the_option_wins(tmp_path: Path) -> None:
    wrong = process("status", "russia", env={**os.environ, "ICC_DATA": str(tmp_path / "none")})
    assert wrong.returncode == 3
    right = process("status", "russia", "--data", str(RECORD), env={**os.environ, "ICC_DATA": str(tmp_path / "none")})
    assert right.returncode == 0
