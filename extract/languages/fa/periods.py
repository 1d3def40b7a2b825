"""Persian mentions of time as period expressions (docs/architecture.md), by patterns over token shapes.

Each token (or run that is one unit, such as «سال گذشته») becomes one letter; the patterns below are regular
expressions over those letters, so a match's place is its tokens' place.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.languages.fa.numbers import Number
from extract.languages.fa.period_units import FIRST_SHORT_YEAR, ORDINALS, Unit, may_hold_time, units_of
from extract.languages.fa.vocabulary import Vocabulary, load_vocabulary
from extract.lexicon import Hit

_WEEKDAYS = {"شنبه": 0, "یکشنبه": 1, "دوشنبه": 2, "سهشنبه": 3, "چهارشنبه": 4, "پنجشنبه": 5, "جمعه": 6}
# Months whose names are everyday words: read alone only beside «ماه», a day or a year.
_COMMON_MONTHS = frozenset(("مهر", "دی", "تیر", "می", "مه", "اذر", "صفر", "مارس", "ابان", "بهمن", "محرم", "رجب"))

_PATTERNS = (
    ("date", re.compile(r"D")),
    ("day", re.compile(r"(?:W,?d?)?[nN]M[mx]?,?(?:a?[Y]|R|aN|n(?=x))?x?")),
    ("half", re.compile(r"HO(?:R|aY|aN|a)?")),
    ("months", re.compile(r"[nN](?:mt?|t)(?:O)?(?:R|aY|aN)?|(?:[nN](?:mt?|t))S")),
    ("quarter", re.compile(r"f?S(?:R|aY|aN|Y)?")),
    ("last", re.compile(r"[nN](?:a|m|k|d|c)e")),
    ("months_of", re.compile(r"[nN](?:m|t)(?:O|e)(?:R|aY|a)?")),
    ("month", re.compile(r"m?Mm?,?(?:a?Y|R|aN)")),
    ("bare_month", re.compile(r"m?Mm?")),
    ("year", re.compile(r"aYx?|aN(?=[^MmtT]|$)|aNx?")),
    ("relative", re.compile(r"R")),
    ("weekday", re.compile(r"d?n?W")),
    ("year", re.compile(r"(?<=>)Y")),
)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period expression and the tokens that say it."""

    expression: str
    first: int
    last: int


