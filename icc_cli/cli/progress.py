"""Shows on stderr how far long work has come: only to a terminal, and only once it has taken a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from icc_cli.system.terminal import detect

PATIENCE = 1.0
"""Seconds before anything is shown."""


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Return what long work calls with what it is at, and how much of how much of it is done."""
    terminal = detect(sys.stderr)
    if not terminal.interactive:
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, width=terminal.width, height=1)  # given, lest rich read any COLUMNS as a number
    began = monotonic()
    with Progress(console=console, transient=True, disable=True) as bar:
        task = bar.add_task("")

        def show(what: str, done: int, total: int) -> None:
            if bar.disable and monotonic() - began >= PATIENCE:
                bar.disable = False
                bar.start()
            bar.update(task, description=what, completed=done, total=total)

        yield show
