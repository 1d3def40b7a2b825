"""Every day of 1380 to 1410 as the news writes it, through the Persian reader and the calendars.

The days are counted on from the first of Farvardin 1380 by the lengths of the months, so no calendar library says what
is right.
"""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pytest

from extract.fold import fold, reading_copy
from extract.languages.fa.periods import find_periods
from extract.languages.fa.vocabulary import Vocabulary
from extract.tokens import tokenize
from transform.periods import Period, resolve

_FIRST, _LAST = 1380, 1410
_LEAP = frozenset((1383, 1387, 1391, 1395, 1399, 1403, 1408))
_NEW_YEAR_OF_1380 = dt.date(2001, 3, 21)  # a Wednesday
_NEW_YEAR_OF_1422 = dt.date(2001, 3, 26)  # of the lunar calendar, by its tables
_LONG_LUNAR_YEARS = frozenset((2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29))  # of each thirty
_MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
_LUNAR = ["محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال"]
_LUNAR += ["ذی‌القعده", "ذی‌الحجه"]
_GREGORIAN = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"]
_WEEKDAYS = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"]
_SEASONS = ["بهار", "تابستان", "پاییز", "زمستان"]
_UNITS = ["", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده"]
_UNITS += ["پانزده", "شانزده", "هفده", "هجده", "نوزده"]
_TENS = ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Day(NamedTuple):
    """A day in its calendar and its Gregorian date."""

    year: int
    month: int
    day: int
    date: dt.date


def _lengths(year: int) -> list[int]:
    return [31] * 6 + [30] * 5 + [30 if year in _LEAP else 29]


def _lunar_lengths(year: int) -> list[int]:
    return [30, 29] * 5 + [30, 30 if year % 30 in _LONG_LUNAR_YEARS else 29]


def _days(first: int, last: int, new_year: dt.date, lengths: Callable[[int], list[int]]) -> list[Day]:
    date, days = new_year, []
    for year in range(first, last + 1):
        for month, length in enumerate(lengths(year), 1):
            for day in range(1, length + 1):
                days.append(Day(year, month, day, date))
                date += dt.timedelta(1)
    return days


_DAYS = _days(_FIRST, _LAST, _NEW_YEAR_OF_1380, _lengths)
_LUNAR_DAYS = _days(1422, 1450, _NEW_YEAR_OF_1422, _lunar_lengths)
_GREGORIAN_DAYS = [Day(day.date.year, day.date.month, day.date.day, day.date) for day in _DAYS]


def _words(number: int) -> str:
    parts = []
    if number >= 1000:
        parts.append("هزار" if number % 2 else "یک هزار")
        number %= 1000
    if number >= 100:
        parts.append({3: "سیصد", 4: "چهارصد"}[number // 100])
        number %= 100
    if number >= 20:
        parts.append(_TENS[number // 10])
        number %= 10
    if number:
        parts.append(_UNITS[number])
    return " و ".join(parts)


def _ordinal(number: int) -> str:
    if number == 1:
        return "اول"
    text = _words(number)
    return text[:-2] + "سوم" if text.endswith("سه") else f"{text}‌ام" if text.endswith("سی") else text + "م"


def _weekday(day: Day) -> str:
    return _WEEKDAYS[(day.date.weekday() + 2) % 7]


def _short(day: Day) -> str:
    return f"{day.year % 100:02}"


Form = Callable[[Day], str]
# Dates that say their year; the first few of every day, the others of every third.
_WHOLE: dict[str, Form] = {
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}".translate(_PERSIAN),
    "words": lambda d: f"{_ordinal(d.day)} {_MONTHS[d.month - 1]} ماه {_words(d.year)}",
    "month": lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}".translate(_PERSIAN),
    "Latin": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "Arabic": lambda d: f"{d.day:02}/{d.month:02}/{d.year}".translate(_ARABIC),
    "dashes": lambda d: f"{d.year}-{d.month:02}-{d.day:02}".translate(_PERSIAN),
    "dots": lambda d: f"{d.year}.{d.month:02}.{d.day:02}".translate(_PERSIAN),
    "weekday": lambda d: f"روز {_weekday(d)} {d.day} {_MONTHS[d.month - 1]}‌ماه سال {d.year}".translate(_PERSIAN),
    "comma": lambda d: f"{_weekday(d)}، {_ordinal(d.day)} {_MONTHS[d.month - 1]} {d.year}".translate(_PERSIAN),
}
# Two digits for the year: 80 to 99 and 00 to 09.
_SHORT: dict[str, Form] = {
    "slashes": lambda d: f"{_short(d)}/{d.month:02}/{d.day:02}".translate(_PERSIAN),
    "year": lambda d: f"{d.day} {_MONTHS[d.month - 1]} سال {_short(d)}".translate(_PERSIAN),
    "month": lambda d: f"{_ordinal(d.day)} {_MONTHS[d.month - 1]} {_short(d)}",
}
_OTHER_CALENDARS: dict[str, tuple[list[Day], Form]] = {
    "Gregorian": (_GREGORIAN_DAYS, lambda d: f"{d.day} {_GREGORIAN[d.month - 1]} {d.year}".translate(_PERSIAN)),
    "era": (_GREGORIAN_DAYS, lambda d: f"{_ordinal(d.day)} {_GREGORIAN[d.month - 1]} سال {d.year} میلادی"),
    "ISO": (_GREGORIAN_DAYS, lambda d: d.date.isoformat()),
    "lunar": (_LUNAR_DAYS, lambda d: f"{d.day} {_LUNAR[d.month - 1]} {d.year}".translate(_PERSIAN)),
    "lunar era": (_LUNAR_DAYS, lambda d: f"{_ordinal(d.day)} {_LUNAR[d.month - 1]} سال {d.year} هجری قمری"),
}


def _read(vocabulary: Vocabulary, text: str, published: dt.date | None) -> list[Period]:
    words = vocabulary.glue.split(tokenize(reading_copy(fold(text)).text)).text
    mentions = find_periods(words, vocabulary.lexicon.hits(words), vocabulary.numbers.read(words), vocabulary)
    return [resolve(mention.expression, published) for mention in mentions]


def _wrong(vocabulary: Vocabulary, cases: list[tuple[str, dt.date | None, dt.date]]) -> list[object]:
    """The cases of a text, its publication date and the day it says that are read otherwise."""
    read = ((case, _read(vocabulary, case[0], case[1])) for case in cases)
    return [(case, periods) for case, periods in read if periods != [Period("day", case[2], case[2])]]


def test_the_days_are_counted_right() -> None:
    assert (_DAYS[0].date, _DAYS[-1].date) == (dt.date(2001, 3, 21), dt.date(2032, 3, 19))
    assert len(_DAYS) == 31 * 365 + len(_LEAP)
    assert Day(1403, 4, 28, dt.date(2024, 7, 18)) in _DAYS
    assert Day(1446, 1, 12, dt.date(2024, 7, 19)) in _LUNAR_DAYS


@pytest.mark.parametrize("form", _WHOLE)
def test_a_whole_date(vocabulary: Vocabulary, form: str) -> None:
    place = list(_WHOLE).index(form)
    days = _DAYS if place < 3 else _DAYS[place % 3 :: 3]
    assert _wrong(vocabulary, [(_WHOLE[form](day), None, day.date) for day in days])[:5] == []


@pytest.mark.parametrize("form", _SHORT)
def test_a_date_with_two_digits_for_the_year(vocabulary: Vocabulary, form: str) -> None:
    cases: list[tuple[str, dt.date | None, dt.date]] = [
        (_SHORT[form](day), None, day.date) for day in _DAYS[list(_SHORT).index(form) :: 3] if day.year < 1410
    ]
    assert _wrong(vocabulary, cases)[:5] == []


@pytest.mark.parametrize("form", _OTHER_CALENDARS)
def test_a_date_of_another_calendar(vocabulary: Vocabulary, form: str) -> None:
    days, write = _OTHER_CALENDARS[form]
    place = list(_OTHER_CALENDARS).index(form)
    assert _wrong(vocabulary, [(write(day), None, day.date) for day in days[place % 3 :: 3]])[:5] == []


def test_a_date_without_its_year_is_the_last_before_publication(vocabulary: Vocabulary) -> None:
    cases: list[tuple[str, dt.date | None, dt.date]] = []
    for place, day in enumerate(_DAYS):
        if (day.month, day.day) != (12, 30):
            text = f"{_ordinal(day.day) if place % 2 else day.day} {_MONTHS[day.month - 1]}"
            cases.append((text, day.date + dt.timedelta(place * 7 % 360), day.date))
    assert _wrong(vocabulary, cases)[:5] == []


def test_a_date_of_this_year_and_the_last(vocabulary: Vocabulary) -> None:
    cases: list[tuple[str, dt.date | None, dt.date]] = []
    new_years = {day.year: day.date for day in _DAYS if day.month == day.day == 1}
    for place, day in enumerate(_DAYS[: -_lengths(_LAST)[-1]]):
        name = _MONTHS[day.month - 1]
        if day.year < _LAST:
            published = new_years[day.year + 1] + dt.timedelta(place * 11 % 365)
            cases.append((f"{_ordinal(day.day)} {name} سال گذشته", published, day.date))
        published = max(day.date, new_years[day.year] + dt.timedelta(place * 5 % 365))
        cases.append((f"{day.day} {name}‌ماه امسال".translate(_PERSIAN), published, day.date))
    assert _wrong(vocabulary, cases[::3])[:5] == []


def test_a_weekday_is_the_last_before_publication(vocabulary: Vocabulary) -> None:
    cases: list[tuple[str, dt.date | None, dt.date]] = []
    for place, day in enumerate(_DAYS):
        cases.append((f"روز {_weekday(day)}", day.date + dt.timedelta(place % 6), day.date))
        days_since_saturday = (day.date.weekday() + 2) % 7
        published = day.date + dt.timedelta(7 - days_since_saturday + place % 7)
        cases.append((f"{_weekday(day)} هفته گذشته", published, day.date))
    assert _wrong(vocabulary, cases[::2] + cases[1::4])[:5] == []


def test_a_day_of_this_month_and_the_last(vocabulary: Vocabulary) -> None:
    cases: list[tuple[str, dt.date | None, dt.date]] = []
    for place, day in enumerate(_DAYS):
        end = day.date + dt.timedelta(_lengths(day.year)[day.month - 1] - day.day)
        ordinal = _ordinal(day.day)
        cases.append((f"{ordinal} ماه جاری", min(end, day.date + dt.timedelta(place % 9)), day.date))
        cases.append((f"{ordinal} ماه گذشته", end + dt.timedelta(1 + place % 29), day.date))
    assert _wrong(vocabulary, cases[::3])[:5] == []


def _first(year: int, month: int) -> dt.date:
    return _STARTS[year + (month - 1) // 12, (month - 1) % 12 + 1]


_STARTS = {(day.year, day.month): day.date for day in _DAYS if day.day == 1}


@pytest.mark.parametrize("year", range(_FIRST, _LAST))
def test_the_parts_of_a_year(vocabulary: Vocabulary, year: int) -> None:
    """Months, quarters, halves and seasons, said with their year, with its two digits, and against a publication."""
    short = f"{year % 100:02}"
    published = _first(year + 1, 1) + dt.timedelta(100)
    phrases: list[tuple[str, int, int]] = [(f"سال {year}", 1, 12), (f"سال {short}", 1, 12), ("سال گذشته", 1, 12)]
    for month, name in enumerate(_MONTHS, 1):
        phrases += [(f"{name} {year}", month, month), (f"{name}‌ماه سال {short}", month, month)]
        phrases += [(f"{name} سال گذشته", month, month), (f"{month} ماهه سال {year}", 1, month)]
    for quarter, (season, ordinal) in enumerate(zip(_SEASONS, ("نخست", "دوم", "سوم", "چهارم"), strict=True)):
        first, last = quarter * 3 + 1, quarter * 3 + 3
        phrases += [(f"{season} {year}", first, last), (f"{season} {short}", first, last)]
        phrases += [(f"سه ماهه {ordinal} سال {short}", first, last), (f"فصل {season} سال گذشته", first, last)]
    for first, ordinal in ((1, "نخست"), (7, "دوم")):
        phrases += [(f"نیمه {ordinal} سال {year}", first, first + 5), (f"نیمه {ordinal} سال گذشته", first, first + 5)]
        phrases += [(f"شش ماهه {ordinal} {year}", first, first + 5)]
    for text, first, last in phrases:
        end = _first(year, last + 1) - dt.timedelta(1)
        read = [period[1:] for period in _read(vocabulary, text, published)]
        assert read == [(_first(year, first), end)], text


@pytest.mark.parametrize("year", range(_FIRST, _LAST - 1))
def test_a_season_without_its_year_is_the_last_that_has_begun(vocabulary: Vocabulary, year: int) -> None:
    for quarter, season in enumerate(_SEASONS):
        first = quarter * 3 + 1
        start, end = _first(year, first), _first(year, first + 3) - dt.timedelta(1)
        for published in (start, start + dt.timedelta(40), end, _first(year + 1, first) - dt.timedelta(1)):
            assert _read(vocabulary, f"فصل {season}", published) == [Period("range", start, end)]


@pytest.mark.parametrize(("first", "last"), list(pairwise(range(_FIRST, _LAST, 3))))
def test_runs_of_years(vocabulary: Vocabulary, first: int, last: int) -> None:
    expected = [("range", _first(first, 1), _first(last + 1, 1) - dt.timedelta(1))]
    low, high = (f"{year % 100:02}" for year in (first, last))
    texts = [f"سال‌های {first} تا {last}", f"از سال {first} تا سال {last}", f"سال‌های {low} تا {high}"]
    texts += [f"از سال {low} تا {high}", f"از سال {low} تا {last}", f"سال‌های {first} و {last}", f"سال {low} تا {high}"]
    for text in texts:
        assert _read(vocabulary, text.translate(_PERSIAN), None) == expected, text
