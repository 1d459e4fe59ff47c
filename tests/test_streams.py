"""Streams that are closed, full, slow, broken or poorly encoded; interrupts; terminals of every width."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from icc_cli.database.opening import CHECKOUT, open_store
from tests.datadir import small_data

ROOT = Path(CHECKOUT).parent
ICC = [sys.executable, "-m", "icc_cli"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams of a POSIX system")


@pytest.fixture(autouse=True, scope="module")
def _built(_own_cache: None) -> None:
    """Build the database once, so that no process here has to."""
    open_store(CHECKOUT).close()


def ask(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*ICC, *arguments], cwd=ROOT, check=False, timeout=60, **{"stderr": subprocess.PIPE, **options}
    )


def one_line(err: bytes) -> str:
    text = err.decode()
    assert text.startswith("icc: ")
    assert text.count("\n") == 1
    return text


needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this platform has no device that is full")


@needs_full
@pytest.mark.parametrize(
    "question", [["status", "russia"], ["events", "--json"], ["--help"], ["status", "--help"], ["--version"]]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_a_full_disk_refuses_is_told_in_one_line(question: list[str], unbuffered: str) -> None:
    with open("/dev/full", "wb") as full:
        done = ask(*question, stdout=full, env={**os.environ, "PYTHONUNBUFFERED": unbuffered})
    assert done.returncode == 2
    assert one_line(done.stderr) == "icc: cannot write the answer: No space left on device\n"


@needs_full
@pytest.mark.parametrize(
    ("question", "code", "found"),
    [(["status", "russia", "--on", "1990"], 0, b"Has neither signed"), (["status", "xyzzyx"], 2, b"")],
    ids=["note", "error"],
)
@pytest.mark.parametrize("gone", ["full", "unread"])
def test_what_nobody_can_hear_on_stderr_costs_neither_answer_nor_exit_code(
    question: list[str], code: int, found: bytes, gone: str
) -> None:
    if gone == "full":
        stderr = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, stderr = os.pipe()
        os.close(reader)
    done = ask(*question, stdout=subprocess.PIPE, stderr=stderr)
    os.close(stderr)
    assert done.returncode == code
    assert found in done.stdout


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)], ids=str)
def test_closed_streams_cost_no_traceback(closed: tuple[int, ...]) -> None:
    def close() -> None:
        for stream in closed:
            os.close(stream)

    done = ask("status", "russia", stdout=subprocess.PIPE, preexec_fn=close)
    assert (done.returncode, done.stderr) == (0, b"")
    assert bool(done.stdout) == (1 not in closed)
    done = ask("status", "xyzzyx", stdout=subprocess.PIPE, preexec_fn=close)
    assert (done.returncode, done.stdout) == (2, b"")
    assert bool(done.stderr) == (2 not in closed)


def test_a_full_pipe_that_does_not_wait_still_gets_the_whole_answer() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    process = subprocess.Popen([*ICC, "events", "--json"], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    time.sleep(1)  # the pipe is full by now
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert len(json.loads(answer)["data"]) > 800


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_seen_enough_is_no_failure(unbuffered: str) -> None:
    process = subprocess.Popen(
        [*ICC, "events", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (0, b"")


# -- Interrupts


@pytest.mark.parametrize("module", ["icc_cli.cli.main", "click", "icc_cli.cli.status", "icc_cli.output.plain"])
def test_an_interrupt_while_modules_are_imported_is_quiet(module: str) -> None:
    program = f"""
import sys
class Interrupting:
    def find_spec(self, name, *rest):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["icc", "status", "russia"]
from icc_cli.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interrupt_frees_a_process_whose_reader_sleeps() -> None:
    with subprocess.Popen(
        [*ICC, "events", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        time.sleep(0.3)  # now it waits for somebody to read the rest
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130
        assert process.communicate()[1] == b""


@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_a_build_that_is_killed_leaves_no_broken_database(how: str, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data").path
    tool = [sys.executable, "tools/kill_builds.py", "--times", "6", "--signal", how, "--data", str(data)]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    counts = json.loads(done.stdout)
    assert counts["killed"] + counts["finished first"] == 6
    if how == "SIGINT":
        assert counts["left a draft"] == 0


# -- The end of the process


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import atexit; atexit.register(print, 'the end'); main()", b"the end"),
        ("import cProfile; cProfile.run('main()')", b"function calls"),
        ("sys.settrace(lambda *_: None)\ntry: main()\nfinally: print('unwound')", b"unwound"),
    ],
    ids=["registered", "profiler", "debugger"],
)
def test_who_waits_for_the_end_of_the_process_sees_it(program: str, said: bytes) -> None:
    before = "import sys; sys.argv = ['icc', 'status', 'xyzzyx']; from icc_cli.__main__ import main\n"
    done = subprocess.run([sys.executable, "-c", before + program], cwd=ROOT, capture_output=True, check=False)
    assert said in done.stdout
    assert one_line(done.stderr)
    assert done.returncode in (0, 2)  # cProfile.run() keeps the exit code to itself


# -- Encodings


POOR = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
}


