"""The types of what is typed: days, words of closed vocabularies; and how a shell completes them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from icc_cli.cli import request
from icc_cli.errors import UsageError, suggest
from icc_cli.treaty import dates
from icc_cli.treaty.naming import to_token

if TYPE_CHECKING:
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

    def __init__(self, edge: Callable[[dates.AnyDate], date]) -> None:
        self.edge = edge

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the text means."""
        if isinstance(value, date):
            return value
        if value == "today":
            return request.clock()
        try:
            return self.edge(typed(value))
        except ValueError as error:
            hint = "" if "write it" in str(error) else "; write it as 2016-11-30, 2016-11 or 2016"
            raise UsageError(f"{_option(param)}'{value}' is not a date: {error}{hint}") from None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        """Return the one word that stands for a day."""
        from click.shell_completion import CompletionItem

        return [CompletionItem("today")] if "today".startswith(incomplete) else []


def typed(text: str) -> dates.AnyDate:
    """Read a date as `dates.parse` does, and as it is printed: `16 Nov 2016`, `Nov 2016`; or `20161116`.

    An order of day and month is never guessed: `10/11/2016` is none.
    """
    words = text.split()
    if len(text) == 8 and text.isascii() and text.isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    elif 2 <= len(words) <= 3 and words[-2][:3].isalpha():
        *day, month, year = words
        number = next(
            (n for n, name in enumerate(_MONTHS.split(), 1) if len(month) > 2 and name.startswith(month.lower())), 0
        )
        if number and len(year) == 4 and all(one.isdigit() and len(one) < 3 for one in day):
            text = "-".join([year, f"{number:02d}", *(one.zfill(2) for one in day)])
    return dates.parse(text)


_MONTHS = "january february march april may june july august september october november december"

FIRST, LAST = Day(dates.first_day), Day(dates.last_day)


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


REGION = Word(
    ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"),
    {
        "africa": "African",
        "asia": "Asia-Pacific",
        "asian": "Asia-Pacific",
        "pacific": "Asia-Pacific",
        "eastern-europe": "Eastern European",
        "latin-america": "GRULAC",
        "latin-american": "GRULAC",
        "caribbean": "GRULAC",
        "western-europe": "WEOG",
        "western-european": "WEOG",
        "western": "WEOG",
    },
)


def _option(param: click.Parameter | None) -> str:
    return f"{param.opts[0]}: " if param is not None and param.opts else ""