def find_periods(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> list[PeriodMention]:
    """The time mentions of a sentence in order; the phrases of the table first, then dates, months, years."""
    fixed = [PeriodMention(hit.code, hit.first, hit.last) for hit in hits.get("period", ())]
    if not may_hold_time(words, hits, vocabulary):
        return fixed
    shapes, units = units_of(words, hits, numbers, vocabulary)
    found: list[PeriodMention] = []
    taken: set[int] = set()
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(shapes):
            run = range(match.start(), match.end())
            if taken.isdisjoint(run):
                expression = _express(name, units[match.start() : match.end()])
                if expression:
                    taken.update(run)
                    found.append(PeriodMention(expression, units[run[0]].first, units[run[-1]].last))
    found.sort(key=lambda mention: mention.first)
    found = _joined(found, words)
    return _longest([*found, *fixed])


def _longest(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions without overlaps: the longer wins, of two equal ones the pattern's (it stands first in the list)."""
    kept: list[PeriodMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.first - mention.last):
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)


def _year(units: Sequence[Unit], calendar: str = "j") -> str:
    """The year span of the units: relative, four digits, or two digits after «سال»."""
    era = (
        "h"
        if any(unit.value == "قمری" for unit in units)
        else "g"
        if any(unit.value == "میلادی" for unit in units)
        else ""
    )
    for index, unit in enumerate(units):
        if unit.shape == "R":
            return unit.value if calendar == "j" else calendar + unit.value[1:]
        if unit.shape == "Y":
            year = int(unit.value)
            return f"{era or ('g' if year >= 1900 else calendar)}{year}"
        if (
            unit.shape in "nN"
            and index
            and units[index - 1].shape in "aM,"
            and unit.value.isdecimal()
            and len(unit.value) <= 2
        ):
            return f"j{1300 + int(unit.value)}" if int(unit.value) >= FIRST_SHORT_YEAR else ""
    return ""


def _express(name: str, units: Sequence[Unit]) -> str:
    """The period expression of a pattern's units; empty where they say none after all."""
    return _EXPRESSIONS[name](units)


def _date_expression(units: Sequence[Unit]) -> str:
    return f"day:{units[0].value}"


def _weekday_expression(units: Sequence[Unit]) -> str:
    day = _WEEKDAYS[units[-1].value]
    counted = next((int(unit.value) for unit in units if unit.shape == "n"), 0)  # «سه شنبه» in two words
    return f"day:w{counted if day == 0 and counted <= 5 else day}"


def _half_expression(units: Sequence[Unit]) -> str:
    half = ORDINALS.get(units[1].value, 0)
    year = _year(units[2:]) or "j+0"
    return f"range:{year}/{'01' if half == 1 else '07'}..{year}/{'06' if half == 1 else '12'}" if half in (1, 2) else ""


def _last_expression(units: Sequence[Unit]) -> str:
    """«در دو سال گذشته», «در دو دهه اخیر», «سه سال پیش»."""
    unit = {"a": "y", "m": "m", "k": "w", "d": "d", "c": "y"}[units[1].shape]
    count = int(units[0].value) * (10 if units[1].shape == "c" else 1)
    if units[2].value in ("پیش", "قبل"):
        return f"year:j-{count}" if unit == "y" else "unknown"
    return f"range:-{count}{unit}"


def _year_expression(units: Sequence[Unit]) -> str:
    year = _year(units)
    return f"year:{year}" if year else ""


def _relative_expression(units: Sequence[Unit]) -> str:
    value = units[0].value
    return {"j+0": "year_to_date:j+0", "j+1": "future:j+1"}.get(value, f"year:{value}")


def _day_expression(units: Sequence[Unit]) -> str:
    _, month, year = _month_and_year(units)
    day = next(int(unit.value) for unit in units if unit.shape in "nN")
    return f"day:{year}/{month:02}/{day:02}" if year and 1 <= day <= 31 else ""


def _month_expression(units: Sequence[Unit]) -> str:
    _, month, year = _month_and_year(units)
    return f"month:{year}/{month:02}" if year else ""


def _bare_month_expression(units: Sequence[Unit]) -> str:
    """A month without a year; one whose name is an everyday word only beside «ماه»."""
    word = next(unit for unit in units if unit.shape == "M")
    if word.value in _COMMON_MONTHS and len(units) == 1:
        return ""
    return _month_expression(units)


def _month_and_year(units: Sequence[Unit]) -> tuple[str, int, str]:
    """Calendar, month and year span of the units; no span for a Jalali month of a Gregorian year."""
    at = next(index for index, unit in enumerate(units) if unit.shape == "M")
    calendar, month = load_vocabulary().months[units[at].value]
    year = _year(units[at:], calendar) or f"{calendar}?"
    return calendar, month, "" if calendar == "j" and year.startswith("g") else year


def _months_expression(units: Sequence[Unit]) -> str:
    """«در ۹ ماهه امسال», «سه ماه نخست», «در پنج ماه اخیر», «در سه‌ماهه تابستان»."""
    shapes = "".join(unit.shape for unit in units)
    count = int(units[0].value)
    if not 1 <= count <= 12:
        return f"range:-{count}m" if "e" in shapes else ""
    ordinal = next((ORDINALS.get(unit.value, 0) for unit in units if unit.shape == "O"), 0)
    if "S" in shapes:
        return _season_expression(units[-1:])
    if "e" in shapes:
        return f"range:-{count}m"
    year = _year(units[1:])
    if not year and not ordinal:
        return ""
    year = year or "j+0"
    start = count * (max(ordinal, 1) - 1) + 1
    last = start + count - 1
    return f"range:{year}/{start:02}..{year}/{last:02}" if last <= 12 else ""


def _season_expression(units: Sequence[Unit]) -> str:
    at = next(index for index, unit in enumerate(units) if unit.shape == "S")
    first, last = load_vocabulary().seasons[units[at].value]
    year = _year(units[at + 1 :])
    if not year:
        year = "j+0"
    return f"range:{year}/{first:02}..{year}/{last:02}"


_EXPRESSIONS: dict[str, Callable[[Sequence[Unit]], str]] = {
    "date": _date_expression,
    "day": _day_expression,
    "half": _half_expression,
    "months": _months_expression,
    "months_of": _months_expression,
    "quarter": _season_expression,
    "last": _last_expression,
    "month": _month_expression,
    "bare_month": _bare_month_expression,
    "year": _year_expression,
    "relative": _relative_expression,
    "weekday": _weekday_expression,
}


def _joined(found: list[PeriodMention], words: Sequence[str]) -> list[PeriodMention]:
    """«از X تا Y», «از X تاکنون», «تا پایان X» as one mention."""
    result: list[PeriodMention] = []
    for mention in found:
        before = words[max(0, mention.first - 3) : mention.first]
        if (result and before[-1:] == ["تا"]) or (
            before[-2:-1] == ["تا"] and before[-1:] in (["پایان"], ["اخر"], ["روز"])
        ):
            previous = result[-1] if result else None
            if previous and 0 < mention.first - previous.last <= 2 and _span(previous) and _span(mention):
                result[-1] = PeriodMention(f"range:{_span(previous)}..{_span(mention)}", previous.first, mention.last)
                continue
            if before[-1] in ("پایان", "اخر") and _span(mention):
                result.append(PeriodMention(f"future:..{_span(mention)}", mention.first - 2, mention.last))
                continue
        result.append(_since(mention, words))
    return result


def _since(mention: PeriodMention, words: Sequence[str]) -> PeriodMention:
    after = list(words[mention.last : mention.last + 4])
    before = list(words[max(0, mention.first - 3) : mention.first])
    span = _span(mention)
    opened = "از" in before
    until_now = (
        after[:1] == ["تاکنون"]
        or after[:2] in (["تا", "کنون"], ["تا", "امروز"], ["تا", "حالا"], ["تا", "الان"], ["تا", "اکنون"])
        or after[:3] == ["تا", "به", "امروز"]
        or after[:2] == ["به", "بعد"]
        or after[:3] == ["به", "این", "سو"]
    )
    if span and opened and until_now:
        length = 1 if after[:1] == ["تاکنون"] else 3 if after[1:2] == ["به"] or after[:3] == ["به", "این", "سو"] else 2
        kind = "year_to_date" if span == "j+0" else "range" if span.count("/") == 2 or span.startswith("d") else "since"
        body = span if kind != "range" else f"{span}..d+0"
        return PeriodMention(f"{kind}:{body}", mention.first - before[::-1].index("از") - 1, mention.last + length)
    return mention


def _span(mention: PeriodMention) -> str:
    """The single span of an expression; empty for none or two."""
    _, _, span = mention.expression.partition(":")
    return "" if ".." in span else span
