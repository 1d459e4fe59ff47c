"""How far long work has come, told on stderr."""

import sys
from io import StringIO

import pytest

from icc_cli.cli.progress import progress


class Screen(StringIO):
    """A terminal, as far as a program can tell."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "shown"), [(Screen(), 0.0, True), (Screen(), 60.0, False), (StringIO(), 0.0, False)]
)
def test_only_a_terminal_is_told_how_far_it_is_and_only_after_a_while(
    stream: StringIO, patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icc_cli.cli.progress.PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as tell:
        for number in range(3):
            tell("panel-state-day", number, 3)
    assert ("panel-state-day" in stream.getvalue()) == shown
    assert shown or not stream.getvalue()


def test_no_environment_stops_the_progress_of_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, "9" * 5000)
    monkeypatch.setattr("icc_cli.cli.progress.PATIENCE", 0.0)
    stream = Screen()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as tell:
        tell("panel-state-day", 1, 3)
    assert "panel-state-day" in stream.getvalue()
