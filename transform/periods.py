"""Period expressions (docs/architecture.md) as Gregorian days, resolved against the publication date.

A date that its calendar does not have (30 Esfand of a common year, month 13) and a span that would end before it starts
have no dates: a text may well say such a thing. What the grammar does not know is an error of the rule that wrote it.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from transform.calendars import Calendar, Days, days_of, fields_of, shifted

TYPES = frozenset(("as_of", "year_to_date", "year", "month", "day", "range", "since", "future", "unknown"))


class Period(NamedTuple):
    """A period type of the claim model and its first and last day, inclusive; None where the text does not say it."""

    type: str
    start: dt.date | None
    end: dt.date | None


_DATE = re.compile(r"([jgh])(?:(\d{4})|([+-]\d{1,3})|(\?))(?:/(\d{1,2})(?:-(\d{1,2})|/(\d{1,2}))?)?", re.ASCII)
_LAST = re.compile(r"-(\d{1,5})(g?[ym]|[wd])", re.ASCII)
_NEAR = re.compile(r"(d|m|s|k|gm|gk)([+-]\d{1,4})(?:/(w?)(\d{1,2}))?", re.ASCII)
_WEEKDAY = re.compile(r"w([0-6])", re.ASCII)
_YEARS_TO_TRY = 9  # 29 February comes back after eight years at the most, 30 Esfand after five


@lru_cache(maxsize=65536)
def resolve(expression: str, published: dt.date | None) -> Period:
    """The period that an expression means in an article of that date; ValueError for what the grammar does not know.

    Without a publication date every relative span has no dates. `since` and `year_to_date` end on the publication day
    unless their span ends earlier or they name their end; a weekday, a month or a day without a year is the latest not
    after publication, for `future` the next not before it.
    """
    period_type, colon, spans = expression.partition(":")
    if period_type not in TYPES or (colon and not spans):
        raise ValueError(f"not a period expression: {expression!r}")
    if not colon:
        start = published if period_type == "as_of" else None
        return Period(period_type, start, published if period_type in ("as_of", "since", "year_to_date") else None)
    left, dots, right = spans.partition("..")
    if dots and not left and not right:
        raise ValueError(f"no span on either side: {expression!r}")
    first, last = _pair(left, right if dots else left, published, period_type == "future")
    start, end = first[0] if first else None, last[1] if last else None
    if period_type in ("since", "year_to_date") and not right:
        is_over = period_type == "year_to_date" and end is not None and published is not None and end < published
        end = end if is_over else published
    if start is not None and end is not None and end < start:
        start = end = None
    return Period(period_type, start, end)


def _pair(left: str, right: str, published: dt.date | None, ahead: bool) -> tuple[Days | None, Days | None]:
    """The days of two spans; one that floats keeps by the other: «مهر تا آذر», «دوشنبه تا پنجشنبه» are one run."""
    if left == right:
        days = _span(left, published, ahead)
        return days, days
    if ahead or (_floats(right) and not _floats(left)):
        first = _span(left, published, ahead)
        if first and _floats(right):
            return first, _span(right, first[0], True)
        return first, _span(right, published, ahead)
    last = _span(right, published, ahead)
    return _span(left, last[1] if last and _floats(left) else published, ahead), last


def _floats(span: str) -> bool:
    """A day or month without its year, or a weekday: it needs a day to be near to."""
    return "?" in span or span.startswith("w")


@lru_cache(maxsize=65536)
def _span(span: str, anchor: dt.date | None, ahead: bool) -> Days | None:
    """The days of one span near the anchor: before it, or from it on where `ahead`."""
    if not span:
        return None
    if anchor is not None and not 700 <= anchor.year <= 9000:
        anchor = None  # a slip in the record's date; not every calendar reaches so far
    if match := _DATE.fullmatch(span):
        return _date(match, anchor, ahead)
    if match := _LAST.fullmatch(span):
        return _last(int(match[1]), match[2], anchor)
    if match := _NEAR.fullmatch(span):
        days = _near(match[1], int(match[2]), anchor)
        return _day_in(days, int(match[4]) - (not match[3])) if days and match[4] else days
    if match := _WEEKDAY.fullmatch(span):
        return _weekday(int(match[1]), anchor, ahead)
    raise ValueError(f"not a span of a period: {span!r}")


def _date(match: re.Match[str], anchor: dt.date | None, ahead: bool) -> Days | None:
    calendar, said, relative, unsaid = cast(Calendar, match[1]), match[2], match[3], match[4]
    month, last_month, day = (int(text) if text else None for text in match.groups()[4:])
    if said:
        return _days(calendar, int(said), month, last_month, day)
    if unsaid and not month:
        raise ValueError(f"neither year nor month: {match[0]!r}")
    if anchor is None:
        return None
    year = fields_of(calendar, anchor)[0]
    if relative:
        return _days(calendar, year + int(relative), month, last_month, day)
    for candidate in _years(year, ahead):
        days = _days(calendar, candidate, month, last_month, day)
        if days and (days[1] >= anchor if ahead else days[0] <= anchor):
            return days
    return None


def _days(calendar: Calendar, year: int, month: int | None, last_month: int | None, day: int | None) -> Days | None:
    """The days of a year, a month, a day, or of the months from one to another."""
    first = days_of(calendar, year, month, day)
    last = days_of(calendar, year, last_month) if last_month else first
    return (first[0], last[1]) if first and last else None


def _years(year: int, ahead: bool) -> Iterator[int]:
    return (year + step if ahead else year - step for step in range(_YEARS_TO_TRY))


def _last(count: int, unit: str, published: dt.date | None) -> Days | None:
    if published is None:
        return None
    if unit in "wd":
        days = count * (7 if unit == "w" else 1)
        start = published - dt.timedelta(days) if days < published.toordinal() else None
    else:
        calendar: Calendar = "g" if unit[0] == "g" else "j"
        start = shifted(calendar, published, -count * (12 if unit[-1] == "y" else 1))
    return None if start is None else (start, published)


def _near(unit: str, steps: int, published: dt.date | None) -> Days | None:
    """The day, Jalali or Gregorian month or week, or Jalali season so many steps from the publication's."""
    if published is None:
        return None
    if unit == "d":
        day = published + dt.timedelta(steps)
        return day, day
    if unit in ("k", "gk"):
        weekday = _days_since_saturday(published) if unit == "k" else published.weekday()
        start = published + dt.timedelta(7 * steps - weekday)
        return start, start + dt.timedelta(6)
    calendar: Calendar = "g" if unit == "gm" else "j"
    year, month, _ = fields_of(calendar, published)
    size = 3 if unit == "s" else 1
    count = year * 12 + (month - 1) // size * size + steps * size
    first = days_of(calendar, count // 12, count % 12 + 1)
    last = days_of(calendar, (count + size - 1) // 12, (count + size - 1) % 12 + 1)
    return (first[0], last[1]) if first and last else None


def _day_in(days: Days, offset: int) -> Days | None:
    """The day so far from the first of a month or week; None beyond its last."""
    day = days[0] + dt.timedelta(offset)
    return (day, day) if days[0] <= day <= days[1] else None


def _weekday(weekday: int, published: dt.date | None, ahead: bool) -> Days | None:
    if published is None:
        return None
    behind = (_days_since_saturday(published) - weekday) % 7
    day = published + dt.timedelta(-behind % 7) if ahead else published - dt.timedelta(behind)
    return day, day


def _days_since_saturday(date: dt.date) -> int:
    return (date.weekday() + 2) % 7
