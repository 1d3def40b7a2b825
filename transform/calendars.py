"""Years, months and days of the three calendars of the news as Gregorian days.

Jalali dates are persiantools'. Hijri (lunar) dates follow the tabular civil calendar: odd months have 30 days, even
ones 29, the twelfth 30 in years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of 30, and 1 Muharram 1 is
16 July 622 (Julian). The moon is sighted in Iran, so a lunar date given here may be one day off.
"""

import datetime as dt
from calendar import monthrange
from typing import Literal

from persiantools.jdatetime import JalaliDate

Calendar = Literal["j", "g", "h"]
Days = tuple[dt.date, dt.date]  # the first and the last day, both inclusive

_HIJRI_EPOCH = 227_015  # the proleptic Gregorian ordinal of 1 Muharram 1
_ORDINAL_MAX = dt.date.max.toordinal()


def days_of(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """The days of a year, a month or one day; None where the calendar has no such date (30 Esfand of a common year)."""
    if month is not None and not 1 <= month <= 12:
        return None
    first = date_of(calendar, year, 1 if month is None else month, 1 if day is None else day)
    if first is None or day is not None:
        return None if first is None else (first, first)
    last_month = 12 if month is None else month
    last = date_of(calendar, year, last_month, month_length(calendar, year, last_month))
    return None if last is None else (first, last)


def date_of(calendar: Calendar, year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a calendar's date; None where there is none."""
    try:
        if calendar == "g":
            return dt.date(year, month, day)
        if calendar == "j":
            return JalaliDate(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= month_length("h", year, month):
        return None
    ordinal = _hijri_new_year(year) + 29 * (month - 1) + month // 2 + day - 1
    return dt.date.fromordinal(ordinal) if ordinal <= _ORDINAL_MAX else None


def fields_of(calendar: Calendar, date: dt.date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day in a calendar; ValueError before the calendar's first day."""
    if calendar == "g":
        return date.year, date.month, date.day
    if calendar == "j":
        jalali = JalaliDate(date)
        return jalali.year, jalali.month, jalali.day
    ordinal = date.toordinal()
    if ordinal < _HIJRI_EPOCH:
        raise ValueError(f"{date} is before the first day of the Hijri calendar")
    year = (30 * (ordinal - _HIJRI_EPOCH) + 10646) // 10631
    left = ordinal - _hijri_new_year(year)
    month = 1
    while left >= (length := month_length("h", year, month)):
        left -= length
        month += 1
    return year, month, left + 1


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    if calendar == "h":
        return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29
    if calendar == "j":
        if month <= 6:
            return 31
        return 30 if month < 12 or JalaliDate.is_leap(year) else 29
    return monthrange(year, month)[1]


def shifted(calendar: Calendar, date: dt.date, months: int) -> dt.date | None:
    """The same day so many months later (earlier where negative); the last day of a month that is too short for it."""
    year, month, day = fields_of(calendar, date)
    count = year * 12 + month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date_of(calendar, year, month, min(day, month_length(calendar, year, month))) if year > 0 else None


def _hijri_new_year(year: int) -> int:
    return _HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30
