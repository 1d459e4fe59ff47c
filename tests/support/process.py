"""`icc` as a program of its own, as a shell runs it: only there are streams, signals and the end of a process."""

import os
import subprocess
import sys
from typing import Any

from tests.support.places import ROOT

ICC = [sys.executable, "-m", "icc_cli"]


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `icc` to its end; its streams are text."""
    return subprocess.run([*ICC, *arguments], capture_output=True, text=True, encoding="utf-8", **options)


def ask(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run `icc` to its end, on the streams given; what it says on stderr is kept, as bytes."""
    return subprocess.run(
        [*ICC, *arguments], cwd=ROOT, check=False, timeout=60, **{"stderr": subprocess.PIPE, **options}
    )


def one_line(err: bytes) -> str:
    """Return what was said, which is one line of the program's."""
    text = err.decode()
    assert text.startswith("icc: ")
    assert text.count("\n") == 1
    return text


def installed() -> dict[str, str]:
    """Return the environment of a user who names no data directory: the database that comes along answers."""
    return {name: value for name, value in os.environ.items() if name != "ICC_DATA"}
