"""The pager: which one, for what, and that an answer is shown whatever becomes of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from icc_cli.system import pager

NAMED = f"{sys.executable} -c 'import sys; print(\"PAGED\", len(sys.stdin.readlines()))'"


@pytest.mark.parametrize(
    ("icc_pager", "usual", "command"),
    [
        (None, None, ["less", "-FRX"]),
        (None, "most -s", ["most", "-s"]),
        ("more", "most", ["more"]),
        ("", "most", []),
        ("cat", "most", []),
        ("an unfinished 'quote", None, []),
        ("unknown", None, []),
    ],
)
def test_its_own_variable_wins_over_the_usual_one_and_may_switch_it_off(
    icc_pager: str | None, usual: str | None, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == "unknown" else name)
    for name, value in (("ICC_PAGER", icc_pager), ("PAGER", usual)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert pager.chosen() == command


def _in_a_terminal(*arguments: str, lines: int, columns: int = 80, term: str = "xterm", code: int = 0) -> str:
    """Return what a command writes in a terminal of so many columns and lines; to stderr where it fails."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {"ICC_PAGER": NAMED, "COLUMNS": str(columns), "LINES": str(lines), "TERM": term, "NO_COLOR": "1"}
    command = [sys.executable, "-m", "icc_cli", *arguments]
    streams = {"stderr" if code else "stdout": theirs, "stdin": subprocess.DEVNULL}
    with subprocess.Popen(command, env=os.environ | environment, **streams) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)
    assert process.returncode == code
    return shown.decode().replace("\r", "")


def test_what_is_higher_than_the_terminal_is_paged_and_nothing_else() -> None:
    asked = ("parties", "--status", "former-party", "--on", "2026-11-23")
    whole = _in_a_terminal(*asked, lines=50)
    assert whole.startswith("States and the Rome Statute")
    assert _in_a_terminal(*asked, lines=5) == f"PAGED {whole.count(chr(10))}\n"
    assert _in_a_terminal(*asked, "--no-pager", lines=5) == whole
    assert _in_a_terminal(*asked, lines=5, term="dumb") == whole
    assert _in_a_terminal(*asked, "--json", lines=5).startswith("{")


def test_help_is_paged_and_folded_like_an_answer() -> None:
    assert _in_a_terminal("help", "glossary", lines=5).startswith("PAGED ")
    assert _in_a_terminal("status", "--help", lines=5).startswith("PAGED ")
    narrow = _in_a_terminal("help", "glossary", lines=1000, columns=40)
    assert max(map(len, narrow.splitlines())) <= 40


def test_a_message_is_folded_between_words_in_a_terminal() -> None:
    """In a pipe it is one line."""
    message = _in_a_terminal("show", "nothing-of-this-name", lines=1000, columns=40, code=2)
    lines = message.splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) <= 40
    assert "nothing-of-this-name" in message


def test_a_pager_that_is_left_early_or_does_not_start_is_no_failure(tmp_path: Path) -> None:
    long = "a line\n" * 100_000
    assert pager.page(long, [sys.executable, "-c", ""])
    assert not pager.page(long, [str(tmp_path / "none")])
