"""Standard streams whose other end is slow, full or gone. Apart, since every run needs it, and nothing more."""

import os
import sys
from contextlib import suppress


def wait_for_readers() -> None:
    """Let reading and writing wait for a slow other side, as they do unless a parent process set that off.

    A full pipe would lose text, an empty one would look as if nothing came.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or no stream of the system
            os.set_blocking(stream.fileno(), True)


def silence(stream_name: str = "stdout") -> None:
    """Point a stream that takes no more to nowhere, so that nothing fails when Python flushes it."""
    stream = getattr(sys, stream_name)
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
