"""Mentions of time in a sentence as period expressions (docs/architecture.md).

An Iranian year or month named as such is Jalali, a Gregorian one Gregorian. A bare "last year" is of the calendar that
the article keeps: Jalali where it speaks of Iranian years or months anywhere, else Gregorian. In the tables and here
`*` stands for that calendar.

`by:SPAN` is "by March 2024": a plan's date or the day of a state, as the verb has it. `base` marks the time that a
change is measured from.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate

from extract.languages.en.time_patterns import TimePatterns
from extract.lexicon import Hit
from extract.sentence import PeriodMention

_NEW_YEAR = 621  # a Jalali year begins in March of the Gregorian year so many years greater
_MONTH_ENDS = range(18, 24)  # the days of a Gregorian month on which a Jalali month ends or begins


class PeriodReader:
    """Finds mentions of time; built from the months and the small number words of the tables."""

    def __init__(self, months: dict[str, tuple[str, int]], small: dict[str, int], ordinals: dict[str, int]) -> None:
        self._months, self._small, self._ordinals = months, small, ordinals
        self._patterns = TimePatterns(months, small, ordinals)
        self._meanings: dict[str, Callable[[re.Match[str]], str | None]] = {
            "last": self._last,
            "ago": self._ago,
            "hours": lambda match: f"range:-{int(match['n']) // 24}d",
            "relative_year": lambda match: _RELATIVE.get(match["r"], "year_to_date:j+0"),
            "whole_years": lambda match: f"range:j-{self._count(match['n'])}..j-1",
            "same_length": lambda _: "same",
            "season": self._season,
            "season_end": lambda match: f"by:j?/{_SEASONS[match['s']]}",
            "season_since": lambda match: f"since:j?/{_SEASONS[match['s']]}",
            "next": lambda _: "future",
            "months_to": self._months_to,
            "first_months": self._first_months,
            "part_of_year": self._part_of_year,
            "coded_part": self._coded_part,
            "nth_month": self._nth_month,
            "month": lambda match: f"month:{self._span(match['d'])}",
            "year_ended": self._year_ended,
            "year_begun": self._year_begun,
            "iranian_year": self._iranian_year,
            "since": lambda match: f"since:{self._span(match['d'])}",
            "dates": self._dates,
            "days_of_month": self._days_of_month,
            "by": lambda match: f"by:{self._span(match['d'])}",
            "as_of": lambda match: f"as_of:{self._span(match['d'])}",
            "date": self._date,
            "bare_date": self._bare_date,
            "by_weekday": lambda match: f"by:w{_WEEK.index(match['w'])}",
            "since_weekday": lambda match: f"since:w{_WEEK.index(match['w'])}",
            "weekday": lambda match: f"day:w{_WEEK.index(match['w'])}",
        }

    def find(self, words: list[str], capital: Callable[[int], bool], hits: list[Hit]) -> list[PeriodMention]:
        """The mentions of a sentence in order, without overlap: the earliest first, of those the longest.

        "This year" and "last month" are Iranian ones, by which Iranian bodies count; "the past three years" are counted
        back from the article's own date.
        """
        text = " ".join(words)
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        found = [
            (hit.first, -hit.last, hit.code) for hit in hits if not (_is_span(words, hit) or _is_title(hit, capital))
        ]
        if any(word[0].isdecimal() or word in self._months or word in _TIME_WORDS for word in words):
            for first, last, expression in self._matches(text, starts, words, capital):
                found.append((first, -last, expression))
        mentions: list[PeriodMention] = []
        end = 0
        for first, last, expression in sorted(found):
            if first >= end:
                mentions.append(_with_year(PeriodMention(expression, first, -last), words))
                end = mentions[-1].last
        return list(_joined(mentions, words))

    def _matches(
        self, text: str, starts: list[int], words: list[str], capital: Callable[[int], bool]
    ) -> Iterator[tuple[int, int, str]]:
        said = frozenset(words)
        is_dated = any(word in self._months or (len(word) == 4 and word.isdecimal()) for word in said)
        for pattern, meaning, triggers in self._patterns.cases:
            if not (said & triggers if triggers else is_dated):
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                first, last = bisect_left(starts, start), bisect_left(starts, end)
                if any(words[i] in self._months and not capital(i) for i in range(first, last)):
                    continue
                if self._is_name(words, first, last, capital):
                    continue
                expression = self._meanings[meaning](match)
                if expression is not None:
                    yield first, last, expression

    def _is_name(self, words: list[str], first: int, last: int, capital: Callable[[int], bool]) -> bool:
        """The "Mehr" of "head of Mehr-e Omid", "of Mehr Charity": a month's name that opens another one."""
        if last >= len(words) or last - first > 2 or self._months.get(words[last - 1], "g")[0] != "j":
            return False
        return words[last] == "-" or (capital(last) and words[last] not in self._months)

    # What each pattern means.

    def _count(self, text: str) -> int:
        return int(text) if text.isdecimal() else self._small[text]

    def _span(self, text: str) -> str:
        """A date, month, year or double year as a span of the grammar."""
        if self._patterns.double.fullmatch(text):
            first, last = re.findall(r"[0-9]+", text)[:2]
            begun = int(first)
            consecutive = int(last) % 100 == (begun + 1) % 100
            return f"j{begun - _NEW_YEAR}" if consecutive and begun > 1900 else f"{_calendar(begun)}{begun}"
        month = year = day = ""
        calendar = "g"
        for match in self._patterns.parts.finditer(text):
            if match["m"]:
                calendar, number = self._months[match["m"]]
                month = f"/{number:02}"
            elif match["y"]:
                year = match["y"]
            else:
                day = f"/{int(match['n']):02}"
        if not month:
            return f"{_calendar(int(year))}{year}"
        return f"{calendar}{year or '?'}{month}{day}"

    def _last(self, match: re.Match[str]) -> str:
        count = self._count(match["n"]) if "n" in match.re.groupindex else 1
        unit = match["u"]
        if unit == "decade":
            count, unit = count * 10, "year"
        return f"range:-{count}g{unit[0]}" if unit in ("year", "month") else f"range:-{count}{unit[0]}"

    def _ago(self, match: re.Match[str]) -> str:
        count, unit = self._count(match["n"]) if "n" in match.re.groupindex else 1, match["u"]
        return {"year": f"year:j-{count}", "month": f"month:m-{count}", "week": f"range:k-{count}"}.get(
            unit, f"day:d-{count}"
        )

    def _season(self, match: re.Match[str]) -> str | None:
        """ "in the summer", "last winter", "in the autumn of 1402": the seasons of Iran are those of its months."""
        months, year = _SEASONS[match["s"]], match["y"]
        if match[0].startswith("next"):
            return f"future:j?/{months}"
        if year is None:
            return f"range:j{'+0' if 'this' in match[0] and months == '01-03' else '?'}/{months}"
        begun = int(year) if _calendar(int(year)) == "j" else int(year) - _NEW_YEAR
        return None if months == "10-12" and _calendar(int(year)) == "g" else f"range:j{begun}/{months}"

    def _months_to(self, match: re.Match[str]) -> str | None:
        """ "the month to Oct. 22", "the six months ended Sept. 22": months of the calendar whose month ends then."""
        return self._months_up_to(self._span(match["d"]), self._count(match["n"]) if match["n"] else 1)

    def _months_up_to(self, span: str, count: int) -> str | None:
        parts = re.fullmatch(r"([gj])(\d{4}|\?)/(\d\d)(?:/(\d\d))?", span)
        if parts is None:
            return None
        calendar, year, month = parts[1], parts[2], int(parts[3])
        if calendar == "g" and parts[4] and int(parts[4]) in _MONTH_ENDS:
            calendar = "j"
            month, year = (month - 4) % 12 + 1, year if year == "?" else str(int(year) - _NEW_YEAR - (month <= 3))
        if count == 12 and calendar == "g" and month == 3 and year != "?":  # "the 12 months to March 2021"
            return f"year:j{int(year) - _NEW_YEAR - 1}"
        if count == 1:
            return f"month:{calendar}{year}/{month:02}"
        first = month - count + 1
        if first < 1:
            return f"range:{calendar}?/{(first - 1) % 12 + 1:02}..{calendar}{year}/{month:02}" if count <= 12 else None
        return f"range:{calendar}{year}/{first:02}..{calendar}{year}/{month:02}"

    def _first_months(self, match: re.Match[str]) -> str | None:
        count = self._count(match["n"])
        return f"part:01..{count:02}" if 1 <= count <= 12 else None

    def _part_of_year(self, match: re.Match[str]) -> str | None:
        size = 3 if match["u"] == "quarter" else 6
        last = self._ordinals[match["o"]] * size
        return f"part:{last - size + 1:02}..{last:02}" if last <= 12 else None

    def _coded_part(self, match: re.Match[str]) -> str | None:
        """ "H1 2018", "Q3 2021"."""
        size = 3 if match["c"] == "q" else 6
        last = int(match["k"]) * size
        return f"range:{_within(self._span(match['d']), f'{last - size + 1:02}..{last:02}')}" if last <= 12 else None

    def _nth_month(self, match: re.Match[str]) -> str | None:
        month = self._ordinals[match["o"]]
        return f"nth:{month:02}" if month <= 12 else None

    def _year_ended(self, match: re.Match[str]) -> str:
        """ "the year to March 2021" is the Iranian year, "the year to Sept. 22" twelve months."""
        span = self._span(match["d"])
        if re.fullmatch(r"g(?:\d{4}|\?)/(?!03)\d\d(?:/\d\d)?", span):
            return self._months_up_to(span, 12) or "unknown"
        return self._jalali_year(match, _NEW_YEAR + 1, "year:j-1")

    def _year_begun(self, match: re.Match[str]) -> str:
        return self._jalali_year(match, _NEW_YEAR, "year_to_date:j+0")

    def _jalali_year(self, match: re.Match[str], behind: int, otherwise: str) -> str:
        """The Iranian year that ends or begins in March of a year; another month's is left as it is said."""
        span = self._span(match["d"])
        year, _, month = span[1:].partition("/")
        if span[0] == "g" and year != "?" and month[:2] == "03":
            return f"year:j{int(year) - behind}"
        return otherwise if month[:2] == "03" else f"year:{span[0]}{year}" if year != "?" else otherwise

    def _iranian_year(self, match: re.Match[str]) -> str:
        span = self._span(match["d"])
        return f"year:j{int(span[1:]) - _NEW_YEAR}" if span[0] == "g" and "fiscal" in match[0] else f"year:{span}"

    def _dates(self, match: re.Match[str]) -> str | None:
        first, last = self._span(match["d"]), self._span(match["e"])
        months = re.fullmatch(r"g(\d{4})/03\.\.g(\d{4})/03", f"{first}..{last}")
        if months and int(months[2]) - int(months[1]) > 1:  # "March 2018-March 2021": Iranian years
            return f"range:j{int(months[1]) - _NEW_YEAR}..j{int(months[2]) - _NEW_YEAR - 1}"
        if "/" in first and "/" in last and first[0] == last[0] and first[1] == "?" and last[1] != "?":
            year, later = int(last[1:5]), last[6:] < first[3:]
            first = f"{first[0]}{year - later}{first[2:]}"  # "March 21-Oct. 22, 2019": one year for both
        if " and " in match[0] and not match[0].startswith("between"):
            return None
        return f"range:{first}..{last}"

    def _days_of_month(self, match: re.Match[str]) -> str | None:
        """ "May 22 to 31": one month for both."""
        if int(match["a"]) >= int(match["b"]):
            return None
        year = f" {match['y']}" if match["y"] else ""
        return "range:" + "..".join(self._span(f"{match['m']} {match[day]}{year}") for day in "ab")

    def _date(self, match: re.Match[str]) -> str | None:
        span = self._span(match["d"])
        if "/" not in span and match["p"].strip() == "the":
            return None
        return f"{_type(span)}:{span}"

    def _bare_date(self, match: re.Match[str]) -> str | None:
        span = self._span(match["d"])
        if span[0] != "g" and not any(char.isdecimal() for char in match["d"]):
            return None  # names of Iranian months are names of people and agencies too
        if match["d"] in ("may", "march", "mar", "second"):
            return None
        return f"{_type(span)}:{span}"


