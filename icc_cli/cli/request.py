"""What a command is asked with: the open dataset, the day, and the names on the command line or on stdin."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.names import everyday_names, find
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.queries.columns import Found


def clock() -> date:
    """Return the day it is: the one place that asks, so that a test can be of any day."""
    return date.today()


class Request(Fields, kw_only=False):
    """What a command is asked with: the open store, the day, and today (read from the clock once).

    `unknown` collects, line by line, what was wrong with names read from stdin; `refused` the names themselves.
    """

    store: Store
    on: date
    today: date
    on_given: bool
    unknown: list[str]
    refused: "dict[str, Found]"

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

    def named(self, names: Sequence[str], column: str | None = None, codes: str | None = None) -> "list[Named]":
        """Return each name with its State's code; None for a name on stdin that settles on no State.

        `column` names the column of a table on stdin; `codes` the scheme that codes are of.
        """
        if not names:
            return []
        if column is None and codes is None and len(names) == 1 and names[0] != "-":
            return [(names[0], find(self.store, names[0]))]
        from icc_cli.cli.naming import named  # one name, the commonest question, need not wait for it

        return named(self, names, column, codes)


Named = tuple[str, str | None]
"""A name as it was given, and the code of its State."""

_MOST_BYTES = 64_000_000
"""Bytes of stdin that are read: room for a table of some hundred thousand rows."""


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
