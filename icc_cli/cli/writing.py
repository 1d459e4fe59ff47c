"""Where an answer goes, and in which format: to stdout, or to a file that is written whole or not at all."""

import os
import sys

from icc_cli.errors import UsageError
from icc_cli.output import FORMATS
from icc_cli.output.terminal import Terminal, detect, tolerate

_SUFFIXES = {f".{name}": name for name in FORMATS} | {
    ".txt": "plain",
    ".md": "markdown",
    ".yml": "yaml",
    ".htm": "html",
}
"""The format that a file's name asks for."""


def fitting(terminal: Terminal, path: str | None) -> str:
    """Return the format of an answer for which none is given: by the file's name, or by who reads it."""
    named = _SUFFIXES.get(os.path.splitext(path)[1].lower()) if path else None
    return named or ("table" if terminal.interactive or terminal.color else "plain")


def write(text: str, path: str | None = None) -> None:
    """Write text to a file, or else to stdout. A stream that cannot carry a character gets a substitute.

    Raises UsageError if the file cannot be written.
    """
    if path:
        save(path, text.encode())
        return
    if sys.stdout is None:
        return
    if not detect(sys.stdout).unicode:
        text = text.translate(_ASCII)
        tolerate(sys.stdout)
    sys.stdout.write(text)


_ASCII = str.maketrans({"°": "*", "†": "+", "·": "-", "…": "...", "’": "'"})


def save(path: str, content: bytes, option: str = "--output") -> None:
    """Write a file, whole or not at all. Raises UsageError, naming the option that named it, if it cannot."""
    from icc_cli.files import write_whole

    try:
        write_whole(path, content)
    except BrokenPipeError:  # the path names a pipe
        raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", f"name another file with {option}") from None
    except ValueError:  # a name that no file system can hold
        raise UsageError(f"cannot write {path}: no file can have this name", f"name another with {option}") from None
