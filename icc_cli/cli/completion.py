"""`icc completion`: a script that teaches a shell what can be typed."""

import os

import click

from icc_cli.cli.shells import SHELLS, script
from icc_cli.cli.types import Word
from icc_cli.cli.writing import write
from icc_cli.errors import UsageError


@click.command("completion")
@click.argument("shell", required=False, type=Word(SHELLS), metavar=f"[{'|'.join(SHELLS)}]")
def command(shell: str | None) -> int:
    """Print a script for your shell that completes commands, options, State names and ids.

    The first lines of the script say how to install it; 'icc help completion' says it for every shell.
    Without a shell, that of SHELL is taken.

    \b
    icc completion bash
    """
    name = shell or os.path.basename(os.environ.get("SHELL", ""))
    if name not in SHELLS:
        raise UsageError("name the shell", f"one of: {', '.join(SHELLS)}")
    write(script(SHELLS[name]))
    return 0
