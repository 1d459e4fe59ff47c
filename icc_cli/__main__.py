"""Runs the command line: `icc`, and `python -m icc_cli`."""

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> None:
    """Answer one question and exit.

    So short a process leaves nothing worth collecting, nor worth taking apart piece by piece at its end: looking for
    the one and doing the other would take a quarter of its time.
    """
    gc.disable()
    try:
        from icc_cli.cli.main import run
        from icc_cli.system.streams import buffer_stdout

        buffer_stdout()
        code = run()  # has flushed the streams and closed the dataset
    except KeyboardInterrupt:  # while modules were still being imported
        code = 130
    while True:
        try:
            _leave(code)
        except KeyboardInterrupt:  # once more, on the way out
            code = 130


def _leave(code: int) -> "NoReturn":
    if _watched():
        sys.exit(code)
    os._exit(code)


def _watched() -> bool:
    """Return whether somebody waits for the end: a callback, a profiler, a debugger, a measure of coverage."""
    monitoring = getattr(sys, "monitoring", None)  # where these register since Python 3.12
    tools = map(monitoring.get_tool, range(6)) if monitoring else ()
    return bool(atexit._ncallbacks() or sys.getprofile() or sys.gettrace() or any(tools))


if __name__ == "__main__":
    main()
