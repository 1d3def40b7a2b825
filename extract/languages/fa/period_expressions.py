"""What the units of a matched time pattern say, as a period expression; empty where they say none after all."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.languages.fa.period_units import LAST, ORDINALS, Unit, full_year
from extract.languages.fa.vocabulary import load_vocabulary

_WEEKDAYS = {"شنبه": 0, "یکشنبه": 1, "دوشنبه": 2, "سهشنبه": 3, "چهارشنبه": 4, "پنجشنبه": 5, "جمعه": 6}
# Months whose names are everyday words: read alone only beside «ماه», a day or a year.
_COMMON_MONTHS = frozenset(("مهر", "دی", "تیر", "می", "مه", "اذر", "صفر", "مارس", "ابان", "بهمن", "محرم", "رجب"))
_SHORT = "yzu"
_LUNAR_NOW = 1420  # no news of this archive is older; a lower year behind a lunar month is a Jalali one
_ERAS = {"قمری": "h", "ق": "h", "میلادی": "g", "م": "g"}
_OUR_CENTURY = 1300
_SCHOOL_YEARS = frozenset(("تحصیلی", "زراعی", "ابی"))  # from Mehr to Shahrivar


def _year(units: Sequence[Unit], calendar: str = "j") -> str:
    """The year span of the units: relative, of four digits, or of two behind «سال» or a month."""
    era = next((_ERAS[unit.value] for unit in units if unit.shape == "x" and unit.value in _ERAS), "")
    for unit in units:
        if unit.shape == "R":
            return unit.value if calendar == "j" else calendar + unit.value[1:]
        if unit.shape == "Y":
            year = int(unit.value)
            return f"{era or ('g' if year >= 1900 else calendar)}{year}"
        if unit.shape in _SHORT and full_year(int(unit.value)):
            return f"j{full_year(int(unit.value))}"
    return ""


def _ordinal(units: Sequence[Unit]) -> int:
    return next((ORDINALS[unit.value] for unit in units if unit.shape == "O"), 0)


def _month(units: Sequence[Unit]) -> tuple[str, int, str]:
    """Calendar, month and year span of the units; no span where month and year are of two calendars."""
    at = next(index for index, unit in enumerate(units) if unit.shape == "M")
    calendar, month = load_vocabulary().months[units[at].value]
    year = _year(units[at:], calendar) or f"{calendar}?"
    return calendar, month, year if year[0] == calendar else ""


def _is_foreign_year(units: Sequence[Unit]) -> bool:
    """«رمضان ۱۴۰۲»: a lunar month of a Jalali year."""
    calendar, _, year = _month(units)
    return calendar == "h" and (not year or (year[1:].isdecimal() and int(year[1:]) < _LUNAR_NOW))


def _date(units: Sequence[Unit]) -> str:
    return f"day:{units[0].value}"


def _days(units: Sequence[Unit]) -> str:
    """«۱۲ تا ۲۲ بهمن ۱۴۰۱», «سوم و چهارم آبان»."""
    _, month, year = _month(units)
    at = next(index for index, unit in enumerate(units) if unit.shape == "M")
    days = [_day_number(unit) for unit in units[:at] if unit.shape in "nzOo"]
    if units[0].shape == "r":
        days = [int(day) for day in units[0].value.split("-")]
    elif days != list(range(days[0], days[-1] + 1)):
        return ""
    return f"range:{year}/{month:02}/{days[0]:02}..{year}/{month:02}/{days[-1]:02}" if year and days[0] > 0 else ""


def _day_number(unit: Unit) -> int:
    """The day that a number or an ordinal says; 0 for «نخست», which counts no days of a month."""
    if unit.shape == "O":
        return 0 if unit.value in _NO_DAYS else ORDINALS[unit.value]
    return int(unit.value)


_NO_DAYS = frozenset(("نخست", "ابتدایی", "پایانی"))


def _day(units: Sequence[Unit]) -> str:
    at = next(index for index, unit in enumerate(units) if unit.shape == "M")
    counted = max(index for index in range(at) if units[index].shape in "nzOo")
    calendar, month, year = _month(units)
    if units[at - 1].shape == "m" and calendar == "j" and units[counted].shape in "nz":
        return ""  # «در سه ماه خرداد، تیر و مرداد»
    if units[counted].value == "ابتدای":
        return ""
    day = _day_number(units[counted])
    if _is_foreign_year(units):
        return "day"
    return f"day:{year}/{month:02}/{day:02}" if year and 1 <= day <= 31 else ""


def _day_of_month(units: Sequence[Unit]) -> str:
    """«پانزدهم ماه جاری», «دوم ماه گذشته»."""
    day = _day_number(units[0])
    return f"day:m{'+0' if units[-1].shape == 'J' else '-1'}/{day}" if day and units[-1].value != "اخیر" else ""


def _part_of_month(units: Sequence[Unit]) -> str:
    """«نیمه دوم خرداد», «دهه اول محرم», «هفته سوم دی», «نیمه شعبان»."""
    calendar, month, year = _month(units)
    part, (size, parts) = _ordinal(units), _PARTS[units[0].shape]
    part = parts if part == LAST else part
    if not year or part > parts or _is_foreign_year(units):
        return ""
    if not part:
        return f"day:{year}/{month:02}/15" if calendar == "h" else f"month:{year}/{month:02}"
    end = "" if part == parts else f"/{part * size:02}"
    return f"range:{year}/{month:02}/{(part - 1) * size + 1:02}..{year}/{month:02}{end}"


_PARTS = {"H": (15, 2), "c": (10, 3), "k": (7, 4)}  # days of a part of a month, and how many there are


def _first_days(units: Sequence[Unit]) -> str:
    """«ده روز نخست مهر»."""
    _, month, year = _month(units)
    is_first = _ordinal(units) == 1 and bool(year) and not _is_foreign_year(units)
    return f"range:{year}/{month:02}/01..{year}/{month:02}/{int(units[0].value):02}" if is_first else ""


def _half(units: Sequence[Unit]) -> str:
    half = 2 if _ordinal(units) == LAST else _ordinal(units)
    year = _year(units[2:]) or "j+0"
    return f"range:{year}/{'01' if half == 1 else '07'}..{year}/{'06' if half == 1 else '12'}" if half in (1, 2) else ""


def _months(units: Sequence[Unit]) -> str:
    """«در ۹ ماهه امسال», «سه ماه نخست», «در سه‌ماهه تابستان»."""
    season = next((index for index, unit in enumerate(units) if unit.shape == "S"), 0)
    if season:
        return _season(units[season:])
    count, ordinal = int(units[0].value), _ordinal(units)
    year = _year(units[1:])
    last = 12 if ordinal == LAST else count * max(ordinal, 1)
    if count < 1 or last > 12 or not (year or ordinal):
        return ""
    year = year or "j+0"
    return f"range:{year}/{last - count + 1:02}..{year}/{last:02}"


def _season(units: Sequence[Unit]) -> str:
    """A season; without a year the last that has begun."""
    at = next(index for index, unit in enumerate(units) if unit.shape == "S")
    first, last = load_vocabulary().seasons[units[at].value]
    year = _year(units[at + 1 :])
    return f"range:{year}/{first:02}..{year}/{last:02}" if year else f"range:j?/{first:02}-{last:02}"


def _seasons(units: Sequence[Unit]) -> str:
    """«بهار و تابستان ۱۴۰۱», «زمستان ۹۸ تا بهار ۹۹»."""
    second = max(index for index, unit in enumerate(units) if unit.shape == "S")
    first = next(index for index, unit in enumerate(units) if unit.shape == "S")
    seasons = load_vocabulary().seasons
    start, end = seasons[units[first].value][0], seasons[units[second].value][1]
    from_year, to_year = _year(units[first:second]), _year(units[second:])
    if not to_year:
        return f"range:j?/{start:02}-{end:02}" if start < end and not from_year else ""
    if not from_year and start > end:
        return ""
    return f"range:{from_year or to_year}/{start:02}..{to_year}/{end:02}"


def _last(units: Sequence[Unit]) -> str:
    """«در دو سال گذشته», «در دو دهه اخیر», «سه سال پیش»."""
    unit = {"a": "y", "m": "m", "k": "w", "d": "d", "c": "y"}[units[1].shape]
    count = int(units[0].value) * (10 if units[1].shape == "c" else 1)
    if units[2].value in ("پیش", "قبل"):
        return f"year:j-{count}" if unit == "y" else "unknown"
    return f"range:-{count}{unit}"


def _month_range(units: Sequence[Unit]) -> str:
    """«از مهر تا آذر», «فروردین تا پایان شهریور امسال»."""
    at = next(index for index, unit in enumerate(units) if unit.shape == ">")
    calendar, first, from_year = _month(units[:at])
    other, last, to_year = _month(units[at:])
    if calendar != other or not from_year or not to_year or _is_foreign_year(units[at:]):
        return ""
    if from_year.endswith("?") and first <= last:
        from_year = to_year
    return f"range:{from_year}/{first:02}..{to_year}/{last:02}"


def _month_list(units: Sequence[Unit]) -> str:
    """«فروردین و اردیبهشت امسال»: months that follow one another."""
    named = [unit.value for unit in units if unit.shape == "M"]
    months = [load_vocabulary().months[name] for name in named]
    in_order = all(after[0] == month[0] and after[1] == month[1] + 1 for month, after in pairwise(months))
    _, _, year = _month(units[max(index for index, unit in enumerate(units) if unit.shape == "M") :])
    if not in_order or not year:
        return ""
    return f"range:{year}/{months[0][1]:02}..{year}/{months[-1][1]:02}"


def _month_of_year(units: Sequence[Unit]) -> str:
    if _is_foreign_year(units):
        return "month"
    _, month, year = _month(units)
    return f"month:{year}/{month:02}" if year else ""


def _bare_month(units: Sequence[Unit]) -> str:
    """A month without a year; one whose name is an everyday word only beside «ماه»."""
    word = next(unit for unit in units if unit.shape == "M")
    return "" if word.value in _COMMON_MONTHS and len(units) == 1 else _month_of_year(units)


def _year_run(units: Sequence[Unit]) -> str:
    """«سال‌های ۹۵ تا ۹۸», «سال ۹۷ و ۹۸», «سال تحصیلی ۱۴۰۲-۱۴۰۳»: from the first year to the last."""
    pair = next((unit.value.split("-") for unit in units if unit.shape in "sv"), None)
    years = [f"j{year}" for year in pair] if pair else [_year([u]) for u in units if u.shape in "Yyzu"]
    era = next((_ERAS[unit.value] for unit in units if unit.shape == "x" and unit.value in _ERAS), "")
    if not all(years) or int(years[0][1:]) >= int(years[-1][1:]):
        return ""
    first, last = (f"{era or ('g' if int(year[1:]) >= 1900 else 'j')}{year[1:]}" for year in (years[0], years[-1]))
    is_school = any(unit.shape == "a" and unit.value in _SCHOOL_YEARS for unit in units)
    return f"range:{first}/07..{last}/06" if is_school else f"range:{first}..{last}"


def _decade(units: Sequence[Unit]) -> str:
    """«دهه ۹۰», «دهه ۱۳۸۰», «دهه ۱۹۹۰ میلادی»."""
    start = int(units[1].value)
    if start % 10 or not (10 <= start < 100 or start >= 1250):
        return ""
    is_gregorian = start >= 1900 or any(_ERAS.get(unit.value) == "g" for unit in units)
    start += 0 if start >= 100 else 1900 if is_gregorian else _OUR_CENTURY
    calendar = "g" if is_gregorian else "j"
    return f"range:{calendar}{start}..{calendar}{start + 9}"


def _year_alone(units: Sequence[Unit]) -> str:
    year = _year(units)
    return f"year:{year}" if year else ""


def _relative(units: Sequence[Unit]) -> str:
    value = units[0].value
    return {"j+0": "year_to_date:j+0", "j+1": "future:j+1"}.get(value, f"year:{value}")


def _weekday(units: Sequence[Unit]) -> str:
    """A weekday, the latest; of the last week or this one where the text says so."""
    at = next(index for index, unit in enumerate(units) if unit.shape == "W")
    day = _WEEKDAYS[units[at].value]
    counted = next((int(unit.value) for unit in units if unit.shape == "n"), 0)  # «سه شنبه» in two words
    day = counted if day == 0 and counted <= 5 else day
    if units[-1].value in ("", "اخیر") or units[-1].shape not in "eJ":
        return f"day:w{day}"
    return f"day:k{'+0' if units[-1].shape == 'J' else '-1'}/w{day}"


EXPRESSIONS: dict[str, Callable[[Sequence[Unit]], str]] = {
    "date": _date,
    "days": _days,
    "day": _day,
    "day_of_month": _day_of_month,
    "part_of_month": _part_of_month,
    "first_days": _first_days,
    "seasons": _seasons,
    "half": _half,
    "months": _months,
    "quarter": _season,
    "last": _last,
    "month_range": _month_range,
    "month_list": _month_list,
    "month": _month_of_year,
    "bare_month": _bare_month,
    "year_range": _year_run,
    "year_list": _year_run,
    "decade": _decade,
    "year": _year_alone,
    "relative": _relative,
    "weekday": _weekday,
}
