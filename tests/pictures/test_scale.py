"""Time on a line."""

from datetime import date

from icc_cli.pictures.scale import Axis
from tests.support.places import TODAY


def test_an_axis_marks_years_or_months_that_have_room() -> None:
    assert [label for _, label in Axis(date(1998, 7, 17), TODAY, 0, 80).ticks(7)] == [
        "2000", "2005", "2010", "2015", "2020", "2025",
    ]  # fmt: skip
    assert [label for _, label in Axis(date(2016, 10, 1), date(2017, 3, 1), 0, 80).ticks(7)] == [
        "2016-10", "2016-11", "2016-12", "2017-01", "2017-02", "2017-03",
    ]  # fmt: skip
    axis = Axis(date(2016, 1, 1), date(2017, 1, 1), 10, 366)
    assert [axis.at(day) for day in (date(2015, 1, 1), date(2016, 1, 1), date(2016, 1, 2), date(2018, 1, 1))] == [
        10, 10, 11, 376,
    ]  # fmt: skip
