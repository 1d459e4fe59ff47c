"""The types of what is typed: days, words of closed vocabularies; and how a shell completes them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from icc_cli.cli import request
from icc_cli.errors import UsageError, suggest
from icc_cli.treaty import dates, synonyms
from icc_cli.treaty.naming import to_token

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType  # generic only since click 8.4


def completing(what: str) -> Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]:
    """Return how a shell completes a word: by the function of this name in `completing`, imported only when asked."""

    def complete(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
        from icc_cli.cli import completing as offers

        found: list[CompletionItem[str]] = getattr(offers, what)(ctx, incomplete)
        return found

    return complete


STATES = completing("states")


class Day(_ParamType):
    """A date; a year or month stands for its first or its last day."""

    name = "date"

    def __init__(self, edge: Callable[[dates.AnyDate], date], forms: str = "2016-11-30, 2016-11 or 2016") -> None:
        self.edge = edge
        self.forms = forms

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the text means."""
        if isinstance(value, date):
            return value
        if value == "today":
            return request.clock()
        try:
            try:
                when = dates.parse(value)
            except ValueError:
                from icc_cli.treaty.days import typed  # the common form need not wait for the others

                when = typed(value)
            return self.edge(when)
        except ValueError as error:
            hint = "" if "write it" in str(error) else f"; write it as {self.forms}"
            raise UsageError(f"{_option(param)}'{value}' is not a date: {error}{hint}") from None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        """Return the one word that stands for a day."""
        from click.shell_completion import CompletionItem

        return [CompletionItem("today")] if "today".startswith(incomplete) else []


def _one(when: dates.AnyDate) -> date:
    if not isinstance(when, date):
        raise ValueError("one day is needed")
    return when


FIRST, LAST, DAY = Day(dates.first_day), Day(dates.last_day), Day(_one, "2016-11-30")


class Word(_ParamType):
    """A word of a closed vocabulary, in any case; spaces and underscores stand for hyphens."""

    name = "word"

    def __init__(self, words: Iterable[str], also: dict[str, str] | None = None) -> None:
        self.words = {to_token(word): word for word in words}
        self.also = also or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as the data have it."""
        key = to_token(value)
        if key in self.words:
            return self.words[key]
        if key in self.also:
            return self.also[key]
        hint = suggest(key, self.words, "one of: " + ", ".join(self.words))
        raise UsageError(f"{_option(param)}unknown word '{value}'", hint)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        """Return the words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete.casefold())]


class Folder(_ParamType):
    """The name of a directory to write. `-`, which stands for stdout elsewhere, names none."""

    name = "directory"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Path":
        """Return the path, or refuse it."""
        from pathlib import Path

        if value == "-":
            command = ctx.command_path if ctx else "icc export"
            raise UsageError(
                f"{command} writes a directory, and none goes to stdout",
                f"name one, as in: {command} rome-statute; one table goes to stdout with: icc parties --format csv",
            )
        return Path(value)


REGION = Word(("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"), synonyms.REGION)


def _option(param: click.Parameter | None) -> str:
    return f"{param.opts[0]}: " if param is not None and param.opts else ""
