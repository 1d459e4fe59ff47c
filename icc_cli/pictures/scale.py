"""How wide a picture is, and time on a line: which days stand where, and which of them are worth a mark."""

from datetime import date
from itertools import pairwise

from icc_cli.treaty.fields import Fields

WIDTH, NARROWEST, WIDEST = 1000.0, 360, 4000
"""How wide a picture is in units, and may be at least and at most."""
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 25, 100)


class Axis(Fields, kw_only=False):
    """Days from `first` to `last`, laid out from `left` over `width` units or columns."""

    first: date
    last: date
    left: float
    width: float

    def at(self, day: date) -> float:
        """Return where a day stands; days beyond the ends stand at them."""
        days = max((self.last - self.first).days, 1)
        return self.left + self.width * min(max((day - self.first).days / days, 0), 1)

    def column(self, day: date) -> int:
        """Return the column of a terminal in which a day stands."""
        return min(int(self.at(day)), int(self.left + self.width) - 1)

    def ticks(self, room: float) -> list[tuple[date, str]]:
        """Return the days to mark, with labels at least `room` apart: full years, or months of a short period."""
        years = self.last.year - self.first.year + 1
        if years <= 3:
            for step in _MONTHS:
                months = [
                    (year, month) for year in range(self.first.year, self.last.year + 1) for month in range(1, 13)
                ]
                days = [date(year, month, 1) for year, month in months if (month - 1) % step == 0]
                found = [(day, f"{day:%Y-%m}") for day in days if self.first <= day <= self.last]
                if self._apart([day for day, _ in found], room * 1.6):
                    return found
        for step in _YEARS:
            days = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1) if year % step == 0]
            days = [day for day in days if self.first <= day <= self.last]
            if self._apart(days, room):
                return [(day, str(day.year)) for day in days]
        return []

    def _apart(self, days: list[date], room: float) -> bool:
        return all(self.at(later) - self.at(day) >= room for day, later in pairwise(days))
