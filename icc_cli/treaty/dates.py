"""Whole and partial dates, and the treaty's own arithmetic (Articles 125, 126 and 127)."""

import re
from datetime import date, timedelta
from typing import NamedTuple

ADOPTED = date(1998, 7, 17)
"""The Statute is adopted and opened for signature (Art. 125(1))."""
SIGNATURE_CLOSED = date(2000, 12, 31)
"""Last day on which a State could sign; later ones can only accede (Art. 125(1), (3))."""
SIXTIETH_DEPOSIT = date(2002, 4, 11)
"""The 60th instrument is deposited, which sets the day of entry into force (Art. 126(1))."""

_ISO = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
"""Compiled when the first date is typed: most questions come without one."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class PartialDate(NamedTuple):
    """A year, or a month of a year, where no day is known. Stays partial in every output."""

    year: int
    month: int | None = None

    def isoformat(self) -> str:
        """Return `2016` or `2016-11`."""
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    def __str__(self) -> str:
        return self.isoformat()


AnyDate = date | PartialDate


def parse(text: str) -> AnyDate:
    """Read `2016-11-30`, `2016-11` or `2016`. Raises ValueError, with the reason, for anything else."""
    found = re.fullmatch(_ISO, text, re.ASCII)
    if not found:
        raise ValueError("write it as 2016-11-30, 2016-11 or 2016")
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise ValueError("there is no year 0")
    if month is None:
        return PartialDate(year)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02d}")
    if day is None:
        return PartialDate(year, month)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{_MONTHS[month - 1]} {year} has no day {day:02d}") from None


def first_day(when: AnyDate) -> date:
    """Return the first day that a whole or partial date can mean."""
    if isinstance(when, date):
        return when
    return date(when.year, when.month or 1, 1)


def last_day(when: AnyDate) -> date:
    """Return the last day that a whole or partial date can mean: by then it has surely happened."""
    if isinstance(when, date):
        return when
    if when.month is None or when.month == 12:
        return date(when.year, 12, 31)
    return date(when.year, when.month + 1, 1) - timedelta(days=1)


def spell(when: AnyDate | None) -> str:
    """Write a date for people: `30 Nov 2016`, `Nov 2016`, `2016`; an unknown one as an empty string."""
    if when is None:
        return ""
    if isinstance(when, date):
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return str(when.year) if when.month is None else f"{_MONTHS[when.month - 1]} {when.year}"


def from_text(text: str | None) -> AnyDate | None:
    """Read a date as the database holds it; None for none."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else parse(text)


def whole(text: str | None) -> date | None:
    """Read a date that has its day, as the database holds it; None for none."""
    return date.fromisoformat(text) if text else None


def entry_into_force(deposit: date) -> date:
    """Return the day the Statute enters into force for a State that deposited on `deposit`.

    The first day of the month after the 60th day following the deposit (Art. 126(2)), or following
    the sixtieth deposit of all for the States that made it up (Art. 126(1)).
    """
    sixtieth_day = days_after(max(deposit, SIXTIETH_DEPOSIT), 60)
    return days_after(last_day(PartialDate(sixtieth_day.year, sixtieth_day.month)), 1)


def days_after(day: date, days: int) -> date:
    """Return the day so many days on; the last day of the calendar where that lies beyond it."""
    return day + timedelta(days=min(days, (date.max - day).days))


def days_before(day: date, days: int) -> date:
    """Return the day so many days earlier; the first day of the calendar where that lies before it."""
    return day - timedelta(days=min(days, (day - date.min).days))


def one_year_after(received: date) -> date:
    """Return the day one year on: a withdrawal takes effect (Art. 127(1)), an amendment binds (Art. 121(5)).

    For 29 February, the last day of the next February; in the calendar's last year, its last day.
    """
    if received.year == date.max.year:
        return date.max
    try:
        return received.replace(year=received.year + 1)
    except ValueError:
        return date(received.year + 1, 2, 28)
