"""What a terminal or a pipe is: its width, its colours, its letters."""

import os
import re
import subprocess
import sys
from io import StringIO

import pytest

from icc_cli.database.opening import open_store
from icc_cli.output import FORMATS
from icc_cli.system.terminal import detect
from tests.support.places import RECORD, ROOT
from tests.support.process import ask, one_line, process

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals and encodings of a POSIX system")


@pytest.fixture(autouse=True, scope="module")
def _built(_own_world: None) -> None:
    """Build the database once, so that no process here has to."""
    open_store(RECORD).close()


# -- Encodings


POOR = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
}


@needs_posix
@pytest.mark.parametrize(("name", "environment"), POOR.items(), ids=POOR)
def test_text_comes_in_the_encoding_asked_for_with_substitutes_and_a_word_about_them(
    name: str, environment: dict[str, str]
) -> None:
    codec = "ascii" if name == "C" else name
    done = ask("status", "CIV", stdout=subprocess.PIPE, env={**os.environ, **environment})
    lost = codec == "ascii"
    assert done.returncode == 0
    assert done.stdout.decode(codec).startswith("C?te" if lost else "Côte")
    assert ("are written as '?'; -o FILE writes UTF-8" in done.stderr.decode()) == lost
    assert done.stderr.count(b"\n") == lost


@needs_posix
@pytest.mark.parametrize("environment", POOR.values(), ids=POOR)
@pytest.mark.parametrize("form", [one for one in FORMATS if one not in ("table", "plain", "ics")])
def test_a_pipe_gets_data_in_utf_8_whatever_the_encoding(form: str, environment: dict[str, str]) -> None:
    done = ask("status", "CIV", "--format", form, stdout=subprocess.PIPE, env={**os.environ, **environment})
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.search("C(ô|&ocirc;|.u00f4)te d('|&#x27;)Ivoire", done.stdout.decode())


@needs_posix
@pytest.mark.parametrize("question", [["status", "\udcff\udc9b31m"], ["status", "côté"], ["data", "check", "/ô\udcff"]])
def test_arguments_of_any_bytes_are_echoed_in_any_encoding(question: list[str]) -> None:
    for environment in POOR.values():
        done = ask(*question, stdout=subprocess.PIPE, env={**os.environ, **environment, "PYTHONIOENCODING": "ascii"})
        assert done.returncode in (2, 3)
        assert done.stdout == b""
        assert one_line(done.stderr).isascii()


# -- Widths


def test_piped_output_is_not_wrapped_whatever_the_environment_says() -> None:
    narrow = process("status", "ukraine", env={**os.environ, "COLUMNS": "20"})
    assert max(map(len, narrow.stdout.splitlines())) > 100
    table = process("status", "ukraine", "--format", "table", env={**os.environ, "COLUMNS": "20"})
    assert max(map(len, table.stdout.splitlines())) > 100


def in_terminal(program: str, **environment: str) -> str:
    """Run a program in a terminal of its own; returns what the terminal was sent."""
    import pty

    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "ICC_PAGER": "cat", **environment}
    process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=theirs, stderr=theirs, env=settings)
    os.close(theirs)
    sent = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux: the other side is closed
            part = b""
        if not part:
            break
        sent += part
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return sent.decode().replace("\r\n", "\n")


WIDTHS = """
import os
from icc_cli.cli.main import run
questions = [["status", "ukraine"], ["withdrawals", "--since", "2016"], ["upcoming"], ["show", "darfur"], ["--help"]]
for width in [*range(1, 41), 60, 80, 120, 200, 300, 400, 500]:
    os.environ["COLUMNS"] = str(width)
    question = questions[width % len(questions)]
    dated = [*question, "--on", "2026-11-23", "--color", "never"] if question != ["--help"] else question
    assert run(dated) == 0
    print("=====", width)
"""


@needs_posix
def test_a_terminal_may_have_any_width() -> None:
    pages = in_terminal(WIDTHS).split("===== ")
    assert len(pages) == 48
    assert "Traceback" not in "".join(pages)
    assert "\x1b" not in "".join(pages)


class Stream:
    encoding = "utf-8"

    def __init__(self, tty: bool) -> None:
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("0", 80), ("wide", 80), ("", 80), ("٦", 80), ("9" * 5000, 80)]
)
def test_columns_sets_the_width_of_a_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert detect(Stream(True)).width == width  # type: ignore[arg-type]
    assert detect(Stream(False)).width is None  # type: ignore[arg-type]


# -- Colour


@needs_posix
@pytest.mark.parametrize(("term", "colored"), [("dumb", False), ("xterm-256color", True)])
def test_a_dumb_terminal_gets_no_escapes(term: str, colored: bool) -> None:
    program = "import sys; sys.argv = ['icc', 'status', 'russia']; from icc_cli.__main__ import main; main()"
    assert ("\x1b" in in_terminal(program, TERM=term)) is colored


@pytest.mark.parametrize(
    ("environment", "tty", "option", "color"),
    [
        ({}, True, "auto", True),
        ({}, False, "auto", False),
        ({"NO_COLOR": "1"}, True, "auto", False),
        ({"NO_COLOR": ""}, True, "auto", True),
        ({"FORCE_COLOR": "1"}, False, "auto", True),
        ({"FORCE_COLOR": "0"}, True, "auto", False),
        ({"TERM": "dumb"}, True, "auto", False),
        ({"NO_COLOR": "1"}, True, "always", True),
        ({"FORCE_COLOR": "1"}, True, "never", False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    environment: dict[str, str], tty: bool, option: str, color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert detect(Stream(tty), option).color is color  # type: ignore[arg-type]


# -- Links


LINKS = {
    "no word of it": ({"TERM": "xterm-256color"}, False),
    "Windows Terminal": ({"TERM": "xterm", "WT_SESSION": "1"}, True),
    "iTerm": ({"TERM": "xterm", "TERM_PROGRAM": "iTerm.app"}, True),
    "Apple's": ({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, False),
    "kitty": ({"TERM": "xterm-kitty"}, True),
    "VTE": ({"TERM": "xterm", "VTE_VERSION": "7600"}, True),
    "VTE that breaks on them": ({"TERM": "xterm", "VTE_VERSION": "5000"}, False),
    "VTE of no number": ({"TERM": "xterm", "VTE_VERSION": "7²"}, False),
    "asked for": ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True),
    "asked not to": ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
    "without colours": ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, False),
    "dumb": ({"TERM": "dumb", "WT_SESSION": "1"}, False),
}


@pytest.mark.parametrize(("environment", "takes"), LINKS.values(), ids=LINKS)
def test_only_a_terminal_known_to_take_links_gets_them_and_never_a_pipe(
    environment: dict[str, str], takes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(os.environ):
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert detect(Screen()).links == takes
    assert not detect(StringIO(), "always").links


class Screen(StringIO):
    def isatty(self) -> bool:
        return True
