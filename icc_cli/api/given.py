"""What a script hands over, checked at the door: days, names, words of closed vocabularies, paths.

Whatever is not what it should be raises a UsageError that begins with the name of the argument.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict

from icc_cli.errors import UsageError, suggest
from icc_cli.treaty.dates import AnyDate, PartialDate, first_day, last_day, parse
from icc_cli.treaty.days import typed
from icc_cli.treaty.naming import to_token

Day = AnyDate | str
"""A `date`; a `datetime`, pandas Timestamp or numpy datetime64, which stands for its day; or text: `2016-11-30`.

`today` is a day, too. A month or a year (`2016-11`, `2016`, a PartialDate) stands for its first day after `since`,
elsewhere for its last.
"""

Words = str | Iterable[str]
"""Several words or names; or one, as bare text."""


def clock() -> date:
    """Return the day it is: the one place of the Python API that asks."""
    return date.today()


class Bounds(TypedDict):
    """The first and the last day of a period; None leaves a side open."""

    since: date | None
    until: date | None


def first(given: object, name: str) -> date:
    """Return the first day that is meant."""
    return first_day(day(given, name))


def last(given: object, name: str) -> date:
    """Return the last day that is meant."""
    return last_day(day(given, name))


def day(given: object, name: str) -> AnyDate:
    """Return the day, month or year that is meant."""
    try:
        if isinstance(given, date):
            return date(given.year, given.month, given.day)  # a datetime, too, is a date; that of no time (NaT) is none
        if isinstance(given, PartialDate):
            return parse(given.isoformat())
        if isinstance(given, str):
            return clock() if given == "today" else typed(given)
        if type(given).__name__ == "datetime64":
            return parse(str(given).partition("T")[0])
        reason = ""
    except ValueError as error:
        reason = f": {error}"
    except TypeError:
        reason = ""
    shown = f"'{given}'" if isinstance(given, str) else _kind(given)
    raise UsageError(f"{name}: {shown} is not a day{reason}", "give a datetime.date, or text such as 2016-11-30")


def period(since: object, until: object) -> Bounds:
    """Return the bounds of a period, each of which may be None. Its end must not come before its beginning."""
    start = None if since is None else first(since, "since")
    end = None if until is None else last(until, "until")
    if start and end and start > end:
        raise UsageError(f"since: {start} comes after {end}, which is until", "give the earlier day as since")
    return {"since": start, "until": end}


def text(given: object, name: str) -> str:
    """Return what is text already."""
    if isinstance(given, str):
        return given
    raise UsageError(f"{name}: {_kind(given)} is not text", "give text, such as 'gambia'")


def several(given: object, name: str) -> tuple[str, ...]:
    """Return several texts, or one that was given bare."""
    if isinstance(given, str):
        return (given,)
    try:
        found: tuple[object, ...] = tuple(given)  # type: ignore[arg-type]
    except TypeError:
        raise UsageError(f"{name}: {_kind(given)} is not a list of texts", "give text, or a list of texts") from None
    return tuple(text(one, name) for one in found)


def word(given: object, name: str, known: Iterable[str], also: Mapping[str, str] | None = None) -> str:
    """Return a word as the data have it: given in any case, with spaces or underscores for hyphens."""
    key, words = to_token(text(given, name)), {to_token(one): one for one in known}
    if key not in words and key in (also or {}):
        return (also or {})[key]
    if key not in words:
        raise UsageError(f"{name}: unknown word '{given}'", suggest(key, words, "one of: " + ", ".join(words)))
    return words[key]


def words(given: object, name: str, known: Iterable[str], also: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return several words as the data have them, each once."""
    known = tuple(known)
    return tuple(dict.fromkeys(word(one, name, known, also) for one in several(given, name)))


def seconds(given: object, name: str) -> float:
    """Return a length of time, which must be longer than none."""
    if isinstance(given, int | float) and given > 0:
        return given
    raise UsageError(f"{name}: not a number above 0", "give a number of seconds, such as 30")


def flag(given: object, name: str) -> bool:
    """Return whether something is so."""
    if isinstance(given, int):
        return bool(given)
    raise UsageError(f"{name}: {_kind(given)} is neither True nor False", "give True or False")


def path(given: object, name: str) -> str:
    """Return the path of a directory, which must be one that the system can have."""
    try:
        found = os.fspath(given)  # type: ignore[call-overload]
        if isinstance(found, str) and found and b"\0" not in os.fsencode(found):
            return found
    except (TypeError, ValueError):
        pass
    raise UsageError(
        f"{name}: {ascii(given) if isinstance(given, str) else _kind(given)} names no directory", "give a path"
    )


def _kind(given: object) -> str:
    return "None" if given is None else f"a value of type {type(given).__name__}"
