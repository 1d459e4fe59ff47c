"""Standard streams whose other end is slow, full or gone. Apart, since every run needs it, and nothing more."""

import io
import os
import sys
from contextlib import suppress


def buffer_stdout() -> None:
    """Put a buffer before an unbuffered stdout (PYTHONUNBUFFERED, `python -u`).

    One write to the system may take only a part, of a full disk or of more than 2 GiB; a buffer goes on until all is
    taken, and raises OSError where it is not.
    """
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), sys.stdout.encoding, sys.stdout.errors)


def wait_for_readers() -> None:
    """Let reading and writing wait for a slow other side, as they do unless a parent process set that off.

    A full pipe would lose text, an empty one would look as if nothing came.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or no stream of the system
            os.set_blocking(stream.fileno(), True)


def redirect_to_null(stream_name: str = "stdout") -> None:
    """Point a stream that takes no more to nowhere, so that nothing fails when Python flushes it."""
    stream = getattr(sys, stream_name)
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
