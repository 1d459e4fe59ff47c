"""Where an answer goes, and in which format: to stdout, or to a file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO, cast

from icc_cli.errors import UsageError, shortened
from icc_cli.output import FORMATS, WORKBOOK
from icc_cli.page.text import clean, refolded
from icc_cli.system.streams import redirect_to_null
from icc_cli.system.terminal import Terminal, detect, replace_unencodable

if TYPE_CHECKING:
    from io import TextIOWrapper

_NO_ENDINGS = {".table", ".plain", ".markdown"}
"""Formats whose name nobody gives a file."""
_SUFFIXES = {f".{name}": name for name in FORMATS} | {
    ".txt": "plain",
    ".md": "markdown",
    ".yml": "yaml",
    ".htm": "html",
    ".xlsx": WORKBOOK,
}
"""The format that a file's name asks for."""


def choose_format(terminal: Terminal, path: str | None, ready: bool) -> str:
    """Return the format of an answer for which none is given: by the file's name, or by who reads it.

    What is ready, in another program's language, is written as it is. Raises UsageError for an ending that stands
    for no format: plain text is not what `-o answer.xlsx` asks for.
    """
    if ready:
        return "plain"
    ending = os.path.splitext(path)[1].lower() if path else ""
    if ending in _SUFFIXES:
        return _SUFFIXES[ending]
    if ending[1:].isalpha():
        known = ", ".join(sorted(_SUFFIXES.keys() - _NO_ENDINGS))
        raise UsageError(f"no format has the ending {ending}", f"use one of {known}, or name one with --format")
    if usual := os.environ.get("ICC_FORMAT", "").strip().lower():
        if usual not in (*FORMATS, WORKBOOK):
            raise UsageError(f"ICC_FORMAT: unknown format '{usual}'", f"one of: {', '.join(FORMATS)}, {WORKBOOK}")
        return usual
    return "table" if terminal.interactive or terminal.color else "plain"


def write(text: str, path: str | None = None) -> None:
    """Write text to a file, or else to stdout. A stream that cannot carry a character gets a substitute, and a warning.

    Raises UsageError if the file cannot be written.
    """
    write_all([text], path)


def write_all(pieces: Iterable[str], path: str | None = None) -> None:
    """Write pieces of text as `write` does, each to stdout as it comes."""
    if path:
        save(path, "".join(pieces).encode())
        return
    if sys.stdout is None:
        return
    unicode = detect(sys.stdout).unicode
    for text in pieces:
        sys.stdout.write(text if unicode else _carried(text))
    sys.stdout.flush()  # before what is said on stderr


def write_paged(pieces: Iterable[str]) -> None:
    """Write pieces of text to a terminal, in a pager if they are higher than it."""
    from icc_cli.system import pager

    text = "".join(pieces)
    command = pager.chosen() if pager.higher(text) else []
    if not command or not pager.page(text if detect(sys.stdout).unicode else _carried(text), command):
        write_all([text])


def write_page(text: str) -> None:
    """Write a page of help: folded for a narrow terminal, and in a pager if it is higher than it."""
    terminal = detect(sys.stdout)
    if terminal.width:
        text = refolded(text, terminal.width)
    (write_paged if terminal.pages else write_all)([f"{text}\n"])


def _carried(text: str) -> str:
    """Return text as stdout carries it; where it lacks a character, it writes a substitute from then on."""
    text = text.translate(_ASCII)
    try:
        text.encode(sys.stdout.encoding, sys.stdout.errors or "strict")
    except UnicodeEncodeError:
        replace_unencodable(sys.stdout)
        warn(f"characters that {sys.stdout.encoding} lacks are written as '?'; -o FILE writes UTF-8")
    return text


def write_bytes(content: bytes, path: str | None) -> None:
    """Write what is no text to a file, or to a pipe. Raises UsageError for a terminal, and if it cannot be written."""
    if path:
        save(path, content)
    elif sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("a workbook goes to a file", "add -o answer.xlsx")
    elif sys.stdout is not None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def takes_utf8_now(stream: TextIO | None) -> bool:
    """Let a pipe or a file take UTF-8 whatever the locale is, as programs that read data expect, and HTML declares.

    Return whether that changed anything.
    """
    if stream is None or (stream.encoding or "utf-8").lower() == "utf-8" or stream.isatty():
        return False
    cast("TextIOWrapper", stream).reconfigure(encoding="utf-8")
    return True


_UNDER = " " * len("icc: ")
_ASCII = str.maketrans({"°": "*", "†": "+", "·": "-", "…": "...", "’": "'", "●": "o"})


def save(path: str, content: bytes, option: str = "--output") -> None:
    """Write a file, whole or not at all. Raises UsageError, naming the option that named it, if it cannot."""
    from icc_cli.system.files import write_whole

    try:
        write_whole(path, content)
    except BrokenPipeError:  # the path names a pipe
        raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", f"name another file with {option}") from None
    except ValueError:  # a name that no file system can hold
        raise UsageError(f"cannot write {path}: no file can have this name", f"name another with {option}") from None


def warn(message: str) -> None:
    """Write something beside the answer, in one line on stderr, which a terminal folds between words.

    If nobody can hear it, nothing else may suffer.
    """
    if sys.stderr is None:
        return
    replace_unencodable(sys.stderr)
    line = f"icc: {shortened(clean(' '.join(message.split())))}"
    width = detect(sys.stderr).width
    if width and len(line) > width:
        from textwrap import fill

        line = fill(line, width, subsequent_indent=_UNDER, break_long_words=False, break_on_hyphens=False)
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except OSError:
        redirect_to_null("stderr")
