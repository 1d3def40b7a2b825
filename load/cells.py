"""Values as cells of a spreadsheet: real numbers and days, and texts that run nowhere."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from transform.calendars import fields_of

LONGEST = 32_767  # UTF-16 units in a cell
# A text that a spreadsheet would take for a formula; some take the wide forms of the signs too.
FORMULA = "^[=+\\-@\\t\\r\\n＝＋－＠]"
DIGITS = 15  # more a spreadsheet does not keep of a number
FIRST_DAY = dt.date(1900, 1, 1)  # before it a spreadsheet knows no dates
_CUT = " … (بریده شد)"
_RUNS = re.compile(FORMULA)
# Controls, halves of pairs and what is no character: XML holds none of them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # spreadsheets read _x003D_ as =
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

Cell = Callable[[Any], Any]


def text_of(text: str) -> str:
    """A text as a cell can hold it, and as no spreadsheet runs it, even after it was edited there."""
    text = _ESCAPED.sub("_x005F_", _ILLEGAL.sub("", text))
    if _RUNS.match(text):
        text = f"'{text}"
    over = len(text.encode("utf-16-le")) // 2 - LONGEST if len(text) > LONGEST // 2 else 0
    return text[: len(text) - over - len(_CUT)] + _CUT if over > 0 else text


def number_of(value: int | float | Decimal) -> int | float | str:
    """A number; one with more digits than a spreadsheet keeps becomes a text."""
    if isinstance(value, float):
        return value if value - value == 0 else str(value)  # neither infinite nor none
    exact = Decimal(value).normalize()
    if len(exact.as_tuple().digits) > DIGITS:
        return text_of(f"{exact:f}")
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def day_of(day: dt.date) -> dt.date | str:
    """A day; a text where a spreadsheet knows no such day."""
    return day if day >= FIRST_DAY else str(day)


@lru_cache(maxsize=100_000)
def jalali(day: dt.date) -> str | None:
    """A day in the Jalali calendar, as «۱۴۰۳/۰۴/۲۸»; None before the calendar's first day."""
    try:
        year, month, number = fields_of("j", day)
    except ValueError:
        return None
    return f"{year:04}/{month:02}/{number:02}".translate(_PERSIAN_DIGITS)


def cell_of(kind: str) -> Cell:
    """What makes cells of the values of a column of a SQL type; null is none of them."""
    if kind == "DATE":
        return day_of
    if kind in ("BOOLEAN", "TIMESTAMP"):
        return _unchanged
    if kind.endswith("[]"):
        return _joined
    return _text if kind in ("VARCHAR", "JSON") else number_of


def _unchanged(value: Any) -> Any:
    return value


def _joined(values: Any) -> str:
    return text_of(" ".join(map(str, values)))


def _text(value: Any) -> str:
    return text_of(str(value))
