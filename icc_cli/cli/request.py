"""What a command is asked with: the open dataset, the day, and the names on the command line or on stdin."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.names import everyday_names, find, is_known
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
        return date.fromisoformat(self.store.meta["checked"])

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
        if "-" not in names:
            if column is not None:
                raise UsageError("--column reads a table from stdin", "write '-' for STATE, and < FILE.csv")
            return self._typed(names) if codes is None else self._looked_up(names, codes)
        if len(names) > 1:
            raise UsageError("'-' reads the names from stdin, and stands alone", "leave out the other names")
        from icc_cli.cli.column import cells, told  # only where names are read from stdin
        from icc_cli.queries.columns import find_all

        read = cells(stdin_text("names", "name the States", "write one name a line"), column)
        if not read:
            raise UsageError("stdin holds no name", "write one name a line")
        found = find_all(self.store, read.values(), codes)
        self.refused.update({name: one for name, one in found.items() if one.iso3 is None})
        self.unknown.extend(told(read, self.refused))
        return [(name, found[name].iso3) for name in read.values()]

    def _looked_up(self, names: Sequence[str], codes: str) -> "list[Named]":
        """Return names and codes of a scheme with their States."""
        from icc_cli.queries.columns import find_all

        found = find_all(self.store, names, codes)
        for one in found.values():
            if one.iso3 is None:
                raise UsageError(one.said or "", one.hint or "")
        return [(name, found[name].iso3) for name in names]

    def _typed(self, names: Sequence[str]) -> "list[Named]":
        """Return names on the command line with their States. A name of several words needs no quotes."""
        found: list[Named] = []
        place = 0
        while place < len(names):
            size = self._words(names[place:])
            name = " ".join(names[place : place + size])
            found.append((name, find(self.store, name)))
            place += size
        return found

    def _words(self, names: Sequence[str]) -> int:
        """Return how many words, from the first on, make a name that is known as a whole: the most that do."""
        single = next((place for place, name in enumerate(names) if " " in name.strip()), len(names))
        for size in range(min(single, _MOST_WORDS), 1, -1):
            if is_known(self.store, names[:size]):
                return size
        return 1


Named = tuple[str, str | None]
"""A name as it was given, and the code of its State."""

_MOST_WORDS = 8
"""Words of a name that is looked for without quotes."""
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
    return content.decode("utf-8-sig", "replace")