_SEASONS = {"spring": "01-03", "summer": "04-06", "autumn": "07-09", "fall": "07-09", "winter": "10-12"}
_WEEK = ("saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday")
_RELATIVE = dict.fromkeys(("past", "last", "previous", "preceding"), "year:j-1") | dict.fromkeys(
    ("next", "coming", "upcoming"), "future:j+1"
)
_ENDED = frozenset(("ended", "ending", "ends", "to"))
_SPAN_LEADS = frozenset(("in", "within", "than", "from", "over", "of", "half", "for", "after", "about", "nearly"))
_TIME_WORDS = frozenset(
    (
        *_WEEK,
        "h",
        "q",
        "past",
        "last",
        "previous",
        "ago",
        "next",
        "coming",
        "first",
        "second",
        "third",
        "fourth",
        "months",
    )
) | frozenset(
    (
        *_SEASONS,
        "weeks",
        "years",
        "day",
        "days",
        "week",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "month",
        "year",
        "recent",
    )
)


def _with_year(mention: PeriodMention, words: list[str]) -> PeriodMention:
    """ "the past Iranian year 1402": the number says which."""
    year = words[mention.last] if mention.last < len(words) else ""
    if not (mention.expression.startswith("year:") and re.fullmatch(r"1[34]\d\d|(?:19|20)\d\d", year)):
        return mention
    if words[mention.last - 1] != "year":
        return mention
    return PeriodMention(f"year:{_calendar(int(year))}{year}", mention.first, mention.last + 1)


