"""What a command is asked with: the open dataset, the day, and the names on the command line or on stdin."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.names import everyday_names, find
from icc_cli.treaty.fields import Fields


def clock() -> date:
    """Return the day it is: the one place that asks, so that a test can be of any day."""
    return date.today()


class Request(Fields, kw_only=False):
    """What a command is asked with: the open store, the day, and today (read from the clock once).

    `unknown` collects, line by line, what was wrong with names read from stdin.
    """

    store: Store
    on: date
    today: date
    on_given: bool
    unknown: list[str]

    @property
    def checked(self) -> date:
        """The last day through which the record was checked."""
        return self.store.checked

    @property
    def names(self) -> dict[str, str]:
        """The everyday names of all States, by code."""
        return everyday_names(self.store)

    def codes(self, names: Sequence[str]) -> list[str]:
        """Return the codes of States named on the command line (`-`: on stdin), each once, in order."""
        return list(dict.fromkeys(code for _, code in self.named(names) if code))

    def named(self, names: Sequence[str]) -> list[tuple[str, str | None]]:
        """Return each name with its State's code; None for a name on stdin that settles on no State."""
        if "-" not in names:
            return [(name, find(self.store, name)) for name in names]
        if len(names) > 1:
            raise UsageError("'-' reads the names from stdin, and stands alone", "leave out the other names")
        found: list[tuple[str, str | None]] = []
        for number, name in enumerate(_lines(), 1):
            if not name:
                self.unknown.append(f"line {number}: there is no name")
                found.append((name, None))
                continue
            try:
                found.append((name, find(self.store, name)))
            except UsageError as error:
                self.unknown.append(f"line {number}: {error.message}; {error.hint}")
                found.append((name, None))
        if not found:
            raise UsageError("stdin holds no name", "write one name a line")
        return found


_MOST_BYTES = 1_000_000
"""Bytes of stdin that are read: room for the names of fifty thousand States."""


def stdin_text(what: str, instead: str, form: str) -> str:
    """Return the text of stdin. Raises UsageError if there is none, or too much.

    The errors name what is read, say what to do instead of `-`, and which form a text has that is not too long.
    """
    if sys.stdin is None:
        raise UsageError(f"there is no stdin to read {what} from", f"{instead} instead of '-'")
    try:
        content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read stdin: {error.strerror}", f"{instead} instead of '-'") from None
    if len(content) > _MOST_BYTES:
        raise UsageError(f"stdin holds more than {_MOST_BYTES:,} bytes", form)
    utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # as PowerShell writes with `>`
    return content.decode("utf-16" if utf16 else "utf-8-sig", "replace")


def _lines() -> list[str]:
    """Return the lines of stdin, without the quotes that CSV puts around a cell."""
    text = stdin_text("names", "name the States", "write one name a line")
    return [line.strip().removeprefix('"').removesuffix('"') for line in text.splitlines()]
