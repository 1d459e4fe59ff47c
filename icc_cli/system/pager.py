"""A pager for what is higher than the terminal: ICC_PAGER, PAGER, or else less."""

import os
import shlex
import shutil


def chosen() -> list[str]:
    """Return the command of the pager; none where an empty name or `cat` switches it off, or it cannot be found."""
    named = os.environ.get("ICC_PAGER", os.environ.get("PAGER"))
    try:
        command = shlex.split(named, posix=os.name != "nt") if named is not None else ["less", "-FRX"]
    except ValueError:  # a quote that does not end
        return []
    return command if command and command[0] != "cat" and shutil.which(command[0]) else []


def higher(text: str) -> bool:
    """Return whether text has more lines than the terminal of this process."""
    return text.count("\n") >= shutil.get_terminal_size().lines


def page(text: str, command: list[str]) -> bool:
    """Show text in a pager, and wait until it is left. Return False where it cannot be started."""
    import signal
    import subprocess

    environment = {"LESSCHARSET": "utf-8", **os.environ, "LESS": os.environ.get("LESS", "FRX")}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the pager's, which stays
    try:
        pager.communicate(text.encode())  # which takes it well if the pager is left before the end
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return True
