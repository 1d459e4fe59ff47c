"""What a command is asked with: the open dataset, the day, and the names on the command line or on stdin."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.queries.names import everyday_names, find
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.cli.naming import Named
    from icc_cli.queries.columns import Found


def clock() -> date:
    """Return the day it is: the one place of the command line that asks, so that a test can be of any day."""
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

    def whole(self, words: Sequence[str]) -> Sequence[str]:
        """Return words of the command line with those joined that make up one name of a State."""
        if len(words) < 2:
            return words
        from icc_cli.cli.naming import whole

        return whole(self.store, words)

    def named(self, names: Sequence[str], column: str | None = None, codes: str | None = None) -> "list[Named]":
        """Return each name with its State's code; None for a name on stdin that settles on no State.

        `column` names the column of a table on stdin; `codes` the scheme that codes are of.
        """
        if not names:
            return []
        if column is None and codes is None and len(names) == 1 and names[0] != "-":
            return [(names[0], find(self.store, names[0]))]
        from icc_cli.cli.naming import named  # one name, the commonest question, need not wait for it

        found, refused, unknown = named(self.store, names, column, codes)
        self.refused.update(refused)
        self.unknown.extend(unknown)
        return found
