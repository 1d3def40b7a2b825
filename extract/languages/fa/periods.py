"""Persian mentions of time as period expressions (docs/architecture.md), by patterns over token shapes.

Each token (or run that is one unit, such as «سال گذشته») becomes one letter; the patterns below are regular
expressions over those letters, so a match's place is its tokens' place.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.fold import fold
from extract.languages.fa.numbers import Number
from extract.languages.fa.vocabulary import Vocabulary, load_vocabulary
from extract.lexicon import Hit

# Shapes: D written date, n day number, N other number, Y four-digit year, M month, m ماه, t ماهه, a سال, S season,
# H نیمه, O ordinal one or two, R relative year, W weekday, p پایان, b ابتدا, e اخیر/گذشته, k هفته, d روز, c دهه,
# > تا, < از, , comma, . anything else
_SHAPES = {
    "m": "ماه",
    "t": "ماهه",
    "a": "سال",
    "H": "نیمه",
    "p": "پایان آخر انتهای",
    "b": "ابتدای آغاز",
    "O": "اول نخست دوم سوم چهارم ابتدایی",
    "e": "اخیر گذشته پیش قبل",
    "k": "هفته",
    "d": "روز",
    "c": "دهه",
    ">": "تا الی",
    "<": "از",
    ",": "،",
    "T": "تاکنون کنون",
    "W": "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه",
    "f": "فصل",
    "x": "شمسی خورشیدی میلادی قمری ش م",
    "F": "آینده",
    "i": "ایام",
}
_WORDS = {fold(word): shape for shape, words in _SHAPES.items() for word in words.split()}
_LAST_SHORT_YEAR = 20
_FIRST_SHORT_YEAR = 60  # «سال ۹۲» is 1392; «سال ۵۰ سمن» names no year
_WEEKDAYS = {"شنبه": 0, "یکشنبه": 1, "دوشنبه": 2, "سهشنبه": 3, "چهارشنبه": 4, "پنجشنبه": 5, "جمعه": 6}
_ORDINALS = {"اول": 1, "نخست": 1, "ابتدایی": 1, "دوم": 2, "سوم": 3, "چهارم": 4}
# Months whose names are everyday words: read alone only beside «ماه», a day or a year.
_COMMON_MONTHS = frozenset(("مهر", "دی", "تیر", "می", "مه", "اذر", "صفر", "مارس", "ابان", "بهمن", "محرم", "رجب"))

_PATTERNS = (
    ("date", re.compile(r"D")),
    ("day", re.compile(r"(?:W,?d?)?[nN]M[mx]?,?(?:a?[Y]|R|aN|n(?=x))?x?")),
    ("half", re.compile(r"HO(?:R|aY|aN|a)?")),
    ("months", re.compile(r"[nN](?:mt?|t)(?:O)?(?:R|aY|aN)?|(?:[nN](?:mt?|t))S")),
    ("quarter", re.compile(r"f?S(?:R|aY|aN|Y)?")),
    ("last", re.compile(r"[nNX](?:a|m|k|d|c)e")),
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


@dataclass(frozen=True, slots=True)
class _Unit:
    shape: str
    first: int
    last: int
    value: str = ""


_OTHER = _Unit(".", 0, 0)  # a word that no pattern looks at
_PLAIN = frozenset(("در", "و", "به", "که", "این", "را", "با", "است"))


def find_periods(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> list[PeriodMention]:
    """The time mentions of a sentence in order; the phrases of the table first, then dates, months, years."""
    fixed = [PeriodMention(hit.code, hit.first, hit.last) for hit in hits.get("period", ())]
    if "year" not in hits and vocabulary.time_words.isdisjoint(words) and not any(_may_be_date(word) for word in words):
        return fixed
    shapes, units = _units(words, hits, numbers, vocabulary)
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


def _may_be_date(word: str) -> bool:
    return word[0].isdecimal() and not word.isdecimal() and (word.count("/") == 2 or word.count(".") == 2)


def _longest(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions without overlaps: the longer wins, of two equal ones the pattern's (it stands first in the list)."""
    kept: list[PeriodMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.first - mention.last):
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)


def _units(
    words: Sequence[str], hits: dict[str, list[Hit]], numbers: Sequence[Number], vocabulary: Vocabulary
) -> tuple[str, list[_Unit]]:
    """One unit a token, but one for a relative year and one for a number of several words; and their letters."""
    runs: dict[int, _Unit] = {}
    counted = {number.last for number in numbers if number.form == "cardinal"}
    for hit in hits.get("year", ()):
        if hit.first in counted and hit.last - hit.first == 2:  # «دو سال گذشته» is no «سال گذشته»
            continue
        runs[hit.first] = _Unit("R", hit.first, hit.last, hit.code)
    for number in numbers:
        runs.setdefault(number.first, _number_unit(number, words))
    units: list[_Unit] = []
    index = 0
    count = len(words)
    months, seasons = vocabulary.months, vocabulary.seasons
    while index < count:
        unit = runs.get(index)
        if unit is None:
            word = words[index]
            plain = word in _PLAIN or (word not in _WORDS and word not in months and word not in seasons)
            if plain and not word[0].isdecimal() and not word.endswith("ماه"):
                units.append(_OTHER)
                index += 1
                continue
            unit = _word_unit(words, index, vocabulary)
        units.append(unit)
        index = unit.last
    return "".join(unit.shape for unit in units), units


