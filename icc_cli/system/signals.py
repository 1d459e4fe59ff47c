"""A process that is asked to end first removes what it has begun."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_DEFAULTS = (signal.SIG_DFL, signal.default_int_handler)
"""What stands where nobody else, such as a program that uses the package, waits for a signal."""


class _Ended(BaseException):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def cleaning_up() -> Iterator[None]:
    """Let a block tidy up when SIGINT, SIGTERM or SIGHUP (a closed terminal) ends the process.

    The first of them is raised within the block, whose `finally` clauses run; others that follow within a second are
    ignored. A later one is raised again, since Python drops what is raised in a finalizer. Then SIGINT goes on as
    KeyboardInterrupt, and the others end the process as they would have. Outside the main thread, and for signals that
    another handler or nobody waits for (`nohup`), nothing changes.
    """
    before: dict[int, Any] = {}
    last = [float("-inf")]

    def end(number: int, _frame: object) -> None:
        now = time.monotonic()
        if now - last[0] >= 1:
            last[0] = now
            raise KeyboardInterrupt if number == signal.SIGINT else _Ended(number)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) in _DEFAULTS:
            with suppress(ValueError):  # not in the main thread
                before[number] = signal.signal(number, end)
    try:
        yield
    except _Ended as ended:
        if not before:  # a block within another such block, which will see to it
            raise
        _restore(before)
        os.kill(os.getpid(), ended.number)
        raise SystemExit(128 + ended.number) from None  # where the signal does not end the process at once
    finally:
        _restore(before)


def _restore(before: dict[int, Any]) -> None:
    for number, handler in before.items():
        signal.signal(number, handler)
