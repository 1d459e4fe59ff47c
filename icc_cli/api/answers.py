"""The lists that questions are answered by: plain lists, which notebooks show as tables."""

from typing import TypeVar

T = TypeVar("T")


class Answers(list[T]):
    """A list of records, equal to any list of the same ones."""

    def _repr_html_(self) -> str:
        """Return the list as notebooks show it."""
        from icc_cli.api.notebook import shown

        return shown(self)
