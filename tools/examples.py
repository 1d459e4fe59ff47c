"""Runs the examples of the README, so that what it shows is what the program prints."""

import io
import shlex
import sys
from contextlib import redirect_stdout

from icc_cli.cli.main import run


def example(command: str, lines: int | None = None) -> str:
    """Return a command and its output as a block of Markdown; only the first `lines` lines, if given."""
    page = io.StringIO()
    with redirect_stdout(page):
        code = run(shlex.split(command)[1:])
    if code:
        sys.exit(f"{command} exits with {code}")
    shown = page.getvalue().rstrip().split("\n")
    if lines and len(shown) > lines:
        shown = [*shown[:lines], "…"]
    return "\n".join(["", "```console", f"$ {command}", *shown, "```", "", ""])
