"""Every day of three decades, and the ends of months, in the three calendars."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from transform.calendars import Calendar, date_of, days_of, fields_of, month_length, shifted

ONE_DAY = dt.timedelta(1)
CALENDARS: tuple[Calendar, ...] = ("j", "g", "h")


def jalali(*date: dt.date | int) -> JalaliDate:
    return JalaliDate(*date)


def test_every_jalali_day_of_1380_to_1410_is_persiantools() -> None:
    day, last = jalali(1380, 1, 1).to_gregorian(), jalali(1410, 12, 29).to_gregorian()
    count = 0
    while day <= last:
        said = jalali(day)
        assert fields_of("j", day) == (said.year, said.month, said.day)
        assert date_of("j", said.year, said.month, said.day) == day
        day, count = day + ONE_DAY, count + 1
    assert count == 11_322


@pytest.mark.parametrize("year", range(1380, 1411))
def test_the_months_of_a_jalali_year_follow_one_another(year: int) -> None:
    whole = days_of("j", year)
    assert whole is not None
    expected = whole[0]
    for month in range(1, 13):
        days = days_of("j", year, month)
        assert days is not None
        assert days[0] == expected
        expected = days[1] + ONE_DAY
    assert expected == whole[1] + ONE_DAY == date_of("j", year + 1, 1, 1)


@pytest.mark.parametrize(
    ("year", "is_leap"),
    [(year, year in (1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408)) for year in range(1375, 1411)],
)
def test_leap_years(year: int, is_leap: bool) -> None:
    assert (date_of("j", year, 12, 30) is not None) == is_leap


@given(st.dates(dt.date(700, 1, 1), dt.date(9000, 1, 1)), st.sampled_from(CALENDARS))
def test_a_day_comes_back_from_every_calendar(date: dt.date, calendar: Calendar) -> None:
    year, month, day = fields_of(calendar, date)
    assert date_of(calendar, year, month, day) == date
    assert 1 <= day <= month_length(calendar, year, month)


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [  # as printed in tables of the tabular civil calendar
        (1, 1, 1, "0622-07-19"),
        (1400, 1, 1, "1979-11-21"),
        (1420, 1, 1, "1999-04-17"),
        (1446, 1, 1, "2024-07-08"),
        (1446, 9, 1, "2025-03-01"),
        (1445, 12, 30, "2024-07-07"),
    ],
)
def test_hijri_days(year: int, month: int, day: int, gregorian: str) -> None:
    assert date_of("h", year, month, day) == dt.date.fromisoformat(gregorian)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [("j", 1404, 12, 30), ("j", 1403, 13, 1), ("j", 1403, 7, 31), ("j", 0, 1, 1), ("j", 9999, 1, 1), ("g", 2023, 2, 29),
     ("g", 2023, 0, 1), ("h", 1446, 2, 30), ("h", 1446, 12, 30), ("h", 9999, 12, 29), ("g", 2023, 1, 0)],
)  # fmt: skip
def test_days_that_are_not(calendar: Calendar, year: int, month: int, day: int) -> None:
    assert date_of(calendar, year, month, day) is None
    assert days_of(calendar, year, month, day) is None


def test_the_same_day_of_an_earlier_month() -> None:
    leap_day = date_of("j", 1403, 12, 30)
    assert leap_day is not None
    assert shifted("j", leap_day, -12) == date_of("j", 1402, 12, 29)
    assert shifted("j", leap_day, -48) == date_of("j", 1399, 12, 30)
    assert shifted("j", dt.date(2024, 9, 21), -1) == date_of("j", 1403, 5, 31)  # 31 Shahrivar
    assert shifted("g", dt.date(2024, 3, 31), -1) == dt.date(2024, 2, 29)
    assert shifted("j", leap_day, -12 * 2000) is None
