"""Runs the examples of the README and the guides, so that what they show is what the program prints."""

import io
import shlex
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from unittest.mock import patch

from cogapp import Cog

from icc_cli.cli import command as commands
from icc_cli.cli.main import run
from icc_cli.system.terminal import Terminal

PAGES = ("README.md", "docs/index.md", "docs/cookbook.md", "docs/cite.md")
"""Pages that hold examples, each between marks that name its command."""
WIDTH = 100
"""Columns of the terminal that they are run in: a page has room for so many (docs/static/console.css)."""


def example(command: str, lines: int | None = None) -> str:
    """Return a command and its output as a block of Markdown; only the first `lines` lines, if given."""
    page = io.StringIO()
    with redirect_stdout(page), patch.object(commands, "detect", lambda *_: Terminal(interactive=True, width=WIDTH)):
        code = run(shlex.split(command)[1:])
    if code:
        sys.exit(f"{command} exits with {code}")
    shown = page.getvalue().rstrip().split("\n")
    if lines and len(shown) > lines:
        shown = [*shown[:lines], "…"]
    return "\n".join(["", "```console", f"$ {command}", *shown, "```", "", ""])


def pages(root: Path) -> dict[Path, Callable[[], str]]:
    """Return each page with what runs its examples anew."""
    return {root / name: partial(run_anew, root / name) for name in PAGES}


def run_anew(path: Path) -> str:
    """Return a page with what stands between its marks made anew."""
    text: str = Cog().process_string(path.read_text(encoding="utf-8"), str(path))
    return text
