"""Runs the command line: `icc`, and `python -m icc_cli`."""

import gc
import sys


def main() -> None:
    """Answer one question and exit.

    So short a process leaves nothing worth collecting: looking for it would take a fifth of the time.
    """
    gc.disable()
    try:
        from icc_cli.cli import run

        code = run()
    except KeyboardInterrupt:  # while modules were still being imported
        code = 130
    if hasattr(gc, "freeze"):  # CPython: nor is it worth collecting at the end
        gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