def _number_unit(number: Number, words: Sequence[str]) -> _Unit:
    value = number.value
    word = words[number.first]
    if number.form == "ordinal" and number.last == number.first + 1 and word in _ORDINALS:
        return _Unit("O", number.first, number.last, word)
    if value != int(value) or number.form not in ("cardinal", "ordinal"):
        return _Unit(".", number.first, number.last)
    if number.high is not None:
        return _Unit(".", number.first, number.last)
    if (
        (1250 <= value <= 1500 or 1900 <= value <= 2100)
        and number.form == "cardinal"
        and "," not in word
        and "،" not in word
    ):
        return _Unit("Y", number.first, number.last, str(int(value)))
    return _Unit("n" if 1 <= value <= 31 else "N", number.first, number.last, str(int(value)))


def _word_unit(words: Sequence[str], index: int, vocabulary: Vocabulary) -> _Unit:
    word = words[index]
    if word[0].isdecimal():
        date = _written_date(word)
        return _Unit("D" if date else ".", index, index + 1, date)
    month = word.removesuffix("ماه") if word.endswith("ماه") and len(word) > 4 else word
    if month in vocabulary.months:
        return _Unit("M", index, index + 1, month)
    if word in vocabulary.seasons:
        return _Unit("S", index, index + 1, word)
    return _Unit(_WORDS.get(word, "."), index, index + 1, word)


def _written_date(word: str) -> str:
    """«1403/4/28», «28/4/1403» as a day span; empty for anything else."""
    parts = word.replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return ""
    if len(parts[0]) < 4:
        parts.reverse()
    year, month, day = map(int, parts)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    if year < 100:
        year = _full_year(year)
    if not year:
        return ""
    return f"{'g' if year > 1600 else 'j'}{year}/{month:02}/{day:02}"


def _full_year(short: int) -> int:
    """The Jalali year of two digits: 60 to 99 of the last century, 0 to 20 of this one; 0 for the others."""
    return 1300 + short if short >= _FIRST_SHORT_YEAR else 1400 + short if short <= _LAST_SHORT_YEAR else 0


def _year(units: Sequence[_Unit], calendar: str = "j") -> str:
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
            return f"j{1300 + int(unit.value)}" if int(unit.value) >= _FIRST_SHORT_YEAR else ""
    return ""


def _express(name: str, units: Sequence[_Unit]) -> str:
    """The period expression of a pattern's units; empty where they say none after all."""
    return _EXPRESSIONS[name](units)


def _date_expression(units: Sequence[_Unit]) -> str:
    return f"day:{units[0].value}"


def _weekday_expression(units: Sequence[_Unit]) -> str:
    day = _WEEKDAYS[units[-1].value]
    counted = next((int(unit.value) for unit in units if unit.shape == "n"), 0)  # «سه شنبه» in two words
    return f"day:w{counted if day == 0 and counted <= 5 else day}"


def _half_expression(units: Sequence[_Unit]) -> str:
    half = _ORDINALS.get(units[1].value, 0)
    year = _year(units[2:]) or "j+0"
    return f"range:{year}/{'01' if half == 1 else '07'}..{year}/{'06' if half == 1 else '12'}" if half in (1, 2) else ""


def _last_expression(units: Sequence[_Unit]) -> str:
    """«در دو سال گذشته», «در دو دهه اخیر», «سه سال پیش»."""
    unit = {"a": "y", "m": "m", "k": "w", "d": "d", "c": "y"}[units[1].shape]
    count = int(units[0].value) * (10 if units[1].shape == "c" else 1)
    if units[2].value in ("پیش", "قبل"):
        return f"year:j-{count}" if unit == "y" else "unknown"
    return f"range:-{count}{unit}"


def _year_expression(units: Sequence[_Unit]) -> str:
    year = _year(units)
    return f"year:{year}" if year else ""


def _relative_expression(units: Sequence[_Unit]) -> str:
    value = units[0].value
    return {"j+0": "year_to_date:j+0", "j+1": "future:j+1"}.get(value, f"year:{value}")


def _day_expression(units: Sequence[_Unit]) -> str:
    _, month, year = _month_and_year(units)
    day = next(int(unit.value) for unit in units if unit.shape in "nN")
    return f"day:{year}/{month:02}/{day:02}" if year and 1 <= day <= 31 else ""


def _month_expression(units: Sequence[_Unit]) -> str:
    _, month, year = _month_and_year(units)
    return f"month:{year}/{month:02}" if year else ""


def _bare_month_expression(units: Sequence[_Unit]) -> str:
    """A month without a year; one whose name is an everyday word only beside «ماه»."""
    word = next(unit for unit in units if unit.shape == "M")
    if word.value in _COMMON_MONTHS and len(units) == 1:
        return ""
    return _month_expression(units)


def _month_and_year(units: Sequence[_Unit]) -> tuple[str, int, str]:
    """Calendar, month and year span of the units; no span for a Jalali month of a Gregorian year."""
    at = next(index for index, unit in enumerate(units) if unit.shape == "M")
    calendar, month = load_vocabulary().months[units[at].value]
    year = _year(units[at:], calendar) or f"{calendar}?"
    return calendar, month, "" if calendar == "j" and year.startswith("g") else year


def _months_expression(units: Sequence[_Unit]) -> str:
    """«در ۹ ماهه امسال», «سه ماه نخست», «در پنج ماه اخیر», «در سه‌ماهه تابستان»."""
    shapes = "".join(unit.shape for unit in units)
    count = int(units[0].value)
    if not 1 <= count <= 12:
        return f"range:-{count}m" if "e" in shapes else ""
    ordinal = next((_ORDINALS.get(unit.value, 0) for unit in units if unit.shape == "O"), 0)
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


def _season_expression(units: Sequence[_Unit]) -> str:
    at = next(index for index, unit in enumerate(units) if unit.shape == "S")
    first, last = load_vocabulary().seasons[units[at].value]
    year = _year(units[at + 1 :])
    if not year:
        year = "j+0"
    return f"range:{year}/{first:02}..{year}/{last:02}"


_EXPRESSIONS: dict[str, Callable[[Sequence[_Unit]], str]] = {
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