@pytest.mark.parametrize(("name", "environment"), POOR.items(), ids=POOR)
def test_every_encoding_carries_json_whole_and_text_with_substitutes(name: str, environment: dict[str, str]) -> None:
    everything = {**os.environ, **environment}
    codec = "ascii" if name == "C" else name
    done = ask("status", "CIV", "--json", stdout=subprocess.PIPE, env=everything)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Côte d'Ivoire" in {one["name"] for one in json.loads(done.stdout.decode(codec))["data"]}
    done = ask("status", "CIV", stdout=subprocess.PIPE, env=everything)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(codec).startswith("C?te" if codec == "ascii" else "Côte")


@pytest.mark.parametrize("question", [["status", "\udcff\udc9b31m"], ["status", "côté"], ["data", "check", "/ô\udcff"]])
def test_arguments_of_any_bytes_are_echoed_in_any_encoding(question: list[str]) -> None:
    for environment in POOR.values():
        done = ask(*question, stdout=subprocess.PIPE, env={**os.environ, **environment, "PYTHONIOENCODING": "ascii"})
        assert done.returncode in (2, 3)
        assert done.stdout == b""
        assert one_line(done.stderr).isascii()


# -- Terminals


def in_terminal(program: str, **environment: str) -> str:
    """Run a program in a terminal of its own; returns what the terminal was sent."""
    import pty

    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", **environment}
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


def test_a_terminal_may_have_any_width() -> None:
    pages = in_terminal(WIDTHS).split("===== ")
    assert len(pages) == 48
    assert "Traceback" not in "".join(pages)
    assert "\x1b" not in "".join(pages)


@pytest.mark.parametrize(("term", "colored"), [("dumb", False), ("xterm-256color", True)])
def test_a_dumb_terminal_gets_no_escapes(term: str, colored: bool) -> None:
    program = "import sys; sys.argv = ['icc', 'status', 'russia']; from icc_cli.__main__ import main; main()"
    assert ("\x1b" in in_terminal(program, TERM=term)) is colored


def test_stdin_that_never_ends_is_refused(icc: Callable[..., tuple[int, str, str]]) -> None:
    with open("/dev/zero", "rb") as endless:
        done = ask("status", "-", stdin=endless, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "stdin holds more than 1,000,000 bytes" in one_line(done.stderr)


# -- Stdin


@pytest.mark.parametrize("question", [["status", "-"], ["sql", "-"], ["data", "compare", "-"]], ids=" ".join)
def test_a_pipe_that_does_not_wait_is_still_read_to_its_end(question: list[str]) -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    with subprocess.Popen(
        [*ICC, *question], cwd=ROOT, stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        os.close(reader)
        time.sleep(1)  # the program is there by now, and finds nothing yet
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(b"SELECT everyday AS asked FROM state WHERE iso3 = 'NER'")
        out, err = process.communicate(timeout=60)
    assert process.returncode == {"status": 2, "sql": 0, "data": 3}[question[0]]
    assert b"Traceback" not in err
    assert (b"Niger" in out) == (question[0] == "sql")


@pytest.mark.parametrize(("question", "code"), [(["status", "-"], 2), (["sql", "-"], 2), (["data", "compare", "-"], 3)])
def test_a_stdin_that_cannot_be_read_is_told(question: list[str], code: int) -> None:
    with open(os.devnull, "wb") as unreadable:
        done = ask(*question, stdin=unreadable, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (code, b"")
    assert one_line(done.stderr).startswith("icc: cannot read stdin: Bad file descriptor")


@pytest.mark.parametrize("question", [["status", "-"], ["sql", "-"], ["data", "compare", "-"]], ids=" ".join)
def test_a_closed_stdin_is_told(question: list[str]) -> None:
    done = ask(*question, stdout=subprocess.PIPE, preexec_fn=lambda: os.close(0))
    assert (done.returncode, done.stdout) == (2, b"")
    assert one_line(done.stderr).startswith("icc: there is no stdin to read ")


def test_a_short_answer_that_nobody_reads_is_no_failure() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = ask("status", "russia", stdout=writer, env={**os.environ, "PYTHONUNBUFFERED": ""})
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_frees_a_process_whose_short_answer_the_full_pipe_does_not_take() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with suppress(BlockingIOError):
        while True:
            os.write(writer, b"x" * 65536)
    with subprocess.Popen(
        [*ICC, "status", "russia"],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    ) as process:
        try:
            time.sleep(2)  # it has its answer by now, and nowhere to put it
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 130
            assert process.stderr is not None
            assert process.stderr.read() == b""
        finally:
            process.kill()
            os.close(reader)
            os.close(writer)


@pytest.mark.parametrize("environment", POOR.values(), ids=POOR)
def test_every_encoding_carries_yaml_whole(environment: dict[str, str]) -> None:
    done = ask("status", "CIV", "--format", "yaml", stdout=subprocess.PIPE, env={**os.environ, **environment})
    codec = environment["PYTHONIOENCODING"].partition(":")[0] or "ascii"
    assert yaml.safe_load(done.stdout.decode(codec))["data"][0]["name"] == "Côte d'Ivoire"
