"""The date of publication at a page's head: a line, or a part of one between signs, that is a date and nothing else."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.readers.words import alternatives, page_words

_JALALI_YEARS = range(1300, 1500)
_GREGORIAN_YEARS = range(1950, 2101)
_TIME = (
    r"[@t]? ?[0-9]{1,2} ?: ?[0-9]{2}(?: ?: ?[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?: ?z\b| ?[+-] ?[0-9]{2}:?[0-9]{2})?(?: ?[ap]m\b)?"
)
_SEPARATOR = re.compile(r" ?[|/•·»«●▪؛;] ?| [-–—] ")
_LONGEST_LINE = 400
_DIGIT = re.compile("[0-9]")
# Where the page names several dates: the date of publication, a bare date, the last change, the page's own «today».
_RANKS = {"published": 0, "": 1, "updated": 2, "today": 3}


def publication_date(lines: Sequence[str], above: int) -> dt.date | None:
    """The publication date that lines of `Head` tell, None where they tell none; so many stand above the article.

    Below, a bare date is one of what the article tells (a timetable's, an event's): only one with a time is believed.
    """
    best: tuple[int, dt.date] | None = None
    for index, line in enumerate(lines):
        if _DIGIT.search(line):
            for rank, date in _dates_of(line[:_LONGEST_LINE]):
                is_bare = rank == _RANKS[""]
                if is_bare and index >= above and not _is_date_and_time(line):
                    continue
                if best is None or rank < best[0]:
                    best = rank, date
    return best[1] if best else None


def is_dateline(line: str) -> bool:
    """Whether a line tells a date on its own."""
    return next(_dates_of(line[:_LONGEST_LINE]), None) is not None


def _is_date_and_time(line: str) -> bool:
    rest = _date_pattern().sub(" ", line)
    return not _words(rest) and re.search(_TIME, rest) is not None


def _dates_of(line: str) -> Iterator[tuple[int, dt.date]]:
    matches = list(_date_pattern().finditer(line))
    for index, match in enumerate(matches):
        before = line[matches[index - 1].end() if index else 0 : match.start()]
        after = line[match.end() : matches[index + 1].start() if index + 1 < len(matches) else len(line)]
        rank = _rank(before)
        if rank is None or (rank == _RANKS[""] and _words(_field_after(after))):
            continue
        date = _date(match)
        if date:
            yield rank, date


def _rank(before: str) -> int | None:
    """What the words before a date make of it; None where it is a date within a sentence."""
    field = _words(_SEPARATOR.split(before)[-1])
    if not field:
        return _RANKS[""]
    for label in ("published", "updated", "today"):
        if field in _labels(label):
            return _RANKS[label]
    return None


def _field_after(after: str) -> str:
    return _SEPARATOR.split(after, maxsplit=1)[0]


def _words(field: str) -> str:
    """What is left of a field beside weekdays, times and signs."""
    return " ".join(_idle_pattern().sub(" ", field).split())


@cache
def _labels(name: str) -> frozenset[str]:
    return frozenset(page_words().by_class[name])


@cache
def _idle_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_TIME}|(?<!\w){page_words().pattern('weekday', 'time')}(?!\w)|[^\w\s]|_")


@cache
def _date_pattern() -> re.Pattern[str]:
    words = page_words()
    month = alternatives(words.months)
    after_month, before_year = words.pattern("after_month"), words.pattern("before_year")
    day = r"(?<![0-9:/.-])[0-3]?[0-9]"
    year = r"(?:[0-9]{4}|[0-9]{2})(?![0-9:])"
    return re.compile(
        rf"(?P<n1>(?<![0-9:/.-])(?:[0-9]{{4}}|[0-9]{{1,2}}))(?P<sign> ?[/.-] ?)(?P<n2>[0-9]{{1,2}})(?P=sign)"
        rf"(?P<n3>[0-9]{{4}}|[0-9]{{1,2}})(?![0-9/]|[:.-][0-9])"
        rf"|(?P<d1>{day})(?:st|nd|rd|th)? ?(?P<m1>{month})(?: ?{after_month})?\.?[ ,،]{{0,2}}"
        rf"(?:{before_year} )?(?P<y1>{year})"
        rf"|(?<!\w)(?P<m2>{month})\.? (?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?[ ,]{{1,2}}(?P<y2>{year})"
    )


def _date(match: re.Match[str]) -> dt.date | None:
    if match["n1"]:
        return _from_numbers(match["n1"], match["n2"], match["n3"], match["sign"].strip())
    calendar, month = page_words().months[(match["m1"] or match["m2"]).replace(" ", "")]
    year = _year(match["y1"] or match["y2"])
    return _valid(year, month, int(match["d1"] or match["d2"])) if _is_of(calendar, year) else None


def _from_numbers(first: str, second: str, third: str, sign: str) -> dt.date | None:
    """Year first, as Persian and ISO dates are written, else day first, else (18 July as 07/18/2024) month first."""
    if sign != "/" and len(first) != 4 and len(third) != 4:
        return None  # «12-10-05» is as often a number of some other kind
    if len(first) == 4 or (len(third) != 4 and _year(first) in _JALALI_YEARS):
        return _valid(_year(first), int(second), int(third))
    if len(third) < 2:
        return None
    year = _year(third)
    return _valid(year, int(second), int(first)) or (_valid(year, int(first), int(second)) if year > 1500 else None)


def _year(digits: str) -> int:
    """A year of two digits is Jalali: from 60 on of the 1300s, up to 20 of the 1400s."""
    year = int(digits)
    if len(digits) != 2:
        return year
    return 1300 + year if year >= 60 else 1400 + year if year <= 20 else year


def _is_of(calendar: str, year: int) -> bool:
    return year in (_JALALI_YEARS if calendar == "j" else _GREGORIAN_YEARS)


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        if year in _JALALI_YEARS:
            from persiantools.jdatetime import JalaliDate  # imported late: most documents need no date

            return JalaliDate(year, month, day).to_gregorian()
        return dt.date(year, month, day) if year in _GREGORIAN_YEARS else None
    except ValueError:
        return None
