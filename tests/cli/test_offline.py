"""No command opens a socket: an audit hook, which nothing in the process can take away, ends any that tries."""

import marshal
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from icc_cli.cli.commands import COMMANDS
from icc_cli.database.store import Store
from icc_cli.output import FORMATS
from icc_cli.queries import sandbox
from tests.support.places import RECORD, ROOT

PROGRAM = """\
import os, sys
reached = []

def refuse(event, arguments):
    if event == "subprocess.Popen" and arguments[1] == {sandbox}:
        return  # this same program, for `icc sql`: what it may reach for is tested below
    if event.partition(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib", "ssl", "webbrowser"):
        reached.append(event)
        raise PermissionError(event)
    if event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.forkpty"):
        reached.append(event)
        raise PermissionError(event)

sys.addaudithook(refuse)
{do}
for line in sys.stdin.read().split("\\0"):
    before = len(reached)
    with open(os.devnull, "w") as sys.stdout:
        code = run(line.split("\\x1f"))
    sys.stdout = sys.__stdout__
    print(code, len(reached) - before, *reached[before:])
"""
"""Answers command lines, and prints for each its exit code and what it reached for."""


SANDBOX = [sys.executable, "-I", "-S", sandbox.__file__]
"""How `icc sql` starts the process that runs a query."""


def answers(
    lines: Sequence[Sequence[str]], place: Path, do: str = "from icc_cli.cli.main import run"
) -> list[list[str]]:
    """Return for each command line its exit code, how often it reached for the network, and by what."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(do=do, sandbox=SANDBOX)],
        input="\0".join("\x1f".join(line) for line in lines),
        capture_output=True,
        encoding="utf-8",
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def examples() -> list[list[str]]:
    """Return every command line of the help pages and of the documents, and each command and format besides."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "icc_cli" / "cli").glob("*.py")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = re.findall(r"(?:^\$ |^ {2,4}|`)icc ([a-z][^`|<>\n]*)", text, re.MULTILINE)
    lines = [
        shlex.split(line.replace("data/", str(RECORD)), comments=True)
        for line in dict.fromkeys(shown)
        if "…" not in line
    ]
    # What writes a folder is asked once with the same options, wherever it writes.
    lines = list(
        {(*line[:1], *line[2:]) if line[0] in ("export", "site") else tuple(line): line for line in lines}.values()
    )
    lines += [[name, "--help"] for name in COMMANDS] + [[name] for name in COMMANDS]
    lines += [[], ["--help"], ["--version"], ["nonsense"], ["status", "kenxa"], ["show", "none"], ["data", "check"]]
    lines += [["status", "russia", "--format", name] for name in FORMATS] + [["upcoming", "--format", "ics"]]
    # Left out: the commands that may be given an address; the preview, which listens on this machine when asked; the
    # tools of assistants, which wait for a client on their own streams (asyncio makes a pair of sockets for itself).
    return [
        line
        for line in lines
        if line[:2] not in (["data", "compare"], ["data", "update"]) and "--serve" not in line and line != ["mcp"]
    ]


def test_no_command_opens_a_socket_or_starts_another_program(tmp_path: Path) -> None:
    lines = examples()
    found = answers(lines, tmp_path)
    assert {line[0] for line in lines if line} >= set(COMMANDS)
    assert len(found) == len(lines) > 80
    for line, (code, reached, *events) in zip(lines, found, strict=True):
        assert int(code) in {0, 1, 2, 3}, line
        assert not int(reached), f"{line} reached for the network: {events}"


def test_the_process_that_runs_a_query_reaches_for_nothing_but_its_streams(store: Store) -> None:
    seen = "import sys; sys.addaudithook(lambda event, _: print(event, file=sys.stderr)); import runpy; "
    text = f"{seen} runpy.run_path({sandbox.__file__!r}, run_name='__main__')"
    question = marshal.dumps((5_000_000, 100_000_000, 100, 100_000_000, "SELECT 1 AS n", store.connection.serialize()))
    with subprocess.Popen(
        [*SANDBOX[:3], "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdin.write(question)
        child.stdin.flush()
        assert marshal.load(child.stdout) == ("n",)
        events = set(child.stderr.read().decode().split())
    assert "sqlite3.connect" in events
    assert not {event for event in events if event.startswith(("socket", "subprocess", "os.exec", "os.fork", "os.sys"))}


COMPLETE = """
from icc_cli.cli.main import run as answer
def run(line):
    os.environ.update(_ICC_COMPLETE="zsh", _ICC_LINE=" ".join(line), _ICC_BREAKS="")
    return answer()
"""


def test_completing_a_line_reaches_for_nothing_either(tmp_path: Path) -> None:
    lines = [["icc", *line[:-1], line[-1][:2]] for line in examples() if line] + [
        ["icc", name, ""] for name in COMMANDS
    ]
    for line, (code, reached, *events) in zip(lines, answers(lines, tmp_path, COMPLETE), strict=True):
        assert (code, reached) == ("0", "0"), f"{line}: {events}"


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        ("import socket; socket.socket()", "socket.__new__"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "socket.getaddrinfo"),
        ("import urllib.request; urllib.request.urlopen('http://localhost:9')", "urllib.Request"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("import os; os.system('true')", "os.system"),
    ],
)
def test_a_command_that_reaches_for_the_network_is_seen_even_if_it_hides_the_failure(
    deed: str, event: str, tmp_path: Path
) -> None:
    do = f"def run(line):\n    try:\n        {deed}\n    except OSError:\n        return 0"
    [[code, _, *events]] = answers([["status"]], tmp_path, do)
    assert code == "0"
    assert event in events
