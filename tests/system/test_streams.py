"""Streams that are closed, full, slow or broken, and interrupts while one waits for them."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from icc_cli.database.opening import open_store
from tests.support.places import RECORD, ROOT
from tests.support.process import ICC, ask, one_line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams of a POSIX system")


@pytest.fixture(autouse=True, scope="module")
def _built(_own_world: None) -> None:
    """Build the database once, so that no process here has to."""
    open_store(RECORD).close()


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
    question = ["events", "--json", "--on", "2026-11-23"]
    process = subprocess.Popen([*ICC, *question], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    time.sleep(1)  # the pipe is full by now
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert len(answer) > 200_000  # more than a pipe holds
    assert answer == ask(*question, stdout=subprocess.PIPE).stdout


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


@pytest.mark.parametrize("question", [["status", "russia"], ["events", "--json"]], ids=["short", "long"])
def test_an_answer_that_nobody_reads_is_no_failure(question: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = ask(*question, stdout=writer, env={**os.environ, "PYTHONUNBUFFERED": ""})
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


# -- Stdin


def test_stdin_that_never_ends_is_refused() -> None:
    with open("/dev/zero", "rb") as endless:
        done = ask("status", "-", stdin=endless, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "stdin holds more than 64,000,000 bytes" in one_line(done.stderr)


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


# -- Interrupts


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
