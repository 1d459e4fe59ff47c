"""Runs the command line: `icc`, and `python -m icc_cli`."""

import atexit
import gc
import os
import sys


def main() -> None:
    """Answer one question and exit.

    So short a process leaves nothing worth collecting, nor worth taking apart piece by piece at its end: looking for
    the one and doing the other would take a quarter of its time.
    """
    gc.disable()
    try:
        from icc_cli.cli import run

        code = run()  # has flushed the streams and closed the dataset
    except KeyboardInterrupt:  # while modules were still being imported
        code = 130
    if atexit._ncallbacks() or sys.getprofile() or sys.gettrace():
        sys.exit(code)  # somebody waits for the end: a profiler, a debugger, a measure of coverage
    os._exit(code)


if __name__ == "__main__":
    main()
