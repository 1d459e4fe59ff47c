"""A process that is asked to end first removes what it has begun, however often it is asked."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from icc_cli.database.opening import open_store
from tests.support.places import RECORD, ROOT
from tests.support.process import ICC

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")

WAYS = {
    "terminated": ([signal.SIGTERM], -signal.SIGTERM),
    "its terminal closed": ([signal.SIGHUP], -signal.SIGHUP),
    "interrupted": ([signal.SIGINT], 130),
    "interrupted three times": ([signal.SIGINT] * 3, 130),
}


@pytest.fixture(autouse=True, scope="module")
def _built(_own_world: None) -> None:
    """Build the database once, so that no process here has to."""
    open_store(RECORD).close()


def start(*words: str, temporary: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "TMPDIR": str(temporary)}
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # whatever the tests' own shell ignores
    return subprocess.Popen([*ICC, *words], cwd=ROOT, env=environment, stderr=subprocess.PIPE, preexec_fn=heard)


def wait_for(*patterns: tuple[Path, str]) -> None:
    """Wait until there is something of that name."""
    for _ in range(2000):
        if any(list(place.glob(pattern)) for place, pattern in patterns):
            return
        time.sleep(0.005)
    raise AssertionError("nothing was begun")


def end(process: subprocess.Popen[bytes], signals: list[signal.Signals]) -> str:
    for _ in range(20):  # once more after a while, as a person would
        for one in signals:
            process.send_signal(one)
            time.sleep(0.002)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=3)[1].decode()
    raise AssertionError("it does not end")


@pytest.mark.parametrize(("signals", "code"), WAYS.values(), ids=WAYS)
def test_an_export_that_is_ended_leaves_no_draft(signals: list[signal.Signals], code: int, tmp_path: Path) -> None:
    place = tmp_path / "package"
    process = start("export", str(place), "--daily", temporary=tmp_path)  # goes on for long enough
    wait_for((place, ".icc-draft-*/new/csv/*"))
    assert end(process, signals) == ""
    assert process.returncode == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("signals", "code"), WAYS.values(), ids=WAYS)
def test_a_site_that_is_shown_and_ended_leaves_nothing(
    signals: list[signal.Signals], code: int, tmp_path: Path
) -> None:
    pytest.importorskip("jinja2")
    process = start("site", "--serve", "--on", "2020-01-01", temporary=tmp_path)
    wait_for((tmp_path, "icc-site-*/site/.icc-draft-*/new/*"), (tmp_path, "icc-site-*/site/index.html"))
    assert "Traceback" not in end(process, signals)
    assert process.returncode == code
    assert list(tmp_path.iterdir()) == []


def test_nohup_goes_on(tmp_path: Path) -> None:
    command = ["nohup", *ICC, "export", str(tmp_path / "package")]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    wait_for((tmp_path / "package", ".icc-draft-*"))
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert (tmp_path / "package" / "icc.db").exists()