def _is_title(hit: Hit, capital: Callable[[int], bool]) -> bool:
    return hit.code in ("day", "month", "year") and hit.first > 0 and capital(hit.first)


def _is_span(words: list[str], hit: Hit) -> bool:
    """The "a year" of "in a year", "than a month"; the "Daily" of a paper's name."""
    return words[hit.first] == "a" and hit.first > 0 and words[hit.first - 1] in _SPAN_LEADS


def _calendar(year: int) -> str:
    return "j" if year < 1500 else "g"


def _type(span: str) -> str:
    return ("year", "month", "day")[span.count("/")]


def _joined(mentions: list[PeriodMention], words: list[str]) -> Iterator[PeriodMention]:
    """Parts of a year with their year, and a time with the dates that stand behind it in brackets or after "which"."""
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        index += 1
        while index < len(mentions):
            joined = _pair(mention, mentions[index], words)
            if joined is None:
                break
            mention = joined
            index += 1
        yield _completed(mention)


def _completed(mention: PeriodMention) -> PeriodMention:
    kind, _, months = mention.expression.partition(":")
    if kind == "part":
        return PeriodMention(f"range:{_within('j+0', months)}", mention.first, mention.last)
    if kind == "nth":
        return PeriodMention(f"month:j?/{months}", mention.first, mention.last)
    return mention


def _pair(first: PeriodMention, second: PeriodMention, words: list[str]) -> PeriodMention | None:
    between = words[first.last : second.first]
    if len(between) > 4:
        return None
    kind, _, rest = first.expression.partition(":")
    if not between and kind == "year" and second.expression.startswith("year:"):  # "the past Iranian year 1402"
        return PeriodMention(second.expression, first.first, second.last)
    if first.expression == "since" and second.expression.startswith("year:") and all(map(str.isalpha, between)):
        return PeriodMention(f"since:{second.expression[5:]}", first.first, second.last)  # "since its opening in 1990"
    if kind == "year_to_date" and second.expression.startswith("day:") and words[second.first] == "on" and not between:
        return PeriodMention(first.expression, first.first, second.last)  # "since the start of the year on March 21"
    if (
        kind == "year_to_date"
        and second.expression.startswith("day:")
        and between in ([")", "to"], ["to"], [")", "until"])
    ):
        return PeriodMention(f"range:{rest}..{second.expression[4:]}", first.first, second.last)
    if kind in ("part", "nth") and set(between) <= {"the", "of", "in"}:
        year = re.fullmatch(r"(?:year|year_to_date|future):([jg][+-]?\d+)", second.expression)
        if year is None:
            return None
        expression = f"range:{_within(year[1], rest)}" if kind == "part" else f"month:{year[1]}/{rest}"
        return PeriodMention(expression, first.first, second.last)
    if between[:1] in (["("], ["["]) or between[:2] == [",", "which"] or between[:1] in (["which"], ["that"]):
        explained = _explained(first.expression, second.expression, between)
        return PeriodMention(explained, first.first, second.last) if explained else None
    return None


def _explained(said: str, dates: str, between: list[str]) -> str | None:
    """ "the seventh Iranian month (Sept. 23-Oct. 22)", "last Iranian year (ended March 20, 2023)"."""
    kind, _, span = dates.partition(":")
    own = said.partition(":")[0]
    own = {"nth": "month", "part": "range"}.get(own, own)
    is_iranian = re.match(r"g\?/03/2[012]", span) or (kind == "day" and re.match(r"g\d{4}/03/[12]", span))
    if is_iranian and said.startswith("part:"):  # a year that begins or ends in March
        return f"range:{_within('j+0', said[5:])}"
    if _ENDED & set(between):
        year = re.fullmatch(r"g(\d{4})/03(?:/\d\d)?", span)
        return f"year:j{int(year[1]) - _NEW_YEAR - 1}" if year and own == "year" else said
    if any(word in between for word in ("began", "started", "starting", "beginning", "begins", "begun")):
        return said
    if between[:1] not in (["("], ["["]):
        return None
    if kind == "range" and own in ("month", "range", "year"):
        return f"{own}:{span}" if not re.fullmatch(r"g\d{4}/03\.\.g\d{4}/03|g\?.*", span) or own == "month" else said
    return said


def _within(year: str, months: str) -> str:
    first, _, last = months.partition("..")
    return f"{year}/{first}..{year}/{last}"
